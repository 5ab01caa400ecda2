"""Expands the components of one UID into its occurrences within a window."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import icalendar
import recurring_ical_events
from recurring_ical_events.adapters.event import EventAdapter

from calendars.feed import Block
from calendars.occurrences import Entry, Moment, Occurrence, Party, instant, is_day

_TIMING = {"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"}
_FREE = {"FREE", "WORKINGELSEWHERE"}
_DAY = dt.timedelta(days=1)
_ZERO = dt.timedelta(0)
# The library compares ends its own way across a change of clocks; a wide query, filtered here, loses nothing.
_MARGIN = 2 * _DAY
_INDEX = "X-INBRIEF-COMPONENT"
_DURATION = re.compile(r"([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?\Z", re.ASCII)


class BadSeries(ValueError):
    """This series cannot be read; the text says why. The other series of the calendar are not touched."""


@dataclass(frozen=True, slots=True)
class Window:
    """Half-open in instants; `zone` is where floating times and whole days are read."""

    start: dt.datetime
    end: dt.datetime
    zone: dt.tzinfo

    def holds(self, start: Moment, end: Moment) -> bool:
        """Whether a stretch takes up time within the window; one without length takes none."""
        first, last = instant(start, self.zone), instant(end, self.zone)
        return first < last and first < self.end and last > self.start


@dataclass(frozen=True, slots=True)
class _Length:
    """Days are nominal (the same time of day after a change of clocks), the rest exact (RFC 5545 3.3.6)."""

    days: int = 0
    exact: dt.timedelta = _ZERO

    def after(self, start: Moment) -> Moment:
        if not isinstance(start, dt.datetime):
            return start + dt.timedelta(days=self.days)
        moved = start + dt.timedelta(days=self.days)  # wall clock: the zone object stays the same
        return moved.astimezone(dt.UTC) + self.exact


@dataclass(slots=True)
class Expanded:
    """`assumed` names what was read with a guess, such as a time zone nobody defines."""

    occurrences: list[Occurrence] = field(default_factory=list)
    assumed: list[str] = field(default_factory=list)


def expand(blocks: Sequence[Block], window: Window, most: int) -> Expanded:
    """All busy occurrences of one UID that touch the window; raises `BadSeries`, or whatever the library trips over."""
    result = Expanded()
    events = [_parsed(block) for block in blocks]
    for event in events:
        result.assumed.extend(_fix(event, window.zone))
    lengths = [_length(event, block) for event, block in zip(events, blocks, strict=True)]
    entries = [_entry(event) for event in events]
    starts = [_moment(event, "DTSTART") for event in events]
    periods = dict(period for event in events for period in _periods(event))
    for index, event in enumerate(events):
        event[_INDEX] = str(index)
    seen: set[tuple[Moment, Moment, int]] = set()
    for calendar in _revisions(events):
        query = recurring_ical_events.CalendarQuery(calendar, components=[_Starts])
        for found in query.between(window.start - _MARGIN, window.end + _MARGIN):
            index = found["index"]
            entry = entries[index]
            if entry is None:
                continue
            start = _typed(found["start"], starts[index])
            end = periods.get(_utc(start)) or lengths[index].after(start)
            start, end = _utc(start), _utc(end)
            if window.holds(start, end) and (start, end, index) not in seen:
                seen.add((start, end, index))
                result.occurrences.append(Occurrence(entry, start, end))
            if len(result.occurrences) > most:
                raise BadSeries(f"it repeats more than {most} times")
    return result


class _Starts(EventAdapter):  # type: ignore[misc]  # the library publishes no types
    """Answers with the start and the entry alone: copying whole components takes ten times as long as finding them."""

    def as_component(self, start: Moment, stop: Moment, keep_recurrence_attributes: bool) -> dict[str, Any]:
        return {"index": int(self._component[_INDEX]), "start": start}


def expand_free_busy(block: Block, window: Window) -> Expanded:
    """The times a VFREEBUSY gives as taken (RFC 5545 3.6.4); it has no title."""
    _whole(block)
    component = icalendar.FreeBusy.from_ical(block.text)
    for name, reason in component.errors:
        raise BadSeries(f"{name or 'a line'}: {reason}"[:200])
    result = Expanded()
    for period in _values(component, "FREEBUSY"):
        kind = str(period.params.get("FBTYPE", "BUSY")).upper()
        start, end = _aware(period.dt, window.zone)
        start, end = _utc(start), _utc(start) + end if isinstance(end, dt.timedelta) else _utc(end)
        if kind != "FREE" and window.holds(start, end):
            entry = Entry(str(component.get("UID", "")), "", kind == "BUSY-TENTATIVE", kind == "BUSY-UNAVAILABLE")
            result.occurrences.append(Occurrence(entry, start, end))
    return result


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
    for name in ("DTSTART", "DTEND", "RECURRENCE-ID", "RDATE", "EXDATE"):
        for value in _values(event, name):
            zone_name = value.params.get("TZID")
            for item in getattr(value, "dts", [value]):
                if zone_name and _is_naive(item.dt):
                    yield f"the time zone {zone_name!r} is not known, read in {zone}"
                item.dt = _aware(item.dt, zone)
    start = _moment(event, "DTSTART")
    if is_day(start):
        for value in _values(event, "EXDATE"):
            for item in value.dts:
                item.dt = _day(item.dt, zone)
    for rule in _values(event, "RRULE"):
        if "UNTIL" in rule:
            rule["UNTIL"] = [_until(until, start, zone) for until in rule["UNTIL"]]


def _values(event: icalendar.Component, name: str) -> list[Any]:
    """The property's values; the library holds one bare and several in a list, its types say neither."""
    value = event.get(name)
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


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


