"""The date in a quoted header block: its language, its order and its zone found from the text itself."""

import datetime as dt
import functools
import re

from babel import Locale

_LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pt", "pl", "cs", "sk", "sv", "da", "nb", "fi", "hu", "ro", "ru", "uk", "tr", "hr", "sl", "et"]
_ZONES = {
    "utc": 0, "gmt": 0, "ut": 0, "z": 0, "wet": 0, "west": 60, "bst": 60, "ist": 330, "cet": 60, "cest": 120, "met": 60, "mest": 120,
    "mez": 60, "mesz": 120, "eet": 120, "eest": 180, "msk": 180, "мск": 180, "trt": 180, "est": -300, "edt": -240, "et": None, "cst": -360,
    "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "akdt": -480, "hst": -600, "ast": -240, "adt": -180,
    "nst": -210, "ndt": -150, "brt": -180, "art": -180, "sast": 120, "gst": 240, "pkt": 300, "sgt": 480, "hkt": 480, "awst": 480, "jst": 540,
    "kst": 540, "acst": 570, "acdt": 630, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
}  # fmt: skip
_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})[./\-](\s?)(\d{1,2})[./\-]\2(\d{4}|\d{2})(?!\d)")
_WORD_OR_NUMBER = re.compile(r"\d+|[^\W\d_]+")
_TIME = re.compile(
    r"(?<![\d.])(\d{1,2})\s?(?:[:.hH]|\sч\s)\s?(\d{2})(?:[:.](\d{2}))?(?![\d/])\s*"
    r"(a\.?\s?m\.?|p\.?\s?m\.?|de la mañana|de la tarde|de la noche|du matin|du soir|de l'après-midi|ÖÖ|ÖS|öö|ös|de\.|du\.|előtt|után)?",
    re.IGNORECASE,
)
_HOUR = re.compile(r"(?<![\d:.])(\d{1,2})\s?(am|pm|a\.m\.|p\.m\.|uhr|h)(?!\w)", re.IGNORECASE)
_OFFSET = re.compile(r"(?:GMT|UTC)?\s?([+\-−])(\d{1,2}):?(\d{2})?(?!\d)")
_MERIDIEM_FIRST = re.compile(r"(?:\b(?:de|du)\.|ÖÖ|ÖS|öö|ös)\s*(?=\d{1,2}[:.]\d{2})")


@functools.cache
def _months() -> dict[str, int]:
    """Every form of a month's name in the languages: wide and abbreviated, in a date and alone."""
    table: dict[str, int] = {}
    for language in _LANGUAGES:
        months = Locale(language).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    key = name.lower().strip(".")
                    if not key.isdecimal():
                        table.setdefault(key, number)
    table.update(
        {
            "sept": 9,
            "mrz": 3,
            "maerz": 3,
            "jän": 1,
            "jänner": 1,
            "févr": 2,
            "fevr": 2,
            "aout": 8,
            "decembre": 12,
            "мая": 5,
        }
    )
    return table


def read_sent_date(text: str, arrived: dt.datetime) -> dt.datetime | None:
    """When a quoted mail was written, in its own offset, or in that of `arrived` where it gives none.

    06/07 is read as the day that is nearest before `arrived`: a mail is forwarded soon after it was written, never before.
    """
    text = " ".join(text[:200].replace("\u202f", " ").split())
    days = _days(text)
    if not days:
        return None
    offset = _offset(text)
    zone = dt.timezone(dt.timedelta(minutes=offset)) if offset is not None else arrived.tzinfo or dt.UTC
    hour, minute, second = _time(text)
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


def _days(text: str) -> list[tuple[int, int, int]]:
    """The readings of the day, the likeliest first."""
    numeric = _NUMERIC.search(text)
    if numeric:
        first, second, third = int(numeric[1]), int(numeric[3]), int(numeric[4])
        if len(numeric[1]) == 4:
            return [(first, second, third)]
        year = third if third > 99 else 2000 + third
        readings = []
        if first <= 12:
            readings.append((year, first, second))
        if second <= 12 and first <= 31:
            readings.append((year, second, first))
        return readings
    iso = re.search(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})", text)
    if iso:
        return [(int(iso[1]), int(iso[2]), int(iso[3]))]
    month = day = year = 0
    months = _months()
    clean = _TIME.sub(" ", text)
    for token in _WORD_OR_NUMBER.findall(clean):
        if token.isdecimal():
            if len(token) == 4 and not year:
                year = int(token)
            elif len(token) <= 2 and not day and 1 <= int(token) <= 31:
                day = int(token)
        elif not month:
            month = months.get(token.lower(), 0)
    if month and day and year:
        return [(year, month, day)]
    return []


def _time(text: str) -> tuple[int, int, int]:
    without_day = _NUMERIC.sub(" ", text)
    first = _MERIDIEM_FIRST.search(without_day)
    match = _TIME.search(without_day)
    if match:
        hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
        half = (match[4] or (first[0] if first else "")).lower().replace(" ", "").replace(".", "")
    else:
        whole = _HOUR.search(without_day)
        if whole is None:
            return (0, 0, 0)
        hour, minute, second, half = int(whole[1]), 0, 0, whole[2].lower().replace(".", "")
    if half in ("pm", "delatarde", "delanoche", "dusoir", "del'après-midi", "ös", "du", "után") and hour < 12:
        hour += 12
    elif half in ("am", "delamañana", "dumatin", "öö", "de", "előtt") and hour == 12:
        hour = 0
    return (hour, minute, second) if hour < 24 and minute < 60 and second < 60 else (0, 0, 0)


def _offset(text: str) -> int | None:
    """Minutes east of UTC, by sign or by name."""
    last = text
    numeric = _NUMERIC.search(text)
    if numeric:
        last = text[: numeric.start()] + " " + text[numeric.end() :]
    last = re.sub(r"(?<!\d)\d{4}-\d{2}-\d{2}", " ", last)
    time = _TIME.search(last)
    tail = last[time.end() if time and not time[4] else (time.end() if time else 0) :]
    match = _OFFSET.search(tail)
    if match and int(match[2]) <= 14:
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        return minutes if match[1] == "+" else -minutes
    for word in re.findall(r"[^\W\d_]+", tail):
        if word.lower() in _ZONES and (word.isupper() or word.lower() in ("utc", "gmt")):
            return _ZONES[word.lower()]
    return None
