"""Holds as an iCalendar stream (RFC 5545), to be subscribed to or put on a server."""

import datetime as dt
import hmac
from collections.abc import Iterable

import icalendar

from briefs.holds import Hold, mark_of

_REFRESH = dt.timedelta(minutes=15)
_MARK = "X-INBRIEF-MARK"
# What a server may add of its own; whatever else there is, a note or a guest, somebody put there.
_OURS = {"UID", "DTSTAMP", "LAST-MODIFIED", "CREATED", "DTSTART", "DTEND", "SUMMARY", "STATUS", "TRANSP", "SEQUENCE"}
_LONGEST = 100_000
_FIRM = {"CONFIRMED": True, "TENTATIVE": False}


def holds_file(holds: Iterable[Hold], stamp: dt.datetime, name: str = "inbrief") -> bytes:
    """One calendar of whole-day entries; `stamp` is when they were so (DTSTAMP, LAST-MODIFIED)."""
    calendar = _calendar()
    calendar.add("X-WR-CALNAME", name)
    calendar.add("REFRESH-INTERVAL", _REFRESH, parameters={"VALUE": "DURATION"})  # RFC 7986 section 5.7
    for hold in holds:
        calendar.add_component(_event(hold, stamp))
    return bytes(calendar.to_ical())


def hold_entry(hold: Hold, sequence: int, stamp: dt.datetime, key: bytes) -> bytes:
    """One hold as it is put on a server; `sequence` counts its revisions."""
    calendar, event = _calendar(), _event(hold, stamp)
    event.add("SEQUENCE", sequence)
    event.add(_MARK, mark_of(hold, sequence, key))
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def read_entry(body: str) -> tuple[Hold, int, str] | None:
    """The hold of an entry that holds nothing else, with its revision and mark; None for whatever else there is."""
    if len(body) > _LONGEST:
        return None
    try:
        events = [part for part in icalendar.Calendar.from_ical(body).subcomponents if part.name != "VTIMEZONE"]
        if len(events) != 1 or events[0].name != "VEVENT" or events[0].subcomponents:
            return None
        event = events[0]
        added = {name for name in event if name not in _OURS and not name.startswith("X-")}
        first, end = _day(event["DTSTART"]), _day(event["DTEND"])
        if added or first is None or end is None or str(event.get("TRANSP")) != "TRANSPARENT":
            return None
        last, firm = end - dt.timedelta(days=1), _FIRM[str(event["STATUS"])]
        hold = Hold(str(event["UID"]), str(event["SUMMARY"]), first, last, firm)
        return hold, int(str(event.get("SEQUENCE", 0))), str(event.get(_MARK, ""))
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return None  # no entry of ours; what it is instead is nothing to us


def _day(value: object) -> dt.date | None:
    day = getattr(value, "dt", None)
    return day if isinstance(day, dt.date) and not isinstance(day, dt.datetime) else None


def unchanged(body: str, key: bytes) -> tuple[Hold, int] | None:
    """The hold and its revision where the entry is ours, and as we wrote it at some time."""
    read = read_entry(body)
    if read is None:
        return None
    hold, sequence, mark = read
    return (hold, sequence) if hmac.compare_digest(mark.encode(), mark_of(hold, sequence, key).encode()) else None


def _calendar() -> icalendar.Calendar:
    calendar = icalendar.Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", "-//inbrief//holds//EN")
    return calendar


def _event(hold: Hold, stamp: dt.datetime) -> icalendar.Event:
    event = icalendar.Event()
    event.add("UID", hold.uid)
    event.add("DTSTAMP", stamp.astimezone(dt.UTC))
    event.add("LAST-MODIFIED", stamp.astimezone(dt.UTC))
    event.add("DTSTART", hold.first)
    event.add("DTEND", hold.last + dt.timedelta(days=1))
    event.add("SUMMARY", hold.title)
    event.add("STATUS", "CONFIRMED" if hold.firm else "TENTATIVE")
    # A due date keeps nobody from working: it is there to be seen.
    event.add("TRANSP", "TRANSPARENT")
    return event
