"""Days by their own name: June 12, 12 June, 12/6/2026, the 15th."""

import datetime as dt
import re
from functools import cache

from extract.anycase import AnyCase
from extract.values import almanac
from extract.values.forms import (
    A_MONTH,
    A_WEEKDAY,
    FIGURES,
    MONTH,
    ORDINAL,
    ORDINALS,
    TO,
    WEEKDAY,
    YEAR,
    FirstLast,
    Form,
    Reader,
    form,
    one,
    ordinal,
    year_of,
)

_BEFORE_IT = (
    rf"(?:(?:this\s|next\s|on\s)?{WEEKDAY}(?:\s?(?:-|–|to|thru|and|&|/)\s?(?:{A_WEEKDAY})\b\.?)?,?\s?\(?(?:the\s)?)?"
)
_NOT_A_CLOCK = r"(?![\d%]|[:.]\d|\s?(?:[ap]\.?m\b|%))"
_DAY = rf"(?P<day>\d{{1,2}})(?:\s?(?:st|nd|rd|th|er)\b)?(?!,\d){_NOT_A_CLOCK}"
_DAY2 = rf"(?P<day2>\d{{1,2}})(?:\s?(?:st|nd|rd|th)\b)?{_NOT_A_CLOCK}"
_ITS_WEEKDAY = rf"(?:(?:{A_WEEKDAY})\b\.?,?\s)?"  # Fri 12 - Sun 14 June
_FIGURES_BEGIN = r"(?<![\w/.])(?<![^/]\d\d-)(?<![A-Za-z]-)(?<![$€£#])(?!24/7\b)"
_NO_STREET = r"(?!\s(?:Road|Rd|Street|St|Avenue|Ave|Lane|Drive|Close|Square|Way)\b)"
_NO_PAGE = (
    r"(?![ \t]?(?:\"|'|x|in\.|of\s(?:a|the|an)\b|(?:page|pg|inche?|cup|oz|size|full|length|time|mile|hour|scale|turn|"
    r"split|way|cent|price|off|star)s?\b))"
)
# What may follow a day's bare number without its month: no noun that it would count ("the 3rd flavor").
NO_NOUN = (
    r"(?!\s(?!(?:at|by|and|or|for|if|to|so|when|we|i|is|would|will|please|pls|plz|latest|noon|midday|midnight|in|not|but|"
    r"works|instead|then|now|because|since|as|thanks|thank|though|with|from|through|thru|until|till|it|they|you|he|she|of|"
    r"on|that|which|before|after|eod|cob|end|close|first|rather|again|are|was|has|can|could|should|must|may|might|morning|"
    r"afternoon|evening|night|lunchtime|okay|ok|obviously|obvs|hopefully|ideally|preferably|sharp|btw|lol|thx|cheers|tho|"
    r"cause|cos|cuz|anyway|probably|maybe|definitely|lads|guys|folks|lunch|just|so|the|my|our|your|this|next|he's|she's|it's|we're|i'm|i'll|we'll|you'll|they'll|"
    r"be|hey|eh|mate|lah|leh|only|already|also|where|while|onwards?|otherwise|no|via|itself|too|either|unless|uh|um|erm?|ok|yeah|man|ya|max|"
    r"(?!early|weekly|monthly|daily|family|yearly|quarterly)[a-z]+ly)\b)[a-z])"
)
# "From seventeenth October", but "our third October".
_LEADS_TO = ("from", "to", "on", "by", "until", "till", "before", "through", "the", "and", "between", "is", "starting")
_VERBS = "start|starts|begin|begins|open|opens|end|ends|finish|finishes|launch|launches|live|close|closes|run|runs"
_STARTS = "|".join(rf"(?<=\b{word}\s[0-3])" for word in f"{_VERBS}|starting|ending|is|and|to|till|from".split("|"))
_ENGLISH = ("GB", "IE", "US", "CA", "AU", "NZ", "ZA", "IN", "SG", "NG", "KE", "GH", "PH", "HK", "MT", "JM", "PK", "LK")
_LED_TO = r"(?<=\s)(?:" + "|".join(rf"(?<=\b{word}\s)" for word in _LEADS_TO) + ")"
# Before a fraction, or 4/4 colour and 3/4 of the page would be days; any other figures need only not be counted.
_LEADS_IN = AnyCase(
    r"(?:^|[\n:;(\[–—|,>-]|\b(?:on|by|from|until|till|til|to|thru|through|before|after|due|of|is|are|now|not|and|or|at|for|"
    r"starting|starts?|launch|launches|launching|live|opens?|opening|reopening|reopens?|begin|sale|ends|"
    r"art|files?|proofs?|drafts?|finals?|deadline|date|the|shelf|around|begins|than|was|airs|ships|"
    r"drops|mails|posts|prints|runs|week))[\s(]*$",
)
_COUNTS = AnyCase(
    r"\b(?:pages?|rows?|items?|nos?\.?|sizes?|ratio|scale|fig(?:ure|s)?\.?|section|apt|unit|suite|room|grade|channel|route|score|"
    r"scored|rated|aged|version|v|step|slides?|plots?|job|model)\s*$",
)
_LEAD = 24
_MAY_FIRST = AnyCase(
    r"(?:\b(?:starts?|begins?|opens?|by|on|than|from|until|till|is|for|before|live|launch(?:es)?|the)|,)\s(?:may|march)\s(?:the\s)?[a-z-]{5,}$",
)
_ENDS_THERE = re.compile(r"\.?\s?(?:$|[,;:!?)\n.]|(?:and|at|for|latest|please|pls|thanks|if|is)\b)", re.IGNORECASE)
_FIXED = AnyCase(r"\b(?:on|by|until|till|before|since|due|opens?|starts?|begins?)\s(?:the\s)?$")
_OF_WHAT = re.compile(r"\s(?:of|in)\s", re.IGNORECASE)
_IS_VERB = re.compile(r"\s(?:be|have|not|also|well|I|we|you|they|it|he|she|come|go|seem|need|want|or)\b", re.IGNORECASE)
_COUNTED = re.compile(r"\sof\s(?:them|us|the|these|those|you)\b", re.IGNORECASE)
_OF_MONTH = AnyCase(
    rf"\b({A_MONTH})\b[^.;:!?\n\d]{{0,40}}(?:,\s|\s\()(?:(?:that's|that\sis|which\sis|meaning|i\.?e\.?,?|so)\s(?:on\s)?)?$",
)
_MONTH_REACH = 72
FOURTH = ("", "US")
_NUMBERED = ("st", "nd", "rd", "th")
_NAMED = frozenset(part for name in ORDINALS for part in name.split("-"))
_DENOMINATORS = (2, 3, 4, 5, 8, 16)
_LEADS_ON = re.compile(
    r"\s?(?:-|–|thru|through|to|until)\s?\d{1,2}/\d|,?\s(?:(?:by|at|@)\s)?(?:noon|EOD|COB|\d{1,2}(?::\d\d)?\s?[ap]m)\b",
    re.IGNORECASE,
)


