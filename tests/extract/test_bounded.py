"""A text of any length costs a bounded time, and what was left out is said."""

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
    assert len(findings.found) == 2
