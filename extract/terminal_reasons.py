"""The readable view of `inbrief extract --explain`: why each value was taken, and what was looked at and was not."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from briefs.findings import Field
from extract.remarks import Explained, Stood
from extract.terminal import STYLES, safe

Row = tuple[Field, str, str]


def reasons(told: Explained) -> RenderableType:
    """To stand below `readable`."""
    parts: list[RenderableType] = []
    taken = [row for one in told.stood for row in _taken(one)]
    if taken:
        parts.append(_table("taken", taken))
    if told.rejected:
        rejected = [(remark.field, remark.quote, remark.why) for remark in told.rejected]
        parts.append(_table("not taken", rejected))
    return Group(*(Padding(part, (1, 2, 0, 2)) for part in parts))


def _taken(one: Stood) -> Iterator[Row]:
    finding = one.finding
    yield finding.field, finding.quote, ": ".join(each for each in (finding.rule, one.why) if each)
    for remark in one.over:
        yield remark.field, f"  over {remark.quote}", remark.why


def _table(what: str, rows: list[Row]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="dim")
    for column in (what, "the client's words", "why"):
        table.add_column(column, overflow="fold")
    for field, quote, why in rows:
        table.add_row(Text(field.value, style=STYLES[field]), Text(_folded(quote), style="italic"), Text(_folded(why)))
    return table


def _folded(words: str) -> str:
    indent = "  " if words.startswith("  ") else ""
    return indent + " ".join(safe(words).split())
