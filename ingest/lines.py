"""A part's text as lines that know how deep they are quoted: what forwards, replies and signatures are seen in."""

from typing import NamedTuple


class Mark:
    """What the markup said about a line beyond its words; plain bits, since an enum's arithmetic is slow."""

    NONE = 0
    RULE = 1  # a horizontal rule or a border stands right above it
    QUOTE = 2  # a mail program's own container for the quoted mail opens with it
    SMALL = 4  # set in type too small for the body: the small print
    COLOURED = 8  # written in red, blue or green
    SIGNED = 16  # within what the writer's program put there as their signature
    AFTER = 32  # the program's container that held the whole quoted mail has closed above it


class Line(NamedTuple):
    """One line as it was laid out. `start` is its place in the part's rendered text, which ends it with a line feed.

    `depth` counts the quote marks (or quoting blocks) taken off it.
    """

    start: int
    text: str
    depth: int = 0
    marks: int = Mark.NONE

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        return not self.text or self.text.isspace()


class Rendered(NamedTuple):
    """A part as a person sees it. `struck` are the stretches that the writer crossed out.

    `wrapped` says that lines were broken by a program at a margin and may be joined. `targets` are the addresses that
    a page points to (links and pictures), each with the number of the line it stands in or under.
    """

    text: str
    lines: tuple[Line, ...]
    struck: tuple[tuple[int, int], ...] = ()
    wrapped: bool = False
    targets: tuple[tuple[int, str], ...] = ()


EMPTY = Rendered("", ())
