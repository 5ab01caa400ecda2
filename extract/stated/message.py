"""The one thing to be said: "the key message is that the tram is quicker"."""

from collections.abc import Iterator

from extract.clauses import Sentence
from extract.grammar import wordset
from extract.noun_phrases import words_in
from extract.span import Span
from extract.stated.extent import cues, trimmed
from extract.text import Text

_FEWEST = 3
# What is said about the message, and is none.
_ABOUT = wordset(
    "missing wrong unclear clear lost too not still in on at there ok okay fine good great buried below attached above"
    " hidden gone right important unchanged up yours what how whether being getting going"
)


def cued(text: Text, sentence: Sentence) -> Iterator[Span]:
    for term in cues(text, sentence, "stated.lead", "message"):
        words = text.tokens.within(term.end, sentence.end)
        that = next((word for word in words if word.lower[0].isalpha()), None)
        start = that.end if that is not None and that.lower == "that" else term.end
        span = trimmed(text, Span(start, sentence.end))
        if span is None:
            continue
        said = words_in(text, span)
        if len(said) >= _FEWEST and said[0].lower not in _ABOUT:
            yield span


def fits(text: Text, span: Span, called: str) -> bool:
    return len(words_in(text, span)) > 1
