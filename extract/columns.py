"""The column of a table that a value stands in: its name says what the values below it are."""

import re
from bisect import bisect_left

from extract.clauses import Block, Shape
from extract.span import Span, at
from extract.text import Text

_LONGEST_NAME = 40
_WHAT = r"(?:\s(?:date|day|brief|plan|schedule|version|budget|amount|value|text|wording|copy|timing|position))?\s?:?"
# "From" beside "To" is no change but a stretch of time.
_OLD = re.compile(
    rf"(?:(?:it\s|what\sit\s)?was|old|before|previous(?:ly)?|prior|original(?:ly)?|formerly|current(?:ly)?|as\s(?:briefed|is|was|agreed)|"
    rf"initial(?:ly)?|in\sthe\sbrief|so\sfar|until\snow|up\sto\snow|existing"
    rf"|(?:the\s|our\s)?(?:first\s|last\s|old\s|original\s)?(?:brief|plan|version|schedule|contract|order)(?:\s(?:of|from|on)\s[^|\t]{{1,24}}|\sv?\d)?){_WHAT}",
    re.IGNORECASE,
)
_NEW = re.compile(
    rf"(?:(?:it\s|what\sit\s)?is\snow|now|new|after|to\sbe|revised|amended|updated?|changed?(?:\s(?:to|into))?|becomes|instead|correct(?:ed)?|"
    rf"should\s(?:be|read)|will\sbe|from\snow(?:\son)?|proposed){_WHAT}",
    re.IGNORECASE,
)
_PAIR, _FEW_WORDS = 2, 3
_SUBJECTS = ("project", "client", "campaign", "brand", "product", "subject", "title", "event", "brief", "company", "re")
_MOST_ROWS = 40  # above the value


def column_of(text: Text, value: Span) -> Span | None:
    """The cell that names the value's column; None outside a table, or where no row of names stands on top."""
    own, here = _cell_of(text, value)
    top = _top_of(text, own) if own is not None and here else None
    # A row with an empty cell has fewer: which of them it lacks cannot be told.
    if own is None or top is None or len(top.cells) != len(own.cells) or not _names(text.words, top):
        return None
    return top.cells[here]


def is_superseded(text: Text, value: Span) -> bool:
    """Whether the value stands in the old column of a table of changes: "Was" beside "Now", "Brief of 3 April"."""
    own, here = _cell_of(text, value)
    top = _top_of(text, own) if own is not None and here else None
    if own is None or top is None:
        return False
    at_top = here - (len(own.cells) - len(top.cells))  # nothing may stand above the names of the rows
    if here - at_top not in (0, 1) or not 0 <= at_top < len(top.cells) - 1:
        return False
    old, new = top.cells[at_top], top.cells[at_top + 1]
    return (
        _NEW.fullmatch(text.words, new.start, new.end) is not None
        and _OLD.fullmatch(text.words, old.start, old.end) is not None
    )


def _cell_of(text: Text, value: Span) -> tuple[Block | None, int]:
    """The row that the value stands in and which of its cells; 0, where the things themselves stand, for none."""
    own = at(text.layout.blocks, value.start)
    if own is None or own.shape is not Shape.ROW or len(own.cells) < _PAIR:
        return None, 0
    return own, next((index for index, cell in enumerate(own.cells) if cell.start <= value.start < cell.end), 0)


def _top_of(text: Text, own: Block) -> Block | None:
    """The first row of the table."""
    blocks = text.layout.blocks
    place = bisect_left(blocks, own.start, key=lambda block: block.start)
    top = own
    for block in reversed(blocks[max(0, place - _MOST_ROWS) : place]):
        if block.shape is not Shape.ROW or len(block.cells) < _PAIR:
            break
        top = block
    return None if top is own else top


def _names(words: str, row: Block) -> bool:
    cells = [words[cell.start : cell.end] for cell in row.cells]
    # "Project: launch of our app" over "First cut: 24 July" is the first of several pairs.
    if len(cells) == _PAIR and (len(cells[1].split()) > _FEW_WORDS or cells[0].strip(" :").lower() in _SUBJECTS):
        return False
    return not any(len(cell) > _LONGEST_NAME or any(char.isdigit() for char in cell) for cell in cells)
