"""A text of any length costs a bounded time, and what was left out is said."""

import pytest

from extract.bounded import shortened
from tests.briefs.making import a_mail
from tests.extracting import shared_extractor


def test_an_ordinary_mail_is_read_whole() -> None:
    mail = a_mail("We need two posters by June 12.")

    assert shortened(mail) == (mail, 0)


def test_what_is_over_the_longest_text_is_left_out_and_counted() -> None:
    mail, left_out = shortened(a_mail("x" * 250), longest=100)

    assert (mail.segments[0].end, left_out) == (100, 150)


def test_the_beginning_of_an_endless_mail_is_read() -> None:
    findings = shared_extractor().read(a_mail("We need two posters by June 12. " + "Well. " * 50_000))

    assert findings.left_out == 100_032
    assert findings.notes[0] == "The last 100,032 characters were too many to be read for the brief."
    assert len(findings.found) == 2


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("We need a poster for $5k. " + "It is $5k. " * 450, "Of 451 sums only the first 400 were looked at"),
        ("We need a poster by June 12. " + "It is June 12. " * 450, "Of 451 days only the first 400 were looked at"),
        ("We need a poster" + ", blue and" * 150, "Of a sentence of "),
    ],
    ids=["sums", "days", "parts"],
)
def test_what_was_too_much_to_be_looked_at_is_said_once(words: str, note: str) -> None:
    notes = shared_extractor().read(a_mail(words)).notes

    assert len([one for one in notes if one.startswith(note)]) == 1


def test_nothing_is_said_of_an_ordinary_mail() -> None:
    assert shared_extractor().read(a_mail("We need two posters by June 12 for $5k.")).notes == ()
