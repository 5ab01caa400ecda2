"""Every character that a person reads stands in the canonical text, and every word of it in a segment."""

import email
import email.policy
import pathlib
from collections.abc import Callable

import pytest
from lxml import etree  # type: ignore[import-untyped]  # lxml publishes no types

from briefs.mail import Mail
from ingest.reading import read_message
from tests.ingest.programs import ARRIVED, Form, called, every, forward, page_forward, page_reply, reply

_OPEN = pathlib.Path(__file__).parent.parent / "corpus" / "open"
BUILDS = [*every("replies.txt", reply, page_reply), *every("forwards.txt", forward, page_forward)]
_MARKS = {
    ord(mark): None for mark in ">\u200b\u200e\u200f\u202a\u202b\u202c\ufeff"
}  # quote marks, and what nobody sees


def characters(text: str) -> str:
    return "".join(text.translate(_MARKS).split())


def seen(content: bytes) -> str:
    """What the only part of a message shows, white space and quote marks left out: an independent reading."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    text: str = message.get_content()
    if message.get_content_type() == "text/html":
        text = "".join(etree.fromstring(text, etree.HTMLParser()).itertext())
    return characters(text)


def outside(mail: Mail) -> str:
    """What of the text stands in no segment."""
    left = list(mail.text)
    for segment in mail.segments:
        left[segment.start : segment.end] = " " * (segment.end - segment.start)
    return "".join(left).strip()


@pytest.mark.parametrize(("form", "build"), BUILDS, ids=called)
def test_every_character_of_a_form_is_in_a_segment(form: Form, build: Callable[[Form], bytes]) -> None:
    content = build(form)

    mail = read_message(content, ARRIVED)

    initials = form.prefix.strip() if form.prefix[:1].isalpha() else ""  # The Bat's quote mark
    assert characters(mail.text) == seen(content.replace(initials.encode(), b""))
    assert outside(mail) == ""


@pytest.mark.parametrize("path", sorted(_OPEN.rglob("*.eml")), ids=lambda path: path.stem)
def test_every_word_of_the_open_corpus_is_in_a_segment(path: pathlib.Path) -> None:
    content = path.read_bytes()

    mail = read_message(content, ARRIVED)

    assert outside(mail) == ""
    message = email.message_from_bytes(content, policy=email.policy.default)
    if message.get_content_type() == "text/plain":
        assert characters(mail.text) == seen(content)
