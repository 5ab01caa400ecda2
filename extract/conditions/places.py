"""The number goes at the bottom; Welsh goes above English; the founder's name always comes first."""

from extract.conditions.way import PAST, after, before, lower, terms_of
from extract.grammar import grammar, wordset
from extract.pieces import Piece
from extract.text import Text

_ALWAYS = ("always", "captioned", "credited", "spelled", "spelt")
_WHERE = wordset(
    "on at above below under beside next after before first last top bottom across beneath behind inside within "
    "over with along"
)


def begins(text: Text, piece: Piece) -> int | None:
    little = grammar()
    if PAST.intersection(lower(piece)):
        return None
    words = lower(piece)
    if (
        "always" in words[1:]
        and not little.pronouns.difference({"it", "they"}).intersection(words)
        and "as" not in words
    ):
        return piece.span.start  # "people are in towels always"
    for term in terms_of(text, piece, "place"):
        subject, rest = before(piece, term), after(piece, term)
        if not 0 < len(subject) <= 8 or not rest:
            continue
        if subject[-1] in little.prepositions or subject[-1] in ("the", "a", "to"):
            continue
        if any(word in little.auxiliaries or (word in little.pronouns and word != "it") for word in subject):
            continue
        said = text.words[term.start : term.end].lower()
        if any(word in said for word in _ALWAYS):
            return piece.span.start
        if rest[0] in _WHERE and text.terms_between(piece.span.start, term.start, "mark", "language"):
            return piece.span.start
    return None
