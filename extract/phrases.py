"""Phrases in any case, all found in one pass over a text however many there are."""

from extract.tokens import Tokens

Means = tuple[tuple[str, str], ...]  # the labels of a phrase, and what it means under each


class _Node(dict[str, "_Node"]):
    """What may follow the words said so far, and what they mean when nothing does."""

    __slots__ = ("means",)

    def __init__(self) -> None:
        self.means: Means = ()


class Phrases:
    """A tree of words: most words of a text begin no phrase, and are looked at once."""

    def __init__(self) -> None:
        self._first = _Node()

    def add(self, phrase: str, means: Means) -> None:
        node = self._first
        for word in Tokens(phrase).lower:
            node = node.setdefault(word, _Node())
        node.means = means

    def within(self, tokens: Tokens) -> list[tuple[int, int, str, str]]:
        """Where each phrase begins, where it ends with a minus, a label of it and what it means under that.

        One space or line end between its words is nothing, a wider gap ends it: "you\\nhave" is "you have", but no
        phrase reaches across an empty line.
        """
        lower, starts, ends = tokens.lower, tokens.starts, tokens.ends
        found: list[tuple[int, int, str, str]] = []
        for first, node in enumerate(map(self._first.get, lower)):
            last = first
            while node is not None:
                end = ends[last]
                for label, meaning in node.means:
                    found.append((starts[first], -end, label, meaning))
                last += 1
                if not node or last == len(lower) or starts[last] - end > 1:
                    break
                node = node.get(lower[last])
        return found
