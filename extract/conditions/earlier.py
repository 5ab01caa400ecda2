"""Same as last time but green; like the one you did for Leeds."""

import re

from extract.conditions.way import PAST, lower, terms_of
from extract.pieces import Piece
from extract.text import Text

_LIKE = re.compile(
    r"\b(?:like|same as|similar to|same \w+ as) (?:the|our|your|that|those|last) (?:\S+ ){0,6}"
    r"(?:did|made|had|used|ran|wrote)"
    r"(?: (?:for|last|in|before|us|me)\b| ?$)"
)

_SAME = re.compile(
    r"(?:the )?same (?:\w+ ){1,3}as (?:in |on |for )?(?:(?:19|20)\d\d|the (?:first|last|old|other)|last|our)\b"
)


def begins(text: Text, piece: Piece) -> int | None:
    like = _LIKE.search(piece.lower)
    if like and len(piece.words) < 20:
        return piece.words[len(piece.lower[: like.start()].split())].start
    same = _SAME.match(piece.lower)
    if same and len(piece.words) < 12:
        return piece.span.start
    terms = terms_of(text, piece, "before")
    if not terms or {"was", "were"}.intersection(lower(piece)) or not PAST.isdisjoint(lower(piece)[:2]):
        return None
    return _with_what(piece, terms[0].start)


def _with_what(piece: Piece, start: int) -> int:
    """ "the same leaflet as last time": from "same" on."""
    for index, word in enumerate(piece.words):
        if word.lower == "same" and word.start < start and index + 5 > [w.start for w in piece.words].index(start):
            return piece.words[index - 1].start if index and piece.words[index - 1].lower == "the" else word.start
    return start
