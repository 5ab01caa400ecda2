"""The arithmetic that leads to the earliest day, a line at a time."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from briefs.conflicts import Parameter


class StepKind(StrEnum):
    """One line of the arithmetic; `day` and the parameters say the rest."""

    RECEIVED = "received"  # day: of the instant; zero: the day it counts as received
    NEEDS = "needs"  # job, days: how many working days the kind of work takes; rush: 1 where as a rush
    COUNTED = "counted"  # number: this working day's
    SKIPPED = "skipped"  # reason, name: why nobody works
    ENOUGH = "enough"  # the lead time is met from this day on
    REFUSED = "refused"  # kind: the conflict that stands in the way of this day
    EARLIEST = "earliest"


@dataclass(frozen=True, slots=True)
class Step:
    kind: StepKind
    day: dt.date
    parameters: tuple[tuple[str, Parameter], ...] = ()