def _length(event: icalendar.Event, block: Block) -> _Length:
    start = _moment(event, "DTSTART")
    if "DTEND" in event:
        end = _moment(event, "DTEND")
        if is_day(start) != is_day(end):
            raise BadSeries("one of DTSTART and DTEND is a day, the other a time")
        if instant(end, dt.UTC) < instant(start, dt.UTC):
            raise BadSeries("it ends before it starts")
        length = instant(end, dt.UTC) - instant(start, dt.UTC)
        return _Length(days=length.days) if is_day(start) else _Length(exact=length)
    written = block.value("DURATION")
    if written is not None:
        return _duration(written, start)
    return _Length(days=1) if is_day(start) else _Length()


def _duration(written: str, start: Moment) -> _Length:
    match = _DURATION.match(written.upper())
    if match is None or match[1] == "-":
        raise BadSeries(f"DURATION: {written[:60]!r} is no length of time")
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    exact = dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if is_day(start) and exact:
        # Not allowed (RFC 5545 3.6.1), but seen: a day begun is taken as a day.
        return _Length(days=7 * weeks + days + -(-exact // _DAY))
    return _Length(days=7 * weeks + days, exact=exact)


def _periods(event: icalendar.Event) -> Iterator[tuple[Moment, Moment]]:
    """RDATE;VALUE=PERIOD: start in UTC → end in UTC."""
    for value in _values(event, "RDATE"):
        for item in value.dts:
            if isinstance(item.dt, tuple):
                start, end = item.dt
                ends = _utc(start) + end if isinstance(end, dt.timedelta) else _utc(end)
                yield _utc(start), ends


def _revisions(events: Sequence[icalendar.Event]) -> Iterator[icalendar.Calendar]:
    """The newest revision with its overrides; entries that merely share a UID stand alone, so that none is lost."""
    masters = [event for event in events if "RECURRENCE-ID" not in event]
    newest = max((_revision(event) for event in masters), default=None)
    current = [event for event in masters if _revision(event) == newest]
    first = icalendar.Calendar()
    for event in events:
        if "RECURRENCE-ID" in event or (current and event is current[0]):
            first.add_component(event)
    yield first
    for event in current[1:]:
        alone = icalendar.Calendar()
        alone.add_component(event)
        yield alone


def _revision(event: icalendar.Event) -> tuple[int, dt.datetime]:
    """SEQUENCE, then DTSTAMP, decide which of two revisions is newer (RFC 5546 2.1.5)."""
    sequence, stamp = event.get("SEQUENCE"), event.get("DTSTAMP")
    written = getattr(stamp, "dt", None)
    return (
        sequence if isinstance(sequence, int) else 0,
        instant(written, dt.UTC) if isinstance(written, dt.date) else dt.datetime.min.replace(tzinfo=dt.UTC),
    )


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


def _typed(start: Moment, written: Moment) -> Moment:
    """The library turns days into midnights where a series mixes both; a whole day stays one."""
    return start.date() if isinstance(start, dt.datetime) and is_day(written) else start


def _utc(moment: Moment) -> Moment:
    return moment.astimezone(dt.UTC) if isinstance(moment, dt.datetime) else moment
