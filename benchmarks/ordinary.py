"""Long texts of the kinds that mails are made of, new words each time: what was read before does not come again."""

import re
from collections.abc import Callable, Iterator
from random import Random

from ingest.reading import read_message
from tests.corpus.scoring import cases
from tests.extract.marked import SENT_AT

_DIGIT = re.compile(r"[1-9]")
_NAME_LETTERS = "abcdefghiklmnoprstuvw"


def kinds() -> dict[str, Callable[[int, int], str]]:
    """By its name each kind of text, made from how long it shall be and which of several it is."""
    paragraphs = list(_paragraphs())
    lines = [line.strip() for each in paragraphs for line in each.splitlines() if line.strip()]
    return {
        "letters": lambda length, turn: _filled(paragraphs, "\n\n", length, turn),
        "letters in capitals": lambda length, turn: _filled(paragraphs, "\n\n", length, turn).upper(),
        "letters without a line end": lambda length, turn: _filled(lines, " ", length, turn),
        "one sentence": lambda length, turn: re.sub(r"[.!?\n]+", ",", _filled(lines, " ", length, turn)),
        "lists": lambda length, turn: _filled([f"- {line}" for line in lines], "\n", length, turn),
        "nested lists": lambda length, turn: _filled(_nested(lines), "\n", length, turn),
        "tables": lambda length, turn: _filled(_rows(lines), "\n", length, turn),
        "forms": lambda length, turn: _filled(_answers(lines), "\n", length, turn),
        "headed lists": lambda length, turn: _filled(_headed(lines), "\n", length, turn),
    }


def _paragraphs() -> Iterator[str]:
    """What clients wrote, in the open corpus."""
    for case in cases():
        yield from re.split(r"\n\s*\n", read_message(case.path.read_bytes(), SENT_AT).text)


def _nested(lines: list[str]) -> list[str]:
    return [f"{'  ' * (number % 5)}{'-*•o+'[number % 5]} {line}" for number, line in enumerate(lines)]


def _rows(lines: list[str]) -> list[str]:
    return [f"{line[:30]}\t{number}\t$1,{number % 9}00\tJune {number % 28 + 1}" for number, line in enumerate(lines)]


def _answers(lines: list[str]) -> list[str]:
    labels = ("Budget", "Due", "What do you need?", "Must haves", "Goal", "Audience", "Contact", "Anything else")
    return [f"{labels[number % len(labels)]}: {line}" for number, line in enumerate(lines)]


def _headed(lines: list[str]) -> list[str]:
    heads = ("Mandatories:", "Deliverables", "TIMELINE", "Budget:", "Our goals:")
    return [f"\n{heads[number // 4 % 5]}" if number % 4 == 0 else f"- {line}" for number, line in enumerate(lines)]


def _filled(pieces: list[str], joint: str, length: int, turn: int) -> str:
    """Pieces drawn at random, with other figures in them and a word that nobody has seen, until it is long enough."""
    random = Random(f"{length} {turn}")
    found, room = [], length
    while room > 0:
        name = "".join(random.choices(_NAME_LETTERS, k=8)).title()
        piece = _DIGIT.sub(lambda _: random.choice("123456789"), random.choice(pieces)) + f" {name}"
        found.append(piece)
        room -= len(piece) + len(joint)
    return joint.join(found)[:length]
