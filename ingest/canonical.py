"""The canonical text: what a person reads, part after part, in segments that know where they came from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefs.mail import Segment, SegmentKind
from ingest.lines import Line, Rendered
from ingest.wraps import joined_ends

_SPACES = re.compile(r"[\t\x0b\x0c\xa0\u2000-\u200a\u202f\u205f\u3000]")


@dataclass(slots=True)
class Canonical:
    """Grows by parts. Every segment's text is its part's at its offset, a white-space character for another."""

    limit: int
    pieces: list[str] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    length: int = 0
    full: bool = False

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def add(self, part: str, rendered: Rendered, kinds: Sequence[SegmentKind], columns: dict[int, int]) -> None:
        """Append a part whose lines are of these kinds; in `columns` a line's kind begins there, after a stamp."""
        if not rendered.lines:
            return
        text = rendered.text
        lines = rendered.lines
        if self.pieces:
            self.pieces.append("\n\n")
            self.length += 2
        if self.length + len(text) > self.limit:
            self.full = True
            text = text[: max(self.limit - self.length, 0)]
            lines = tuple(line for line in lines if line.end <= len(text))
        text = text.rstrip()
        if not text.isascii() or "\x0b" in text or "\x0c" in text:
            text = _SPACES.sub(_plain_space, text)
        spans = [(start, min(end, len(text)), kind) for start, end, kind in _spans(lines, kinds, columns)]
        if rendered.struck:
            spans = _withdrawn(spans, rendered.struck)
        if rendered.wrapped:
            ends = joined_ends(lines, _writers(lines, kinds, columns))
            if ends:
                places = sorted(lines[index].end for index in ends)
                starts = (0, *(place + 1 for place in places))
                text = " ".join(text[start:end] for start, end in zip(starts, (*places, len(text)), strict=True))
        base = self.length
        self.segments.extend(
            Segment(base + start, base + end, kind, part, start)
            for start, end, kind in spans
            if end > start and not text[start:end].isspace()
        )
        self.pieces.append(text)
        self.length += len(text)


def _writers(
    lines: Sequence[Line], kinds: Sequence[SegmentKind], columns: dict[int, int]
) -> list[tuple[SegmentKind, int, int]]:
    """The same for neighbouring lines of one kind, depth and, in a chat, turn: only within them a line may go on."""
    turn = 0
    found: list[tuple[SegmentKind, int, int]] = []
    for index, (kind, line) in enumerate(zip(kinds, lines, strict=False)):
        turn += index in columns
        found.append((kind, line.depth, turn))
    return found


def _plain_space(match: re.Match[str]) -> str:
    return "\t" if match[0] == "\t" else " "


def _spans(
    lines: Sequence[Line], kinds: Sequence[SegmentKind], columns: dict[int, int]
) -> list[tuple[int, int, SegmentKind]]:
    """Runs of lines of one kind, from their first word to their last; blank lines at the edges are in none."""
    found: list[tuple[int, int, SegmentKind]] = []
    for index, line in enumerate(lines):
        if line.blank:
            continue
        kind = kinds[index]
        column = columns.get(index, 0)
        start = line.start + column
        if column:
            found.append((line.start, start, SegmentKind.HEADER_BLOCK))
            if start >= line.end:
                continue  # a speaker alone, the words stand below
        elif found and found[-1][2] is kind:
            found[-1] = (found[-1][0], line.end, kind)
            continue
        found.append((start, line.end, kind))
    return found


def _withdrawn(
    spans: Sequence[tuple[int, int, SegmentKind]], struck: Sequence[tuple[int, int]]
) -> list[tuple[int, int, SegmentKind]]:
    """Content that its writer struck out becomes spans of its own; both come in order."""
    found: list[tuple[int, int, SegmentKind]] = []
    at = 0
    for start, end, kind in spans:
        while at < len(struck) and struck[at][1] <= start:
            at += 1
        for index in range(at, len(struck) if kind is SegmentKind.CONTENT else at):
            low, high = struck[index]
            if low >= end:
                break
            if start < low:
                found.append((start, low, kind))
            found.append((max(start, low), min(end, high), SegmentKind.WITHDRAWN))
            start = min(end, high)
        if start < end:
            found.append((start, end, kind))
    return found
