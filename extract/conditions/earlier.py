"""Same as last time but green; like the one you did for Leeds."""

import re

from extract.conditions.way import PAST, lower, terms_of
from extract.pieces import Piece
from extract.text import Text

_LIKE = re.compile(
    r"\b(?:like|same as|similar to|same \w+ as) (?:the|our|your|that|those|last) (?:\S+ ){0,6}(?:did|made|had|used|ran|wrote)"
    r"(?: (?:for|last|in|before|us|me)\b| ?$)"
)


def begins(text: Text, piece: Piece) -> int | None:
    like = _LIKE.search(piece.lower)
    if like and len(piece.words) < 20:
        return piece.words[len(piece.lower[: like.start()].split())].start
    terms = terms_of(text, piece, "before")
    if not terms or {"was", "were"}.intersection(lower(piece)) or not PAST.isdisjoint(lower(piece)[:2]):
        return None
    return terms[0].start
