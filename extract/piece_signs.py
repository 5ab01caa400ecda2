"""What speaks for a piece of a sentence being a condition, an aim or neither: its words, its place, and the rules."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from extract import aims, conditions
from extract.clauses import Sentence
from extract.conditions.none import is_none
from extract.fitted import fitted, summed
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
_NAME = 8  # words of a label or a heading

Chances = dict[str, float]


def chances_of(text: Text, pieces: list[Piece]) -> list[Chances]:
    """How likely each piece of a sentence is a condition ("must"), an "aim", or "none" of both."""
    sentence = pieces[0].sentence
    known = text.chances.get(sentence.start)
    if known is None:
        model = fitted("pieces")
        shared = summed(model.bias, model.said(_shared(text, sentence)))
        known = text.chances[sentence.start] = [
            model.weighed(summed(shared, model.said(_own(text, pieces, index)))) for index in range(len(pieces))
        ]
    return known


def signs_of(text: Text, pieces: list[Piece]) -> list[Signs]:
    """The signs of each piece of a sentence."""
    shared = flat(_shared(text, pieces[0].sentence))
    return [shared | flat(_own(text, pieces, index)) for index in range(len(pieces))]


def _shared(text: Text, sentence: Sentence) -> Iterator[Group]:
    """The signs of the sentence, which are those of all its pieces."""
    words = text.words
    yield "h", dict.fromkeys(stems(sentence.block.name)[-_NAME:]), 1.0
    label = text.stems.within(sentence.start, min(sentence.body, sentence.start + _NEAR))
    yield "l", dict.fromkeys(label[:_NAME]), 1.0
    yield "shape", (sentence.block.shape,), 1.0
    yield "heading", (heading_of(text, sentence),), 1.0
    asks = words[max(sentence.start, sentence.end - 8) : sentence.end].rstrip("\"') ").endswith("?")
    yield "", ("asks",), float(asks)
    yield "ts", _labels(text, sentence), 1.0


def _own(text: Text, pieces: list[Piece], index: int) -> Iterator[Group]:
    """The signs of one piece alone, each once (`dict.fromkeys`)."""
    piece, within = pieces[index], text.stems.within
    span, sentence = piece.span, piece.sentence
    said = within(span.start, min(span.end, span.start + _WIDE))[:_MOST]
    yield "w", dict.fromkeys(said), 1.0
    for place, word in enumerate(said[:_FIRST]):
        yield str(place), (word,), 1.0
    yield "b", dict.fromkeys(map(" ".join, pairwise(said))), 1.0
    yield "f2", (" ".join(said[:2]),), 1.0
    yield "f3", (" ".join(said[:_FIRST]),), 1.0
    before = within(max(sentence.start, span.start - _NEAR), span.start)[-_REACH:]
    yield "<", dict.fromkeys(before), 1.0
    for place, word in enumerate(before[: -_FIRST - 1 : -1]):
        yield f"<{place}", (word,), 1.0
    yield ">", dict.fromkeys(within(span.end, min(sentence.end, span.end + _NEAR))[:_REACH]), 1.0
    yield "joint", (piece.joint,), 1.0
    yield "", ("index",), min(index, _FIRST) / _FIRST
    yield "", ("length",), min(len(said), _MOST) / _MOST
    yield "t", _labels(text, span), 1.0
    yield "rule", ("none",), float(is_none(text, piece))
    yield "rule", dict.fromkeys([way for way, _, _ in conditions.ways_of(text, piece)]), 1.0
    aim = {way: 1.0 if span.start <= start < span.end else 0.3 for way, start in aims.ways_of(text, sentence)}
    for way, much in aim.items():
        yield "rule", (f"aim {way}",), much


def _labels(text: Text, span: Span) -> Iterable[str]:
    terms = text.terms.within(span.start, min(span.end, span.start + _WIDE), ())
    return dict.fromkeys([term.label for term in terms])
