"""Scheduling conflicts: a kind and its parameters, worded only when shown."""

import datetime as dt
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum


class ConflictKind(StrEnum):
    DAY_OFF = "day_off"  # weekend, public holiday or closure
    LEAD_TIME = "lead_time"  # too short for the kind of work
    ABSENCE = "absence"  # a key person away on the day, or for more than half of the time
    RESOURCE = "resource"  # what the job needs is booked
    CAPACITY = "capacity"  # more is due that day or week than the department can do
    SAME_CLIENT = "same_client"  # another job of the brand is due that day
    ORDER = "order"  # live on or before due or before a medium's copy date, due after that
    APPROVAL = "approval"  # release or live within two working days while somebody has yet to approve
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


# Questions about the day, not reasons against it: they are answered, nobody can live with them.
QUESTIONS = frozenset({ConflictKind.UNCLEAR, ConflictKind.NOT_CHECKED})

# What sets one conflict of a kind and day apart from another.
_ABOUT = ("person", "resource", "job", "calendar", "department", "by", "list", "medium")

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

    `parameters` are what a sentence needs, by kind (days are dates unless said otherwise):

    - `day_off`: reason (weekend, holiday, closure, client_holiday), name of the holiday or closure
    - `lead_time`: job, needs and has (working days), rush (the first day a rush would do, None if this is one)
    - `absence`: person (id) and name, or department where nobody is assigned and all of it are away; first and last of
      the absence, where ("day": away on the day, "window": for more than half of the working days up to it), days and
      of (working days, 2 or "2.5"; on the day of is 1)
    - `resource`: resource, first, last (of the bookings on the day)
    - `order`: due, live; or medium, copy (its copy date), and due or live, whichever it does not fit
    - `capacity`: department ("" for the whole agency), unit ("jobs" or "hours"), span ("day" or "week"), due and of
      (what is due with this job, what may be)
    - `same_client`: job (the other one's number), title, client (id), brand
    - `approval`: by, what, day (release or live)
    - `past`: day
    - `unclear`: first, second (the two likeliest readings)
    - any kind: supposed (1 where the day is a materials deadline worked back from the live date, not one that was said)
    - `not_checked`: calendar, since (instant of the last good copy in ISO 8601, or None), until (the last day the
      calendar is known for, where the day lies beyond it, else None); or list ("jobs") and since, for the job list
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
        told = (
            self.parameters.get(name) for name in ("person", "resource", "job", "calendar", "department", "by", "list")
        )
        about = next((one for one in told if one), "")
        return f"{self.kind}:{self.day.isoformat()}:{about}"
