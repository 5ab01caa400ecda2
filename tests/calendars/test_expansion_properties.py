"""Expansion held against a brute-force reading of RFC 5545 3.3.10: walk through every day and ask the rule."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.calendars.feeds import answer, ics, spans

ZONE = ZoneInfo("Europe/Berlin")
NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ONE = dt.timedelta(days=1)
END = dt.date(2026, 12, 31)


@dataclass(frozen=True)
class Rule:
    """`end` is a COUNT or an UNTIL (a day); `without` are the numbers of occurrences that EXDATE takes out."""

    frequency: str
    interval: int
    weekdays: tuple[int, ...]
    start: dt.date
    end: int | dt.date | None
    without: frozenset[int]
    all_day: bool

    def days(self) -> list[dt.date]:
        """The days of 2026 on which it happens, found by asking every day since its start."""
        found: list[dt.date] = []
        day = self.start
        while day <= END and not (isinstance(self.end, dt.date) and day > self.end):
            if day == self.start or self.happens(day):
                found.append(day)
            if len(found) == self.end:
                break
            day += ONE
        return [day for number, day in enumerate(found) if number not in self.without]

    def happens(self, day: dt.date) -> bool:
        if self.frequency == "DAILY":
            rhythm, on = (day - self.start).days, not self.weekdays or day.weekday() in self.weekdays
        elif self.frequency == "WEEKLY":
            monday, first = (each - each.weekday() * ONE for each in (day, self.start))
            rhythm, on = (
                (monday - first).days // 7,
                day.weekday() in (self.weekdays or (self.start.weekday(),)),
            )
        else:
            rhythm = 12 * (day.year - self.start.year) + day.month - self.start.month
            on = day.weekday() in self.weekdays if self.weekdays else day.day == self.start.day
        return on and rhythm % self.interval == 0

    def text(self) -> str:
        parts = [f"FREQ={self.frequency}", f"INTERVAL={self.interval}"]
        if self.weekdays:
            parts.append("BYDAY=" + ",".join(NAMES[weekday] for weekday in self.weekdays))
        if isinstance(self.end, int):
            parts.append(f"COUNT={self.end}")
        elif self.end is not None:
            last = dt.datetime.combine(self.end, dt.time(9, 30), ZONE).astimezone(dt.UTC)
            parts.append(f"UNTIL={self.end:%Y%m%d}" if self.all_day else f"UNTIL={last:%Y%m%dT%H%M%SZ}")
        zone, time = (";VALUE=DATE", "") if self.all_day else (f";TZID={ZONE.key}", "T093000")
        everything = Rule(
            self.frequency, self.interval, self.weekdays, self.start, self.end, frozenset(), self.all_day
        ).days()
        gone = [f"EXDATE{zone}:{day:%Y%m%d}{time}" for number, day in enumerate(everything) if number in self.without]
        length = "P2D" if self.all_day else "PT45M"
        lines = ["UID:1", f"DTSTART{zone}:{self.start:%Y%m%d}{time}", f"DURATION:{length}", "RRULE:" + ";".join(parts)]
        return "\n".join([*lines, *gone])

    def expected(self) -> Iterator[str]:
        for day in self.days():
            if self.all_day:
                yield f"{day:%Y%m%d}/{day + 2 * ONE:%Y%m%d}"
            else:
                start = dt.datetime.combine(day, dt.time(9, 30), ZONE).astimezone(dt.UTC)
                yield f"{start:%Y%m%dT%H%MZ}/{start + dt.timedelta(minutes=45):%Y%m%dT%H%MZ}"


def starting_on_a_day_of_its_own(rule: Rule) -> bool:
    """What COUNT means where DTSTART is no day of the rule, RFC 5545 leaves open."""
    return rule.happens(rule.start)


rules = st.builds(
    Rule,
    frequency=st.sampled_from(["DAILY", "WEEKLY", "MONTHLY"]),
    interval=st.integers(1, 4),
    weekdays=st.sets(st.integers(0, 6), max_size=3).map(lambda days: tuple(sorted(days))),
    start=st.dates(dt.date(2026, 1, 1), dt.date(2026, 9, 30)),
    end=st.none() | st.integers(1, 12) | st.dates(dt.date(2026, 1, 1), END),
    without=st.frozensets(st.integers(0, 8), max_size=3),
    all_day=st.booleans(),
).filter(starting_on_a_day_of_its_own)


@given(rules)
@settings(deadline=None, max_examples=200)
def test_a_rule_happens_on_the_days_that_satisfy_it(rule: Rule) -> None:
    read = answer(ics(rule.text()))

    found = [span for span in spans(read) if span < "2027"]
    assert (found, read["unread"]) == (list(rule.expected()), [])
