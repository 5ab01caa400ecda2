"""Hard line ends that a program put at a margin, told from those that the writer put."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.lines import Line

# "[3/3 9:14 AM] one", "• one", "- one", "-one", "1) one", "1.one", "(a) one", "Budget: one"; "-20 %" goes on.
_ITEM = re.compile(
    r"\s*(?:\[\s?\d|[•·▪◦‣●○■□▢☐☑✓✔✗✘➢➤→⇒►▶◆❖]|[-*–—o]\s|-(?=[^\W\d_])|\(?\d{1,3}[.)](?=\s|[^\W\d_])|"
    r"\(?[a-zA-Z][.)]\s|\([ivx]{1,4}\)\s|[^\W\d][\w ]{0,24}:\s)"
)
# "2.1 one", "2.1.3. one", "2 x one": items where two of them stand in a paragraph; alone, "3.5 million" goes on.
_COUNTED = re.compile(r"\s*(?:(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?=[^\W\d])|(\d{1,3}) ?[x×]\s)", re.IGNORECASE)
_NARROWEST = 55
_LONG_ENOUGH = 45  # for a line that goes on in small letters
_USUAL = 72
_WIDEST = 110


def joined_ends(lines: Sequence[Line], same: Sequence[object]) -> set[int]:
    """The numbers of lines whose end is a margin's: the next line goes on. `same` tells whose words each line is.

    A line was broken by a program when the next one's first word would not have fitted.
    """
    found: set[int] = set()
    index = 0
    overall = max((len(line.text) for line in lines if len(line.text) <= _WIDEST), default=0)
    while index < len(lines):
        stop = index
        while stop < len(lines) and not lines[stop].blank and same[stop] == same[index]:
            stop += 1
        if stop - index > 1:
            found |= _joined(lines, index, stop, overall)
        index = max(stop, index + 1)
    return found


def _joined(lines: Sequence[Line], start: int, stop: int, overall: int) -> set[int]:
    lengths = [len(line.text.rstrip()) for line in lines[start : stop - 1]]
    width = max((length for length in lengths if length <= _WIDEST), default=0)
    width = max(width, min(overall, _USUAL))
    found: set[int] = set()
    for index, length in enumerate(lengths, start):
        if length > width or (width < _NARROWEST and length < _LONG_ENOUGH):
            continue
        line, following = lines[index].text.rstrip(), lines[index + 1].text
        first = following.split(None, 1)[0]
        goes_on = first[:1].islower() and line[-1:] not in ".!?:;"
        full = length + 1 + len(first) > width >= _NARROWEST
        if (full or (goes_on and length >= _LONG_ENOUGH)) and not _ITEM.match(following):
            found.add(index)
    return found - {index - 1 for index in _counted(lines, start, stop)} if found else found


def _counted(lines: Sequence[Line], start: int, stop: int) -> set[int]:
    """The numbers of lines that begin with a section's number after another's, or with a count where others do."""
    sections: list[tuple[int, tuple[int, ...]]] = []
    counts: list[int] = []
    for index in range(start, stop):
        match = _COUNTED.match(lines[index].text[:30])
        if match is None:
            continue
        if match[1]:
            sections.append((index, tuple(int(number) for number in match[1].split("."))))
        else:
            counts.append(index)
    found = set(counts) if len(counts) > 1 else set()
    for (above, first), (below, second) in pairwise(sections):
        if _follows(first, second):
            found |= {above, below}
    return found


def _follows(first: tuple[int, ...], second: tuple[int, ...]) -> bool:
    """2.2 or 3.1 after 2.1, 2.1.1 too."""
    shared = next((at for at, (one, other) in enumerate(zip(first, second, strict=False)) if one != other), -1)
    if shared < 0:
        return len(second) == len(first) + 1 and second[-1] == 1
    return second[shared] == first[shared] + 1 and all(number == 1 for number in second[shared + 1 :])
