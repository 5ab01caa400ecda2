"""All text in English and French; 2 in Spanish; Marathi on top."""

from extract.conditions.way import FIRST, PAST, after, before, lower, terms_of
from extract.grammar import wordset
from extract.pieces import Piece
from extract.text import Text

_FOLLOWS = wordset("first on and above below spelling only as throughout at language")
_PLACES = wordset("on top below side above first front back")


def begins(text: Text, piece: Piece) -> int | None:
    terms = terms_of(text, piece, "language")
    words = lower(piece)
    if not terms or FIRST.intersection(words) or PAST.intersection(words) or {"he", "she", "they"}.intersection(words):
        return None
    ahead, behind = before(piece, terms[0]), after(piece, terms[0])
    if ahead[-1:] == ["in"]:
        return _available(piece, terms[0].start)
    if not ahead and behind and behind[0] in _FOLLOWS:
        return piece.span.start
    return piece.span.start if len(terms) > 1 and _PLACES.intersection(words) else None


def _available(piece: Piece, place: int) -> int:
    """ "written at a sixth-grade level, available in Spanish": the language is what is available."""
    for index, word in enumerate(piece.words):
        if word.lower == "available" and word.end <= place and index > 4:
            return word.start
    return piece.span.start
