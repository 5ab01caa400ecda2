"""Reads the configured calendars into a snapshot."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from briefs.jobs import RunningJob
from briefs.roles import Client, Person
from calendars import isolation
from calendars.entries import Reading
from calendars.errors import CalendarsError, Unreadable
from calendars.names import ClientNames, Names
from calendars.occurrences import Entry, Moment, Occurrence, Party, instant
from calendars.offices import OtherOffice, days_away, zone_of
from calendars.settings import CalendarSettings, ClosureSettings, Role
from calendars.snapshot import Failure, Held, JobList, Snapshot
from calendars.sources.kept import Copy

_BYTES = 30_000_000
_CAPS = isolation.Caps()


def load(
    settings: Sequence[CalendarSettings],
    people: Sequence[Person],
    *,
    now: dt.datetime,
    zone: ZoneInfo,
    clients: Sequence[Client] = (),
    closures: Sequence[ClosureSettings] = (),
    offices: Sequence[OtherOffice] = (),
    jobs: JobList | None = None,
    copies: Mapping[str, Copy] | None = None,
    days_back: int = 60,
    days_ahead: int = 400,
    previous: Snapshot | None = None,
) -> Snapshot:
    """All calendars, closures, other offices' holidays and the running jobs at `now`; takes a second or so a calendar.

    Expanded from `days_back` before to `days_ahead` after. Calendars on the network are read from their last good
    `copies`, and are failed as well where that is too old. Never raises for what a calendar holds: one that cannot be
    read is named in `failed`, and what `previous` knew of it stays in use. Belongs in the background, not in the way of
    a mail.
    """
    today = now.astimezone(zone).date()
    first, last = today - dt.timedelta(days=days_back), today + dt.timedelta(days=days_ahead)
    names, client_names = Names(people), ClientNames(clients)
    calendars: list[Held] = []
    failed: list[Failure] = []
    busy = [*(closure.busy() for closure in closures), *days_away(people, offices, first, last)]
    running: list[RunningJob] = []
    notes: dict[str, list[str]] = {"unread": [], "assumed": [], "unmatched": []}
    for one in settings:
        try:
            copy = _copy(one, copies or {})
            contents = read_days(one, first, last, zone_of(one.who, people, offices) or zone, copy)
        except CalendarsError as problem:
            held = _held(previous, one.name)
            failed.append(Failure(one.name, str(problem), None if held is None else held.as_of))
            if previous is not None and held is not None:
                calendars.append(held)
                busy.extend(entry for entry in previous.busy if entry.calendar == one.name)
            continue
        reading = Reading(one, names, client_names)
        calendars.append(Held(one.name, now if copy is None else copy.as_of))
        if copy is not None and (failure := stale(one, copy, now)) is not None:
            failed.append(failure)
        busy.extend(entry for occurrence in contents.occurrences for entry in reading.busy(occurrence))
        running.extend(job for occurrence in contents.occurrences for job in reading.jobs(occurrence, zone))
        for kind, lines in (
            ("unread", contents.unread),
            ("assumed", contents.assumed),
            ("unmatched", reading.unmatched),
        ):
            notes[kind].extend(f"{one.name}: {line}" for line in lines)
    return Snapshot(
        as_of=now,
        zone=zone,
        first=first,
        last=last,
        calendars=tuple(calendars),
        busy=tuple(sorted(busy, key=lambda entry: (instant(entry.start, zone), instant(entry.end, zone), entry.uid))),
        unread=tuple(notes["unread"]),
        assumed=tuple(notes["assumed"]),
        unmatched=tuple(notes["unmatched"]),
        failed=tuple(failed),
        jobs=_all_jobs(jobs, running, now, any(one.role == Role.JOBS for one in settings)),
    )


def _all_jobs(imported: JobList | None, running: list[RunningJob], now: dt.datetime, calendar: bool) -> JobList | None:
    """The imported list and what calendars of jobs hold; one imported earlier is no newer for the calendars' sake."""
    if imported is None:
        return JobList(now, tuple(running)) if calendar else None
    return replace(imported, jobs=(*imported.jobs, *running))


