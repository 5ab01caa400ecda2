"""An OpenDocument text, sheet or presentation to lines of text. Runs in the capped child only.

Cells and fields carry what they show as text, so the markup is walked and nothing has to be formatted again.
"""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]  # lxml publishes no types

from ingest.refused import Refused
from ingest.rows import row_lines

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _OFFICE = f"{{{_NAMES}text:1.0}}", f"{{{_NAMES}table:1.0}}", f"{{{_NAMES}office:1.0}}"
_DRAW, _STYLE, _PRESENTATION = f"{{{_NAMES}drawing:1.0}}", f"{{{_NAMES}style:1.0}}", f"{{{_NAMES}presentation:1.0}}"
_UNSEEN = frozenset((f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_PRESENTATION}notes", f"{_TEXT}note"))
_MAX_ROWS = 5000
_MAX_COLUMNS = 60
_MAX_SPACES = 100


def read(content: bytes) -> Iterator[str]:
    """Paragraphs, list items with a dash and table rows in order; hidden sheets, notes and deletions left out."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        manifest = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in archive.namelist() else b""
        if b"encryption-data" in manifest:
            raise Refused("encrypted")
        markup = archive.read("content.xml")
    root = etree.fromstring(markup, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    hidden = {
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        if any(each.get(f"{_TABLE}display") == "false" for each in style.iter(f"{_STYLE}table-properties"))
    }
    body = root.find(f"{_OFFICE}body")
    yield from _blocks(body if body is not None else root, hidden, "")


def _blocks(holder: etree._Element, hidden: set[str | None], bullet: str) -> Iterator[str]:
    for child in holder:
        tag = child.tag
        if tag in (f"{_TEXT}p", f"{_TEXT}h"):
            yield from _paragraph(child, hidden, bullet)
            bullet = ""
        elif tag == f"{_TEXT}list-item":
            yield from _blocks(child, hidden, "- ")
        elif tag == f"{_TABLE}table":
            if child.get(f"{_TABLE}style-name") not in hidden:
                yield from _rows(child, hidden)
                yield ""
        elif isinstance(tag, str) and tag not in _UNSEEN:
            yield from _blocks(child, hidden, "")
            if tag == f"{_DRAW}page":
                yield ""


def _paragraph(paragraph: etree._Element, hidden: set[str | None], bullet: str) -> Iterator[str]:
    boxes: list[etree._Element] = []
    text = "".join(_words(paragraph, boxes))
    lines = text.split("\n")
    yield f"{bullet}{lines[0]}" if lines[0].strip() else lines[0]
    yield from lines[1:]
    if text.strip() and not bullet:
        yield ""
    for box in boxes:
        yield from _blocks(box, hidden, "")


def _words(element: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        tag = child.tag
        if tag == f"{_TEXT}line-break":
            yield "\n"
        elif tag == f"{_TEXT}tab":
            yield "\t"
        elif tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c") or "1"
            yield " " * min(int(count) if count.isdecimal() else 1, _MAX_SPACES)
        elif tag == f"{_DRAW}text-box":
            boxes.append(child)
        elif isinstance(tag, str) and tag not in _UNSEEN:
            yield from _words(child, boxes)
        yield child.tail or ""


def _rows(table: etree._Element, hidden: set[str | None]) -> Iterator[str]:
    rows = (row for row in table.iter(f"{_TABLE}table-row") if next(row.iterancestors(f"{_TABLE}table")) is table)
    for number, row in enumerate(rows):
        if number >= _MAX_ROWS:
            return
        if row.get(f"{_TABLE}visibility") in ("collapse", "filter"):
            continue
        cells = list(row.iterchildren(f"{_TABLE}table-cell"))[:_MAX_COLUMNS]
        yield from row_lines(["\n".join(line for line in _blocks(cell, hidden, "") if line.strip()) for cell in cells])
