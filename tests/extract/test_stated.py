"""Audience, key message, tone, channel, approver and brand: `sentences/stated.txt` says what each sentence states."""

import re
from pathlib import Path

import pytest

from extract.label import BESIDES, label
from extract.reading import Extractor
from tests.extract.marked import mail

_MARK = re.compile(r"\[(audience|message|tone|channel|approver|brand): ([^\]]+)\]")


def _sentences() -> list[tuple[str, str, list[str]]]:
    """Place, words and what is stated, in the order of the words."""
    path = Path(__file__).parent / "sentences" / "stated.txt"
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        stated = [f"{mark[1]}: {mark[2]}" for mark in _MARK.finditer(line)]
        if bool(stated) == line.startswith("!"):
            raise ValueError(f"{path.name}:{number}: a sentence has marks or opens with '!': {line}")
        words = _MARK.sub(lambda mark: mark[2], line.removeprefix("!").strip()).replace("\\n", "\n")
        found.append((f"{path.name}:{number}", words, stated))
    return found


@pytest.mark.parametrize(("place", "words", "stated"), _sentences(), ids=lambda value: str(value)[:20])
def test_what_a_sentence_states_is_what_is_marked_in_it(
    extractor: Extractor, place: str, words: str, stated: list[str]
) -> None:
    found = [one for one in extractor.find(mail(words)) if one.field in BESIDES]

    assert [f"{one.field}: {one.quote.rstrip('.')}" for one in found] == [one.rstrip(".") for one in stated], place


@pytest.mark.parametrize("field", ["audience", "message", "tone", "channel", "approver", "brand"])
def test_every_field_has_as_many_sentences_that_do_not_state_it(field: str) -> None:
    path = Path(__file__).parent / "sentences" / "stated.txt"
    name = "key message" if field == "message" else field
    lines = path.read_text("utf-8").split(f"# {name}\n")[1].split("\n\n")[0].splitlines()

    assert sum(f"[{field}:" in line for line in lines) >= 15
    assert sum(line.startswith("!") for line in lines) >= 15


def test_what_is_stated_besides_has_keys_of_its_own_only_where_it_is_stated(extractor: Extractor) -> None:
    words = "We need three posters by June 12.\nTone: warm and plain\nApprover: Dana Reyes"
    told = label(mail(words), extractor.read(mail(words)))

    assert (told["tone"], told["approvers"]) == (["warm and plain"], ["Dana Reyes"])
    assert not {"audience", "key_messages", "channels", "brand"} & set(told)
