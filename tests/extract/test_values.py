"""Numbers, currencies and days by themselves, whatever role they play."""

import datetime as dt
from decimal import Decimal

import pytest

from extract.country import Country
from extract.values import almanac, holiday
from extract.values.forms import Reader
from extract.values.money import Bound, sums
from extract.values.numbers import numbers
from extract.values.spans import spans

SENT = dt.date(2026, 3, 3)
AMERICAN = Reader(SENT, "US", day_first=False, certain=True)
BRITISH = Reader(SENT, "GB", day_first=True, certain=True)
UNKNOWN = Reader(SENT, "", day_first=False, certain=False)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12,500", "12500"),
        ("12.500", "12500"),
        ("12.500,50", "12500.50"),
        ("12'500.-", "12500"),
        ("1,50,000", "150000"),
        ("20 000", "20000"),
        ("1.2m", "1200000"),
        ("2.5k", "2500"),
        ("forty-five grand", "45000"),
        ("two thousand five hundred", "2500"),
        ("a quarter of a million", "250000"),
        ("half a million", "500000"),
        ("one and a half million", "1500000"),
        ("fifteen hundred", "1500"),
        ("a couple of thousand", "2000"),
        ("1.8 lakh", "180000"),
        ("3 crores", "30000000"),
    ],
)
def test_a_number_is_read_however_it_is_written(words: str, value: str) -> None:
    assert [number.value for number in numbers(words)] == [Decimal(value)]


@pytest.mark.parametrize("words", ["grand opening", "five two", "24x36", "15th", "v2.5", "12:30", "one hundred and"])
def test_what_is_no_number_by_itself_is_not_read(words: str) -> None:
    assert all(number.worded for number in numbers(words) if number.value != 100) or not numbers(words)


@pytest.mark.parametrize(
    ("words", "country", "currency"),
    [
        ("$5k", "US", "USD"),
        ("$5k", "AU", "AUD"),
        ("$5k", "GB", "USD"),
        ("US$5k", "AU", "USD"),
        ("5k AUD", "US", "AUD"),
        ("CHF 5'000", "US", "CHF"),
        ("5.000 €", "DE", "EUR"),
        ("five hundred quid", "GB", "GBP"),
        ("2,000 rupees", "IN", "INR"),
        ("50 000 kr", "NO", "NOK"),
        ("R150 000", "ZA", "ZAR"),
        ("TEUR 25", "DE", "EUR"),
    ],
)
def test_a_sum_has_the_currency_written_beside_it(words: str, country: str, currency: str) -> None:
    found = sums(words, Country(country, shown=True), "")

    assert [(one.currency, one.marked) for one in found] == [(currency, True)]


@pytest.mark.parametrize(
    ("words", "low", "high", "bound"),
    [
        ("$40-45k", 40_000, 45_000, Bound.RANGE),
        ("$12-15,000", 12_000, 15_000, Bound.RANGE),
        ("between 40 and 45k", 40_000, 45_000, Bound.RANGE),
        ("not to exceed $5,000", 5_000, 5_000, Bound.MOST),
        ("NTE $5,000", 5_000, 5_000, Bound.MOST),
        ("$5,000 or less", 5_000, 5_000, Bound.MOST),
        ("upwards of $5,000", 5_000, 5_000, Bound.LEAST),
        ("$5,000+", 5_000, 5_000, Bound.LEAST),
        ("$5,000 + VAT", 5_000, 5_000, Bound.EXACT),
        ("about $5,000", 5_000, 5_000, Bound.EXACT),
    ],
)
def test_a_sum_has_its_bounds(words: str, low: int, high: int, bound: Bound) -> None:
    found = sums(words, Country("US", shown=True), "USD")

    assert [(int(one.low), int(one.high), one.bound) for one in found] == [(low, high, bound)]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("June 12", "2026-06-12", "2026-06-12"),
        ("Feb 1", "2027-02-01", "2027-02-01"),
        ("12 June 2027", "2027-06-12", "2027-06-12"),
        ("the fifteenth of June", "2026-06-15", "2026-06-15"),
        ("the 15th", "2026-03-15", "2026-03-15"),
        ("the 2nd", "2026-04-02", "2026-04-02"),
        ("Friday", "2026-03-06", "2026-03-06"),
        ("Tuesday", "2026-03-10", "2026-03-10"),
        ("this Friday", "2026-03-06", "2026-03-06"),
        ("next Friday", "2026-03-13", "2026-03-13"),
        ("tomorrow", "2026-03-04", "2026-03-04"),
        ("this week", "2026-03-06", "2026-03-06"),
        ("next week", "2026-03-09", "2026-03-13"),
        ("the week after next", "2026-03-16", "2026-03-20"),
        ("the week of 8 June", "2026-06-08", "2026-06-12"),
        ("the week of 10 June", "2026-06-08", "2026-06-12"),
        ("EOW", "2026-03-06", "2026-03-06"),
        ("the weekend", "2026-03-07", "2026-03-08"),
        ("end of June", "2026-06-30", "2026-06-30"),
        ("EOM", "2026-03-31", "2026-03-31"),
        ("mid-June", "2026-06-15", "2026-06-15"),
        ("early June", "2026-06-01", "2026-06-10"),
        ("the beginning of June", "2026-06-01", "2026-06-10"),
        ("late June", "2026-06-21", "2026-06-30"),
        ("in June", "2026-06-01", "2026-06-30"),
        ("by June", "2026-06-01", "2026-06-01"),
        ("next month", "2026-04-01", "2026-04-30"),
        ("Q3", "2026-07-01", "2026-09-30"),
        ("end of Q3", "2026-09-30", "2026-09-30"),
        ("end of the year", "2026-12-31", "2026-12-31"),
        ("in two weeks", "2026-03-17", "2026-03-17"),
        ("within two weeks", "2026-03-17", "2026-03-17"),
        ("two weeks from today", "2026-03-17", "2026-03-17"),
        ("in a fortnight", "2026-03-17", "2026-03-17"),
        ("10 business days from today", "2026-03-17", "2026-03-17"),
        ("in three months", "2026-06-03", "2026-06-03"),
        ("two weeks after June 12", "2026-06-26", "2026-06-26"),
        ("a week from Thursday", "2026-03-12", "2026-03-12"),
        ("the day before June 12", "2026-06-11", "2026-06-11"),
        ("before Thanksgiving", "2026-11-25", "2026-11-25"),
        ("before the 15th", "2026-03-14", "2026-03-14"),
        ("Black Friday thru Cyber Monday", "2026-11-27", "2026-11-30"),
        ("Nov 28 thru Dec 1", "2026-11-28", "2026-12-01"),
        ("October 2 through January 17", "2026-10-02", "2027-01-17"),
        ("June 12-14", "2026-06-12", "2026-06-14"),
        ("the first Monday in May", "2026-05-04", "2026-05-04"),
        ("Labor Day weekend", "2026-09-05", "2026-09-07"),
        ("Friday, June 13", "2026-06-13", "2026-06-13"),
    ],
)
def test_a_day_is_counted_from_when_the_mail_was_sent(words: str, first: str, last: str) -> None:
    found = spans(words, AMERICAN)

    assert [(one.first.isoformat(), one.last.isoformat()) for one in found] == [(first, last)]


