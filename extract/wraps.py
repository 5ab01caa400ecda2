"""Lines that a mail program broke off, put together again."""

import re
from itertools import pairwise

from extract.value import value

_FIGURES_OF_DAY = re.compile(r"(?:[12]?\d|3[01])\. ")
_ENDS_IN_MONTH = re.compile(
    r"\b(?:jan|feb|march|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|il|ust|tember|ember|ober)?$|\bthe$",
    re.IGNORECASE,
)
# "Wanted: …" and "Budget: …" are lines of their own, and so are the rows of a table.
_OWN_ROW = (
    re.compile(r"[^\W\d_][^\n:;,.!?=]{0,38}?: +\S").match,
    re.compile(r"\S(?: ?\| ?| ?\t ?| {3,})\S").search,
)
_WIDEST = 200  # characters in which a row shows its first sign
_NARROW = 50  # lines that never get this long were broken by the writer, not by a mail program
_WIDE = 66  # and lines this long hardly ever by the writer


@value(frozen=True, slots=True)
class Line:
    """A line without its white space; `mark` is that of a list's item, with the space behind it."""

    start: int
    end: int
    indent: int
    mark: str

    def __len__(self) -> int:
        return self.indent + self.end - self.start


def joined(words: str, run: list[Line]) -> list[list[Line]]:
    """The lines of a stretch, those that were one before they were wrapped together."""
    width = max(len(line) for line in run)
    whole = [[run[0]]]
    for before, line in pairwise(run):
        if _wrapped(words, before, line, whole[-1][0], width):
            whole[-1].append(line)
        else:
            whole.append([line])
    return whole


def _wrapped(words: str, before: Line, line: Line, first: Line, width: int) -> bool:
    """Whether `line` goes on with the sentence of `before`: its first word would not have fitted there."""
    if line.mark and not _is_broken_off(words, before, line, width):
        return False
    if first.mark and line.indent > first.indent and (len(before) >= _NARROW or words[line.start].islower()):
        return True
    if words[before.end - 1] == ":":
        return False
    if any(
        all(sign(words, one.start, min(one.end, one.start + _WIDEST)) for one in (line, first)) for sign in _OWN_ROW
    ):
        return False  # however long the first
    word = words[line.start : line.end].split(maxsplit=1)[0]
    if width >= _NARROW and len(before) + 1 + len(word) > min(width, 90):
        return True
    # A reader who resized the window, or a table cell: a small letter after a line that did not end a sentence.
    return words[line.start].islower() and len(before) >= _WIDE and words[before.end - 1] not in ".!?"


def _is_broken_off(words: str, before: Line, line: Line, width: int) -> bool:
    """ "... for picking on August / 29. The sign shop": no item of a list, but the end of a sentence."""
    number = _FIGURES_OF_DAY.match(line.mark)
    full = width >= _NARROW and len(before) + 1 + len(line.mark.rstrip()) > min(width, 90)
    return number is not None and full and _ENDS_IN_MONTH.search(words, before.start, before.end) is not None
