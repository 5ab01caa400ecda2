"""What the client wants the work to achieve: the clause behind "the goal is to", "we want people to"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefs.findings import Field, Finding, Words
from extract.aims import WAYS
from extract.clauses import Clause, Sentence, Shape
from extract.grammar import grammar, wordset
from extract.headings import heading_of
from extract.noun_phrases import words_in
from extract.pieces import next_sentence
from extract.span import Span
from extract.text import Text

_SURE = 0.7  # once there is an aim as sure as this, weaker ones are not told
_GLAD = re.compile(
    r",?\s(?:then )?(?:i'll|i'd|i would|i will|we'll|we'd|i'm|we're|that'd|that would|that's|it's)\b", re.IGNORECASE
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


def find(text: Text) -> Iterator[Finding]:
    found = [aim for sentence in text.layout.sentences for aim in _aims(text, sentence)]
    sure = [aim for aim in found if aim.confidence >= _SURE]
    for aim in found if sure else ():
        if aim.confidence < _SURE:
            text.remark(Field.OBJECTIVE, aim.span, f"{aim.rule}: a surer aim is stated")
    for aim in sure or found:
        yield text.finding(Field.OBJECTIVE, Words(text.said(aim.span)), aim.span, aim.rule, aim.confidence)


def _aims(text: Text, sentence: Sentence) -> Iterator[_Aim]:
    if sentence.block.shape is Shape.HEADING:
        return
    heading = heading_of(text, sentence)
    if heading == "objectives":
        if sentence.body > sentence.start or sentence.start == sentence.block.start:
            to = _TO.match(text.words, sentence.body)
            yield from _aim(text, sentence, to.end() if to else sentence.body, "heading", 0.9)
        return
    if heading and sentence.block.shape is not Shape.PARAGRAPH:
        return
    if text.words[sentence.start : sentence.end].endswith("?"):
        return
    for way, confidence, begins in WAYS:
        start = begins(text, sentence)
        if start is not None:
            yield from _aim(text, sentence, start, way, confidence)
            return


def _aim(text: Text, sentence: Sentence, start: int, way: str, confidence: float) -> Iterator[_Aim]:
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
    words = words_in(text, Span(start, end))
    if len(words) > _LONG:
        end = min(end, next_sentence(words))
    while end > start and (text.words[end - 1].isspace() or text.words[end - 1] in ".,;:!(-"):
        end -= 1
    if len(text.words[start:end].split()) > 1:
        yield _Aim(Span(start, end), f"objective.{way}", confidence)


def _is_another_sentence(words: Sequence[str]) -> bool:
    """ "…, Saturdays we're parking in the beans", "…, last year only 14 came", "…, right now they reckon"."""
    if any(word in grammar().pronouns for word in words[1:3]):
        return True
    return words[0] == "currently" or " ".join(words[:2]) in _BACK_THEN


def _ends_aim(text: Text, clause: Clause) -> bool:
    if clause.joint in (";", "(", "-"):
        return True
    words = [word.lower for word in words_in(text, clause)]
    if clause.joint != "," or not words or words[0] in _GOES_ON:
        return False
    little = grammar()
    if words[0] not in ("and", "or", "when", "if", "while", "where") and _is_another_sentence(words):
        return True
    if words[0] in ("and", "or") and words[1:2] in (["not"], ["to"]):
        return False
    if words[0] in _JOINED:
        return words[1:2] != [] and (words[1] in little.pronouns or words[0] in ("but", "so", "because", "which"))
    return words[0] in little.pronouns or words[0] == "please" or any(word in little.auxiliaries for word in words[1:4])
