"""Words from a page collected into lines: white space folded, breaks written only where words follow."""

from collections.abc import Iterator

from ingest.lines import Line, Mark, Rendered
from ingest.plain import LINE_END

LABELLED = ": "  # glue between a label and its value
_MOST_TARGETS = 2000
_LONGEST_TARGET = 2000
_LOOKS = Mark.SMALL | Mark.COLOURED | Mark.SIGNED  # a line has them where all its words do


class LineWriter:
    """The state between two words. `depth`, `marks` and `styles` are set by whoever walks the page."""

    def __init__(self) -> None:
        self.depth = 0
        self.marks = Mark.NONE  # for the next line
        self.styles = Mark.NONE  # of the words being written
        self.prefix = ""  # a list bullet due at the next line
        self.glue = ""  # stands between two cells of a row instead of a line feed
        self._lines: list[Line] = []
        self._struck: list[tuple[int, int]] = []
        self._targets: list[tuple[int, str]] = []
        self._place = 0
        self._words: list[str] = []  # of the open line
        self._length = 0
        self._space = False  # due before the next word
        self._breaks = 0  # line feeds due before the next word
        self._spacer = False  # a lone no-break space: how Word writes an empty paragraph
        self._line_depth = 0
        self._line_marks = Mark.NONE

    @property
    def in_line(self) -> bool:
        return bool(self._words)

    def write(self, text: str, struck: bool, keep: bool) -> None:
        """Append text; with `keep` its line feeds and spaces stand."""
        if keep:
            for number, piece in enumerate(LINE_END.split(text)):
                if number:
                    self.hard_break()
                self._put(piece, struck)
            return
        body = " ".join(text.split())
        if not body:
            self._spacer = self._spacer or "\xa0" in text
            self._space = self._space or text != ""
            return
        self._space = self._space or text[0].isspace()
        self._put(body, struck)
        self._space = text[-1].isspace()

    def soft_break(self, feeds: int) -> None:
        """At a block's edge."""
        if self._spacer and self._breaks:
            feeds = 2
        self._breaks = max(self._breaks, feeds)
        self._space = self._spacer = False
        self.glue = ""  # a row whose last cells are empty ends here

    def hard_break(self) -> None:
        self._breaks = min(self._breaks + 1, 2)
        self._space = False

    def join_cell(self, glue: str) -> None:
        """The next words go on in this line, as a row's next cell."""
        self.glue, self._breaks = glue, 0

    def bullet(self, prefix: str) -> None:
        """The next words begin a list item, on a line of its own also within a row."""
        if self.glue:
            if self.glue == LABELLED and self._words and self._words[-1].rstrip()[-1:] not in (":", "?"):
                self._append(":")  # of the list's label
            self.glue = ""
            self.soft_break(1)
        self.prefix = prefix

    def point(self, address: str, ahead: bool) -> None:
        """A link (whose words lie `ahead`) or a picture (which stands under the words above it)."""
        if len(self._targets) < _MOST_TARGETS and len(address) <= _LONGEST_TARGET:
            line = len(self._lines)
            if ahead and self._words and not self.glue:
                line += self._breaks
            elif not ahead and not self._words:
                line = max(line - 1, 0)
            self._targets.append((line, address))

    @property
    def wrote(self) -> bool:
        return bool(self._words or self._lines)

    def finish(self) -> Rendered:
        if self._words:
            self._flush()
        text = "\n".join(line.text for line in self._lines)
        return Rendered(text, tuple(self._lines), tuple(_joined(self._struck)), targets=tuple(self._targets))

    def _put(self, words: str, struck: bool) -> None:
        if not words:
            return
        if self.glue and self._words:
            labelled = self.glue == LABELLED and self._words[-1].rstrip()[-1:] in (":", "?")
            self._append(" " if labelled else self.glue)
            self._space = False
        elif self._breaks and self._words:
            self._flush()
            for _ in range(self._breaks - 1):
                self._lines.append(Line(self._place, "", min(self._line_depth, self.depth)))
                self._place += 1
        self.glue, self._breaks, self._spacer = "", 0, False
        if not self._words:
            self._begin()
        elif self._line_marks:
            self._line_marks &= self.styles | ~_LOOKS
        if self._space:
            self._append(" ")
            self._space = False
        start = self._place + self._length
        self._append(words)
        if struck:
            self._struck.append((start, start + len(words)))

    def _begin(self) -> None:
        self._line_depth, self._line_marks = self.depth, self.styles
        if self.marks:
            self._line_marks, self.marks = self.marks | self.styles, Mark.NONE
        self._space = False
        if self.prefix:
            self._append(self.prefix)
            self.prefix = ""

    def _append(self, words: str) -> None:
        self._words.append(words)
        self._length += len(words)

    def _flush(self) -> None:
        text = "".join(self._words)
        self._lines.append(Line(self._place, text, self._line_depth, self._line_marks))
        self._place += len(text) + 1
        self._words, self._length, self._space = [], 0, False


def _joined(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Neighbouring stretches as one."""
    current: tuple[int, int] | None = None
    for start, end in spans:
        if current and start <= current[1] + 1:
            current = (current[0], end)
        else:
            if current:
                yield current
            current = (start, end)
    if current:
        yield current
