"""Which parts are the body: what a person sees in the message's window, unless the plain text says more."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.charsets import decode
from ingest.html import read_html
from ingest.lines import Line, Rendered
from ingest.mime import Part, is_flowed
from ingest.plain import read_plain

_MUCH_RICHER = 0.6
_SAME_WORDS = 0.9


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of the body. A message may have several: programs break the text at a picture, lists add a footer."""

    part: str
    rendered: Rendered


@dataclass(frozen=True, slots=True)
class Body:
    pieces: tuple[Piece, ...]

    @property
    def lines(self) -> list[Line]:
        """The pieces' lines in one row, a blank one between two pieces."""
        lines: list[Line] = []
        for piece in self.pieces:
            if lines:
                lines.append(Line(0, ""))
            lines.extend(piece.rendered.lines)
        return lines

    @property
    def parts(self) -> frozenset[str]:
        return frozenset(piece.part for piece in self.pieces)


def body_of(parts: Sequence[Part]) -> Body:
    """The body's pieces in reading order.

    HTML is what programs show, and only it has struck-out words, lists and tables; the plain text is taken where the
    page holds less than three fifths of its words (a page made of pictures, a stub).
    """
    texts = [part for part in parts if is_text(part)]
    pages = [part for part in texts if part.content_type == "text/html"]
    plains = [part for part in texts if part.content_type != "text/html"]
    if not pages:
        return _pieces(plains)
    offered = {page.alternative for page in pages if page.alternative}
    copies = [plain for plain in plains if plain.alternative in offered]
    beside = [plain for plain in plains if plain.alternative not in offered]
    shown = {page.specifier: render(page) for page in pages}
    if copies:
        words = sum(len(rendered.text.split()) for rendered in shown.values())
        if not words or words < _MUCH_RICHER * sum(len(plain.content.split()) for plain in copies):
            read = {plain.specifier: render(plain) for plain in copies}
            if words < _MUCH_RICHER * sum(len(rendered.text.split()) for rendered in read.values()):
                outside = [page for page in pages if not page.alternative]
                return _pieces([part for part in texts if part in copies or part in beside or part in outside])
    beside = [plain for plain in beside if not _repeats(plain, shown)]
    return _pieces([part for part in texts if part in pages or part in beside], shown)


def _repeats(plain: Part, shown: dict[str, Rendered]) -> bool:
    """Senders that put both renderings side by side, as if they were two texts."""
    words = set(render(plain).text.split())
    seen = {word for rendered in shown.values() for word in rendered.text.split()}
    return bool(words) and len(words & seen) >= _SAME_WORDS * len(words)


def _pieces(parts: Sequence[Part], shown: "dict[str, Rendered] | None" = None) -> Body:
    found: list[Piece] = []
    for part in parts:
        rendered = (shown or {}).get(part.specifier) or render(part)
        if any(not line.blank for line in rendered.lines):
            found.append(Piece(part.specifier, rendered))
    return Body(tuple(found))


def is_text(part: Part) -> bool:
    """A part that programs show in the message's window."""
    return part.content_type in ("text/plain", "text/html") and part.disposition != "attachment" and not part.name


def render(part: Part) -> Rendered:
    text, _ = decode(part.content, part.charset)
    if part.content_type == "text/html":
        return read_html(text)
    flowed, delsp = is_flowed(part)
    return read_plain(text, flowed=flowed, delsp=delsp)
