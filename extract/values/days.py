"""Days as people name them: June 12, 12/6, the 15th, next Friday, mid-June, Q3, in two weeks, Thanksgiving."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from extract.span import Span
from extract.values import almanac, holiday

_MONTH = rf"(?P<month>{'|'.join(sorted(almanac.MONTHS, key=len, reverse=True))})\b\.?"
_A_MONTH = "|".join(sorted(almanac.MONTHS, key=len, reverse=True))
_ANY_WEEKDAY = "|".join(sorted(almanac.WEEKDAYS, key=len, reverse=True))
_WEEKDAY = rf"(?P<weekday>{_ANY_WEEKDAY})\b\.?"
_NAMED_DAY = rf"(?:(?:this\s|next\s|on\s)?{_WEEKDAY}(?:\s?(?:-|–|to|thru|and|&|/)\s?(?:{_ANY_WEEKDAY})\b\.?)?,?\s?\(?(?:the\s)?)?"
_DAY = r"(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th)\b)?(?![\d%]|[:.,]\d|\s?(?:[ap]\.?m\b|%))"
_DAY2 = r"(?P<day2>\d{1,2})(?:\s?(?:st|nd|rd|th)\b)?(?![\d%]|[:.]\d|\s?(?:[ap]\.?m\b|%))"
_YEAR = r"(?:(?:,|\sof)?\s?(?P<year>20\d\d)(?!\d)|\s?'(?P<year2>\d\d)\b)?"
_TO = r"\s?(?:-{1,2}|–|—|to|thru|through|until|till|til|bis|and|&)\s?(?:the\s)?"
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
    )
} | {"a": 1, "an": 1, "couple": 2, "few": 3, "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90}
_ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
        "seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth "
        "twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first".split(),
        1,
    )
}
_ORDINAL = rf"(?P<ordinal>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
COUNT = r"(?P<count>\d{1,3}|an?\scouple(?:\sof)?|couple\sof|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"
UNIT = r"(?P<business>(?:business|working|work|week)[\s-])?(?P<unit>days?|weeks?|wks?|fortnights?|months?|hours?|hrs?)"


class Grain(StrEnum):
    DAY = "day"
    WEEK = "week"
    PART = "part"  # of a month, a quarter, a year: early June
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True, order=True)
class Days(Span):
    """`first` to `last` as they would stand with nothing around them; `form` is how they were written.

    `readings` are the other days the same figures could mean. `floating`: the year, and for a weekday the week, were
    supposed from when the mail was sent.
    """

    first: dt.date
    last: dt.date
    grain: Grain
    form: str
    time: dt.time | None = None
    floating: bool = True
    readings: tuple[dt.date, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """Where days are counted from: when the mail was sent, on its writer's clock, and how its country writes dates."""

    sent: dt.date
    country: str
    day_first: bool
    certain: bool  # that it is day first, or month first


Span2 = tuple[dt.date, dt.date]
Build = Callable[[re.Match[str], Reader], "Span2 | None"]


@dataclass(frozen=True, slots=True)
class Form:
    name: str
    pattern: re.Pattern[str]
    build: Build
    grain: Grain


def days(words: str, reader: Reader) -> tuple[Days, ...]:
    """Every day named, in order; of two that share words the longer one."""
    found = [one for form in forms() for one in _of_form(form, words, reader)]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Days] = []
    for one in found:
        if kept and one.start < kept[-1].end:
            if len(one) > len(kept[-1]):
                kept[-1] = one
        else:
            kept.append(one)
    return tuple(one for one in kept if one.form != NO_DAY)


def _of_form(form: Form, words: str, reader: Reader) -> Iterator[Days]:
    for match in form.pattern.finditer(words):
        span = form.build(match, reader)
        groups = match.groupdict()
        if span is None:
            if form.name == "holiday" or (form.name in ("month day", "day month") and not _is_verb(match)):
                # 31 April is no date, and not April either: it holds its words against the shorter forms.
                yield Days(match.start(), match.end(), reader.sent, reader.sent, form.grain, NO_DAY)
            continue
        readings = _other_reading(match, reader) if form.name == "figures" else ()
        floating = not (groups.get("year") or groups.get("year2"))
        if (
            groups.get("day2")
            and span[1] - span[0] > almanac.ONE_DAY
            and _AND.search(words, match.end("day"), match.start("day2"))
            and not _BETWEEN.search(words, match.start() - 20 if match.start() > 20 else 0, match.start())
        ):
            # "June 3 and 10" is two days, "between June 3 and 10" a span.
            yield Days(match.start(), match.end("day"), span[0], span[0], form.grain, form.name, None, floating)
            yield Days(match.start("day2"), match.end(), span[1], span[1], form.grain, form.name, None, floating)
            continue
        yield Days(match.start(), match.end(), *span, form.grain, form.name, None, floating, readings)
        if form.name == "month day" and not groups.get("year"):
            yield from _listed(words, match, span[1])


