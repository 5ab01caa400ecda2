"""How a text is laid out: lines, bullets, headings, table rows, sentences and clauses, as spans."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from extract.span import Span

_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(r"[.!?]+[\"')]*(?=\s|$)|\n\s*\n|;")


class LineKind(StrEnum):
    PROSE = "prose"
    BULLET = "bullet"
    HEADING = "heading"  # a line that names what follows it
    ROW = "row"  # of a table


@dataclass(frozen=True, slots=True, order=True)
class Line(Span):
    """One line. `label` is what names it: its own "Budget:", a table's row head, else the heading above it."""

    kind: LineKind
    label: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Each sequence is sorted and disjoint; a sentence may run over several lines of a hard-wrapped mail."""

    lines: tuple[Line, ...]
    sentences: tuple[Span, ...]
    clauses: tuple[Span, ...]


def layout(words: str) -> Layout:
    lines = tuple(Line(m.start(), m.end(), LineKind.PROSE, "") for m in _LINE.finditer(words) if m[0].strip())
    sentences = tuple(_sentences(words))
    return Layout(lines, sentences, sentences)


def _sentences(words: str) -> Iterator[Span]:
    start = 0
    for stop in _STOP.finditer(words):
        if words[start : stop.end()].strip():
            yield Span(start, stop.end())
        start = stop.end()
    if words[start:].strip():
        yield Span(start, len(words))
