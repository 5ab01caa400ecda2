"""Which country's a bare $ is, where the mail itself says so: "all Canadian", "in NZD", a C$ beside it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.anycase import AnyCase
from extract.country import Country, data
from extract.values.money import Sum

_STATED = re.compile(
    r"\b(?:all|in|are|is|that's|it's|figures|amounts|prices|sums|everything)\s(?:in\s)?"
    r"(?:(?P<code>(?-i:CAD|AUD|NZD|SGD|HKD|USD|TTD|JMD))"
    r"|(?P<nation>canadian|australian|new zealand|singapore|us|american)"
    r"(?:\sdollars|\sfunds|\sbucks|(?<=all\scanadian)|(?<=all\saustralian)))"
    r"(?=\s?(?:[.,;:)!?\n]|$|please\b))"
    r"|(?<=,\s)(?P<beside>canadian|australian)\s(?:of\scourse|obviously|naturally|that\sis|dollars)\b",
    re.IGNORECASE,
)
_NATIONS = {
    "canadian": "CAD",
    "australian": "AUD",
    "new zealand": "NZD",
    "singapore": "SGD",
    "us": "USD",
    "american": "USD",
}
_CODES = ("CAD", "AUD", "NZD", "SGD", "HKD", "USD", "TTD", "JMD")
_NATIONAL = ("dollars", "funds", "bucks", "all canadian", "all australian", ", canadian ", ", australian ")
_BARE = AnyCase(r"(?<![A-Za-z])\$(?![A-Za-z])|(?<!\w )\b(?:dollars|bucks)\b")


def in_stated_dollars(words: str, country: Country, found: Sequence[Sum]) -> tuple[Sum, ...]:
    """The sums, those with a bare $ in the dollars that the mail names."""
    bare = {
        amount
        for amount in found
        if amount.marked
        and amount.currency == country.dollar
        and amount.currency not in words[amount.core.start : amount.core.end]
        and _BARE.search(words, amount.core.start, amount.core.end)
    }
    if not bare:
        return tuple(found)
    stated = _STATED.search(words) if _may_state(words) else None
    if stated is not None:
        code = stated["code"] or _NATIONS[(stated["nation"] or stated["beside"]).lower()]
    elif country.shown:
        return tuple(found)
    else:
        dollars = set(data("currencies")["dollars"].values())
        shown = {amount.currency for amount in found if amount.marked and amount not in bare} & dollars
        code = shown.pop() if len(shown) == 1 else country.dollar
    return tuple(replace(amount, currency=code) if amount in bare else amount for amount in found)


def _may_state(words: str) -> bool:
    """A cheap look before the expensive one."""
    lower = words.lower()
    return any(said in lower for said in _NATIONAL) or any(code in words for code in _CODES)
