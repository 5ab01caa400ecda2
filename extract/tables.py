"""Tables of things: rows with an item and how many of it, with or without a row of column names above."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.anycase import AnyCase
from extract.clauses import Block, Shape
from extract.grammar import grammar
from extract.span import Span
from extract.text import Text

_ITEM = re.compile(
    r"^(?:item|items|piece|pieces|deliverables?|assets?|what|description|elements?|materials?|product|medium|execution|job"
    r"|component|collateral|format|touchpoint|output|artwork|creative|work|tactic|type|name|article)\b", re.IGNORECASE
)  # fmt: skip
_QUANTITY = re.compile(
    r"^(?:qty|quantity|quantities|no\.?|nos\.?|number|units?|#|pcs|pieces|how many|count|versions?|x)\W*(?:of.*)?$",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"^(?:due|needed|deadline|date|when|delivery|live|size|dimensions|spec|specs|specifications?|notes?|details?|where|use"
    r"|placement|location|channel|status|owner|budget|cost|price|format|length|duration|language|version)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"^(?:x ?|× ?)?(\d{1,6}|\d{1,3}(?:[,.]\d{3})+)"
    r"(?: ?(?:x|×|off|pcs|nos|no|pieces|units|designs?|versions?|different.{0,10}|of (?:them|each)))?\.?$",
    re.IGNORECASE,
)

_FIGURE_WORDS = 4
_OF_WHAT = (
    "of",
    "x",
    "off",
    "pcs",
    "pieces",
    "units",
    "designs",
    "design",
    "versions",
    "version",
    "different",
    "in",
    "for",
)

_MONEY = AnyCase(r"[$£€¥₹₦₱]\s?\d|\d(?: ?k\b|[,.]\d{3})")


@dataclass(frozen=True, slots=True)
class Row:
    """`headed`: a row of column names says that these are things to be made; `priced`: money stands beside it.

    `labelled`: nothing of that kind, "Poster: A2, for the shop windows"; the thing may be its label.
    """

    block: Block
    item: Span
    quantity: int | None
    headed: bool
    priced: bool = False
    labelled: bool = False


def rows_of_things(text: Text) -> Iterator[Row]:
    """Rows that name a thing beside a number, and all rows under a heading cell for things."""
    run: list[Block] = []
    for block in [*text.layout.blocks, None]:
        if block is not None and block.shape is Shape.ROW and len(block.cells) > 1:
            run.append(block)
            continue
        yield from _in_table(text, run)
        run = []


def _in_table(text: Text, blocks: list[Block]) -> Iterator[Row]:
    item, number, headed = _columns(text, blocks[0]) if blocks else (None, None, False)
    for block in blocks[1:] if headed else blocks:
        cells = block.cells
        if headed and item is not None and item < len(cells):
            quantity = _figure(text, cells[number]) if number is not None and number < len(cells) else None
            yield Row(block, cells[item], quantity, headed=True)
            continue
        figures = [_figure(text, cell) for cell in cells]
        if figures[0] is not None and len(cells) > 1 and figures[1] is None:
            yield Row(block, cells[1], figures[0], headed=False)
        elif figures[0] is None and figures[1] is not None:
            yield Row(block, cells[0], figures[1], headed=False)
        elif _MONEY.search(text.words, cells[1].start, cells[1].end):
            yield Row(block, cells[0], None, headed=False, priced=True)
        elif figures[0] is None:
            yield Row(block, cells[0], None, headed=False, labelled=True)


def _columns(text: Text, block: Block) -> tuple[int | None, int | None, bool]:
    """Which columns hold the thing and its number, when `block` names columns."""
    names = [text.words[cell.start : cell.end].strip() for cell in block.cells]
    if any(any(char.isdigit() for char in name) or len(name) > 30 for name in names):
        return None, None, False
    item = next((index for index, name in enumerate(names) if _ITEM.match(name)), None)
    number = next((index for index, name in enumerate(names) if _QUANTITY.match(name)), None)
    if item is None and number is not None:
        item = 0 if number else 1
    told = number is not None or any(_BESIDE.match(name) for name in names)
    return item, number, told or (item is not None and len(names) > 2)


def _figure(text: Text, cell: Span) -> int | None:
    words = text.words[cell.start : cell.end].strip()
    found = _FIGURE.match(words)
    if found:
        return int(re.sub(r"[,.]", "", found[1]))
    said = words.lower().rstrip(".").split(" ")
    whole = len(said) == 1 or (len(said) < _FIGURE_WORDS and said[1] in _OF_WHAT)  # not "one great billboard"
    return grammar().numbers.get(said[0]) if whole else None
