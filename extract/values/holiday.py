"""Named days: Thanksgiving, Black Friday, Mothering Sunday, the public holidays of the client's country."""

import datetime as dt
import re
from functools import cache
from typing import Any

import holidays

from extract.country import data
from extract.one_of import one_of
from extract.values import almanac

_PLACE = re.compile(r"(?<![\w-])([\w.]+?)(?:'s?)?\s$")
_LONGEST_PLACE = len("singaporean's ")
_WEEKDAY = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}


@cache
def pattern() -> str:
    """An alternation of every name, longest first, with a space or a line end between words."""
    return one_of(_names()).replace(r"\ ", r"\s")


@cache
def words() -> dict[str, tuple[frozenset[str], ...]]:
    """All words of each name, by the longest of them, rather no day's or month's."""
    common = almanac.WEEKDAYS.keys() | almanac.MONTHS.keys()
    by_word: dict[str, tuple[frozenset[str], ...]] = {}
    for name in _names():
        said = frozenset(re.findall(r"[^\W\d_]+", name))
        longest = max(said, key=lambda word: (word not in common, len(word), word))
        by_word[longest] = (*by_word.get(longest, ()), said)
    return by_word


def _names() -> set[str]:
    table = data("holidays")
    anywhere = {name for part in ("fixed", "nth", "easter", "after", "library", "any monday") for name in table[part]}
    return anywhere.union(*table["country"].values())


def country_before(words: str, start: int, country: str) -> str:
    """ "UK Mother's Day" is Britain's, whoever writes of it."""
    said = _PLACE.search(words, max(0, start - _LONGEST_PLACE), start)
    return str(data("holidays")["places"].get(said[1].lower(), country)) if said else country


def year_of_money(which: str, country: str) -> tuple[int, int] | None:
    """Month and day on which the financial or tax year of that country begins."""
    begins = data("holidays")["years"][which].get(country)
    return (int(begins[:2]), int(begins[3:])) if begins else None


def coming(name: str, sent: dt.date, country: str) -> dt.date | None:
    """The first day of that name on or after `sent`, for that country where countries differ."""
    key = " ".join(name.lower().replace("’", "'").split())
    for year in (sent.year, sent.year + 1):
        found = in_year(key, year, country, sent)
        if found is not None and found >= sent:
            return found
    return None


def in_year(name: str, year: int, country: str, since: dt.date = dt.date.min) -> dt.date | None:
    """That day of the year; where one name is that of several, the first since then."""
    table = data("holidays")
    if name in table["any monday"]:
        return _any_monday(year, country, since) if country in table["any monday"][name].split() else None
    own = table["country"].get(country, {})
    rule: Any = own[name] if name in own else _rule(table, name)
    if isinstance(rule, str) and not rule[0].isdigit():
        rule = _rule(table, rule)  # that country's name for another day
    if rule is None:
        return _in_library(table, name, year, country)
    if isinstance(rule, str):
        return almanac.day(year, int(rule[:2]), int(rule[3:]))
    if isinstance(rule, int):
        return almanac.easter(year) + dt.timedelta(days=rule)
    if isinstance(rule[0], int):
        return almanac.nth_weekday(year, rule[0], _WEEKDAY[rule[1]], rule[2])
    return _counted(rule, year, country)


def _rule(table: dict[str, Any], name: str) -> Any:
    for part in ("fixed", "nth", "easter", "after"):
        if name in table[part]:
            return table[part][name]
    return None


def _counted(rule: list[Any], year: int, country: str) -> dt.date | None:
    """`[another day, days after it]`, or `[month-day, weekday, -1]`: the last such weekday before it."""
    if len(rule) == 3:
        base = dt.date(year, int(rule[0][:2]), int(rule[0][3:]))
        return base - dt.timedelta(days=(base.weekday() - _WEEKDAY[rule[1]] - 1) % 7 + 1)
    name, _, place = rule[0].partition(":")
    if name == "advent":
        christmas = dt.date(year, 12, 25)
        base_day: dt.date | None = christmas - dt.timedelta(days=christmas.weekday() + 22)
    else:
        base_day = in_year(name, year, place or country)
    return None if base_day is None else base_day + dt.timedelta(days=rule[1])


def _any_monday(year: int, country: str, since: dt.date) -> dt.date | None:
    """Which bank holiday is meant by "the bank holiday": the next that makes a long weekend."""
    days = sorted(_of_country(country, "ENG" if country == "GB" else None, year))
    return next((day for day in days if day >= since and day.weekday() == almanac.MONDAY), None)


def _in_library(table: dict[str, Any], name: str, year: int, country: str) -> dt.date | None:
    place, title, *region = table["library"].get(name, [country, name])
    for where, what, part in ((country, name, None), (place, title, region[0] if region else None)):
        if where in holidays.list_supported_countries():
            days = sorted(_of_country(where, part, year).items())
            exact = (found for found, called in days if called.lower() == what.lower())
            begun = (found for found, called in days if called.lower().startswith(what.lower()) and "(" not in called)
            if (found := next(exact, None) or next(begun, None)) is not None:
                return found
    return None


@cache
def _of_country(country: str, region: str | None, year: int) -> dict[dt.date, str]:
    return dict(holidays.country_holidays(country, subdiv=region, years=year, language="en_US").items())
