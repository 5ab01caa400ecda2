"""Months, quarters, years and their parts: in June, mid-June, end of Q3, EOY."""

import datetime as dt
import re
from functools import cache

from extract.anycase import AnyCase
from extract.values import almanac
from extract.values.forms import A_MONTH, FIGURES, MONTH, YEAR, FirstLast, Form, Grain, Reader, form, one, year_of

_PART = (
    r"(?P<part>early|mid(?:dle)?|late|anfang|mitte|ende|début|mi|fin|(?:the\s)?(?:very\s)?(?:beginning|start|middle|end|close|back\send|tail\send|"
    r"first\shalf|second\shalf|latter\shalf|1st\shalf|2nd\shalf|(?:first|last)\s(?:working\s|business\s)?day|(?:first|second|third|fourth|last|1st|2nd|3rd)\sweek(?:end)?)(?:\s(?:of|in))?)"
    r"[\s-](?:in\s)?(?:the\smonth\sof\s)?"
)
_ENDS = r"(?:(?:'s|\s|-)(?P<ends>\s?end)(?!\w|\s(?:up|with|of)\b))"  # June's end, Q3 2026 end
_OUT = r"(?<=before\s)(?:the|this)\s{}\s(?:is|gets)\s(?:out|over|up|done|through)"  # by its end
_INTO = AnyCase(r"\b(?:in|by|until|till|from|since|through|thru|before|for|during|of|mid|early|late|to|and)[\s-]$")
_MAY_I = re.compile(r"\s(?:I|we|you|they|he|she|the|this|it)\b")
_YEARS = ("ende", "fin", "year", "eoy", "early", "mid", "middle", "late", "beginning", "start", "end", "close", "half")
_QUARTERS = {
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
}


@cache
def forms() -> tuple[Form, ...]:
    begin, end = r"(?<![\w-])", r"(?![\w-])"
    next_year = r"(?P<next_year>next\syear)"
    return (
        form(
            "month",
            rf"{begin}(?:{_PART})?(?P<which>this\s|next\s|the\smonth\sof\s)?{MONTH}(?![^\S\n]?\d{{1,2}}\b(?!:))(?:\s{next_year})?{YEAR}{_ENDS}?{end}",
            _month,
            Grain.MONTH,
            needs=(*almanac.MONTHS, "month", "eom"),
        ),
        form(
            "month",
            rf"{begin}(?:{_PART})?(?:this|next|the\sfollowing|the|the\scoming|the\scurrent)\smonth(?![\w'-])",
            _month_named,
            Grain.MONTH,
            needs=("month",),
        ),
        form(
            "months",
            rf"{begin}(?P<month>{A_MONTH})\.?\s?[-–/]\s?(?P<month2>{A_MONTH})\b\.?(?![\s-]\d{{1,2}}(?!\d)){YEAR}{end}",
            _months,
            Grain.MONTH,
            needs=almanac.MONTHS,
            least=2,
        ),
        form(
            "month",
            rf"{begin}(?P<part>mid)[\s-]month(?!\w)",
            _month,
            Grain.PART,
            needs=("month", "eom"),
        ),
        form(
            "month end",
            rf"{begin}(?P<part>{_OUT.format('month')}|EOM|(?:the\s)?month[\s-]end|month's\send|(?:end|last\sday)\sof\smonth){end}",
            _month,
            Grain.PART,
            needs=("month", "eom"),
        ),
        form(
            "quarter",
            rf"{begin}(?:{_PART})?(?:the\s)?(?:Q(?P<number>[1-4])|(?P<ordinal>{'|'.join(_QUARTERS)})\s(?:quarter|qtr\b\.?)){end}"
            rf"(?:\s(?:of\s)?{next_year}|\s(?:of\s)?this\syear)?{YEAR}{_ENDS}?",
            _quarter,
            Grain.QUARTER,
            needs=("quarter", "eoq", "q", "qtr"),
        ),
        form(
            "quarter",
            rf"{begin}(?:{_PART})?(?:this|next|the|the\scurrent)\s(?:quarter|qtr){end}",
            _quarter_named,
            Grain.QUARTER,
            needs=("quarter", "qtr"),
        ),
        form(
            "quarter",
            rf"{begin}(?P<part>EOQ|(?:the\s)?quarter[\s-]end|quarter's\send|end\sof\s(?:quarter|qtr\b\.?)){end}",
            _quarter,
            Grain.PART,
            needs=("quarter", "eoq", "q", "qtr"),
        ),
        form(
            "year",
            rf"{begin}(?:{_PART})(?:the|this|next)\s(?:calendar\s)?year{end}",
            _year_span,
            Grain.PART,
            needs=("year",),
        ),
        form(
            "year", rf"{begin}(?:{_PART})(?P<year>20\d\d)(?!\d)", _year_span, Grain.PART, needs=_YEARS, others=FIGURES
        ),
        form(
            "year",
            rf"{begin}(?P<part>{_OUT.format('year')}|EOY|(?:the\s)?year[\s-]end|year's\send|end\sof\syear){end}",
            _year_span,
            Grain.PART,
            needs=("eoy", "year"),
        ),
    )


