"""What the agency has laid down: its office, its table of work, how much may be due at once, what counts how much."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from briefs.conflicts import Conflict, ConflictKind, Severity
from briefs.jobs import DEFAULT_JOBS, UNKNOWN_JOB, JobKind
from calendars.workdays import Office


@dataclass(frozen=True, slots=True)
class Full:
    """What may be due of a department at once; "" is all departments together. None is no bound."""

    department: str
    jobs_a_day: Fraction | None = None
    jobs_a_week: Fraction | None = None
    minutes_a_day: Fraction | None = None
    minutes_a_week: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """`severities` overrule what a kind of conflict counts by itself; None leaves the kind out of the check."""

    office: Office
    jobs: Mapping[str, JobKind] = field(default_factory=lambda: DEFAULT_JOBS)
    capacity: tuple[Full, ...] = ()
    severities: Mapping[ConflictKind, Severity | None] = field(default_factory=dict)

    def kind(self, id: str) -> JobKind:
        return self.jobs.get(id) or self.jobs.get(UNKNOWN_JOB) or DEFAULT_JOBS[UNKNOWN_JOB]

    def weighed(self, conflict: Conflict) -> Conflict | None:
        """With as much severity as the agency gives its kind; None where the kind is left out."""
        if conflict.kind not in self.severities:
            return conflict
        severity = self.severities[conflict.kind]
        return None if severity is None else replace(conflict, severity=severity)

    def counts(self, kind: ConflictKind) -> bool:
        return self.severities.get(kind, Severity.LOW) is not None
