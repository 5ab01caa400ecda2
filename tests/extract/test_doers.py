"""Who is asked to do what, and with which kind of thing."""

import pytest

from extract.doers import doers
from extract.reading import Extractor
from tests.extract.marked import mail


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("Could you have the layouts ready by Friday?", "could hand"),
        ("Hi Tom, could you let us have the visuals by Friday?", "could hand"),
        ("Any chance of the brochures by Friday?", "could thing"),
        ("Could you send us the invoice by Friday?", "could paper"),
        ("Could we meet for lunch on Friday?", "could meet"),
        ("Did you send the layouts on Friday?", "wonders hand"),
        ("When will the video be ready?", "wonders thing"),
        ("Please send the proofs by Monday.", "orders send hand"),
        ("Kindly swap the headline.", "orders mend part"),
        ("Please call me about it.", "orders tell -"),
        ("We need your signed proof by noon.", "wants yours"),
        ("The committee wants a poster.", "wants thing"),
        ("The poster must show the bridge.", "must thing"),
        ("The fair opens on 3 June.", "happens -"),
        ("The fair is on Friday now.", "now at the end"),
        ("On page 3 it is blue.", "place in the work"),
        ("Space closes: Monday", "labelled line"),
    ],
)
def test_what_is_asked_of_whom(extractor: Extractor, words: str, sign: str) -> None:
    assert sign in set(doers(extractor.text(mail(words))))


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("The layouts could not be opened.", "could hand"),
        ("We have what you sent us.", "wants -"),
        ("It was on page one.", "place in the work"),
        ("Now it is fine with all of us here.", "now at the end"),
    ],
)
def test_what_asks_for_nothing(extractor: Extractor, words: str, sign: str) -> None:
    assert sign not in set(doers(extractor.text(mail(words))))
