"""Bounds on a rule's work: no text and no sentence so long that reading it could hurt."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefs.findings import Place
from briefs.mail import Mail, Segment, SegmentKind
from extract.clauses import Clause, Layout, Sentence

LONGEST_TEXT = 200_000  # characters of one mail's new words; the longest brief anybody sent is a tenth of that
_LONGEST = 2_000  # characters; a letter's longest sentence is a tenth of that


def shortened(mail: Mail, longest: int = LONGEST_TEXT) -> tuple[Mail, int]:
    """The mail with at most `longest` characters of content, and how many were left out of it."""
    if len(mail.text) <= longest:
        return mail, 0
    kept, room, left_out = [], longest, 0
    for segment in mail.segments:
        if segment.kind is SegmentKind.CONTENT:
            length = segment.end - segment.start
            left_out += max(0, length - room)
            if room <= 0:
                continue
            segment = replace(segment, end=segment.start + min(length, room))
            room -= length
        kept.append(segment)
    return (replace(mail, segments=tuple(kept)), left_out) if left_out else (mail, 0)


def without(mail: Mail, places: Iterable[Place]) -> Mail:
    """The mail without the content at these places, which follow one another; its text stays as it is."""
    kept = list(mail.segments)
    for place in places:
        kept = [piece for segment in kept for piece in _around(segment, place)]
    return replace(mail, segments=tuple(kept))


def _around(segment: Segment, place: Place) -> Iterator[Segment]:
    if segment.kind is not SegmentKind.CONTENT or place.end <= segment.start or segment.end <= place.start:
        yield segment
        return
    if segment.start < place.start:
        yield replace(segment, end=place.start)
    if place.end < segment.end:
        yield replace(segment, start=place.end, offset=segment.offset + place.end - segment.start)


def bounded(words: str, layout: Layout) -> Layout:
    """Longer sentences are cut at white space, and their clauses with them; nothing is left out."""
    if all(len(sentence) <= _LONGEST for sentence in layout.sentences):
        return layout
    sentences = tuple(piece for sentence in layout.sentences for piece in _pieces(words, sentence))
    starts = [sentence.start for sentence in sentences]
    clauses = tuple(cut for clause in layout.clauses for cut in _cut(clause, sentences, starts))
    return replace(layout, sentences=sentences, clauses=clauses)


def _pieces(words: str, sentence: Sentence) -> Iterator[Sentence]:
    start = sentence.start
    while sentence.end - start > _LONGEST:
        end = words.rfind(" ", start + 1, start + _LONGEST)
        end = start + _LONGEST if end < 0 else end
        yield _piece(sentence, start, end)
        start = end
    yield _piece(sentence, start, sentence.end)


def _piece(sentence: Sentence, start: int, end: int) -> Sentence:
    if start == sentence.start:
        return replace(sentence, end=end, body=min(sentence.body, end))
    return replace(sentence, start=start, end=end, label="", body=start)


def _cut(clause: Clause, sentences: tuple[Sentence, ...], starts: list[int]) -> Iterator[Clause]:
    """The clause in each of the sentences it now lies in."""
    index = max(0, bisect_right(starts, clause.start) - 1)
    start = clause.start
    while start < clause.end and index < len(sentences):
        end = min(clause.end, sentences[index].end)
        if start < end:
            yield replace(clause, start=start, end=end, sentence=sentences[index])
            start = end
        index += 1
