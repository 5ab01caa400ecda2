"""Lists of days that name their month once: "the 7th, 14th and 21st of October", "May 7th 8th and 9th"."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from extract.anycase import AnyCase
from extract.values import almanac
from extract.values.days import Days
from extract.values.forms import A_WEEKDAY, Grain

_LONGEST = 8
_REACH = 28  # characters of one item
_AND = r"(?:,|,?\s(?:and|&|'?n'?|or|then|plus)|\sund|\set)"
_END = r"(?:st|nd|rd|th)"
_LEADS = AnyCase(r"(?:^|\n|:|\b(?:on|the|are|is|from|dates?|days?|in|am|nights?|evenings?|mornings?))\s*$")
# What may stand behind the last bare number of a list, so that it counts nothing.
_NOTHING = r"(?=\s?[,.;:)!?]|\s?$|\n|\s\d{1,2}(?:st|nd|rd|th)\b|\s(?:and|&|or|then|at|from|please|for|in|of|we|with)\b)"
_DATED = ("day month", "month day")
_WITHOUT_MONTH = "number"


def with_lists(words: str, found: list[Days]) -> list[Days]:
    """`found` and the days that stand beside one of them as bare numbers; days on end are one span."""
    items: list[Days] = []
    for forms in (_DATED, (_WITHOUT_MONTH,)):  # a number goes with the month behind it
        reach, taken = 0, _Taken(items)
        for one in found:
            if one.form in forms and one.start >= reach and not taken.shares(one):
                whole = [*_before(words, one, reach), one, *(_behind(words, one) if one.first == one.last else ())]
                if len(whole) > 1:
                    items += _on_end(whole)
                    reach = whole[-1].end
        items.sort()
    taken = _Taken(items)
    return sorted([*(one for one in found if not taken.shares(one)), *items])


class _Taken:
    """Where the items of lists stand; they are sorted and disjoint."""

    def __init__(self, items: list[Days]) -> None:
        self._starts = [one.start for one in items]
        self._ends = [one.end for one in items]

    def shares(self, one: Days) -> bool:
        index = bisect_left(self._starts, one.end) - 1
        return index >= 0 and self._ends[index] > one.start


def _on_end(whole: list[Days]) -> list[Days]:
    """ "June 3rd, 4th and 5th" is a span."""
    if all(other.first - one.last == almanac.ONE_DAY for one, other in pairwise(whole)):
        return [replace(whole[0], end=whole[-1].end, last=whole[-1].last, form="range")]
    return whole


def _before(words: str, one: Days, reach: int) -> list[Days]:
    """The numbers before a day that names its month."""
    found: list[Days] = []
    while one.form == "day month" and len(found) < _LONGEST:
        item = _item_before().search(words, max(reach, one.start - _REACH), one.start)
        first = item and almanac.day(one.first.year, one.first.month, int(item["day"]))
        if item is None or first is None or first >= one.first:
            break
        said = item["end"] or item["weekday"] or found or one.first != one.last
        if not (said or _LEADS.search(words, max(0, item.start() - 10), item.start("day"))):
            break  # "sizes 4 and 8 June"
        one = Days(item.start(), item.end("whole"), first, first, Grain.DAY, "day month", None, one.floating)
        found.insert(0, one)
    return found


def _behind(words: str, one: Days) -> Iterator[Days]:
    """The numbers behind a day."""
    written = words[one.start : one.end].rstrip(".,")
    if one.form == "day month" or not re.search(r"\d(?:st|nd|rd|th)?$", written):
        return
    for _ in range(_LONGEST):
        item = _item_behind().match(words, one.end, one.end + _REACH)
        if item is None or (one.form == _WITHOUT_MONTH and not item["end"]):
            return
        first = almanac.day(one.first.year, one.first.month, int(item["day"]))
        if first is None or first <= one.first:
            return
        one = Days(item.start("day"), item.end("whole"), first, first, Grain.DAY, one.form, None, one.floating)
        yield one


@cache
def _item_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w/.:$€£#%-])(?P<whole>(?:(?P<weekday>{A_WEEKDAY})\b\.?,?\s)?(?:the\s)?(?P<day>\d{{1,2}})(?P<end>{_END})?)"
        rf"(?:{_AND}\s|(?<=st|nd|rd|th)\s)(?:on\s)?(?:(?:{A_WEEKDAY})\b\.?,?\s)?$",
        re.IGNORECASE,
    )


@cache
def _item_behind() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_AND}\s(?:on\s)?|\s(?=\d{{1,2}}{_END}))(?P<whole>(?:(?:{A_WEEKDAY})\b\.?,?\s)?(?:the\s)?"
        rf"(?P<day>\d{{1,2}})(?P<end>{_END})?)(?![\w/%-]|[.:,]\d){_NOTHING}",
        re.IGNORECASE,
    )


def is_joined(words: str, one: Days, other: Days) -> bool:
    """Whether nothing but the sign of a list stands between two days."""
    alike = one.form == other.form or (one.form in _DATED and other.form in _DATED)
    return alike and other.start - one.end < _REACH and _JOINED.fullmatch(words, one.end, other.start) is not None


# Cells of a row are no list.
_JOINED = re.compile(
    r"(?!\t|[ ]{2})\s?(?:,|/|&|\+|,?\s(?:and|&|'?n'?|or|then|plus)(?:\sthen)?)?\s?(?:on\s)?(?:the\s)?", re.IGNORECASE
)
