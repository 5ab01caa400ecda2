"""… is off limits, … is forbidden, the regulator insists that …"""

from extract.conditions.way import FIRST, PAST, after, lower, terms_of
from extract.grammar import wordset
from extract.pieces import Piece
from extract.text import Text

_INTRODUCES = (
    "that",
    "insists on",
    "insist on",
    "insists upon",
    "insist upon",
    "provided",
    "as long as",
    "so long as",
    "requests",
)

_ALLOWED = wordset("ok okay fine allowed welcome good permitted possible")
_STRICT = wordset("no not never must can't cannot may shall should every each all only has nothing nobody")


def begins(text: Text, piece: Piece) -> int | None:
    terms = terms_of(text, piece, "law")
    if not terms:
        return None
    term = terms[-1]
    said = text.words[term.start : term.end].lower()
    if said.endswith(_INTRODUCES):
        rest = [word for word in piece.words if word.start >= term.end]
        if said.split()[0] in ("condition", "on", "provided", "as", "so") and not _STRICT.intersection(
            w.lower for w in rest
        ):
            return None  # "a grant on condition that it goes on seeds"
        return (
            rest[0].start
            if len(rest) > 2 and rest[0].lower not in FIRST and "you" not in after(piece, term)[:1]
            else None
        )
    words = lower(piece)
    if "but" in words[3:-2] and _ALLOWED.intersection(words[: words.index("but", 3)]):
        return piece.words[words.index("but", 3) + 1].start  # "dogs are fine but cats are forbidden"
    if FIRST.intersection(words[:2]) or words[0] == "you" or PAST.intersection(words) or len(words) < 3:
        return None
    return piece.span.start
