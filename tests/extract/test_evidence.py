"""What speaks for what a writer wants is seen in the sentences, whatever comes of it."""

import dataclasses

import pytest

from extract.evidence import Evidence, evidence
from extract.reading import Extractor
from tests.extract.marked import mail


def seen_in(extractor: Extractor, words: str) -> Evidence:
    text = extractor.text(mail(words))
    return evidence(text, ())


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("We would like a poster.", "orders"),
        ("We would like a poster.", "new thing"),
        ("The poster is printed.", "known thing"),
        ("So no poster this time.", "no thing"),
        ("The board voted it down.", "ends"),
        ("Let us leave it until next year.", "holds"),
        ("The opening has moved to 4 May.", "moves"),
        ("Her name should be spelled with a z, not the s you put.", "corrects with not"),
        ("Two more posters please, and an extra page.", "adds"),
        ("Approved, go to print.", "approves"),
        ("Not yet.", "refuses"),
        ("Same as last time.", "earlier job"),
        ("Please register before May 3.", "invites"),
        ("No action needed.", "asks nothing"),
    ],
)
def test_an_act_is_known_by_its_words(extractor: Extractor, words: str, kind: str) -> None:
    assert seen_in(extractor, words)[kind]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Our meeting has moved to Tuesday.", "moves"),
        ("If we have to cancel the shoot, who pays?", "ends"),
        ("The poster is printed.", "new thing"),
        ("We opened a second shop.", "ends"),
    ],
)
def test_what_is_not_done_to_a_job_speaks_for_nothing(extractor: Extractor, words: str, kind: str) -> None:
    assert not seen_in(extractor, words)[kind]


def test_only_everyday_words_are_phrases(extractor: Extractor) -> None:
    phrases = seen_in(extractor, "Can you make a poster?").phrases

    assert "^ can you" in phrases
    assert not any("poster" in phrase for phrase in phrases)


@pytest.mark.parametrize(
    ("subject", "answers"),
    [("Re: budget?", True), ("Re: what can you spend?", True), ("Re: your figures", True), ("budget?", False)],
)
def test_a_reply_to_a_question_about_money_answers_it(extractor: Extractor, subject: str, answers: bool) -> None:
    text = extractor.text(dataclasses.replace(mail("Around $20,000."), subject=subject))

    assert bool(evidence(text, ())["answers about money"]) is answers


def test_what_was_said_on_a_call_may_end_a_job(extractor: Extractor) -> None:
    assert seen_in(extractor, "As said on our call, we are not going ahead with it.")["ends"]
    assert seen_in(extractor, "Let's call it off.")["ends"]
    assert not seen_in(extractor, "We are cancelling the call on Friday.")["ends"]