def _month(match: re.Match[str], reader: Reader) -> FirstLast | None:
    """A month or a part of one, the year the first in which it does not lie behind."""
    groups = match.groupdict()
    if groups.get("month"):
        if groups["month"] in ("may", "march", "mar", "mars") or not _is_named_month(match):
            return None
        if groups["month"] == "May" and _asks(match):
            return None
        month, year = almanac.MONTHS[groups["month"].lower()], year_of(match)
        first = dt.date(year or reader.sent.year, month, 1)
        if not year and almanac.month_end(first.year, month) < reader.sent:
            first = dt.date(reader.sent.year + 1, month, 1)
        if not year and (groups.get("which") or "").lower() == "next" and first <= reader.sent:
            first = dt.date(first.year + 1, month, 1)
    else:
        ahead = 1 if "next" in match[0].lower() or "following" in match[0].lower() else 0
        first = almanac.add_months(reader.sent.replace(day=1), ahead)
    return _part_of_month(groups.get("part") or groups.get("ends") or "", first)


def _asks(match: re.Match[str]) -> bool:
    """ "May we have a flyer?" opens a sentence; "In May we move" names the month."""
    before = match.string[max(0, match.start() - 3) : match.start()].rstrip()
    return (not before or before[-1] in ".!?,:") and _MAY_I.match(match.string, match.end("month")) is not None


def _months(match: re.Match[str], reader: Reader) -> FirstLast | None:
    """Nov-Dec, Jan-Mar 2027: from the first day of one month to the last of the other."""
    first, last, year = almanac.MONTHS[match["month"].lower()], almanac.MONTHS[match["month2"].lower()], year_of(match)
    if first == last or match[0].islower():
        return None
    ends = year or reader.sent.year
    if not year and almanac.month_end(ends, last) < reader.sent:
        ends += 1
    return dt.date(ends - (last < first), first, 1), almanac.month_end(ends, last)


def _is_named_month(match: re.Match[str]) -> bool:
    """ "APR" alone is a rate, "Sun" a newspaper: a short name needs a word before it that wants a month."""
    if len(match["month"]) > 3 or match["month"].lower() == "may" or match["part"] or match["which"] or year_of(match):
        return True
    return (
        match["month"][1:].islower()
        and _INTO.search(match.string, max(0, match.start() - 10), match.start()) is not None
    )


def _month_named(match: re.Match[str], reader: Reader) -> FirstLast | None:
    """ "the month" means this one only with a part of it: the end of the month."""
    if not match["part"] and re.search(r"\bthe\smonth", match[0], re.IGNORECASE):
        return None
    return _month(match, reader)