_NEXT_IN_LIST = re.compile(
    r"(?:,|,?\s(?:and|&|or))\s(?P<day>\d{1,2})(?:st|nd|rd|th)?(?=\s?[,.;)]|\s(?:and|&|or)\s\d|\s?$|\n)", re.IGNORECASE
)


def _listed(words: str, match: re.Match[str], last: dt.date) -> Iterator[Days]:
    """ "May 12, 19 and 26": each further number a day of the same month."""
    end = match.end()
    for _ in range(8):
        following = _NEXT_IN_LIST.match(words, end)
        found = following and almanac.day(last.year, last.month, int(following["day"]))
        if following is None or found is None or found <= last:
            return
        yield Days(following.start("day"), following.end(), found, found, Grain.DAY, "month day")
        end, last = following.end(), found


_AND = re.compile(r"(?:and|&)\s", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)

# --- what the forms build


def _one(found: dt.date | None) -> Span2 | None:
    return None if found is None else (found, found)


def _year(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    if groups.get("year"):
        year = int(groups["year"])
        return year if year >= 100 else 2000 + year
    return 2000 + int(groups["year2"]) if groups.get("year2") else None


def _month_day(match: re.Match[str], reader: Reader) -> Span2 | None:
    if _is_verb(match):
        return None
    month, year, groups = almanac.MONTHS[match["month"].lower()], _year(match), match.groupdict()
    number = _ORDINALS[groups["ordinal"].lower()] if groups.get("ordinal") else int(match["day"])
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
    return written in ("may", "march", "mar", "mars") and not re.search(
        r"\d\s?(?:st|nd|rd|th)\b|\bof\b|20\d\d|may \d{1,2}$", match[0]
    )


def _figures(match: re.Match[str], reader: Reader) -> Span2 | None:
    one, other = int(match["one"]), int(match["other"])
    if (
        not match["weekday"]
        and not match.groupdict().get("year")
        and not (
            _LEADS_IN.search(match.string, max(0, match.start() - 24), match.start())
            or _LEADS_ON.match(match.string, match.end())
        )
    ):
        return None
    first_is_day = one > 12 or (other <= 12 and reader.day_first) or (match["mark"] == "." and other <= 12)
    number, month = (one, other) if first_is_day else (other, one)
    return _dated(month, number, match, reader)


# Before figures without a year, or 4/4 colour and 3/4 of the page would be days.
_LEADS_IN = re.compile(
    r"(?:^|[\n:;(\[–—|,>-]|\b(?:on|by|from|until|till|til|to|thru|through|before|after|due|of|is|are|now|not|and|or|at|for|starting|"
    r"starts|launch|launches|launching|live|live on|opens|ends|deadline|date|the|shelf|around|begins|than|was|airs|ships|drops|mails|runs|week))"
    r"[\s(]*$",
    re.IGNORECASE,
)


_LEADS_ON = re.compile(r"\s?(?:-|–|thru|through|to|until)\s?\d{1,2}/\d", re.IGNORECASE)


def _dated(month: int, number: int, match: re.Match[str], reader: Reader) -> Span2 | None:
    if not 1 <= month <= 12:
        return None
    year = _year(match)
    return _one(almanac.day(year, month, number) if year else almanac.coming(reader.sent, month, number))


def _other_reading(match: re.Match[str], reader: Reader) -> tuple[dt.date, ...]:
    one, other = int(match["one"]), int(match["other"])
    if reader.certain or one == other or one > 12 or other > 12 or match["mark"] == ".":
        return ()
    month, number = (one, other) if reader.day_first else (other, one)
    span = _dated(month, number, match, reader)
    return () if span is None else (span[0],)


def _iso(match: re.Match[str], reader: Reader) -> Span2 | None:
    return _one(almanac.day(int(match["year"]), int(match["month"]), int(match["day"])))


def _figure_span(match: re.Match[str], reader: Reader) -> Span2 | None:
    """6/12-14, month first; 12-14/6 is not written."""
    month, number, until = int(match["month"]), int(match["day"]), int(match["day2"])
    if not 1 <= month <= 12 or until <= number or (reader.day_first and number <= 12):
        return None
    year = _year(match)
    last = almanac.day(year, month, until) if year else almanac.coming(reader.sent, month, until)
    first = last and almanac.day(last.year, month, number)
    return (first, last) if first and last else None


def _nth_weekday(match: re.Match[str], reader: Reader) -> Span2 | None:
    nth = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}.get(
        match["nth"].lower(), -1
    )
    weekday = almanac.WEEKDAYS[match["weekday"].lower()]
    if match["within"]:
        first = almanac.add_months(reader.sent.replace(day=1), 1 if "next" in match["within"].lower() else 0)
        return _one(almanac.nth_weekday(first.year, first.month, weekday, nth))
    month, year = almanac.MONTHS[match["month"].lower()], _year(match)
    found = almanac.nth_weekday(year or reader.sent.year, month, weekday, nth)
    if not year and found < reader.sent:
        found = almanac.nth_weekday(reader.sent.year + 1, month, weekday, nth)
    return _one(found)


