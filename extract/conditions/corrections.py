"""The opening hours are 9 to 5, not 9 to 6; the street is spelled Rothesay."""

import re

from extract.conditions.way import FIRST, lower
from extract.pieces import Piece
from extract.text import Text

_SPELLED = re.compile(r"\b(?:should (?:read|say)|(?:is|are) (?:spelled|spelt|pronounced|written|called))\b")
_NOT = re.compile(r",\s+(?:and )?not\b")


def begins(text: Text, piece: Piece) -> int | None:
    words = lower(piece)
    if FIRST.intersection(words[:2]) or len(words) < 3:
        return None
    if _SPELLED.search(piece.lower):
        return piece.span.start
    if len(words) > 3 and {"is", "are"}.intersection(words[1:4]):
        contrast = _NOT.match(text.words, piece.span.end, min(len(text.words), piece.span.end + 8))
        if contrast or (
            "not" in words[4:] and words[words.index("not", 4) + 1 : words.index("not", 4) + 2] != ["going"]
        ):
            return piece.span.start if any(char.isdigit() or char == '"' for char in piece.lower) or contrast else None
    return None
