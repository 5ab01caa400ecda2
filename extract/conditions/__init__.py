"""Ways in which a piece of a sentence is a condition on the work: one file a way, each tells where it begins."""

from functools import cache

from extract.conditions import (
    approvals,
    bans,
    bounds,
    corrections,
    craft,
    earlier,
    everywhere,
    kept,
    languages,
    laws,
    musts,
    orders,
    places,
)
from extract.conditions.way import Way
from extract.grammar import wordset
from extract.needs import Needs
from extract.pieces import Piece
from extract.text import Text

# In the order of trying; the number is how sure a condition is that was known this way. Of the words and labels behind
# it one has to stand in the piece: most pieces are rid of most ways by a look.
WAYS: tuple[tuple[str, float, Way, frozenset[str]], ...] = (
    ("ban", 0.9, bans.begins, wordset("ban")),
    ("must", 0.85, musts.begins, wordset("modal")),
    ("universal", 0.8, everywhere.begins, wordset("universal")),
    ("order", 0.75, orders.begins, wordset("order")),
    ("law", 0.75, laws.begins, wordset("law")),
    ("approval", 0.75, approvals.begins, wordset("approver")),
    ("spread", 0.75, everywhere.spreads, wordset("spread")),
    ("bound", 0.75, bounds.begins, wordset("limit size as than")),
    ("language", 0.7, languages.begins, wordset("language")),
    ("place", 0.65, places.begins, wordset("place always")),
    ("only", 0.7, bounds.only, wordset("only")),
    (
        "correction",
        0.65,
        corrections.begins,
        wordset(
            "is are should instead rather starts start begins begin opens open closes close ends shuts costs "
            "cost lasts becomes went goes reads will has have"
        ),
    ),
    ("earlier", 0.65, earlier.begins, wordset("before like same similar")),
    (
        "kept",
        0.65,
        kept.begins,
        wordset(
            "stay stays remain remains comes come goes go fine good ok okay perfect great right kept dropped deleted "
            "left taken crossed"
        ),
    ),
    ("to_be", 0.65, kept.to_be, wordset("to")),
    ("craft", 0.6, craft.begins, wordset("spec without")),
)


def ways_of(text: Text, piece: Piece) -> tuple[tuple[str, float, int], ...]:
    """Each way in which the piece is a condition, how sure, and where it begins; worked out once."""
    known = text.conditions.get(piece.span.start)
    if known is None:
        cues = {word.lower for word in piece.words}
        cues.update(text.terms.labels(piece.span.start, piece.span.end))
        known = text.conditions[piece.span.start] = tuple(
            [
                (way, sure, start)
                for way, sure, begins, _ in map(WAYS.__getitem__, _needs().met(cues))
                if (start := begins(text, piece)) is not None
            ]
        )
    return known


@cache
def _needs() -> Needs:
    return Needs(needs for _, _, _, needs in WAYS)
