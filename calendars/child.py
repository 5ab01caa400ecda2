"""Reads one calendar in a process of its own: a request on standard input, JSON on standard output."""

import datetime as dt
import json
import signal
import sys
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from types import FrameType
from typing import Any
from zoneinfo import ZoneInfo

import icalendar

from calendars.errors import Unreadable
from calendars.feed import Block, Feed, take_apart
from calendars.isolation import cap_this_process
from calendars.occurrences import Entry
from calendars.series import Expanded, Window, expand, expand_free_busy

_SECONDS = 2.0  # of CPU, for one series: FREQ=SECONDLY without an end never comes back
_FILE_SECONDS = 30.0  # of CPU, for all of them
_OCCURRENCES = 20_000  # of one series; hourly for a year and a half is 13,000
_FILE_OCCURRENCES = 400_000
_LISTED = 500

# What icalendar, dateutil and recurring-ical-events raise on entries that make no sense. Besides these zoneinfo raises
# OSError for a zone named like a folder ("Europe") or with a name longer than a file's may be.
_NONSENSE = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


class _TooLong(Exception):
    """One series used up its time."""


def main() -> None:
    cap_this_process(int(sys.argv[1]), int(sys.argv[2]))
    head, _, raw = sys.stdin.buffer.read().partition(b"\n")
    try:
        answer = read(raw, **json.loads(head))
    except Unreadable as problem:
        answer = {"unreadable": str(problem)}
    sys.stdout.write(json.dumps(answer))


def read(raw: bytes, start: str, end: str, zone: str, own_zone: bool) -> dict[str, Any]:
    """Entries and their occurrences between two instants; a broken series is named in `unread`, the rest is read.

    With `own_zone` the calendar's X-WR-TIMEZONE, where there is one, says how floating times are read.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the library warns of, zones it guesses, is read as it guesses
        return _read(raw, start, end, zone, own_zone)


def _read(raw: bytes, start: str, end: str, zone: str, own_zone: bool) -> dict[str, Any]:
    icalendar.timezone.tzp.use_zoneinfo()  # forgets the custom zones of any file read before
    feed = take_apart(raw)
    answer = _Answer()
    for block in feed.zones:
        try:
            with _time_for(_SECONDS):
                icalendar.Timezone.from_ical(block.text)
        except (_TooLong, OSError, *_NONSENSE):
            answer.assumed.append(f"the time zone {block.value('TZID')!r} is defined in a way that cannot be read")
    known = (own_zone and _zone(feed.zone_name)) or ZoneInfo(zone)
    window = Window(dt.datetime.fromisoformat(start), dt.datetime.fromisoformat(end), known)
    began = time.process_time()
    for uid, blocks in _series(feed).items() if not feed.called_off else ():
        if time.process_time() - began > _FILE_SECONDS:
            raise Unreadable(f"its entries take more than {_FILE_SECONDS:.0f} seconds to read")
        try:
            with _time_for(_SECONDS):
                for expanded in _expanded(blocks, window):
                    answer.add(expanded, uid, blocks)
        except _TooLong:
            answer.skip(uid, blocks, "it repeats too often to be worked out")
        except OSError:
            answer.skip(uid, blocks, "its time zone has a name that cannot be looked up")
        except _NONSENSE as problem:
            answer.skip(uid, blocks, str(problem)[:200] or type(problem).__name__)
        if len(answer.occurrences) > _FILE_OCCURRENCES:
            raise Unreadable(f"it holds more than {_FILE_OCCURRENCES} occurrences")
    return answer.as_dict()


def _zone(name: str | None) -> dt.tzinfo | None:
    try:
        return icalendar.timezone.tzp.timezone(name) if name else None
    except OSError:
        return None


class _Answer:
    def __init__(self) -> None:
        self.entries: dict[Entry, int] = {}
        self.occurrences: list[tuple[int, str, str]] = []
        self.unread: list[str] = []
        self.assumed: list[str] = []

    def add(self, expanded: Expanded, uid: str, blocks: list[Block]) -> None:
        for occurrence in expanded.occurrences:
            index = self.entries.setdefault(occurrence.entry, len(self.entries))
            self.occurrences.append((index, occurrence.start.isoformat(), occurrence.end.isoformat()))
        self.assumed.extend(f"{_name(uid, blocks)}: {guess}" for guess in dict.fromkeys(expanded.assumed))

    def skip(self, uid: str, blocks: list[Block], reason: str) -> None:
        self.unread.append(f"{_name(uid, blocks)}: {reason}")

    def as_dict(self) -> dict[str, Any]:
        return {
            "entries": [asdict(entry) for entry in self.entries],
            "occurrences": self.occurrences,
            "unread": _shortened(self.unread),
            "assumed": _shortened(self.assumed),
        }


def _shortened(lines: list[str]) -> list[str]:
    return lines if len(lines) <= _LISTED else [*lines[:_LISTED], f"and {len(lines) - _LISTED} more"]


def _name(uid: str, blocks: list[Block]) -> str:
    summary = next((value for block in blocks if (value := block.value("SUMMARY"))), "")
    return f"{summary[:80]!r} ({uid[:120]})" if summary else uid[:120]


def _series(feed: Feed) -> dict[str, list[Block]]:
    """Components by UID; one without a UID is a series of its own."""
    series: dict[str, list[Block]] = {}
    for number, block in enumerate(feed.events, 1):
        series.setdefault(block.value("UID") or f"entry {number} without a UID", []).append(block)
    return series


def _expanded(blocks: list[Block], window: Window) -> Iterator[Expanded]:
    events = [block for block in blocks if block.name == "VEVENT"]
    if events:
        yield expand(events, window, _OCCURRENCES)
    for block in blocks:
        if block.name == "VFREEBUSY":
            yield expand_free_busy(block, window)


@contextmanager
def _time_for(seconds: float) -> Iterator[None]:
    """Raises `_TooLong` inside the block after so much CPU, and again should a library swallow it."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise _TooLong

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, seconds / 4)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


if __name__ == "__main__":
    main()
