"""What a fitted weight can be given to: the words and terms around a value, by where they stand."""

import re
from collections.abc import Iterable
from functools import lru_cache

from extract.columns import column_of
from extract.roles import Scene, dominant, heading_of, label_of
from extract.span import Span
from extract.text import Text

Signs = dict[str, float]

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[?!$€£₹%:;(]")
_ENDINGS = ("ing", "ed", "es", "s")
_SHORTEST = 4  # letters of a stem
_NEAR = 3  # words whose distance counts
_REACH = 10  # words before or behind a value
_MOST = 60  # words of a sentence
_NAME = 8  # words of a label, a heading or a question


def stems(words: str) -> list[str]:
    """Lower case, figures as "#", and the commonest English endings off: "delivers", "delivered" are one."""
    return [_stem(word) for word in _WORD.findall(words.lower())]


@lru_cache(maxsize=10_000)  # the words of every mail
def _stem(word: str) -> str:
    if word.isdigit():
        return "#"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending)
    return word


def signs_around(text: Text, around: Scene, value: Span) -> Signs:
    """Signs of the value's own stretch by place and distance, of the sentence, and of what names the value."""
    own, words = around.own, text.words
    before = stems(words[own.start : value.start])[-_REACH:]
    behind = stems(words[value.end : own.end])[:_REACH]
    signs: Signs = {}
    _beside(signs, "<", before[::-1])
    _beside(signs, ">", behind)
    sentence = around.sentence
    _all(signs, "s", stems(words[max(sentence.start, value.start - 300) : value.start])[-_MOST:])
    _all(signs, "s", stems(words[value.end : min(sentence.end, value.end + 300)])[:_MOST])
    if around.here:
        _all(signs, "p", stems(_said(words, around.stretches[around.here - 1]))[-_REACH:])
    if around.here + 1 < len(around.stretches):
        _all(signs, "n", stems(_said(words, around.stretches[around.here + 1]))[:_REACH])
    named = column_of(text, value) or label_of(around)
    _all(signs, "l", stems(_said(words, named))[:_NAME])
    _all(signs, "h", stems(_said(words, heading_of(around)))[:_NAME])
    _all(signs, "q", stems(text.question_before(value.start))[-_REACH:])
    signs[f"shape:{sentence.block.shape}"] = 1.0
    if not before:
        signs["first"] = 1.0
    if not behind:
        signs["last"] = 1.0
    for index, stretch in enumerate(around.stretches):
        where = "t" if index == around.here else "tn"
        for term in dominant(text.terms_in(stretch)):
            if not term.overlaps(value):
                side = "<" if term.end <= value.start else ">"
                signs[f"{where}{side}:{term.label}"] = 1.0
    for term in text.terms_in(named):
        signs[f"tl:{term.label}"] = 1.0
    return signs


def _said(words: str, span: Span) -> str:
    return words[span.start : span.end]


def _beside(signs: Signs, side: str, words: list[str]) -> None:
    """`words` from the value outwards."""
    for distance, word in enumerate(words):
        signs[f"{side}:{word}"] = 1.0
        if distance < _NEAR:
            signs[f"{side}{distance + 1}:{word}"] = 1.0
    if words:
        signs[f"{side}{' '.join(words[:2])}"] = 1.0


def _all(signs: Signs, place: str, words: Iterable[str]) -> None:
    for word in words:
        signs[f"{place}:{word}"] = 1.0
