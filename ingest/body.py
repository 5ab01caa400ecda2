"""Which parts are the body: what a person sees in the message's window, unless the plain text says more."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefs.mail import Address
from ingest import phrases
from ingest.charsets import decode, named_charset
from ingest.headers import LOOSE_ADDRESS, parameter
from ingest.html import read_html
from ingest.limits import Limits
from ingest.lines import Line, Rendered
from ingest.mime import Part, is_flowed
from ingest.plain import read_plain

_MUCH_RICHER = 0.6
_SAME_WORDS = 0.9


class Piece(NamedTuple):
    """One part of the body. A message may have several: programs break the text at a picture, lists add a footer."""

    part: str
    rendered: Rendered


class Body(NamedTuple):
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
    def linked(self) -> tuple[Address, ...]:
        """The mailboxes behind the names of senders: Windows Mail shows no address there."""
        return tuple(mailbox for piece in self.pieces for mailbox in _linked(piece.rendered))

    @property
    def parts(self) -> frozenset[str]:
        return frozenset(piece.part for piece in self.pieces)


def _linked(rendered: Rendered) -> Iterator[Address]:
    for index, target in rendered.targets:
        if target[:7].lower() != "mailto:" or index >= len(rendered.lines):
            continue
        field, name = phrases.header_field(rendered.lines[index].text) or ("", "")
        address = LOOSE_ADDRESS.match(target[7:300])
        if field == phrases.FROM and "@" not in name and address is not None:
            yield Address(address[0].lower(), name)


def body_of(parts: Sequence[Part], limits: Limits, notes: list[str]) -> Body:
    """The body's pieces in reading order.

    HTML is what programs show, and only it has struck-out words, lists and tables; the plain text is taken where the
    page holds less than three fifths of its words (a page made of pictures, a stub).
    """
    rendering = _Rendering(limits, notes)
    texts = [part for part in parts if is_text(part)]
    pages = [part for part in texts if part.content_type == "text/html"]
    plains = [part for part in texts if part.content_type != "text/html"]
    if not pages:
        return rendering.body(plains)
    offered = {page.alternative for page in pages if page.alternative}
    copies = [plain for plain in plains if plain.alternative in offered]
    if copies and not _says_enough(pages, copies, rendering):
        return rendering.body([part for part in texts if part not in pages or not part.alternative])
    others = [plain for plain in plains if plain not in copies]
    seen = {word for page in pages for word in rendering.of(page).text.split()} if others else set()
    beside = [plain for plain in others if not _repeats(rendering.of(plain), seen)]
    return rendering.body([part for part in texts if part in pages or part in beside])


def _says_enough(pages: Sequence[Part], copies: Sequence[Part], rendering: "_Rendering") -> bool:
    words = sum(len(rendering.of(page).text.split()) for page in pages)
    if words and words >= _MUCH_RICHER * sum(len(copy.content.split()) for copy in copies):
        return True
    return words > 0 and words >= _MUCH_RICHER * sum(len(rendering.of(copy).text.split()) for copy in copies)


def _repeats(plain: Rendered, seen: set[str]) -> bool:
    """Senders that put both renderings side by side, as if they were two texts."""
    words = set(plain.text.split())
    return bool(words) and len(words & seen) >= _SAME_WORDS * len(words)


class _Rendering:
    """Renders each part once, within the limits."""

    def __init__(self, limits: Limits, notes: list[str]) -> None:
        self._limits, self._notes = limits, notes
        self._done: dict[str, Rendered] = {}

    def of(self, part: Part) -> Rendered:
        if part.specifier not in self._done:
            self._done[part.specifier] = self._render(part)
        return self._done[part.specifier]

    def body(self, parts: Sequence[Part]) -> Body:
        pieces = (Piece(part.specifier, self.of(part)) for part in parts)
        return Body(tuple(piece for piece in pieces if any(not line.blank for line in piece.rendered.lines)))

    def _render(self, part: Part) -> Rendered:
        content = part.content
        unlabelled = part.content_type == "text/html" and not parameter(part.fields.raw("content-type"), "charset")
        text = decode(content, named_charset(content) if unlabelled else part.charset)[0]
        cut = text[: self._limits.text_characters * (4 if part.content_type == "text/html" else 1)]
        if part.content_type != "text/html" and cut.count("\n") > self._limits.lines:
            cut = "\n".join(cut.split("\n", self._limits.lines)[:-1])
        if len(cut) < len(text):
            self._notes.append(
                f"part {part.specifier}: only the first {len(cut):,} of {len(text):,} characters were read"
            )
        if part.content_type == "text/html":
            return read_html(cut)
        flowed, delsp = is_flowed(part)
        return read_plain(cut, flowed=flowed, delsp=delsp)


def is_text(part: Part) -> bool:
    """A part that programs show in the message's window."""
    return part.content_type in ("text/plain", "text/html") and part.disposition != "attachment" and not part.name
