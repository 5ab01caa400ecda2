"""A Word file to lines of text. Runs in the capped child only."""

# python-docx tells neither list membership nor merged cells but by its elements.
# ruff: noqa: SLF001
import io
from collections.abc import Iterator

from docx import Document
from docx.document import Document as WordDocument
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from ingest.rows import row_lines


def read(content: bytes) -> Iterator[str]:
    """Paragraphs and table rows in reading order; list items with a dash."""
    document = Document(io.BytesIO(content))
    yield from _word_blocks(document)


def _word_blocks(holder: "WordDocument | _Cell") -> Iterator[str]:
    for block in holder.iter_inner_content():
        if isinstance(block, Paragraph):
            yield from _word_paragraph(block)
        elif isinstance(block, Table):
            yield from _word_table(block)
            yield ""


def _word_paragraph(paragraph: Paragraph) -> Iterator[str]:
    text = paragraph.text
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    properties = paragraph._p.pPr
    listed = style.startswith("List") or (properties is not None and properties.numPr is not None)
    for number, line in enumerate(text.split("\n")):
        yield f"- {line}" if listed and line.strip() and not number else line
    if text.strip() and not listed:
        yield ""


def _word_table(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells: list[str] = []
        seen: set[object] = set()
        for cell in row.cells:
            if cell._tc in seen:  # merged cells are told once
                continue
            seen.add(cell._tc)
            cells.append("\n".join(line for line in _word_blocks(cell) if line.strip()))
        yield from row_lines(cells)
