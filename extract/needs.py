"""Which of many patterns or rules are worth a try: those that find one of the words they need."""

from collections.abc import Iterable


class Needs:
    """Built once from the words that each of several things needs one of; what needs none is always worth a try."""

    def __init__(self, of_each: Iterable[Iterable[str]]) -> None:
        self._always: list[int] = []
        self._by_word: dict[str, list[int]] = {}
        for index, words in enumerate(map(tuple, of_each)):
            for word in words:
                self._by_word.setdefault(word, []).append(index)
            if not words:
                self._always.append(index)
        self._words = frozenset(self._by_word)

    def met(self, words: set[str]) -> list[int]:
        """The places of those that may be found among `words`, in their order."""
        found = self._words & words
        if not found:
            return self._always
        met = set(self._always)
        for word in found:
            met.update(self._by_word[word])
        return sorted(met)
