"""Days put together: ranges, "the day before", "two weeks after", "week of", and their time of day."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial
from itertools import pairwise

from extract.anycase import AnyCase
from extract.span import joined
from extract.values import almanac, clock, languages
from extract.values.day_lists import with_lists
from extract.values.days import Days, days
from extract.values.forms import EVENT, Grain, Reader
from extract.values.offsets import counted_from_behind, offset, with_plus
from extract.values.own_dates import with_own_dates, with_own_days
from extract.values.thens import counted_from_before, following

_LINK = re.compile(
    r"(?:\s?\(?(?:[ap]\.?m\.?|noon))?\)?,?\s?(?:(?:right|all\sthe\sway|straight)\s)?(?:-{1,2}|–|—|to|thru\sto|through\sto|thru|through|until|till|til|bis|and|&|up\sto|ending|"
    rf"ends|into|{languages.phrases('to')}|{languages.phrases('and')})\s?"
    r"(?:(?:on|and\sincluding|end\sof|the|including)\s){0,2}",
    re.IGNORECASE,
)
# "Moved from June 5 to June 12" is no span.
_MOVED = AnyCase(
    r"\b(?:mov\w+|push\w*|shift\w*|chang\w*|slip\w*|bring|brought|postpon\w*|delay\w*|pull\w*|went|goes|gone)\b"
    r"[^.;!?\n]{0,60}\bfrom\s(?:the\s)?$",
)
# "The fair opens March 23 and wraps on the 27th", "the tent goes up Friday, comes down Monday" are one span, "entries
# open June 1 and close July 5" none.
_AND_CLOSES = re.compile(
    r"(?:,?\s(?:and|then|&)\s|,\s(?=comes?\sdown|closes?|wraps?\sup|runs?\s))(?:then\s|it\s|which\s|we\s|they\s)?(?:(?:will|shall|must|should|(?:has|have|needs?)\sto)\s)?"
    r"(?:(?:runs?(?:\s(?:every|each)\s\w+|\s(?:daily|weekly|nightly|non-?stop|continuously))?|wraps?(?:\sup)?|closes?|ends?|finish(?:es)?|goes\son|goes(?=\s(?:until|till|through|thru|to)\b)|lasts?|concludes?|comes?\sdown)\s"
    r"(?:(?:on|until|till|through|thru|to|the)\s){0,3}|"
    r"(?:stays?|remains?|continues?|keeps?|hangs?|is|be|are|carr(?:y|ies)\son)\s(?:(?:open|up|on|going|there|running|with\sus|on\s(?:view|show|display))\s)?"
    r"(?:until|till|through|thru|to)\s(?:the\s)?|"
    r"(?:tours?|travels?|plays?|moves?)\s(?:[\w'-]+\s){0,4}?(?:until|till|through|thru)\s(?:the\s)?)",
    re.IGNORECASE,
)
_OPENS = AnyCase(
    r"\b(?:opens?|starts?|begins?|breaks|kicks?\soff|gets?\sgoing|commences?|(?:goes|go|going|are|is|be)\s(?:up|live|on\s(?:air|show|display|view)))\s(?:up\s)?(?:to\s(?:the\spublic|visitors|everyone|all)\s)?(?:(?:at|in)\s(?:the\s)?(?:[A-Z][\w'-]*\s){1,3})?(?:on\s|in\s|from\s)?(?:the\s)?$",
)
_EXPIRES = AnyCase(
    r"\b(?:applications?|registrations?|bookings?|entries|nominations|enrolment|"
    r"voting|tickets?|subscriptions?|doors)\b[^.;!?\n]{0,40}$",
)
_REACHES = (
    "to",
    "till",
    "til",
    "until",
    "through",
    "thru",
    "-",
    "–",
    "—",
    "bis",
    "up",
    "into",
    "right",
    "straight",
    "all",
)
_FROM = AnyCase(r"\bfrom\s(?:the\s)?$")
_WITH_MONTH = ("month day", "day month", "iso", "figures")
_PART_OF_MONTH = 20  # days at most
_BETWEEN = AnyCase(rf"\b(?:between|{languages.phrases('between')})\s(?:the\s)?$")
_BEFORE = AnyCase(
    r"(?<![\w-])(?<!\bon\sor\s)(?<!\bby\sor\s)(?:any\stime\s|well\s|just\s|right\s|sometime\s)?(?:before|prior\sto|ahead\sof|"
    rf"in\stime\sbefore|{languages.phrases('before')})\s(?:the\s)?$",
)
_EVE = AnyCase(r"(?<![\w-])(?:on\s)?(?:the\s)?eve\sof\s(?:the\s)?$")
_BY = AnyCase(r"(?<![\w-])(?:by|before|no\slater\sthan)\s(?:the\s)?(?:month\sof\s)?$")
_PART_OF_DAY = (
    r"(?:,?\s(?:first\sthing\s(?:in\sthe\s)?)?(?:mornings?|afternoon|evening|night|lunchtime|lunch\stime|"
    r"a\.?m\.?(?!\w)|p\.?m\.?(?!\w)))?"
)
_LATER_WORDS = (
    rf"(?:{languages.phrases('at')}|at|by|before|from|no\slater\sthan|not\slater\sthan|until|till|around|about|starting|starting\sat|doors|doors\sat|"
    r"kick-off|latest|@)"
)
_EARLIER_WORDS = r"(?:on|of|by|this|the|for|in|come|next|that|sharp|latest|your\stime|our\stime|at\sthe\slatest)"


@cache
def _time_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w$€£.,:/-]){clock.PATTERN}(?:\s?-\s?\d{{1,2}}(?:[:.]\d\d)?\s?[ap]\.?m\.?)?,?\s?\(?(?:{_EARLIER_WORDS}\s){{0,3}}$",
        re.IGNORECASE,
    )


@cache
def _time_after() -> re.Pattern[str]:
    return re.compile(
        rf"{_PART_OF_DAY}\s?[,(@–—-]?\s?(?:{_LATER_WORDS}\s){{0,2}}{clock.PATTERN}(?![\w%])", re.IGNORECASE
    )


@cache
def _bare_time() -> re.Pattern[str]:
    return re.compile(rf"{_PART_OF_DAY}\s?,?\s{clock.BARE}", re.IGNORECASE)


@cache
def _time_alone() -> AnyCase:
    return AnyCase(
        # The first letter comes first and what may stand before it behind: `re` then skips to those letters.
        r"(?:b(?<![\w-]b)(?:y|efore)|u(?<![\w-]u)ntil|n(?<![\w-]n)ot?\slater\sthan)\s(?:the\s)?"
        rf"{clock.PATTERN}(?:\s(?:today|tonight))?(?!\w)",
        re.IGNORECASE,
    )


def spans(words: str, reader: Reader) -> tuple[Days, ...]:
    """Every day or span of days in order, with all that was said around it to fix it."""
    found = [_timed(words, with_plus(words, one)) for one in with_lists(words, list(days(words, reader)))]
    found = _without_heads(words, list(with_own_days(words, found)))
    found = list(joined(found, partial(_range, words)))
    found = [_placed(words, one, found[index - 1].end if index else 0) for index, one in enumerate(found)]
    found = list(with_own_dates(words, found))
    found = sorted([*found, *_today(words, found, reader), *counted_from_behind(words, found)])
    counted_on = counted_from_before(words, found)
    inside = {one.start for on in counted_on for one in found if on.start <= one.start < on.end}
    every = sorted([*(one for one in following(words, found) if one.start not in inside), *counted_on])
    return tuple(with_own_dates(words, every) if counted_on else every)


# --- time of day


def _timed(words: str, one: Days) -> Days:
    if one.grain is Grain.MONTH:
        return one  # "... at 7 pm. June is full"
    if after := _time_after().match(words, one.end, min(len(words), one.end + 60)):
        time = clock.time_of(after)
        if time is not None:
            return replace(one, end=after.end(), time=time)
    if bare := _bare_time().match(words, one.end, min(len(words), one.end + 40)):
        return replace(one, end=bare.end(), time=clock.bare_time(int(bare["bare"])))
    begins = max(0, one.start - 60)
    before = _time_before().search(words, begins, one.start) if _may_end_in_time(words, one.start) else None
    if before and (time := clock.time_of(before)) is not None:
        return replace(one, start=before.start(), time=time)
    return one


def _may_end_in_time(words: str, start: int) -> bool:
    """A cheap look before the expensive one."""
    near = words[max(0, start - 40) : start].lower()
    return any(
        sign in near
        for sign in (
            "m ",
            "m. ",
            "past",
            "quarter",
            "ing ",
            "m,",
            "noon",
            "midnight",
            "day",
            "eod",
            "cob",
            "thing",
            "business",
            ":",
            "clock",
            "t ",
            "a ",
            "p ",
            "close",
        )
    )


def _today(words: str, found: list[Days], reader: Reader) -> Iterator[Days]:
    """ "by EOD", with no day anywhere near, is today."""
    taken = [(one.start, one.end) for one in found]
    for match in _time_alone().finditer(words):
        time = clock.time_of(match)
        if time is None or any(start < match.end() + 30 and match.start() - 30 < end for start, end in taken):
            continue
        yield Days(match.start(), match.end(), reader.sent, reader.sent, Grain.DAY, "time", time)


# --- ranges

_HEAD = re.compile(
    r"\s(?:immediately\s|right\s|just\s)?(?:after|before|b4|following|preceding|prior\sto|of|between)\s(?:the\s)?",
    re.IGNORECASE,
)


_EVERY = AnyCase(r"\b(?:every|each)\s$")
_TO_IT = re.compile(r"\s(?:to|until|till|til|through|thru|up\sto)\s(?:the\s)?", re.IGNORECASE)


def _is_habit_until(words: str, one: Days, other: Days) -> bool:
    if one.form != "weekday" or other.form not in _WITH_MONTH or not _TO_IT.fullmatch(words, one.end, other.start):
        return False
    return _EVERY.search(words, max(0, one.start - len("every ")), one.start) is not None


def _without_heads(words: str, found: list[Days]) -> list[Days]:
    """ "The Monday after Easter" is counted from Easter, "every Monday to 9 November" ends then: no day of its own."""
    heads = {
        index
        for index, (one, other) in enumerate(pairwise(found))
        if one.time is None
        and one.form in ("weekday", "week")
        and (_HEAD.fullmatch(words, one.end, other.start) or _is_habit_until(words, one, other))
    }
    return [one for index, one in enumerate(found) if index not in heads]


def _range(words: str, one: Days, other: Days) -> Days | None:
    if (whole := _opened_and_closed(words, one, other)) is not None:
        return whole
    if other.start - one.end > 24 or (link := _LINK.fullmatch(words, one.end, other.start)) is None:
        return None
    word = link[0].strip(" ,()").lower()
    if word == "to" and _MOVED.search(words, max(0, one.start - 90), one.start):
        return None
    joint = word.partition(" ")[0]
    if (joint in ("and", "&") or joint in languages.words("and")) and not _BETWEEN.search(
        words, max(0, one.start - 16), one.start
    ):
        return None
    if (one.grain is Grain.DAY) != (other.grain is Grain.DAY) and Grain.MONTH in (one.grain, other.grain):
        part = other.last - other.first < dt.timedelta(days=_PART_OF_MONTH)
        if word.split()[0] not in _REACHES or not (part or _FROM.search(words, max(0, one.start - 16), one.start)):
            return None  # "from 1 November till the end of February", but not "June 3, July"
    if other.form == "number" and one.grain is Grain.DAY and one.form in _WITH_MONTH:
        other = _in_month_of(one, other)  # "between 5 June and the 25th"
    first, last = one.first, other.last
    if one.form == other.form == "weekday" and last < first:
        last += dt.timedelta(days=7)
    if one.floating and one.form not in ("weekday", "near", "ahead"):
        # The first day is the latest of its name before the last: Oct 2 through Jan 17, Feb 1 to Feb 12, 2027.
        first = almanac.latest(last, first.month, first.day) or first
    elif other.floating and last < first:
        last = almanac.coming(first, last.month, last.day) or last
    if last < first:
        return None
    grain = one.grain if one.grain is other.grain else Grain.DAY
    return Days(one.start, other.end, first, last, grain, "range", one.time, one.floating and other.floating)


def _in_month_of(one: Days, other: Days) -> Days:
    """The number behind a day that names its month, or `other` where that month has no such day to come."""
    day = almanac.day(one.last.year, one.last.month, other.last.day)
    return replace(other, first=day, last=day) if day is not None and day >= one.last else other


def _opened_and_closed(words: str, one: Days, other: Days) -> Days | None:
    if (
        other.start - one.end > 56
        or one.first != one.last
        or _AND_CLOSES.fullmatch(words, one.end, other.start) is None
    ):
        return None
    before = words[max(0, one.start - 80) : one.start]
    if not _OPENS.search(before) or _EXPIRES.search(before):
        return None
    last = almanac.day(one.first.year, one.first.month, other.last.day) if other.form == "number" else other.last
    if last is None or last <= one.first:
        return None
    return Days(one.start, other.end, one.first, last, Grain.DAY, "range", one.time, one.floating)


# --- what stands before


def _placed(words: str, one: Days, bound: int) -> Days:
    """Offsets first ("two weeks after"), then the week of it, then before it."""
    for _ in range(2):  # "the day before the week of"
        begins = max(bound, one.start - 48)
        moved = offset(words, one, begins)
        if moved is None:
            break
        one = moved
    begins = max(bound, one.start - 32)
    if eve := _EVE.search(words, begins, one.start):
        before = one.first - almanac.ONE_DAY
        return replace(one, start=eve.start(), first=before, last=before, form="eve")
    if one.time is None and not _ENDS.match(words, one.start) and (sign := _BEFORE.search(words, begins, one.start)):
        if "ahead" in sign[0].lower() and one.form in _WITH_MONTH and _ITS_NAME.match(words, one.start):
            return one  # "a card ahead of Election Day, November 3" names the day of it
        if sign[0].endswith("the ") and _ITS_EVENT.match(words, one.end):
            return one
        yet = _NOT_YET.search(words, max(bound, sign.start() - _NOT_REACH), sign.start())
        if yet is not None and yet["if"] is None:
            return replace(one, start=sign.start())
        before = one.first - almanac.ONE_DAY
        return replace(one, start=sign.start(), first=before, last=before, form="before", grain=Grain.DAY)
    if one.time is None and (sign := _BEFORE_LEAVING.search(words, max(bound, one.start - 64), one.start)):
        before = one.first - almanac.ONE_DAY
        return replace(one, start=sign.start(), first=before, last=before, form="before", grain=Grain.DAY)
    whole = one.grain in (Grain.MONTH, Grain.QUARTER) and one.first != one.last and _WHOLE.match(words, one.start)
    if whole and (sign := _BY.search(words, begins, one.start)):
        return replace(one, start=sign.start(), last=one.first, grain=Grain.DAY)
    return one


# "It can't launch before 1 June": that day it can; "don't wait, send it before Friday" is another clause.
_NOT_YET = re.compile(
    r"(?P<if>\bif\s(?:[\w'’-]+\s){0,4}?)?(?:\bnot|\b\w{2,6}n['’]t|\bnever|\bcannot|\bcant|\bwont|\bdont|\bnothing|\bno\sone|\bnobody)\s"
    r"(?!only\b|wait\b|later\b)(?:[\w'’-]+\s){0,4}$",
    re.IGNORECASE,
)
_NOT_REACH = 64
# "A sketch before I go away on the 27th": what is wanted before that day.
_BEFORE_LEAVING = AnyCase(
    r"\bbefore\s(?:I|we|he|she|they)(?:'m|'re|\sam|\sare|\sis|'s)?\s"
    r"(?:go(?:es)?|leaves?|fl(?:y|ies)|travels?|heads?|departs?|sets?|finish(?:es)?|off|away|(?:re)?starts?|closes?|shuts?|"
    r"vanish(?:es)?|disappears?)\s(?:[\w']+\s){0,4}on\s(?:the\s)?$",
)
_ITS_NAME = re.compile(r"(?:[A-Z][\w'’]*\s){1,3}Day,?\s\(?")
# "Ahead of the November 3 election" names the day of it.
_ITS_EVENT = re.compile(
    rf"\s(?:general\s|primary\s|special\s|local\s)?(?:election|vote|ballot|referendum|{EVENT})\b", re.IGNORECASE
)
# "By June" is its first day, "by mid-June" is not.
_WHOLE = re.compile(
    rf"(?:{'|'.join(almanac.MONTHS)})\b|(?:the\s)?q[1-4]|next|the\s(?:first|second|third|fourth)", re.IGNORECASE
)
# "Before the end of June" is by its end.
_ENDS = re.compile(
    r"(?:the\s)?(?:very\s)?(?:end|close)\sof\b|(?:the|this)\s(?:week|month|year)\s(?:is|gets)\b|(?:la\s)?fin\b|ende\b|EO[DWMQY]\b|(?:month|year|quarter|week)'?s?[\s-]end",
    re.IGNORECASE,
)
