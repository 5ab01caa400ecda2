"""Days, times and sums as a house in each country writes them."""

import datetime as dt

import pytest

from briefs.findings import DateKind, DateSpan
from briefs.money import MoneyRange
from notify.language import NO_BREAK, language

TODAY = dt.date(2026, 3, 3)
US = language("US", "America/New_York", TODAY)
GB = language("GB", "Europe/London", TODAY)
DE = language("DE", "Europe/Berlin", TODAY)


def plain(text: str) -> str:
    return text.replace(NO_BREAK, " ")


@pytest.mark.parametrize(
    ("day", "american", "british"),
    [
        (dt.date(2026, 6, 12), "Fri, June 12", "Fri 12 June"),
        (dt.date(2027, 1, 4), "Mon, January 4, 2027", "Mon 4 January 2027"),
    ],
)
def test_a_day_shows_its_year_when_it_is_not_this_one(day: dt.date, american: str, british: str) -> None:
    assert plain(US.day(day)) == american
    assert plain(GB.day(day)) == british
    assert plain(DE.day(day)) == british


@pytest.mark.parametrize(
    ("first", "last", "american", "british"),
    [
        ((2026, 6, 8), (2026, 6, 12), "June 8–12", "8–12 June"),
        ((2027, 6, 8), (2027, 6, 12), "June 8–12, 2027", "8–12 June 2027"),
        ((2026, 6, 29), (2026, 7, 3), "June 29 – July 3", "29 June – 3 July"),
        ((2026, 12, 30), (2027, 1, 2), "December 30 – January 2, 2027", "30 December – 2 January 2027"),
        ((2026, 6, 8), (2026, 6, 8), "Mon, June 8", "Mon 8 June"),
    ],
)
def test_a_span_says_what_it_shares_once(
    first: tuple[int, int, int], last: tuple[int, int, int], american: str, british: str
) -> None:
    assert plain(US.days(dt.date(*first), dt.date(*last))) == american
    assert plain(GB.days(dt.date(*first), dt.date(*last))) == british


def test_a_time_on_another_clock_says_whose() -> None:
    day = dt.date(2026, 6, 12)
    due = DateSpan(DateKind.DUE, day, day, dt.time(17), "America/New_York")

    assert plain(US.span(due)) == "Fri, June 12, 2026, 5:00 PM"
    assert plain(GB.span(due)) == "Fri 12 June 2026, 17:00 (New York time)"


def test_a_span_of_days_is_told_in_full() -> None:
    span = DateSpan(DateKind.LIVE, dt.date(2026, 6, 8), dt.date(2026, 6, 12))

    assert plain(US.span(span)) == "Mon, June 8 – Fri, June 12, 2026"
    assert plain(GB.span(span)) == "Mon 8 June – Fri 12 June 2026"


def test_a_moment_is_told_on_the_houses_clock() -> None:
    moment = dt.datetime(2026, 3, 3, 14, 14, tzinfo=dt.UTC)

    assert plain(US.moment(moment)) == "Tue, March 3, 2026, 9:14 AM"
    assert plain(DE.moment(moment)) == "Tue 3 March 2026, 15:14"


@pytest.mark.parametrize(
    ("money", "american", "british"),
    [
        (MoneyRange(4_000_000, 4_500_000, "USD"), "$40,000–45,000", "US$40,000–45,000"),
        (MoneyRange(None, 800_000, "GBP"), "up to £8,000", "up to £8,000"),
        (MoneyRange(1_250_000, None, "EUR"), "from €12,500", "from €12,500"),
        (MoneyRange(1_250_050, 1_250_050, "EUR"), "€12,500.50", "€12,500.50"),
        (MoneyRange(0, 0, "USD"), "$0", "US$0"),
        (MoneyRange(500_000, 500_000, "JPY"), "¥500,000", "JP¥500,000"),
        (MoneyRange(1_500, 1_500, "KWD"), "KWD 1.500", "KWD 1.500"),
        (MoneyRange(1_200_000, 1_200_000, "CHF"), "CHF 12,000", "CHF 12,000"),
        (MoneyRange(10**17, 10**17, "USD"), "$1,000,000,000,000,000", "US$1,000,000,000,000,000"),
    ],
)
def test_a_sum_is_told_exactly(money: MoneyRange, american: str, british: str) -> None:
    assert plain(US.money(money)) == american
    assert plain(GB.money(money)) == british


def test_a_country_we_do_not_know_is_written_to_in_british_english() -> None:
    assert language("ZZ", "UTC", TODAY).locale == GB.locale
    assert language("us", "UTC", TODAY).locale == US.locale
