"""`make bench-calendar`: what a due-date check costs at 10,000 events, beside looking up and beside reading anew.

One file of 10,000 entries, a fifth of them recurring, is read into a snapshot as in the background of the service. The
same question is then answered three ways: by our check; by bisecting the expanded occurrences as bare tuples, the least
that any answer can cost; and by asking recurring-ical-events with nothing prepared. Only ratios carry from one machine
to another. With a real CalDAV server, a sync after a change is measured beside the first. Ends with 1 where a bound is
missed.
"""

import datetime as dt
import gc
import statistics
import sys
import tempfile
import time
import tracemalloc
from bisect import bisect_left
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

from benchmarks.syncing import first_again_and_change
from briefs.findings import DateKind, DateSpan
from briefs.roles import Person, Role
from calendars.feasibility import Answer, check
from calendars.loading import load
from calendars.occurrences import instant
from calendars.question import Question
from calendars.rules import Rules
from calendars.settings import CalendarSettings, EntryRule
from calendars.snapshot import Snapshot
from calendars.workdays import Office

ZONE = ZoneInfo("Europe/Berlin")
NOW = dt.datetime(2026, 6, 1, 10, tzinfo=ZONE)
EVENTS = 10_000
PEOPLE = tuple(
    Person(f"p{number}", f"Person{number} Example", (f"p{number}@agency.example",), frozenset({Role.CREATIVE}))
    for number in range(50)
)
KEY = PEOPLE[:4]
RULES = Rules(Office("DE", ZONE))
CHECK_OVER_BISECT = 10
COLD_OVER_CHECK = 1_000
MEMORY = 2.0
FIRST_OVER_CHANGED = 10

Spans = list[tuple[float, float, str, str, str]]


def calendar() -> bytes:
    """Four in five entries come once, half of those as whole days; the rest weekly or monthly, some with exceptions."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for number in range(EVENTS):
        day = dt.date(2026, 4, 5) + dt.timedelta(days=number % 440)
        who = f"Person{number % 50} Example"
        lines += ["BEGIN:VEVENT", f"UID:{number}", f"SUMMARY:{who}: {'leave' if number % 10 == 1 else 'meeting'}"]
        if number % 5 == 0:
            lines += [f"DTSTART;TZID=Europe/Berlin:{day:%Y%m%d}T090000", "DURATION:PT1H"]
            lines.append("RRULE:FREQ=MONTHLY;COUNT=12" if number % 10 else "RRULE:FREQ=WEEKLY;COUNT=26")
            if number % 15 == 0:
                lines.append(f"EXDATE;TZID=Europe/Berlin:{day + dt.timedelta(days=7):%Y%m%d}T090000")
        elif number % 2:
            lines += [f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + dt.timedelta(days=1):%Y%m%d}"]
        else:
            lines += [f"DTSTART;TZID=Europe/Berlin:{day:%Y%m%d}T140000", "DURATION:PT90M"]
        lines.append("END:VEVENT")
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def question() -> Question:
    day = dt.date(2026, 7, 15)
    return Question(NOW, (DateSpan(DateKind.DUE, day, day),), jobs=("banner",), people=KEY)


def bisected(spans: Spans, longest: float, days: int) -> int:
    """What overlaps each of the days a check looks at, looked up in bare tuples in the order of their starts."""
    found = 0
    for number in range(days):
        begins = NOW.timestamp() + 86_400 * number
        first = bisect_left(spans, (begins - longest,))
        last = bisect_left(spans, (begins + 86_400,))
        found += sum(1 for span in spans[first:last] if span[1] > begins)
    return found


def bare(snapshot: Snapshot) -> Spans:
    return [
        (instant(each.start, ZONE).timestamp(), instant(each.end, ZONE).timestamp(), each.uid, each.summary, each.kind)
        for each in snapshot.busy
    ]


def cold(raw: bytes) -> int:
    day = dt.date(2026, 7, 15)
    return len(recurring_ical_events.of(icalendar.Calendar.from_ical(raw)).between(NOW.date(), day))


def median(act: Callable[[], object], times: int) -> float:
    act()
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def weighed(build: Callable[[], object]) -> int:
    gc.collect()
    tracemalloc.start()
    kept = build()
    gc.collect()
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del kept
    return size


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "team.ics"
        raw = calendar()
        file.write_bytes(raw)
        settings = [
            CalendarSettings(
                name="team", file=file, entries=(EntryRule.model_validate({"match": "leave", "is": "absence"}),)
            )
        ]
        began = time.perf_counter()
        snapshot = load(settings, PEOPLE, now=NOW, zone=ZONE)
        reading = time.perf_counter() - began

        def whole() -> Snapshot:
            made = load(settings, PEOPLE, now=NOW, zone=ZONE)
            asked(made)
            return made

        def asked(of: Snapshot) -> Answer:
            return check(question(), of, RULES, NOW)

        spans = bare(snapshot)
        longest = max(end - start for start, end, *_ in spans)
        window = (dt.date(2026, 7, 15) - NOW.date()).days + 1
        ours = median(lambda: asked(snapshot), 200)
        least = median(lambda: bisected(spans, longest, window), 200)
        anew = median(lambda: cold(raw), 1)
        ours_kept, bare_kept = weighed(whole), weighed(lambda: bare(snapshot))
    first, again, changed = first_again_and_change()
    rows = (
        (
            "a check, times a bisect over bare tuples",
            ours / least,
            CHECK_OVER_BISECT,
            ours / least <= CHECK_OVER_BISECT,
        ),
        ("asked cold, times a check", anew / ours, COLD_OVER_CHECK, anew / ours >= COLD_OVER_CHECK),
        ("memory, times the bare tuples", ours_kept / bare_kept, MEMORY, ours_kept / bare_kept <= MEMORY),
        (
            "a first sync, times one after a change",
            first / changed,
            FIRST_OVER_CHANGED,
            first / changed >= FIRST_OVER_CHANGED,
        ),
    )
    print(
        f"{EVENTS:,} events, {len(snapshot.busy):,} occurrences; read in {reading:.1f} s; check {1000 * ours:.2f} ms,"
    )
    print(f"bisect {1000 * least:.2f} ms, cold {anew:.1f} s; kept {ours_kept / 1e6:.1f} MB, bare {bare_kept / 1e6:.1f}")
    print(f"CalDAV, 2,000 entries: first {first:.1f} s, everything again {again:.1f} s, one change {changed:.2f} s")
    for name, ratio, bound, held in rows:
        print(f"{'ok  ' if held else 'MISS'} {name:<42} {ratio:10,.1f}  (bound {bound:,})")
    return 0 if all(held for *_, held in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
