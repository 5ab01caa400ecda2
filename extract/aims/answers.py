"""An answer to "how will you know it worked?", or to the writer's own "Why?"."""

from extract.aims.way import rest_of
from extract.anycase import AnyCase
from extract.clauses import Sentence
from extract.text import Text

_ASKS = AnyCase(
    r"\b(?:work(?:ed|s|ing)?|succe\w+|goals?|objectives?|aims?|achieve|why|what for|purpose|do for you|the point)\b",
)
_WHY = AnyCase(r"\b(?:why|what for|what's it for|the point|the goal|what should it do)\?\s*$")


def begins(text: Text, sentence: Sentence) -> int | None:
    before = text.words[max(0, sentence.start - 60) : sentence.start].rstrip()
    if not ((before.endswith("?") and _WHY.search(before)) or _answers_them(text, sentence)):
        return None
    words = rest_of(text, sentence, sentence.body)
    if len(words) < 3:
        return None
    return words[1].start if words[0].lower in ("if", "when", "that", "to") else words[0].start


def _answers_them(text: Text, sentence: Sentence) -> bool:
    """Whether the sentence is the first below a quoted question about the aim."""
    if not any(text.window.questions):
        return False  # as in most mails
    question = text.question_before(sentence.start)
    if not question.rstrip().endswith("?") or not _ASKS.search(question[-200:]):
        return False
    piece = next((piece for piece in text.pieces if piece.start <= sentence.start < piece.end), None)
    return piece is not None and not text.words[piece.start : sentence.start].strip()
