"""How far a confidence can be believed: `python -m tests.corpus.reliability`, on mails that taught it nothing.

Figures alone: how many values have which confidence and how many of them are right, and how many of the wrong and of
the right values are shown as ones that need a look. docs/confidence.md holds what it prints.
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from briefs.findings import SURE_ENOUGH
from extract.sure import LABELLED
from tests.corpus.read import read
from tests.corpus.verdicts import rights

UNSEEN = (
    "dev-b",
    "blind-b",
    "blind-c",
    "blind-d",
    "blind-e",
    "blind-f",
    "blind-g",
    "blind-h",
    "blind-i",
    "blind-j",
    "blind-k",
    "blind-l",
    "blind-m",
    "blind-n",
    "blind-o",
    "blind-p",
)
_EDGES = (0.0, 0.5, 0.7, 0.8, SURE_ENOUGH, 0.97, 1.01)


@dataclass(frozen=True, slots=True)
class Told:
    """A value that was found: how sure, whether it is told plainly, and whether it is right.

    It needs a look where it is shown as such, or is so unlikely that it is not told at all.
    """

    confidence: float
    needs_a_look: bool
    right: bool


def told(parts: Iterable[str]) -> list[Told]:
    values = []
    for each in (each for part in parts for each in read(part)):
        found = [finding for finding in each.weighed.found if finding.field in LABELLED]
        for finding, right in zip(found, rights(each.source, found), strict=True):
            look = bool(finding.readings) or finding.confidence < SURE_ENOUGH
            values.append(Told(finding.confidence, look, right))
    return values


def covered(values: Iterable[Told], *, right: bool) -> float:
    """The share of the right, or of the wrong, values that are shown as ones that need a look."""
    looks = [value.needs_a_look for value in values if value.right == right]
    return sum(looks) / max(1, len(looks))


def table(values: list[Told]) -> Iterator[str]:
    yield "| confidence | values | mean confidence | right |"
    yield "| --- | ---: | ---: | ---: |"
    for low, high in pairwise(_EDGES):
        held = [value for value in values if low <= value.confidence < high]
        mean = sum(value.confidence for value in held) / max(1, len(held))
        right = sum(value.right for value in held) / max(1, len(held))
        yield f"| {low:.2f} to {min(high, 1.0):.2f} | {len(held)} | {mean:.2f} | {right:.2f} |"


def main() -> None:
    by_part = {part: told([part]) for part in UNSEEN}
    by_part["all"] = [value for values in by_part.values() for value in values]
    lines = [*table(by_part["all"]), ""]
    lines += ["| mails | values | wrong | of the wrong, need a look | of the right, need a look |"]
    lines += ["| --- | ---: | ---: | ---: | ---: |"]
    for part, values in by_part.items():
        wrong = sum(not value.right for value in values)
        shares = f"{covered(values, right=False):.2f} | {covered(values, right=True):.2f}"
        lines.append(f"| {part} | {len(values)} | {wrong} | {shares} |")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
