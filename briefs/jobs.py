"""Kinds of job: how long each takes from full brief to approved final, and what it needs; and the jobs running."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class WorkStep:
    """A stretch of the work and the working days it takes, done by a department; "" is the client or everybody."""

    id: str
    days: int
    department: str = ""


@dataclass(frozen=True, slots=True)
class JobKind:
    """Working days from full brief to approved final, the same as a rush, and what the work needs.

    `rounds` of client review are included in `lead_time`; `roles` do the work; `needs` names resources of the
    calendars ("studio"). `after` is the working days from the materials deadline to the day it is live: print, posting,
    trafficking, shipping; `after_included` where the lead time holds them, as of work that is due as printed copies.
    `steps` add up to `lead_time`, in their order; () where the table's usual shares serve, with a step more where the
    client's `legal` department reads it.
    """

    id: str
    lead_time: int
    rush: int
    rounds: int = 1
    roles: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    after: int = 0
    steps: tuple[WorkStep, ...] = ()
    after_included: bool = False
    legal: bool = False

    def until_materials(self) -> "JobKind":
        """The work up to its materials deadline, so that what comes after it is not counted twice."""
        if not self.after_included:
            return self
        lead_time, rush = (max(days - self.after, 0) for days in (self.lead_time, self.rush))
        return replace(self, lead_time=lead_time, rush=rush, after_included=False)


class JobState(StrEnum):
    """Of a job on the agency's list. What is released, closed or cancelled takes nobody's time any more."""

    OPEN = "open"
    ON_HOLD = "on_hold"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class RunningJob:
    """A job as the agency's own list has it. `client` is a client's id, "" where the list's name fits nobody's.

    `brand` is the id of one of the client's, or "".

    `minutes` of work are left to do, None where the list does not say; `kind` is an id of the table, or "".
    """

    number: str
    client: str
    title: str
    due: dt.date
    kind: str = ""
    brand: str = ""
    department: str = ""
    minutes: int | None = None
    state: JobState = JobState.OPEN


@dataclass(frozen=True, slots=True)
class Approval:
    """Somebody's word that a job waits for. `by` is a person or office ("legal"), `asked` the day it was asked for."""

    by: str
    what: str = ""
    asked: dt.date | None = None


@dataclass(frozen=True, slots=True)
class CopyDate:
    """The day by which a medium wants the finished material; what comes later is not in it."""

    medium: str
    day: dt.date


PER_ROUND, LEGAL = 3, 2  # working days of a round of review, and of the client's legal department
_PRINT, _TRAFFICKING = 8, 3


def _kind(id: str, lead_time: int, *, after: int = 0) -> JobKind:
    return JobKind(id, lead_time, rush=(lead_time + 1) // 2, after=after)


def _printed(id: str, lead_time: int) -> JobKind:
    """Clients ask for the printed copies by a day, so the printer's days are part of the lead time."""
    return JobKind(id, lead_time + _PRINT, rush=(lead_time + _PRINT + 1) // 2, after=_PRINT, after_included=True)


# Published working days for full brief to approved final; print times are included where a printer follows.
# The agency's own table in config.yaml overrides them one by one.
DEFAULT_JOBS: Mapping[str, JobKind] = {
    kind.id: kind
    for kind in (
        _kind("social_post", 3),
        _kind("social_set", 7),
        _kind("email", 5),
        _kind("banner", 5, after=_TRAFFICKING),
        _kind("html5_banner", 8, after=_TRAFFICKING),
        _kind("rich_media", 15, after=_TRAFFICKING),
        _kind("trafficking", 3),
        _kind("landing_page", 12),
        _kind("website", 60),
        _kind("print_ad", 7),
        _kind("press_release", 7),
        _kind("flyer", 7),
        _kind("poster", 7),
        _printed("brochure", 15),
        _printed("direct_mail", 12),
        _printed("signage", 15),
        _kind("out_of_home", 20),
        _kind("digital_out_of_home", 10),
        _kind("radio", 7),
        _kind("video_edit", 10),
        _kind("video", 25),
        _kind("tv_spot", 40),
        _kind("photo", 10),
        _kind("logo", 15),
        _kind("rebrand", 60),
        _printed("packaging", 15),
        _kind("event", 20),
        _kind("other", 10),
    )
}
UNKNOWN_JOB = "other"
