"""Named days: Thanksgiving, Black Friday, Mothering Sunday, the public holidays of the client's country."""

import datetime as dt
import re
from collections.abc import Collection, Iterable
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
    return _either(_names())


@cache
def led_pattern() -> str:
    """The names that are other words, too, and need a "before" or a "by"."""
    return _either(data("holidays")["led"])


def _either(names: Iterable[str]) -> str:
    return one_of(names).replace(r"\ ", r"\s")


@cache
def words() -> dict[str, tuple[frozenset[str], ...]]:
    """All words of each name, by the longest of them, rather no day's or month's."""
    return _by_word(_names(), almanac.WEEKDAYS.keys() | almanac.MONTHS.keys())


@cache
def led_words() -> dict[str, tuple[frozenset[str], ...]]:
    return _by_word(data("holidays")["led"], ())


def _by_word(names: Iterable[str], common: Collection[str]) -> dict[str, tuple[frozenset[str], ...]]:
    by_word: dict[str, tuple[frozenset[str], ...]] = {}
    for name in names:
        said = frozenset(re.findall(r"[^\W\d_]+", name))
        longest = max(said, key=lambda word: (word not in common, len(word), word))
        by_word[longest] = (*by_word.get(longest, ()), said)
    return by_word


def _names() -> set[str]:
    table = data("holidays")
    anywhere = {name for part in ("fixed", "nth", "easter", "after", "library", "any monday") for name in table[part]}
    return anywhere.union(*table["country"].values()).difference(table["led"])


def country_before(words: str, start: int, country: str) -> str:
    """ "UK Mother's Day" is Britain's, whoever writes of it."""
    said = _PLACE.search(words, max(0, start - _LONGEST_PLACE), start)
    return str(data("holidays")["places"].get(said[1].lower(), country)) if said else country


def stretch(name: str) -> dt.timedelta:
    """From the first day of a feast to its last: Golden Week, Ramadan."""
    return dt.timedelta(days=data("holidays")["stretches"].get(" ".join(name.lower().split()), 0))


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
        eastern = country in table["orthodox"].split()
        easter = almanac.orthodox_easter(year) if eastern else almanac.easter(year)
        return easter + dt.timedelta(days=rule)
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
    elif name == "orthodox easter":
        base_day = almanac.orthodox_easter(year)
    else:
        base_day = in_year(name, year, place or country)
    return None if base_day is None else base_day + dt.timedelta(days=rule[1])


def _any_monday(year: int, country: str, since: dt.date) -> dt.date | None:
    """Which bank holiday is meant by "the bank holiday": the next that makes a long weekend."""
    days = sorted(_of_country(country, "ENG" if country == "GB" else None, year))
    return next((day for day in days if day >= since and day.weekday() == almanac.MONDAY), None)


def _in_library(table: dict[str, Any], name: str, year: int, country: str) -> dt.date | None:
    """By the name itself in that country, else by the title that another country's list has for it."""
    if country in holidays.list_supported_countries():
        found = _called(name, _of_country(country, None, year))
        if found is not None or name not in table["library"]:
            return found
    if name not in table["library"]:
        return None
    place, title, *region = table["library"][name]
    return _called(title, _of_every_kind(place, region[0] if region else None, year))


def _called(name: str, days: dict[dt.date, str]) -> dt.date | None:
    """The day that is called so, else the first whose title begins so and has no more to it in brackets."""
    titles = [
        (day, title.removesuffix(" (estimated)").lower())
        for day, called in sorted(days.items())
        for title in called.split("; ")
    ]
    exact = (day for day, title in titles if title == name.lower())
    begun = (day for day, title in titles if title.startswith(name.lower()) and "(" not in title)
    return next(exact, None) or next(begun, None)


@cache
def _of_country(country: str, region: str | None, year: int) -> dict[dt.date, str]:
    return dict(holidays.country_holidays(country, subdiv=region, years=year, language="en_US").items())


@cache
def _of_every_kind(country: str, region: str | None, year: int) -> dict[dt.date, str]:
    """With the days on which there is no holiday for everybody."""
    kinds = holidays.country_holidays(country, subdiv=region).supported_categories
    days = holidays.country_holidays(country, subdiv=region, years=year, language="en_US", categories=kinds)
    return dict(days.items())
