"""Closed captions, CMYK with 3 mm bleed, British spelling: words of the craft with no sentence around them."""

from extract.conditions.way import lower, terms_of
from extract.grammar import grammar, wordset
from extract.noun_phrases import noun_phrases
from extract.pieces import Piece, has_subject
from extract.text import Text

_COLOURS = wordset("pms pantone ral hex cmyk rgb")


def begins(text: Text, piece: Piece) -> int | None:
    words = lower(piece)
    if "without" in words[1:3] and len(words) <= 7 and not has_subject(piece.words):
        return piece.span.start  # "prices without dollar signs"
    if not terms_of(text, piece, "spec") or len(words) < 2:
        return None
    if {"is", "are"}.intersection(words[1:3]) and _COLOURS.intersection(words):
        return piece.span.start
    if len(words) > 8 or any(word in grammar().pronouns for word in words) or has_subject(piece.words):
        return None
    phrases = noun_phrases(text, piece.words, ("deliverable",))
    return None if any(phrase.term is not None for phrase in phrases) else piece.span.start
