"""What people type into a brief becomes values, or sentences about what is wrong with it."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from gettext import gettext as _

from briefs.draft import BriefValue
from briefs.errors import BriefsError
from briefs.findings import DateKind, DateSpan, Deliverable, Field, Origin, Value, Words
from briefs.money import MINOR_DIGITS, MoneyRange, major_units, minor_units
from notify.wording import flowing, may_leave_the_house

LONGEST = 2000
_SUFFIXES = {"": 1, "k": 1_000, "m": 1_000_000}
_AT_MOST = frozenset({"up to", "max", "at most"})
_AT_LEAST = frozenset({"from", "min", "at least"})
_AMOUNT = r"[$£€¥]?([0-9][0-9, ]{0,20}(?:\.[0-9]{1,3})?) ?([km]?)"
_SUM = re.compile(rf"(up to|max|at most|from|min|at least)? ?{_AMOUNT}(?: ?(?:-|–|to) ?{_AMOUNT})?", re.ASCII)
_MOST_MINOR = 10**15


class BadInput(Exception):
    """Something typed is no value. `problems` holds a sentence for each input, by the input's name."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__("; ".join(problems.values()))
        self.problems = problems


def read_value(field: Field, typed: Mapping[str, str], before: Value | None) -> Value:
    """The value that `typed` says, by the inputs' names of `inputs_of`; `before` is what it replaces."""
    readers: dict[Field, Callable[[], Value]] = {
        Field.BUDGET: lambda: _budget(typed),
        Field.DATE: lambda: _date(typed, before if isinstance(before, DateSpan) else None),
        Field.DELIVERABLE: lambda: _deliverable(typed),
    }
    return readers.get(field, lambda: _words(typed))()


def inputs_of(value: Value) -> dict[str, str]:
    """A value as its form shows it."""
    match value:
        case MoneyRange():
            return {"sum": _sum(value), "currency": value.currency}
        case DateSpan():
            return {
                "kind": value.kind.value,
                "first": value.start.isoformat(),
                "last": value.end.isoformat() if value.end != value.start else "",
                "time": value.time.isoformat("minutes") if value.time else "",
            }
        case Deliverable():
            quantity = "" if value.quantity is None else str(value.quantity)
            return {"quantity": quantity, "item": flowing(value.item), "job": value.job}
        case Words():
            return {"words": flowing(value.words)}


def corrected(values: tuple[BriefValue, ...], position: int, value: Value) -> tuple[BriefValue, ...]:
    """A person says what it is: no doubt remains. The client's words stay with it; a colleague's stay in the house."""
    old = values[position]
    origin = Origin.CORRECTED if may_leave_the_house(old) else old.origin
    new = replace(old, value=value, origin=origin, confidence=1.0, readings=())
    return (*values[:position], new, *values[position + 1 :])


def added(values: tuple[BriefValue, ...], field: Field, value: Value) -> tuple[BriefValue, ...]:
    return (*values, BriefValue(field, value, Origin.CORRECTED))


def removed(values: tuple[BriefValue, ...], position: int) -> tuple[BriefValue, ...]:
    return (*values[:position], *values[position + 1 :])


def _budget(typed: Mapping[str, str]) -> MoneyRange:
    """`40,000`, `40-45k`, `up to 8k`, `from 12,500`, as people write it."""
    problems: dict[str, str] = {}
    currency = typed.get("currency", "").strip().upper()
    if currency not in MINOR_DIGITS:
        problems["currency"] = _("A currency such as USD, GBP or EUR is needed.")
    said = _SUM.fullmatch(" ".join(typed.get("sum", "").lower().split()))
    if said is None:
        problems["sum"] = _("A sum is needed, such as 40,000 or 40-45k or up to 8k.")
    if problems or said is None:
        raise BadInput(problems)
    bound, first, first_suffix, second, second_suffix = said.groups()
    try:
        least = _minor(first, first_suffix or second_suffix, currency)
        most = _minor(second, second_suffix, currency) if second else least
    except BriefsError as error:
        raise BadInput({"sum": _("{currency} has no coin that small.").format(currency=currency)}) from error
    if bound and second:
        raise BadInput({"sum": _("Either a range or one bound, please.")})
    if not 0 < least <= most < _MOST_MINOR:
        raise BadInput({"sum": _("The first sum is the smaller one, and neither is nothing.")})
    return MoneyRange(None if bound in _AT_MOST else least, None if bound in _AT_LEAST else most, currency)


def _minor(digits: str, suffix: str | None, currency: str) -> int:
    return minor_units(Decimal(digits.replace(",", "").replace(" ", "")) * _SUFFIXES[suffix or ""], currency)


def _sum(money: MoneyRange) -> str:
    if money.min_minor is None:
        return f"up to {_plain(money.max_minor, money.currency)}"
    if money.max_minor is None:
        return f"from {_plain(money.min_minor, money.currency)}"
    least, most = (_plain(bound, money.currency) for bound in (money.min_minor, money.max_minor))
    return least if least == most else f"{least} – {most}"


def _date(typed: Mapping[str, str], before: DateSpan | None) -> DateSpan:
    problems: dict[str, str] = {}
    first = _day(typed.get("first", ""), "first", problems)
    last = _day(typed.get("last", ""), "last", problems)
    time = _time(typed.get("time", ""), problems)
    kind = typed.get("kind", "")
    if kind not in set(DateKind):
        problems["kind"] = _("Choose delivery or in market.")
    if first is None:
        problems.setdefault("first", _("A day is needed."))
    elif last is not None and last < first:
        problems["last"] = _("The last day is before the first.")
    if problems or first is None:
        raise BadInput(problems)
    zone = before.zone if before is not None and time is not None else None
    return DateSpan(DateKind(kind), first, last or first, time, zone)


def _day(text: str, name: str, problems: dict[str, str]) -> dt.date | None:
    if not text.strip():
        return None
    try:
        day = dt.date.fromisoformat(text.strip())
    except ValueError:
        problems[name] = _("A day such as 2026-06-12 is needed.")
        return None
    if not 2000 <= day.year < 2100:
        problems[name] = _("That is too far away.")
        return None
    return day


def _time(text: str, problems: dict[str, str]) -> dt.time | None:
    if not text.strip():
        return None
    try:
        return dt.time.fromisoformat(text.strip()).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        problems["time"] = _("A time such as 17:00 is needed.")
        return None


def _deliverable(typed: Mapping[str, str]) -> Deliverable:
    problems: dict[str, str] = {}
    item = _text(typed, "item", problems)
    quantity, number = None, typed.get("quantity", "").strip()
    if number:
        if number.isascii() and number.isdecimal() and 0 < int(number[:9]) < 1_000_000 and len(number) <= 9:
            quantity = int(number)
        else:
            problems["quantity"] = _("A whole number is needed, or nothing.")
    if problems:
        raise BadInput(problems)
    return Deliverable(item, quantity, typed.get("job", "").strip()[:100])


def _words(typed: Mapping[str, str]) -> Words:
    problems: dict[str, str] = {}
    words = _text(typed, "words", problems)
    if problems:
        raise BadInput(problems)
    return Words(words)


def _text(typed: Mapping[str, str], name: str, problems: dict[str, str]) -> str:
    text = flowing(typed.get(name, ""))
    if not text:
        problems[name] = _("A few words are needed.")
    elif len(text) > LONGEST:
        problems[name] = _("That is too long: at most {n} characters.").format(n=LONGEST)
    return text


def _plain(amount_minor: int | None, currency: str) -> str:
    if amount_minor is None:
        return ""
    amount = major_units(amount_minor, currency)
    return f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,f}"
