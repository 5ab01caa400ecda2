"""The column of a table that a value stands in: its name says what the values below it are."""

from bisect import bisect_left

from extract.clauses import Block, Shape
from extract.span import Span, at
from extract.text import Text

_LONGEST_NAME = 40
_PAIR, _FEW_WORDS = 2, 3
_SUBJECTS = ("project", "client", "campaign", "brand", "product", "subject", "title", "event", "brief", "company", "re")
_MOST_ROWS = 40  # above the value


def column_of(text: Text, value: Span) -> Span | None:
    """The cell that names the value's column; None outside a table, or where no row of names stands on top."""
    blocks = text.layout.blocks
    own = at(blocks, value.start)
    if own is None or own.shape is not Shape.ROW or len(own.cells) < 2:
        return None
    here = next((index for index, cell in enumerate(own.cells) if cell.start <= value.start < cell.end), None)
    if not here:
        return None  # the first column holds the things themselves
    place = bisect_left(blocks, own.start, key=lambda block: block.start)
    top = own
    for block in reversed(blocks[max(0, place - _MOST_ROWS) : place]):
        if block.shape is not Shape.ROW or len(block.cells) < 2:
            break
        top = block
    # A row with an empty cell has fewer: which of them it lacks cannot be told.
    if top is own or len(top.cells) != len(own.cells) or not _names(text.words, top):
        return None
    return top.cells[here]


def _names(words: str, row: Block) -> bool:
    cells = [words[cell.start : cell.end] for cell in row.cells]
    # "Project: launch of our app" over "First cut: 24 July" is the first of several pairs.
    if len(cells) == _PAIR and (len(cells[1].split()) > _FEW_WORDS or cells[0].strip(" :").lower() in _SUBJECTS):
        return False
    return not any(len(cell) > _LONGEST_NAME or any(char.isdigit() for char in cell) for cell in cells)