@dataclass(frozen=True, slots=True)
class Contents:
    """One calendar as it was read."""

    occurrences: tuple[Occurrence, ...]
    unread: tuple[str, ...]
    assumed: tuple[str, ...]


def stale(settings: CalendarSettings, copy: Copy, now: dt.datetime) -> Failure | None:
    """A copy known to be true longer ago than the calendar's limit is shown, and never relied on."""
    if now - copy.as_of <= dt.timedelta(hours=settings.max_age_hours):
        return None
    since = f"calendar {settings.name} is older than {settings.max_age_hours:g} hours"
    return Failure(settings.name, f"{since}: {copy.problem}" if copy.problem else since, copy.as_of)


def _copy(settings: CalendarSettings, copies: Mapping[str, Copy]) -> Copy | None:
    if settings.address is not None and settings.name not in copies:
        raise Unreadable(f"calendar {settings.name} has not been fetched yet")
    return copies.get(settings.name)


def read_days(
    settings: CalendarSettings, first: dt.date, last: dt.date, zone: ZoneInfo, copy: Copy | None = None
) -> Contents:
    """The calendar's occurrences on those days; raises `CalendarsError` with a sentence naming it."""
    # One day more on each side: a day in the calendar's zone can begin up to a day before or after the office's.
    one = dt.timedelta(days=1)
    start, end = instant(first - one, dt.UTC), instant(last + 2 * one, dt.UTC)
    known = zone if settings.time_zone is None else ZoneInfo(settings.time_zone)
    return read_between(settings, start, end, known, own_zone=settings.time_zone is None, copy=copy)


def read_between(
    settings: CalendarSettings,
    start: dt.datetime,
    end: dt.datetime,
    zone: ZoneInfo,
    *,
    own_zone: bool,
    copy: Copy | None = None,
) -> Contents:
    """Its occurrences between two instants; with `own_zone` the zone it names itself, if any, comes first."""
    place = settings.file or f"calendar {settings.name}"
    try:
        if settings.file is not None:
            raw = _bytes(settings.file)
        elif copy is not None:
            raw = copy.body()
        else:
            raise Unreadable("it has not been fetched yet")
        return _read(raw, start, end, zone, own_zone=own_zone)
    except CalendarsError as problem:
        raise Unreadable(f"{place} could not be read: {problem}") from problem


def _bytes(path: Path) -> bytes:
    try:
        if not path.exists():
            raise Unreadable("there is no such file")
        if not path.is_file():
            raise Unreadable("it is not a file")
        size = path.stat().st_size
        if size > _BYTES:
            raise Unreadable(f"it has {size:,} bytes, over the limit of {_BYTES:,}")
        return path.read_bytes()
    except OSError as problem:
        raise Unreadable(problem.strerror or str(problem)) from problem


def _read(raw: bytes, start: dt.datetime, end: dt.datetime, zone: ZoneInfo, *, own_zone: bool) -> Contents:
    request = {"start": start.isoformat(), "end": end.isoformat(), "zone": zone.key, "own_zone": own_zone}
    answer = json.loads(isolation.run("calendars.child", json.dumps(request).encode() + b"\n" + raw, _CAPS))
    if "unreadable" in answer:
        raise Unreadable(answer["unreadable"])
    entries = [_entry(entry) for entry in answer["entries"]]
    return Contents(
        tuple(Occurrence(entries[index], _moment(start), _moment(end)) for index, start, end in answer["occurrences"]),
        tuple(answer["unread"]),
        tuple(answer["assumed"]),
    )


def _entry(plain: dict[str, Any]) -> Entry:
    organiser = plain.pop("organiser")
    attendees = plain.pop("attendees")
    return Entry(
        **plain,
        organiser=None if organiser is None else Party(**organiser),
        attendees=tuple(Party(**attendee) for attendee in attendees),
    )


def _moment(text: str) -> Moment:
    return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)


def _held(snapshot: Snapshot | None, name: str) -> Held | None:
    calendars = () if snapshot is None else snapshot.calendars
    return next((calendar for calendar in calendars if calendar.name == name), None)
