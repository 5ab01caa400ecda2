"""Patterns whose case does not matter, searched in lower case: some five times as fast as `re.IGNORECASE`.

The search skips what cannot match by its first letters, which it does not do where case is ignored.
"""

import re
import sys
from collections.abc import Iterator
from functools import cached_property

_KEPT = re.compile(r"\\.|\(\?P", re.DOTALL)


class AnyCase:
    """Used as a compiled pattern is; what it finds are matches in the text as it was written."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._exact = re.compile(pattern, flags | re.IGNORECASE)

    @cached_property
    def _lowered(self) -> re.Pattern[str]:
        pattern, kept, edge = self._exact.pattern, [], 0
        for escape in _KEPT.finditer(pattern):  # \S is not \s
            kept += [pattern[edge : escape.start()].lower(), escape[0]]
            edge = escape.end()
        return re.compile("".join([*kept, pattern[edge:].lower()]), self._exact.flags & ~re.IGNORECASE)

    def search(self, words: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Within bounds as `re` does it: they are drawn around a few words of a long text."""
        if start or end < len(words):
            return self._exact.search(words, start, end)
        lower = words.lower()
        if len(lower) != len(words):  # İ is two characters in lower case
            return self._exact.search(words)
        found = self._lowered.search(lower)
        return found and self._exact.match(words, found.start())

    def is_in(self, lower: str) -> bool:
        """Whether words in lower case hold it, made so once for many patterns; no part of it may ask for capitals."""
        return self._lowered.search(lower) is not None

    def finditer(self, words: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """In `words[start:end]`, which has to begin where nothing before it matters."""
        within = words[start:end]
        lower = within.lower()
        if len(lower) != len(within):  # İ is two characters in lower case
            yield from self._exact.finditer(words, start, end)
            return
        for found in self._lowered.finditer(lower):
            match = self._exact.match(words, start + found.start(), end)
            if match is not None:
                yield match

    def match(self, words: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self._exact.match(words, start, end)

    def fullmatch(self, words: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self._exact.fullmatch(words, start, end)
