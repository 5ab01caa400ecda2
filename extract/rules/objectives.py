"""What the client wants the work to achieve: the clause behind "the goal is to", "we want people to"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefs.findings import Field, Finding, Words
from extract.aims import backwards, ways_of
from extract.anycase import AnyCase
from extract.clauses import Clause, Sentence, Shape
from extract.grammar import grammar, wordset
from extract.headings import heading_of
from extract.noun_phrases import words_in
from extract.piece_signs import chances_of
from extract.pieces import Piece, next_sentence, pieces_of
from extract.span import Span
from extract.text import Text

_LIKELY = 0.5
_POSSIBLE = 0.1
_SHORTEST = 5  # characters of a sentence that says anything
_LIKELY_NAMED = 0.1  # where the wording may name it as one
_LOOKED_FOR = 0.02  # below that no wording is looked for but what calls it the goal
_LEAD = 5  # words
_WANTING = wordset("want wants like love need needs hope hoping wish")
_DOING = wordset("come go tell get ask bring talk switch listen write return walk turn back up")
_CALLED = ("goal", "cleft", "success", "backwards", "heading")  # it is called the goal in so many words
_GLAD = AnyCase(
    r",?\s(?:then )?(?:i'll|i'd|i would|i will|i'm|i am|i shall|we'll|we'd|we're|we are|that'd|that would|that's|it's)"
    r"\b",
)
_TO = re.compile(r"(?:to|that|for) (?=\w)", re.IGNORECASE)
_LONG = 22  # words without a sign: dictated
_GOES_ON = wordset("not to or who especially particularly including without")
_BACK_THEN = ("last year", "last time", "last season", "this year", "right now", "so far", "till now", "until now")
_JOINED = wordset("and but so because as which")


@dataclass(frozen=True, slots=True)
class _Aim:
    span: Span
    rule: str
    confidence: float
    taken: bool


def find(text: Text) -> Iterator[Finding]:
    for pieces in pieces_of(text):
        if pieces[0].sentence.block.shape is not Shape.HEADING and len(pieces[0].sentence) >= _SHORTEST:
            for aim in _aims(text, pieces):
                words = Words(text.said(aim.span))
                weighed = _covered(text, pieces, aim.span)
                finding = text.finding(Field.OBJECTIVE, words, aim.span, aim.rule, aim.confidence, weighed=weighed)
                yield from text.sorted_out(finding, taken=aim.taken)


def _covered(text: Text, pieces: list[Piece], span: Span) -> Mapping[str, float]:
    """How likely an aim each piece of it is, and what stands behind it; and how likely a condition it is instead."""
    taken = [
        chances
        for piece, chances in zip(pieces, chances_of(text, pieces), strict=True)
        if span.start < piece.span.end and piece.span.start < span.end
    ]
    behind = [
        chances["aim"]
        for piece, chances in zip(pieces, chances_of(text, pieces), strict=True)
        if piece.span.start >= span.end
    ]
    return {
        "must": max((each["must"] for each in taken), default=0.0),
        "weakest": min((each["aim"] for each in taken), default=0.0),
        "behind": behind[0] if behind else 0.0,
        "stops short": float(bool(behind)),
        "begins late": float(span.start > pieces[0].sentence.words.start),
        f"pieces {min(len(taken), 5)}": 1.0,
    }


def _aims(text: Text, pieces: list[Piece]) -> Iterator[_Aim]:
    """The aim that a sentence's wording names, where its words bear it out, and pieces whose words alone say one."""
    sentence = pieces[0].sentence
    chances = [chances["aim"] for chances in chances_of(text, pieces)]
    named = _named(text, sentence) if max(chances) >= _LOOKED_FOR or _may_call(text, sentence) else None
    reach = sentence.start
    if named is not None:
        start, way = named
        index = max((i for i, piece in enumerate(pieces) if piece.span.start <= start), default=0)
        chance = max(chances[index], chances[min(index + 1, len(chances) - 1)])
        told = chance >= _LIKELY_NAMED or way in _CALLED
        for aim in _aim(text, sentence, start, way, round(chance, 2), taken=told):
            reach = aim.span.end if told else reach
            yield aim
    for piece, chance in zip(pieces, chances, strict=True):
        if chance >= _POSSIBLE and piece.span.start >= reach:
            way = "words" if chance >= _LIKELY else "weak"
            for aim in _aim(text, sentence, _begins(piece), way, round(chance, 2), taken=way != "weak"):
                reach = aim.span.end
                yield aim


