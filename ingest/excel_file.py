"""An Excel file to lines of text, cells as they are shown. Runs in the capped child only."""

import datetime as dt
import io
import re
from collections.abc import Iterator
from itertools import groupby

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ingest.rows import row_lines

_MAX_ROWS = 5000
_MAX_COLUMNS = 60


def read(content: bytes) -> Iterator[str]:
    """The visible sheets' visible rows and columns, values as they are shown."""
    book = load_workbook(io.BytesIO(content), read_only=False, data_only=True)
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        if len(book.worksheets) > 1:
            yield sheet.title
        hidden = _hidden_columns(sheet)
        # Asking for rows would make a cell for every place up to the last one, and one far out is easily made.
        written = sorted(sheet._cells.items())  # noqa: SLF001
        for number, row in groupby(written, key=lambda each: each[0][0]):
            if number > _MAX_ROWS:
                break
            if number in sheet.row_dimensions and sheet.row_dimensions[number].hidden:
                continue
            cells = [cell for (_, column), cell in row if column <= _MAX_COLUMNS and column not in hidden]
            yield from row_lines([_shown(cell.value, cell.number_format) for cell in cells])
        yield ""


def _hidden_columns(sheet: Worksheet) -> set[int]:
    """Neighbours that are hidden share one entry."""
    return {
        column
        for each in sheet.column_dimensions.values()
        if each.hidden and each.min and each.max
        for column in range(each.min, min(each.max, _MAX_COLUMNS) + 1)
    }


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
