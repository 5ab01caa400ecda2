"""The day from which somebody who is away reads mail again, as their automatic reply tells it."""

import datetime as dt
import re
from itertools import islice
from typing import NamedTuple

from ingest.day_names import month_of, weekday_of

_LONGEST = 4000  # characters of a reply that are looked at
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})[.!?;]+(?:\s+|$)|\n{2,}")
_FIGURES = re.compile(
    r"(?<![\d.,/:-])(?:(?P<iso>\d{4})[-./]\s?(?P<iso_month>\d{1,2})[-./]\s?(?P<iso_day>\d{1,2})"
    r"|(?P<first>\d{1,2})(?P<mark>[./-])\s?(?P<second>\d{1,2})(?:(?P=mark)\s?(?P<year>\d{4}|\d{2})|\.(?=\s|$)|"
    r"(?=[^\d.,/-]|$)))(?!\d|:\d)"
)
_DAY_FIRST = re.compile(
    r"(?<![\d.,/:])(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª)?\.?(?:-[aeoá]?[nà]?)?\s(?:of\s|de\s|"
    r"d['’])?(?P<month>[^\W\d_]{3,14})\.?"
    r"(?:,?\s(?:de\s)?(?P<year>20\d\d))?"
)
_MONTH_FIRST = re.compile(
    r"(?:(?<!\d)(?P<year_first>20\d\d)\.?\s)?(?<!\w)(?P<month>[^\W\d_]{3,14})\.?\s(?P<day>\d{1,2})(?:st|nd|rd|"
    r"th)?(?![\d:/])"
    r"(?:,?\s(?P<year>20\d\d))?"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_LAST_WORD = re.compile(r"\b([^\W\d_]{3,20})[,.]?\s{1,2}(?:(?:the|den|dem|le|el|il|de|d\.)\s)?$", re.IGNORECASE)
_BACK = re.compile(
    r"(?<!who['’]s )(?<!she['’]s )(?<!he['’]s )(?<!who is )(?<!she is )(?<!he is )\b(?:back|return(?:s|ing)?|"
    r"resum(?:e|ing)|reopen(?:s|ing)?|"
    r"available (?:again )?(?:from|on|as of|after)|in the office (?:again )?(?:on|from)|reachable (?:again|from)|"
    r"wieder|zurück|"
    r"retour|reviens|reviendrai|rentre|rentrerai|reprends|reprendrai|de nouveau|rouvr\w{1,5}|"
    r"regres\w{1,6}|vuelv[oa]|volver[ée]|reincorpor\w{1,6}|de vuelta|de regreso|"
    r"rientr\w{1,5}|torn(?:o|er[òo]|eremo)|di ritorno|nuovamente|"
    r"terug|weer (?:aanwezig|bereikbaar|op kantoor|beschikbaar)|"
    r"de volta|retorn\w{1,5}|volt(?:o|arei)|"
    r"wrac\w{1,5}|wróc\w{1,5}|ponownie|z powrotem|"
    r"tillbaka|åter|tilbage|tilbake|igen|"
    r"pala(?:an|amme|n)|takaisin|"
    r"zpět|vrátím|vracím|späť|vrátim|opět|"
    r"legközelebb|visszatér\w{0,5}|újra|ismét|"
    r"верн(?:усь|ёмся|емся)|возвращ\w{1,5}|снова|выйду|поверн\w{1,5}|знову|"
    r"dön\w{1,10}|tekrar|yeniden|ofiste olaca\w{1,4}|işbaşı\w{0,6}|"
    r"revin|înapoi|vraćam|natrag)(?!\w)"
    r"|\bweer\b(?=.{0,40}(?:aanwezig|bereikbaar|kantoor|beschikbaar))",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?:\b(?:until|till|til|through|thru|up to|to|bis(?: einschließlich| einschl\.| inkl\.)?(?: zum| einschließlich)?|"
    r"jusqu['’]?(?:à|au|en)|hasta(?: el)?|fino (?:al?|all['’])|al|au|tot(?: en met)?|t/m|até(?: ao?)?|do|a|"
    r"till och med|t\.?\s?o\.?\s?m\.?|til og med|til|saakka|asti|до|по|până(?: pe| la)?|za|il)|[-–—])"
    r"(?:\s(?:and including|inclusive|the|den|dem|le|el|il|dia|o dia|dnia|och med|og med|d\.))?[\s,]{0,2}$",
    re.IGNORECASE,
)
_UNTIL_AFTER = re.compile(
    r"[^\w]{0,2}(?:\w{0,6}-?ig\b|asti|saakka|tarihine kadar|kadar|['’]\w{1,3} kadar)", re.IGNORECASE
)
_WITH_IT = re.compile(
    r"\b(?:inclusive|incl|included|through|thru|and including|einschließlich|einschl|inkl|inclus|incluse|inclusive|"
    r"incluido|"
    r"incluso|compreso|incluso|inclusief|tot en met|t/m|inclusivé|włącznie|till och med|t\.?o\.?m|til og med|"
    r"mukaan lukien|včetně|vrátane|bezárólag|включительно|включно|dahil|inclusiv)\b",
    re.IGNORECASE,
)
# "from 1 to", "vom 1. bis", "du 2 au", "3.–": right before the last day
_SPAN = re.compile(
    r"(?<!\d)\d{1,4}(?:st|nd|rd|th|er)?\.?(?:[\s./]{0,2}[^\W_]{0,12}\.?){0,3}\s?"
    r"(?:\b(?:to|until|till|through|thru|bis(?: zum)?|au|al|tot(?: en met)?|t/m|a|ao|até|do|til|till|по|до|and)|"
    r"[-–—])\s?"
    r"(?:the |den |le |el |il |dia |d\. )?(?:[^\W\d_]{3,12},? )?$",
    re.IGNORECASE,
)
_NEXT_WEEK = re.compile(
    r"\b(?:next week|nächste woche|la semaine prochaine|la próxima semana|la prossima settimana|volgende week|"
    r"próxima semana|nästa vecka|næste uge|neste uke)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"\b(?:the|and|will|am|out|away|back|office)\b", re.IGNORECASE)
_MOST_DAYS = 30  # of one sentence
_LONGEST_SENTENCE = 1000
_NEAR = 60  # characters between a day and the word that says what it is
_PAST = dt.timedelta(days=60)  # a day without a year that lies so far back was meant; further back, the next one is
_FAR = dt.timedelta(days=500)
_SOON = dt.timedelta(days=120)


class _Told(NamedTuple):
    day: dt.date
    start: int
    end: int


def back_on(text: str, sent_at: dt.datetime) -> dt.date | None:
    """The first day on which the writer may read mail again; None where the reply tells none, two, or one gone by.

    "Back on 3 June", "returning Monday" are that day. "Until 2 June" is that day too, for people mean either; "until 2
    June inclusive" and "from 1 to 5 June" are the day after. A weekday is the next one after the reply was sent, or
    after the last day named before it. 03/04 is read by the reply's language and its sender's offset, or not at all.
    """
    text = text[:_LONGEST]
    certain: set[dt.date] = set()
    supposed: set[dt.date] = set()
    for sentence in _SENTENCE_END.split(text):
        told = _days_in(sentence, sent_at)
        if not told:
            continue
        back = _after_cue(sentence, told)
        if back is not None:
            certain.add(back.day)
            continue
        last = [day for each in told if (day := _day_after_absence(sentence, each)) is not None]
        supposed.update(last[-1:])
    found = certain or supposed
    if len(found) != 1:
        return None
    day = found.pop()
    return day if sent_at.date() <= day <= sent_at.date() + _FAR else None


def _after_cue(sentence: str, told: list[_Told]) -> _Told | None:
    """The day that a word of returning stands by: the next after it, else the last before it."""
    for cue in _BACK.finditer(sentence):
        after = next((each for each in told if 0 <= each.start - cue.end() <= _NEAR), None)
        if after is not None:
            return after
        before = [each for each in told if 0 <= cue.start() - each.end <= _NEAR]
        if before:
            return before[-1]
    return None


def _day_after_absence(sentence: str, told: _Told) -> dt.date | None:
    before = sentence[max(told.start - _NEAR, 0) : told.start]
    named = _LAST_WORD.search(before)  # "until Monday, July 13"
    if named and weekday_of(named[1]) >= 0:
        before = before[: named.start()]
    after = sentence[told.end : told.end + 20]
    if not _UNTIL.search(before) and not _UNTIL_AFTER.match(after):
        return None
    whole = _SPAN.search(before) is not None or _WITH_IT.search(before[-25:]) or _WITH_IT.search(after)
    return told.day + dt.timedelta(days=1) if whole else told.day


def _days_in(sentence: str, sent_at: dt.datetime) -> list[_Told]:
    """The days that a sentence names, in order."""
    today = sent_at.date()
    found: list[_Told] = []
    for match in islice(_FIGURES.finditer(sentence), _MOST_DAYS):
        day = _figures(match, sent_at, _ENGLISH.search(sentence) is not None)
        if day is not None:
            found.append(_Told(day, match.start(), match.end()))
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in islice(pattern.finditer(sentence), _MOST_DAYS):
            month = month_of(match["month"])
            year = match["year"] or (match["year_first"] if pattern is _MONTH_FIRST else None)
            day = _near(int(year or 0), month, int(match["day"]), today) if month else None
            if day is not None and not any(each.start < match.end() and match.start() < each.end for each in found):
                found.append(_Told(day, match.start(), match.end()))
    found = sorted(found, key=lambda each: each.start)
    return _with_weekdays(sentence, found, today)


def _with_weekdays(sentence: str, dated: list[_Told], today: dt.date) -> list[_Told]:
    found = list(dated)
    for match in _WORD.finditer(sentence[:_LONGEST_SENTENCE]):
        weekday = weekday_of(match[0])
        if weekday < 0 or any(
            -2 <= each.start - match.end() <= 8 or each.start <= match.start() < each.end + 3 for each in dated
        ):
            continue
        base = today
        if _NEXT_WEEK.search(sentence):
            base += dt.timedelta(days=13 - today.weekday())
        base = max([base, *(each.day for each in dated if each.end <= match.start())])
        ahead = (weekday - base.weekday() - 1) % 7 + 1
        found.append(_Told(base + dt.timedelta(days=ahead), match.start(), match.end()))
    return sorted(found, key=lambda each: each.start)


def _figures(match: re.Match[str], sent_at: dt.datetime, english: bool) -> dt.date | None:
    today = sent_at.date()
    if match["iso"]:
        return _near(int(match["iso"]), int(match["iso_month"]), int(match["iso_day"]), today)
    year = int(match["year"] or 0)
    if not year and match["mark"] == "-":
        return None  # "2-6 March"
    year += 2000 if 0 < year < 100 else 0
    first, second = int(match["first"]), int(match["second"])
    day_first = _near(year, second, first, today)
    if match["mark"] == "." or not english:
        return day_first
    month_first = _near(year, first, second, today)
    likely = [day for day in (day_first, month_first) if day is not None and today <= day <= today + _SOON]
    if len(set(likely)) == 1:
        return likely[0]
    hours = (sent_at.utcoffset() or dt.timedelta()) / dt.timedelta(hours=1)
    if hours == 0:
        return None
    return month_first if hours <= -4 else day_first


def _near(year: int, month: int, day: int, today: dt.date) -> dt.date | None:
    """The day; without a year the first such from not long ago on."""
    try:
        if year:
            return dt.date(year, month, day)
        here = dt.date(today.year, month, day)
        return here if here >= today - _PAST else dt.date(today.year + 1, month, day)
    except ValueError:
        return None
