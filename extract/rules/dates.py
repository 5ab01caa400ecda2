"""The days a job hangs on: days found anywhere, and of each whether it is due, live or neither."""

import datetime as dt
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import compress, zip_longest

from briefs.findings import DateKind, DateSpan, Field, Finding
from extract.columns import column_of
from extract.day_decoys import is_corrected
from extract.day_points import PUBLIC
from extract.day_roles import CALENDAR, Role, role_of
from extract.day_signs import signs_among, signs_of
from extract.day_withdrawn import is_withdrawn
from extract.reasons import of_day
from extract.signs import Signs
from extract.span import Span, joined
from extract.text import Text
from extract.values import almanac
from extract.values.anchored import Bases, anchored, reached
from extract.values.day_lists import is_joined
from extract.values.days import Days
from extract.values.forms import Grain, Reader
from extract.values.spans import spans
from extract.values.thens import counted_from_before

RULE = "dates"

_ENOUGH = 1.5
_NAMED = ("month day", "day month")
_MOST = 400  # days of one mail; what holds more is a calendar
_YEARS = range(1990, 2200)
_MUCH = 4.0  # of evidence; makes a small number of it
_AMBIGUOUS = 0.6  # of the confidence is left where the same figures could be another day

_STOP = re.compile(r"[.!?;]\s|\n\s*\n")
_BUT_ON = re.compile(r"\.?,?\sbut\s(?:on\s|by\s|from\s)?(?:the\s)?", re.IGNORECASE)
_ONE_MORE = re.compile(
    r",?\s(?:and|then)\s(?:an?|the)\s"
    r"(?:(?:last|final|second|third|next|other|revised|finished|full)\s[\w-]+|rest|others?)\s(?:on\s|by\s)?(?:the\s)?",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"(?<![\w/.-])(\d{1,2})/(\d{1,2})(?:/(?:20)?\d\d)?(?![\w/-])")
_IN_FIGURES = re.compile(r"\d[/.-]\d")
_CURRENCIES = (
    *("EUR", "GBP", "INR", "AUD", "NZD", "CHF", "SEK", "NOK", "DKK", "PLN", "ZAR", "KES", "NGN", "SGD", "HKD", "AED"),
    *("BRL", "MXN", "lakh", "lakhs", "crore", "crores", "naira", "rupees", "quid", "zł", "kr", "KSh", "btw", "MwSt"),
)
# Each begins with a letter or a sign, so that `re` skips whatever is none of them.
_DAY_FIRST_MONEY = re.compile(
    r"€|£|₹|₦|₪|₺|A\$|NZ\$|S\$|R\$|HK\$|R(?<!\wR)s\.?\s?\d|R(?<!\wR)\s?\d\d|"
    + "|".join(rf"{name}\b(?<!\w{name})" for name in _CURRENCIES)
)


def find(text: Text) -> Iterator[Finding]:
    if text.sent_at.year not in _YEARS:
        return  # a broken clock: nothing can be counted from it
    reader = reader_of(text)
    every = tuple(_as_asked(text, spans(text.words, reader), reader))
    if len(every) > _MOST:
        text.left_out(f"Of {len(every):,} days only the first {_MOST} were looked at for due and live dates.")
    named = every[:_MOST]
    found = [one for one in named if one.last >= text.sent_at.date()]
    for one in set(named).difference(found) if text.remarks is not None else ():
        text.remark(Field.DATE, one, f"past: {one.last} was before the mail")
    gone = _gone(text, found)
    withdrawn = _withdrawn(found, gone)
    roles = _roles(text, found, gone, withdrawn)
    roles = _of_lists(text, roles)
    hung = [one for one in anchored(text.words, _bases(roles)) if not _is_among(found, one)]
    if hung:
        found = _counted_on(text, found, hung)  # each is weighed beside its neighbours
        roles = _of_lists(text, _roles(text, found, _gone(text, found), withdrawn))
    signs = {role.days: signs | signs_of(text, role) | _weights(role) for role, signs in signs_among(roles)}
    kept: dict[tuple[DateKind, dt.date], Role] = {}
    for role in roles:
        if text.remarks is not None:
            text.remark(Field.DATE, role.days, of_day(text, role.days, role, _ENOUGH), taken=role.weight >= _ENOUGH)
        key = (role.kind, role.days.last)
        if role.weight < _ENOUGH:
            continue
        if key not in kept or (kept[key].days.time is None and role.days.time is not None):
            kept[key] = role
    for role in kept.values():
        yield _finding(text, role, role.kind, signs[role.days])
    for role in roles:
        text.weak.extend(
            [_finding(text, role, kind, signs[role.days]) for kind in DateKind if (kind, role.days.last) not in kept]
        )


