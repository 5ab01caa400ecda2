"""What `inbrief extract --explain` tells beside the findings: why one stands, and what was looked at and not taken."""

from dataclasses import dataclass

from briefs.findings import Field, Finding, Findings, Place


@dataclass(frozen=True, slots=True)
class Remark:
    """Said of the words at `place` while rules ran; `taken` of those that a finding came of."""

    field: Field
    place: Place
    quote: str
    why: str
    taken: bool


@dataclass(frozen=True, slots=True)
class Stood:
    """A finding that is told, what speaks for it, and what it was chosen over."""

    finding: Finding
    why: str  # "" where the rule's name says it all
    over: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """The findings of a mail, each with its reasons, and the candidates that came to nothing, in the text's order."""

    findings: Findings
    stood: tuple[Stood, ...]
    rejected: tuple[Remark, ...]


def explained(findings: Findings, found: tuple[Finding, ...], remarks: list[Remark], why_untold: str) -> Explained:
    """`found` is all that stood after settling; what of it is not told was rejected for `why_untold`."""
    told = set(map(_key, findings.found))
    untold = [Remark(f.field, f.place, f.quote, why_untold, taken=False) for f in found if _key(f) not in told]
    passed = [remark for remark in remarks if not remark.taken]
    stood = tuple(
        Stood(
            finding,
            "; ".join(dict.fromkeys(each.why for each in remarks if each.taken and _is_of(each, finding))),
            tuple(each for each in passed if each.field is finding.field and _overlap(each.place, finding.place)),
        )
        for finding in findings.found
    )
    beaten = {id(remark) for one in stood for remark in one.over}
    left = [remark for remark in (*passed, *untold) if id(remark) not in beaten]
    once = dict.fromkeys(sorted(left, key=lambda each: (each.place.start, each.place.end, each.field)))
    return Explained(findings, stood, tuple(once))


def _key(finding: Finding) -> tuple[Field, Place]:
    return finding.field, finding.place


def _is_of(remark: Remark, finding: Finding) -> bool:
    return remark.field is finding.field and remark.place == finding.place


def _overlap(one: Place, other: Place) -> bool:
    return one.start < other.end and other.start < one.end
