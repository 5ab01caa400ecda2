"""What speaks for a piece of a sentence being a condition, an aim or neither: its words, its place, and the rules."""

from itertools import pairwise

from extract import aims, conditions
from extract.conditions.none import is_none
from extract.fitted import fitted
from extract.headings import heading_of
from extract.pieces import Piece
from extract.signs import Signs, stems
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
    begins = pieces[0].sentence.start
    if begins not in text.chances:
        text.chances[begins] = [fitted("pieces").chances(signs) for signs in signs_of(text, pieces)]
    return text.chances[begins]


def signs_of(text: Text, pieces: list[Piece]) -> list[Signs]:
    """The signs of each piece of a sentence."""
    sentence, words = pieces[0].sentence, text.words
    shared: Signs = {f"h:{word}": 1.0 for word in stems(sentence.block.name)[-_NAME:]}
    label = words[sentence.start : min(sentence.body, sentence.start + _NEAR)]
    shared.update({f"l:{word}": 1.0 for word in stems(label)[:_NAME]})
    shared[f"shape:{sentence.block.shape}"] = shared[f"heading:{heading_of(text, sentence)}"] = 1.0
    shared["asks"] = float(words[max(sentence.start, sentence.end - 8) : sentence.end].rstrip("\"') ").endswith("?"))
    terms = text.terms_in(Span(sentence.start, min(sentence.end, sentence.start + _WIDE)))
    shared.update({f"ts:{term.label}": 1.0 for term in terms})
    return [{**shared, **_own_signs(text, pieces, index)} for index in range(len(pieces))]


def _own_signs(text: Text, pieces: list[Piece], index: int) -> Signs:
    piece, words = pieces[index], text.words
    span, sentence = piece.span, piece.sentence
    said = stems(words[span.start : min(span.end, span.start + _WIDE)])[:_MOST]
    signs: Signs = {f"w:{word}": 1.0 for word in said}
    signs.update({f"{place}:{word}": 1.0 for place, word in enumerate(said[:_FIRST])})
    signs.update({f"b:{one} {other}": 1.0 for one, other in pairwise(said)})
    signs["f2:" + " ".join(said[:2])] = signs["f3:" + " ".join(said[:_FIRST])] = 1.0
    before = stems(words[max(sentence.start, span.start - _NEAR) : span.start])[-_REACH:]
    signs.update({f"<:{word}": 1.0 for word in before})
    signs.update({f"<{place}:{word}": 1.0 for place, word in enumerate(before[: -_FIRST - 1 : -1])})
    behind = stems(words[span.end : min(sentence.end, span.end + _NEAR)])
    signs.update({f">:{word}": 1.0 for word in behind[:_REACH]})
    signs[f"joint:{piece.joint}"] = 1.0
    signs["index"], signs["length"] = min(index, _FIRST) / _FIRST, min(len(said), _MOST) / _MOST
    signs.update(
        {f"t:{term.label}": 1.0 for term in text.terms_in(Span(span.start, min(span.end, span.start + _WIDE)))}
    )
    signs["rule:none"] = float(is_none(text, piece))
    for way, _, _ in conditions.ways_of(text, piece):
        signs[f"rule:{way}"] = 1.0
    for way, start in aims.ways_of(text, sentence):
        signs[f"rule:aim {way}"] = 1.0 if span.start <= start < span.end else 0.3
    return signs
