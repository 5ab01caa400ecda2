"""A number that is said to be new: "28 now", "another €750", "seven instead of five", "10% off"."""

import re
from collections.abc import Iterator

_SUM = r"(?:(?:rs|us|[acsr]|hk|nz)?[.$£€₹₱₦]{0,2} ?)\d"
_OLD = (
    "not|instead of|rather than|in place of|in lieu of|up from|down from|previously|no longer|originally|earlier"
    "|as opposed to|versus"
)
_MONEY = "k|grand|quid|dollars|euros?|€|pounds|rand|usd|eur|aed|pesos|francs|rupees|lakhs?"
_SAYS = {
    "number now": re.compile(
        rf"\d[\d.,:]{{0,12}}(?:st|nd|rd|th|k| ?[ap]m)?(?: \w{{3,9}})? now\b"
        rf"|\bnow (?:on |at |is |to |only )?(?:the )?{_SUM}"
    ),
    "number more": re.compile(
        rf"\d[\d.,]{{0,12}} ?(?:{_MONEY})? (?:more|extra|on top|additional|further|de plus)\b"
        rf"|\b(?:another|extra|additional|further|fresh) {_SUM}"
    ),
    "number not": re.compile(
        rf"\b(?:{_OLD}) (?:the |on |for )?{_SUM}|(?:,| and|\() ?(?:was|were|not) (?:the |on |for )?{_SUM}"
        rf"|\bfrom {_SUM}[\d.,]{{0,12}}\w{{0,2}} to {_SUM}"
    ),
    "number less": re.compile(
        rf"\d[\d.,]{{0,12}}(?:k| ?%)? (?:off|less|fewer)\b"
        rf"|\b(?:only|down to|up to|cut to|capped at|goes to|raised to|reduced to|is now|are now) {_SUM}"
    ),
}


# One of these has to be there: most texts hold none, and looking for a word is quick.
_NEEDS = {
    "number now": ("now",),
    "number more": ("more", "extra", "on top", "additional", "further", "de plus", "another", "fresh"),
    "number not": (*_OLD.split("|"), "was", "were", "from"),
    "number less": ("off", "less", "fewer", "only", "down to", "up to", "cut to", "goes to", "ed to", "capped", "now"),
}


def renumbered(lower: str) -> Iterator[str]:
    """Of a text in lower case."""
    for name, pattern in _SAYS.items():
        if any(needed in lower for needed in _NEEDS[name]) and pattern.search(lower):
            yield name
