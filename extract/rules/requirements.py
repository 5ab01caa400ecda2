"""Conditions the work must meet or avoid, in sentences and in lists of mandatories."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefs.findings import Field, Finding, Words
from extract.anycase import AnyCase
from extract.clauses import Sentence, Shape
from extract.conditions import languages, ways_of
from extract.conditions.corrections import is_put_right
from extract.conditions.extent import end_of, whole_list
from extract.conditions.joined import around, otherwise
from extract.conditions.none import is_comment, is_elsewhere, is_none
from extract.conditions.whole import wholeness
from extract.grammar import wordset
from extract.headings import heading_of
from extract.piece_signs import Chances, chances_of
from extract.pieces import Piece, has_subject, pieces_of
from extract.span import Span
from extract.text import Text

_LIKELY = 0.5
_POSSIBLE = 0.15
_WEAK = "requirement.weak"
_SPOKEN = 0.7  # "a website in English and Spanish": the thing's own words say nothing of it
_LIKELY_JUDGED = 0.3  # where a rule knows the wording
_SHORTEST = 5  # characters
# Said of time, of money and of the mail itself, not of what is made.
_OF_THE_JOB = AnyCase(
    r"[$£€₹]\s?\d[\d,.]*\s?k? (?:\w+ ){0,4}(?:has|have|is|are|must) (?:to )?(?:go|be (?:kept|spent|reserved|held))\b"
    r"|^(?:take|put|move|spend) [$£€₹]?\d|^make it look \w+$"
    r"|\b(?:be (?:\w+ )?(?:in our hands|with us|ready|up|hanging|rolling|here|delivered|finished|in stores?"
    r"|on shel[fv]\w*)\b[^.;]{0,60}\b(?:before|by|until|latest|weeks?|days?|fortnight)\b"
    r"|(?:not (?:to )?exceed|no more than|not more than|not over|nothing over|maximum of)\s+(?:\w{3} )?[$£€₹]"
    r"|you (?:do not|don't) have to\b|you (?:can't|cannot) have\b|use it or lose it\b"
    r"|treat (?:it |this )?as\b"
    r"|(?:goal|aim|objective|purpose) (?:is|being) (?:to|that)\b|(?:is|are) not negotiable\b"
    r"|no extension\b|not interested in\b)"
)
_SETTINGS = wordset("in on for at under with")
_CASES = wordset("if when whenever wherever where")


_Condition = tuple[Span, str, float, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class _Judged:
    start: int
    rule: str


def find(text: Text) -> Iterator[Finding]:
    for pieces in pieces_of(text):
        if pieces[0].sentence.block.shape is not Shape.HEADING and len(pieces[0].sentence) >= _SHORTEST:
            for span, rule, chance, beside in _conditions(text, pieces):
                words = Words(text.said(span))
                weighed = {**beside, **wholeness(text, _within(pieces, span), span)}
                finding = text.finding(Field.REQUIREMENT, words, span, rule, round(chance, 2), weighed=weighed)
                yield from text.sorted_out(finding, taken=rule != _WEAK)


def _within(pieces: list[Piece], span: Span) -> list[Piece]:
    return [piece for piece in pieces if piece.span.start < span.end and span.start < piece.span.end]


def _conditions(text: Text, pieces: list[Piece]) -> Iterator[_Condition]:
    """Those that stand in one sentence, then what might be meant instead: more of its pieces, or fewer."""
    chances = chances_of(text, pieces)
    known: set[tuple[int, int]] = set()
    for condition in _read(text, pieces, chances):
        known.add((condition[0].start, condition[0].end))
        yield condition
    if len(pieces) > 1:
        for first, behind in otherwise(pieces, [each["must"] for each in chances]):
            span = Span(pieces[first].span.start, pieces[behind - 1].span.end)
            if (span.start, span.end) not in known and len(span) >= _SHORTEST:
                chance = max(each["must"] for each in chances[first:behind])
                signs = {**_beside(chances, first, behind), **around(text, pieces, first, behind)}
                yield span, _WEAK, chance, signs


def _read(text: Text, pieces: list[Piece], chances: list[Chances]) -> Iterator[_Condition]:
    """Where each stands, the rule that knows its wording, how likely it is one, and how likely what is beside it."""
    heading = heading_of(text, pieces[0].sentence)
    index, asked_that = 0, False
    while index < len(pieces):
        piece = pieces[index]
        chance = chances[index]["must"]
        # Below that a known wording changes nothing, and is looked for only to be told of.
        may_be = chance >= _LIKELY_JUDGED or text.remarks is not None
        judged = _judged(text, pieces, index, heading) if may_be else None
        if judged is None and asked_that and piece.words[0].lower == "that" and len(piece.words) > 3:
            judged = _Judged(piece.words[1].start, "requirement.law")
        spoken = languages.of_a_thing(text, piece) if judged is None or chance < _LIKELY_JUDGED else None
        if spoken is not None:
            yield spoken, "requirement.spoken", _SPOKEN, _beside(chances, index, index + 1)
            index += 1
            continue
        if chance < (_LIKELY if judged is None else _LIKELY_JUDGED):
            if judged is not None:
                text.remark(Field.REQUIREMENT, piece.span, f"{judged.rule}: its words speak against a condition")
            index += 1
            if chance >= _POSSIBLE and len(piece.span) >= _SHORTEST:
                yield piece.span, _WEAK, chance, _beside(chances, index - 1, index)
            continue
        if _leads_in(text, pieces, index, heading):
            text.remark(Field.REQUIREMENT, piece.span, "it leads in to what stands behind the colon")
            index += 1
            yield piece.span, _WEAK, chance, {**_beside(chances, index - 1, index), "leads in": 1.0}
            continue
        if judged is None and (
            is_comment(piece)
            or is_elsewhere(text, piece, piece.span.start)
            or _is_subject(text, pieces, index, heading)
        ):
            index += 1
            continue
        judged = judged or _Judged(piece.span.start, "requirement.words")
        asked_that = judged.rule == "requirement.law" and judged.start > piece.span.start
        start, first = judged.start, index
        if index == 1 and start == piece.span.start and piece.joint == "," and _is_setting(pieces[0]):
            start = pieces[0].span.start
        if judged.rule == "requirement.listed":
            end, index = whole_list(text, pieces, index)
        else:
            end, index = end_of(text, pieces, index, judged.start)
        if end - start >= _SHORTEST and not _OF_THE_JOB.search(text.words[start:end]):
            yield Span(start, end), judged.rule, chance, _beside(chances, first, index)
        else:
            text.remark(Field.REQUIREMENT, Span(start, end), f"{judged.rule}: said of time, of money or of the mail")


def _beside(chances: list[Chances], first: int, behind: int) -> Mapping[str, float]:
    """How likely conditions are the pieces taken after the first, the one before it and the one behind them."""
    must = [each["must"] for each in chances]
    return {
        "aim": chances[first]["aim"],
        "before": must[first - 1] if first else 0.0,
        "behind": must[behind] if behind < len(must) else 0.0,
        "weakest": min(must[first:behind], default=must[first]),
        "goes on": float(behind - first > 1),
        "stops short": float(behind < len(must)),
        "begins late": float(first > 0),
        f"pieces {min(behind - first, 5)}": 1.0,
    }


def _judged(text: Text, pieces: list[Piece], index: int, heading: str) -> _Judged | None:
    piece = pieces[index]
    listed = heading == "requirements" and index == 0 and _is_first(piece.sentence)
    if not is_none(text, piece):
        for way, confidence, start in ways_of(text, piece):
            if is_elsewhere(text, piece, start) and not (way == "correction" and is_put_right(text, piece)):
                text.remark(Field.REQUIREMENT, piece.span, f"requirement.{way}: about a day or talk of the process")
                continue
            if confidence < 0.85 and len(piece.sentence.block.cells) > 2:
                continue  # a table's row
            if not (heading in ("deliverables", "objectives") and confidence < 0.8):
                return _Judged(start, f"requirement.{way}")
    if listed and (len(piece.words) > 1 or len(pieces) > 1) and not is_elsewhere(text, piece, piece.span.start):
        return _Judged(piece.span.start, "requirement.listed")
    if heading == "requirements" and piece.joint == ";" and not has_subject(piece.words):
        return _Judged(piece.span.start, "requirement.listed")
    return None


def _leads_in(text: Text, pieces: list[Piece], index: int, heading: str) -> bool:
    """ "The lawyers read everything, so: no prices": what stands before the colon only says why."""
    ahead = index + 1
    while ahead < min(len(pieces), index + 4) and pieces[ahead].joint == ",":
        ahead += 1
    if ahead >= len(pieces) or pieces[ahead].joint != ":":
        return False
    return _judged(text, pieces, ahead, heading) is not None


def _is_subject(text: Text, pieces: list[Piece], index: int, heading: str) -> bool:
    """ "Our patron, the Countess, must not be named": what the condition behind the commas is said of."""
    behind = range(index + 1, min(index + 3, len(pieces)))
    if has_subject(pieces[index].words) or any(pieces[later].joint != "," for later in behind):
        return False
    return any(_judged(text, pieces, later, heading) is not None for later in behind)


def _is_first(sentence: Sentence) -> bool:
    return sentence.start == sentence.block.start or sentence.body > sentence.start


def _is_setting(piece: Piece) -> bool:
    """ "In the guide, …", "If it rains, …": what the condition behind it is about."""
    first = piece.words[0].lower
    if first in _CASES:
        return len(piece.words) <= 9
    return first in _SETTINGS and len(piece.words) <= 5 and not has_subject(piece.words)
