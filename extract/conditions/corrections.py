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


# "Popcorn is $20 a bag this year not $15", "the bath for two is €78 now", "track 9 lasts 4'12, not 12'04".
_FIGURE = r"(?:[$€£₹] ?)?\d[\d.,:']*(?: ?[$€£₹%]| ?kr)?"
_VERBS = (
    r"(?:is|are|costs?|lasts?|becomes?|reads?|should be|should say|will be|has become|have become|went (?:up|down) to"
    r"|goes (?:up|down) to|went to|goes to|is going (?:up|down) to)"
)
_PUT_RIGHT = re.compile(
    rf"\b{_VERBS} (?:now |only |again )?(?:{_FIGURE}(?: (?!not\b)[a-z]+){{0,5}}"
    rf",? (?:and |but )?(?:not|instead of|rather than|no longer|no more|it was|was) (?:the )?{_FIGURE}"
    rf"|(?=\S*[$€£₹]){_FIGURE}(?: (?!not\b)[a-z]+){{0,3}} (?:now|this year|this time|this season|from now on)\b"
    rf"|now (?=\S*[$€£₹]){_FIGURE})"
)
_OF_THE_JOB = re.compile(
    r"\b(?:budgets?|totals?|fees?|spend|quotes?|estimates?|invoices?|caps?|limits?|po|purchase|grant|money|funding|it)\b"
)


_REACH = 160  # characters of a piece and what goes on behind it


def puts_right(text: Text, piece: Piece) -> bool:
    """A price or a number on the work is another now; not: the budget is 20k now, not 15k."""
    said = " ".join(text.words[piece.span.start : min(piece.sentence.end, piece.span.start + _REACH)].lower().split())
    found = _PUT_RIGHT.search(said)
    return found is not None and found.start() < len(piece.lower) and not _OF_THE_JOB.search(said[: found.start()])


def is_put_right(text: Text, piece: Piece) -> bool:
    """An hour or a figure on the work, whatever it is of: "the flyer's 9:30 draw", "the pretzel costs €4 now"."""
    return of_the_clock(text, piece) or puts_right(text, piece)


def begins(text: Text, piece: Piece) -> int | None:
    words = lower(piece)
    swap = _SWAP.search(piece.lower) if _INSTEAD.search(piece.lower) else None
    if swap is not None:
        return piece.words[len(piece.lower[: swap.end()].split())].start
    if FIRST.intersection(words[:2]) or len(words) < 3:
        return None
    if of_the_clock(text, piece) or _NAMES.search(text.words, piece.span.start, piece.span.end):
        return piece.span.start
    if _SPELLED.search(piece.lower) or (any(map(str.isdigit, piece.lower)) and puts_right(text, piece)):
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
