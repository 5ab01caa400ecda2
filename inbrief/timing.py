"""The team's calendars as last read, and whether a brief's dates hold against them."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from briefs.draft import BriefValue, days_of, kinds_of_job
from briefs.findings import DateKind, DateSpan
from briefs.roles import Client, Directory, Person, Role
from calendars.feasibility import check
from calendars.loading import load, stale
from calendars.offices import OtherOffice
from calendars.question import Answer, Question
from calendars.rules import Rules
from calendars.settings import CalendarSettings, ClosureSettings
from calendars.snapshot import Held, JobList, Snapshot
from calendars.sources.kept import Copy


class Timing:
    """Holds the newest snapshot; a check looks at it and never reads a calendar itself.

    The snapshot is replaced whole, so a check that runs meanwhile finishes on the one it began with.
    """

    def __init__(
        self,
        calendars: Sequence[CalendarSettings],
        directory: Directory,
        rules: Rules,
        closures: Sequence[ClosureSettings] = (),
        *,
        offices: Sequence[OtherOffice] = (),
        copies: Callable[[], Mapping[str, Copy]] = dict,
        jobs: Callable[[dt.datetime], JobList | None] = lambda _: None,
    ) -> None:
        self._calendars, self._directory, self.rules, self._closures = calendars, directory, rules, closures
        self._offices, self._copies, self._jobs = offices, copies, jobs
        self._snapshot: Snapshot | None = None
        self._seen: tuple[object, ...] = ()
        self.times_read = 0

    def refresh(self, now: dt.datetime) -> Snapshot:
        """Read again if a calendar, the job list or the day changed; what cannot be read keeps its last good entries.

        Calendars on the network are read from their last good copies: fetching is done elsewhere, and may take long.
        """
        zone = self.rules.office.zone
        copies, jobs = self._copies(), self._jobs(now)
        states = {one.name: _state(one, copies.get(one.name), now) for one in self._calendars}
        seen = (now.astimezone(zone).date(), jobs, *states.values())
        again = self._snapshot is not None and any(states[one.calendar] is not None for one in self._snapshot.failed)
        if self._snapshot is None or again or seen != self._seen:
            self._snapshot = load(
                self._calendars,
                self._directory.people,
                clients=self._directory.clients,
                closures=self._closures,
                offices=self._offices,
                jobs=jobs,
                now=now,
                zone=zone,
                copies=copies,
                previous=self._snapshot,
            )
            self._seen = seen
            self.times_read += 1
        elif (known := tuple(_known(one, copies) for one in self._snapshot.calendars)) != self._snapshot.calendars:
            self._snapshot = replace(self._snapshot, calendars=known)
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
        *,
        brand: str | None = None,
        number: str | None = None,
    ) -> Answer:
        """The dates of a brief against the team's time; `number` is the job's own on the list of running jobs."""
        jobs = kinds_of_job(values)
        question = Question(
            due=days_of(values, DateKind.DUE),
            live=days_of(values, DateKind.LIVE),
            unclear=tuple(_unclear(values)),
            jobs=jobs,
            received_at=received_at,
            client=client.id if client is not None else None,
            client_country=client.country if client is not None else None,
            client_region=client.region if client is not None else None,
            brand=brand or "",
            number=number or "",
        )
        return check(staffed(question, client, owner, self._directory, self.rules), self.snapshot(now), self.rules, now)


# Those who make something; who brings it in or watches over it can be stood in for.
_DEPARTMENTS = (Role.CREATIVE, Role.MEDIA, Role.PR, Role.DIGITAL, Role.PRODUCTION)


def staffed(question: Question, client: Client | None, owner: Person, directory: Directory, rules: Rules) -> Question:
    """The question with its people: the account executive and the client's team are key.

    Of a department that the work needs and that has nobody in the team, somebody has to be there.
    """
    team = (directory.person(id) for id in (client.team if client is not None else ()))
    people = tuple(dict.fromkeys((owner, *(person for person in team if person is not None))))
    departments = {role.value: holders for role in _DEPARTMENTS if (holders := directory.holders(role))}
    wanted = {role for id in question.jobs for role in rules.kind(id).roles}
    taken = {role.value for person in people for role in person.roles}
    return replace(
        question,
        people=people,
        departments=departments,
        pools={name: holders for name, holders in departments.items() if name in wanted - taken},
        colleagues={person.id: _could_do(person, people, directory) for person in people},
    )


def _could_do(person: Person, people: tuple[Person, ...], directory: Directory) -> tuple[Person, ...]:
    """The stand-in first, then whoever of the same trade is not in the team yet."""
    trades = person.roles.intersection({Role.ACCOUNT_EXECUTIVE, *_DEPARTMENTS})
    same = (other for other in directory.people if other.active and trades & other.roles)
    first = directory.person(person.stand_in)
    return tuple(dict.fromkeys(other for other in (first, *same) if other is not None and other not in people))


def _unclear(values: tuple[BriefValue, ...]) -> Iterator[tuple[DateSpan, ...]]:
    """Each date whose words allow several days, with its readings, the one in use first."""
    for value in values:
        if isinstance(value.value, DateSpan) and value.readings:
            yield value.value, *(reading for reading in value.readings if isinstance(reading, DateSpan))


def _state(calendar: CalendarSettings, copy: Copy | None, now: dt.datetime) -> object:
    """What changes when the calendar does; None where only another fetch can mend what is wrong with it."""
    if calendar.address is None:
        return _stamp(calendar.file) or ()
    return None if copy is None or stale(calendar, copy, now) is not None else copy.key


def _known(held: Held, copies: Mapping[str, Copy]) -> Held:
    """The same entries may be known to be true for longer."""
    return Held(held.name, copies[held.name].as_of) if held.name in copies else held


def _stamp(file: Path | None) -> tuple[int, int] | None:
    """What changes when a file does; None while it is not there."""
    try:
        told = file.stat() if file is not None else None
    except OSError:
        return None
    return (told.st_mtime_ns, told.st_size) if told is not None else None
