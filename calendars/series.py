"""Expands the components of one UID into its occurrences within a window."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import icalendar
import recurring_ical_events
from recurring_ical_events.adapters.event import EventAdapter

from calendars.components import BadSeries, read_event, read_free_busy
from calendars.feed import Block
from calendars.occurrences import Moment, Occurrence, instant, is_day

# The library compares ends its own way across a change of clocks; a wide query, filtered here, loses nothing.
_MARGIN = dt.timedelta(days=2)
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
    periods = {start: end for each in components for start, end in each.periods.items()}
    for index, each in enumerate(components):
        each.event[_INDEX] = str(index)
    found: dict[Occurrence, None] = {}
    for calendar in _revisions([each.event for each in components]):
        query = recurring_ical_events.CalendarQuery(calendar, components=[_Starts])
        for happens in query.between(window.start - _MARGIN, window.end + _MARGIN):
            each = components[happens["index"]]
            if each.entry is None:
                continue
            start = _typed(happens["start"], each.start)
            end = periods.get(_utc(start)) or each.length.after(start)
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


def _typed(start: Moment, written: Moment) -> Moment:
    """The library turns days into midnights where a series mixes both; a whole day stays one."""
    return start.date() if isinstance(start, dt.datetime) and is_day(written) else start


def _utc(moment: Moment) -> Moment:
    return moment.astimezone(dt.UTC) if isinstance(moment, dt.datetime) else moment
