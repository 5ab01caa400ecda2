"""A word or phrase that the vocabulary knows, where it stands."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from extract.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Term(Span):
    """`label` is the kind of term ("due", "deliverable"), `id` what it means, "" where it means itself."""

    label: str
    id: str


class Terms:
    """The terms of a text in its order, found by where they begin and by their labels.

    Rules ask for the same few groups of labels again and again: each group is sorted out once a text.
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = tuple(terms)
        self._places: dict[str, list[int]] = {}
        for place, term in enumerate(self._terms):
            self._places.setdefault(term.label, []).append(place)
        self._groups: dict[tuple[str, ...], tuple[list[int], tuple[Term, ...]]] = {}

    def within(self, start: int, end: int, labels: tuple[str, ...]) -> tuple[Term, ...]:
        """Those of these labels, or all, that begin in `start:end`."""
        group = self._groups.get(labels)
        if group is None:
            group = self._groups[labels] = self._group(labels)
        starts, terms = group
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:
            return ()  # as most stretches have none
        return terms[first : bisect_left(starts, end, first)]

    def _group(self, labels: tuple[str, ...]) -> tuple[list[int], tuple[Term, ...]]:
        if labels:
            places = sorted(place for label in dict.fromkeys(labels) for place in self._places.get(label, ()))
            terms = tuple(self._terms[place] for place in places)
        else:
            terms = self._terms
        return [term.start for term in terms], terms
