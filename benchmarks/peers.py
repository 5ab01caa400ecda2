"""Other libraries that find money and days in English text, each used in the way its documentation asks for."""

import datetime as dt
import importlib
import importlib.util
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from extract.label import Label

CURRENCIES = {"$": "USD", "US$": "USD", "£": "GBP", "€": "EUR", "A$": "AUD", "C$": "CAD", "CA$": "CAD", "¥": "JPY"}


@dataclass(frozen=True, slots=True)
class Question:
    """What a client wrote, whole and in sentences (some libraries read one value from a string), and when."""

    words: str
    sentences: tuple[str, ...]
    sent_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Peer:
    """`read` yields budgets and dates in the label's shape. No library says what a value is for: all are taken."""

    name: str
    read: Callable[[Question], Label]


@dataclass(frozen=True, slots=True)
class Missing:
    """A peer that is not installed here."""

    name: str
    reason: str


def peers() -> Iterator[Peer | Missing]:
    for name, build, modules in (
        ("dateparser + price-parser", _dateparser, ("dateparser", "price_parser")),
        ("ctparse + quantulum3", _ctparse, ("ctparse", "quantulum3")),
        ("Recognizers", _recognizers, ("recognizers_date_time", "recognizers_number_with_unit")),
    ):
        absent = [module for module in modules if importlib.util.find_spec(module) is None]
        if absent:
            yield Missing(name, f"{' and '.join(absent)} not installed")
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                yield Peer(name, build())
            except (ImportError, SyntaxError) as broken:  # made for an older Python or an older neighbour
                yield Missing(name, f"it does not load here ({broken})")


def _dateparser() -> Callable[[Question], Label]:
    search: Any = importlib.import_module("dateparser.search").search_dates
    price: Any = importlib.import_module("price_parser").Price

    def read(question: Question) -> Label:
        settings = {"RELATIVE_BASE": question.sent_at.replace(tzinfo=None), "PREFER_DATES_FROM": "future"}
        found = search(question.words, languages=["en"], settings=settings) or []
        prices = [price.fromstring(sentence) for sentence in question.sentences]
        return _label(
            [_sum(one.amount, CURRENCIES.get(one.currency, one.currency)) for one in prices if one.currency],
            [_day(when.date(), when.date(), words) for words, when in found],
        )

    return read


def _ctparse() -> Callable[[Question], Label]:
    parse: Any = importlib.import_module("ctparse").ctparse
    classifier: Any = importlib.import_module("quantulum3.classifier")
    classifier.USE_CLF = False  # a model kept for another scikit-learn
    quantities: Any = importlib.import_module("quantulum3.parser").parse

    def read(question: Question) -> Label:
        days = []
        for sentence in question.sentences:
            one = parse(sentence, ts=question.sent_at.replace(tzinfo=None), timeout=0)
            if one is not None and (last := _last(one.resolution)) is not None:
                days.append(_day(last, last, sentence))
        sums = [one for one in quantities(question.words) if one.unit.entity.name == "currency"]
        return _label([_sum(Decimal(str(one.value)), one.unit.currency_code) for one in sums], days)

    return read


def _last(value: Any) -> dt.date | None:
    """The day, or of a span the last one it names; None for a time of day or a duration."""
    for end in (getattr(value, "t_to", None), getattr(value, "t_from", None), value):
        if end is not None and all(getattr(end, part, None) for part in ("year", "month", "day")):
            return dt.date(end.year, end.month, end.day)
    return None


def _recognizers() -> Callable[[Question], Label]:
    days: Any = importlib.import_module("recognizers_date_time").recognize_datetime
    sums: Any = importlib.import_module("recognizers_number_with_unit").recognize_currency

    def read(question: Question) -> Label:
        base = question.sent_at.replace(tzinfo=None)
        money = [one.resolution for one in sums(question.words, "en-us") if one.resolution]
        return _label(
            [_sum(Decimal(str(one["value"])), _unit(one)) for one in money if one["value"]],
            [day for one in days(question.words, "en-us", reference=base) if (day := _resolved(one, base))],
        )

    return read


def _unit(resolved: Any) -> str:
    """A bare "$" is a dollar of the United States, as the corpus has it."""
    return str(resolved.get("isoCurrency") or {"Dollar": "USD"}.get(resolved["unit"], ""))


def _resolved(found: Any, base: dt.datetime) -> Label | None:
    """Of the days that the words may mean the first that is to come; its span as the library says it."""
    for value in (found.resolution or {}).get("values", []):
        first, last = value.get("start") or value.get("value"), value.get("end") or value.get("value")
        try:
            end = dt.date.fromisoformat((last or first)[:10])
            start = dt.date.fromisoformat((first or last)[:10])
        except (TypeError, ValueError):  # a time of day, a duration, "not resolved"
            continue
        if end >= base.date():
            return _day(start, end, found.text)
    return None


def _sum(amount: Decimal | None, currency: str) -> Label:
    number = None if amount is None else float(amount)
    return {"min": number, "max": number, "currency": currency, "text": ""}


def _day(first: dt.date, last: dt.date, words: str) -> Label:
    return {"kind": "due", "start": first.isoformat(), "date": last.isoformat(), "time": None, "text": words}


def _label(budgets: list[Label], dates: list[Label]) -> Label:
    return {"budgets": _once(budgets), "dates": _once(dates)}


def _once(values: list[Label]) -> list[Label]:
    return list({repr({**value, "text": ""}): value for value in values}.values())
