"""Scheduling conflicts: a kind and its parameters, worded only when shown."""

import datetime as dt
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum


class ConflictKind(StrEnum):
    DAY_OFF = "day_off"  # weekend, public holiday or closure
    LEAD_TIME = "lead_time"  # too short for the kind of work
    ABSENCE = "absence"  # a key person away on the day, or for more than half of the time
    RESOURCE = "resource"  # what the job needs is booked
    CAPACITY = "capacity"
    SAME_CLIENT = "same_client"
    ORDER = "order"  # live on or before due
    APPROVAL = "approval"
    PAST = "past"
    UNCLEAR = "unclear"  # the mail's words allow several days
    NOT_CHECKED = "not_checked"  # a calendar could not be read: nothing is known, which is not "no conflict"


class ConflictState(StrEnum):
    OPEN = "open"
    RESOLVED = "resolved"
    ACCEPTED = "accepted"


class Severity(IntEnum):
    LOW = 1  # worth knowing
    MEDIUM = 2  # likely to hurt
    HIGH = 3  # does not work as asked


Parameter = str | int | dt.date | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The calendar entry behind a conflict. `summary` never leaves the house: templates decide what may be said."""

    calendar: str
    uid: str
    start: dt.datetime | dt.date
    end: dt.datetime | dt.date
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One reason why a day does not work. `earliest` is the first day on which the job as asked would.

    `parameters` are what a sentence needs, by kind: `day_off` reason, name; `lead_time` job, needs, has (working
    days); `absence` person, name, first, last, days, of; `resource` resource; `order` due, live; `past` day;
    `not_checked` calendar, since.
    """

    kind: ConflictKind
    severity: Severity
    day: dt.date
    parameters: dict[str, Parameter] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    earliest: dt.date | None = None

    @property
    def key(self) -> str:
        """What makes two conflicts of one brief the same one, whatever revision they were seen on."""
        about = self.parameters.get("person") or self.parameters.get("resource") or self.parameters.get("job") or ""
        return f"{self.kind}:{self.day.isoformat()}:{about}"
