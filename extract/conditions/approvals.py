"""Who has to see, clear or sign the work: "both partners approve the final art in writing"."""

from extract.conditions.way import FIRST, PAST, after, before, lower, terms_of
from extract.grammar import wordset
from extract.pieces import Piece
from extract.text import Text

_OBJECTS = wordset(
    "everything every all any anything the final each drafts draft copy art artwork scripts script it them on "
    "before off first photo photos both this claims claim spots edits text wording content images layout layouts "
    "proofs proof recording recordings look version versions result results design designs"
)

_ALONE = ("say", "everything", "veto", "approval", "off", "blessing", "look", "word")  # say it without an object


def begins(text: Text, piece: Piece) -> int | None:
    for term in terms_of(text, piece, "approver"):
        subject, rest = before(piece, term), after(piece, term)
        if not subject or len(subject) > 8 or FIRST.intersection(subject) or "you" in subject or "to" in subject[-1:]:
            continue
        if PAST.intersection(lower(piece)) or {"if", "when", "once", "until", "after"}.intersection(subject):
            continue
        said = text.words[term.start : term.end].lower()
        if _OBJECTS.intersection(rest) or said.endswith(_ALONE):
            return piece.span.start
    return None
