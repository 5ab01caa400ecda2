"""From the due day back through the steps of the work, each on working days of whoever does it."""

import datetime as dt
from collections.abc import Sequence

from briefs.jobs import LEGAL, JobKind, WorkStep
from briefs.options import Stage
from calendars.grounds import Grounds
from calendars.workdays import halves

_ONE = dt.timedelta(days=1)
_FURTHEST = 1500  # days back; a department that is away for good must not count for ever
# How the working days of a kind of job are usually shared out; a round of review is the client's.
_SHARES = (
    ("brief", 1, ""),
    ("concept", 3, "creative"),
    ("copy", 2, "creative"),
    ("review", 3, ""),
    ("production", 4, "production"),
    ("legal", LEGAL, ""),
    ("proof", 1, "production"),
    ("release", 1, ""),
)


def steps_of(kind: JobKind, days: int) -> tuple[WorkStep, ...]:
    """The steps of `days` working days: the agency's own, else the usual shares, by the largest remainder.

    The agency's own add up to its lead time; where the work has fewer days (a rush), each gives in proportion.
    """
    shares = [(step.id, step.days, step.department) for step in kind.steps] or [
        (id, share * (kind.rounds if id == "review" else 1), department)
        for id, share, department in _SHARES
        if id != "legal" or kind.legal
    ]
    counts = _shared_out(days, [share for _, share, _ in shares])
    return tuple(
        WorkStep(id, count, department) for (id, _, department), count in zip(shares, counts, strict=True) if count
    )


def _shared_out(days: int, shares: Sequence[int]) -> list[int]:
    whole = sum(shares)
    if not whole:
        return [0] * len(shares)
    counts = [days * share // whole for share in shares]
    left = sorted(range(len(shares)), key=lambda index: (-(days * shares[index] % whole), index))
    for index in left[: days - sum(counts)]:
        counts[index] += 1
    return counts


def workback(due: dt.date | None, grounds: Grounds) -> tuple[Stage, ...]:
    """The schedule that ends on `due`, first step first; () where no day is known.

    The first step begins on the working day after the latest on which the brief may come in.
    """
    if due is None:
        return ()
    stages: list[Stage] = []
    day = grounds.days.at_or_before(due)
    for step in reversed(steps_of(grounds.work.kind, grounds.work.days)):
        worked = _back_from(day, step, grounds)
        if worked is None:
            return ()
        stages.append(Stage(step.id, step.department, worked[-1], worked[0]))
        day = worked[-1] - _ONE
    return tuple(reversed(stages))


def _back_from(day: dt.date, step: WorkStep, grounds: Grounds) -> list[dt.date] | None:
    """The step's working days, the last one first."""
    found: list[dt.date] = []
    for number in range(_FURTHEST):
        if len(found) == step.days:
            break
        each = day - number * _ONE
        if grounds.days.works(each) and not _nobody_there(step.department, each, grounds):
            found.append(each)
    return found if len(found) == step.days else None


def _nobody_there(department: str, day: dt.date, grounds: Grounds) -> bool:
    """Whether all of a department are away all day. Whom the agency names for no department is nobody's to miss."""
    people = grounds.work.question.departments.get(department, ())
    absences = (grounds.snapshot.absences(person.id, day) for person in people)
    away = [halves(tuple(one for one in each if not one.tentative), day, grounds.days.office) == 2 for each in absences]
    return bool(away) and all(away)
