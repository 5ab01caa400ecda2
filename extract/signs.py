"""What a fitted weight can be given to: words by their stems, and by where they stand."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

from extract.word_forms import OfWords, cut

Signs = dict[str, float]
_WORD = re.compile(r"([^\W\d_]+(?:'[^\W\d_]+)?|\d+|[?!$€£₹%:;(])")
_PLAIN_WORD = re.compile(r"([A-Za-z]+(?:'[A-Za-z]+)?|[0-9]+|[?!$%:;(])")  # the same where all is ASCII
_ENDINGS = ("ing", "ed", "es", "s")
_SHORTEST = 4  # letters of a stem


@lru_cache(maxsize=100)  # the subject and the headings of a mail are asked for with each day and each sentence
def stems(words: str) -> tuple[str, ...]:
    """Lower case, figures as "#", and the commonest English endings off: "delivers", "delivered" are one."""
    return tuple(map(_STEMS.__getitem__, _WORD.findall(words)))


def first_stem(words: str) -> str:
    """That of the first word, "" where there is none."""
    word = _WORD.search(words)
    return _STEMS[word[0]] if word is not None else ""


def _stem(word: str) -> str:
    word = word.lower()
    if word.isdigit():
        return "#"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending)
    return word


_STEMS = OfWords(_stem)


class Stems:
    """The stems of a text, cut once: most stand in several of the stretches that are asked for."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._starts, self._ends, found = cut(_PLAIN_WORD if words.isascii() else _WORD, words)
        self._stems = list(map(_STEMS.__getitem__, found))

    def within(self, start: int, end: int) -> Sequence[str]:
        """Those of `words[start:end]`; of a word that an edge cuts what stands inside."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        if first >= last:
            return []
        inside = self._stems[first:last]
        if self._starts[first] < start:
            inside[:1] = stems(self._words[start : min(end, self._ends[first])])
        if self._ends[last - 1] > end:
            inside[-1:] = stems(self._words[max(start, self._starts[last - 1]) : end])
        return inside


# Signs by their kind and their word: "w" and "poster" are "w:poster". A sign without a word is of the kind "".
_Many = Iterable[tuple[str, Iterable[str]]]  # of one kind those of several words, each once
_Ones = Iterable[tuple[str, str]]
_Counted = Iterable[tuple[str, str, float]]  # with how much it counts; others count 1
Groups = tuple[_Many, _Ones, _Counted]


def named(signs: Groups) -> Signs:
    """The signs by their names, as weights are fitted to them."""
    many, ones, counted = signs
    ones = [*ones, *((kind, word) for kind, words in many for word in words)]
    counted = [*counted, *((kind, word, 1.0) for kind, word in ones)]
    return {f"{kind}:{word}" if kind else word: much for kind, word, much in counted}
