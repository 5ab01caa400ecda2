"""How many of a thing are wanted where the number stands behind it, and the size that follows."""

import re
from collections.abc import Sequence

from extract.clauses import Sentence
from extract.grammar import grammar
from extract.text import Text


def counted_after(after: Sequence[str]) -> tuple[int | None, int]:
    """The number behind: "menu boards, 2 of them", "posters x 3", "posters (4)"."""
    words = [*after, "", "", "", ""]
    number = grammar().numbers
    skip = 1 if words[0] in (",", "-", ":", "(") else 0
    if words[skip] in ("x", "×") and words[skip + 1].isdigit():
        return int(words[skip + 1]), skip + 2
    value = int(words[skip]) if words[skip].isdigit() and len(words[skip]) < 6 else number.get(words[skip])
    if value is not None and words[skip + 1] == "of" and words[skip + 2] in ("them", "those", "these"):
        return value, skip + 3
    if value is not None and skip and words[0] == "(" and words[2] == ")":
        return value, 3
    for place in range(len(after) - 2):  # "some posters, make it four"
        if (
            words[place] in ("make", "call")
            and words[place + 1] in ("it", "that", "them")
            and words[place + 2] in number
        ):
            return number[words[place + 2]], place + 3
    return None, 0


_SIZE = re.compile(
    r"\s?\([^()\n]{0,30}\d[^()\n]{0,30}\)|,\s?\d{1,4}\s?[x×]\s?\d{1,4}(?:\s?(?:mm|cm|px|in|ft))?\b|,\s?A\d\b"
)


def past_sizes(text: Text, sentence: Sentence, end: int) -> int:
    """Past a size in brackets or behind a comma: "12 ads (1080x1350)", "4 ads, 1200x627"."""
    size = _SIZE.match(text.words, end, sentence.end)
    return size.end() if size else end