@cache
def forms() -> tuple[Form, ...]:
    year = r"(?P<year>20\d\d|\d\d)"
    two = r"(?P<one>\d{1,2})(?P<mark>/|-|\.)(?P<other>\d{1,2})"
    slashed = r"(?P<one>\d{1,2})(?P<mark>/)(?P<other>\d{1,2})"
    number = r"(?P<day>\d{1,2})(?:st|nd|rd|th)"
    return (
        form(
            "month day",
            rf"(?<![\w/]){_BEFORE_IT}{MONTH}(?:[^\S\n]|\n(?!\d{{1,2}}[.)])|(?<=[^\n]{{45}})\n(?!\d{{1,2}}\))|[-/](?!\d\d-\d))?(?:the\s)?{_DAY}(?:{TO}{_DAY2}(?!\s(?:{A_MONTH})))?{YEAR}\)?",
            _month_day,
            needs=almanac.MONTHS,
            others=FIGURES,
            blocks=True,
        ),
        form(
            "day month",
            rf"(?<![\w/.€$£]){_BEFORE_IT}(?:the\s)?{_DAY}(?:\.?(?:{TO}|/){_ITS_WEEKDAY}{_DAY2})?(?:[^\S\t]?|\.\s?|\s?-(?![^\W\d]+\.?\s\d{{1,2}}\b))(?:of\s|de\s)?{MONTH}{YEAR}{_NO_STREET}",
            _month_day,
            needs=almanac.MONTHS,
            others=FIGURES,
            blocks=True,
        ),
        form(
            "day month",
            rf"(?<![\w/]){_BEFORE_IT}(?P<day>\d{{1,2}})(?P<mark>[-/]){MONTH}(?P=mark){year}(?![\w/-])",
            _month_day,
            needs=almanac.MONTHS,
            others=("1-", "1/"),
            blocks=True,
        ),
        form(
            "day month",
            rf"(?<![\w/]){_BEFORE_IT}(?:the\s)?{ORDINAL}\s(?:day\s)?of\s{MONTH}{YEAR}",
            _month_day,
            needs=almanac.MONTHS,
            others=_NAMED,
        ),
        form(
            "day month",
            rf"{_LED_TO}{_BEFORE_IT}{ORDINAL}\s{MONTH}{YEAR}{NO_NOUN}",
            _month_day,
            needs=almanac.MONTHS,
            others=_NAMED,
        ),
        form(
            "month day",
            rf"(?<![\w/]){_BEFORE_IT}{MONTH}\s(?:the\s)?{ORDINAL}\b(?!\s(?:week|half|draft|round)){YEAR}",
            _month_day,
            needs=almanac.MONTHS,
            others=_NAMED,
        ),
        form(
            "figures",
            rf"{_FIGURES_BEGIN}{_BEFORE_IT}{two}(?P=mark){year}(?![\w/]|[.-]\d)",
            _figures,
            needs=("1/1", "1.1", "1-1"),
        ),
        form("figures", rf"{_FIGURES_BEGIN}{_BEFORE_IT}{slashed}(?![\w/%]|[.,]\d){_NO_PAGE}", _figures, needs=("1/1",)),
        form(
            "figures",
            rf"{_FIGURES_BEGIN}{_BEFORE_IT}(?P<one>\d{{1,2}})(?P<mark>\.)(?P<other>\d{{1,2}})\.(?!\w|\.\d)(?=[\s,;:.)–-]|$)",
            _figures,
            needs=("1.1",),
        ),
        form(
            "figures",
            rf"(?<!\w)(?:by|on|am|bis|due|until|from)\s{_BEFORE_IT}(?P<one>[0-3]\d)(?P<mark>\.)(?P<other>[01]\d)(?![\w%]|\.\d)",
            _figures,
            needs=("1.1",),
        ),
        form(
            "figures",
            rf"(?P<one>[0-3](?:{_STARTS})\d)(?P<weekday>(?!))?(?P<mark>\.)(?P<other>[01]\d)(?![\w%]|\.?\d)",
            _dotted,
            needs=("1.1",),
        ),
        form(
            "figures span",
            rf"{_FIGURES_BEGIN}(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})\s?[-–]\s?(?P<day2>\d{{1,2}})(?:/{year})?"
            r"(?![\w/%]|[.,]\d|\s?[ap]\.?m)",
            _figure_span,
            needs=("1/1",),
        ),
        form(
            "day month",
            rf"(?<![\w/.]){_BEFORE_IT}(?P<day>\d{{1,2}})\.\s?(?:-|–|bis|to)\s?(?P<day2>\d{{1,2}})\.\s?(?P<number>\d{{1,2}})\."
            r"(?:(?P<year>20\d\d|\d\d)(?!\d))?",
            _dotted_span,
            needs=("1.",),
        ),
        form(
            "iso",
            r"(?<![\w/.-])(?P<year>20\d\d)(?P<mark>[-/])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)(?![\w/-])",
            _iso,
            needs=("1-1", "1/1"),
        ),
        form(
            "number",
            r"(?<!\w)(?:the\s)?(?P<day>\d{1,2})(?:st|nd|rd|th)\s(?:of\s)?(?:(?P<this>inst(?:ant)?)|prox(?:imo)?)(?!\w)\.?",
            _instant,
            needs=("inst", "instant", "prox", "proximo"),
        ),
        form(
            "number",
            rf"(?<!\w)(?:{WEEKDAY},?\s)?the\s{number}(?:{TO}(?P<day2>\d{{1,2}})(?:st|nd|rd|th))?"
            rf"(?P<within>\s(?:of\s)?(?:the|this|next)\smonth)?\b{NO_NOUN}",
            _number,
            needs=_NUMBERED,
        ),
        form(
            "number",
            rf"(?<!\w){WEEKDAY},?\s(?:the\s)?{number}\b{NO_NOUN}",
            _number,
            needs=_NUMBERED,
            others=almanac.WEEKDAYS,
        ),
        form(
            "number",
            rf"(?<!\w)(?:the\s)?day\s(?P<day>[12]?\d|3[01])(?![\w%/:-]|[.,]\d|\s(?:of\s)?(?:{A_MONTH})\b){NO_NOUN}",
            _day_number,
            needs=("day",),
            others=FIGURES,
        ),
        form(
            "number",
            rf"(?<!\w)(?:by|before|on|until|till|for|from|than)\s{number}\b(?!\s(?:of\s)?(?:{A_MONTH})\b){NO_NOUN}",
            _number,
            needs=_NUMBERED,
        ),
        form(
            "number",
            rf"(?<!\w)(?:(?:{WEEKDAY},?|by|before|until|till|on|than|is)\s|(?<=\bto\s)|(?<=\bthrough\s))the\s{ORDINAL}\b{NO_NOUN}",
            _number,
            needs=_NAMED,
        ),
        form(
            "number",
            rf"(?<!\w)the\s{ORDINAL}(?P<within>\s(?:of\s)?(?:the|this|next)\smonth)\b",
            _number,
            needs=_NAMED,
            others=("month",),
        ),
    )


