"""Broken and malicious mail: it ends as a Mail or as Unreadable, soon, and what was cut off is said."""

import time

import pytest

from ingest.errors import Unreadable
from ingest.limits import Limits
from ingest.reading import read_message
from tests.ingest.hostile import HOSTILE, html_head, plain_head
from tests.ingest.reading_help import ARRIVED, content, read_bytes

_SECONDS = 2.0 * 3  # the promise is 2; a busy machine gets three times as long


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_no_message_raises_anything_but_unreadable_or_takes_long(name: str) -> None:
    message = HOSTILE[name]()
    started = time.process_time()

    assert _is_read_or_refused(message)
    assert time.process_time() - started < _SECONDS


def _is_read_or_refused(message: bytes) -> bool:
    try:
        mail = read_message(message, ARRIVED)
    except Unreadable as reason:
        return str(reason) != ""
    return all(mail.text[segment.start : segment.end].strip() for segment in mail.segments)


@pytest.mark.parametrize("name", ["nothing", "white space", "no header", "zeros"])
def test_a_message_with_nothing_to_read_says_so(name: str) -> None:
    with pytest.raises(Unreadable, match=r"empty|no header line"):
        read_message(HOSTILE[name](), ARRIVED)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("huge subject", "the headers are longer than 256,000 bytes"),
        ("100,000 recipients", "the headers are longer than 256,000 bytes"),
        ("10,000 parts", "more than 200 parts"),
        ("90 nested multiparts", "deeper than 20"),
        ("nested messages", "deeper than 20"),
        ("multipart without boundary", "could not be told apart"),
        ("zip bomb as docx", "brief.docx: it unpacks to more than may be read; it was kept and not read"),
        ("broken docx", "brief.docx: the file could not be read"),
        ("two million lines", "characters were read"),
    ],
)
def test_what_was_cut_off_is_noted(name: str, said: str) -> None:
    mail = read_message(HOSTILE[name](), ARRIVED)

    assert any(said in note for note in mail.notes)


def test_a_message_over_the_size_limit_is_read_as_far_as_it_goes() -> None:
    mail = read_message(plain_head() + b"We need a film. " + b"x " * 2000, ARRIVED, limits=Limits(bytes=1000))

    assert content(mail).startswith("We need a film.")
    assert any("over 1,000 was left out" in note for note in mail.notes)


def test_four_megabytes_of_plain_text_are_complete() -> None:
    paragraph = (
        b"We would like three banners for the spring campaign, please,\nand they should be ready by June 12.\n\n"
    )
    body = paragraph * (4_000_000 // len(paragraph))

    mail = read_bytes(plain_head() + body)

    assert content(mail) == " ".join(body.decode().split())
    assert mail.notes == ()


def test_words_deeper_than_any_page_nests_are_not_lost() -> None:
    mail = read_bytes(html_head() + b"<div>" * 50_000 + b"We need a film.")

    assert content(mail) == "We need a film."


def test_a_subject_cannot_break_a_line() -> None:
    mail = read_message(HOSTILE["header injection"](), ARRIVED)

    assert mail.subject == "a Bcc: x@evil.example"