def _may_call(text: Text, sentence: Sentence) -> bool:
    """Whether the sentence may call something a goal in so many words: a cheap look before the expensive one."""
    begins = text.words[sentence.start : sentence.start + len("but if")].lower()
    called = "if" in begins or text.terms_in(sentence, "goal", "success_if")
    return bool(called) or heading_of(text, sentence) == "objectives"


def _named(text: Text, sentence: Sentence) -> tuple[int, str] | None:
    """Where the aim begins and the way in which the sentence names it."""
    heading = heading_of(text, sentence)
    if heading == "objectives":
        if sentence.body > sentence.start or sentence.start == sentence.block.start:
            to = _TO.match(text.words, sentence.body)
            return (to.end() if to else sentence.body), "heading"
        return None
    return next(((start, way) for way, start in ways_of(text, sentence)), None)


def _begins(piece: Piece) -> int:
    """Behind "so that", "we want to", "hoping to": what is wanted itself."""
    lower = [word.lower for word in piece.words[:_LEAD]]
    for place, word in enumerate(lower):
        if word in ("to", "that") and place + 2 < len(piece.words):
            if lower[place : place + 2] == ["that", "way"] and place + 3 < len(piece.words):
                return piece.words[place + 2].start  # "that way the neighbours stop complaining"
            if word == "to" and not _WANTING.isdisjoint(lower[:place]) and lower[place - 1] == "them":
                return piece.words[place - 1].start  # "I want them to come back"
            if word == "to" and not _DOING.isdisjoint(lower[:place]):
                return piece.span.start  # "they should come to a proper dealer"
            if any(before.endswith("ing") for before in lower[1 : max(1, place - 1)]):
                return piece.span.start  # "riders recommending the lamp to their passengers"
            return piece.words[place + 1].start
    return piece.span.start


def _aim(text: Text, sentence: Sentence, start: int, way: str, confidence: float, *, taken: bool) -> Iterator[_Aim]:
    """From `start` to the end of what is wanted: a remark behind a comma is left out."""
    end = sentence.end
    clauses = text.layout.clauses
    first = bisect_right(clauses, start, key=lambda clause: clause.start)
    for index in range(first, len(clauses)):
        if clauses[index].start >= sentence.end:
            break
        if _ends_aim(text, clauses[index]):
            end = clauses[index].start
            break
    glad = _GLAD.search(text.words, start, end)
    if way == "success" and glad is not None:
        end = glad.start()
    if way == "backwards":
        end = backwards.ends(text, start, end)
    words = text.tokens.within(start, end)
    if len(words) > _LONG:
        end = min(end, next_sentence(words))
    while end > start and (text.words[end - 1].isspace() or text.words[end - 1] in ".,;:!(-"):
        end -= 1
    if len(text.words[start:end].split()) > 1:
        yield _Aim(Span(start, end), f"objective.{way}", confidence, taken)


def _is_another_sentence(words: Sequence[str]) -> bool:
    """ "…, Saturdays we're parking in the beans", "…, last year only 14 came", "…, right now they reckon"."""
    if any(word in grammar().pronouns for word in words[1:3]):
        return True
    return words[0] == "currently" or " ".join(words[:2]) in _BACK_THEN or words[:3] == ["at", "the", "moment"]


def _ends_aim(text: Text, clause: Clause) -> bool:
    if clause.joint in (";", "(", "-"):
        return True
    words = [word.lower for word in words_in(text, clause)]
    if clause.joint != "," or not words or words[0] in _GOES_ON:
        return False
    little = grammar()
    if words[0] == "otherwise" or (little.is_determiner(words[0]) and any(word in little.verbs for word in words[2:6])):
        return True  # "cooks fry with it, the English only put it on the salad"
    if words[0] not in ("and", "or", "when", "if", "while", "where") and _is_another_sentence(words):
        return True
    if words[0] in ("and", "or") and words[1:2] in (["not"], ["to"]):
        return False
    if words[:2] == ["and", "that"]:
        return True  # "…, and that people finally understand …": another one
    if words[0] in _JOINED:
        return words[1:2] != [] and (words[1] in little.pronouns or words[0] in ("but", "so", "because", "which"))
    return words[0] in little.pronouns or words[0] == "please" or any(word in little.auxiliaries for word in words[1:4])