def _iso_week(match: re.Match[str], reader: Reader) -> Span2 | None:
    number = int(match["number"])
    if not 1 <= number <= 52:
        return None
    monday = dt.date.fromisocalendar(reader.sent.year, number, 1)
    if monday + dt.timedelta(days=almanac.FRIDAY) < reader.sent:
        monday = dt.date.fromisocalendar(reader.sent.year + 1, number, 1)
    return monday, monday + dt.timedelta(days=almanac.FRIDAY)


def _number(match: re.Match[str], reader: Reader) -> Span2 | None:
    groups = match.groupdict()
    number = _ORDINALS[groups["ordinal"].lower()] if groups.get("ordinal") else int(match["day"])
    until = int(groups["day2"]) if groups.get("day2") else number
    within = (groups.get("within") or "").lower()
    if "month" in within:
        month = almanac.add_months(reader.sent.replace(day=1), 1 if "next" in within else 0)
        first, last = almanac.day(month.year, month.month, number), almanac.day(month.year, month.month, until)
    else:
        first = almanac.coming_number(reader.sent, number)
        last = first and almanac.day(first.year, first.month, until)
    return (first, last) if first and last and first <= last else None


_ON = re.compile(r"\b(?:on|by|until|till|for|before|due)\s$", re.IGNORECASE)


def _weekday(match: re.Match[str], reader: Reader) -> Span2 | None:
    written = match["weekday"].rstrip(".")
    if (
        len(written) < 6
        and written[0].islower()
        and written.lower() in ("sun", "sat", "wed", "mon")
        and not _ON.search(match.string, max(0, match.start() - 8), match.start())
    ):
        return None
    weekday = almanac.WEEKDAYS[written.lower()]
    which = " ".join(((match["which"] or "") + " " + (match["week"] or "")).lower().split())
    monday = almanac.monday(reader.sent)
    if "last" in which or "past" in which:
        return None
    if "after next" in which:
        return _one(monday + dt.timedelta(days=14 + weekday))
    if "next" in which or "following week" in which:
        return _one(monday + dt.timedelta(days=7 + weekday))
    if which.endswith(" week") and "this" not in which or which == "week":
        return _one(almanac.next_weekday(reader.sent, weekday) + dt.timedelta(days=7))
    if "this" in which and "coming" not in which:
        return _one(monday + dt.timedelta(days=weekday))
    return _one(almanac.next_weekday(reader.sent, weekday))


def _near(match: re.Match[str], reader: Reader) -> Span2 | None:
    said = match[0].lower()
    ahead = 2 if "after" in said else 1 if said.startswith(("tom", "tmr", "tmw", "2mo")) else 0
    return _one(reader.sent + dt.timedelta(days=ahead))


