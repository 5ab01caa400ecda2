"""Times of day: 5pm, 17:00, noon, EOD, close of business, first thing."""

import datetime as dt
import re

from extract.values import languages

_ZONE = (
    r"(?:\s?\(?(?:[ECMP][SD]?T|GMT|BST|CES?T|AE[SD]?T|IST|UTC|local time|UK time|Eastern|Pacific|Central|sharp)\b\)?)?"
)
# "by 3", "doors at 7": read only right behind a day and its preposition.
BARE = (
    r"(?:(?:at|by|before|@)\s(?P<bare>1[0-2]|[1-9])"
    r"(?![\w/:%$€£-]|[.,]\d|\s(?:\w+day|weeks?|days?|of|or|and|to|hours?|pages?|people|kids)\b))"
)
_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
PATTERN = (
    r"(?:(?P<hour>\d{1,2})(?:[:.h](?P<minute>[0-5]\d))?(?:\s?(?P<half>[ap])\.?\s?m\b\.?|(?P<short>[ap])\b)"
    r"|(?P<spoken>half\spast|(?:a\s)?quarter\s(?:past|to))\s(?P<spoken_hour>\d{1,2}|" + "|".join(_HOURS) + r")\b"
    r"(?:\s?(?P<spoken_half>[ap])\.?m\b\.?)?"
    r"|(?P<worded>" + "|".join(_HOURS) + r")(?:\s?(?P<worded_half>[ap])\.?m\b\.?|\so'?clock\b)"
    r"|(?P<part_hour>\d{1,2})\s(?:o'?clock\s)?in\sthe\s(?P<part>morning|afternoon|evening)\b"
    r"|(?P<hour24>[01]?\d|2[0-3])[:h](?P<minute24>[0-5]\d)(?!:?\d)(?:\s?(?:hrs?|Uhr|h)\b)?"
    r"|(?P<dotted>[01]?\d|2[0-3])\.(?P<dotted_minute>[0-5]\d)\s?(?:h|hrs?|Uhr)\b"
    r"|(?P<oclock>\d{1,2})(?:\s?(?:o'?clock|Uhr|heures)|h)\b"
    r"|(?P<named>(?:12\s)?noon|midday|(?:12\s)?midnight|EOD|COB|EOB|COP|(?:the\s)?close\sof\s(?:business|play|day)"
    r"|(?:the\s)?end\sof\s(?:the\s|your\s|our\s|my\s)?(?:business\s|working\s|work\s)?(?:day|play|business)|day's\send|first\sthing|"
    + languages.phrases("times")
    + r")\b)"
    + _ZONE
)  # fmt: skip
_NAMED: dict[str, tuple[int, ...]] = {"noon": (12, 0), "midday": (12, 0), "midnight": (23, 59), "first": (9, 0)}
_NAMED |= {word: tuple(map(int, time.split(":"))) for word, time in languages.pairs("times").items()}
_CLOSE = dt.time(17, 0)


def time_of(match: re.Match[str]) -> dt.time | None:
    """The time a match of PATTERN says; None for 25:00 or 0pm."""
    if match["named"]:
        named = next((time for word, time in _NAMED.items() if word in match["named"].lower()), None)
        return dt.time(named[0], named[1]) if named else _CLOSE
    if match["hour"]:
        hour = int(match["hour"])
        if not 1 <= hour <= 12:
            return None
        half = (match["half"] or match["short"]).lower()
        return dt.time(hour % 12 + (12 if half == "p" else 0), int(match["minute"] or 0))
    if match["spoken"]:
        return _spoken(match)
    if match["worded"]:
        hour = _HOURS.index(match["worded"].lower()) + 1
        return dt.time(hour % 12 + 12 * _is_late(hour, match["worded_half"]))
    if match["part_hour"]:
        hour = int(match["part_hour"])
        return dt.time(hour % 12 + 12 * (match["part"].lower() != "morning")) if 1 <= hour <= 12 else None
    if match["oclock"]:
        hour = int(match["oclock"])
        # Nobody hands over at three in the morning.
        return dt.time(hour + 12 if hour < 7 else hour % 24, 0) if hour <= 24 else None
    if match["dotted"]:
        return dt.time(int(match["dotted"]), int(match["dotted_minute"]))
    return dt.time(int(match["hour24"]), int(match["minute24"]))


def _spoken(match: re.Match[str]) -> dt.time | None:
    """Half past three, a quarter to five."""
    said = match["spoken_hour"].lower()
    hour = int(said) if said.isdigit() else _HOURS.index(said) + 1
    if not 1 <= hour <= 12:
        return None
    minutes = hour % 12 * 60 + 720 * _is_late(hour, match["spoken_half"])
    words = match["spoken"].lower()
    minutes += 30 if "half" in words else 15 if "past" in words else -15
    return dt.time(minutes // 60 % 24, minutes % 60)


def _is_late(hour: int, half: str | None) -> bool:
    return half.lower() == "p" if half else hour < 8 or hour == 12


def bare_time(hour: int) -> dt.time:
    """ "By 3" is in the afternoon, "by 9" in the morning."""
    return dt.time(hour + 12 if hour < 8 else hour)
