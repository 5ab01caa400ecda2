"""A PowerPoint file to lines of text. Runs in the capped child only."""

import io
from collections.abc import Iterable, Iterator
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

from ingest.rows import row_lines

_FURNITURE = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.HEADER)
_LISTS = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT)


def read(content: bytes) -> Iterator[str]:
    """The shown slides in order: the title first, then the shapes; speaker's notes and footers left out."""
    for slide in Presentation(io.BytesIO(content)).slides:
        if slide.element.get("show") in ("0", "false"):
            continue
        title = slide.shapes.title
        if title is not None:
            yield from _paragraphs(title.text_frame, False)
        yield from _shapes(shape for shape in slide.shapes if title is None or shape.shape_id != title.shape_id)
        yield ""


def _shapes(shapes: Iterable[Any]) -> Iterator[str]:
    for shape in shapes:
        kind = shape.placeholder_format.type if shape.is_placeholder else None
        if kind in _FURNITURE:
            continue
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from _shapes(shape.shapes)
        elif shape.has_table:
            for row in shape.table.rows:
                yield from row_lines(["" if cell.is_spanned else _clean(cell.text) for cell in row.cells])
            yield ""
        elif shape.has_text_frame:
            yield from _paragraphs(shape.text_frame, kind in _LISTS)


def _paragraphs(frame: Any, listed: bool) -> Iterator[str]:
    texts = [_clean(paragraph.text) for paragraph in frame.paragraphs]
    listed = listed and sum(bool(text.strip()) for text in texts) > 1
    wrote = False
    for text in texts:
        for number, line in enumerate(text.split("\n")):
            if line.strip():
                yield f"- {line}" if listed and not number else line
                wrote = True
    if wrote:
        yield ""


def _clean(text: str) -> str:
    return text.replace("\v", "\n")
