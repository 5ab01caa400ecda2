"""The date in a quoted header block: its language, its order and its zone found from the text itself."""

import datetime as dt
import functools
import re

from babel import Locale

from ingest.clock_times import CLOCK, read_clock, read_offset, with_colons
from ingest.languages import LANGUAGES

# Austria's January is Jänner.
_MOST = (*LANGUAGES[:2], "de_AT", *LANGUAGES[2:])
# Looked at where the others know no month: their short names mean other things elsewhere.
_MORE = ("sl", "et", "el", "bg", "lt", "lv", "ca", "id", "sr", "sr_Latn", "mk", "gl", "is", "he", "th", "ar")
# What people and programs write beside the locale's own forms.
_ALSO = {
    "sept": 9,
    "mrz": 3,
    "maerz": 3,
    "marz": 3,
    "fevr": 2,
    "aout": 8,
    "decembre": 12,
    "fevrier": 2,
    "mrt": 3,
    "sty": 1,
}
# Beside a day's number; it says nothing about which number is the day.
_PARTICLES = frozenset(("de", "d", "del", "of", "the", "st", "nd", "rd", "th", "den", "m", "gada"))

# "2026/1/5", "2026. 1. 5."
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[./\-](\s?)(\d{1,2})[./\-]\2(\d{1,2})(?!\d)")
_KOREAN_SHORT = re.compile(r"(?<!\d)(\d{2})\.( )(\d{1,2})\. (\d{1,2})\.")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([./\-])(\s?)(\d{1,2})[./\-]\3(\d{4}|\d{2})(?!\d)")
_CJK = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
# "3 tháng 3, 2026", "3 thg 3, 2026"
_NUMBERED_MONTH = re.compile(r"(\d{1,2}) (?:tháng|thg) (\d{1,2})(?:,| năm)? (\d{4})")
# Thai vowels and tones are marks, no letters.
_WORD_OR_NUMBER = re.compile(r"\d+|(?:[^\W\d_]|[\u0e31-\u0e4e])+")
_THAI_DOT = re.compile(r"(?<=[\u0e00-\u0e7f])\.(?=[\u0e00-\u0e7f])")
_DIRECTION_MARKS = dict.fromkeys((0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_BUDDHIST = 543  # years ahead
_BUDDHIST_YEARS = 2400  # Thai programs count so


@functools.cache
def _months(languages: tuple[str, ...]) -> dict[str, tuple[int, ...]]:
    """Every form of a month's name in the languages. Some mean two: "lis" is October in Zagreb, November in Warsaw."""
    table: dict[str, set[int]] = {name: {number} for name, number in _ALSO.items()}
    for language in languages:
        months = Locale.parse(language).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    key = _THAI_DOT.sub("", name.lower().strip(". ׳"))
                    if not key.isdecimal():
                        table.setdefault(key, set()).add(number)
    return {name: tuple(sorted(numbers)) for name, numbers in table.items()}


@functools.lru_cache(2000)
def _month(word: str, languages: tuple[str, ...]) -> tuple[int, ...]:
    """The months that a word may mean; programs also cut names where the locale does not ("maalisk.")."""
    table = _months(languages)
    exact = table.get(word) or table.get(word.removeprefix("ב"))  # Hebrew "in March" is one word
    if exact or len(word) < 4:
        return exact or ()
    return tuple(sorted({number for name, numbers in table.items() if name.startswith(word) for number in numbers}))


def read_sent_date(text: str, arrived: dt.datetime) -> dt.datetime | None:
    """When a quoted mail was written, in its own offset, or in that of `arrived` where it gives none.

    06/07 is read as the day nearest before `arrived`: mail is passed on soon after it was written, never before.
    """
    text = with_colons(" ".join(text[:200].translate(_DIRECTION_MARKS).split()))
    days, rest = _days(text)
    if not days:
        return None
    ours = arrived.utcoffset() or dt.timedelta()
    offset = read_offset(rest, ours // dt.timedelta(minutes=1))
    zone = dt.timezone(dt.timedelta(minutes=offset)) if offset is not None else arrived.tzinfo or dt.UTC
    hour, minute, second = read_clock(rest)
    found: list[dt.datetime] = []
    for year, month, day in days:
        try:
            found.append(dt.datetime(year, month, day, hour, minute, second, tzinfo=zone))
        except ValueError:
            continue
    latest = arrived + dt.timedelta(days=1)  # clocks differ, and so do the offsets we suppose
    past = [moment for moment in found if moment <= latest]
    if past:
        return max(past)
    return min(found, default=None)


def _days(text: str) -> tuple[list[tuple[int, int, int]], str]:
    """The readings of the day, and the text that holds the time."""
    cjk = _CJK.search(text)
    if cjk:
        return [(int(cjk[1]), int(cjk[2]), int(cjk[3]))], _CJK.sub(" ", text)
    numbered = _NUMBERED_MONTH.search(text)
    if numbered:
        return [(int(numbered[3]), int(numbered[2]), int(numbered[1]))], _NUMBERED_MONTH.sub(" ", text)
    named = _named_days(text, _MOST)
    if named:
        return named, text
    year_first = _YEAR_FIRST.search(text) or _KOREAN_SHORT.search(text)
    if year_first:
        return [(_whole(int(year_first[1])), int(year_first[3]), int(year_first[4]))], _without(text, year_first)
    numeric = _numeric(text)
    if numeric is None or len(numeric[5]) == 2:
        named = _named_days(text, _MORE)
        if named or numeric is None:
            return named, text
    first, second, year = int(numeric[1]), int(numeric[4]), _whole(int(numeric[5]))
    return [(year, first, second), (year, second, first)], _without(text, numeric)


def _numeric(text: str) -> re.Match[str] | None:
    """The likeliest of what looks like a day in numbers: "09.14.00" may be the time beside it."""
    found = list(_NUMERIC.finditer(text))
    return max(found, key=lambda match: (len(match[5]), match[2] != "."), default=None)


def _whole(year: int) -> int:
    """The year of the common era, in four digits."""
    if year > _BUDDHIST_YEARS:
        return year - _BUDDHIST
    return year if year > 99 else 2000 + year


def _without(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]} {text[match.end() :]}"


def _named_days(text: str, languages: tuple[str, ...]) -> list[tuple[int, int, int]]:
    months: tuple[int, ...] = ()
    beside = False  # the month stands next to a number: "9:14 AM April Smith" tells no April
    day = year = 0
    tokens = [
        word
        for word in _WORD_OR_NUMBER.findall(_THAI_DOT.sub("", CLOCK.sub(" ", text)))
        if word.lower() not in _PARTICLES
    ]
    for place, token in enumerate(tokens):
        if token.isdecimal():
            if len(token) == 4 and not year:
                year = _whole(int(token))
            elif len(token) <= 2 and not day and 1 <= int(token) <= 31:
                day = int(token)
            continue
        named = _month(token.lower(), languages)
        if named:
            # The last of those counts: "mar. 20 janv. 2026" is a Tuesday in January.
            numbered = any(each.isdecimal() for each in tokens[max(place - 1, 0) : place + 2])
            if numbered or not beside:
                months, beside = named, numbered
    return [(year, month, day) for month in months] if day and year else []
