"""What speaks for a piece of a sentence being a condition, an aim or neither: its words, its place, and the rules."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise, repeat
from sys import intern

from extract import aims, conditions
from extract.clauses import Sentence
from extract.conditions.none import is_none
from extract.fitted import fitted, from_weights
from extract.headings import heading_of
from extract.pieces import Piece
from extract.signs import Groups, Signs, named, stems
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

_NOTHING = repeat(0j)  # said by a word without a weight

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
    said = _stems(text, pieces[index])
    leaning = shared + _said(leans, _words(text, pieces, index, said))
    if leaning.real < _HOPELESS and leaning.imag < _HOPELESS:
        return leaning
    leaning += _said(leans, _around(text, pieces[index], said))
    words = leaning
    if words.imag >= _HOPELESS:
        leaning += _said(leans, _as_condition(text, pieces[index]))
    if words.real >= _HOPELESS:
        leaning += _said(leans, _as_aim(text, pieces[index]))
    return leaning


def _said(leans: Mapping[str, Mapping[str, complex]], signs: Groups) -> complex:
    """What all signs say. Most have no weight: none is named only to be looked up."""
    many, ones, counted = signs
    said = 0j
    for kind, words in many:
        said += sum(map(leans[kind].get, words, _NOTHING))
    for kind, word in ones:
        said += leans[kind].get(word, 0j)
    for kind, word, much in counted:
        said += leans[kind].get(word, 0j) * much
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
    leans: dict[str, dict[str, complex]] = defaultdict(dict)
    for sign, each in model.of.items():
        kind, colon, word = sign.partition(":")
        leaning = complex(each[aim] - each[none], each[must] - each[none])
        leans[kind if colon else ""][intern(word if colon else kind)] = leaning
    return leans, complex(model.bias[aim] - model.bias[none], model.bias[must] - model.bias[none])


def signs_of(text: Text, pieces: list[Piece]) -> list[Signs]:
    """The signs of each piece of a sentence."""
    shared = named(_shared(text, pieces[0].sentence))
    return [shared | _own(text, pieces, index) for index in range(len(pieces))]


def _own(text: Text, pieces: list[Piece], index: int) -> Signs:
    piece = pieces[index]
    said = _stems(text, piece)
    groups = (
        _words(text, pieces, index, said),
        _around(text, piece, said),
        _as_condition(text, piece),
        _as_aim(text, piece),
    )
    return {sign: much for group in groups for sign, much in named(group).items()}


def _shared(text: Text, sentence: Sentence) -> Groups:
    """The signs of the sentence, which are those of all its pieces."""
    many: list[tuple[str, Iterable[str]]] = [("ts", _labels(text, sentence))]
    if sentence.block.name:
        many.append(("h", dict.fromkeys(stems(sentence.block.name)[-_NAME:])))
    if sentence.body > sentence.start:
        label = text.stems.within(sentence.start, min(sentence.body, sentence.start + _NEAR))
        many.append(("l", dict.fromkeys(label[:_NAME])))
    asks = text.words[max(sentence.start, sentence.end - 8) : sentence.end].rstrip("\"') ").endswith("?")
    ones = (("shape", sentence.block.shape), ("heading", heading_of(text, sentence)))
    return many, ones, (("", "asks", float(asks)),)


def _words(text: Text, pieces: list[Piece], index: int, said: Sequence[str]) -> Groups:
    """The signs of a piece's own words, each once (`dict.fromkeys`)."""
    piece = pieces[index]
    first = said[:_FIRST]
    return (
        (("w", dict.fromkeys(said)), ("t", _labels(text, piece.span))),
        (
            *zip(_PLACES, first, strict=False),
            ("f2", " ".join(first[:2])),
            ("f3", " ".join(first)),
            ("joint", piece.joint),
        ),
        (("", "index", min(index, _FIRST) / _FIRST), ("", "length", len(said) / _MOST)),
    )


def _around(text: Text, piece: Piece, said: Sequence[str]) -> Groups:
    """The signs of the words before and behind it, and of its own two by two."""
    span, sentence, within = piece.span, piece.sentence, text.stems.within
    before = within(max(sentence.start, span.start - _NEAR), span.start)[-_REACH:]
    behind = within(span.end, min(sentence.end, span.end + _NEAR))[:_REACH]
    return (
        (
            ("<", dict.fromkeys(before)),
            (">", dict.fromkeys(behind)),
            ("b", dict.fromkeys(map(" ".join, pairwise(said)))),
        ),
        zip(_BEFORE, before[: -_FIRST - 1 : -1], strict=False),
        (),
    )


def _as_condition(text: Text, piece: Piece) -> Groups:
    """The signs of the wordings of conditions that rules know, and of what is none."""
    ways = dict.fromkeys([way for way, _, _ in conditions.ways_of(text, piece)])
    return (("rule", ways),), (), (("rule", "none", float(is_none(text, piece))),)


def _as_aim(text: Text, piece: Piece) -> Groups:
    """The signs of the wordings of aims that rules know; one that begins elsewhere in the sentence counts less."""
    span = piece.span
    aims_of = {way: 1.0 if span.start <= start < span.end else 0.3 for way, start in aims.ways_of(text, piece.sentence)}
    return (), (), [("rule", f"aim {way}", much) for way, much in aims_of.items()]


def _stems(text: Text, piece: Piece) -> Sequence[str]:
    span = piece.span
    return text.stems.within(span.start, min(span.end, span.start + _WIDE))[:_MOST]


def _labels(text: Text, span: Span) -> Iterable[str]:
    return dict.fromkeys(text.terms.labels(span.start, min(span.end, span.start + _WIDE)))
