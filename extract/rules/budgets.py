"""Which sums are the budget of this work: money found anywhere, its role weighed from the words around it."""

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from briefs.errors import BriefsError
from briefs.findings import Field, Finding
from briefs.mail import SegmentKind
from briefs.money import MoneyRange, minor_units
from extract.anycase import AnyCase
from extract.columns import column_of, is_superseded
from extract.money_pairs import adding_up, bare_parts, corrected, divided, is_stated, said_anew, shares
from extract.money_roles import Weighed, is_called_budget, weighed
from extract.money_shapes import Shape, counts_something
from extract.money_short import in_short
from extract.money_tie import of_mail, tied
from extract.reasons import of_sum
from extract.span import Span
from extract.text import Text
from extract.values import currency
from extract.values.dollars import in_stated_dollars
from extract.values.money import Bound, Sum, sums

RULE = "budgets"

_ENOUGH = 1.0
_HOPELESS = -3.0  # of 900 sums below it, among 1,450 that the rule would not take, two were ever told
_MUCH = 8.0  # of evidence
_MOST = 400  # sums of one mail; what holds more is a price list
_FEW = 10
_CAP_COLUMN = re.compile(
    r"(?:(?:the|our|hard|upper|absolute|budget|spending|price)\s)*"
    r"(?:ceilings?|caps?|limits?|max(?:imum|\.)?|not\sto\sexceed|up\sto|no\smore\sthan|at\smost)"
    r"(?:\s(?:budget|spend|price|cost|amount|sum|each|per\s\w+|in\s\w+|\([^()]*\)))*",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\s(?:of\s(?:it|that|which|this|them)\b|(?:or\sso\s)?all[\s-]in\b)", re.IGNORECASE)
# "Maximum 70.000 euro; 30.000 are for the photos".
_IS_FOR = re.compile(
    r"\s(?:is|are|goes?|(?:has|have)\sto\sgo)\s(?:for|to|on|into)\s(?:the|our|your|a)\b", re.IGNORECASE
)
_CALLED = AnyCase(r"\b(?:call|make)\sit\s|\blet'?s\ssay\s|\bleav(?:es|ing)\s(?:us\s|you\s|me\s)?$")
_CALL = 32
_OF_WHICH = AnyCase(r"\b(?:of\swhich|of\sthat|of\sthis|thereof)\b[^.!?\n]{0,32}$")
_ANOTHER = re.compile(r"\b(?:another|an\sextra|a\sfurther|an\sadditional)\s$", re.IGNORECASE)
# No noun behind, which would be what it counts, no share in a hundred.
_STOPS = re.compile(
    r"\s?(?:[.,;!?)\n]|$)|\s(?:is|goes|from|for|on\stop|towards?|into|to\sbe|and|but|so|if)\b", re.IGNORECASE
)
_SETTLED_REACH = 160
_MILLION = 10**6
_LAKHS = (10**5, 10**7)  # only those who count rupees, or taka, say lakh and crore
_RUPEE, _RUPEES = "INR", ("INR", "PKR", "LKR", "NPR", "BDT")
_SHARE_REACH = 80  # characters back to the whole


def find(text: Text) -> Iterator[Finding]:
    every = sums(text.words, text.country, "")
    if len(every) > _MOST:
        text.left_out(f"Of {len(every):,} sums only the first {_MOST} were looked at for a budget.")
    named = every[:_MOST]
    found = in_stated_dollars(text.words, text.country, _settled(text.words, named))
    for gone in set(named).difference(found) if text.remarks is not None else ():
        text.remark(Field.BUDGET, gone, "superseded by the range that settles it")
    candidates = list(_candidates(text, found))
    strongest = max((each.weight for _, each in candidates), default=0.0)
    largest = max((amount.high for amount, _ in candidates), default=Decimal(0))
    of_all = of_mail(text) if any(each.weight >= _HOPELESS for _, each in candidates) else {}
    called = {amount for amount, each in candidates if is_called_budget(each)}
    for index, (amount, each) in enumerate(candidates):
        if each.weight < _HOPELESS:
            continue
        following = candidates[index + 1][0] if index + 1 < len(candidates) else None
        try:
            value = _value(amount)
        except BriefsError:  # finer than the currency's smallest coin, or no such currency: no sum anybody sets
            continue
        signs = {
            **each.signs,
            "weight": max(-_MUCH, min(each.weight, _MUCH)) / _MUCH,
            "marked": float(amount.marked),
            "worded": float(amount.worded),
            f"scale {amount.scale}": 1.0,
            f"sums {min(len(candidates), _FEW // 2)}": 1.0,
            "bound " + amount.bound: 1.0,
            "the strongest": float(each.weight == strongest),
            "weaker than the strongest": min(strongest - each.weight, _MUCH) / _MUCH,
            "the largest": float(amount.high == largest),
            **divided(text.words, amount, following),
            **of_all,
            **tied(text, amount, named=bool(called - {amount})),
            "no mark of money": float(not amount.marked and amount.scale == 1),
            "millions without a mark": float(not amount.marked and amount.scale == _MILLION),
        }
        span = Span(amount.start, amount.end)
        finding = text.finding(Field.BUDGET, value, span, RULE, _confidence(each.weight), weighed=signs)
        yield from text.sorted_out(finding, taken=each.weight >= _ENOUGH)


def _candidates(text: Text, found: tuple[Sum, ...]) -> Iterator[tuple[Sum, Weighed]]:
    """The sums that could be a budget at all, with the mail's currency where they show none."""
    home: str | None = None  # looked for where a number shows none
    stated = in_short(text, found) | bare_parts(text.words, found)
    stated |= said_anew(text.words, found, text.mail, text.country)
    every = [stated.get(amount, amount) for amount in found]
    every = [_capped(text, amount) for amount in every]
    known_sums = [_shared(text, before, amount) for before, amount in zip([None, *every], every, strict=False)]
    replaced = corrected(text.words, known_sums)
    told = {
        Shape.REPLACED: frozenset(replaced).union(amount for amount in known_sums if is_superseded(text, amount)),
        Shape.CORRECTS: frozenset(replaced.values()).difference(replaced),
        Shape.ADDS_UP: adding_up(known_sums),
        Shape.SHARE: shares(text.words, known_sums),
    }
    for known in known_sums:
        each = weighed(text, known, told)
        if each is None and text.remarks is None:
            continue
        if not known.currency:
            home = _home(text, found) if home is None else home
            known = replace(known, currency=_RUPEE if known.scale in _LAKHS and home not in _RUPEES else home)
        weight = each.weight if each is not None else None
        taken = weight is not None and weight >= _ENOUGH
        if text.remarks is not None and (taken or known.marked or known.high >= _FEW * _FEW):
            text.remark(Field.BUDGET, known, of_sum(text, known, weight, _ENOUGH), taken=taken)
        if each is not None:
            yield known, each


def _capped(text: Text, amount: Sum) -> Sum:
    """The most, where the column of the table is headed "Ceiling"."""
    if amount.bound is not Bound.EXACT or not (amount.marked or amount.scale > 1 or amount.low >= _FEW * _FEW):
        return amount
    column = column_of(text, amount)
    capped = column is not None and _CAP_COLUMN.fullmatch(text.words[column.start : column.end].strip(" :"))
    return replace(amount, bound=Bound.MOST) if capped else amount


def _settled(words: str, found: tuple[Sum, ...]) -> tuple[Sum, ...]:
    """ "$2,000 was approved, $1,750 would be nicer, so call it $1,750 - $2,000": the range stands for both."""
    gone: set[Sum] = set()
    for index, amount in enumerate(found):
        if amount.bound is Bound.RANGE and _CALLED.search(words, max(0, amount.start - _CALL), amount.start):
            ends = (amount.low, amount.high)
            gone |= {
                other
                for other in found[max(0, index - 4) : index]
                if other.low == other.high and other.low in ends and amount.start - other.end < _SETTLED_REACH
            }
    return tuple(amount for amount in found if amount not in gone) if gone else found


def _home(text: Text, found: tuple[Sum, ...]) -> str:
    """The currency of a number that shows none: what the rest of the mail shows, then the country's."""
    shown = next((amount.currency for amount in found if amount.marked and amount.currency), "")
    of_country = text.country.currency
    return (
        currency.stated(text.words, text.country)
        or shown
        or _of_history(text)
        or (of_country if text.country.shown else "")
        or text.setting.currency
        or of_country
    )


def _of_history(text: Text) -> str:
    """What the quoted mails below show; a bare dollar there shows nothing more than the country does."""
    quoted = sums(text.mail.words_of(SegmentKind.HISTORY), text.country, "")
    return next((amount.currency for amount in quoted if amount.marked and amount.currency), "")


def _shared(text: Text, whole: Sum | None, amount: Sum) -> Sum:
    """The 40 of "$60k, 40 of it media" takes its thousands and its currency from the sum before."""
    if whole is None or amount.marked or amount.scale > 1 or whole.low < 1000:
        return amount
    if amount.low >= 1000:
        near = amount.start - whole.end < _SHARE_REACH and whole.marked and amount.high <= whole.high
        of_it = near and (
            _SHARE.match(text.words, amount.end) is not None
            or _IS_FOR.match(text.words, amount.end) is not None
            or (_OF_WHICH.search(text.words, whole.end, amount.start) and not counts_something(text.words, amount))
        )
        return replace(amount, currency=whole.currency, marked=True) if of_it else amount
    if whole.end < amount.start - _SHARE_REACH:
        return amount
    again = not counts_something(text.words, amount) and (
        (whole.scale > 1 and is_stated(text.words, whole, amount)) or _is_some_more(text.words, whole, amount)
    )
    if amount.worded and amount.low < _FEW and not again:  # "€9,500 to do the two of them"
        return amount
    if (
        not again
        and not _SHARE.match(text.words, amount.end)
        and (counts_something(text.words, amount) or not _CALLED.search(text.words, whole.end, amount.start))
    ):
        return amount
    low, high = amount.low * 1000, amount.high * 1000
    return replace(amount, low=low, high=high, scale=1000, currency=whole.currency, marked=whole.marked)


def _is_some_more(words: str, whole: Sum, amount: Sum) -> bool:
    """ "Of that the build is thirty", "the sponsor throws in another 6": thousands, as the sum before was."""
    if amount.high * 1000 >= whole.low or amount.high != amount.low or not _STOPS.match(words, amount.end):
        return False
    lead = _ANOTHER if whole.scale >= 1000 else _OF_WHICH
    return any(each.search(words, whole.end, amount.start) for each in (_OF_WHICH, lead))


def _value(amount: Sum) -> MoneyRange:
    low = None if amount.bound is Bound.MOST else minor_units(amount.low, amount.currency)
    high = None if amount.bound is Bound.LEAST else minor_units(amount.high, amount.currency)
    return MoneyRange(low, high, amount.currency)


def _confidence(weight: float) -> float:
    return round(1 / (1 + math.exp(-0.7 * (weight - 0.6))), 2)
