"""Days counted from the last one told: "... and proofs a week later", "the Monday of that week"."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from extract.anycase import AnyCase
from extract.values import almanac
from extract.values.days import Days
from extract.values.forms import A_WEEKDAY, COUNT, EVENT, UNIT, Grain
from extract.values.offsets import is_back, may_count, moved_by

_REACH = 300  # characters back to the day counted from
_THAT_DAY = (
    r"(?:that|it|then|this)(?:\s(?:very\s|same\s|first\s|last\s|second\s|final\s|opening\s|earlier\s|later\s)?"
    r"(?:date|day|night|evening|one|deadline)(?!\w))?(?!')"
)
_THEN = AnyCase(
    rf"(?<![\w-])(?:the\s(?P<weekday>{A_WEEKDAY})|"
    r"(?P<fixed>the\s(?:very\s)?(?:day|night|evening|morning|week|weekend)|a\s(?:day|week|fortnight|month))"
    rf"|{COUNT}\s(?:full\s|clear\s|whole\s)?{UNIT})\s(?:"
    r"(?P<apart>later|earlier|beforehand|afterwards?|in\sadvance)(?!\s(?:than|of|in|on)\b)|"
    rf"(?P<way>before|after|prior|ahead|in\sadvance)(?:\s(?:(?:to|of)\s)?{_THAT_DAY})?|"
    rf"(?P<out>out\sfrom|from|in\sadvance\sof|preceding|following)\s{_THAT_DAY})"
    rf"(?(apart)(?!\w)|(?!\w|\s{EVENT}\b|\s(?!(?:that'd|that|we|I|you|it|that's|for|with|and|so|to|at|in|on|please|would|is|if|"
    r"because|or|but|works?|instead|rather|as|since|not|now|then|thanks|can|could|just|only|max)\b)\w))",
    re.IGNORECASE,
)
_COMPOUND = AnyCase(r"\b(?:day|week|fortnight|month|year)s?\sand\s$")
_BESIDE = AnyCase(
    r"t(?<![\w-]t)h(?:e|at)\s(?:very\s)?(?P<which>next|following|previous|preceding|prior)\s"
    rf"(?:(?P<unit>day|night|evening|morning|afternoon)|(?P<weekday>{A_WEEKDAY}))(?!\w)",
    re.IGNORECASE,
)
_BY_THEN = AnyCase(
    r"(?:b(?<![\w-]b)(?:y|efore)|ahead\sof)\s(?:then(?!\w)|that\s(?:date|day|time|point)(?!\w))(?!\s(?:we'll\shave|I'll\shave))",
    re.IGNORECASE,
)
_ITS_WEEK = AnyCase(
    rf"(?:the\s)?(?P<weekday>{A_WEEKDAY})\s(?:(?:of|in)\s)?(?:(?P<same>(?:that|the\ssame|that\ssame)\sweek)|"
    r"the\s(?:(?P<back>week\s(?:before|prior)|(?:previous|preceding|prior)\sweek)|week\safter|following\sweek|next\sweek))(?!\w)",
    re.IGNORECASE,
)
_PART_OF_IT = AnyCase(
    r"(?:the\s)?(?:(?P<end>end\sof|close\sof|last\sday\sof)|(?:start|beginning|first\sday)\sof)\sthat\s(?P<unit>week|month)(?!\w)",
    re.IGNORECASE,
)
_THAT_STRETCH = re.compile(r"that\s(?:week|month)")
_THAT_WEEKEND = AnyCase(r"t(?<![\w-]t)h(?:at|e\ssame|at\ssame)\sweekend(?!\w)", re.IGNORECASE)
_ON_FROM_THERE = AnyCase(r"\b(?:after|later|afterwards?|following|that|this|it|then)\b")
_OF_A_MONTH = ("month day", "day month", "figures", "iso", "range")
_STOP = re.compile(r"[.!?]\s|\n\s*\n")
# "stand opens 8 sept\nrough cuts to me by the 29th": a line of its own is counted from the mail.
_OWN_LINE = AnyCase(r"\n[^\n]{0,80}\bby\s(?:the\s)?\d")
_ITS_MONTH = AnyCase(r"\bmonth\b")  # "the 20th of this month"
# "On 11 September rather than the 1st": nothing is counted from the 1st.
_NOT_THAT = AnyCase(r"\b(?:rather\sthan|instead\sof|and\snot|not|no\slonger)\s(?:on\s|from\s|by\s)?(?:the\s)?$")
_FOLLOWING = AnyCase(r"\bfollowing\s")
_THAT = AnyCase(r"\bthat\s(?:same\s|very\s)?$")

FirstLast = tuple[dt.date, dt.date]


def following(words: str, found: list[Days]) -> Iterator[Days]:
    """ "June 12, proofs the following Monday": the Monday after the 12th. "Sept 8, then the 10th": of September."""
    before: Days | None = None
    in_month = False  # whether the day before was said with its month, or goes on from one that was
    for one in found:
        near = before is not None and one.start - before.end < _REACH
        if before and near and one.form in ("weekday", "week") and (span := _after(words, before, one)):
            before = replace(one, first=span[0], last=span[1])
        elif (
            before
            and near
            and in_month
            and one.form == "number"
            and not _ITS_MONTH.search(words, one.start, one.end)
            and not (_STOP.search(words, before.end, one.start) or _OWN_LINE.search(words, before.end, one.end))
        ):
            before = _same_month(one, before)
        else:
            before, in_month = one, False
        in_month = in_month or one.form in _OF_A_MONTH
        yield before


def _after(words: str, before: Days, one: Days) -> FirstLast | None:
    """The following Monday, that Friday, the following week: counted from the day before."""
    if one.form == "week":
        if not _FOLLOWING.search(words, one.start, one.end) or _STOP.search(words, before.end, one.start):
            return None
        days = one.first - almanac.monday(one.first), one.last - almanac.monday(one.first)
        monday = almanac.monday(before.last) + dt.timedelta(days=7)
        return monday + days[0], monday + days[1]
    if _FOLLOWING.search(words, one.start, one.end):
        day = almanac.next_weekday(before.last, one.first.weekday())
    elif _THAT.search(words, max(0, one.start - 12), one.start):
        day = almanac.next_weekday(before.first - almanac.ONE_DAY, one.first.weekday())
    else:
        return None
    return day, day


def _same_month(one: Days, before: Days) -> Days:
    first = almanac.day(before.last.year, before.last.month, one.first.day)
    if first is None or one.first != one.last or "month" in one.form:
        return one
    return replace(one, first=first, last=first) if first >= one.first else one


def counted_from_before(words: str, found: list[Days]) -> list[Days]:
    """What is counted from the last day named before it, itself such a one perhaps."""
    if not found:
        return []
    matches = [(match, count) for pattern, count in _ways(words.lower()) for match in pattern.finditer(words)]
    counted: list[Days] = []
    for match, count in sorted(matches, key=lambda one: (one[0].start(), -one[0].end())):
        chained = (
            counted if _ON_FROM_THERE.search(match[0]) else ()
        )  # "the proof the Monday before, the final the day before"
        before = [one for one in (*found, *chained) if one.end <= match.start() < one.end + _REACH]
        if not before or (counted and counted[-1].end > match.start()):
            continue
        base = max(before)
        later = match.groupdict().get("apart")
        if (
            not later
            and len(before) > 1
            and _NOT_THAT.search(words, max(0, base.start - len("instead of from the ")), base.start)
        ):
            base = max(one for one in before if one is not base)
        if span := count(match, base):
            grain = Grain.DAY if span[0] == span[1] else Grain.WEEK
            counted.append(Days(match.start(), match.end(), *span, grain, "offset", None, base.floating))
    return counted


def _ways(lower: str) -> Iterator[tuple[AnyCase, Callable[[re.Match[str], Days], FirstLast | None]]]:
    """Those worth a try, by a cheap look."""
    if may_count(lower):
        yield _THEN, _then
    yield _BY_THEN, _by_then
    yield _BESIDE, _beside
    if "week" in lower:
        yield _ITS_WEEK, _in_its_week
        yield _THAT_WEEKEND, _weekend
    if _THAT_STRETCH.search(lower):
        yield _PART_OF_IT, _part_of_it


def _then(match: re.Match[str], base: Days) -> FirstLast | None:
    if _COMPOUND.search(match.string, max(0, match.start() - 20), match.start()):
        return None  # "a month and two days before"
    way = match["way"] or match["apart"] or match["out"]
    if (way.lower() == "from") and match["fixed"] and match["fixed"].lower().startswith("the"):
        return None
    moved = moved_by(base, match, is_back(way), way)
    return None if moved is None else (moved.first, moved.last)


def _by_then(match: re.Match[str], base: Days) -> FirstLast | None:
    if base.first != base.last:
        return None
    first = base.first - (almanac.ONE_DAY if match[0].lower().startswith("before") else dt.timedelta())
    return first, first


def _beside(match: re.Match[str], base: Days) -> FirstLast | None:
    after = match["which"].lower() in ("next", "following")
    if match["weekday"]:
        if after:
            return None  # a weekday of its own
        weekday = almanac.WEEKDAYS[match["weekday"].lower()]
        day = base.first - dt.timedelta(days=(base.first.weekday() - weekday - 1) % 7 + 1)
    else:
        day = base.last + almanac.ONE_DAY if after else base.first - almanac.ONE_DAY
    return day, day


def _in_its_week(match: re.Match[str], base: Days) -> FirstLast | None:
    monday = almanac.monday(base.first)
    if not match["same"]:
        monday += dt.timedelta(days=-7 if match["back"] else 7)
    day = monday + dt.timedelta(days=almanac.WEEKDAYS[match["weekday"].lower()])
    return day, day


def _part_of_it(match: re.Match[str], base: Days) -> FirstLast | None:
    if match["unit"].lower() == "week":
        day = almanac.monday(base.first) + dt.timedelta(days=almanac.FRIDAY if match["end"] else 0)
    else:
        last = almanac.month_end(base.first.year, base.first.month)
        day = last if match["end"] else last.replace(day=1)
    return day, day


def _weekend(match: re.Match[str], base: Days) -> FirstLast | None:
    saturday = almanac.monday(base.first) + dt.timedelta(days=almanac.SATURDAY)
    return saturday, saturday + almanac.ONE_DAY
