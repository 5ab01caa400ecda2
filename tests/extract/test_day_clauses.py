"""Who does what on a day."""

import pytest

from extract.day_clauses import clause_signs, subject_of
from extract.reading import Extractor
from extract.roles import scene
from extract.signs import Signs
from extract.span import Span
from tests.extract.marked import mail


def signs(extractor: Extractor, words: str, day: str) -> Signs:
    text = extractor.text(mail(words))
    one = Span(text.words.index(day), text.words.index(day) + len(day))
    around = scene(text, one)
    assert around is not None
    return clause_signs(text, around, one, around.own, "nothing")


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("I fly out on 3 May", "I"),
        ("and we're shut on 3 May", "we"),
        ("could you send it by 3 May", "a question"),
        ("kindly send it by 3 May", "the reader"),
        ("but he wants it by 3 May", "he or she"),
        ("it opens on 3 May", "it"),
        ("our lease ends on 3 May", "ours"),
        ("The bank decides on 3 May", "a known one"),
        ("Dues are due 3 May", "a name"),
        ("dues are due 3 May", "a thing"),
        ("by 3 May", "a time"),
        ("3 May", "nothing"),
    ],
)
def test_a_stretch_is_of_what_it_begins_with(words: str, subject: str) -> None:
    day = words.index("3 May")

    assert subject_of(words, Span(0, len(words)), Span(day, len(words))) == subject


def test_another_wants_money_of_the_writer(extractor: Extractor) -> None:
    found = signs(extractor, "The marquee man wants half of the £6,200 by 3 May.", "3 May")

    assert {"another wants it", "another wants it, nothing made before it", "a sum right before it"} <= found.keys()
    assert "the writer wants it" not in found


def test_the_writer_wants_a_thing_made(extractor: Extractor) -> None:
    found = signs(extractor, "We'd really like two posters by 3 May.", "3 May")

    assert "the writer wants it" in found
    assert "another wants it" not in found
    assert "nothing made in its paragraph" not in found


def test_what_others_do_is_in_hand(extractor: Extractor) -> None:
    found = signs(extractor, "The fair is on 3 May, that's hers and the Elks print the tickets.", "3 May")

    assert "in hand in its paragraph" in found
