"""Sums of money: a number with its currency, a range of two, a bound around either."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from functools import partial

from extract.anycase import AnyCase
from extract.country import Country
from extract.span import Span, joined
from extract.value import value
from extract.values import currency, languages
from extract.values.bounds import (
    BEFORE_LIMIT,
    COIN,
    GO_TO,
    LEAST_AFTER,
    LEAST_BEFORE,
    MAY_BE_MOST,
    MAY_BE_MOST_BEFORE,
    MOST_AFTER,
    MOST_BEFORE,
    NO_MORE,
    NOW,
    RISEN,
    SIGN_BEFORE,
)
from extract.values.numbers import Number, numbers

_LINK = re.compile(
    r"\s?(?:-{1,2}|–|—|~|～|/|\bto\b|\bthru\b|\bthrough\b|\bup\sto\b|\band\b|\bor\b|\bbis\b|\btill\b|"
    rf"\b(?:{languages.phrases('to')}|{languages.phrases('and')})\b)\s?(?:(?:maybe|about|say|around|up to)\s)?",
    re.IGNORECASE,
)
# "$4,200 on this, maybe 4,500", unless the more hangs on something: "maybe 6,000 if the board agrees".
_MAYBE = re.compile(
    r"(?:\s(?:on|for)\s(?:this|it|that|everything))?[,;]?\s(?:or\s|and\s|but\s)?(?:(?:it\s)?(?:could|might)\sbe|maybe|perhaps|possibly|"
    r"at\s(?:a\s)?(?:push|stretch))\s(?:even\s|up\sto\s|as\smuch\sas\s|about\s|like\s)?",
    re.IGNORECASE,
)
_CAP = re.compile(r"(?:\w+\s)?(?:cap|ceiling|limit|max)", re.IGNORECASE)
_AND_FOR = re.compile(r"\s(?:for|on)\s[^.;:!?\n\d]{1,40}?,?\s(?:and|&)\s(?:then\s)?", re.IGNORECASE)
_AS_SPOKEN = re.compile(r",\s")  # "three thousand, three thousand five hundred euros"
_GUESSED = re.compile(
    r"\b(?:think|thinking|maybe|perhaps|about|around|say|like|probably|roughly|guess)\s(?:of\s|it's\s)?$", re.IGNORECASE
)
_HANGS = re.compile(r"\s(?:more|extra|if|when|once|next|later|for|on|in|from|to|per|each)\b", re.IGNORECASE)
# Nor is "raised by 3k to 25k", "down 10k to 30k".
_BY = AnyCase(r"\b(?:by|up|down|plus|minus|add(?:s|ed|ing)?)\s(?:another\s|about\s|an extra\s|a further\s)?$")
# The number of something, no sum: "job 2213"; nor does one open a range, "we raised PO 4471 to $48,500".
NUMBERED = AnyCase(
    r"(?:#|\b(?:no\.?|job|po|p\.o\.|invoice|order|ref\.?|item|version|ext\.?|x|page|room|suite|unit|line))\s?#?:?\s?$",
)
LONGEST_NUMBERED = 16  # characters
DAY_OF = AnyCase(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|tember|ober|ember)?\.?\s$",
)
_BETWEEN = AnyCase(
    rf"\b(?:{languages.phrases('between')}|between|betw\.?|from|"
    r"somewhere(?: between)?|anywhere from|anywhere between)\s(?:about\s|maybe\s)?$",
)

# "raised from 40k to 50k" is no range.
_CHANGES = AnyCase(
    r"\b(?:rais\w+|increas\w+|cut\w*|reduc\w+|drop\w*|bump\w*|lift\w*|went|go|goes|going|gone|mov\w+|chang\w+|up|down|trim\w*|lower\w*|slash\w*|grew|grow\w*)\b"
    r"[^.;!?\n]{0,40}\bfrom\s(?:about\s)?$",
)
# "R$ 85 mil" is 85,000 in Spanish and Portuguese; "$2 mil" two million in English.
_IS_MIL = AnyCase(r"\bmil$|\dmil$")
_MEASURE = AnyCase(r"\d\s?(?:mm|mi|l|b)$")
_CENTS = re.compile(
    r"\s(?:and\s)?(?P<cents>\d{1,2})\s?(?:cents?|c|¢|pence|p|sen|paise|cts|rappen)(?!\w)", re.IGNORECASE
)
_THEN = re.compile(r"[,;/]?\s?(?:and\s|but\s|to\s)?")  # between a least and a most
_LEAVES = re.compile(r",?\s(?:up\s|down\s)?from\b", re.IGNORECASE)  # "can go to 24K from 21K"
_CODED = re.compile(r"0\d")  # lot 0119B, budget line 0238, hotline 0800
_SPACED = re.compile(r"\d\s\d{3}\b")
_LIMITED = AnyCase(
    r"\b(?:budget|under|below|within|max(?:imum)?|up to|limit|cap|ceiling|spend|pay|cost)\b[^.,;!?\n\d]{0,16}$",
)
_LIMITED_REACH = 32  # characters
_TAXED = re.compile(
    r"\s?(?:\+|plus|ex\.?(?:cl\.?|kl\.?)?|eks\.?|inkl?\.?)\s?(?:moms|mva|vat|tax|gst|alv)\b", re.IGNORECASE
)
_LAKH = ("IN", "PK", "BD", "LK", "NP")
_MIL = frozenset(["ES", "PT", "BR", "MX", "AR", "CL", "CO", "PE", "UY"])
_MIL_MONEY = frozenset(["BRL", "MXN", "ARS", "CLP", "COP", "PEN", "UYU"])
_AROUND = 60  # characters of a bound before or behind a sum
_LEAST = 100  # of a number without a currency or a scale
_WHOLE = 1000  # of a sum that others are shares of
_SHARE_REACH = 160  # characters back to it


class Bound(StrEnum):
    EXACT = "exact"
    RANGE = "range"
    MOST = "most"
    LEAST = "least"


@value(frozen=True, slots=True, order=True)
class Sum(Span):
    """An amount or range in major units. `marked`: a currency stands beside it, else `currency` is supposed."""

    core: Span  # without the words of the bound
    low: Decimal
    high: Decimal
    bound: Bound
    currency: str
    marked: bool
    scale: int
    worded: bool


def sums(words: str, country: Country, home: str) -> tuple[Sum, ...]:
    """Every sum in order. `home` is the currency of a number that shows none."""
    found = list(joined(_amounts(words, country, home), partial(_range, words)))
    bounded = [
        with_bound(words, amount) if _may_be_money(amount, before) else amount
        for before, amount in zip([None, *found], found, strict=False)
    ]
    return tuple(_capped_alike(words, list(_between_bounds(words, bounded))))


def _capped_alike(words: str, amounts: list[Sum]) -> Iterator[Sum]:
    """ "The cap is $16,500 for the art and $2,200 for the schedule" caps both."""
    last: Sum | None = None
    for one in amounts:
        alike = last is not None and last.bound is Bound.MOST and one.bound is Bound.EXACT
        if alike and last and _CAP.match(words, last.start) and _AND_FOR.fullmatch(words, last.end, one.start):
            one = replace(one, bound=Bound.MOST)
        last = one
        yield one


def _between_bounds(words: str, amounts: list[Sum]) -> Iterator[Sum]:
    """ "Minimum $8k, maximum $11k" is a range, and so is "ceiling 75k, floor 60k"."""
    index = 0
    while index < len(amounts):
        one, other = amounts[index], amounts[index + 1] if index + 1 < len(amounts) else None
        index += 1
        if (
            other is not None
            and {one.bound, other.bound} == {Bound.LEAST, Bound.MOST}
            and _THEN.fullmatch(words, one.end, other.start)
            and not _LEAVES.match(words, one.end)
            and (one.low < other.high) == (one.bound is Bound.LEAST)
            and one.low != other.low
            and (one.currency == other.currency or not (one.marked and other.marked))
        ):
            marked = one if one.marked else other
            core = Span(one.core.start, other.core.end)
            yield replace(
                other,
                start=one.start,
                core=core,
                low=min(one.low, other.low),
                high=max(one.high, other.high),
                bound=Bound.RANGE,
                currency=marked.currency,
                marked=marked.marked,
            )
            index += 1
        else:
            yield one


def _amounts(words: str, country: Country, home: str) -> list[Sum]:
    amounts: list[Sum] = []
    for number in numbers(words):
        if amounts and number.start < amounts[-1].end:  # the cents of the sum before
            continue
        if _CODED.match(words, number.start):
            continue
        mark = currency.before(words, number.start)
        if mark is not None and not mark.is_of(country):
            # N18.5m, N150,000, SR 28,000: nothing else is written so where no other country is known.
            big = number.scale > 1 or "," in words[number.start : number.end]
            close = mark.end == number.start or (len(mark.text) > 1 and mark.text.isupper())
            mark = mark if big and close and not country.shown else None
        start, end = number.start, number.end
        if mark is not None and (not amounts or mark.start >= amounts[-1].end):
            start = mark.start
        else:
            mark = None
        behind = currency.after(words, number.end)
        if behind is not None and behind.is_of(country) and not _opens_next(words, behind):
            end = behind.end
            mark = behind if mark is None or behind.code else mark
        if (
            number.scale == 1
            and " " in words[number.start : number.end]
            and not number.worded
            and mark is None
            and not _opens_range(words, number)
            and not _goes_on(words, number, amounts)
        ):
            continue
        lettered = words[number.end - 1].isalpha()  # as few numbers end
        if (
            mark is None
            and lettered
            and _MEASURE.search(words, number.start, number.end)
            and not _is_lakh(words, number, country)
        ):
            continue
        code = mark.currency(country) if mark else home
        if (
            lettered
            and _IS_MIL.search(words, number.start, number.end)
            and (country.code in _MIL or code in _MIL_MONEY)
        ):
            number = replace(number, value=number.value / 1000, scale=1000)
        core = Span(start, end)
        if mark is not None and mark.scale > 1 and number.scale == 1:
            number = replace(number, value=number.value * mark.scale, scale=mark.scale)
        if mark is not None and number.scale < 1000 and (cents := _CENTS.match(words, end)) is not None:
            number = replace(number, value=number.value + Decimal(cents["cents"]) / 100)
            core = Span(start, end := cents.end())
        amounts.append(
            Sum(
                start,
                end,
                core,
                number.value,
                number.value,
                Bound.EXACT,
                code,
                mark is not None,
                number.scale,
                number.worded,
            )
        )
    return amounts


def _is_lakh(words: str, number: Number, country: Country) -> bool:
    """2.5L, as India writes it; anywhere else it is a bottle."""
    return words[number.end - 1] == "L" and country.code in _LAKH


def _opens_range(words: str, number: Number) -> bool:
    """ "Entre 10 000 et 12 000 euros": the currency stands behind the other."""
    link = _LINK.match(words, number.end)
    return link is not None and words[link.end() : link.end() + 1].isdigit()


def _goes_on(words: str, number: Number, amounts: list[Sum]) -> bool:
    """ "NOK 90 000–110 000", "SEK 600 000, photography 140 000 included", "45 000 + mva", "under 30 000"."""
    if _LIMITED.search(words, max(0, number.start - _LIMITED_REACH), number.start) or _TAXED.match(words, number.end):
        return True
    if not amounts or not amounts[-1].marked or number.start - amounts[-1].end > _SHARE_REACH:
        return False
    last = amounts[-1]
    return _LINK.fullmatch(words, last.end, number.start) is not None or bool(
        _SPACED.search(words, last.core.start, last.core.end)
    )


def _opens_next(words: str, mark: currency.Mark) -> bool:
    """ "40 - $45k": the sign belongs to the number behind it."""
    return not mark.text[-1].isalpha() and words[mark.end : mark.end + 1].isdigit()


def _range(words: str, one: Sum, other: Sum) -> Sum | None:
    link = _LINK.fullmatch(words, one.end, other.start)
    if link is None and _is_maybe_more(words, one, other):
        link = _MAYBE.fullmatch(words, one.end, other.start)
    if link is None and one.worded and other.worded and other.marked and not one.marked and other.high <= 2 * one.low:
        link = _AS_SPOKEN.fullmatch(words, one.end, other.start)
    if link is None and _is_guess(words, one, other):
        link = _AS_SPOKEN.fullmatch(words, one.end, other.start)
    if link is None:
        return None
    if other.marked and one.marked and one.currency != other.currency and not _same_sign(words, one, other):
        return None
    joined = link[0].strip().lower()
    opened = _BETWEEN.search(words, max(0, one.start - 24), one.start)
    changes = joined in ("to", "->") and opened is not None and "where" not in opened[0].lower()  # no "anywhere from"
    if changes and _CHANGES.search(words, max(0, one.start - 60), one.start):
        return None
    if not one.marked and one.scale == 1 and NUMBERED.search(words, max(0, one.start - LONGEST_NUMBERED), one.start):
        return None
    if not one.marked and DAY_OF.search(words, max(0, one.start - LONGEST_NUMBERED), one.start):
        return None  # "Apr 24 - 750 bucks all told"
    if joined == "to" and _BY.search(words, max(0, one.start - 24), one.start):
        return None
    if (joined == "and" or joined in languages.words("and")) and opened is None:
        return None
    low, high = one.low, other.high
    if one.scale == 1 and other.scale > 1 and low < 1000:
        low *= other.scale
    elif one.scale == other.scale == 1 and low < 1000 <= high and low * 1000 <= high:  # $12-15,000
        low *= 1000
    if low > high or not (one.marked or other.marked or one.scale > 1 or other.scale > 1 or high >= 500):
        return None
    if joined in ("or", "/") and (low * 3 < high or one.scale == other.scale == 1):
        return None
    start = opened.start() if opened else one.start
    marked = one if one.marked and not (other.marked and _same_sign(words, one, other)) else other
    core = Span(one.start, other.end)
    scale = max(one.scale, other.scale)
    return Sum(
        start,
        other.end,
        core,
        low,
        high,
        Bound.RANGE,
        marked.currency,
        marked.marked,
        scale,
        one.worded and other.worded,
    )


def _is_guess(words: str, one: Sum, other: Sum) -> bool:
    """ "I think 500, 600 dollars": two round numbers near one another, said as a guess."""
    if one.marked or not other.marked or one.low % 100 or other.low % 100 or not one.low < other.low <= one.low * 3 / 2:
        return False
    return _GUESSED.search(words, max(0, one.start - 24), one.start) is not None


def _same_sign(words: str, one: Sum, other: Sum) -> bool:
    """ "$30,000 and $36,000 CAD": whose dollars they are is said once."""
    return words[one.start] == words[other.start] == "$" and words[one.end - 1].isdigit()


def _is_maybe_more(words: str, one: Sum, other: Sum) -> bool:
    """ "$40,000, possibly $50,000": not much more, and the rest of the clause says nothing of when or what for."""
    times = other.scale if one.scale == 1 and one.low < _LEAST else 1
    low = one.low * times
    return low < other.high <= 2 * low and _HANGS.match(words, other.end) is None


def _may_be_money(amount: Sum, before: Sum | None) -> bool:
    """Texts are full of bare small numbers, and one is money only behind a sum: "$60k, 40 of it media"."""
    if amount.marked or amount.scale > 1 or amount.high >= _LEAST:
        return True
    return before is not None and before.low >= _WHOLE and amount.start - before.end <= _SHARE_REACH


def with_bound(words: str, amount: Sum) -> Sum:
    """The sum with the limit that the words around it make of it."""
    if amount.bound is Bound.RANGE:
        return amount
    begins = max(0, amount.start - _AROUND)
    before = words[begins : amount.start].replace("\n", " ")
    behind = words[amount.end : amount.end + _AROUND].replace("\n", " ")
    most = MOST_BEFORE.search(before) if MAY_BE_MOST_BEFORE.is_in(before.lower()) else None
    if most and not (most[0].lower().startswith("up") and RISEN.search(before, 0, most.start())):
        if GO_TO.match(most[0]) and NOW.match(behind):
            return amount  # "I can go to $2,200 for both now": raised, as a purchase order is
        coined = COIN.search(most[0]) is not None  # "not one euro over thirty thousand"
        return replace(amount, start=begins + most.start(), bound=Bound.MOST, marked=amount.marked or coined)
    if (sign := SIGN_BEFORE.search(before)) is not None and not before[: sign.start()].rstrip().endswith(("-", "=")):
        return replace(amount, start=begins + sign.start(), bound=Bound.MOST if sign["most"] else Bound.LEAST)
    if MAY_BE_MOST.is_in(behind.lower()):
        most = MOST_AFTER.match(behind)
        if most is None and (between := BEFORE_LIMIT.match(behind)) is not None and between.end():
            most = MOST_AFTER.match(behind, between.end())
        if most is not None:
            return replace(amount, end=amount.end + most.end(), bound=Bound.MOST)
    if least := LEAST_BEFORE.search(before):
        if (none := NO_MORE.match(behind)) is not None:
            return replace(amount, start=begins + least.start(), end=amount.end + none.end(), bound=Bound.MOST)
        return replace(amount, start=begins + least.start(), bound=Bound.LEAST)
    if (least := LEAST_AFTER.match(behind)) is not None:
        return replace(amount, end=amount.end + least.end(), bound=Bound.LEAST)
    return amount
