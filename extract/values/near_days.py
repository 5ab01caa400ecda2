"""Days counted from when the mail was sent: Friday, tomorrow, next week, in two weeks."""

import datetime as dt
import re
from functools import cache

from extract.anycase import AnyCase
from extract.values import almanac
from extract.values.forms import (
    A_WEEKDAY,
    COUNT,
    EVENT,
    FIGURES,
    MONTH,
    NUMBERS,
    UNIT,
    WEEKDAY,
    YEAR,
    FirstLast,
    Form,
    Grain,
    Reader,
    counted,
    form,
    one,
    year_of,
)

_ON = AnyCase(r"\b(?:on|by|until|till|for|before|due|than)\s$")
_WHICH = (
    r"(?P<which>(?:this\scoming|this\spast|this|next|coming|the\scoming|the\sfollowing|following|last|past)\s"
    r"(?:week\s?(?:on\s)?)?)?"
)
# "The Friday before the show" is no Friday from today.
_NOT_COUNTED_FROM = (
    r"(?!\s(?:before|b4|after|following|preceding|prior\sto)\s(?:(?:the|our|that)\s)?"
    rf"(?:meeting|(?:bank\s|school\s|public\s|summer\s)?(?:holidays?|hols?)|half[\s-]?term|term\s(?:starts|begins|ends)|{EVENT})\b)"
)
# "The Friday before half term" is counted from what stands behind it; "the Friday before noon" is not.
_COUNTED_FROM = re.compile(
    rf"\s(?:of\b|between\b|(?:before|after|following|preceding|prior\sto|prior|beforehand)\b"
    rf"(?!\s(?:\d|noon|midday|midnight|lunch|work|close|breakfast|dinner|school|COB|EOD|{'|'.join(NUMBERS)}|(?:the\s)?end\b)))",
    re.IGNORECASE,
)
_IS = AnyCase(r"(?:\b(?:is|are|was|were|be|only|just|still|now|about|roughly|around)|'s|'re)\s$")
_THE = AnyCase(r"\b(?:the|the\svery|the\sfirst|the\ssecond|the\sthird)\s$")
_TOMORROW = r"tomorrow|tmr|tmrrw|tomorow|tommorow|tommorrow|tmrw|tmrow|tmw|2morrow"
_NEAR = (*_TOMORROW.split("|"), "morrow", "today", "tonight")
_WEEKS = ("week", "weekend", "eow")
_UNITS = (
    *("day", "days", "week", "weeks", "wk", "wks", "fortnight", "fortnights"),
    *("year", "years", "month", "months", "hour", "hours", "hr", "hrs"),
)
_NTH = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "last": -1,
    "final": -1,
}
_NOT_OF = r"(?!\w)(?!\s(?:of|after|from|before|per|a|prior|following|ago|window|turnaround|left\sover)\b)"