def _part_of_month(part: str, first: dt.date) -> FirstLast | None:
    part, last = " ".join(part.lower().replace("-", " ").split()), almanac.month_end(first.year, first.month)
    if not part:
        return first, last
    if re.search(r"\b(?:early|beginning|start|anfang|début)\b", part):
        return first, first.replace(day=10)
    if re.search(r"\b(?:mid|middle|mitte|mi)\b", part):
        return one(first.replace(day=15))
    if "late" in part or "second half" in part or "latter" in part:
        return first.replace(day=21 if "late " in part + " " else 16), last
    if "first day" in part:
        return one(first)
    if "working day" in part or "business day" in part:
        return one(_working_day(first, last, ends="last" in part))
    if "weekend" in part:
        saturday = almanac.nth_weekday(first.year, first.month, almanac.SATURDAY, _nth(part))
        return saturday, saturday + almanac.ONE_DAY
    if "first half" in part:
        return first, first.replace(day=15)
    if "week" in part:
        return _week_of_month(part, first)
    return one(last)


def _week_of_month(part: str, first: dt.date) -> FirstLast | None:
    if "last" in part:
        monday = almanac.monday(almanac.month_end(first.year, first.month))
        return monday, monday + dt.timedelta(days=almanac.FRIDAY)
    nth = _nth(part) - 1
    # The first week of a month is the one in which its first working day lies.
    monday = almanac.monday(first if first.weekday() <= almanac.FRIDAY else first + dt.timedelta(days=2))
    monday += dt.timedelta(days=7 * nth)
    return max(monday, first), monday + dt.timedelta(days=almanac.FRIDAY)


def _working_day(first: dt.date, last: dt.date, *, ends: bool) -> dt.date:
    if ends:
        return last - dt.timedelta(days=max(0, last.weekday() - almanac.FRIDAY))
    return first + dt.timedelta(days=(7 - first.weekday()) % 7 if first.weekday() > almanac.FRIDAY else 0)


def _nth(part: str) -> int:
    """-1 for the last."""
    if "last" in part:
        return -1
    names = (("first", 1), ("1st", 1), ("second", 2), ("2nd", 2), ("third", 3), ("3rd", 3))
    return next((number for word, number in names if word in part), 4)


def _quarter(match: re.Match[str], reader: Reader) -> FirstLast | None:
    groups = match.groupdict()
    year = year_of(match) or reader.sent.year
    if groups.get("number"):
        quarter = int(groups["number"])
    elif groups.get("ordinal"):
        quarter = _QUARTERS[groups["ordinal"].lower()]
    else:
        index = reader.sent.year * 4 + (reader.sent.month - 1) // 3 + ("next" in match[0].lower())
        year, quarter = divmod(index, 4)
        quarter += 1
    first = dt.date(year, 3 * quarter - 2, 1)
    if not year_of(match) and almanac.month_end(year, 3 * quarter) < reader.sent:
        first = first.replace(year=year + 1)
    if groups.get("next_year"):
        first = first.replace(year=reader.sent.year + 1)
    return _part_of_span(
        groups.get("part") or groups.get("ends") or "", first, almanac.month_end(first.year, first.month + 2)
    )


def _quarter_named(match: re.Match[str], reader: Reader) -> FirstLast | None:
    if not match["part"] and re.search(r"\bthe\squarter", match[0], re.IGNORECASE):
        return None
    return _quarter(match, reader)


def _part_of_span(part: str, first: dt.date, last: dt.date) -> FirstLast | None:
    """Of a quarter or a year, in months: the first, the middle, the last."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    third = max(1, months // 3)
    if re.search(r"\b(?:early|beginning|start)\b", part, re.IGNORECASE):
        return first, almanac.add_months(first, third) - almanac.ONE_DAY
    if re.search(r"\bmid(?:dle)?\b", part, re.IGNORECASE):
        return one(
            almanac.add_months(first, months // 2).replace(day=15 if months == 3 else 1)
            if months != 12
            else first.replace(month=7, day=1)
        )
    if re.search(r"\blate\b", part, re.IGNORECASE):
        return almanac.add_months(first, months - third), last
    return one(last) if part else (first, last)


def _year_span(match: re.Match[str], reader: Reader) -> FirstLast | None:
    year = year_of(match) or reader.sent.year + ("next" in match[0].lower())
    return _part_of_span(match.groupdict().get("part") or "end", dt.date(year, 1, 1), dt.date(year, 12, 31))
