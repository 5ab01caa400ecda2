"""What is true of a word wherever it stands, found out once: the words of a language come again with each mail."""

import re
from collections.abc import Callable
from itertools import accumulate
from sys import intern

_MOST = 20_000  # words that are kept; then all are forgotten, which costs less than to know the oldest
_LONGEST = 40  # letters of one: strangers write mails that are a single word of a megabyte


class OfWords(dict[str, str]):
    """A form of each word, found out when it is first asked for.

    The same word is the same object wherever it is said: most tables it is looked up in then know it at a glance,
    where they would have to go to memory for the letters of the word that stands there.
    """

    def __init__(self, form: Callable[[str], str]) -> None:
        self._form = form

    def __missing__(self, word: str) -> str:
        if len(word) > _LONGEST:
            return self._form(word)
        if len(self) >= _MOST:
            self.clear()
        form = self[word] = intern(self._form(word))
        return form


LOWERED = OfWords(str.lower)


def cut(word: re.Pattern[str], text: str) -> tuple[list[int], list[int], list[str]]:
    """Where each word of the text begins, where it ends, and all words; the pattern is one group."""
    gaps_and_words = word.split(text)
    edges = list(accumulate(map(len, gaps_and_words)))
    return edges[:-1:2], edges[1::2], gaps_and_words[1::2]
