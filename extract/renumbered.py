"""A number that is said to be new: "28 now", "another €750", "seven instead of five", "10% off"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SUM = r"(?:(?:rs|us|[acsr]|hk|nz)?[.$£€₹₱₦]{0,2} ?)\d"
_OLD = (
    "not|instead of|rather than|in place of|in lieu of|up from|down from|previously|no longer|originally|earlier"
    "|as opposed to|versus"
)
_MORE = "more|extra|on top|additional|further|de plus"
_ANOTHER = "another|extra|additional|further|fresh"
_LESS = "off|less|fewer"
_ONLY = "only|down to|up to|cut to|capped at|goes to|raised to|reduced to|is now|are now"
_MONEY = "k|grand|quid|dollars|euros?|€|pounds|rand|usd|eur|aed|pesos|francs|rupees|lakhs?"
_FIGURE = re.compile(r"\d")
_REACH = 48  # characters: no saying is longer, and none begins further before the word it is known by


@dataclass(frozen=True, slots=True)
class _Saying:
    """A way to say it, searched around the words it is known by: most texts hold none of them."""

    name: str
    words: tuple[str, ...]
    pattern: re.Pattern[str]
    after: int  # characters behind the words that belong to it

    def is_in(self, lower: str) -> bool:
        for word in self.words:
            place = lower.find(word)
            while place >= 0:
                edge = place + len(word)
                near = max(0, place - _REACH), edge + self.after
                if _FIGURE.search(lower, *near) and self.pattern.search(lower, *near):
                    return True
                place = lower.find(word, edge)
        return False


def _number_first(name: str, pattern: str, words: str) -> _Saying:
    """With the one character that shows where its last word ends."""
    return _Saying(name, tuple(words.split("|")), re.compile(pattern), 1)


def _number_last(name: str, pattern: str, words: str) -> _Saying:
    return _Saying(name, tuple(f"{word} " for word in words.split("|")), re.compile(pattern), _REACH)


_SAYINGS = (
    _number_first("number now", r"\d[\d.,:]{0,12}(?:st|nd|rd|th|k| ?[ap]m)?(?: \w{3,9})? now\b", "now"),
    _number_last("number now", rf"\bnow (?:on |at |is |to |only )?(?:the )?{_SUM}", "now"),
    _number_first("number more", rf"\d[\d.,]{{0,12}} ?(?:{_MONEY})? (?:{_MORE})\b", _MORE),
    _number_last("number more", rf"\b(?:{_ANOTHER}) {_SUM}", _ANOTHER),
    _number_last("number not", rf"\b(?:{_OLD}) (?:the |on |for )?{_SUM}", _OLD),
    _number_last("number not", rf"(?:,| and|\() ?(?:was|were|not) (?:the |on |for )?{_SUM}", "was|were|not"),
    _number_last("number not", rf"\bfrom {_SUM}[\d.,]{{0,12}}\w{{0,2}} to {_SUM}", "from"),
    _number_first("number less", rf"\d[\d.,]{{0,12}}(?:k| ?%)? (?:{_LESS})\b", _LESS),
    _number_last("number less", rf"\b(?:{_ONLY}) {_SUM}", _ONLY),
)


def renumbered(lower: str) -> Iterator[str]:
    """Of a text in lower case."""
    told = ""
    for saying in _SAYINGS:
        if saying.name != told and saying.is_in(lower):
            told = saying.name
            yield told
