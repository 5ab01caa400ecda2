"""Which findings stand when several rules read the same words, or one thing is said twice."""

from collections.abc import Callable, Iterable

from briefs.findings import Finding, Words


def settled(found: Iterable[Finding], lost: Callable[[Finding, str], None] | None = None) -> tuple[Finding, ...]:
    """Of findings of one field that share words the surer stands, then the longer; of equal values the first.

    `lost` hears of each that does not stand, and why.
    """
    standing: list[Finding] = []
    for finding in sorted(found, key=lambda f: (-f.confidence, f.place.start - f.place.end, f.place.start)):
        other = next((other for other in standing if _same_words(finding, other)), None)
        if other is None:
            standing.append(finding)
        elif lost is not None:
            lost(finding, f"{finding.rule} ({finding.confidence:.0%}) shares words with {other.rule}, surer or longer")
    standing.sort(key=lambda f: (f.place.start, f.place.end))
    said: set[object] = set()
    kept = []
    for finding in standing:
        if not _said(finding, said):
            kept.append(finding)
        elif lost is not None:
            lost(finding, "said before")
    return tuple(kept)


def _same_words(one: Finding, other: Finding) -> bool:
    return one.field is other.field and one.place.start < other.place.end and other.place.start < one.place.end


def _said(finding: Finding, said: set[object]) -> bool:
    value = finding.quote.casefold() if isinstance(finding.value, Words) else finding.value
    key = (finding.field, value)
    if key in said:
        return True
    said.add(key)
    return False