def _as_asked(text: Text, found: Iterable[Days], reader: Reader) -> Iterator[Days]:
    """ "> Is it still 21 March?" "No, the 28th": a bare number is of the month that was asked about."""
    asked: dict[str, dt.date | None] = {"": None}  # the day that each question names
    for one in found:
        question = text.question_before(one.start) if one.form == "number" and one.first == one.last else ""
        if question not in asked:
            asked[question] = next((other.first for other in spans(question, reader) if other.form in _NAMED), None)
        month = asked[question]
        first = month and almanac.day(month.year, month.month, one.first.day)
        yield replace(one, first=first, last=first) if first and first >= text.sent_at.date() else one


def _bases(roles: Sequence[Role]) -> Bases:
    live = [role for role in roles if role.weight >= _ENOUGH and role.live > role.due]
    return Bases(
        named=[role.days for role in roles],
        live=[role.days for role in live],
        held=[role.days for role in live if not role.points.get(PUBLIC)],
        happens=[role.days for role in roles if role.live >= role.due],
    )


def _counted_on(text: Text, found: list[Days], hung: list[Days]) -> list[Days]:
    """`found` with what hangs on an event; "three days later" is then counted from that."""
    both = sorted([*found, *hung])
    again = {(one.start, one.end): one for one in counted_from_before(text.words, both)}
    every = [again.get((one.start, one.end), one) if one.form == "offset" else one for one in both]
    every = list(joined(every, partial(reached, text.words)))
    return [one for one in every if one.last >= text.sent_at.date()]


def _is_among(found: list[Days], one: Days) -> bool:
    return any(other.start < one.end and one.start < other.end for other in found)


def _gone(text: Text, found: list[Days]) -> list[bool]:
    """Of each day whether this very mention is taken back."""
    return [is_withdrawn(text, one, after) for one, after in zip_longest(found, found[1:])]


def _withdrawn(found: list[Days], gone: list[bool]) -> set[tuple[dt.date, dt.date]]:
    """The days taken back anywhere; "not the 13th" takes back the 13th of whichever month was named."""
    days: set[tuple[dt.date, dt.date]] = set()
    for one in compress(found, gone):
        days.add((one.first, one.last))
        if one.form == "number":
            days |= {(other.first, other.last) for other in found if other.first.day == one.first.day}
    return days


def reader_of(text: Text) -> Reader:
    """Day first by the mail's own evidence (25/12 can only be that), its country or its currency."""
    own = _own_order(text.words) if "/" in text.words else None
    certain = own is not None or bool(text.country.code)
    day_first = text.country.day_first if own is None else own
    if own is None and not day_first and _IN_FIGURES.search(text.words):  # else no day's order is asked for
        day_first = _DAY_FIRST_MONEY.search(text.words) is not None
    return Reader(text.sent_at.date(), text.country.code, day_first, certain)


def _own_order(words: str) -> bool | None:
    for match in _FIGURES.finditer(words):
        one, other = int(match[1]), int(match[2])
        if 12 < one <= 31 and 1 <= other <= 12:
            return True
        if 12 < other <= 31 and 1 <= one <= 12:
            return False
    return None


