"""Times of day: 5pm, 17:00, noon, EOD, close of business, first thing."""

import datetime as dt
import re

_ZONE = (
    r"(?:\s?\(?(?:[ECMP][SD]?T|GMT|BST|CES?T|AE[SD]?T|IST|UTC|local time|UK time|Eastern|Pacific|Central|sharp)\b\)?)?"
)
# "by 3", "doors at 7": read only right behind a day and its preposition.
BARE = (
    r"(?:(?:at|by|before|@)\s(?P<bare>1[0-2]|[1-9])"
    r"(?![\w/:%$€£-]|[.,]\d|\s(?:\w+day|weeks?|days?|of|or|and|to|hours?|pages?|people|kids)\b))"
)
PATTERN = (
    r"(?:(?P<hour>\d{1,2})(?:[:.h](?P<minute>[0-5]\d))?(?:\s?(?P<half>[ap])\.?\s?m\b\.?|(?P<short>[ap])\b)"
    r"|(?P<hour24>[01]?\d|2[0-3])[:h](?P<minute24>[0-5]\d)(?!:?\d)(?:\s?(?:hrs?|Uhr|h)\b)?"
    r"|(?P<oclock>\d{1,2})\s?(?:o'?clock|Uhr)\b"
    r"|(?P<named>(?:12\s)?noon|midday|(?:12\s)?midnight|EOD|COB|EOB|COP|(?:the\s)?close\sof\s(?:business|play|day)"
    r"|(?:the\s)?end\sof\s(?:the\s|your\s|our\s|my\s)?(?:business\s|working\s|work\s)?(?:day|play|business)|day's\send|first\sthing)\b)"
    + _ZONE
)  # fmt: skip
_NAMED = {"noon": (12, 0), "midday": (12, 0), "midnight": (23, 59), "first": (9, 0)}
_CLOSE = dt.time(17, 0)


def time_of(match: re.Match[str]) -> dt.time | None:
    """The time a match of PATTERN says; None for 25:00 or 0pm."""
    if match["named"]:
        named = next((time for word, time in _NAMED.items() if word in match["named"].lower()), None)
        return dt.time(*named) if named else _CLOSE
    if match["hour"]:
        hour = int(match["hour"])
        if not 1 <= hour <= 12:
            return None
        half = (match["half"] or match["short"]).lower()
        return dt.time(hour % 12 + (12 if half == "p" else 0), int(match["minute"] or 0))
    if match["oclock"]:
        hour = int(match["oclock"])
        # Nobody hands over at three in the morning.
        return dt.time(hour + 12 if hour < 7 else hour % 24, 0) if hour <= 24 else None
    return dt.time(int(match["hour24"]), int(match["minute24"]))


def bare_time(hour: int) -> dt.time:
    """ "By 3" is in the afternoon, "by 9" in the morning."""
    return dt.time(hour + 12 if hour < 8 else hour)
