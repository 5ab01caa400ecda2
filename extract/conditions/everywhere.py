"""Every page carries …, everything in French; the registration number on every poster."""

from extract.conditions.way import FIRST, PAST, before, lower, opening, terms_of
from extract.grammar import grammar
from extract.pieces import Piece
from extract.text import Text


def begins(text: Text, piece: Piece) -> int | None:
    words = lower(piece)
    if len(words) < 3 or opening(text, piece.span.start, "universal") is None:
        return None
    if piece.joint == "," and words[0] in ("everybody", "everyone", "anybody", "anyone"):
        return None  # "no beans, everybody has that"
    if words[1] in FIRST or PAST.intersection(words):
        return None
    little = grammar()
    if any(w in little.auxiliaries or w in little.verbs or w.endswith("s") or w in ("in", "on") for w in words[1:]):
        return piece.span.start
    return None


def spreads(text: Text, piece: Piece) -> int | None:
    """A thing named with where it has to be: "on every piece", "on both", "throughout"."""
    terms = [term for term in terms_of(text, piece, "spread") if term.start > piece.span.start]
    if len(piece.words) < 3 or not terms or FIRST.intersection(before(piece, terms[-1])):
        return None
    words = lower(piece)
    if PAST.intersection(words) or {"would", "could", "will", "have", "has", "been"}.intersection(words):
        return None
    return piece.span.start
