"""Which findings stand when several rules read the same words, or one thing is said twice."""

from collections.abc import Iterable

from briefs.findings import Field, Finding

_WORDED = (Field.REQUIREMENT, Field.OBJECTIVE)


def settled(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Of findings of one field that share words the surer stands, then the longer; of equal values the first."""
    standing: list[Finding] = []
    for finding in sorted(found, key=lambda f: (-f.confidence, f.place.start - f.place.end, f.place.start)):
        if not any(_same_words(finding, other) for other in standing):
            standing.append(finding)
    standing.sort(key=lambda f: (f.place.start, f.place.end))
    said: set[object] = set()
    return tuple(f for f in standing if not _said(f, said))


def _same_words(one: Finding, other: Finding) -> bool:
    return one.field is other.field and one.place.start < other.place.end and other.place.start < one.place.end


def _said(finding: Finding, said: set[object]) -> bool:
    value = finding.quote.casefold() if finding.field in _WORDED else finding.value
    key = (finding.field, value)
    if key in said:
        return True
    said.add(key)
    return False
