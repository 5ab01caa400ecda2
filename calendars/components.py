"""Reads one component: its fixed start, its length, what it says; times in the zones they were meant in."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import icalendar

from calendars.feed import Block
from calendars.lenient import zone_called
from calendars.occurrences import Entry, Moment, Occurrence, Party, instant, is_day

_TIMING = {"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"}
_FREE = {"FREE", "WORKINGELSEWHERE"}
_WITHIN_A_WEEK = {"BYDAY", "BYMONTHDAY", "BYYEARDAY"}
_EVER = 9000  # "until 9999" is what some programs write for a rule without an end
_DAY = dt.timedelta(days=1)
_ZERO = dt.timedelta(0)
_DURATION = re.compile(r"([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?\Z", re.ASCII)


class BadSeries(ValueError):
    """This series cannot be read; the text says why. The other series of the calendar are not touched."""


@dataclass(frozen=True, slots=True)
class Length:
    """Days are nominal (the same time of day after a change of clocks), the rest exact (RFC 5545 3.3.6)."""

    days: int = 0
    exact: dt.timedelta = _ZERO

    def after(self, start: Moment) -> Moment:
        if not isinstance(start, dt.datetime):
            return start + dt.timedelta(days=self.days)
        moved = start + dt.timedelta(days=self.days)  # wall clock: the zone object stays the same
        return moved.astimezone(dt.UTC) + self.exact


@dataclass(frozen=True, slots=True)
class Component:
    """One VEVENT, ready to be expanded.

    `event` is the library's, with floating times put into a zone, UNTIL and EXDATE in the type of DTSTART. `entry` is
    None for what takes up no time. `periods` are the RDATEs that bring their own end: start in UTC → end in UTC.
    `without` are the rules whose times are taken out (EXRULE, of RFC 2445).
    `assumed` says what was read with a guess.
    """

    event: icalendar.Event
    start: Moment
    length: Length
    entry: Entry | None
    periods: dict[dt.datetime, dt.datetime]
    without: tuple[str, ...]
    assumed: tuple[str, ...]


def read_event(block: Block, zone: dt.tzinfo) -> Component:
    """Reads a VEVENT; raises `BadSeries` where anything that says when it is cannot be read."""
    event = _parsed(block)
    assumed = tuple(_fix(event, zone))
    return Component(
        event=event,
        start=_moment(event, "DTSTART"),
        length=_length(event, block),
        entry=_entry(event),
        periods=dict(_periods(event)),
        without=tuple(str(rule.to_ical(), "ascii") for rule in _rules(event, "EXRULE")),  # type: ignore[no-untyped-call]
        assumed=assumed,
    )


def read_free_busy(block: Block, zone: dt.tzinfo) -> Iterator[Occurrence]:
    """The times a VFREEBUSY gives as taken (RFC 5545 3.6.4); it has no title."""
    _whole(block)
    published = icalendar.FreeBusy.from_ical(block.text)
    for name, reason in published.errors:
        raise BadSeries(f"{name or 'a line'}: {reason}"[:200])
    for period in _values(published, "FREEBUSY"):
        kind = str(period.params.get("FBTYPE", "BUSY")).upper()
        if kind != "FREE":
            entry = Entry(str(published.get("UID", "")), "", kind == "BUSY-TENTATIVE", kind == "BUSY-UNAVAILABLE")
            yield Occurrence(entry, *_period(_aware(period.dt, zone)))


def identify(component: Component, master: Component) -> None:
    """Puts RECURRENCE-ID into the type its series has: Exchange writes times for days, others days for times."""
    id = component.event.get("RECURRENCE-ID")
    if id is None or component is master:
        return
    if not isinstance(master.start, dt.datetime):
        id.dt = _day(id.dt, dt.UTC)
    elif is_day(id.dt):
        id.dt = dt.datetime.combine(id.dt, master.start.timetz())


def hang_on_the_wall(event: icalendar.Event, zone: dt.tzinfo) -> None:
    """Turns all its times into wall clock times of the zone, without naming it."""
    for name in ("DTSTART", "DTEND", "RECURRENCE-ID", "RDATE", "EXDATE"):
        for value in _values(event, name):
            for item in getattr(value, "dts", [value]):
                item.dt = _on_the_wall(item.dt, zone)
    for rule in _values(event, "RRULE"):
        if "UNTIL" in rule:
            rule["UNTIL"] = [_on_the_wall(until, zone) for until in rule["UNTIL"]]


def _on_the_wall(value: Any, zone: dt.tzinfo) -> Any:
    if isinstance(value, tuple):
        return tuple(_on_the_wall(part, zone) for part in value)
    if isinstance(value, dt.datetime) and value.tzinfo is not None:
        return value.astimezone(zone).replace(tzinfo=None, fold=0)
    return value


def _whole(block: Block) -> None:
    if not block.whole:
        raise BadSeries(f"END:{block.name} is missing")


def _parsed(block: Block) -> icalendar.Event:
    _whole(block)
    event = icalendar.Event.from_ical(block.text)
    if not isinstance(event, icalendar.Event):
        raise BadSeries("it is no VEVENT")
    for name, reason in event.errors:
        # Nothing raises for these; a series read without its broken EXDATE would claim days that were called off.
        if name is None or name.upper() in _TIMING:
            raise BadSeries(f"{name or 'a line'}: {reason}"[:200])
    if "DTSTART" not in event:
        raise BadSeries("it has no DTSTART")
    return event


def _fix(event: icalendar.Event, zone: dt.tzinfo) -> Iterator[str]:
    """Puts floating times into the calendar's zone and UNTIL and EXDATE into the type DTSTART has; yields guesses."""
    own = zone
    for name in ("DTSTART", "DTEND", "RECURRENCE-ID", "RDATE", "EXDATE"):
        for value in _values(event, name):
            zone_name = value.params.get("TZID")
            for item in getattr(value, "dts", [value]):
                known = own
                if zone_name and _is_naive(item.dt):
                    called = zone_called(str(zone_name))
                    if called is None:
                        yield f"the time zone {zone_name!r} is not known, read in {zone}"
                    known = called or zone
                item.dt = _aware(item.dt, known)
            if name == "DTSTART":
                own = getattr(value.dt, "tzinfo", None) or zone  # where a floating EXDATE of a zoned series is meant
    start = _moment(event, "DTSTART")
    if isinstance(start, dt.datetime):
        for value in _values(event, "RDATE"):
            for item in value.dts:
                item.dt = dt.datetime.combine(item.dt, start.timetz()) if _is_date(item.dt) else item.dt
    else:
        for value in _values(event, "EXDATE"):
            for item in value.dts:
                item.dt = _day(item.dt, zone)
        if "DTEND" in event and _moment(event, "DTEND") == start:
            yield "it ends on the day it begins, so it takes no time"
    for rule in _values(event, "RRULE"):
        if any(until.year > _EVER for until in rule.get("UNTIL", ())):
            del rule["UNTIL"]
        if "UNTIL" in rule:
            rule["UNTIL"] = [_until(until, start, zone) for until in rule["UNTIL"]]
        if "BYWEEKNO" in rule and not _WITHIN_A_WEEK.intersection(rule):
            # What the rule leaves out is DTSTART's (RFC 5545 3.3.10); the library would take the whole week.
            rule["BYDAY"] = [("MO", "TU", "WE", "TH", "FR", "SA", "SU")[start.weekday()]]