def _month_day(match: re.Match[str], reader: Reader) -> FirstLast | None:
    if _is_verb(match) and not _MAY_FIRST.search(match.string, max(0, match.start() - _LEAD), match.end()):
        return None
    month, year, groups = almanac.MONTHS[match["month"].lower()], year_of(match), match.groupdict()
    number = ordinal(match) if groups.get("ordinal") else int(match["day"])
    until = int(groups["day2"]) if groups.get("day2") else number
    if until < number:
        return None
    if year:
        first, last = almanac.day(year, month, number), almanac.day(year, month, until)
    else:
        last = almanac.coming(reader.sent, month, until)
        first = almanac.latest(last, month, number) if last else None
    return (first, last) if first and last else None


def _is_verb(match: re.Match[str]) -> bool:
    """ "10 may be", "march 5 of them in": small letters mean the word, unless a figure's ending says otherwise."""
    written = match["month"]
    if written == "mars" and re.search(r"\d\.?\s?mars\.?$", match[0]):
        return False
    if written not in ("may", "march", "mar", "mars") or match.groupdict().get("weekday"):
        return False
    words = match.string
    if re.search(r"\d\s?(?:st|nd|rd|th)\b|\bof\b|20\d\d|(?:may|mar|march) \d{1,2}$", match[0]):
        return _COUNTED.match(words, match.end()) is not None
    if _FIXED.search(words, max(0, match.start() - _LEAD), match.start()) and not _IS_VERB.match(words, match.end()):
        return False
    return not (match[0].rstrip(".").endswith(("march", "mar")) and _ENDS_THERE.match(words, match.end()))


