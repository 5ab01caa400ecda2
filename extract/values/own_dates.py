"""A day told in two ways: "in August, the 19th", "the Friday after Easter, 10 April". What fixes it more counts."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from extract.span import joined
from extract.values import almanac
from extract.values.days import Days
from extract.values.forms import A_WEEKDAY, Grain

# However a day was counted, its writer's own date is surer; further off the two are two days.
_SLACK = {Grain.DAY: dt.timedelta(days=8), Grain.WEEK: dt.timedelta(days=2)}
# Behind a comma alone another day may follow: "proofs in a week, 12 March we go to press".
_COUNTED_WELL = {Grain.WEEK: dt.timedelta(days=2)}
_WEEKDAY = re.compile(rf"(?:on\s)?(?:{A_WEEKDAY})\b", re.IGNORECASE)
_REACH = 28  # characters between them
_COUNTED = (
    *("offset", "before", "eve", "ahead", "week", "week of", "iso week", "nth weekday", "near", "this", "weekday"),
    *("month", "month end"),
)
_DATED = ("month day", "day month", "figures", "iso", "figures span", "range")
_SAYING = (
    r"(?:so|say|i\.?e\.?|aka|that(?:'s|\sis)|which\s(?:is|falls\son|makes\sit|means|would\sbe|will\sbe)|namely|meaning|being|"
    r"(?:and\s)?(?:I\s(?:think|believe|guess|make)\s)?(?:it's|it\sis|it\sfalls\son))[,:]?"
)
_SAME = re.compile(
    rf"(?:,|\s?[(–—-]|(?P<said>[,;]?\s?[(–—-]?\s?{_SAYING}))\s?(?(said)|(?:{_SAYING}\s)?)(?:(?:by|on|until|before)\s)?(?:the\s)?",
    re.IGNORECASE,
)
_ITS_DAY = re.compile(
    r"\s\(|,?\s(?:(?:this|that|next)\s(?:year|time)|namely|probably|likely|most\slikely|specifically|i\.?e\.?|so|and)?,?\s?"
    r"(?:it's|it\sis|it\sfalls|that's|that\sis)?\s?(?:on|by|until|till|til|before)?\s?(?:the\s)?",
    re.IGNORECASE,
)


def with_own_days(words: str, found: list[Days]) -> Iterator[Days]:
    """`found`, each month and the day of it that stands behind being one: the month is no span of its own."""
    return joined(found, partial(_day_in, words))


def _day_in(words: str, one: Days, other: Days) -> Days | None:
    """ "In August, this year the 19th", "in August (Aug 5-7)", "by the end of May, Friday 29th" """
    if one.form != "month" or one.end > other.start or not _ITS_DAY.fullmatch(words, one.end, other.start):
        return None
    first, last = one.first.replace(day=1), almanac.month_end(one.last.year, one.last.month)
    if other.form == "number" and other.first == other.last and (one.first, one.last) == (first, last):
        day = almanac.day(first.year, first.month, other.first.day)
        return replace(other, first=day, last=day, form="day month", floating=one.floating) if day else None
    if other.form not in (*_DATED, "number") or not (first <= other.first and other.last <= last):
        return None
    return replace(other, start=one.start, end=other.end + words.startswith(")", other.end))


def with_own_dates(words: str, found: list[Days]) -> Iterator[Days]:
    """`found`, each counted day and the date that its writer gives it being one."""
    return joined(found, partial(_dated, words))


def _dated(words: str, one: Days, other: Days) -> Days | None:
    if one.form not in _COUNTED or one.end > other.start or other.start - one.end > _REACH:
        return None
    same = _SAME.fullmatch(words, one.end, other.start)
    if same is None:
        return None
    if other.form == "number":
        other = _nearest(one, other)
    elif other.form not in _DATED:
        return None
    named = same["said"] is not None or other.form == "number" or _WEEKDAY.match(words, other.start) is not None
    if not _is_within(one, other, _SLACK if named or one.form == "weekday" else _COUNTED_WELL):
        return None
    end = other.end + (words.startswith(")", other.end) and "(" in same[0])
    return replace(other, start=one.start, end=end, time=other.time or one.time, floating=False)


def _is_within(one: Days, other: Days, slack_of: Mapping[Grain, dt.timedelta]) -> bool:
    """Days of the week or the stretch that was counted, or near the day; "next Friday, the 20th" only if it is one."""
    if one.form == "weekday" and one.first.weekday() != other.first.weekday():
        return False
    slack = slack_of.get(one.grain, dt.timedelta())
    return one.first - slack <= other.first and other.last <= one.last + slack


def _nearest(one: Days, other: Days) -> Days:
    """ "Friday after next, the 22nd": of the month in which that is."""
    around = [almanac.day(month.year, month.month, other.first.day) for month in _months(one.first)]
    days = [day for day in around if day is not None]
    first = min(days, key=lambda day: abs(day - one.first))
    return replace(other, first=first, last=first) if other.first == other.last else other


def _months(day: dt.date) -> Iterator[dt.date]:
    return (almanac.add_months(day.replace(day=1), by) for by in (-1, 0, 1))
