"""What came with a mail that may hold the request beside its words: files by kind and size, and shared links."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol
from urllib.parse import unquote

from briefs.mail import Attachment, Carrier, CarrierKind, SegmentKind
from briefs.pictures import size_of
from ingest.attachments import FileRead
from ingest.lines import Rendered
from ingest.shared_links import shared, shared_in

# Smaller pictures are logos, buttons and the pixels that count readers.
_SHORT_SIDE = 150
_AREA = 90_000
_ATTACHED_BYTES = 8_000
_SHOWN_BYTES = 15_000
_UNMEASURED_BYTES = 40_000
_MOST_LINKS = 20
_LOCKED = frozenset(("encrypted", "too slow", "too large", "unreadable"))
_DOCUMENTS = frozenset(("docx", "pdf", "xlsx", "pptx", "odf", "rtf", "html", "message", "tnef", "mail"))
_KINDS = {"sound": CarrierKind.SOUND, "film": CarrierKind.FILM}
_NO_FILES = ("message/", "text/", "multipart/")


class Words(Protocol):
    """A part's text with a kind for every line."""

    @property
    def rendered(self) -> Rendered: ...
    @property
    def kinds(self) -> tuple[SegmentKind, ...]: ...


def weighed(files: Sequence[FileRead], texts: Sequence[Words]) -> tuple[list[Attachment], list[Carrier]]:
    """The files with pictures that belong to the page's looks marked as such, and those that may hold the request."""
    shown = dict(_shown(texts))
    attachments: list[Attachment] = []
    carriers: list[Carrier] = []
    for each in files:
        file = each.kept
        place = shown.get(each.part.content_id) if each.part.content_id else None
        carrier = _carrier(each.kind, file, place)
        if carrier is not None:
            carriers.append(Carrier(carrier, file.name, file.part))
        elif each.kind == "picture" and (place is not None or each.part.related or each.part.disposition == "inline"):
            file = replace(file, outcome="logo" if place in (None, SegmentKind.SIGNATURE) else "inline")
        attachments.append(file)
    return attachments, carriers


def links_in(texts: Iterable[Words]) -> list[Carrier]:
    """Files shared behind an address in the words that count."""
    found: dict[str, None] = {}
    for text in texts:
        pairs = zip(text.rendered.lines, text.kinds, strict=True) if "/" in text.rendered.text else ()
        for line, kind in pairs:
            if kind is SegmentKind.CONTENT and "/" in line.text:
                found.update(dict.fromkeys(shared_in(line.text)))
        for index, target in text.rendered.targets:
            if kind_at(text, index) is SegmentKind.CONTENT and (address := shared(target)):
                found[address] = None
    return [Carrier(CarrierKind.LINK, address) for address in list(found)[:_MOST_LINKS]]


def kind_at(text: Words, index: int) -> SegmentKind:
    """Whose words stand where the page points from: in that line, else in the next above it."""
    for number in range(min(index, len(text.kinds) - 1), -1, -1):
        if not text.rendered.lines[number].blank:
            return text.kinds[number]
    return SegmentKind.CONTENT


def _shown(texts: Iterable[Words]) -> Iterator[tuple[str, SegmentKind]]:
    """The Content-IDs that pages show, with whose words stand around them."""
    for text in texts:
        for index, target in text.rendered.targets:
            if target[:4].lower() == "cid:":
                yield unquote(target[4:]), kind_at(text, index)


def _carrier(kind: str, file: Attachment, place: SegmentKind | None) -> CarrierKind | None:
    if kind == "picture":
        return CarrierKind.PICTURE if _is_large(file, place) else None
    if kind in _KINDS:
        return _KINDS[kind]
    if file.outcome in _LOCKED:
        return CarrierKind.FILE
    if kind in _DOCUMENTS:
        return {"no text": CarrierKind.SCAN, "kept": CarrierKind.FILE}.get(file.outcome)
    if kind == "" and file.size and not file.content_type.startswith(_NO_FILES):
        return CarrierKind.FILE
    return None


def _is_large(file: Attachment, place: SegmentKind | None) -> bool:
    """Large enough to be read; one that is shown in the text has to stand among the words that count."""
    if place not in (None, SegmentKind.CONTENT):
        return False
    size = size_of(file.content)
    if size is None:
        return file.size >= _UNMEASURED_BYTES
    if min(size) < _SHORT_SIDE or size[0] * size[1] < _AREA:
        return False
    return file.size >= (_ATTACHED_BYTES if place is None else _SHOWN_BYTES)
