"""Audience, key message, tone, channel, approver and brand, where the mail states them.

Forms and headings name them ("Tone of voice: warm"); sentences do with a few set phrases. All else is left alone.
"""

from collections.abc import Iterator

from briefs.findings import Finding, Words
from extract.clauses import Sentence, Shape
from extract.noun_phrases import words_in
from extract.span import Span
from extract.stated import STATED, Stated
from extract.stated.extent import CUES, is_nothing, trimmed
from extract.text import Text

_NAMED, _CUED = 0.95, 0.75
_LONGEST_NAME = 60
_ARTICLES = ("the", "our", "your")


def find(text: Text) -> Iterator[Finding]:
    headings = {term.start for term in text.terms_between(0, len(text.words), "stated.heading")}
    for sentence in text.layout.sentences:
        if sentence.block.shape is Shape.HEADING:
            continue
        named = _named(text, sentence) if headings else None
        if named is not None:
            kind, span = named
            yield text.finding(kind.field, Words(text.said(span)), span, f"{kind.id}.named", _NAMED)
            continue
        if not text.terms_in(sentence, *CUES):
            continue  # as most sentences have none
        for kind in STATED:
            for span in kind.cued(text, sentence):
                if len(words_in(text, span)) <= kind.most and not is_nothing(text, span):
                    yield text.finding(kind.field, Words(text.said(span)), span, f"{kind.id}.cued", _CUED)


def _named(text: Text, sentence: Sentence) -> tuple[Stated, Span] | None:
    """What the sentence's own label, its row's, or the heading right above it says it is."""
    block = sentence.block
    name, start = _name(text, sentence)
    if name is None or len(block.cells) > 2:
        return None
    said = kind_of(text, name)
    if said is None:
        return None
    kind, called = said
    span = trimmed(text, Span(start, sentence.end))
    if span is None or text.words[sentence.end - 1] == "?" or is_nothing(text, span):
        return None
    if len(words_in(text, span)) > kind.most or not kind.fits(text, span, called):
        return None
    return kind, span


def _name(text: Text, sentence: Sentence) -> tuple[Span | None, int]:
    block = sentence.block
    if sentence.body > sentence.start:
        own = Span(sentence.start, sentence.body)
        if kind_of(text, own) is not None or block.shape is not Shape.BULLET or text.terms_in(own, "heading"):
            return own, sentence.body
    if sentence.start != block.start:
        return None, sentence.start  # a row's further sentences are remarks
    if block.labelled is not None:
        return block.labelled, sentence.start
    right_above = block.under is not None and not text.words[block.under.end : block.start].strip(" \t\n:=-*")
    if block.under is not None and (block.shape is Shape.BULLET or right_above):
        return block.under, sentence.start
    return None, sentence.start


def kind_of(text: Text, name: Span) -> tuple[Stated, str] | None:
    """The field that a label is the name of, whole, and the label in plain words."""
    if len(name) > _LONGEST_NAME:
        return None
    words = [word for word in words_in(text, name) if word.lower[0].isalnum()]
    while words and (words[0].lower in _ARTICLES or words[0].lower.isdigit()):
        words.pop(0)
    if not words:
        return None
    for term in text.terms_between(words[0].start, name.end, "stated.heading"):
        if term.start == words[0].start and term.end == words[-1].end:
            called = " ".join(word.lower for word in words)
            return next(kind for kind in STATED if kind.id == term.id), called
    return None
