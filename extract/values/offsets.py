"""Days counted from one that stands beside them: "two weeks after June 12", "the week of the 8th"."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from extract.anycase import AnyCase
from extract.values import almanac
from extract.values.days import Days
from extract.values.forms import A_WEEKDAY, COUNT, UNIT, Grain, counted

_ANY_OFFSET = r"(?:after|from|following|before|b4|prior\sto|ahead\sof|in\sadvance\sof|out\sfrom|preceding|on|past)"
_BACK = ("before", "b4", "ahead", "prior", "in advance", "out from", "preceding", "earlier")
_OFFSET = AnyCase(
    rf"(?<![\w-])(?:(?P<fixed>(?:the\s|a\s)?(?:(?:full|whole)\s)?(?:day|night|week|fortnight|month|weekend)|"
    rf"(?:the\s)?(?:(?P<nth>first|second|third|2nd|3rd)\s)?(?P<weekday>{A_WEEKDAY}))|{COUNT}[\s-](?:full\s|"
    rf"whole\s|clear\s)?{UNIT})"
    rf"\s(?P<way>{_ANY_OFFSET})\s(?:the\s)?$",
)
_BEHIND_WAY = AnyCase(r"(?:after|from|following|before|b4|preceding|to|of|in|between|during|on|past)\s(?:the\s)?$")
_LONGEST_WAY = len("following the ")
_WITHIN = AnyCase(
    rf"(?<![\w-])(?:the\s)?(?:(?P<nth>first|second|third|2nd|3rd|last)\s)?(?P<weekday>{A_WEEKDAY})\s"
    r"(?:of|in|between|during)\s(?:the\s)?$",
)
_NTH = {"first": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "last": -1}
_A_WEEK = AnyCase(r"(?<=\bby\s)a\sweek\s$|(?<=\buntil\s)a\sweek\s$|(?<=\bit\s)a\sweek\s$")  # a week Friday
_FEW_WEEKS = 14  # days
_WEEK_OF = AnyCase(
    r"(?<![\w-])(?P<which>(?:(?:the\s|that\s)?(?:calendar\s|working\s|business\s)?w(?:eek|k)\.?\s?(?P<kind>of|commencing|beginning|starting|ending|"
    r"in\swhich|containing)|w/(?P<short>[cboe])|w\.?c\.?|wc)\s?:?\s(?:the\s|on\s)?)$",
)
# "Lohri plus one day"; "12 June plus two days for corrections" is no other day.
_PLUS = re.compile(
    rf"\s?(?:(?P<plus>plus|\+)|minus)\s?(?:{COUNT}[\s-]{UNIT}|a\s(?P<fortnight>fortnight))(?!\w|\s(?:for|of|to)\b)",
    re.IGNORECASE,
)
_FROM_IT = AnyCase(r"\bfrom\s(?:the\s)?$")
_WEEKEND_OF = AnyCase(r"(?<![\w-])the\sweek-?end\sof\s(?:the\s)?$")
_THEN_WAY = re.compile(r"\s(?:before|b4|after|later|earlier|prior|ahead|following|preceding|in\sadvance|out)")
_COUNTED = (
    *("day", "days", "night", "evening", "morning", "weekend", "week", "weeks", "wk", "wks", "fortnight", "fortnights"),
    *("month", "months", "year", "years", "hour", "hours", "hr", "hrs"),
    *almanac.WEEKDAYS,
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
_BEFORE_EVENT = AnyCase(
    rf"(?<![\w-])(?:(?:(?P<fixed>(?:the|a)\s(?:day|night|week|fortnight|month|weekend))|"
    rf"(?:the\s)?(?P<weekday>{A_WEEKDAY})|"
    rf"{COUNT}[\s-](?:full\s|whole\s|clear\s)?{UNIT})\s)?"
    rf"(?P<way>before|ahead\sof|prior\sto)\s(?!(?:I|he|she)\b)(?:{_NO_EVENT}[\w'&-]+\s){{0,5}}?"
    rf"(?:{_HAPPENS}(?P<rest>\s(?:up\s|back\s)?(?:on\s|in\s|from\s)?(?:the\s)?)|[\w'&-]{{3,}}(?P<on>\son\s)(?:the\s)?)$",
)


def offset(words: str, one: Days, begins: int) -> Days | None:
    """The day that the words right before `one`, from `begins` on, count from it; None where they count nothing."""
    if week := _WEEK_OF.search(words, begins, one.start):
        return _week_of(one, week)
    if weekend := _WEEKEND_OF.search(words, begins, one.start):
        # A Friday's weekend is the one that follows it.
        saturday = almanac.monday(one.first) + dt.timedelta(days=almanac.SATURDAY)
        return replace(one, start=weekend.start(), first=saturday, last=saturday + almanac.ONE_DAY, form="week of")
    if one.form == "weekday" and (week := _A_WEEK.search(words, begins, one.start)):
        day = one.first + dt.timedelta(days=7)
        return _at(one, week, day, day)
    if not _BEHIND_WAY.search(words, max(begins, one.start - _LONGEST_WAY), one.start):
        return None  # a cheap look before the expensive one
    if one.first != one.last and (inside := _WITHIN.search(words, begins, one.start)):
        return weekday_of(one, inside)
    match = _OFFSET.search(words, begins, one.start)
    if match is None:
        return None
    way = match["way"].lower()
    if way == "on" and match["count"] and not match["unit"].lower().startswith(("week", "wk")):
        return None
    return moved_by(one, match, is_back(way))


def with_plus(words: str, one: Days) -> Days:
    """The day that "plus two days" or "minus a week" behind `one` counts from it, or `one` itself."""
    near = words[one.end : one.end + len(" minus")].lower()
    match = _PLUS.match(words, one.end) if "plus" in near or "+" in near or "minus" in near else None
    if match is None or _FROM_IT.search(words, max(0, one.start - len("from the ")), one.start):
        return one  # from 12 June plus two weeks: so long it runs
    day = counted(match, one.last if match["plus"] else one.first, 1 if match["plus"] else -1)
    if day is None:
        return one
    return replace(one, end=match.end(), first=day, last=day, grain=Grain.DAY, form="offset", readings=())


def is_back(way: str) -> bool:
    """Whether "ahead of", "out from", "before" ..., and not "after" ..., is said."""
    return " ".join(way.lower().split()).startswith(_BACK)


def weekday_of(one: Days, match: re.Match[str]) -> Days | None:
    """ "The Monday of Black Friday week", "the Monday between Christmas and New Year"."""
    last = one.last
    if one.first.weekday() == almanac.MONDAY and last - one.first == dt.timedelta(days=almanac.FRIDAY):
        last += 2 * almanac.ONE_DAY  # its weekend
    first = almanac.next_weekday(one.first - almanac.ONE_DAY, almanac.WEEKDAYS[match["weekday"].lower()])
    if first > last and last - one.first < dt.timedelta(days=4):
        first -= dt.timedelta(days=7)  # the Friday of a long weekend
        last = first
    such = [first + dt.timedelta(days=7 * week) for week in range((last - first).days // 7 + 1)]
    nth = match.groupdict().get("nth")
    place = _NTH[(nth or "first").lower()]
    if place >= len(such) or not such or (not nth and last - one.first > dt.timedelta(days=_FEW_WEEKS)):
        return None
    return _at(one, match, such[place], such[place])


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


@lru_cache(maxsize=1)  # asked of one text for its days and again for what happens on them
def may_count(lower: str) -> bool:
    """Whether a day or a stretch of days stands right before a way to count: a cheap look before the expensive one."""
    return any(lower.endswith(_COUNTED, 0, way.start()) for way in _THEN_WAY.finditer(lower))


def _week_of(one: Days, match: re.Match[str]) -> Days:
    ending = match["kind"] == "ending" or match["short"] == "e"
    if ending:
        return replace(one, start=match.start(), first=almanac.monday(one.last), grain=Grain.WEEK, form="week of")
    return replace(week_of(one), start=match.start())


def week_of(one: Days) -> Days:
    """From the Monday to the Friday of the week in which it begins."""
    monday = almanac.monday(one.first)
    friday = monday + dt.timedelta(days=almanac.FRIDAY)
    return replace(one, first=monday, last=friday, grain=Grain.WEEK, form="week of", readings=())


def moved_by(one: Days, match: re.Match[str], back: bool, way: str = "") -> Days | None:
    """`one` moved by what a match of COUNT and UNIT, a weekday or "the day" says."""
    step, base = (-1, one.first) if back else (1, one.last)
    if match["weekday"]:
        weekday = almanac.WEEKDAYS[match["weekday"].lower()]
        found = (
            almanac.next_weekday(base, weekday)
            if step > 0
            else base - dt.timedelta(days=(base.weekday() - weekday - 1) % 7 + 1)
        )
        found += step * dt.timedelta(days=7 * _NTH[(match.groupdict().get("nth") or "first").lower()])
        return _at(one, match, found, found)
    if match["fixed"]:
        return _fixed(one, match, base, step, (way or match["way"]).lower())
    found_day = counted(match, base, step)
    return None if found_day is None else _at(one, match, found_day, found_day)


def _fixed(one: Days, match: re.Match[str], base: dt.date, step: int, way: str) -> Days | None:
    """The day, the week, the weekend before or after; "a week after" counts seven days."""
    unit, counts = match["fixed"].lower().split()[-1], match["fixed"].lower().startswith("a ")
    if unit == "day" and way == "from" and not counts:
        return None  # "every day from 27 March": so it goes on
    if unit in ("day", "night", "evening", "morning", "afternoon") and way != "on":
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
