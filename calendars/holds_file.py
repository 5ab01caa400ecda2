"""Holds as an iCalendar stream (RFC 5545), to be subscribed to or put on a server."""

import datetime as dt
from collections.abc import Iterable

import icalendar

from briefs.holds import Hold

_REFRESH = dt.timedelta(minutes=15)


def holds_file(holds: Iterable[Hold], stamp: dt.datetime, name: str = "inbrief") -> bytes:
    """One calendar of whole-day entries; `stamp` is when they were so (DTSTAMP, LAST-MODIFIED)."""
    calendar = icalendar.Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", "-//inbrief//holds//EN")
    calendar.add("X-WR-CALNAME", name)
    calendar.add("REFRESH-INTERVAL", _REFRESH, parameters={"VALUE": "DURATION"})  # RFC 7986 section 5.7
    for hold in holds:
        calendar.add_component(_event(hold, stamp))
    return bytes(calendar.to_ical())


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
