"""Calendar parts of a mail as entries: what the child read of them, checked."""

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from briefs.mail import Address, CalendarEntry


def entries_of(files: Sequence[tuple[str, bytes]], sent_at: dt.datetime, notes: list[str]) -> tuple[CalendarEntry, ...]:
    """The entries of the calendar files, each once. Times without a zone are the sender's."""
    found: dict[tuple[object, ...], CalendarEntry] = {}
    for name, answer in files:
        read = json.loads(answer)
        if read["left_out"]:
            notes.append(f"{name}: {read['left_out']:,} more appointments were left out")
        for each in read["entries"]:
            if each["wrong"]:
                notes.append(f"{name}: an appointment without its time: {each['wrong']}")
            entry = _entry(each, sent_at.tzinfo)
            # Programs send an invitation twice, in the text and as a file.
            found.setdefault((entry.method, entry.uid or entry.summary, entry.start), entry)
    return tuple(found.values())


def _entry(read: dict[str, Any], zone: dt.tzinfo | None) -> CalendarEntry:
    return CalendarEntry(
        method=read["method"],
        uid=read["uid"],
        summary=read["summary"],
        location=read["location"],
        organizer=_organizer(read["organizer"], read["organizer_name"]),
        start=_moment(read["start"], zone),
        end=_moment(read["end"], zone),
    )


def _organizer(written: str, name: str) -> Address | None:
    address = written[7:] if written[:7].lower() == "mailto:" else written
    return Address(address.strip().lower(), name) if "@" in address else None


def _moment(written: str | None, zone: dt.tzinfo | None) -> dt.datetime | dt.date | None:
    if written is None:
        return None
    if "T" not in written:
        return dt.date.fromisoformat(written)
    moment = dt.datetime.fromisoformat(written)
    return moment if moment.utcoffset() is not None else moment.replace(tzinfo=zone)
