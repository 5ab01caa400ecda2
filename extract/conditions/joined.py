"""How far a condition may reach: "Large print please, at least 14 point" is one condition or two."""

from collections.abc import Iterator, Sequence

from extract.conditions import ways_of
from extract.pieces import Piece, has_subject
from extract.text import Text

_HOPE = 0.3  # of the likelier piece
_ALONE = 0.3
_JOINTS = (",", ":", ";", "and", "but", "so", "n", "&", "so that", "-", "(")
_FEW = 5  # pieces that are one condition, at most


def otherwise(pieces: Sequence[Piece], chances: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Runs of pieces that may be a condition: each alone, each with the next, the whole sentence."""
    for index, chance in enumerate(chances):
        if chance >= _ALONE:
            yield index, index + 1
        if index + 1 < len(pieces) and max(chance, chances[index + 1]) >= _HOPE and pieces[index + 1].joint in _JOINTS:
            yield index, index + 2
    if 2 < len(pieces) <= _FEW and max(chances) >= _HOPE:
        yield 0, len(pieces)


def around(text: Text, pieces: Sequence[Piece], first: int, behind: int) -> dict[str, float]:
    """What speaks for or against the pieces being one condition."""
    signs = {"read otherwise": 1.0}
    for before, piece in zip(pieces[first : behind - 1], pieces[first + 1 : behind], strict=True):
        signs[f"joined by {piece.joint}"] = 1.0
        signs[f"joined with '{piece.words[0].lower}'"] = 1.0
        signs["each a clause"] = float(has_subject(piece.words) and has_subject(before.words))
        signs["each known"] = float(bool(ways_of(text, piece)) and bool(ways_of(text, before)))
        signs["few words more"] = float(len(piece.words) < 4)
    return signs
