"""The date in a quoted header block: its language, its order and its zone found from the text itself."""

import datetime as dt
import functools
import re

from babel import Locale

from ingest.zones import minutes_east

_LANGUAGES = (
    "en",
    "de",
    "de_AT",
    "fr",
    "es",
    "it",
    "nl",
    "pt",
    "pl",
    "cs",
    "sk",
    "sv",
    "da",
    "nb",
    "fi",
    "hu",
    "ro",
    "ru",
    "uk",
    "tr",
    "hr",
)
# Looked at where the others know no month: their short names mean other things elsewhere.
_MORE_LANGUAGES = ("sl", "et", "el", "bg", "lt", "lv", "ca", "id", "sr", "is", "he", "th")
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

_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})[./\-](\s?)(\d{1,2})[./\-]\2(\d{4}|\d{2})(?!\d)")
_CJK = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
# "11시 14분 0초", "11时14分"
_CJK_TIME = re.compile(r"(\d{1,2})\s?[시时時点點]\s?(\d{1,2})\s?[분分](?:\s?\d{1,2}\s?[초秒])?")
# "3 tháng 3, 2026", "3 thg 3, 2026"
_NUMBERED_MONTH = re.compile(r"(\d{1,2}) (?:tháng|thg) (\d{1,2})(?:,| năm)? (\d{4})")
_WORD_OR_NUMBER = re.compile(r"\d+|[^\W\d_]+")
_TIME = re.compile(
    r"(?<![\d.])(\d{1,2})(?:\s?[:hH]\s?|\.|\sч\s)(\d{2})(?:[:.](\d{2}))?(?![\d/])\s*"
    r"(a\.?\s?m\.?(?!\w)|p\.?\s?m\.?(?!\w)|π\.?\s?μ\.?(?!\w)|μ\.?\s?μ\.?(?!\w)|(?:SA|CH)(?!\w)|ص|م|"
    r"de la mañana|de la tarde|de la noche|du matin|du soir|de l'après-midi)?",
    re.IGNORECASE,
)
_HOUR = re.compile(r"(?<![\d:.])(\d{1,2})\s?(am|pm|a\.m\.|p\.m\.|uhr|h)(?!\w)", re.IGNORECASE)
_WEST_OR_EAST = re.compile(r"(?:GMT|UTC)\s?([+\-−])(\d{1,2}):?(\d{2})?(?!\d)")
_OFFSET = re.compile(r"(?:GMT|UTC)?\s?([+\-−])(\d{1,2}):?(\d{2})?(?!\d)")
# Before the clock: Turkish, Hungarian, Japanese, Chinese, Korean.
_AFTERNOON_FIRST = re.compile(r"(?:ÖS|öö?s|du\.|de\.|ÖÖ|öö|午後|午前|下午|上午|오후|오전)\s*(?=\d{1,2}[:.]\d{2})")
_AFTERNOON = (
    "ös",
    "du.",
    "午後",
    "下午",
    "오후",
    "pm",
    "delatarde",
    "delanoche",
    "dusoir",
    "del'après-midi",
    "μμ",
    "ch",
    "م",
)
_MORNING = ("öö", "de.", "午前", "上午", "오전", "am", "delamañana", "dumatin", "πμ", "sa", "ص")


@functools.cache
def _months(languages: tuple[str, ...]) -> dict[str, tuple[int, ...]]:
    """Every form of a month's name in the languages. Some mean two: "lis" is October in Zagreb, November in Warsaw."""
    table: dict[str, set[int]] = {name: {number} for name, number in _ALSO.items()}
    for language in languages:
        months = Locale.parse(language).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    key = name.lower().strip(". ")
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
    text = _CJK_TIME.sub(_with_colon, " ".join(text[:200].split()))
    days, rest = _days(text)
    if not days:
        return None
    ours = arrived.utcoffset() or dt.timedelta()
    offset = _offset(rest, ours // dt.timedelta(minutes=1))
    zone = dt.timezone(dt.timedelta(minutes=offset)) if offset is not None else arrived.tzinfo or dt.UTC
    hour, minute, second = _time(rest)
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


def _with_colon(match: re.Match[str]) -> str:
    return f"{match[1]}:{int(match[2]):02}"


def _days(text: str) -> tuple[list[tuple[int, int, int]], str]:
    """The readings of the day, and the text that holds the time."""
    cjk = _CJK.search(text)
    if cjk:
        return [(int(cjk[1]), int(cjk[2]), int(cjk[3]))], _CJK.sub(" ", text)
    numbered = _NUMBERED_MONTH.search(text)
    if numbered:
        return [(int(numbered[3]), int(numbered[2]), int(numbered[1]))], _NUMBERED_MONTH.sub(" ", text)
    named = _named_days(text, _LANGUAGES)
    if named:
        return named, text
    numeric = _NUMERIC.search(text)
    if numeric is None:
        return _named_days(text, _MORE_LANGUAGES), text
    rest = f"{text[: numeric.start()]} {text[numeric.end() :]}"
    first, second, third = int(numeric[1]), int(numeric[3]), int(numeric[4])
    if len(numeric[1]) == 4:
        return [(first, second, third)], rest
    year = third if third > 99 else 2000 + third
    return [(year, first, second), (year, second, first)], rest


def _named_days(text: str, languages: tuple[str, ...]) -> list[tuple[int, int, int]]:
    months: tuple[int, ...] = ()
    beside = False  # the month stands next to a number: "9:14 AM April Smith" tells no April
    day = year = 0
    tokens = [word for word in _WORD_OR_NUMBER.findall(_TIME.sub(" ", text)) if word.lower() not in _PARTICLES]
    for place, token in enumerate(tokens):
        if token.isdecimal():
            if len(token) == 4 and not year:
                year = int(token)
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


def _time(text: str) -> tuple[int, int, int]:
    match = _TIME.search(text)
    if match:
        hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
        before = _AFTERNOON_FIRST.search(text)
        half = _half(match[4] or "") or (before[0].strip().lower() if before else "")
    else:
        whole = _HOUR.search(text)
        if whole is None:
            return (0, 0, 0)
        hour, minute, second, half = int(whole[1]), 0, 0, _half(whole[2])
    if half in _AFTERNOON and hour < 12:
        hour += 12
    elif half in _MORNING and hour == 12:
        hour = 0
    return (hour, minute, second) if hour < 24 and minute < 60 and second < 60 else (0, 0, 0)


def _half(text: str) -> str:
    return text.lower().replace(" ", "").replace(".", "")


def _offset(text: str, nearby: int) -> int | None:
    """Minutes east of UTC, by sign or by name, told after the clock; Apple writes "GMT+8 22:14" in Chinese.

    `nearby` are those of who passed the mail on.
    """
    clock = _TIME.search(text)
    rest = text[clock.end() :] if clock else text
    match = _OFFSET.search(rest) or _WEST_OR_EAST.search(text)
    if match and int(match[2]) <= 14:
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        return minutes if match[1] == "+" else -minutes
    for word in re.findall(r"[^\W\d_]+", rest):
        if word.isupper() and (named := minutes_east(word, nearby)) is not None:
            return named
    return None
