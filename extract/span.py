"""A stretch of the text that rules see."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import TypeVar

from extract.value import value


@value(frozen=True, slots=True, order=True)
class Span:
    """`Text.words[start:end]`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


START = attrgetter("start")
_S = TypeVar("_S", bound=Span)


def at(spans: Sequence[_S], offset: int) -> _S | None:
    """The span of a sorted, disjoint sequence that holds `offset`, in logarithmic time."""
    index = bisect_right(spans, offset, key=START) - 1
    if index < 0 or offset >= spans[index].end:
        return None
    return spans[index]


def joined(spans: Sequence[_S], join: Callable[[_S, _S], _S | None]) -> Iterator[_S]:
    """`spans`, each with the one behind it where `join` makes one of the two; that one is joined no further."""
    index = 0
    while index < len(spans):
        both = join(spans[index], spans[index + 1]) if index + 1 < len(spans) else None
        yield spans[index] if both is None else both
        index += 1 if both is None else 2