def _values(event: icalendar.Component, name: str) -> list[Any]:
    """The property's values; the library holds one bare and several in a list, its types say neither."""
    value = event.get(name)
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _rules(event: icalendar.Event, name: str) -> Iterator[icalendar.vRecur]:
    for value in _values(event, name):
        yield value if isinstance(value, icalendar.vRecur) else icalendar.vRecur.from_ical(str(value))


def _is_date(value: Any) -> bool:
    return isinstance(value, dt.date) and is_day(value)


def _is_naive(value: Any) -> bool:
    first = value[0] if isinstance(value, tuple) else value
    return isinstance(first, dt.datetime) and first.tzinfo is None


def _aware(value: Any, zone: dt.tzinfo) -> Any:
    """A date, a date-time, a length or a period of them, floating times put into the zone."""
    if isinstance(value, tuple):
        return tuple(_aware(part, zone) for part in value)
    if isinstance(value, dt.datetime) and value.tzinfo is None:
        return value.replace(tzinfo=zone)
    return value


def _moment(event: icalendar.Event, name: str) -> Moment:
    value = _values(event, name)[0].dt
    if not isinstance(value, dt.date):
        raise BadSeries(f"{name}: expected a day or a time on a day, got {value}")
    return value


def _day(moment: Moment, zone: dt.tzinfo) -> dt.date:
    """The day a date-time on an all-day series stands for.

    Exchange writes the local midnight in UTC (20260303T230000Z for the 4th in Berlin), others the UTC midnight or last
    second of the day itself.
    """
    if not isinstance(moment, dt.datetime):
        return moment
    if moment.utcoffset() or moment.timetz().replace(tzinfo=None) in {dt.time(), dt.time(23, 59, 59)}:
        return moment.date()
    return moment.astimezone(zone).date()


