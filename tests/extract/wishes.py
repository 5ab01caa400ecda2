"""Sentences with what they ask for in brackets: `[deliverable 3: three posters]`, `[requirement: no red]`."""

import re
from dataclasses import dataclass
from pathlib import Path

from briefs.findings import Deliverable, Field, Finding, Words
from tests.corpus.scoring import _same_words as close
from tests.corpus.scoring import _thing as last_word

_MARK = re.compile(r"\[(?P<field>deliverable|requirement|objective)(?: (?P<quantity>\d+|-))?: (?P<quote>[^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a mark, or a finding, says: `quantity` 1 where none is given, as in the corpus."""

    field: str
    quantity: int
    words: str


@dataclass(frozen=True, slots=True)
class Sentence:
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
        words = _MARK.sub(lambda mark: mark["quote"], line.removeprefix("!").strip()).replace("\\n", "\n").replace("\\t", "\t")
        expected = tuple(Wish(m["field"], int((m["quantity"] or "-").replace("-", "1")), m["quote"]) for m in marks)
        found.append(Sentence(f"{path.name}:{number}", words, expected))
    return found


def wishes(found: tuple[Finding, ...], field: Field) -> list[Wish]:
    result = []
    for finding in found:
        if finding.field is field:
            value = finding.value
            if isinstance(value, Deliverable):
                result.append(Wish(field.value, value.quantity or 1, value.item))
            elif isinstance(value, Words):
                result.append(Wish(field.value, 1, value.words))
    return result


def unmatched(expected: tuple[Wish, ...], got: list[Wish]) -> tuple[list[Wish], list[Wish]]:
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
    """As the corpus is scored: the thing by its number and last word, a clause by half of its words."""
    if expected.quantity != found.quantity:
        return False
    if expected.field == Field.DELIVERABLE:
        name = last_word(found.words)
        return any(last_word(word) == name for word in re.findall(r"[\w-]+", expected.words))
    return close(expected.words, found.words)
