"""The chances of a sentence's pieces: worked out sign by sign, and no further than there is hope."""

import pytest

from extract.fitted import fitted
from extract.piece_signs import chances_of, signs_of
from extract.pieces import pieces_of
from extract.reading import Extractor
from tests.extract.marked import mail

_WORDS = "The logo must be on every page, and never use red. We want more families to come.\n\nI was away on Monday."


def test_the_chances_of_a_piece_are_those_of_all_its_signs() -> None:
    text = Extractor().text(mail(_WORDS))
    model = fitted("pieces")

    for pieces in pieces_of(text):
        for chances, signs in zip(chances_of(text, pieces), signs_of(text, pieces), strict=True):
            assert chances == pytest.approx(model.chances(signs), abs=0.01)
            assert sum(chances.values()) == pytest.approx(1.0)


def test_of_a_piece_without_hope_no_rule_is_asked() -> None:
    text = Extractor().text(mail(_WORDS))
    first, *_, last = pieces_of(text)

    assert chances_of(text, first)[0]["must"] > 0.5
    assert chances_of(text, last)[0]["none"] > 0.98
    assert first[0].span.start in text.conditions
    assert last[0].span.start not in text.conditions
