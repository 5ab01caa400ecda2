"""What a fitted weight can be given to: words by their stems, and by where they stand."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

Signs = dict[str, float]
# Signs of one kind, by the word or the words they are of, and how much each counts: "w" and "poster" are "w:poster".
# A sign without a word is of the kind "".
Group = tuple[str, str | Iterable[str], float]

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[?!$€£₹%:;(]")
_ENDINGS = ("ing", "ed", "es", "s")
_SHORTEST = 4  # letters of a stem


@lru_cache(maxsize=100)  # the subject and the headings of a mail are asked for with each day and each sentence
def stems(words: str) -> tuple[str, ...]:
    """Lower case, figures as "#", and the commonest English endings off: "delivers", "delivered" are one."""
    return tuple([_stem(word.lower()) for word in _WORD.findall(words)])


def first_stem(words: str) -> str:
    """That of the first word, "" where there is none."""
    word = _WORD.search(words)
    return _stem(word[0].lower()) if word is not None else ""


@lru_cache(maxsize=10_000)  # the words of every mail
def _stem(word: str) -> str:
    if word.isdigit():
        return "#"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending)
    return word


class Stems:
    """The stems of a text, cut once: most stand in several of the stretches that are asked for."""

    def __init__(self, words: str) -> None:
        self._words = words
        found = list(_WORD.finditer(words))
        self._starts = [word.start() for word in found]
        self._ends = [word.end() for word in found]
        self._stems = list(map(_stem, [word[0].lower() for word in found]))

    def within(self, start: int, end: int) -> Sequence[str]:
        """Those of `words[start:end]`; of a word that an edge cuts what stands inside."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        if first >= last:
            return []
        if self._starts[first] < start or self._ends[last - 1] > end:
            return stems(self._words[start:end])
        return self._stems[first:last]


def flat(groups: Iterable[Group]) -> Signs:
    """The signs by their names, as weights are fitted to them."""
    return {
        f"{kind}:{word}" if kind else word: much
        for kind, words, much in groups
        for word in ([words] if isinstance(words, str) else words)
    }
