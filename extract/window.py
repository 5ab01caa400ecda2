"""The client's new words as one string, and the way back to the mail's canonical text."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from briefs.findings import Place
from briefs.mail import Mail, Segment, SegmentKind
from extract.span import Span

# Characters that a reader does not see: U+200E stands before every stamp of a pasted chat, spaces before a line end.
_HIDDEN = r"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\r"
_BLANK = r" \t\u00a0"
# The first character comes first, `re` then skips to it; what it is, and that no blank stands before it, behind.
_INVISIBLE = re.compile(
    rf"[{_HIDDEN}{_BLANK}](?:(?<=[{_HIDDEN}])[{_HIDDEN}]*|(?<![{_BLANK}]{{2}})(?<=[{_BLANK}])[{_BLANK}]*+(?=\r?\n))"
)

# Length for length, so that rules need one apostrophe, one quotation mark, one hyphen and one space.
_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "‐": "-",
        "‑": "-",
        "−": "-",
        "\u00a0": " ",
        "\u2002": " ",
        "\u2003": " ",
        "\u2009": " ",
        "\u202f": " ",
    }
)


@dataclass(frozen=True, slots=True)
class Window:
    """`words` is what rules read; each run of it came from the mail's text at a known place.

    Segments that follow one another stay together; a gap inside a line (words struck out) leaves a space, any other
    gap an empty line, so that nothing reads across it. `pieces` are the stretches without a gap.
    """

    words: str
    pieces: tuple[Span, ...]
    questions: tuple[str, ...]  # beside `pieces`: the quoted question each one answers, "" where it answers none
    _starts: tuple[int, ...]  # of the runs, in `words`
    _sources: tuple[int, ...]  # of the runs, in the mail's text

    def place(self, start: int, end: int) -> Place:
        """Where `words[start:end]` (not empty) stands in the mail's text."""
        return Place(self._source(start), self._source(end - 1) + 1)

    def offset(self, source: int) -> int:
        """Where in `words` the mail's text at `source` stands: the way back from `place`."""
        run = max(0, bisect_right(self._sources, source) - 1)
        return self._starts[run] + source - self._sources[run]

    def _source(self, offset: int) -> int:
        run = bisect_right(self._starts, offset) - 1
        return self._sources[run] + offset - self._starts[run]


def window(mail: Mail) -> Window:
    chunks: list[str] = []
    starts: list[int] = []
    sources: list[int] = []
    pieces: list[Span] = []
    asked: list[str] = []
    length = 0

    def add(words: str, source: int) -> None:
        nonlocal length
        if words:
            chunks.append(words)
            starts.append(length)
            sources.append(source)
            length += len(words)

    previous: Segment | None = None
    question = ""
    for segment in mail.parts_of(SegmentKind.CONTENT, SegmentKind.QUESTION):
        if segment.kind is SegmentKind.QUESTION:
            question = mail.text[segment.start : segment.end]
            continue
        if previous is None or segment.start > previous.end:
            if previous is not None:
                gap = mail.text[previous.end : segment.start]
                add(" " if "\n" not in gap else "\n\n", previous.end)
            pieces.append(Span(length, length))
            asked.append(question)
            question = ""
        source = segment.start
        for visible in _visible(mail.text, segment):
            source = visible.start
            add(mail.text[visible.start : visible.end].translate(_PLAIN), source)
        pieces[-1] = Span(pieces[-1].start, length)
        previous = segment
    return Window("".join(chunks), tuple(pieces), tuple(asked), tuple(starts), tuple(sources))


def _visible(text: str, segment: Segment) -> list[Span]:
    said = text[segment.start : segment.end]
    if said.isascii() and not any(hidden in said for hidden in ("\r", " \n", "\t\n")):  # as most are
        return [Span(segment.start, segment.end)] if said else []
    edges = [segment.start]
    for hidden in _INVISIBLE.finditer(text, segment.start, segment.end):
        edges += [hidden.start(), hidden.end()]
    edges.append(segment.end)
    return [Span(start, end) for index, (start, end) in enumerate(pairwise(edges)) if index % 2 == 0 and start < end]
