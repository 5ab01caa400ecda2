"""Days counted from another: "two weeks after June 12", "the week of the 8th", "... and proofs a week later"."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from extract.anycase import AnyCase
from extract.values import almanac
from extract.values.days import Days
from extract.values.forms import COUNT, EVENT, UNIT, Grain, counted

_ANY_OFFSET = r"(?:after|from|following|before|prior\sto|ahead\sof|on|past)"
_OFFSET = re.compile(
    rf"(?<![\w-])(?:(?P<fixed>(?:the\s|a\s)?(?:(?:full|whole)\s)?(?:day|night|week|fortnight|month|weekend)|"
    rf"(?:the\s)?(?P<weekday>{'|'.join(sorted(almanac.WEEKDAYS, key=len, reverse=True))}))|{COUNT}[\s-](?:full\s|"
    rf"whole\s|clear\s)?{UNIT})"
    rf"\s(?P<way>{_ANY_OFFSET})\s(?:the\s)?$",
    re.IGNORECASE,
)
_BEHIND_WAY = re.compile(r"(?:after|from|following|before|to|of|on|past)\s(?:the\s)?$", re.IGNORECASE)
_LONGEST_WAY = len("following the ")
_WEEK_OF = re.compile(
    r"(?<![\w-])(?P<which>(?:(?:the\s|that\s)?w(?:eek|k)\.?\s?(?P<kind>of|commencing|beginning|starting|ending|"
    r"in\swhich|containing)|w/(?P<short>[cboe])|w\.?c\.?|wc)\s?:?\s(?:the\s|on\s)?)$",
    re.IGNORECASE,
)
_WEEKEND_OF = re.compile(r"(?<![\w-])the\sweek-?end\sof\s(?:the\s)?$", re.IGNORECASE)
_FOLLOWING = re.compile(r"\bfollowing\s", re.IGNORECASE)
_THEN = AnyCase(
    rf"(?<![\w-])(?:the\s(?P<weekday>{'|'.join(sorted(almanac.WEEKDAYS, key=len, reverse=True))})|"
    rf"(?P<fixed>the\s(?:very\s)?(?:day|week|weekend)|a\s(?:day|week|fortnight|month))"
    rf"|{COUNT}\s{UNIT})\s(?P<way>before|after|later|earlier|prior|beforehand|ahead)(?:\s(?:that|it|then|"
    rf"this)(?!'))?(?!\w|\s{EVENT}\b|\s(?!(?:that'd|that|we|I|you|it|that's|for|with|and|so|to|at|in|on|please|would|is|if|"
    r"because|or|but|works?|instead|rather|as|since|not|now|then|thanks|can|could|just|only|max)\b)\w)",
    re.IGNORECASE,
)
_THEN_WAY = AnyCase(r"(?:before|after|later|earlier|prior|ahead|following)", re.IGNORECASE)
_COUNTED = re.compile(rf"(?:{'|'.join(almanac.WEEKDAYS)}|weekend|day|week|month|fortnight|{UNIT})\s$", re.IGNORECASE)
_LONGEST_COUNTED = 16  # characters
_OF_A_MONTH = ("month day", "day month", "figures", "iso", "range")
_STOP = re.compile(r"[.!?]\s|\n\s*\n")
# "stand opens 8 sept\nrough cuts to me by the 29th": a line of its own is counted from the mail.
_OWN_LINE = re.compile(r"\n[^\n]{0,80}\bby\s(?:the\s)?\d", re.IGNORECASE)
_NEXT_DAY = AnyCase(r"t(?<![\w-]t)he\s(?:next|following)\sday(?!\w)", re.IGNORECASE)
_BY_THEN = AnyCase(
    r"(?:b(?<![\w-]b)(?:y|efore)|ahead\sof)\s(?:then(?!\w)|that\s(?:date|day|time|point)(?!\w))(?!\s(?:we'll\shave|I'll\shave))",
    re.IGNORECASE,
)
_CALENDAR = ("month day", "day month", "iso", "figures", "weekday")
_EVENT_REACH = 90  # characters
_BEFORE_SOON = AnyCase(r"\b(?:before|ahead\sof|prior\sto)\s")
_HAPPENS = (
    r"(?:opens?|starts?|begins?|launch(?:es)?|goes\s(?:live|up|out|to\s(?:print|press))|kicks\soff|airs?|ships?|prints?|"
    r"meets?|sees?(?:\sit|\sthem)?|reopens?|arrives?|comes?)"
)
_NO_EVENT = r"(?!(?:and|or|but|so|because|as|then|before|after|by|until|please|is|are)\b)"
# What happens on the day: a verb of it, or its own name and "on".
_BEFORE_EVENT = re.compile(
    rf"(?<![\w-])(?:(?:(?P<fixed>(?:the|a)\s(?:day|night|week|fortnight|month|weekend))|"
    rf"(?:the\s)?(?P<weekday>{'|'.join(sorted(almanac.WEEKDAYS, key=len, reverse=True))})|"
    rf"{COUNT}[\s-](?:full\s|whole\s|clear\s)?{UNIT})\s)?"
    rf"(?P<way>before|ahead\sof|prior\sto)\s(?!(?:I|he|she)\b)(?:{_NO_EVENT}[\w'&-]+\s){{0,5}}?"
    rf"(?:{_HAPPENS}(?P<rest>\s(?:up\s|back\s)?(?:on\s|in\s|from\s)?(?:the\s)?)|[\w'&-]{{3,}}(?P<on>\son\s)(?:the\s)?)$",
    re.IGNORECASE,
)
_REACH = 300  # characters back to the day counted from


def offset(words: str, one: Days, begins: int) -> Days | None:
    """The day that the words right before `one`, from `begins` on, count from it; None where they count nothing."""
    if week := _WEEK_OF.search(words, begins, one.start):
        return _week_of(one, week)
    if weekend := _WEEKEND_OF.search(words, begins, one.start):
        # A Friday's weekend is the one that follows it.
        saturday = almanac.monday(one.first) + dt.timedelta(days=almanac.SATURDAY)
        return replace(one, start=weekend.start(), first=saturday, last=saturday + almanac.ONE_DAY, form="week of")
    if not _BEHIND_WAY.search(words, max(begins, one.start - _LONGEST_WAY), one.start):
        return None  # a cheap look before the expensive one
    match = _OFFSET.search(words, begins, one.start)
    if match is None:
        return None
    way = match["way"].lower()
    if way == "on" and match["count"] and not match["unit"].lower().startswith(("week", "wk")):
        return None
    return moved_by(one, match, way in ("before", "ahead of") or way.startswith("prior"))


def following(words: str, found: list[Days]) -> Iterator[Days]:
    """ "June 12, proofs the following Monday": the Monday after the 12th. "Sept 8, then the 10th": of September."""
    before: Days | None = None
    in_month = False  # whether the day before was said with its month, or goes on from one that was
    for one in found:
        near = before is not None and one.start - before.end < _REACH
        if before and near and one.form == "weekday" and _FOLLOWING.search(words, one.start, one.end):
            day = almanac.next_weekday(before.last, one.first.weekday())
            before = replace(one, first=day, last=day)
        elif (
            before
            and near
            and in_month
            and one.form == "number"
            and not (_STOP.search(words, before.end, one.start) or _OWN_LINE.search(words, before.end, one.end))
        ):
            before = _same_month(one, before)
        else:
            before, in_month = one, False
        in_month = in_month or one.form in _OF_A_MONTH
        yield before


def _same_month(one: Days, before: Days) -> Days:
    first = almanac.day(before.last.year, before.last.month, one.first.day)
    if first is None or one.first != one.last or "month" in one.form:
        return one
    return replace(one, first=first, last=first) if first >= one.first else one


def counted_from_before(words: str, found: list[Days]) -> Iterator[Days]:
    """ "... and proofs a week later", "the Friday before": counted from the last day named."""
    if not found:
        return
    starts = [one.start for one in found]
    for match in _THEN.finditer(words) if may_count(words) else ():
        index = bisect_left(starts, match.start()) - 1
        if index < 0 or not 0 <= match.start() - found[index].end < _REACH:
            continue
        base = replace(found[index], start=match.start(), end=match.end(), time=None)
        moved = moved_by(base, match, match["way"].lower() not in ("after", "later"))
        if moved is not None:
            yield replace(moved, start=match.start(), end=match.end())
    for match in _BY_THEN.finditer(words):
        index = bisect_left(starts, match.start()) - 1
        if index >= 0 and match.start() - found[index].end < _REACH and found[index].first == found[index].last:
            first = found[index].first - (almanac.ONE_DAY if match[0].lower().startswith("before") else dt.timedelta())
            yield Days(match.start(), match.end(), first, first, Grain.DAY, "offset")
    for match in _NEXT_DAY.finditer(words):
        index = bisect_left(starts, match.start()) - 1
        if index >= 0 and match.start() - found[index].end < _REACH:
            after = found[index].last + almanac.ONE_DAY
            yield Days(match.start(), match.end(), after, after, Grain.DAY, "offset")


def counted_from_behind(words: str, found: list[Days]) -> Iterator[Days]:
    """ "Before the fair starts July 15", "two days before the board sees it on March 26"; the day itself is another."""
    for index, one in enumerate(found):
        if one.form not in _CALENDAR or one.first != one.last:
            continue
        begins = max(found[index - 1].end if index else 0, one.start - _EVENT_REACH)
        match = (
            _BEFORE_EVENT.search(words, begins, one.start) if _BEFORE_SOON.search(words, begins, one.start) else None
        )
        if match is None:
            continue
        if match["fixed"] or match["weekday"] or match["unit"]:
            moved = moved_by(replace(one, time=None), match, back=True)
        else:
            day = one.first - almanac.ONE_DAY
            moved = replace(one, first=day, last=day, time=None, grain=Grain.DAY, form="before", readings=())
        if moved is not None:
            yield replace(moved, start=match.start(), end=match.start("rest" if match["rest"] else "on"))


def may_count(words: str) -> bool:
    """Whether a day or a stretch of days stands right before a way to count: a cheap look before the expensive one."""
    return any(
        _COUNTED.search(words, max(0, way.start() - _LONGEST_COUNTED), way.start()) for way in _THEN_WAY.finditer(words)
    )


def _week_of(one: Days, match: re.Match[str]) -> Days:
    ending = match["kind"] == "ending" or match["short"] == "e"
    if ending:
        return replace(one, start=match.start(), first=almanac.monday(one.last), grain=Grain.WEEK, form="week of")
    monday = almanac.monday(one.first)
    friday = monday + dt.timedelta(days=almanac.FRIDAY)
    return replace(one, start=match.start(), first=monday, last=friday, grain=Grain.WEEK, form="week of")


def moved_by(one: Days, match: re.Match[str], back: bool) -> Days | None:
    """`one` moved by what a match of COUNT and UNIT, a weekday or "the day" says."""
    step, base = (-1, one.first) if back else (1, one.last)
    if match["weekday"]:
        weekday = almanac.WEEKDAYS[match["weekday"].lower()]
        found = (
            almanac.next_weekday(base, weekday)
            if step > 0
            else base - dt.timedelta(days=(base.weekday() - weekday - 1) % 7 + 1)
        )
        return _at(one, match, found, found)
    if match["fixed"]:
        return _fixed(one, match, base, step)
    found_day = counted(match, base, step)
    return None if found_day is None else _at(one, match, found_day, found_day)


def _fixed(one: Days, match: re.Match[str], base: dt.date, step: int) -> Days | None:
    """The day, the week, the weekend before or after; "a week after" counts seven days."""
    unit, counts = match["fixed"].lower().split()[-1], match["fixed"].lower().startswith("a ")
    way = match["way"].lower()
    if unit in ("day", "night") and way != "on":
        found = base + step * almanac.ONE_DAY
        return _at(one, match, found, found)
    if unit == "weekend":
        saturday = almanac.monday(base) + dt.timedelta(days=almanac.SATURDAY)
        saturday += dt.timedelta(days=0 if step > 0 and base < saturday else -7 if step < 0 else 7)
        return _at(one, match, saturday, saturday + almanac.ONE_DAY)
    if unit == "month" or (not counts and way in ("from", "on", "past") and unit != "week"):
        if unit != "month" or not counts:
            return None
        month = almanac.add_months(base, step)
        return _at(one, match, month, month)
    size = dt.timedelta(days=14 if unit == "fortnight" else 7)
    if counts or unit == "fortnight" or way in ("from", "on"):
        return _at(one, match, base + step * size, base + step * size)
    monday = almanac.monday(base) + step * size
    return _at(one, match, monday, monday + dt.timedelta(days=almanac.FRIDAY), Grain.WEEK)


def _at(one: Days, match: re.Match[str], first: dt.date, last: dt.date, grain: Grain = Grain.DAY) -> Days:
    return replace(one, start=match.start(), first=first, last=last, grain=grain, form="offset", readings=())
