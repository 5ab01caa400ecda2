"""Hard line ends that a program put at a margin, told from those that the writer put."""

import re
from collections.abc import Sequence

from ingest.lines import Line

# "• one", "•one", "- one", "-one", "1) one", "1.one", "(a) one", "Budget: one"; "-20 %" and "3.5 million" go on.
_ITEM = re.compile(
    r"\s*(?:[•·▪◦‣●○■□▢☐☑✓✔✗✘➢➤→⇒►▶◆❖]|[-*–—o]\s|-(?=[^\W\d_])|\(?\d{1,3}[.)](?=\s|[^\W\d_])|"
    r"\(?[a-zA-Z][.)]\s|\([ivx]{1,4}\)\s|[^\W\d][\w ]{0,24}:\s)"
)
_NARROWEST = 55
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
    for index in range(start, stop - 1):
        line, following = lines[index].text.rstrip(), lines[index + 1].text
        if len(line) > width or _ITEM.match(following):
            continue
        first = following.split(None, 1)[0]
        goes_on = first[:1].islower() and line[-1:] not in ".!?:;"
        if len(line) + 1 + len(first) > width >= _NARROWEST or (goes_on and len(line) >= 45):
            found.add(index)
    return found
