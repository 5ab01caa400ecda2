"""Where a condition ends: what continues it joins, what gives its reason does not."""

import re

from extract.conditions import bounds, ways_of
from extract.conditions.none import is_none
from extract.conditions.way import terms_of
from extract.grammar import grammar, wordset
from extract.pieces import Piece, has_subject, next_sentence
from extract.text import Text

_CONTINUES = wordset("not never including especially except even with without unless nor wherever whenever in on")
_DOWN = wordset("no not never without don't dont nothing none")
_AS_IS = re.compile(
    r"as (?:it|they|that|this)(?: is| are|'s|'re| was| were| stands?)?\b[ ,]*$", re.IGNORECASE
)  # "exactly as it is"
_LONG = 22  # words without a sign: dictated


def whole_list(text: Text, pieces: list[Piece], index: int) -> tuple[int, int]:
    """The end of what a heading's line lists between commas: "Tone: warm, plain, a bit cheeky"."""
    while index + 1 < len(pieces) and pieces[index + 1].joint == "," and not has_subject(pieces[index + 1].words):
        index += 1
    return _with_code(text, pieces[index].span.end), index + 1


def end_of(text: Text, pieces: list[Piece], index: int, start: int) -> tuple[int, int]:
    """The end of the condition that begins at `start` in `pieces[index]`, and the piece to go on with."""
    end = _before_reason(text, pieces[index], start)
    while end == pieces[index].span.end and index + 1 < len(pieces) and _continues(text, pieces, index + 1):
        index += 1
        end = _before_reason(text, pieces[index])
    return _with_code(text, end), index + 1


def _continues(text: Text, pieces: list[Piece], index: int) -> bool:
    piece = pieces[index]
    if piece.joint == ":":
        return True
    if piece.joint != "," or (has_subject(piece.words) and piece.words[0].lower not in ("unless", "even", "except")):
        return False
    if len(piece.words) <= 2 or (len(piece.words) <= 5 and bounds.begins(text, piece) is not None):
        return True  # "on every pack, 8 point or larger"
    first = piece.words[0].lower
    if first == "no" and len(piece.words) <= 3 and pieces[index - 1].words[0].lower == "no":
        return True  # "no tartan, no stags"
    if first == "nothing" and len(piece.words) <= 4 and text.terms_in(piece.span, "language"):
        return True  # "Portuguese only, nothing in English"
    if text.terms_between(piece.span.start, piece.span.start + 1, "language") and len(piece.words) <= 5:
        return True  # "Spanish on the front, English on the back"
    if first == "only" and 1 < len(piece.words) <= 5 and _turns_down(pieces[index - 1]):
        return True  # "no old blue, only RAL 5017"
    known = not is_none(text, piece) and ways_of(text, piece)
    if known and first != "not":
        return False
    joiner = text.words[pieces[index - 1].span.end : piece.span.start].lower().split()[-1:]
    if joiner in (["and"], ["or"], ["nor"], ["but"]) or first in _CONTINUES:
        return True
    if any(word.lower in ("and", "or") for word in piece.words) and len(piece.words) <= 5:
        return True
    return len(piece.words) <= 6 and _list_goes_on(text, pieces, index)


def _turns_down(piece: Piece) -> bool:
    return not _DOWN.isdisjoint(word.lower for word in piece.words[:3])


def _list_goes_on(text: Text, pieces: list[Piece], index: int) -> bool:
    """An item of a list that "and" or "or" closes further on."""
    for before, later in zip(pieces[index:], pieces[index + 1 : index + 4], strict=False):
        if later.joint != ",":
            return False
        if text.words[before.span.end : later.span.start].lower().split()[-1:] in (["and"], ["or"]):
            return True
    return False


def _before_reason(text: Text, piece: Piece, start: int = 0) -> int:
    """Before "or their uploader chokes", "because we got in trouble"."""
    words = tuple(word for word in piece.words if word.start >= start)
    early = words[min(2, len(words) - 1)].start
    end = piece.span.end
    for term in terms_of(text, piece, "reason"):
        if _AS_IS.match(text.words, term.start, piece.span.end):
            continue
        if term.start <= early or text.words.count('"', piece.span.start, term.start) % 2:
            continue
        rest = [word.lower for word in piece.words if word.start >= term.end][:4]
        if text.words[term.start : term.end].lower().startswith("or ") and not any(_is_verb(word) for word in rest):
            continue
        end = min(end, term.start)
    if len(words) > _LONG or len(piece.words) > 2 * _LONG:
        end = min(end, next_sentence(words))
    while end > piece.span.start and text.words[end - 1] in " ,;:-(\n":
        end -= 1
    return end


def _is_verb(word: str) -> bool:
    return word in grammar().verbs or word in grammar().auxiliaries or word.endswith("s")


def _with_code(text: Text, end: int) -> int:
    """A short code in brackets belongs to the condition: "match the elevators (PMS 349)"."""
    code = re.compile(r" ?\(([^()\n]{2,40})\)").match(text.words, end)
    return code.end() if code and any(char.isdigit() for char in code[1]) else end
