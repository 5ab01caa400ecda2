"""Holidays as they are written: Thanksgiving, Easter weekend, Black Friday week, bank holiday Monday."""

import datetime as dt
import re
from functools import cache

from extract.anycase import AnyCase
from extract.values import almanac, holiday
from extract.values.forms import YEAR, FirstLast, Form, Reader, form, one, year_of
from extract.values.named_days import FOURTH, NO_NOUN

_WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_BY = "|".join(rf"(?<=\b{word}\s)" for word in ("before", "by", "until", "till", "at", "of", "to"))
_LED_BY = (
    *("before", "by", "until", "till", "at", "of", "to", "after", "during", "for", "around", "on", "from", "since"),
    *("past", "over", "through"),
)
_LEADS = "|".join(rf"(?<=\b{word}\s)" for word in _LED_BY)
_BY_IT = AnyCase(r"\bby\s(?:the\s)?$")
_LONGEST_BY = len("by the ")
_ATTRIBUTIVE = re.compile(
    r"[^\S\n](?!(?:and|or|but|if|so|at|by|is|are|was|to|on|in|for|the|we|I|you|they|it|he|she|because|then|when|with|through|thru|"
    r"until|till|this|that|as|please|plus|minus|latest|would|will|should|could|can|morning|afternoon|evening|night|week|weekend|eve|day|"
    r"before|after|since|where|which|not|off|now|instead|rather|onwards?|again|statt|ist)\b)[a-z]{3,}"
)


@cache
def forms() -> tuple[Form, ...]:
    return (
        form(
            "holiday",
            r"(?<=between\s)(?:Christmas|Xmas)(?:\sDay)?\s(?:and|&|n)\s(?:the\s)?New\sYear(?:'?s)?(?:\s(?:Eve|Day))?(?!\w)",
            _between_the_years,
            needs=("christmas", "xmas"),
            others=("between",),
        ),
        form(
            "holiday",
            r"(?<![\w-])(?:(?:the\s)?(?:(?P<end>(?:very\s)?end|close|last\sday)|start|beginning|first\sday)"
            r"\sof\s(?:(?:the|this|our)\s)?"
            r"(?:new\s|next\s|coming\s|current\s)?(?P<which>financial|fiscal|tax)\syear|(?P<eofy>EOFY|(?:financial|tax)\syear[\s-]end))(?!\w)",
            _year_of_money,
            needs=("financial", "fiscal", "tax", "eofy"),
        ),
        form(
            "holiday",
            rf"(?:{_BY})(?:the\s)?(?P<name>New\sYear)(?![\w'-])",
            _new_year,
            needs=("year",),
            others=("new",),
        ),
        form(
            "holiday",
            rf"(?<=the\s)(?P<name>Fourth)(?![\w-]|\s(?:of|in|quarter|Quarter|to|(?:and|or)\s(?:the\s)?(?:third|fifth|last|final))\b){NO_NOUN}",
            _fourth,
            needs=("fourth",),
        ),
        form(
            "holiday",
            rf"(?<![\w-])(?:the\s)?(?P<name>{holiday.pattern()})(?!\w)"
            rf"(?:(?P<weekend>(?:\slong)?\s(?:weekend|wknd|wkend))(?!\w)|(?P<week>\sweek)(?![\w-])|\s(?P<its>{_WEEKDAYS})(?!\w))?{YEAR}",
            _holiday,
            needs=holiday.words(),
            whole=holiday.words(),
            blocks=True,
        ),
        form(
            "holiday",
            rf"(?:{_LEADS})(?:the\s)?(?P<name>{holiday.led_pattern()})(?!\w|['’]s?\s[a-z]|[\s.]*\d)"
            rf"(?:(?P<weekend>\s(?:weekend|wknd|wkend))(?!\w)|(?P<week>\sweek)(?![\w-])|\s(?P<its>{_WEEKDAYS})(?!\w))?",
            _led,
            needs=holiday.led_words(),
            whole=holiday.led_words(),
        ),
    )


def _between_the_years(match: re.Match[str], reader: Reader) -> FirstLast | None:
    year = reader.sent.year
    return dt.date(year, 12, 26), dt.date(year, 12, 31)


def _year_of_money(match: re.Match[str], reader: Reader) -> FirstLast | None:
    """The first or the last day of a financial or a tax year, where its country has one for all."""
    said = (match["which"] or match["eofy"]).lower().split()[0]
    begins = holiday.year_of_money("financial" if said == "eofy" else said, reader.country)
    if begins is None:
        return None
    ends = bool(match["end"] or match["eofy"])
    for year in (reader.sent.year, reader.sent.year + 1):
        first = dt.date(year, *begins)
        found = first - almanac.ONE_DAY if ends else first
        if found >= reader.sent:
            return one(found)
    return None


def _new_year(match: re.Match[str], reader: Reader) -> FirstLast | None:
    """ "Before the New Year"; "in the new year" is vague."""
    if _ATTRIBUTIVE.match(match.string, match.end()):
        return None
    return one(almanac.coming(reader.sent, 1, 1))


def _fourth(match: re.Match[str], reader: Reader) -> FirstLast | None:
    """ "After the Fourth", as it is called in the United States."""
    named = match["name"].istitle() and not re.match(r"\s[A-Z]", match.string[match.end() : match.end() + 2])
    return one(almanac.coming(reader.sent, 7, 4)) if reader.country in FOURTH and named else None


def _led(match: re.Match[str], reader: Reader) -> FirstLast | None:
    """ "By CNY", "before Assumption"; not "on carnival rides", "at St Nicholas Church", "of All Saints Road"."""
    named = match["name"][0].isupper() and not re.match(r"\s[A-Z]", match.string[match.end() : match.end() + 2])
    return _holiday(match, reader) if named else None


def _holiday(match: re.Match[str], reader: Reader) -> FirstLast | None:
    name, words = match["name"], match.string
    country = holiday.country_before(words, match.start("name"), reader.country)
    weekend = match["weekend"] is not None or name.lower().endswith("weekend")
    if not weekend and _ATTRIBUTIVE.match(words, match.end()) and words[match.end() - 1].islower():
        return None  # "the Christmas range"
    found = None
    if name.lower().endswith("weekend"):
        # "Labour weekend" is that of Labour Day; the August long weekend has a name of its own.
        found = _in_or_after(name[: -len("weekend")] + "day", match, reader, country)
    found = found or _in_or_after(name, match, reader, country)
    if found is None:
        return None
    if weekend:
        saturday = almanac.monday(found - dt.timedelta(days=2)) + dt.timedelta(days=almanac.SATURDAY)
        return min(saturday, found), max(saturday + almanac.ONE_DAY, found)
    if match["week"]:
        monday = almanac.monday(found)
        return monday, monday + dt.timedelta(days=almanac.FRIDAY)
    if match["its"]:  # "Thanksgiving Friday", "bank holiday Monday": the nearest
        return one(found + dt.timedelta(days=(almanac.WEEKDAYS[match["its"].lower()] - found.weekday() + 3) % 7 - 3))
    if _BY_IT.search(words, max(0, match.start("name") - _LONGEST_BY), match.start("name")):
        return one(found)  # "by Golden Week" is by its first day
    return found, found + holiday.stretch(name)


def _in_or_after(name: str, match: re.Match[str], reader: Reader, country: str) -> dt.date | None:
    """The day of that name in the year written, or the next."""
    year = year_of(match)
    if year:
        return holiday.in_year(" ".join(name.lower().split()), year, country)
    return holiday.coming(name, reader.sent, country)
