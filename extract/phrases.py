"""Phrases in any case, all found in one pass over a text however many there are."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.tokens import Tokens

Means = tuple[tuple[str, str], ...]  # the labels of a phrase, and what it means under each


@dataclass(slots=True)
class _Node:
    """What may follow the words said so far, and what they mean when nothing does."""

    following: dict[str, "_Node"] = field(default_factory=dict)
    means: Means = ()


class Phrases:
    """A tree of words: most words of a text begin no phrase, and are looked at once."""

    def __init__(self) -> None:
        self._first: dict[str, _Node] = {}

    def add(self, phrase: str, means: Means) -> None:
        following = self._first
        for word in Tokens(phrase).words:
            node = following.setdefault(word.lower, _Node())
            following = node.following
        node.means = means

    def within(self, tokens: Tokens) -> Iterator[tuple[int, int, Means]]:
        """Where each phrase begins and ends. One space or line end between its words is nothing, a wider gap ends it:
        "you\\nhave" is "you have", but no phrase reaches across an empty line.
        """
        words = tokens.words
        for index, node in enumerate(map(self._first.get, tokens.lower)):
            last = index
            while node is not None:
                end = words[last].end
                if node.means:
                    yield words[index].start, end, node.means
                last += 1
                if not node.following or last == len(words) or words[last].start - end > 1:
                    break
                node = node.following.get(words[last].lower)
