"""A Word file to lines of text. Runs in the capped child only.

The markup is walked here: python-docx passes over content controls, text boxes and tracked changes, which is where
forms and agreed wordings stand.
"""

import io
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.oxml.ns import nsmap, qn

from ingest.rows import row_lines

_W = f"{{{nsmap['w']}}}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same text box again
_BOX = f"{_W}txbxContent"
# Taken back by a tracked change, field codes, and what is told elsewhere.
_UNSEEN = frozenset((_FALLBACK, *(f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "pPr", "sdtPr"))))
_WRAPPERS = frozenset(f"{_W}{name}" for name in ("ins", "moveTo", "customXml", "smartTag", "sdtContent"))
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_OFF = ("0", "false", "off", "none")


def read(content: bytes) -> Iterator[str]:
    """Paragraphs and table rows in reading order; list items with a dash; headers, footers and comments left out."""
    document = Document(io.BytesIO(content))
    listed = {style.style_id for style in document.styles if (style.name or "").startswith("List")}
    yield from _blocks(document.element.body, frozenset(listed))


def _blocks(holder: Any, listed: frozenset[str]) -> Iterator[str]:
    for child in holder:
        if child.tag == f"{_W}p":
            yield from _paragraph(child, listed)
        elif child.tag == f"{_W}tbl":
            yield from _table(child, listed)
            yield ""
        elif child.tag == f"{_W}sdt":
            if child.find(f"{_W}sdtPr/{_W}showingPlcHdr") is None:  # "Click here to enter text"
                yield from _blocks(child, listed)
        elif child.tag in _WRAPPERS:
            yield from _blocks(child, listed)


def _paragraph(paragraph: Any, listed: frozenset[str]) -> Iterator[str]:
    boxes: list[Any] = []
    text = "".join(_words(paragraph, boxes))
    properties = paragraph.find(f"{_W}pPr")
    style = properties.find(f"{_W}pStyle") if properties is not None else None
    name = style.get(f"{_W}val") if style is not None else ""
    item = name in listed or (
        properties is not None and properties.find(f"{_W}numPr") is not None and not name.startswith("Heading")
    )
    for number, line in enumerate(text.split("\n")):
        yield f"- {line}" if item and line.strip() and not number else line
    if text.strip() and not item:
        yield ""
    for box in boxes:
        yield from _blocks(box, listed)


def _words(element: Any, boxes: list[Any]) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag == f"{_W}t":
            yield child.text or ""
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        elif tag == _BOX:
            boxes.append(child)
        elif tag == f"{_W}sdt" and child.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None:
            continue
        elif tag not in _UNSEEN and not (tag == f"{_W}r" and _is_withdrawn(child)):
            yield from _words(child, boxes)


def _is_withdrawn(run: Any) -> bool:
    """Struck out by hand, or hidden."""
    properties = run.find(qn("w:rPr"))
    if properties is None:
        return False
    marks = (properties.find(f"{_W}{name}") for name in ("strike", "dstrike", "vanish"))
    return any(mark is not None and mark.get(f"{_W}val", "1") not in _OFF for mark in marks)


def _table(table: Any, listed: frozenset[str]) -> Iterator[str]:
    for row in table.iterchildren(f"{_W}tr"):
        if row.find(f"{_W}trPr/{_W}del") is not None:
            continue
        cells = [child for child in row.iter(f"{_W}tc") if next(child.iterancestors(f"{_W}tr")) is row]
        yield from row_lines(["\n".join(line for line in _blocks(cell, listed) if line.strip()) for cell in cells])