@cache
def forms() -> tuple[Form, ...]:
    part = r"(?:(?:the\s)?(?:(?:very\s)?(?:end|close|beginning|start|middle)\sof|early|late|later|mid)[\s-])?"
    week = (
        r"(?:(?:the|this)\sweek\safter\snext|week\safter\snext|(?:this|next|the\sfollowing|the\scoming|following|the\scurrent)\sweek(?:-?end)?|"
        r"(?:this\s|next\s)?(?<=end\sof\sthe\s)week|(?:this\s)?coming\sweek(?:end)?)"
    )
    end_of_week = (
        r"(?:(?:the\s)?(?:very\s)?(?:end|close)\sof|later)\s(?:the\s|this\s|next\s)?(?:working\s|business\s)?week"
    )
    about = r"(?:the\snext\s|about\s|around\s|roughly\s|approximately\s|maybe\s|exactly\s|a\smaximum\sof\s)?"
    span = rf"(?:{COUNT}[\s-]{UNIT}|a\s(?P<fortnight>fortnight))"
    message = r"this\s(?:e-?mail|mail|message)"
    you_have = r"(?:you\shave|you've\sgot|you'll\shave|give\s(?:me|us|you|it)|we\shave|we've\sgot|we've\sonly\sgot)"
    return (
        form(
            "weekday",
            rf"(?<!\w)(?:(?<!-)|(?<=(?:mon|tue|wed|thu|fri|sat)-)|(?<=[a-z]day-)){_WHICH}{WEEKDAY}"
            rf"(?!(?!-(?:{A_WEEKDAY})\b)[\w'-]*\w)"
            r"(?P<week>(?:,?\s(?:of\s)?(?:this|next|the\sfollowing)\sweek|\sweek(?!\w)|\sfortnight(?!\w)|\safter\snext))?"
            rf"{_NOT_COUNTED_FROM}",
            _weekday,
            needs=almanac.WEEKDAYS,
        ),
        form(
            "weekday",
            rf"(?<![\w-])(?P<which>(?!))?{WEEKDAY}\s(?P<week>next|coming)(?!\w|\s(?:week|month|to|door|year|in|up))",
            _weekday,
            needs=almanac.WEEKDAYS,
            others=("next", "coming"),
        ),
        form(
            "near",
            rf"(?<![\w-])(?:(?:the\s)?day\safter\stomorrow|today|tonight|{_TOMORROW})(?![\w']\w)",
            _near,
            needs=_NEAR,
        ),
        form(
            "this",
            r"(?<![\w-])this\s(?:morning|afternoon|evening|lunchtime)(?!\w)",
            _near,
            needs=("morning", "afternoon", "evening", "lunchtime"),
        ),
        form("week", rf"(?<![\w-]){part}{week}(?![\w-])", _week, Grain.WEEK, needs=_WEEKS),
        form(
            "week",
            rf"(?<![\w-])(?:EOW|{end_of_week}|week's\send|(?:the|this|next|over\sthe)\sweek-?end)(?![\w-])(?!\s(?:of|before|after|prior)\b)",
            _week,
            Grain.WEEK,
            needs=_WEEKS,
        ),
        form(
            "week",
            r"(?<=before\s)(?:the|this)\sweek\s(?:is|gets)\s(?:out|over|up|done|through)(?!\w)",
            _end_of_week,
            Grain.WEEK,
            needs=("week",),
            others=("before",),
        ),
        form(
            "week",
            r"(?<![\w-])(?:mid[\s-]?week|within\sthe\sweek|inside\sthe\sweek)(?!\w)",
            _midweek,
            Grain.WEEK,
            needs=("midweek", "mid", "within", "inside"),
        ),
        form(
            "iso week",
            r"(?<!\w)(?:(?:the\s)?(?P<part>(?:very\s)?end|close|start|beginning|middle)\sof\s)?"
            r"(?:KWs?|CWs?|calendar\sweeks?|uke|uge|vecka|semaine|Kalenderwoche|week\sno\.?|"
            r"(?:weeks?|wks?\.?)(?=\s(?:[1-4]?[5-9]|[1-5]0|[1-5][1-4])\b))\s?"
            r"(?P<number>\d{1,2})(?:\s?(?:-|–|to|bis|(?<=\bweeks\s\d\d\s)(?:and|&))\s?(?P<last>\d{1,2})(?!\w))?(?:(?:,?\s|/|\sof\s)(?P<year>20\d\d))?"
            r"(?![\w:/%-]|\.\d)(?!\sof)",
            _iso_week,
            Grain.WEEK,
            needs=(
                *("kw", "kws", "cw", "cws", "week", "weeks", "wk", "wks"),
                *("uke", "uge", "vecka", "semaine", "kalenderwoche"),
            ),
            others=FIGURES,
        ),
        form(
            "nth weekday",
            rf"(?<!\w)(?:the\s)?(?P<nth>{'|'.join(_NTH)})\s{WEEKDAY}\s(?:of|in)\s"
            rf"(?:{MONTH}{YEAR}|(?P<within>(?:the|this|next)\smonth))",
            _nth_weekday,
            needs=almanac.WEEKDAYS,
            others=("of", "in"),
        ),
        form(
            "ahead",
            rf"(?<![\w-])(?:in|within|inside)\s{about}{span}(?:'s?)?(?:\stime|\s(?:from|of)\s(?:now|today|this\semail))?{_NOT_OF}",
            _ahead,
            needs=_UNITS,
            others=("in", "within", "inside"),
        ),
        form(
            "ahead",
            rf"(?<![\w-]){span}\s(?:from\s(?:now|today)|out(?!\s(?:of|from)\b)|hence|today|from\s(?:the\sdate\sof\s)?{message})(?!\w)",
            _ahead,
            needs=_UNITS,
            others=("from", "out", "hence", "today"),
        ),
        form(
            "ahead",
            r"(?<![\w-])(?P<count>\d{1,2})\s(?P<business>business|working)\s(?P<unit>days)(?=\sfor\s(?:the\s|a\s)?(?:\w+\s)?"
            r"(?:drafts?|proofs?|layouts?|concepts?|quotes?|designs?|roughs?|sketch(?:es)?|ideas|scripts?|files?|artwork)\b)",
            _ahead,
            needs=("days",),
            others=("business", "working"),
        ),
        form(
            "ahead",
            rf"(?<![\w-]){span}\s(?:from|after)\syesterday(?!\w)",
            _from_yesterday,
            needs=("yesterday",),
            others=("from", "after"),
        ),
        form("ahead", rf"(?<![\w-]){COUNT}\s{UNIT}'?s?\stime(?!\w)", _ahead, needs=_UNITS, others=("time",)),
        form(
            "ahead",
            rf"(?<![\w-]){you_have}\s(?:about\s|only\s|exactly\s|until\s)?{COUNT}\s{UNIT}{_NOT_OF}",
            _ahead,
            needs=_UNITS,
            others=("have", "got", "give"),
        ),
        form(
            "ahead",
            rf"(?<![\w-])(?:in|within)\s(?P<count>\d{{1,2}}){UNIT}(?!\w)",
            _ahead,
            needs=_UNITS,
            others=FIGURES,
        ),
    )


