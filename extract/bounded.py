"""A layout in which no sentence is so long that a rule's work on it could hurt."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from extract.clauses import Clause, Layout, Sentence

_LONGEST = 2_000  # characters; a letter's longest sentence is a tenth of that


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
