"""Reads what calendar programs write in their own way: leap seconds, a zone beside a Z, zones by offset or prefix."""

import datetime as dt
import re
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_TIMES = re.compile(r"(DTSTART|DTEND|DURATION|RECURRENCE-ID|EXDATE|RDATE|RRULE|FREEBUSY)[;:]", re.IGNORECASE)
_LEAP = re.compile(r"(?<=\dT\d{4})60(?=\D|$)")
_ZONE = re.compile(r';TZID=("[^"]*"|[^;:]*)(?=[;:])', re.IGNORECASE)
_IN_UTC = re.compile(r":\d{8}T\d{6}Z(?:,\d{8}T\d{6}Z)*\s*$", re.IGNORECASE)
_RANGE = re.compile(r";RANGE=\"?THISANDFUTURE\"?(?=;|$)", re.IGNORECASE)
_OFFSET = re.compile(r"(?:UTC|GMT)?\s?([+-])(\d{1,2}):?(\d{2})?")


def straightened(line: str) -> str:
    """The unfolded line as the library takes it: a leap second is the one before, a time in UTC has no other zone.

    Values that say when are of any case (RFC 5234 2.3), and so is the word THISANDFUTURE.
    """
    if _TIMES.match(line) is None:
        return line
    head, colon, value = line.rpartition(":")
    line = _LEAP.sub("59", _RANGE.sub(";RANGE=THISANDFUTURE", head) + colon + value.upper())
    return _ZONE.sub("", line, count=1) if _IN_UTC.search(line) else line


def zone_called(name: str) -> dt.tzinfo | None:
    """The zone behind a name that no VTIMEZONE defines and no list has: "UTC+2", "/vendor.example/1/Europe/Berlin"."""
    match = _OFFSET.fullmatch(name.strip().upper())
    if match is not None:
        offset = dt.timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        return dt.timezone(-offset if match[1] == "-" else offset) if offset < dt.timedelta(days=1) else None
    parts = name.strip().strip("/").split("/")
    for length in (3, 2):
        try:
            return ZoneInfo("/".join(parts[-length:]))
        except (ValueError, OSError, ZoneInfoNotFoundError):
            continue
    return None
