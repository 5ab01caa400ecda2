"""Whom the work speaks to: "aimed at families with young children", "the audience is nurses"."""

import re
from collections.abc import Iterator

from extract.anycase import AnyCase
from extract.clauses import Sentence
from extract.noun_phrases import words_in
from extract.span import Span
from extract.stated.extent import clause_end, cues, has_term, trimmed, turned
from extract.text import Text

_AGES = AnyCase(r"\b(?:over|under)[- ]\d\d|\b\d\d ?(?:-|to) ?\d\d(?:s|[- ]year)|\bgen[- ][a-z]\b|\b[1-9]0s\b")
_NEAR = 70  # characters in which it has to say who
_VAGUE = frozenset({"you", "us", "me", "the", "it", "them", "this", "that"})
_AIM = frozenset({"to", "is", "that", "what"})  # "our target is to find dealers"
_ENDS = re.compile(r"\s(?:from (?=\d)|but )")


def cued(text: Text, sentence: Sentence) -> Iterator[Span]:
    for term in cues(text, sentence, "stated.lead", "audience"):
        said = turned(text, Span(term.end, max(term.end, clause_end(text, sentence, term.end))))
        begins = _ENDS.search(text.words, said.start, said.end)
        span = trimmed(text, Span(said.start, begins.start()) if begins else said)
        if span is not None and _says_who(text, span):
            yield span


def fits(text: Text, span: Span, called: str) -> bool:
    """Under its own heading nearly all will do."""
    return any(word.lower.isalpha() for word in words_in(text, span))


def _says_who(text: Text, span: Span) -> bool:
    words = words_in(text, span)
    if not words or words[0].lower in _AIM or (len(words) == 1 and words[0].lower in _VAGUE):
        return False
    near = Span(span.start, min(span.end, span.start + _NEAR))
    ages = _AGES.search(text.words, near.start, near.end)
    if words[0].lower.isdigit() and (ages is None or ages.start() > span.start):
        return False  # "we want to reach 500 visitors" is an aim
    return ages is not None or has_term(text, near, "audience")
