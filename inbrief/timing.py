"""The team's calendars as last read, and whether a brief's dates hold against them."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from briefs.draft import BriefValue, days_of, kinds_of_job
from briefs.findings import DateKind, DateSpan
from briefs.jobs import JobKind
from briefs.roles import Client, Person
from calendars.feasibility import check
from calendars.loading import load
from calendars.question import Answer, Question
from calendars.settings import CalendarSettings
from calendars.snapshot import Snapshot
from calendars.workdays import Office


class Timing:
    """Holds the newest snapshot; a check looks at it and never reads a calendar itself.

    The snapshot is replaced whole, so a check that runs meanwhile finishes on the one it began with.
    """

    def __init__(
        self,
        calendars: Sequence[CalendarSettings],
        people: Sequence[Person],
        office: Office,
        jobs: Mapping[str, JobKind],
    ) -> None:
        self._calendars, self._people, self._office, self.jobs = calendars, people, office, jobs
        self._snapshot: Snapshot | None = None
        self._seen: tuple[object, ...] = ()

    def refresh(self, now: dt.datetime) -> Snapshot:
        """Read the calendars again if a file or the day changed; what cannot be read keeps its last good entries."""
        seen = (now.astimezone(self._office.zone).date(), *(_stamp(one.file) for one in self._calendars))
        if self._snapshot is None or self._snapshot.failed or seen != self._seen:
            self._snapshot = load(
                self._calendars, self._people, now=now, zone=self._office.zone, previous=self._snapshot
            )
            self._seen = seen
        return self._snapshot

    def snapshot(self, now: dt.datetime) -> Snapshot:
        return self._snapshot or self.refresh(now)

    def check(
        self,
        values: tuple[BriefValue, ...],
        client: Client | None,
        owner: Person,
        received_at: dt.datetime,
        now: dt.datetime,
    ) -> Answer:
        """The dates of a brief against the team's time. Key people are the AE and the client's team."""
        team = [person for person in self._people if client is not None and person.id in client.team]
        question = Question(
            due=days_of(values, DateKind.DUE),
            live=days_of(values, DateKind.LIVE),
            unclear=tuple(_unclear(values)),
            jobs=kinds_of_job(values),
            received_at=received_at,
            people=tuple(dict.fromkeys((owner, *team))),
            client_country=client.country if client is not None else None,
        )
        return check(question, self.snapshot(now), self._office, self.jobs, now)


def _unclear(values: tuple[BriefValue, ...]) -> Iterator[tuple[DateSpan, ...]]:
    """Each date whose words allow several days, with its readings, the one in use first."""
    for value in values:
        if isinstance(value.value, DateSpan) and value.readings:
            yield value.value, *(reading for reading in value.readings if isinstance(reading, DateSpan))


def _stamp(file: Path | None) -> tuple[int, int] | None:
    """What changes when a file does; None while it is not there."""
    try:
        told = file.stat() if file is not None else None
    except OSError:
        return None
    return (told.st_mtime_ns, told.st_size) if told is not None else None
