"""What has to stand in a piece before a way of being a condition or an aim is tried at all."""

import pytest

from extract import aims, conditions
from extract.pieces import pieces_of
from extract.reading import Extractor
from tests.corpus.scoring import cases
from tests.extract.marked import mail


@pytest.fixture(scope="module")
def sentences() -> list[str]:
    return sorted({sentence for case in cases() for sentence in _lines(case.path.read_text("utf-8", "replace"))})


def _lines(content: str) -> list[str]:
    return [line for line in content.splitlines() if 20 < len(line) < 400]


def test_no_way_of_being_a_condition_or_an_aim_does_without_its_cues(
    extractor: Extractor, sentences: list[str]
) -> None:
    text = extractor.text(mail("\n\n".join(sentences)[:100_000]))
    for pieces in pieces_of(text):
        sentence = pieces[0].sentence
        tried = [(way, begins(text, sentence)) for way, _, begins, _ in aims.WAYS]
        assert aims.ways_of(text, sentence) == tuple(one for one in tried if one[1] is not None)
        for piece in pieces:
            known = [(way, sure, begins(text, piece)) for way, sure, begins, _ in conditions.WAYS]
            assert conditions.ways_of(text, piece) == tuple(one for one in known if one[2] is not None)