def _week(match: re.Match[str], reader: Reader) -> Span2 | None:
    said = " ".join(match[0].lower().split())
    monday = almanac.monday(reader.sent)
    if "after next" in said:
        monday += dt.timedelta(days=14)
    elif "next" in said or "following" in said:
        monday += dt.timedelta(days=7)
    if "end" in said and "weekend" not in said or "eow" in said or "close of" in said:
        return _one(monday + dt.timedelta(days=almanac.FRIDAY))
    if "weekend" in said:
        saturday = monday + dt.timedelta(days=almanac.SATURDAY)
        return saturday, saturday + almanac.ONE_DAY
    if re.search(r"\b(?:early|start|beginning)\b", said):
        return monday, monday + dt.timedelta(days=1)
    if re.search(r"\b(?:mid|middle)\b", said):
        return _one(monday + dt.timedelta(days=2))
    if re.search(r"\blate\b", said):
        return monday + dt.timedelta(days=3), monday + dt.timedelta(days=4)
    if "this" in said or "later" in said:
        return _one(monday + dt.timedelta(days=almanac.FRIDAY))
    return monday, monday + dt.timedelta(days=almanac.FRIDAY)


def _midweek(match: re.Match[str], reader: Reader) -> Span2 | None:
    """Wednesday, or, within the week, its Friday."""
    monday = almanac.monday(reader.sent)
    if "within" in match[0].lower() or "inside" in match[0].lower():
        return _one(monday + dt.timedelta(days=almanac.FRIDAY))
    return _one(almanac.next_weekday(reader.sent, 2))


def _month(match: re.Match[str], reader: Reader) -> Span2 | None:
    """A month or a part of one, the year the first in which it does not lie behind."""
    groups = match.groupdict()
    if groups.get("month"):
        if groups["month"] in ("may", "march", "mar", "mars") or not _is_named_month(match):
            return None
        month, year = almanac.MONTHS[groups["month"].lower()], _year(match)
        first = dt.date(year or reader.sent.year, month, 1)
        if not year and almanac.month_end(first.year, month) < reader.sent:
            first = dt.date(reader.sent.year + 1, month, 1)
        if not year and (groups.get("which") or "").lower() == "next" and first <= reader.sent:
            first = dt.date(first.year + 1, month, 1)
    else:
        ahead = 1 if "next" in match[0].lower() or "following" in match[0].lower() else 0
        first = almanac.add_months(reader.sent.replace(day=1), ahead)
    return _part_of_month(groups.get("part") or "", first)


_INTO = re.compile(
    r"\b(?:in|by|until|till|from|since|through|thru|before|for|during|of|mid|early|late|to|and)[\s-]$", re.IGNORECASE
)


def _is_named_month(match: re.Match[str]) -> bool:
    """ "APR" alone is a rate, "Sun" a newspaper: a short name needs a word before it that wants a month."""
    if len(match["month"]) > 3 or match["month"].lower() == "may" or match["part"] or match["which"] or _year(match):
        return True
    return (
        match["month"][1:].islower()
        and _INTO.search(match.string, max(0, match.start() - 10), match.start()) is not None
    )


def _part_of_month(part: str, first: dt.date) -> Span2 | None:
    part, last = " ".join(part.lower().replace("-", " ").split()), almanac.month_end(first.year, first.month)
    if not part:
        return first, last
    if re.search(r"\b(?:early|beginning|start)\b", part):
        return first, first.replace(day=10)
    if re.search(r"\b(?:mid|middle)\b", part):
        return _one(first.replace(day=15))
    if "late" in part or "second half" in part or "latter" in part:
        return first.replace(day=21 if "late " in part + " " else 16), last
    if "first half" in part:
        return first, first.replace(day=15)
    if "week" in part:
        return _week_of_month(part, first)
    return _one(last)


def _week_of_month(part: str, first: dt.date) -> Span2 | None:
    if "last" in part:
        monday = almanac.monday(almanac.month_end(first.year, first.month))
        return monday, monday + dt.timedelta(days=almanac.FRIDAY)
    nth = next(
        (
            number
            for word, number in (("first", 0), ("1st", 0), ("second", 1), ("2nd", 1), ("third", 2), ("3rd", 2))
            if word in part
        ),
        3,
    )
    # The first week of a month is the one in which its first working day lies.
    monday = almanac.monday(first if first.weekday() <= almanac.FRIDAY else first + dt.timedelta(days=2))
    monday += dt.timedelta(days=7 * nth)
    return max(monday, first), monday + dt.timedelta(days=almanac.FRIDAY)


