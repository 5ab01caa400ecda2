"""Sentences with what they ask for in brackets: `[deliverable 3: three posters]`, `[requirement: no red]`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefs.findings import Deliverable, Finding, Words

_MARK = re.compile(r"\[(?P<field>deliverable|requirement|objective)(?: (?P<quantity>\d+|-))?: (?P<quote>[^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a mark or a finding says: `quantity` is 1 where none is given, as in the corpus."""

    field: str
    quantity: int
    words: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """`place` is the file and line it stands in."""

    place: str
    words: str
    expected: tuple[Wish, ...]


def sentences(name: str) -> list[Sentence]:
    """The lines of `sentences/NAME.txt`; one that opens with "!" expects nothing."""
    found = []
    path = Path(__file__).parent / "sentences" / f"{name}.txt"
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        marks = list(_MARK.finditer(line))
        if bool(marks) == line.startswith("!"):
            raise ValueError(f"{path.name}:{number}: a sentence has marks or opens with '!': {line}")
        words = _MARK.sub(lambda mark: mark["quote"], line.removeprefix("!").strip())
        expected = tuple(
            Wish(mark["field"], int((mark["quantity"] or "-").replace("-", "1")), mark["quote"]) for mark in marks
        )
        found.append(Sentence(f"{path.name}:{number}", words.replace("\\n", "\n").replace("\\t", "\t"), expected))
    return found


def wishes(found: Sequence[Finding]) -> list[Wish]:
    result = []
    for finding in found:
        if isinstance(finding.value, Deliverable):
            result.append(Wish("deliverable", finding.value.quantity or 1, finding.value.item))
        elif isinstance(finding.value, Words):
            result.append(Wish(finding.field.value, 1, finding.value.words))
    return result


def unmatched(expected: Sequence[Wish], got: Sequence[Wish]) -> tuple[list[Wish], list[Wish]]:
    """What was expected and not found, and what was found and not expected."""
    left, missed = list(got), []
    for wish in expected:
        hit = next((other for other in left if same(wish, other)), None)
        if hit is None:
            missed.append(wish)
        else:
            left.remove(hit)
    return missed, left


def same(expected: Wish, found: Wish) -> bool:
    """A thing by its number and its noun; a clause when half of all words are shared, as the corpus is scored."""
    if expected.quantity != found.quantity:
        return False
    if expected.field == "deliverable":
        noun = _letters(found.words)[-1:]
        return noun != [] and noun[0] in _letters(expected.words)
    wanted, got = set(_letters(expected.words)), set(_letters(found.words))
    return 2 * len(wanted & got) >= len(wanted | got)


def _letters(words: str) -> list[str]:
    return re.findall(r"[\w-]+", words.lower())