def _figures(match: re.Match[str], reader: Reader) -> FirstLast | None:
    left, right = int(match["one"]), int(match["other"])
    if not match["weekday"] and not match.groupdict().get("year") and not _reads_as_day(match, left, right, reader):
        return None
    first_is_day = left > 12 or (right <= 12 and reader.day_first) or (match["mark"] == "." and right <= 12)
    number, month = (left, right) if first_is_day else (right, left)
    return _dated(month, number, match, reader)


def _dotted(match: re.Match[str], reader: Reader) -> FirstLast | None:
    """ "Starts 24.11": where English is at home that is a time, or a price."""
    if not reader.country or reader.country in _ENGLISH or not reader.day_first:
        return None
    return _dated(int(match["other"]), int(match["one"]), match, reader)


def _instant(match: re.Match[str], reader: Reader) -> FirstLast | None:
    """ "The 27th instant" is of this month, "proximo" of the next."""
    month = almanac.add_months(reader.sent.replace(day=1), 0 if match["this"] else 1)
    return one(almanac.day(month.year, month.month, int(match["day"])))


def _reads_as_day(match: re.Match[str], left: int, right: int, reader: Reader) -> bool:
    """Whether figures without a year are a day: no fraction of something, no page or score."""
    words, start = match.string, match.start()
    if _LEADS_IN.search(words, max(0, start - _LEAD), start) or _LEADS_ON.match(words, match.end()):
        return True
    if (left < right and right in _DENOMINATORS) or left == right or not left or not right:
        return False
    if match["mark"] == "." and match[0].endswith(".") and reader.day_first and reader.certain:
        return _COUNTS.search(words, max(0, start - _LEAD), start) is None
    return match["mark"] == "/" and _COUNTS.search(words, max(0, start - _LEAD), start) is None


