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

from calendars.components import BadSeries, Component, hang_on_the_wall, identify, read_event, read_free_busy
from calendars.feed import Block
from calendars.occurrences import Moment, Occurrence, instant

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
    found: dict[Occurrence, None] = {}
    for group in _revisions(components):
        for occurrence in _occurrences(group, window):
            found[occurrence] = None
            if len(found) > most:
                raise BadSeries(f"it repeats more than {most} times")
    return Expanded(tuple(found), tuple(guess for each in components for guess in each.assumed))


def _occurrences(group: Sequence[Component], window: Window) -> Iterator[Occurrence]:
    """The busy ones of a series with its overrides.

    The library finds exceptions and overrides both by their instant and by their wall clock, so that one in UTC can hit
    another time of the day. It is therefore given everything on one wall clock, that of the series.
    """
    master = next((each for each in group if "RECURRENCE-ID" not in each.event), group[0])
    zone = (master.start.tzinfo if isinstance(master.start, dt.datetime) else None) or window.zone
    calendar = icalendar.Calendar()
    for index, each in enumerate(group):
        identify(each, master)
        hang_on_the_wall(each.event, zone)
        each.event[_INDEX] = str(index)
        calendar.add_component(each.event)
    reach = max((end - begin for each in group for begin, end in each.periods.items()), default=dt.timedelta(0))
    first, last = (
        (each + by).replace(tzinfo=None) for each, by in ((window.start, -_MARGIN - reach), (window.end, _MARGIN))
    )
    for happens in recurring_ical_events.CalendarQuery(calendar, components=[_Starts]).between(first, last):
        each = group[happens["index"]]
        start = _meant(happens["start"], each, zone)
        if each.entry is None or _taken_out(each, start):
            continue
        end = each.periods.get(instant(start, dt.UTC)) or each.length.after(start)
        if window.holds(start, end):
            yield Occurrence(each.entry, _utc(start), _utc(end))


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


def _revisions(components: Sequence[Component]) -> Iterator[Sequence[Component]]:
    """The newest revision with its overrides; entries that merely share a UID stand alone, so that none is lost."""
    masters = [each for each in components if "RECURRENCE-ID" not in each.event]
    newest = max((_revision(each.event) for each in masters), default=None)
    current = [each for each in masters if _revision(each.event) == newest]
    first = [each for each in components if "RECURRENCE-ID" in each.event or each is next(iter(current), None)]
    if first:
        yield first
    for each in current[1:]:
        yield [each]


def _revision(event: icalendar.Event) -> tuple[int, dt.datetime]:
    """SEQUENCE, then DTSTAMP, decide which of two revisions is newer (RFC 5546 2.1.5)."""
    sequence, stamp = event.get("SEQUENCE"), event.get("DTSTAMP")
    written = getattr(stamp, "dt", None)
    return (
        sequence if isinstance(sequence, int) else 0,
        instant(written, dt.UTC) if isinstance(written, dt.date) else dt.datetime.min.replace(tzinfo=dt.UTC),
    )


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


def _meant(start: Moment, component: Component, zone: dt.tzinfo) -> Moment:
    """The start as it was written, or as a day where the library has made it midnight, or on the wall clock's zone."""
    written = component.start
    if not isinstance(start, dt.datetime):
        return start
    if not isinstance(written, dt.datetime):
        return start.date()
    same = written.astimezone(zone).replace(tzinfo=None, fold=0) == start
    return written if same else start.replace(tzinfo=zone)


def _utc(moment: Moment) -> Moment:
    return moment.astimezone(dt.UTC) if isinstance(moment, dt.datetime) else moment
