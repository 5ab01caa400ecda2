"""Attached documents to lines of text: Word, PDF, Excel. Runs in the capped child only."""

import datetime as dt
import io
import re
from collections.abc import Callable, Iterator

from docx import Document

# python-docx tells neither list membership nor merged cells but by its elements.
# ruff: noqa: SLF001
from docx.document import Document as WordDocument
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from openpyxl import load_workbook
from pypdf import PdfReader

_MAX_ROWS = 5000
_MAX_COLUMNS = 60
_MAX_PAGES = 200


def word(content: bytes) -> Iterator[str]:
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


def row_lines(cells: list[str]) -> Iterator[str]:
    """A row of two as `label: value`, a wider one with tabs; a cell of several lines stands on its own lines."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if not filled:
        return
    if any("\n" in cell for cell in filled[:-1]) or (len(filled) == 1):
        for cell in filled:
            yield from cell.split("\n")
        return
    head, *rest = filled[-1].split("\n")
    if len(filled) == 2 and len(filled[0]) <= 60 and filled[0][-1] not in ".!,;":
        label = filled[0] if filled[0][-1] in ":?" else f"{filled[0]}:"
        yield f"{label} {head}"
    else:
        yield "\t".join([*filled[:-1], head])
    yield from rest


def pdf(content: bytes) -> Iterator[str]:
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted:
        reader.decrypt("")
    for number, page in enumerate(reader.pages):
        if number >= _MAX_PAGES:
            return
        yield from page.extract_text().split("\n")
        yield ""


def excel(content: bytes) -> Iterator[str]:
    """The visible sheets' rows, values as they are shown."""
    book = load_workbook(io.BytesIO(content), read_only=False, data_only=True)
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        if len(book.worksheets) > 1:
            yield sheet.title
        for number, row in enumerate(sheet.iter_rows(max_col=_MAX_COLUMNS)):
            if number >= _MAX_ROWS:
                return
            yield from row_lines([_shown(cell.value, cell.number_format) for cell in row])
        yield ""


_SYMBOLS = ("$", "€", "£", "¥")


def _shown(value: object, number_format: str) -> str:
    """A cell as it reads on screen: dates as days, money with its sign."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return _moment(value, number_format or "")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return _number(value, number_format or "")
    return str(value)


_FORMS = {
    "yyyy": "%Y",
    "yy": "%y",
    "mmmm": "%B",
    "mmm": "%b",
    "dddd": "%A",
    "ddd": "%a",
    "dd": "%d",
    "hh": "%H",
    "ss": "%S",
}


def _moment(value: dt.datetime | dt.date | dt.time, number_format: str) -> str:
    """A date as its cell's format shows it; ISO where the format is not plainly one of a date."""
    pattern = re.sub(r'\[[^\]]*\]|["\\]|_.|;.*', "", number_format).strip().lower()
    timed = isinstance(value, dt.time) or (isinstance(value, dt.datetime) and (value.hour or value.minute))
    if isinstance(value, dt.time) or not {"d", "y"} <= set(pattern) or re.search(r"[^dmyhs:./\-, ]", pattern):
        if isinstance(value, dt.time):
            return f"{value:%H:%M}"
        return f"{value:%Y-%m-%d %H:%M}" if timed else f"{value:%Y-%m-%d}"
    shown: list[str] = []
    hours = False
    for field in re.split(r"(yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d|hh|h|ss|s)", pattern):
        if field in ("h", "hh"):
            hours = True
        if field in ("m", "mm") and hours:
            shown.append(f"{value:%M}")
        elif field in ("m", "d", "h", "s"):
            number = {
                "m": value.month,
                "d": value.day,
                "h": getattr(value, "hour", 0),
                "s": getattr(value, "second", 0),
            }[field]
            shown.append(str(number))
        elif field == "mm":
            shown.append(f"{value:%m}")
        else:
            shown.append(value.strftime(_FORMS[field]) if field in _FORMS else field)
    return "".join(shown).strip()


def _number(value: float, number_format: str) -> str:
    if "%" in number_format:
        return f"{value * 100:g}%"
    whole = float(value).is_integer()
    grouped = "," in number_format or "#" in number_format
    text = (
        f"{int(value):,}"
        if whole and grouped
        else f"{int(value)}"
        if whole
        else f"{value:,.2f}"
        if grouped
        else f"{value:g}"
    )
    named = re.search(r"\[\$([^\-\]]{1,5})", number_format)  # [$€-407]
    symbol = named[1] if named else next((sign for sign in _SYMBOLS if sign in number_format), "")
    if not symbol:
        return text
    before = number_format.index(symbol) < re.search(r"[#0]|$", number_format).start()  # type: ignore[union-attr]  # $ is met
    return f"{symbol}{text}" if before else f"{text} {symbol}"


READERS: dict[str, Callable[[bytes], Iterator[str]]] = {"docx": word, "pdf": pdf, "xlsx": excel}