def _ahead(match: re.Match[str], reader: Reader) -> FirstLast | None:
    if match[0].lower().endswith("out") and not _IS.search(match.string, max(0, match.start() - 16), match.start()):
        return None  # "artwork two weeks out" is counted from the event
    return one(counted(match, reader.sent, 1))


def _from_yesterday(match: re.Match[str], reader: Reader) -> FirstLast | None:
    return one(counted(match, reader.sent - almanac.ONE_DAY, 1))


def _weekday(match: re.Match[str], reader: Reader) -> FirstLast | None:
    written = match["weekday"].rstrip(".")
    if (
        len(written) < 6
        and written[0].islower()
        and written.lower() in ("sun", "sat", "wed", "mon")
        and not _ON.search(match.string, max(0, match.start() - 8), match.start())
    ):
        return None
    if not match["which"] and not match["week"] and _is_head(match):
        return None
    weekday = almanac.WEEKDAYS[written.lower()]
    which = " ".join(((match["which"] or "") + " " + (match["week"] or "")).lower().split())
    monday = almanac.monday(reader.sent)
    if "last" in which or "past" in which:
        return None
    if "after next" in which:
        return one(monday + dt.timedelta(days=14 + weekday))
    if "next" in which or "following week" in which:
        return one(monday + dt.timedelta(days=7 + weekday))
    if which.endswith("fortnight"):
        return one(almanac.next_weekday(reader.sent, weekday) + dt.timedelta(days=14))
    if (match["week"] or "").lower() == " week":  # "Friday week", "this Friday week"
        base = monday + dt.timedelta(days=weekday) if "this" in which else almanac.next_weekday(reader.sent, weekday)
        return one(base + dt.timedelta(days=7))
    if which.endswith(" week") and "this" not in which:
        return one(almanac.next_weekday(reader.sent, weekday) + dt.timedelta(days=7))
    if "this" in which and "coming" not in which:
        return one(monday + dt.timedelta(days=weekday))
    return one(almanac.next_weekday(reader.sent, weekday))