def _roles(
    text: Text, found: list[Days], mentions_gone: list[bool], withdrawn: set[tuple[dt.date, dt.date]]
) -> list[Role]:
    """A withdrawn day has none; one that replaces it, or is only "it", has that of the day before it."""
    roles: list[Role] = []
    last: Role | None = None
    for index, one in enumerate(found):
        before = found[index - 1] if index else None
        after = found[index + 1] if index + 1 < len(found) else None
        gone = mentions_gone[index]
        is_new = index and mentions_gone[index - 1] and column_of(text, one) is not None
        role = role_of(text, one, None if is_new else before, after)
        if role is None:
            if text.remarks is not None:
                text.remark(Field.DATE, one, of_day(text, one, None, _ENOUGH))
            continue
        follows = last is not None and last.days is before and not role.idle and _is_listed(text, last.days, one)
        item = role.item or (role.live < _ENOUGH and before is not None and _is_one_more(text, before, one))
        if role.supposed and item and _goes_on(text, last, before, one):
            role = replace(role, due=max(role.due, _ENOUGH), live=0.0)
        if role.weight < _ENOUGH and not gone and last is not None and (role.replaces or follows):
            role = replace(last, days=one, idle=0.0)
        if before and last and last.days is before and _takes_its_place(text, last, one, gone=mentions_gone[index - 1]):
            role = replace(last, days=one, idle=0.0)
        if role.weight >= _ENOUGH:
            last = role
        if not gone and (one.first, one.last) not in withdrawn:
            roles.append(role)
        else:
            text.remark(Field.DATE, one, "withdrawn" if gone else "withdrawn elsewhere in the mail")
    return roles


def _takes_its_place(text: Text, last: Role, one: Days, *, gone: bool) -> bool:
    """ "March 12, no, March 16", "the files not on 19.06. but on 26.06." """
    if is_corrected(text.words, last.days, one):
        return True
    told = gone and not last.supposed
    return told and _BUT_ON.fullmatch(text.words, last.days.end, one.start) is not None


def _is_one_more(text: Text, before: Days, one: Days) -> bool:
    """ "The next lot this Friday, and a last set on 1 November"."""
    return _ONE_MORE.fullmatch(text.words, before.end, one.start) is not None


def _of_lists(text: Text, roles: list[Role]) -> list[Role]:
    """ "Classes start 4/7, 4/14 and 4/21": the days of a list are what the surest of them is."""
    shared: list[Role] = []
    begins = 0
    for index, role in enumerate(roles, 1):
        if index < len(roles) and is_joined(text.words, role.days, roles[index].days):
            continue
        alike = roles[begins:index]
        surest = max(alike, key=lambda one: one.weight)
        shared += [replace(surest, days=one.days, told_by=surest.days) if len(alike) > 1 else one for one in alike]
        begins = index
    return shared


def _goes_on(text: Text, last: Role | None, before: Days | None, one: Days) -> bool:
    """ "Storyboard January 30, stills February 20": a list of hand-overs goes on."""
    if last is None or last.days is not before or last.kind is not DateKind.DUE or one.first != one.last:
        return False
    return not _STOP.search(text.words, last.days.end, one.start) and one.form in CALENDAR


def _is_listed(text: Text, before: Days, one: Days) -> bool:
    """ "Sept 8 in Boston, then Philly on the 10th": a bare number that goes on from the day before it."""
    return one.form == "number" and before.first < one.first and not _STOP.search(text.words, before.end, one.start)


def _weights(role: Role) -> Signs:
    """What was weighed, whichever kind the day is."""
    return {
        "due": role.due / _MUCH,
        "live": role.live / _MUCH,
        "idle": role.idle / _MUCH,
        "weight": 0.0,
        "the lesser kind": 0.0,
        "either": abs(role.due - role.live) / _MUCH,
        "supposed": float(role.supposed),
        "item": float(role.item),
        "replaces": float(role.replaces),
        f"form {role.days.form}": 1.0,
    }


def _finding(text: Text, role: Role, kind: DateKind, signs: Signs) -> Finding:
    one = role.days
    value = DateSpan(kind, one.first, one.last, one.time)
    readings = tuple(DateSpan(kind, other, other, one.time) for other in one.readings)
    weight = (role.due if kind is DateKind.DUE else role.live) - role.idle
    sure = 1 / (1 + math.exp(-0.8 * (weight - 0.3)))
    if one.grain is not Grain.DAY:
        sure *= 0.95
    confidence = round(sure * (_AMBIGUOUS if readings else 1.0), 2)
    weighed = signs | {"weight": weight / _MUCH, "the lesser kind": float(kind is not role.kind)}
    return text.finding(Field.DATE, value, Span(one.start, one.end), RULE, confidence, readings, weighed)
