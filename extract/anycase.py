"""Patterns whose case does not matter, searched in lower case: some five times as fast as `re.IGNORECASE`.

The search skips what cannot match by its first letters, which it does not do where case is ignored.
"""

import re
import sys
from collections.abc import Iterator
from functools import cached_property

_CONTEXT = 64  # characters before a match that its pattern looks back at, and more
_KEPT = re.compile(r"\\.|\(\?P", re.DOTALL)


class AnyCase:
    """Used as a compiled pattern is; what it finds are matches in the text as it was written.

    Compiled once more for texts without letters beyond ASCII, as most are: `re` knows what is a letter of those at a
    look, and whether a word ends there.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self._flags = pattern, flags & ~re.IGNORECASE

    @cached_property
    def _exact(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags | re.IGNORECASE)

    @cached_property
    def _plain(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags | re.IGNORECASE | re.ASCII)

    @cached_property
    def _lowered(self) -> re.Pattern[str]:
        return re.compile(self._lower_pattern, self._flags)

    @cached_property
    def _plain_lowered(self) -> re.Pattern[str]:
        return re.compile(self._lower_pattern, self._flags | re.ASCII)

    @cached_property
    def _lower_pattern(self) -> str:
        kept, edge = [], 0
        for escape in _KEPT.finditer(self.pattern):  # \S is not \s
            kept += [self.pattern[edge : escape.start()].lower(), escape[0]]
            edge = escape.end()
        return "".join([*kept, self.pattern[edge:].lower()])

    def search(self, words: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Within bounds as `re` does it: they are drawn around a few words of a long text."""
        begins = start - _CONTEXT if start > _CONTEXT else 0
        within = words[begins:end]
        lower = within.lower()
        if within.isascii():
            found = self._plain_lowered.search(lower, start - begins)
        elif len(lower) == len(within):
            found = self._lowered.search(lower, start - begins)
        else:  # İ is two characters in lower case
            return self._exact.search(words, start, end)
        return found and self.match(words, begins + found.start(), end)

    def is_in(self, lower: str) -> bool:
        """Whether words in lower case hold it, made so once for many patterns; no part of it may ask for capitals."""
        return (self._plain_lowered if lower.isascii() else self._lowered).search(lower) is not None

    def finditer(self, words: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """In `words[start:end]`, which has to begin where nothing before it matters."""
        within = words[start:end]
        lower = within.lower()
        if within.isascii():
            every = self._plain_lowered.finditer(lower)
        elif len(lower) == len(within):
            every = self._lowered.finditer(lower)
        else:  # İ is two characters in lower case
            yield from self._exact.finditer(words, start, end)
            return
        for found in every:
            match = self.match(words, start + found.start(), end)
            if match is not None:
                yield match

    def match(self, words: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return (self._plain if words.isascii() else self._exact).match(words, start, end)

    def fullmatch(self, words: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return (self._plain if words.isascii() else self._exact).fullmatch(words, start, end)
