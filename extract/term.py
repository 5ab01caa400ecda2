"""A word or phrase that the vocabulary knows, where it stands."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

from extract.span import Span
from extract.value import value


@value(frozen=True, slots=True, order=True)
class Term(Span):
    """`label` is the kind of term ("due", "deliverable"), `id` what it means, "" where it means itself."""

    label: str
    id: str


_Group = tuple[list[int], tuple[Term, ...]]  # where each of some terms begins, and the terms
_NONE: _Group = ([], ())


class Terms:
    """The terms of a text in its order, found by where they begin and by their labels.

    Rules ask for the same few groups of labels again and again: each group is sorted out once a text.
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = tuple(terms)
        self._starts = [term.start for term in self._terms]
        self._labels = [term.label for term in self._terms]
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, label in enumerate(self._labels):
            self._places[label].append(place)
        self._groups: dict[tuple[str, ...], _Group] = {}

    def within(self, start: int, end: int, labels: tuple[str, ...]) -> tuple[Term, ...]:
        """Those of these labels, or all, that begin in `start:end`."""
        group = self._groups.get(labels)
        if group is None:
            group = self._groups[labels] = self._group(labels)
        starts, terms = group
        if not starts:
            return ()
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:
            return ()  # as most stretches have none
        return terms[first : bisect_left(starts, end, first)]

    def labels(self, start: int, end: int) -> list[str]:
        """Of the terms that begin in `start:end`, in their order."""
        return self._labels[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _group(self, labels: tuple[str, ...]) -> _Group:
        if labels and self._places.keys().isdisjoint(labels):
            return _NONE  # as most are
        if not labels:
            return self._starts, self._terms
        known = [self._places[label] for label in labels if label in self._places]
        places = known[0] if len(known) == 1 else sorted(chain.from_iterable(known))
        return [self._starts[place] for place in places], tuple([self._terms[place] for place in places])
