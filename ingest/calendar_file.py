"""A calendar file (RFC 5545) to its entries as JSON. Runs in the capped child only."""

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

from icalendar import Calendar, vDDDTypes, vDuration
from icalendar.timezone import tzp

from ingest.refused import Refused

_MAX_ENTRIES = 50
_MAX_TEXT = 500


def read(content: bytes) -> bytes:
    """Every appointment with its texts, ISO times and what is wrong with it; a whole day's end is its last day."""
    tzp.use_zoneinfo()  # forgets the zones that an earlier file defined under the same names
    try:
        calendars = Calendar.from_ical(content, multiple=True)
    except ValueError:
        raise Refused("unreadable") from None
    entries = [entry for calendar in calendars for entry in _entries(calendar)]
    if not entries:
        raise Refused("no text")
    return json.dumps({"entries": entries[:_MAX_ENTRIES], "left_out": max(len(entries) - _MAX_ENTRIES, 0)}).encode()


def _entries(calendar: Any) -> Iterator[dict[str, Any]]:
    method = _text(calendar.get("method")).upper()
    for event in calendar.walk("VEVENT"):
        start, end = _moment(event, "dtstart"), _moment(event, "dtend")
        length = _length(event)
        if end is None and start is not None and length is not None:
            end = start + length
        if end is not None and not isinstance(end, dt.datetime) and end > (start or end):
            end -= dt.timedelta(days=1)
        organizer = event.get("organizer")
        yield {
            "method": method,
            "uid": _text(event.get("uid")),
            "summary": _text(event.get("summary")),
            "location": _text(event.get("location")),
            "organizer": _text(organizer),
            "organizer_name": _text(getattr(organizer, "params", {}).get("CN")) if organizer is not None else "",
            "start": start.isoformat() if start is not None else None,
            "end": end.isoformat() if end is not None else None,
            "wrong": _wrong(event, start),
        }


def _moment(event: Any, name: str) -> dt.date | None:
    written = event.get(name)  # of another type where it is broken
    value = written.dt if isinstance(written, vDDDTypes) else None
    if not isinstance(value, dt.date):
        return None
    named = written.params.get("TZID")
    return None if named and isinstance(value, dt.datetime) and value.tzinfo is None else value


def _length(event: Any) -> dt.timedelta | None:
    written = event.get("duration")
    value = written.dt if isinstance(written, vDDDTypes | vDuration) else None
    return value if isinstance(value, dt.timedelta) else None


def _wrong(event: Any, start: dt.date | None) -> str:
    if start is not None:
        return ""
    written = event.get("dtstart")
    named = _text(written.params.get("TZID")) if isinstance(written, vDDDTypes) else ""
    return f"its time zone {named!r} is not known" if named else "it does not say when"


def _text(value: object) -> str:
    if value is None or isinstance(value, list):
        return ""
    seen = "".join(character if character.isprintable() else " " for character in str(value)[: 4 * _MAX_TEXT])
    return " ".join(seen.split())[:_MAX_TEXT]
