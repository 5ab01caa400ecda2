"""What every way of being a condition looks like, and the questions they share."""

from collections.abc import Callable

from extract.grammar import wordset
from extract.pieces import Piece
from extract.term import Term
from extract.text import Text

Way = Callable[[Text, Piece], int | None]  # where in `text.words` the condition begins, None where there is none

FIRST = wordset("i we i'm i've i'd i'll we're we've we'd we'll im ive me us my")
PAST = wordset("was were had did been went came got gave")


def terms_of(text: Text, piece: Piece, *labels: str) -> list[Term]:
    return [term for term in text.terms_in(piece.span, *labels) if term.end <= piece.span.end]


def opening(text: Text, offset: int, label: str) -> Term | None:
    """The longest term of `label` that begins at `offset`."""
    return max(text.terms_between(offset, offset + 1, label), key=len, default=None)


def lower(piece: Piece) -> list[str]:
    return [word.lower for word in piece.words]


def before(piece: Piece, term: Term) -> list[str]:
    return [word.lower for word in piece.words if word.end <= term.start]


def after(piece: Piece, term: Term) -> list[str]:
    return [word.lower for word in piece.words if word.start >= term.end]
