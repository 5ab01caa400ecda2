"""Keep it short; use the new logo; leave the price off: orders about what is on the work."""

import re
from collections.abc import Sequence

from extract.conditions.way import opening
from extract.grammar import wordset
from extract.noun_phrases import noun_phrases
from extract.pieces import Piece
from extract.text import Text
from extract.tokens import Word

_POLITE = wordset(
    "can could would will please pls just also to ask need want like and do you we i i'd we'd it us kindly"
)
_ASKED = wordset("you please pls just do kindly")
_NOT_CONTENT = wordset("me us you your posted by for of to and is are was at in")
# Taking a whole piece away, or making one, is scope: "lose the sticker sheet", "make a film".
_SCOPE = wordset(
    "lose drop cut remove delete strike bin scrap kill ditch skip exclude take swap add change replace make "
    "produce supply provide deliver export save format size shoot film print cast pick pull bring move get let "
    "have do"
)
_KNOWN = wordset("the our this that these those his her its their both all")
_SHAPES = wordset(
    "bigger smaller larger longer shorter wider taller bolder brighter darker lighter warmer bold square round "
    "portrait landscape double-sided single-sided red blue green black white yellow gold silver waterproof vertical "
    "horizontal readable legible funnier friendlier simpler plainer clearer a5 a3 half-size"
)
_MONEY = re.compile(r"[$£€₹¥]")


def begins(text: Text, piece: Piece) -> int | None:
    first = _past_politeness(piece)
    words = piece.words[first:]
    if len(words) < 2:
        return None
    order = opening(text, words[0].start, "order")
    if order is None:
        return None
    rest = [word for word in words if word.start >= order.end]
    if not rest or rest[0].lower in _NOT_CONTENT:
        return None
    verb = words[0].lower
    if _makes_it_so(words):
        return words[0].start
    if verb in _SCOPE and (rest[-1].lower in ("one", "ones", "it", "lot") or _names_a_piece(text, piece, first)):
        return None
    leaves_out = {"off", "out"}.intersection(word.lower for word in rest)
    if _MONEY.search(piece.lower) and not leaves_out:
        return None
    return words[0].start


def _makes_it_so(words: Sequence[Word]) -> bool:
    """ "Make the flyer a half sheet", "make our logo bigger": a known thing becomes another; not: make the flyer."""
    lower = [word.lower for word in words[:6]]
    if lower[0] not in ("make", "turn") or len(lower) < 4 or lower[1] not in _KNOWN:
        return False
    behind = lower[3:]
    return bool(_SHAPES.intersection(behind)) or any(word in ("a", "an") for word in behind[:2])


def _past_politeness(piece: Piece) -> int:
    """Past "can you please" and "I'd like you to"."""
    for index, word in enumerate(piece.words[:7]):
        if word.lower not in _POLITE:
            asked = {before.lower for before in piece.words[:index]}
            return index if not asked or _ASKED.intersection(asked) else 0
    return 0


def _names_a_piece(text: Text, piece: Piece, first: int) -> bool:
    phrases = noun_phrases(text, piece.words[first + 1 :], ("deliverable",))
    return bool(phrases) and phrases[0].term is not None
