"""What a thing is called, which is no telephone call: "don't call it a launch", "never call the birds cute"."""

from extract.grammar import grammar, wordset
from extract.pieces import Piece

_POINTING = wordset("it them this that us these those")
_NOT_NAMED = wordset("me him her back")
_TIMES = wordset("before after until till on at during today tomorrow monday about yet again back for if when")
_FIRST = 4  # words before the verb, at most


def is_naming(piece: Piece, place: int) -> bool:
    """Whether the word at `place` is "call" and says what something is called; not: don't call us before nine."""
    words = [word.lower for word in piece.words[place + 1 :]]
    if piece.words[place].lower != "call" or len(words) < 2:
        return False
    if words[0] in _NOT_NAMED or not _TIMES.isdisjoint(words[1:3]):
        return False
    if words[0] in _POINTING:
        return words[1] not in grammar().prepositions
    return grammar().is_determiner(words[0]) and len(words) > 2 and words[2] not in grammar().prepositions


def names(piece: Piece) -> bool:
    return any(is_naming(piece, place) for place in range(min(_FIRST, len(piece.words))))
