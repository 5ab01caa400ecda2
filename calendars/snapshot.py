"""What the team calendar holds at one moment: plain data that every check reads and none changes."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from zoneinfo import ZoneInfo

from briefs.jobs import JobState, RunningJob
from calendars.occurrences import Moment, instant

_ONE = dt.timedelta(days=1)
_TICK = dt.timedelta(microseconds=1)


class BusyKind(StrEnum):
    ABSENCE = "absence"
    RESOURCE = "resource"
    CLOSURE = "closure"
    MEETING = "meeting"
    CLIENT = "client"  # a client does not work


@dataclass(frozen=True, slots=True)
class Busy:
    """One stretch of taken time: two instants in UTC, or two dates of which the second is the first day after.

    An absence has its `person_id`, a booking its `resource` (in lower case), a client's day off its `client` (id).
    `tentative` is what is only pencilled in.
    """

    start: Moment
    end: Moment
    kind: BusyKind
    calendar: str
    uid: str
    summary: str = ""
    person_id: str | None = None
    resource: str | None = None
    client: str | None = None
    tentative: bool = False

    def days(self, zone: dt.tzinfo) -> tuple[dt.date, dt.date]:
        """The first and the last day it touches."""
        if isinstance(self.start, dt.datetime):
            return self.start.astimezone(zone).date(), (instant(self.end, zone) - _TICK).astimezone(zone).date()
        return self.start, self.end - _ONE


@dataclass(frozen=True, slots=True)
class Held:
    """A calendar in use and the instant its entries are from."""

    name: str
    as_of: dt.datetime


@dataclass(frozen=True, slots=True)
class Failure:
    """A calendar that could not be read now. `last_good` says from when the entries still in use are, if any."""

    calendar: str
    sentence: str
    last_good: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class JobList:
    """The jobs running as of an instant. `stale` where that is longer ago than the agency's limit."""

    as_of: dt.datetime
    jobs: tuple[RunningJob, ...] = ()
    stale: bool = False


_ByDay = Mapping[dt.date, tuple[Busy, ...]]
_NOTHING: _ByDay = {}


@dataclass(frozen=True)
class Snapshot:
    """Every calendar at `as_of`, expanded once for the days from `first` to `last`, in the office's `zone`.

    `busy` is in the order of its starts. `unread` names entries that were skipped and why, `assumed` those read with a
    guess, `unmatched` absences that match nobody of the agency; each as "calendar: entry: reason". `jobs` is None where
    the agency keeps no list of running jobs here: then capacity and the client's other jobs are no part of the check.
    """

    as_of: dt.datetime
    zone: ZoneInfo
    first: dt.date
    last: dt.date
    calendars: tuple[Held, ...] = ()
    busy: tuple[Busy, ...] = ()
    unread: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    unmatched: tuple[str, ...] = ()
    failed: tuple[Failure, ...] = ()
    jobs: JobList | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(calendar.name for calendar in self.calendars)

    def covers(self, day: dt.date) -> bool:
        """Whether anything could be known about that day."""
        return self.first <= day <= self.last

    def absences(self, person_id: str, day: dt.date) -> tuple[Busy, ...]:
        return self._absences.get(person_id, _NOTHING).get(day, ())

    def bookings(self, resource: str, day: dt.date) -> tuple[Busy, ...]:
        return self._bookings.get(resource.casefold(), _NOTHING).get(day, ())

    def closures(self, day: dt.date) -> tuple[Busy, ...]:
        return self._closures.get("", _NOTHING).get(day, ())

    def client_closed(self, client: str, day: dt.date) -> tuple[Busy, ...]:
        return self._clients.get(client, _NOTHING).get(day, ())

    def jobs_due(self, day: dt.date) -> tuple[RunningJob, ...]:
        """The open jobs of the list that are due that day."""
        return self._jobs.get(day, ())

    # The indexes are worked out on first use and kept: a check looks up days and never goes through `busy`.

    @cached_property
    def _absences(self) -> Mapping[str, _ByDay]:
        return self._by_day(BusyKind.ABSENCE)

    @cached_property
    def _bookings(self) -> Mapping[str, _ByDay]:
        return self._by_day(BusyKind.RESOURCE)

    @cached_property
    def _closures(self) -> Mapping[str, _ByDay]:
        return self._by_day(BusyKind.CLOSURE)

    @cached_property
    def _clients(self) -> Mapping[str, _ByDay]:
        return self._by_day(BusyKind.CLIENT)

    @cached_property
    def _jobs(self) -> Mapping[dt.date, tuple[RunningJob, ...]]:
        found: dict[dt.date, list[RunningJob]] = defaultdict(list)
        for job in self.jobs.jobs if self.jobs is not None else ():
            if job.state is JobState.OPEN:
                found[job.due].append(job)
        return {day: tuple(jobs) for day, jobs in found.items()}

    def _by_day(self, kind: BusyKind) -> Mapping[str, _ByDay]:
        index: dict[str, dict[dt.date, list[Busy]]] = defaultdict(lambda: defaultdict(list))
        for busy in self.busy:
            if busy.kind is kind:
                for day in self._days(busy):
                    index[busy.person_id or busy.resource or busy.client or ""][day].append(busy)
        return {key: {day: tuple(found) for day, found in days.items()} for key, days in index.items()}

    def _days(self, busy: Busy) -> Iterator[dt.date]:
        first, last = busy.days(self.zone)
        day, last = max(first, self.first), min(last, self.last)
        while day <= last:
            yield day
            day += _ONE


def empty(as_of: dt.datetime, zone: ZoneInfo) -> Snapshot:
    """No calendar at all: weekends, holidays and lead times are still known."""
    return Snapshot(as_of, zone, dt.date.min, dt.date.max)
