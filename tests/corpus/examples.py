"""Labelled mails and marked lines as examples: the signs of each candidate and the role that a person gave it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefs.findings import Field, Intent
from briefs.mail import Mail
from extract.clauses import Shape
from extract.piece_signs import signs_of
from extract.pieces import pieces_of
from extract.signs import Signs
from extract.span import Span
from extract.text import Text
from ingest.reading import read_message
from tests.corpus.marked import marked_lines
from tests.corpus.predicting import ARRIVED_AT
from tests.corpus.scoring import Label, cases
from tests.extract.marked import mail
from tests.extract.marked import sentences as marked_sentences
from tests.extract.wishes import Sentence, sentences

# Mails to learn from. dev-b and blind-b are left for measuring.
LEARNT = ("dev-a", "dev-c", "blind-a", "briefs")
NOTHING = "none"
_MOST_OF = 0.5
_FIELDS = {"requirement": "must", "objective": "aim"}


@dataclass(frozen=True, slots=True)
class Source:
    """A mail with its whole label, or with marks in its text."""

    name: str
    mail: Mail
    intent: Intent
    label: Label | None
    marks: tuple[tuple[str, int, int], ...]
    fields: frozenset[Field] = frozenset(Field)  # whose values are marked


@dataclass(frozen=True, slots=True)
class Example:
    mail: str
    signs: Signs
    role: str


def sources() -> Iterator[Source]:
    yield from lines()
    for name in ("requirements", "objectives"):
        for sentence in sentences(name):
            yield Source(sentence.place, mail(sentence.words), Intent.REQUEST, None, tuple(_sentence_marks(sentence)))
    yield from mails(LEARNT)


def lines() -> Iterator[Source]:
    """The marked lines but every fourth, which is left for measuring."""
    for line in marked_lines():
        if not line.kept:
            yield Source(line.name, line.mail, line.intent, None, line.marks)


def values() -> Iterator[Source]:
    """The sentences whose days, or sums, are marked."""
    for name, field in (("dates", Field.DATE), ("money", Field.BUDGET)):
        for sentence in marked_sentences(name):
            words, at = sentence.words, 0
            marks = []
            for kind, quote in ((one.split()[0], one.partition(": ")[2]) for one in sentence.expected):
                at = words.index(quote, at)
                marks.append((kind, at, at + len(quote)))
            read = mail(words, sentence.country)
            yield Source(sentence.place, read, Intent.REQUEST, None, tuple(marks), frozenset([field]))


def mails(parts: Iterable[str]) -> Iterator[Source]:
    for case in cases(parts):
        read = read_message(case.path.read_bytes(), ARRIVED_AT)
        yield Source(case.name, read, Intent(case.label["intent"]), case.label, ())


def _sentence_marks(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    for wish in sentence.expected:
        start = sentence.words.find(wish.words.replace("\\n", "\n"))
        if wish.field in _FIELDS and start >= 0:
            yield _FIELDS[wish.field], start, start + len(wish.words)


def pieces(text: Text, source: Source) -> Iterator[Example]:
    """What stands under no heading of its own: a condition ("must"), an aim or nothing."""
    if source.intent in (Intent.NONE, Intent.CANCEL):
        return
    for found in pieces_of(text):
        if found[0].sentence.block.shape is not Shape.HEADING:
            for piece, signs in zip(found, signs_of(text, found), strict=True):
                place = text.window.place(piece.span.start, piece.span.end)
                role = _piece(text, source, piece.span, Span(place.start, place.end))
                yield Example(source.name, signs, role)


def _piece(text: Text, source: Source, span: Span, own: Span) -> str:
    if source.label is None:
        return next(
            (what for what, *ends in source.marks if what in ("must", "aim") and _covers(Span(*ends), own)), NOTHING
        )
    said = _folded(text.said(span))
    for role, field in (("must", "requirements"), ("aim", "objectives")):
        for words in map(_folded, source.label[field]):
            if said in words or (words in said and len(words) >= _MOST_OF * len(said)):
                return role
    return NOTHING


def _covers(outer: Span, inner: Span) -> bool:
    return min(outer.end, inner.end) - max(outer.start, inner.start) >= _MOST_OF * len(inner)


def _folded(words: str) -> str:
    return " ".join(words.split()).lower()
