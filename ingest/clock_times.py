"""The time of day in a quoted header block: 12 or 24 hours, the half of the day in many languages, the offset."""

import re

from ingest.zones import minutes_east

CLOCK = re.compile(r"(?<![\d.])(\d{1,2})(?:\s?[:hH]\s?|\.|\sч\s)(\d{2})(?:[:.](\d{2}))?(?![\d/])", re.IGNORECASE)
_HOUR = re.compile(r"(?<![\d:.])(\d{1,2})\s?(am|pm|a\.m\.|p\.m\.|uhr|h)(?!\w)", re.IGNORECASE)
# "11시 14분 0초", "11时14分", "11 นาฬิกา 14 นาที 0 วินาที"
_IN_WORDS = re.compile(
    r"(\d{1,2})\s?(?:[시时時点點]|นาฬิกา)\s?(\d{1,2})\s?(?:[분分]|นาที)(?:\s?\d{1,2}\s?(?:[초秒]|วินาที))?"
)
_AFTERNOON = (
    r"p\.?\s?m\.?|μ\.?\s?μ\.?|ös|öös|du\.|odp\.|ip\.|pop\.|popiet|pēcp\.|пп|e\.h\.|(?-i:CH)|م|午後|下午|晚上|오후|"
    r"de la tarde|de la noche|du soir|de l['’]après-midi|אחה[״\"]צ"
)
_MORNING = (
    r"a\.?\s?m\.?|π\.?\s?μ\.?|öö|de\.|dop\.|ap\.|priešpiet|priekšp\.|дп|f\.h\.|(?-i:SA)|ص|午前|上午|凌晨|早上|오전|"
    r"de la mañana|du matin|לפנה[״\"]צ"
)
_HALF_AFTER = re.compile(rf"\s*(?:(?P<afternoon>{_AFTERNOON})|(?P<morning>{_MORNING}))(?!\w)", re.IGNORECASE)
# Turkish, Hungarian, Japanese, Chinese, Korean.
_HALF_BEFORE = re.compile(
    r"(?<!\w)(?:(?P<afternoon>ÖS|ös|öös|du\.|午後|下午|晚上|오후|PM)|(?P<morning>ÖÖ|öö|de\.|午前|上午|凌晨|早上|오전|AM))"
    r"\s{0,3}$"
)
_BEFORE = 12  # characters in front of the clock that may tell the half of the day
_WEST_OR_EAST = re.compile(r"(?:GMT|UTC)\s?([+\-−])(\d{1,2}):?(\d{2})?(?!\d)")
_OFFSET = re.compile(r"(?:GMT|UTC)?\s?([+\-−])(\d{1,2}):?(\d{2})?(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")


def with_colons(text: str) -> str:
    """Hours and minutes told in words, as digits with a colon."""
    return _IN_WORDS.sub(lambda match: f"{match[1]}:{int(match[2]):02}", text)


def read_clock(text: str) -> tuple[int, int, int]:
    """Hour, minute and second; midnight where no time is told."""
    match = CLOCK.search(text)
    if match:
        hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
        half = _HALF_AFTER.match(text, match.end()) or _HALF_BEFORE.search(
            text[max(match.start() - _BEFORE, 0) : match.start()]
        )
        afternoon, morning = bool(half and half["afternoon"]), bool(half and half["morning"])
    else:
        whole = _HOUR.search(text)
        if whole is None:
            return (0, 0, 0)
        hour, minute, second = int(whole[1]), 0, 0
        afternoon, morning = whole[2][:1] in "pP", whole[2][:1] in "aA"
    if afternoon and hour < 12:
        hour += 12
    elif morning and hour == 12:
        hour = 0
    return (hour, minute, second) if hour < 24 and minute < 60 and second < 60 else (0, 0, 0)


def read_offset(text: str, nearby: int) -> int | None:
    """Minutes east of UTC, by sign or by name, told after the clock; Apple writes "GMT+8 22:14" in Chinese.

    `nearby` are those of who passed the mail on.
    """
    clock = CLOCK.search(text)
    rest = text[clock.end() :] if clock else text
    match = _OFFSET.search(rest) or _WEST_OR_EAST.search(text)
    if match and int(match[2]) <= 14:
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        return minutes if match[1] == "+" else -minutes
    for word in _WORD.findall(rest):
        if word.isupper() and (named := minutes_east(word, nearby)) is not None:
            return named
    return None
