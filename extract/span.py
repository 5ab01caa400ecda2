"""A stretch of the text that rules see."""

from bisect import bisect_right
from collections.abc import Sequence
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
