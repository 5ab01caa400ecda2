"""What is read of the marked lines, held against their marks: `python -m tests.corpus.reading_lines [WORD]`."""

import sys
from collections import Counter
from collections.abc import Iterator

from briefs.findings import DateSpan, Field, Finding
from briefs.mail import Mail
from extract.reading import Extractor
from tests.corpus.marked import Marked, marked_lines

_WORDED = ("must", "aim")
_KINDS = {Field.BUDGET: "budget", Field.DELIVERABLE: "make", Field.REQUIREMENT: "must", Field.OBJECTIVE: "aim"}


def kind_of(finding: Finding) -> str:
    value = finding.value
    return str(value.kind) if isinstance(value, DateSpan) else _KINDS[finding.field]


def compared(line: Marked, found: tuple[Finding, ...]) -> Iterator[tuple[str, str, str]]:
    """(kind, "hit" or "missed" or "extra", words); marks and findings pair where they share enough of their words."""
    left = [each for each in found if each.field is Field.DATE or each.field in _KINDS]
    for kind, start, end in line.marks:
        match = next((each for each in left if is_of(line.mail, each, (kind, start, end))), None)
        if match is not None:
            left.remove(match)
        yield kind, "missed" if match is None else "hit", line.mail.text[start:end]
    for each in left:
        yield kind_of(each), "extra", each.quote


def is_of(mail: Mail, finding: Finding, mark: tuple[str, int, int]) -> bool:
    """Whether the finding is what the mark tells: of its kind, and sharing enough of its words."""
    (kind, start, end), place = mark, finding.place
    if kind_of(finding) != kind:
        return False
    if kind not in _WORDED:
        return place.start < end and start < place.end
    one = mail.text[place.start : place.end].lower().split()
    other = mail.text[start:end].lower().split()
    shared = sum((Counter(one) & Counter(other)).values())
    return shared * 2 >= len(one) + len(other) - shared


def main(word: str) -> None:
    extractor = Extractor()
    tallies: dict[bool, Counter[tuple[str, str]]] = {True: Counter(), False: Counter()}
    for line in marked_lines():
        findings = extractor.read(line.mail)
        right = findings.intent is line.intent
        told = [("intent", "hit" if right else "missed", f"{line.intent}, read as {findings.intent}")]
        told += compared(line, findings.found) if right else ()
        for kind, outcome, words in told:
            tallies[line.kept][kind, outcome] += 1
            shown = f"{line.name} {kind} {outcome}: {words!r} in {line.mail.subject!r} | {line.mail.text!r}"
            if word and not line.kept and outcome != "hit" and word in shown:
                print(shown)
    for kept, tally in tallies.items():
        print("kept for measuring" if kept else "open")
        for kind in sorted({kind for kind, _ in tally}):
            hits, missed, extra = (tally[kind, outcome] for outcome in ("hit", "missed", "extra"))
            precision, recall = hits / max(1, hits + extra), hits / max(1, hits + missed)
            print(f"  {kind:7} {hits + missed:5}  precision {precision:.3f}  recall {recall:.3f}")


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]))