def _until(until: Moment, start: Moment, zone: dt.tzinfo) -> Moment:
    """UNTIL as RFC 5545 3.3.10 wants it: a date for days, otherwise UTC; a bare date includes that whole day."""
    if not isinstance(start, dt.datetime):
        return _day(until, zone)
    if not isinstance(until, dt.datetime):
        until = dt.datetime.combine(until, dt.time(23, 59, 59))
    if until.tzinfo is None:
        until = until.replace(tzinfo=start.tzinfo)
    return until.astimezone(dt.UTC)


def _length(event: icalendar.Event, block: Block) -> Length:
    start = _moment(event, "DTSTART")
    if "DTEND" in event:
        end = _moment(event, "DTEND")
        if is_day(start) != is_day(end):
            raise BadSeries("one of DTSTART and DTEND is a day, the other a time")
        if instant(end, dt.UTC) < instant(start, dt.UTC):
            raise BadSeries("it ends before it starts")
        length = instant(end, dt.UTC) - instant(start, dt.UTC)
        return Length(days=length.days) if is_day(start) else Length(exact=length)
    written = block.value("DURATION")
    if written is not None:
        return _duration(written, start)
    return Length(days=1) if is_day(start) else Length()


def _duration(written: str, start: Moment) -> Length:
    match = _DURATION.match(written.upper())
    if match is None or match[1] == "-":
        raise BadSeries(f"DURATION: {written[:60]!r} is no length of time")
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    exact = dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if is_day(start) and exact:
        # Not allowed (RFC 5545 3.6.1), but seen: a day begun is taken as a day.
        return Length(days=7 * weeks + days + -(-exact // _DAY))
    return Length(days=7 * weeks + days, exact=exact)


def _periods(event: icalendar.Event) -> Iterator[tuple[dt.datetime, dt.datetime]]:
    for value in _values(event, "RDATE"):
        yield from (_period(item.dt) for item in value.dts if isinstance(item.dt, tuple))


def _period(value: tuple[dt.datetime, dt.datetime | dt.timedelta]) -> tuple[dt.datetime, dt.datetime]:
    start, end = value
    if isinstance(end, dt.timedelta):
        # Whole days are nominal like those of DURATION; the library no longer tells 24 hours from a day.
        end = start + end if end % _DAY == _ZERO else start.astimezone(dt.UTC) + end
    return start.astimezone(dt.UTC), end.astimezone(dt.UTC)


def _entry(event: icalendar.Event) -> Entry | None:
    """None for what takes up no time: transparent, cancelled, marked as free, declined by everyone asked."""
    marked = str(event.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).strip().upper()
    status = str(event.get("STATUS", "")).strip().upper()
    if str(event.get("TRANSP", "")).strip().upper() == "TRANSPARENT" or status == "CANCELLED" or marked in _FREE:
        return None
    attendees = tuple(_party(value) for value in _values(event, "ATTENDEE"))
    if attendees and all(party.status == "DECLINED" for party in attendees):
        return None
    organiser = event.get("ORGANIZER")
    return Entry(
        uid=str(event.get("UID", "")),
        summary=str(event.get("SUMMARY", ""))[:500],
        tentative=status == "TENTATIVE" or marked == "TENTATIVE",
        out_of_office=marked == "OOF",
        organiser=None if organiser is None else _party(organiser),
        attendees=attendees,
    )


def _party(value: Any) -> Party:
    params = getattr(value, "params", {})
    address = str(value).strip().lower().removeprefix("mailto:")
    return Party(address[:320], str(params.get("CN", ""))[:200], str(params.get("PARTSTAT", "")).upper()[:40])
