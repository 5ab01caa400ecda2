"""Other libraries that find money and days in English text, each used in the way its documentation asks for."""

import datetime as dt
import importlib
import importlib.util
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from extract.label import Label

CURRENCIES = {"US$": "USD", "£": "GBP", "€": "EUR", "A$": "AUD", "C$": "CAD", "CA$": "CAD", "¥": "JPY"}
ZONES = "/usr/share/zoneinfo"


@dataclass(frozen=True, slots=True)
class Question:
    """What a client wrote, whole and in sentences (some libraries read one value from a string), when and where.

    `country` is the client's, "" where nothing shows it; there 3/4 is the third of April or not, and a bare $ is
    `dollar`. Who reads days and sums for a living would ask for both.
    """

    words: str
    sentences: tuple[str, ...]
    sent_at: dt.datetime
    country: str
    day_first: bool
    dollar: str


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
        ("dateparser as it comes*", partial(_dateparser, None), ("dateparser", "price_parser")),
        ("dateparser in English*", partial(_dateparser, ["en"]), ("dateparser", "price_parser")),
        ("ctparse + quantulum3", _ctparse, ("ctparse", "quantulum3")),
        ("Recognizers", _recognizers, ("recognizers_date_time", "recognizers_number_with_unit")),
        ("Duckling", _duckling, ("duckling",)),
    ):
        absent = [module for module in modules if importlib.util.find_spec(module) is None]
        if absent:
            yield Missing(name, f"{' and '.join(absent)} not installed")
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                yield Peer(name, build())
            except (AttributeError, ImportError, SyntaxError) as broken:  # made for another Python or neighbour
                yield Missing(name, f"it does not load here ({broken})")


def _dateparser(languages: list[str] | None) -> Callable[[Question], Label]:
    """Without languages it tells the language of each text itself, as it does unless told otherwise."""
    search: Any = importlib.import_module("dateparser.search").search_dates
    price: Any = importlib.import_module("price_parser").Price

    def read(question: Question) -> Label:
        settings = {"RELATIVE_BASE": question.sent_at.replace(tzinfo=None), "PREFER_DATES_FROM": "future"}
        if question.day_first:
            settings["DATE_ORDER"] = "DMY"
        found = search(question.words, languages=languages, settings=settings) or []
        prices = [price.fromstring(sentence) for sentence in question.sentences]
        return _label(
            [_sum(one.amount, _code(one.currency, question)) for one in prices if one.currency],
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
        culture = "en-*" if question.day_first else "en-us"
        money = [one.resolution for one in sums(question.words, "en-us") if one.resolution]
        return _label(
            [_sum(Decimal(str(one["value"])), _unit(one, question)) for one in money if one["value"]],
            [day for one in days(question.words, culture, reference=base) if (day := _resolved(one, base))],
        )

    return read


def _unit(resolved: Any, question: Question) -> str:
    """A bare "$" is the dollar of the client's country."""
    return str(resolved.get("isoCurrency") or {"Dollar": question.dollar}.get(resolved["unit"], ""))


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


def _duckling() -> Callable[[Question], Label]:
    """Of its dimensions money and time, counted from the mail's date: Haskell behind a native module."""
    library: Any = importlib.import_module("duckling")
    zones = library.load_time_zones(ZONES)
    wanted = library.parse_dimensions(["amount-of-money", "time"])
    english = library.default_locale_lang(library.parse_lang("EN"))

    def read(question: Question) -> Label:
        # The clock on the writer's wall, read as if it were Greenwich's: days are what is asked for.
        clock = int(question.sent_at.replace(tzinfo=dt.UTC).timestamp())
        base = library.parse_ref_time(zones, "UTC", clock)
        where = library.parse_locale("EN_GB" if question.day_first else "EN_US", english)
        found = library.parse(question.words, library.Context(base, where), wanted, False)
        values = [(one["dim"], one["value"], one["body"]) for one in found]
        return _label(
            [one for dim, value, _ in values if dim == "amount-of-money" and (one := _amount(value, question))],
            [_time(value, words) for dim, value, words in values if dim == "time"],
        )

    return read


def _amount(value: Any, question: Question) -> Label | None:
    """None where it has no currency: numbers that may be money or not."""
    least, most = value.get("from"), value.get("to")
    if value["type"] == "value":
        least = most = value
    unit = (least or most)["unit"].encode("latin-1").decode()  # the module takes its UTF-8 for Latin-1
    if unit == "unknown":
        return None
    low, high = (None if each is None else float(each["value"]) for each in (least, most))
    return {"min": low, "max": high, "currency": _code(unit, question), "text": ""}


def _time(value: Any, words: str) -> Label:
    """The days of a span, both ends within it; "by Friday" and "before Friday" name the Friday."""
    if value["type"] == "value":
        first = dt.date.fromisoformat(value["value"][:10])
        return _day(first, _end(first, value["grain"]), words)
    ends = {each: dt.date.fromisoformat(value[each]["value"][:10]) for each in ("from", "to") if each in value}
    if len(ends) == 1 or value["to"]["grain"] == "second":
        named = ends.get("to") or ends["from"]
        return _day(named, named, words)
    first, last = ends["from"], ends["to"]
    whole_days = value["to"]["grain"] not in ("hour", "minute")
    return _day(first, last - dt.timedelta(days=1) if whole_days and last > first else last, words)


def _end(first: dt.date, grain: str) -> dt.date:
    days = {"week": 7, "month": 31, "quarter": 92, "year": 366}.get(grain, 1)
    after = first + dt.timedelta(days=days)
    if grain in ("month", "quarter", "year"):
        after = after.replace(day=1)
    return after - dt.timedelta(days=1)


def _code(currency: str, question: Question) -> str:
    return question.dollar if currency == "$" else CURRENCIES.get(currency, currency)


def _sum(amount: Decimal | None, currency: str) -> Label:
    number = None if amount is None else float(amount)
    return {"min": number, "max": number, "currency": currency, "text": ""}


def _day(first: dt.date, last: dt.date, words: str) -> Label:
    return {"kind": "due", "start": first.isoformat(), "date": last.isoformat(), "time": None, "text": words}


def _label(budgets: list[Label], dates: list[Label]) -> Label:
    return {"budgets": _once(budgets), "dates": _once(dates)}


def _once(values: list[Label]) -> list[Label]:
    return list({repr({**value, "text": ""}): value for value in values}.values())
