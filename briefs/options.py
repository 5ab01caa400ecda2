"""What would work instead of what was asked, and the way back from a due day to the first step of the work."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from briefs.conflicts import Parameter


class OptionKind(StrEnum):
    """A way that works; the parameters say the rest."""

    EARLIER = "earlier"  # the earliest feasible day, before the one asked for
    LATER = "later"  # the first feasible day after the one asked for
    RUSH = "rush"
    PERSON = "person"  # person, name: in place of who is away
    FREE_DAY = "free_day"  # resource: the day it is free
    FEWER_ROUNDS = "fewer_rounds"  # rounds: how many of review are left


@dataclass(frozen=True, slots=True)
class Option:
    """What would work, checked by the same code as what was asked: on `day` nothing that moves it stands."""

    kind: OptionKind
    day: dt.date
    parameters: tuple[tuple[str, Parameter], ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of the workback schedule with its first and last working day."""

    step: str
    department: str
    first: dt.date
    last: dt.date
