"""Which findings stand when several rules read the same words, or one thing is said twice."""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator

from briefs.findings import Field, Finding, Words


def settled(found: Iterable[Finding], lost: Callable[[Finding, str], None] | None = None) -> tuple[Finding, ...]:
    """Of findings of one field that share words the surer stands, then the longer; of equal values the first.

    `lost` hears of each that does not stand, and why.
    """
    ranked = sorted(found, key=lambda f: (-f.confidence, f.place.start - f.place.end, f.place.start))
    of_field: dict[Field, list[tuple[int, int, int]]] = {}  # beginnings, ends and ranks; none shares words with another
    for rank, finding in enumerate(ranked):
        others = of_field.setdefault(finding.field, [])
        other = min(_same_words(finding, others), default=None)
        if other is None:
            insort(others, (finding.place.start, finding.place.end, rank))
        elif lost is not None:
            than = ranked[other]
            lost(finding, f"{finding.rule} ({finding.confidence:.0%}) shares words with {than.rule}, surer or longer")
    standing = [ranked[rank] for others in of_field.values() for _, _, rank in others]
    standing.sort(key=lambda f: (f.place.start, f.place.end))
    said: set[object] = set()
    kept = []
    for finding in standing:
        if not _said(finding, said):
            kept.append(finding)
        elif lost is not None:
            lost(finding, "said before")
    return tuple(kept)


def _same_words(one: Finding, others: list[tuple[int, int, int]]) -> Iterator[int]:
    """The ranks of those that share words with it: they end in the order in which they begin."""
    place = bisect_left(others, (one.place.end,))
    while place and others[place - 1][1] > one.place.start:
        place -= 1
        yield others[place][2]


def _said(finding: Finding, said: set[object]) -> bool:
    value = finding.quote.casefold() if isinstance(finding.value, Words) else finding.value
    key = (finding.field, value)
    if key in said:
        return True
    said.add(key)
    return False
