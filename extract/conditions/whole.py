"""Whether words are the whole of a condition and nothing but it: no reason behind it, no half of one."""

from collections.abc import Mapping, Sequence

from extract.conditions.none import is_elsewhere
from extract.grammar import grammar, wordset
from extract.pieces import Piece
from extract.span import Span
from extract.text import Text

# "…, must be left blank": what has to be is said before it.
_OF_ANOTHER = wordset("must has have needs need should shall may can can't cannot mustn't shan't is are be")
_POINTING = wordset("it so one ones them this that these those him her there")
_EARLY = 3  # words before which no reason begins


def wholeness(text: Text, pieces: Sequence[Piece], span: Span) -> Mapping[str, float]:
    """The signs of the pieces that `span` takes words of."""
    words = [word for piece in pieces for word in piece.words if span.start <= word.start < span.end]
    if not words:
        return {}
    early = words[min(_EARLY, len(words) - 1)].start
    later = [piece for piece in pieces[1:] if piece.span.start < span.end]
    begins_late = span.start > pieces[0].sentence.words.start
    return {
        "a reason in it": float(
            any(term.start >= early for term in text.terms_in(span, "reason") if term.end <= span.end)
        ),
        "somebody else in it": float(any(piece.words[0].lower in grammar().pronouns for piece in later)),
        "what it is said of stands before it": float(words[0].lower in _OF_ANOTHER and begins_late),
        "ends with a pointer": float(words[-1].lower in _POINTING),
        "a few words with a pointer": float(words[-1].lower in _POINTING and len(words) <= 4),
        "of a day or the work's course": float(is_elsewhere(text, pieces[0], span.start)),
        "an open quote": float(text.words.count('"', span.start, span.end) % 2),
        "an open bracket": float(
            text.words.count("(", span.start, span.end) != text.words.count(")", span.start, span.end)
        ),
    }
