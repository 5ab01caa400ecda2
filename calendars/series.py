"""Expands the components of one UID into its occurrences within a window."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import icalendar
import recurring_ical_events
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # its stubs are a package of their own
from recurring_ical_events.adapters.event import EventAdapter

from calendars.components import BadSeries, Component, read_event, read_free_busy
from calendars.feed import Block
from calendars.occurrences import Moment, Occurrence, instant, is_day

# The library compares ends its own way across a change of clocks; a wide query, filtered here, loses nothing.
_MARGIN = dt.timedelta(days=2)
_LONGEST = dt.timedelta(days=364_000)  # the library goes back from the window by the length of an entry
_UNTIL = re.compile(r";?UNTIL=[^;]*", re.IGNORECASE)
_INDEX = "X-INBRIEF-COMPONENT"


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
class Expanded:
    """`assumed` names what was read with a guess, such as a time zone nobody defines."""

    occurrences: tuple[Occurrence, ...]
    assumed: tuple[str, ...] = ()


def expand(blocks: Sequence[Block], window: Window, most: int) -> Expanded:
    """All busy occurrences of one UID that touch the window; raises `BadSeries`, or whatever the library trips over."""
    components = [read_event(block, window.zone) for block in blocks]
    _same_type(components)
    reach = max((end - begin for each in components for begin, end in each.periods.items()), default=dt.timedelta(0))
    for index, each in enumerate(components):
        each.event[_INDEX] = str(index)
    found: dict[Occurrence, None] = {}
    for calendar in _revisions([each.event for each in components]):
        query = recurring_ical_events.CalendarQuery(calendar, components=[_Starts])
        for happens in query.between(window.start - _MARGIN - reach, window.end + _MARGIN):
            each = components[happens["index"]]
            if each.entry is None:
                continue
            start = _typed(happens["start"], each.start)
            if _taken_out(each, start):
                continue
            end = each.periods.get(instant(start, dt.UTC)) or each.length.after(start)
            if window.holds(start, end):
                found[Occurrence(each.entry, _utc(start), _utc(end))] = None
            if len(found) > most:
                raise BadSeries(f"it repeats more than {most} times")
    return Expanded(tuple(found), tuple(guess for each in components for guess in each.assumed))


def expand_free_busy(block: Block, window: Window) -> Expanded:
    """What a VFREEBUSY gives as taken within the window."""
    return Expanded(tuple(each for each in read_free_busy(block, window.zone) if window.holds(each.start, each.end)))


class _Starts(EventAdapter):  # type: ignore[misc]  # the library publishes no types
    """Answers with the start and the entry alone: copying whole components takes ten times as long as finding them."""

    @property
    def raw_end(self) -> Moment:
        """No later than the library can count; the true end is worked out from the entry's length."""
        start: Moment = super().raw_start
        end: Moment = super().raw_end
        return end if end.year - start.year < 1000 else start + _LONGEST

    def as_component(self, start: Moment, stop: Moment, keep_recurrence_attributes: bool) -> dict[str, Any]:
        return {"index": int(self._component[_INDEX]), "start": start}


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


def _same_type(components: Sequence[Component]) -> None:
    """Puts each RECURRENCE-ID into the type and zone of its series; the library also compares wall clocks."""
    master = next((each for each in components if "RECURRENCE-ID" not in each.event), None)
    if master is None:
        return
    for each in components:
        id = each.event.get("RECURRENCE-ID")
        if id is not None and is_day(id.dt) and isinstance(master.start, dt.datetime):
            id.dt = dt.datetime.combine(id.dt, master.start.timetz())
        elif id is not None and not is_day(id.dt):
            id.dt = id.dt.astimezone(master.start.tzinfo) if isinstance(master.start, dt.datetime) else id.dt.date()


def _taken_out(component: Component, start: Moment) -> bool:
    """Whether an EXRULE has that time; RFC 5545 knows it no more, but old calendars do."""
    if not component.without:
        return False
    first, asked = _naive(component.start), _naive(start)
    return any(
        rrulestr(_UNTIL.sub("", rule), dtstart=first).between(asked, asked, inc=True) for rule in component.without
    )


def _naive(moment: Moment) -> dt.datetime:
    return moment.replace(tzinfo=None) if isinstance(moment, dt.datetime) else dt.datetime.combine(moment, dt.time())


def _typed(start: Moment, written: Moment) -> Moment:
    """The library turns days into midnights where a series mixes both; a whole day stays one."""
    return start.date() if isinstance(start, dt.datetime) and is_day(written) else start


def _utc(moment: Moment) -> Moment:
    return moment.astimezone(dt.UTC) if isinstance(moment, dt.datetime) else moment
