"""What speaks for a piece of a sentence being a condition, an aim or neither: its words, its place, and the rules."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from extract import aims, conditions
from extract.clauses import Sentence
from extract.conditions.none import is_none
from extract.fitted import fitted, from_weights
from extract.headings import heading_of
from extract.pieces import Piece
from extract.signs import Group, Signs, flat, stems
from extract.span import Span
from extract.text import Text

_MOST = 30  # words of a piece
_REACH = 25  # words of the sentence before it and behind it
_NEAR = 200  # characters that hold them
_WIDE = 600  # characters of a sentence whose terms count
_FIRST = 3  # words whose place counts
_PLACES = ("0", "1", "2")  # of those words
_BEFORE = ("<0", "<1", "<2")
_NAME = 8  # words of a label or a heading
# How far a piece has to lean away by its words for what is left to be a waste: of 2,600 pieces that had a chance in the
# end none leant away so far.
_HOPELESS = -5.0

Chances = dict[str, float]


def chances_of(text: Text, pieces: list[Piece]) -> list[Chances]:
    """How likely each piece of a sentence is a condition ("must"), an "aim", or "none" of both."""
    sentence = pieces[0].sentence
    known = text.chances.get(sentence.start)
    if known is None:
        leans, bias = _leans()
        shared = bias + _said(leans, _shared(text, sentence))
        known = text.chances[sentence.start] = [
            _chances(_leaning(text, pieces, index, shared)) for index in range(len(pieces))
        ]
    return known


def _leaning(text: Text, pieces: list[Piece], index: int, shared: complex) -> complex:
    """How far the piece leans to an aim (the real part) and to a condition; looked at no longer than there is hope."""
    leans, _ = _leans()
    leaning = shared
    for signs in (_words, _around):
        leaning += _said(leans, signs(text, pieces, index))
        if leaning.real < _HOPELESS and leaning.imag < _HOPELESS:
            return leaning
    words = leaning
    if words.imag >= _HOPELESS:
        leaning += _said(leans, _as_condition(text, pieces, index))
    if words.real >= _HOPELESS:
        leaning += _said(leans, _as_aim(text, pieces, index))
    return leaning


def _said(leans: Mapping[str, Mapping[str, complex]], groups: Iterable[Group]) -> complex:
    """What all signs of the groups say. Most have no weight: none is named only to be looked up."""
    said = 0j
    for kind, words, much in groups:
        known = leans.get(kind)
        if known is None or not much:
            continue
        if isinstance(words, str):
            said += known.get(words, 0j) * much
        else:
            said += sum(filter(None, map(known.get, words))) * much
    return said


def _chances(leaning: complex) -> Chances:
    aim, must = math.exp(leaning.real), math.exp(leaning.imag)
    whole = 1 + aim + must
    return {"aim": aim / whole, "must": must / whole, "none": 1 / whole}


@from_weights
def _leans() -> tuple[Mapping[str, Mapping[str, complex]], complex]:
    """What each sign says for an aim and for a condition over neither, by its kind and word; and what none says.

    Of three roles two numbers are enough, and two of them in a complex one are looked up and added up as one.
    """
    model = fitted("pieces")
    aim, must, none = map(model.roles.index, ("aim", "must", "none"))
    leans: dict[str, dict[str, complex]] = {}
    for sign, each in model.of.items():
        kind, colon, word = sign.partition(":")
        leaning = complex(each[aim] - each[none], each[must] - each[none])
        leans.setdefault(kind if colon else "", {})[word if colon else kind] = leaning
    return leans, complex(model.bias[aim] - model.bias[none], model.bias[must] - model.bias[none])


def signs_of(text: Text, pieces: list[Piece]) -> list[Signs]:
    """The signs of each piece of a sentence."""
    shared = flat(_shared(text, pieces[0].sentence))
    return [
        shared | flat([group for signs in _OWN for group in signs(text, pieces, index)]) for index in range(len(pieces))
    ]


def _shared(text: Text, sentence: Sentence) -> Iterator[Group]:
    """The signs of the sentence, which are those of all its pieces."""
    words = text.words
    if sentence.block.name:
        yield "h", dict.fromkeys(stems(sentence.block.name)[-_NAME:]), 1.0
    if sentence.body > sentence.start:
        label = text.stems.within(sentence.start, min(sentence.body, sentence.start + _NEAR))
        yield "l", dict.fromkeys(label[:_NAME]), 1.0
    yield "shape", sentence.block.shape, 1.0
    yield "heading", heading_of(text, sentence), 1.0
    asks = words[max(sentence.start, sentence.end - 8) : sentence.end].rstrip("\"') ").endswith("?")
    yield "", "asks", float(asks)
    yield "ts", _labels(text, sentence), 1.0


def _words(text: Text, pieces: list[Piece], index: int) -> Iterator[Group]:
    """The signs of a piece's own words, each once (`dict.fromkeys`)."""
    piece = pieces[index]
    said = _stems(text, piece)
    yield "w", dict.fromkeys(said), 1.0
    first = said[:_FIRST]
    for place, word in zip(_PLACES, first, strict=False):
        yield place, word, 1.0
    yield "f2", " ".join(first[:2]), 1.0
    yield "f3", " ".join(first), 1.0
    yield "joint", piece.joint, 1.0
    yield "", "index", min(index, _FIRST) / _FIRST
    yield "", "length", len(said) / _MOST
    yield "t", _labels(text, piece.span), 1.0


def _around(text: Text, pieces: list[Piece], index: int) -> Iterator[Group]:
    """The signs of the words before and behind it, and of its own two by two."""
    piece, within = pieces[index], text.stems.within
    span, sentence = piece.span, piece.sentence
    before = within(max(sentence.start, span.start - _NEAR), span.start)[-_REACH:]
    yield "<", dict.fromkeys(before), 1.0
    for place, word in zip(_BEFORE, before[: -_FIRST - 1 : -1], strict=False):
        yield place, word, 1.0
    yield ">", dict.fromkeys(within(span.end, min(sentence.end, span.end + _NEAR))[:_REACH]), 1.0
    yield "b", dict.fromkeys(map(" ".join, pairwise(_stems(text, piece)))), 1.0


def _as_condition(text: Text, pieces: list[Piece], index: int) -> Iterator[Group]:
    """The signs of the wordings of conditions that rules know, and of what is none."""
    piece = pieces[index]
    yield "rule", "none", float(is_none(text, piece))
    yield "rule", dict.fromkeys([way for way, _, _ in conditions.ways_of(text, piece)]), 1.0


def _as_aim(text: Text, pieces: list[Piece], index: int) -> Iterator[Group]:
    """The signs of the wordings of aims that rules know."""
    piece = pieces[index]
    span = piece.span
    aim = {way: 1.0 if span.start <= start < span.end else 0.3 for way, start in aims.ways_of(text, piece.sentence)}
    for way, much in aim.items():
        yield "rule", f"aim {way}", much


_OWN = (_words, _around, _as_condition, _as_aim)  # the signs of one piece alone, the cheapest first


def _stems(text: Text, piece: Piece) -> Sequence[str]:
    span = piece.span
    return text.stems.within(span.start, min(span.end, span.start + _WIDE))[:_MOST]


def _labels(text: Text, span: Span) -> Iterable[str]:
    return dict.fromkeys(text.terms.labels(span.start, min(span.end, span.start + _WIDE)))
