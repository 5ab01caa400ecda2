"""Seven words or fewer; type no smaller than 12 point; under 100 MB; safety orange only."""

import re

from extract.conditions.way import FIRST, PAST, lower, terms_of
from extract.grammar import grammar, wordset
from extract.pieces import Piece
from extract.text import Text

_MONEY = re.compile(r"[$£€₹¥]|\b(?:dollars?|euros?|pounds|bucks|grand|quid|rupees)\b")
_COMPARED = re.compile(
    r"\b(?:same size as|equal in size|as (?:large|big|prominent|small|long) as"
    r"|(?:no|not|never) (?:bigger|larger|smaller|longer|taller) than)\b"
)
_ELSEWHERE = wordset("have people members years months weeks days customers staff stores employees is are")


def begins(text: Text, piece: Piece) -> int | None:
    words = lower(piece)
    if _MONEY.search(piece.lower) or PAST.intersection(words):
        return None
    if _COMPARED.search(piece.lower):
        return None if FIRST.intersection(words[:2]) else piece.span.start
    if not terms_of(text, piece, "limit") or not terms_of(text, piece, "unit"):
        return None
    counted = any(word[0].isdigit() or word in grammar().numbers or word in ("a", "an") for word in words)
    return (
        piece.span.start if counted and not FIRST.intersection(words) and not _ELSEWHERE.intersection(words) else None
    )


def only(text: Text, piece: Piece) -> int | None:
    """Only this, or this only, and no sentence around it."""
    words = lower(piece)
    if "only" not in words or not 2 <= len(words) <= 10 or FIRST.intersection(words):
        return None
    place = words.index("only")
    little = grammar()
    if any(
        word in little.pronouns or word in PAST or word in ("is", "if", "has", "not", "the", "you")
        for word in words[:place]
    ):
        return None
    if place == 0:
        return (
            piece.span.start
            if len(words) > 2 and words[1] not in ("asking", "one", "thing", "a", "the", "if", "to")
            else None
        )
    return piece.span.start
