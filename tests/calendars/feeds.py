"""Small calendars for tests, written as their bare entries."""

import datetime as dt
import textwrap
from typing import Any

from calendars.child import read

WINDOW = ("2026-01-01T00:00:00+00:00", "2027-01-01T00:00:00+00:00")


def ics(entries: str) -> bytes:
    """A whole calendar around entries: blank lines set VEVENTs apart; what says BEGIN: itself is left as it is."""
    parts = [part.strip() for part in textwrap.dedent(entries).split("\n\n") if part.strip()]
    bodies = [part if part.startswith(("BEGIN:", "X-WR-")) else f"BEGIN:VEVENT\n{part}\nEND:VEVENT" for part in parts]
    return "\r\n".join(
        line for text in ("BEGIN:VCALENDAR\nVERSION:2.0", *bodies, "END:VCALENDAR\n") for line in text.split("\n")
    ).encode()


def answer(raw: bytes, zone: str = "Europe/Berlin", *, own_zone: bool = True) -> dict[str, Any]:
    """What the child would answer about the year 2026."""
    return read(raw, *WINDOW, zone, own_zone)


def spans(answer: dict[str, Any]) -> list[str]:
    """Occurrences in the notation of RFC 5545 periods, in UTC; a pencilled one has a question mark."""
    found = [
        f"{_compact(start)}/{_compact(end)}{'?' if answer['entries'][index]['tentative'] else ''}"
        for index, start, end in answer["occurrences"]
    ]
    return sorted(found)


def _compact(text: str) -> str:
    if "T" not in text:
        return text.replace("-", "")
    return dt.datetime.fromisoformat(text).strftime("%Y%m%dT%H%MZ")