@pytest.mark.parametrize(
    "words", ["31 April", "February 30", "32/13/2026", "24/7", "3.5", "555-0142", "the 3rd flavor", "v2.5"]
)
def test_a_day_that_does_not_exist_is_no_day(words: str) -> None:
    assert spans(words, AMERICAN) == ()


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("5pm on Friday", "17:00"),
        ("Friday at 5 p.m.", "17:00"),
        ("June 12, 17:30", "17:30"),
        ("EOD Thursday", "17:00"),
        ("by COB Thursday", "17:00"),
        ("noon tomorrow", "12:00"),
        ("midnight on June 12", "23:59"),
        ("first thing Monday", "09:00"),
        ("Friday at 9 o'clock", "09:00"),
    ],
)
def test_a_time_of_day_belongs_to_its_day(words: str, time: str) -> None:
    found = spans(words, AMERICAN)

    assert [f"{one.time:%H:%M}" for one in found if one.time] == [time]


def test_a_part_of_the_day_has_no_time() -> None:
    assert [one.time for one in spans("tomorrow morning", AMERICAN)] == [None]


def test_figures_are_month_first_in_america_and_day_first_in_britain() -> None:
    assert spans("on 06/07/2026", AMERICAN)[0].first == dt.date(2026, 6, 7)
    assert spans("on 06/07/2026", BRITISH)[0].first == dt.date(2026, 7, 6)


def test_figures_that_could_be_another_day_keep_it_as_a_reading() -> None:
    assert spans("on 06/07/2026", UNKNOWN)[0].readings == (dt.date(2026, 7, 6),)
    assert spans("on 06/07/2026", AMERICAN)[0].readings == ()


def test_thanksgiving_is_in_october_in_canada() -> None:
    assert holiday.coming("Thanksgiving", SENT, "CA") == dt.date(2026, 10, 12)
    assert holiday.coming("Thanksgiving", SENT, "US") == dt.date(2026, 11, 26)


def test_mothers_day_is_in_march_in_britain() -> None:
    assert holiday.coming("Mother's Day", SENT, "GB") == dt.date(2026, 3, 15)
    assert holiday.coming("Mother's Day", SENT, "US") == dt.date(2026, 5, 10)


@pytest.mark.parametrize(
    ("year", "sunday"), [(2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"), (2038, "2038-04-25")]
)
def test_easter_falls_where_the_almanac_says(year: int, sunday: str) -> None:
    assert almanac.easter(year) == dt.date.fromisoformat(sunday)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        ("2026-03-06", 1, "2026-03-09"),
        ("2026-03-07", 1, "2026-03-09"),
        ("2026-03-07", 5, "2026-03-13"),
        ("2026-03-09", -1, "2026-03-06"),
    ],
)
def test_business_days_skip_the_weekend(start: str, days: int, end: str) -> None:
    assert almanac.add_business_days(dt.date.fromisoformat(start), days) == dt.date.fromisoformat(end)
