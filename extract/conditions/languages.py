"""All text in English and French; 2 in Spanish; Marathi on top."""

import re
from itertools import pairwise

from extract.conditions.way import FIRST, PAST, after, before, lower, terms_of
from extract.grammar import wordset
from extract.pieces import Piece
from extract.span import Span
from extract.text import Text

_FOLLOWS = wordset("first on and above below spelling only as throughout at language")
_ASIDE = wordset("too also please well")
_TOO = _ASIDE | wordset("version versions one ones as and")
_AND = re.compile(r"\s?(?:,|&|/|,?\sand|,?\sor|,?\splus)\s?")
_IN = re.compile(r"\bin (?:both )?$")
_PLACES = wordset("on top below side above first front back")


def begins(text: Text, piece: Piece) -> int | None:
    terms = terms_of(text, piece, "language")
    words = lower(piece)
    if not terms or FIRST.intersection(words) or PAST.intersection(words) or {"he", "she", "they"}.intersection(words):
        return None
    ahead, behind = before(piece, terms[0]), after(piece, terms[0])
    if {"speak", "speaks", "talk", "talks"}.intersection(ahead):
        return None
    if words[0] in ("a", "an", "one", "two", "three") and (thing := of_a_thing(text, piece)) is not None:
        return thing.start
    if ahead[-1:] == ["in"]:
        return _available(piece, terms[0].start)
    if not ahead and behind and behind[0] in _FOLLOWS:
        return piece.span.start
    if not ahead and not _ASIDE.isdisjoint(behind) and _TOO.issuperset(behind):
        return piece.span.start  # "Sepedi version as well"
    return piece.span.start if len(terms) > 1 and _PLACES.intersection(words) else None


def _available(piece: Piece, place: int) -> int:
    """ "written at a sixth-grade level, available in Spanish": the language is what is available."""
    for index, word in enumerate(piece.words):
        if word.lower == "available" and word.end <= place and index > 4:
            return word.start
    return piece.span.start


def of_a_thing(text: Text, piece: Piece) -> Span | None:
    """ "A website in English and Spanish": the two languages of a thing that is asked for."""
    terms = terms_of(text, piece, "language")
    for one, other in pairwise(terms):
        ahead = _IN.search(text.words, piece.span.start, one.start)
        if ahead is None or _AND.fullmatch(text.words, one.end, other.start) is None:
            continue
        if PAST.intersection(lower(piece)) or not text.terms_between(
            piece.span.start, ahead.start(), "deliverable", "thing"
        ):
            return None
        last = other
        for later in terms[terms.index(other) + 1 :]:
            if _AND.fullmatch(text.words, last.end, later.start):
                last = later
        return Span(ahead.start(), last.end)
    return None