def _quarter(match: re.Match[str], reader: Reader) -> Span2 | None:
    groups = match.groupdict()
    year = _year(match) or reader.sent.year
    if groups.get("number"):
        quarter = int(groups["number"])
    elif groups.get("ordinal"):
        quarter = {
            "first": 1,
            "1st": 1,
            "second": 2,
            "2nd": 2,
            "third": 3,
            "3rd": 3,
            "fourth": 4,
            "4th": 4,
            "last": 4,
            "final": 4,
        }[groups["ordinal"].lower()]
    else:
        index = reader.sent.year * 4 + (reader.sent.month - 1) // 3 + ("next" in match[0].lower())
        year, quarter = divmod(index, 4)
        quarter += 1
    first = dt.date(year, 3 * quarter - 2, 1)
    if not _year(match) and almanac.month_end(year, 3 * quarter) < reader.sent:
        first = first.replace(year=year + 1)
    if groups.get("next_year"):
        first = first.replace(year=reader.sent.year + 1)
    return _part_of_span(groups.get("part") or "", first, almanac.month_end(first.year, first.month + 2))


def _part_of_span(part: str, first: dt.date, last: dt.date) -> Span2 | None:
    """Of a quarter or a year, in months: the first, the middle, the last."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    third = max(1, months // 3)
    if re.search(r"\b(?:early|beginning|start)\b", part, re.IGNORECASE):
        return first, almanac.add_months(first, third) - almanac.ONE_DAY
    if re.search(r"\bmid(?:dle)?\b", part, re.IGNORECASE):
        return _one(
            almanac.add_months(first, months // 2).replace(day=15 if months == 3 else 1)
            if months != 12
            else first.replace(month=7, day=1)
        )
    if re.search(r"\blate\b", part, re.IGNORECASE):
        return almanac.add_months(first, months - third), last
    return _one(last) if part else (first, last)


def _year_span(match: re.Match[str], reader: Reader) -> Span2 | None:
    year = _year(match) or reader.sent.year + ("next" in match[0].lower())
    return _part_of_span(match.groupdict().get("part") or "end", dt.date(year, 1, 1), dt.date(year, 12, 31))


def _ahead(match: re.Match[str], reader: Reader) -> Span2 | None:
    return _one(counted(match, reader.sent, 1))


def counted(match: re.Match[str], base: dt.date, step: int) -> dt.date | None:
    """`base` and the count of a match of COUNT and UNIT, on (step 1) or back (-1); None where that leaves all bounds."""
    groups = match.groupdict()
    if groups.get("fortnight"):
        return base + step * dt.timedelta(days=14)
    written = (groups["count"] or "").lower().removesuffix(" of").split()
    count = (
        int(written[0])
        if written and written[0].isdigit()
        else _NUMBERS["couple" if "couple" in written else (written or ["a"])[-1]]
    )
    unit = match["unit"].lower()
    if match["business"] and unit.startswith("day"):
        return almanac.add_business_days(base, step * count)
    if unit.startswith("h"):
        return base + step * dt.timedelta(days=-(-count // 24)) if count in (24, 48, 72, 96) else None
    if unit.startswith("month"):
        return almanac.add_months(base, step * count) if count <= 36 else None
    size = 1 if unit.startswith("day") else 14 if unit.startswith("fortnight") else 7
    return base + step * dt.timedelta(days=count * size)


_ATTRIBUTIVE = re.compile(
    r"\s(?!(?:and|or|but|if|so|at|by|is|are|was|to|on|in|for|the|we|I|you|they|it|he|she|because|then|when|with|through|thru|until|till|"
    r"this|that|as|please|latest|would|will|should|could|can|morning|afternoon|evening|night|week|weekend|eve|day|day|before|after|"
    r"since|where|which|not|off|now|instead|rather|onwards?|again)\b)[a-z]{3,}"
)


def _holiday(match: re.Match[str], reader: Reader) -> Span2 | None:
    year = _year(match)
    name = match["name"]
    if match["weekend"]:
        found = holiday.coming(name, reader.sent, reader.country)
        if found is None:
            return None
        saturday = almanac.monday(found - dt.timedelta(days=2)) + dt.timedelta(days=almanac.SATURDAY)
        return min(saturday, found), max(saturday + almanac.ONE_DAY, found)
    if _ATTRIBUTIVE.match(match.string, match.end()) and match.string[match.end() - 1].islower():
        return None  # "the Christmas range"
    return _one(
        holiday.in_year(" ".join(name.lower().split()), year, reader.country)
        if year
        else holiday.coming(name, reader.sent, reader.country)
    )


# --- the forms

NO_DAY = "no day"
_PART = (
    r"(?P<part>early|mid(?:dle)?|late|(?:the\s)?(?:very\s)?(?:beginning|start|middle|end|close|back\send|tail\send|first\shalf|second\shalf|latter\shalf|"
    r"first\sweek|second\sweek|third\sweek|fourth\sweek|last\sweek|1st\sweek|2nd\sweek|3rd\sweek)(?:\s(?:of|in))?)[\s-](?:in\s)?(?:the\smonth\sof\s)?"
)
# What may stand after a day's bare number without its month: no noun that it would count ("the 3rd flavor").
_NO_NOUN = (
    r"(?!\s(?!(?:at|by|and|or|for|if|to|so|when|we|i|is|would|will|please|pls|plz|latest|noon|midday|midnight|in|not|but|works|instead|then|now|"
    r"because|since|as|thanks|thank|though|with|from|through|thru|until|till|it|they|you|he|she|of|on|that|which|before|after|eod|cob|end|close|"
    r"first|rather|again|are|was|has|can|could|should|must|may|might|morning|afternoon|evening|night|lunchtime|the|my|our|your|this|next|"
    r"he's|she's|it's|we're|i'm|i'll|we'll|you'll|they'll|only|already|also|where|while|onwards?|otherwise|no|via|itself|too|either|unless|not)\b)[a-z])"
)
_NO_PAGE = r"(?!\s?(?:page|pg|inch|in\.|cup|oz|\"|'|size|of\s(?:a|the|an)\b|full|length|time|mile|hour|scale|turn|split|way|x|cents?|price|off|stars?))"
_DATE_BEFORE = r"(?<![\w/.])(?<![^/]\d\d-)(?<![A-Za-z]-)(?<![$€£#])(?!24/7\b)"


@cache
def forms() -> tuple[Form, ...]:
    def form(name: str, pattern: str, build: Build, grain: Grain = Grain.DAY) -> Form:
        return Form(name, re.compile(pattern, re.IGNORECASE), build, grain)

    return (
        form("month day", rf"(?<![\w/]){_NAMED_DAY}{_MONTH}\s?(?:the\s)?{_DAY}(?:{_TO}{_DAY2}(?!\s(?:{_A_MONTH})))?{_YEAR}\)?", _month_day),
        form("day month", rf"(?<![\w/.€$£]){_NAMED_DAY}(?:the\s)?{_DAY}(?:(?:{_TO}|/){_DAY2})?(?:\s?-?|\.\s?)(?:of\s)?{_MONTH}{_YEAR}", _month_day),
        form("ordinal month", rf"(?<![\w/]){_NAMED_DAY}(?:the\s)?{_ORDINAL}\s(?:day\s)?of\s{_MONTH}{_YEAR}", _month_day),
        form("month ordinal", rf"(?<![\w/]){_NAMED_DAY}{_MONTH}\s(?:the\s)?{_ORDINAL}\b(?!\s(?:week|half|draft|round)){_YEAR}", _month_day),
        form("figures", rf"{_DATE_BEFORE}{_NAMED_DAY}(?P<one>\d{{1,2}})(?P<mark>/|-|\.)(?P<other>\d{{1,2}})(?P=mark)(?P<year>20\d\d|\d\d)(?![\w/]|[.-]\d)", _figures),
        form("figures", rf"{_DATE_BEFORE}{_NAMED_DAY}(?P<one>\d{{1,2}})(?P<mark>/)(?P<other>\d{{1,2}})(?![\w/%]|[.,]\d){_NO_PAGE}", _figures),
        form("figures", rf"{_DATE_BEFORE}{_NAMED_DAY}(?P<one>\d{{1,2}})(?P<mark>\.)(?P<other>\d{{1,2}})\.(?![\w.])(?=\s|$|\))", _figures),
        form("figures span", rf"{_DATE_BEFORE}(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})\s?[-–]\s?(?P<day2>\d{{1,2}})(?:/(?P<year>20\d\d|\d\d))?(?![\w/%]|[.,]\d|\s?[ap]\.?m)", _figure_span),
        form("nth weekday", rf"(?<!\w)(?:the\s)?(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th|final)\s{_WEEKDAY}\s(?:of|in)\s(?:{_MONTH}{_YEAR}|(?P<within>the\smonth|this\smonth|next\smonth))", _nth_weekday),
        form("figures", rf"(?<!\w)(?:by|on|am|bis|due|until|from)\s{_NAMED_DAY}(?P<one>[0-3]\d)(?P<mark>\.)(?P<other>[01]\d)(?![\w%]|\.\d)", _figures),
        form("iso week", r"(?<!\w)(?:KW|CW|calendar\sweek|week\sno\.?|week(?=\s(?:[1-4]?[5-9]|[1-5]0|[1-5][1-4])\b))\s?(?P<number>\d{1,2})(?![\w:/%-]|\.\d)(?!\sof)", _iso_week, Grain.WEEK),
        form("iso", r"(?<![\w/.-])(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\w/-])", _iso),
        form("number", rf"(?<!\w)(?:{_WEEKDAY},?\s)?the\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)(?:{_TO}(?P<day2>\d{{1,2}})(?:st|nd|rd|th))?(?P<within>\s(?:of\s)?(?:the|this|next)\smonth)?\b{_NO_NOUN}", _number),
        form("number", rf"(?<!\w){_WEEKDAY},?\s(?:the\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b{_NO_NOUN}", _number),
        form("number", rf"(?<!\w)(?:by|before|on|until|till|for|from)\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b{_NO_NOUN}", _number),
        form("number", rf"(?<!\w)(?:by|before|until|till)\sthe\s{_ORDINAL}\b{_NO_NOUN}", _number),
        form("number", rf"(?<!\w)the\s{_ORDINAL}(?P<within>\s(?:of\s)?(?:the|this|next)\smonth)\b", _number),
        form("weekday", rf"(?<![\w-])(?P<which>(?:this\scoming|this\spast|this|next|coming|the\scoming|the\sfollowing|following|last|past)\s(?:week\s?(?:on\s)?)?)?"
             rf"{_WEEKDAY}(?![\w'-]*\w)(?P<week>(?:,?\s(?:of\s)?(?:this|next|the\sfollowing)\sweek|\sweek(?!\w)|\safter\snext))?", _weekday),
        form("near", r"(?<![\w-])(?:(?:the\s)?day\safter\stomorrow|today|tonight|tomorrow|tomorow|tommorow|tommorrow|tmrw|tmrow|tmw|2morrow)(?![\w']\w)", _near),
        form("this", r"(?<![\w-])this\s(?:morning|afternoon|evening|lunchtime)(?!\w)", _near),
        form("week", r"(?<![\w-])(?:by\s)?(?:(?:the\s)?(?:(?:very\s)?(?:end|close|beginning|start|middle)\sof|early|late|later|mid)[\s-])?(?:(?:the|this)\sweek\safter\snext|week\safter\snext|(?:this|next|the\sfollowing|the\scoming|following)\sweek(?:end)?|(?:this\s|next\s)?(?<=end\sof\sthe\s)week|(?:this\s)?coming\sweek(?:end)?)(?![\w-])", _week, Grain.WEEK),
        form("week", r"(?<![\w-])(?:EOW|(?:(?:the\s)?(?:very\s)?(?:end|close)\sof|later)\s(?:the\s|this\s|next\s)?(?:working\s|business\s)?week|week's\send|(?:the|this|next|over\sthe)\sweekend)(?![\w-])", _week, Grain.WEEK),
        form("month", rf"(?<![\w-])(?:{_PART})?(?P<which>this\s|next\s|the\smonth\sof\s)?{_MONTH}(?!\s?\d{{1,2}}\b(?!:))(?:\s(?P<next_year>next\syear))?{_YEAR}(?![\w-])", _month, Grain.MONTH),
        form("month", rf"(?<![\w-])(?:{_PART})?(?:this|next|the\sfollowing|the|the\scoming)\smonth(?![\w'-])", _month_named, Grain.MONTH),
        form("month end", r"(?<![\w-])(?P<part>EOM|(?:the\s)?month[\s-]end|month's\send)(?![\w-])", _month, Grain.PART),
        form("quarter", rf"(?<![\w-])(?:{_PART})?(?:the\s)?(?:Q(?P<number>[1-4])|(?P<ordinal>first|second|third|fourth|last|final|1st|2nd|3rd|4th)\squarter)(?![\w-])(?:\s(?:of\s)?(?P<next_year>next\syear)|\s(?:of\s)?this\syear)?{_YEAR}", _quarter, Grain.QUARTER),
        form("quarter", rf"(?<![\w-])(?:{_PART})?(?:this|next|the)\squarter(?![\w-])", _quarter_named, Grain.QUARTER),
        form("quarter", r"(?<![\w-])(?P<part>EOQ|(?:the\s)?quarter[\s-]end)(?![\w-])", _quarter, Grain.PART),
        form("year", rf"(?<![\w-])(?:by\s)?(?:{_PART})(?:the|this|next)\s(?:calendar\s)?year(?![\w-])", _year_span, Grain.PART),
        form("year", rf"(?<![\w-])(?:{_PART})(?P<year>20\d\d)(?!\d)", _year_span, Grain.PART),
        form("year", r"(?<![\w-])(?P<part>EOY|(?:the\s)?year[\s-]end|year's\send)(?![\w-])", _year_span, Grain.PART),
        form("ahead", rf"(?<![\w-])(?:in|within|inside)\s(?:the\snext\s|about\s|around\s|roughly\s|approximately\s|maybe\s|exactly\s|a\smaximum\sof\s)?(?:{COUNT}[\s-]{UNIT}|a\s(?P<fortnight>fortnight))(?:'s?)?(?:\stime|\s(?:from|of)\s(?:now|today|this\semail))?(?!\w)(?!\s(?:of|after|from|before|per|a|prior|following|ago|window|turnaround)\b)", _ahead),
        form("ahead", rf"(?<![\w-])(?:{COUNT}[\s-]{UNIT}|a\s(?P<fortnight>fortnight))\s(?:from\s(?:now|today)|out|hence|today|from\s(?:the\sdate\sof\s)?this\s(?:e-?mail|mail|message))(?!\w)", _ahead),
        form("ahead", rf"(?<![\w-]){COUNT}\s{UNIT}'?s?\stime(?!\w)", _ahead),
        form("ahead", rf"(?<![\w-])(?:you\shave|you've\sgot|you'll\shave|give\s(?:me|us|you|it)|we\shave|we've\sgot|we've\sonly\sgot)\s(?:about\s|only\s|exactly\s|until\s)?{COUNT}\s{UNIT}(?!\w)(?!\s(?:of|from|before|after|per|a|prior|ago|left\sover)\b)", _ahead),
        form("ahead", rf"(?<![\w-])(?:in|within)\s(?P<count>\d{{1,2}}){UNIT}(?!\w)", _ahead),
        form("weekday", rf"(?<![\w-])(?P<which>x{{9}})?{_WEEKDAY}\s(?P<week>next|coming)(?!\w|\s(?:week|month|to|door|year|in|up))", _weekday),
        form("month", r"(?<![\w-])(?P<part>mid)[\s-]month(?!\w)", _month),
        form("week", r"(?<![\w-])(?:mid[\s-]?week|within\sthe\sweek|inside\sthe\sweek)(?!\w)", _midweek, Grain.WEEK),
        form("holiday", rf"(?<![\w-])(?:the\s)?(?P<name>{holiday.pattern()})(?!\w)(?P<weekend>\sweekend(?!\w))?{_YEAR}", _holiday),
    )  # fmt: skip


def _month_named(match: re.Match[str], reader: Reader) -> Span2 | None:
    """ "the month" means this one only with a part of it: the end of the month."""
    if not match["part"] and re.search(r"\bthe\smonth", match[0], re.IGNORECASE):
        return None
    return _month(match, reader)


def _quarter_named(match: re.Match[str], reader: Reader) -> Span2 | None:
    if not match["part"] and re.search(r"\bthe\squarter", match[0], re.IGNORECASE):
        return None
    return _quarter(match, reader)
