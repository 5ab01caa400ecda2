"""The opening hours are 9 to 5, not 9 to 6; the street is spelled Rothesay."""

import re

from extract.conditions.way import FIRST, lower
from extract.pieces import Piece
from extract.text import Text

_SPELLED = re.compile(r"\b(?:should (?:read|say)|(?:is|are) (?:spelled|spelt|pronounced|written|called))\b")
# "The committee would like the film at six minutes rather than ten."
_SWAP = re.compile(
    r"(?:\b(?:we|i) will (?:now )?(?:do|have|take|use)|\b(?:we|i)'ll (?:now )?(?:do|have|take|use)"
    r"|\b(?:wants?|prefers?|would like|would prefer|would rather have)|\b\w+'d (?:like|prefer|rather have))"
    r" (?=(?:the|our|its|it|his|her|their|all|both|every) )"
)
_INSTEAD = re.compile(r"\b(?:instead(?: of)?|rather than)\b")
_CLOCK = re.compile(
    r"\b(?:starts?|begins?|opens?|closes?|ends?|shuts?|doors|is|are) (?:\w+ ){0,2}(?:at )?\d{1,2}(?::\d\d| ?[ap]m\b)"
)
_NOT_CLOCK = re.compile(r",\s+(?:and )?not\s(?:at\s)?\d{1,2}(?::\d\d|\s?[ap]m\b|\b)")
_NAMES = re.compile(r"\b(?:is|are) [A-Z][^\n]{1,60}? and not [A-Z]")  # "the speaker is Dr. Ada and not Dr. Bello"
_NOT = re.compile(r",\s+(?:and )?not\b")


def begins(text: Text, piece: Piece) -> int | None:
    words = lower(piece)
    swap = _SWAP.search(piece.lower) if _INSTEAD.search(piece.lower) else None
    if swap is not None:
        return piece.words[len(piece.lower[: swap.end()].split())].start
    if FIRST.intersection(words[:2]) or len(words) < 3:
        return None
    if of_the_clock(text, piece) or _NAMES.search(text.words, piece.span.start, piece.span.end):
        return piece.span.start
    if _SPELLED.search(piece.lower):
        return piece.span.start
    if len(words) > 3 and {"is", "are"}.intersection(words[1:4]):
        contrast = _NOT.match(text.words, piece.span.end, min(len(text.words), piece.span.end + 8))
        if contrast or (
            "not" in words[4:] and words[words.index("not", 4) + 1 : words.index("not", 4) + 2] != ["going"]
        ):
            return piece.span.start if any(char.isdigit() or char == '"' for char in piece.lower) or contrast else None
    return None


def of_the_clock(text: Text, piece: Piece) -> bool:
    """ "The Saturday draw starts at 9:30, not 9:00": an hour on the work is put right, no day of the job."""
    said = text.words[piece.span.start : piece.span.end].lower()
    return _CLOCK.search(said) is not None and _NOT_CLOCK.match(text.words, piece.span.end) is not None