def _dated(month: int, number: int, match: re.Match[str], reader: Reader) -> FirstLast | None:
    if not 1 <= month <= 12:
        return None
    year = year_of(match)
    return one(almanac.day(year, month, number) if year else almanac.coming(reader.sent, month, number))


def other_reading(match: re.Match[str], reader: Reader) -> tuple[dt.date, ...]:
    one, other = int(match["one"]), int(match["other"])
    if reader.certain or one == other or one > 12 or other > 12 or match["mark"] == ".":
        return ()
    month, number = (one, other) if reader.day_first else (other, one)
    span = _dated(month, number, match, reader)
    return () if span is None else (span[0],)


def _iso(match: re.Match[str], reader: Reader) -> FirstLast | None:
    return one(almanac.day(int(match["year"]), int(match["month"]), int(match["day"])))


def _dotted_span(match: re.Match[str], reader: Reader) -> FirstLast | None:
    """20.-24.04.2026"""
    number, until, month, year = int(match["day"]), int(match["day2"]), int(match["number"]), year_of(match)
    if not 1 <= month <= 12 or until <= number:
        return None
    last = almanac.day(year, month, until) if year else almanac.coming(reader.sent, month, until)
    first = last and almanac.day(last.year, month, number)
    return (first, last) if first and last else None


def _figure_span(match: re.Match[str], reader: Reader) -> FirstLast | None:
    """6/12-14, month first; 12-14/6 is not written."""
    month, number, until = int(match["month"]), int(match["day"]), int(match["day2"])
    if until <= 12 and len(match["year"] or "") == 2:
        return None  # 5/1 - 6/15 is from one day to another, not 1 to 6 May 2015
    if not 1 <= month <= 12 or until <= number or (reader.day_first and number <= 12):
        return None
    year = year_of(match)
    last = almanac.day(year, month, until) if year else almanac.coming(reader.sent, month, until)
    first = last and almanac.day(last.year, month, number)
    return (first, last) if first and last else None


def _number(match: re.Match[str], reader: Reader) -> FirstLast | None:
    groups = match.groupdict()
    if groups.get("ordinal") == "Fourth" and reader.country in FOURTH and not groups.get("weekday"):
        return one(almanac.coming(reader.sent, 7, 4))
    number = ordinal(match) if groups.get("ordinal") else int(match["day"])
    until = int(groups["day2"]) if groups.get("day2") else number
    within = (groups.get("within") or "").lower()
    if "month" in within:
        month = almanac.add_months(reader.sent.replace(day=1), 1 if "next" in within else 0)
        first, last = almanac.day(month.year, month.month, number), almanac.day(month.year, month.month, until)
        if first and last and last < reader.sent and "the" in within:  # "the 1st of the month", said on the 3rd
            month = almanac.add_months(month, 1)
            first, last = almanac.day(month.year, month.month, number), almanac.day(month.year, month.month, until)
    else:
        said = _OF_MONTH.search(match.string, max(0, match.start() - _MONTH_REACH), match.start())
        if said:  # "the Saturday of the October long weekend, that's the 3rd"
            first = almanac.coming(reader.sent, almanac.MONTHS[said[1].lower()], number)
        else:
            first = almanac.coming_number(reader.sent, number)
        last = first and almanac.day(first.year, first.month, until)
    return (first, last) if first and last and first <= last else None


def _day_number(match: re.Match[str], reader: Reader) -> FirstLast | None:
    """ "Until the day 16"; "day 2 of the fair" counts days."""
    led = _FIXED.search(match.string, max(0, match.start() - _LEAD), match.start()) is not None
    return _number(match, reader) if led and not _OF_WHAT.match(match.string, match.end()) else None