def _is_head(match: re.Match[str]) -> bool:
    """Whether a weekday is counted from what stands behind it, which may be no day that we know."""
    behind = _COUNTED_FROM.match(match.string, match.end())
    if behind is None:
        return False
    return behind[0].strip() == "of" or _THE.search(match.string, max(0, match.start() - 12), match.start()) is not None


def _near(match: re.Match[str], reader: Reader) -> FirstLast | None:
    said = match[0].lower()
    ahead = 2 if "day after" in said else 1 if said.startswith(("tom", "tmr", "tmw", "2mo")) else 0
    return one(reader.sent + dt.timedelta(days=ahead))


def _week(match: re.Match[str], reader: Reader) -> FirstLast | None:
    said = " ".join(match[0].lower().replace("week-end", "weekend").split())
    monday = almanac.monday(reader.sent)
    if "after next" in said:
        monday += dt.timedelta(days=14)
    elif "next" in said or "following" in said:
        monday += dt.timedelta(days=7)
    if ("end" in said and "weekend" not in said) or "eow" in said or "close of" in said:
        return one(monday + dt.timedelta(days=almanac.FRIDAY))
    if "weekend" in said:
        saturday = monday + dt.timedelta(days=almanac.SATURDAY)
        return saturday, saturday + almanac.ONE_DAY
    if re.search(r"\b(?:early|start|beginning)\b", said):
        return monday, monday + dt.timedelta(days=1)
    if re.search(r"\b(?:mid|middle)\b", said):
        return one(monday + dt.timedelta(days=2))
    if re.search(r"\blate\b", said):
        return monday + dt.timedelta(days=3), monday + dt.timedelta(days=4)
    if "this" in said or "later" in said or "current" in said:
        return one(monday + dt.timedelta(days=almanac.FRIDAY))
    return monday, monday + dt.timedelta(days=almanac.FRIDAY)


def _end_of_week(match: re.Match[str], reader: Reader) -> FirstLast | None:
    return one(almanac.monday(reader.sent) + dt.timedelta(days=almanac.FRIDAY))


def _midweek(match: re.Match[str], reader: Reader) -> FirstLast | None:
    """Wednesday, or, within the week, its Friday."""
    monday = almanac.monday(reader.sent)
    if "within" in match[0].lower() or "inside" in match[0].lower():
        return one(monday + dt.timedelta(days=almanac.FRIDAY))
    return one(almanac.next_weekday(reader.sent, 2))


def _nth_weekday(match: re.Match[str], reader: Reader) -> FirstLast | None:
    nth = _NTH[match["nth"].lower()]
    weekday = almanac.WEEKDAYS[match["weekday"].lower()]
    if match["within"]:
        first = almanac.add_months(reader.sent.replace(day=1), 1 if "next" in match["within"].lower() else 0)
        return one(almanac.nth_weekday(first.year, first.month, weekday, nth))
    month, year = almanac.MONTHS[match["month"].lower()], year_of(match)
    found = almanac.nth_weekday(year or reader.sent.year, month, weekday, nth)
    if not year and found < reader.sent:
        found = almanac.nth_weekday(reader.sent.year + 1, month, weekday, nth)
    return one(found)


def _iso_week(match: re.Match[str], reader: Reader) -> FirstLast | None:
    """ "Week 48", "KW 47-49", "the end of week 23"."""
    number, until = int(match["number"]), int(match["last"] or match["number"])
    if not 1 <= number <= until <= 52:
        return None
    year = year_of(match)
    monday = dt.date.fromisocalendar(year or reader.sent.year, number, 1)
    if not year and monday + dt.timedelta(days=almanac.FRIDAY) < reader.sent:
        monday = dt.date.fromisocalendar(reader.sent.year + 1, number, 1)
    friday = monday + dt.timedelta(days=7 * (until - number) + almanac.FRIDAY)
    part = (match["part"] or "").lower()
    if part.endswith(("end", "close")):
        return one(friday)
    if part == "middle":
        return one(monday + dt.timedelta(days=2))
    return monday, monday + almanac.ONE_DAY if part else friday
