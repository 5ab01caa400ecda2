"""No …, never …, nobody …, don't … at the head of a piece."""

from extract.conditions.names import is_naming
from extract.conditions.way import opening
from extract.grammar import grammar, wordset
from extract.pieces import Piece
from extract.text import Text

_NOT_ASKED = wordset("needed required necessary yet else changes")  # "no header boards needed"
_NOBODY = wordset(
    "shown in under with wearing should may must can is appears of who that over looking smiling holding gets"
)
_NOT = wordset("to whenever until before just only if a an all for there here")  # "not until May", "not to us"
_ORDERS = wordset("don't dont do never not please")


def begins(text: Text, piece: Piece) -> int | None:
    start = piece.span.start
    if opening(text, start, "ban") is None or len(piece.words) < 2:
        return None
    words = [word.lower for word in piece.words]
    first, second = words[0], words[1]
    if words[-1] in _NOT_ASKED or (first in ("without", "neither") and piece.joint == ","):
        return None
    if first in ("nobody", "no-one", "none"):
        if second == "is" and not (
            words[2:3] in (["ever"], ["to"], ["allowed"]) or (words[2:3] and words[2].endswith("ed"))
        ):
            return None
        return start if second in _NOBODY else None
    if (first, second) == ("no", "one"):
        return start if len(words) > 2 and words[2] in _NOBODY else None
    if first == "nothing" and second in grammar().auxiliaries - {"may", "can", "should", "must"}:
        return None
    if first == "not" and (
        piece.joint == "," or second in _NOT or second in grammar().pronouns or second.endswith("ing")
    ):
        return None
    if first == "never" and second.endswith("ed"):
        return None
    return None if first in _ORDERS and _is_process(text, piece) else start


def _is_process(text: Text, piece: Piece) -> bool:
    """Don't wait, don't call me, do not book anything: orders about the working together."""
    place = next((at for at, word in enumerate(piece.words) if word.lower not in _ORDERS | {"ever", "even"}), None)
    if place is None:
        return True
    verb = piece.words[place]
    if is_naming(piece, place):
        return False
    return bool(text.terms_between(verb.start, verb.start + 1, "process_verb"))
