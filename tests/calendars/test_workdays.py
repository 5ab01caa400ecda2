"""Working days of an office in Berlin or elsewhere, counted by hand.

June 2026: the 1st is a Monday. Germany has Whit Monday on 25 May and no public holiday of the whole country in June.
"""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from calendars.snapshot import Busy, BusyKind, Snapshot, empty
from calendars.workdays import Office, Reason, WorkingDays, halves, holiday_name

BERLIN = ZoneInfo("Europe/Berlin")
NOW = dt.datetime(2026, 6, 1, 9, tzinfo=BERLIN)
OFFICE = Office("DE", BERLIN)


def june(day: int, hour: int | None = None, minute: int = 0) -> dt.datetime:
    return dt.datetime(2026, 6, day, 12 if hour is None else hour, minute, tzinfo=BERLIN)


def closed(start: dt.date, end: dt.date, tentative: bool = False) -> Busy:
    return Busy(start, end, BusyKind.CLOSURE, "team", "closed", "Summer break", tentative=tentative)


def working(*closures: Busy, country: str | None = "DE") -> WorkingDays:
    office = Office(country, BERLIN)
    return WorkingDays(office, Snapshot(NOW, BERLIN, dt.date(2026, 1, 1), dt.date(2027, 1, 1), busy=closures))


@pytest.mark.parametrize(
    ("country", "day", "reason", "name"),
    [
        ("DE", dt.date(2026, 6, 6), Reason.WEEKEND, ""),
        ("DE", dt.date(2026, 5, 25), Reason.HOLIDAY, "Pentecost Monday"),
        ("US", dt.date(2026, 7, 3), Reason.HOLIDAY, "Independence Day (observed)"),
        ("GB", dt.date(2026, 12, 28), Reason.HOLIDAY, "Boxing Day (observed)"),
        ("IL", dt.date(2026, 6, 5), Reason.WEEKEND, ""),  # a Friday
        ("DE", dt.date(2026, 6, 17), Reason.CLOSURE, "Summer break"),
    ],
)
def test_nobody_works_on_a_day_off(country: str, day: dt.date, reason: Reason, name: str) -> None:
    off = working(closed(dt.date(2026, 6, 17), dt.date(2026, 6, 18)), country=country).off(day)

    assert off is not None
    assert (off.reason, off.name) == (reason, name)


@pytest.mark.parametrize(
    ("country", "day"),
    [
        ("DE", dt.date(2026, 6, 4)),  # Corpus Christi, in some states only
        ("IL", dt.date(2026, 6, 7)),  # a Sunday
        (None, dt.date(2026, 12, 25)),
        ("XX", dt.date(2026, 12, 25)),
        ("DE", dt.date(2026, 6, 18)),  # the day after a closure: its end is not part of it
    ],
)
def test_a_working_day_is_none_off(country: str | None, day: dt.date) -> None:
    assert working(closed(dt.date(2026, 6, 17), dt.date(2026, 6, 18)), country=country).off(day) is None


def test_a_pencilled_closure_closes_nothing() -> None:
    assert working(closed(dt.date(2026, 6, 17), dt.date(2026, 6, 18), tentative=True)).works(dt.date(2026, 6, 17))


def test_closing_at_noon_leaves_a_working_day() -> None:
    assert working(closed(june(17, 12), june(17, 17))).works(dt.date(2026, 6, 17))


@pytest.mark.parametrize(
    ("received", "zero"),
    [
        (june(3, 9), 3),
        (june(3, 3), 3),  # before the office opens
        (june(3, 17), 3),  # as the working day ends
        (june(3, 17, 1), 4),
        (june(5, 17, 1), 8),  # Friday evening: Monday
        (june(6, 10), 8),  # Saturday
        (june(16, 18), 18),  # the evening before a closure
        (dt.datetime(2026, 6, 3, 22, tzinfo=ZoneInfo("Asia/Tokyo")), 3),  # 15:00 in Berlin
        (dt.datetime(2026, 6, 3, 16, tzinfo=ZoneInfo("America/New_York")), 4),  # 22:00 in Berlin
    ],
)
def test_a_brief_counts_as_received_on_this_day(received: dt.datetime, zero: int) -> None:
    days = working(closed(dt.date(2026, 6, 17), dt.date(2026, 6, 18)))

    assert days.day_zero(received) == dt.date(2026, 6, zero)


@pytest.mark.parametrize(
    ("start", "count", "expected"), [(3, 0, 3), (3, 1, 4), (3, 2, 5), (3, 3, 8), (6, 1, 8), (6, 0, 6), (16, 1, 18)]
)
def test_working_days_are_counted_from_the_day_after(start: int, count: int, expected: int) -> None:
    days = working(closed(dt.date(2026, 6, 17), dt.date(2026, 6, 18)))

    assert days.after(dt.date(2026, 6, start), count) == dt.date(2026, 6, expected)


def test_working_days_between_leave_out_the_first_and_hold_the_last() -> None:
    between = working().between(dt.date(2026, 6, 4), dt.date(2026, 6, 9))

    assert [day.day for day in between] == [5, 8, 9]


def test_there_are_no_working_days_between_a_day_and_an_earlier_one() -> None:
    assert working().between(dt.date(2026, 6, 9), dt.date(2026, 6, 4)) == ()


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], 0),
        ([(9, 11)], 0),  # a quarter: an appointment
        ([(9, 12)], 1),
        ([(13, 17)], 1),
        ([(9, 15)], 1),
        ([(9, 16)], 2),
        ([(9, 12), (13, 17)], 2),
        ([(9, 12), (9, 12)], 1),  # twice the same time is taken once
        ([(9, 11), (10, 13)], 1),
        ([(5, 9), (17, 23)], 0),  # outside office hours
        ([(0, 23)], 2),
    ],
)
def test_half_days_taken(spans: list[tuple[int, int]], expected: int) -> None:
    busy = tuple(Busy(june(3, start), june(3, end), BusyKind.ABSENCE, "team", "1") for start, end in spans)

    assert halves(busy, dt.date(2026, 6, 3), OFFICE) == expected


def test_a_whole_day_takes_all_of_the_day_the_clocks_change() -> None:
    day = dt.date(2026, 3, 29)

    assert halves((Busy(day, day + dt.timedelta(days=1), BusyKind.ABSENCE, "team", "1"),), day, OFFICE) == 2


def test_holidays_of_a_far_year_are_no_error() -> None:
    assert holiday_name("DE", dt.date(9999, 12, 24)) is None


def test_without_calendars_there_are_still_weekends_and_holidays() -> None:
    days = WorkingDays(OFFICE, empty(NOW, BERLIN))

    assert [days.works(dt.date(2026, 5, day)) for day in (22, 23, 25)] == [True, False, False]
