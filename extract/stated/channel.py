"""Where the work is to be seen: "will run on Instagram and local radio"."""

from collections.abc import Iterator

from extract.clauses import Sentence
from extract.grammar import wordset
from extract.span import Span
from extract.stated.extent import cues, has_term
from extract.text import Text

_BETWEEN = wordset("and or plus & , / the our your all both local national regional paid organic on in via +")


def cued(text: Text, sentence: Sentence) -> Iterator[Span]:
    for term in cues(text, sentence, "stated.lead", "channel"):
        span = _named(text, sentence, term.end)
        if span is not None:
            yield span


def fits(text: Text, span: Span, called: str) -> bool:
    return has_term(text, span, "stated.channel")


def _named(text: Text, sentence: Sentence, start: int) -> Span | None:
    """The list of channels that begins at `start`, to the end of its last one."""
    first = end = -1
    for word in text.tokens.within(start, sentence.end):
        if word.start < end:
            continue
        known = [
            term for term in text.terms_between(word.start, word.end, "stated.channel") if term.start == word.start
        ]
        if known:
            first = word.start if first < 0 else first
            end = max(term.end for term in known)
        elif word.lower not in _BETWEEN:
            break
    return Span(first, end) if end > 0 else None
