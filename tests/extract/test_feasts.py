"""Named days fall where the calendars of their countries have them."""

import datetime as dt

import holidays
import pytest

from extract.country import data
from extract.values import almanac, holiday

SENT = dt.date(2027, 1, 1)
COUNTRIES = (
    "GB IE US CA AU NZ ZA IN SG NG KE GH PH HK MY AE SA QA EG DE AT CH FR BE NL LU ES PT IT GR PL CZ SK HU RO BG HR SI "
    "RS UA SE NO DK FI IS EE LV LT TR IL JP KR CN TW TH VN ID BR MX AR CL CO PE UY UG TZ BD PK LK"
)
# Hungary has three national days, and Chile keeps these saints on the Monday before.
APART = {("HU", "national day"), ("CL", "saint peter and saint paul's day")}


@pytest.mark.parametrize("country", COUNTRIES.split())
def test_a_public_holiday_that_is_known_is_the_day_of_its_country(country: str) -> None:
    kept: dict[str, dt.date] = {}
    for day, titles in sorted(holidays.country_holidays(country, years=SENT.year, language="en_US").items()):
        for title in titles.lower().split("; "):
            kept.setdefault(title.removesuffix(" (estimated)"), day)

    named = {name for name in kept if name in _names() and (country, name) not in APART}

    assert {name: holiday.coming(name, SENT, country) for name in named} == {name: kept[name] for name in named}


def test_every_feast_of_all_countries_has_a_day() -> None:
    table = data("holidays")
    feasts = [name for part in ("fixed", "nth", "easter", "after", "library") for name in table[part]]

    assert len(feasts) > 900
    # In the United States it is a city.
    assert [
        name for name in feasts if holiday.coming(name, dt.date(2026, 3, 3), "US") is None and name != "corpus christi"
    ] == []


@pytest.mark.parametrize(
    ("country", "name"), [("US", "national day"), ("", "constitution day"), ("US", "culture day"), ("", "victory day")]
)
def test_a_day_that_many_countries_have_is_none_where_the_clients_has_none(country: str, name: str) -> None:
    assert holiday.coming(name, SENT, country) is None


@pytest.mark.parametrize(
    ("year", "day"), [(2024, "2024-05-05"), (2025, "2025-04-20"), (2026, "2026-04-12"), (2027, "2027-05-02")]
)
def test_orthodox_easter(year: int, day: str) -> None:
    assert almanac.orthodox_easter(year) == dt.date.fromisoformat(day)


def _names() -> set[str]:
    table = data("holidays")
    anywhere = {name for part in ("fixed", "nth", "easter", "after", "library", "led") for name in table[part]}
    return anywhere.union(*table["country"].values())
