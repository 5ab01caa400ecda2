"""Mail is taken apart in one sweep, and into what the standard library would make of it."""

import email
from email.message import Message

import pytest

from ingest.limits import Limits
from ingest.mime import parse
from ingest.sound import read_sound

_HEAD = b"From: Ana <ana@x.example>\nSubject: Spring"
_ALTERNATIVE = _HEAD + b"\nContent-Type: multipart/alternative;\n boundary=x\n\nseen by nobody\n"
_PARTS = _ALTERNATIVE + b"--x\nContent-Type: text/plain\n\nA film.\n\n--x \n\nA <b>film</b>.\n--x--\nseen by nobody\n"


@pytest.mark.parametrize(
    "content",
    [
        _HEAD + b"\n\nWe need a film.\r\n\r\nAna\n",
        _HEAD + b"\n\r\nWe need a film.",
        _HEAD + b"\n \n and more:\n\t\n\nWe need \xa320.",
        _PARTS,
        _PARTS.replace(b"\n", b"\r\n"),
        _PARTS.replace(b"--x \n", b"--xy\n"),
        _PARTS.removesuffix(b"\nseen by nobody\n"),
    ],
)
def test_sound_mail_is_what_the_library_reads(content: bytes) -> None:
    message = read_sound(content)

    assert message is not None
    assert _tree(message) == _tree(email.message_from_bytes(content))


@pytest.mark.parametrize(
    "content",
    [
        _HEAD.replace(b"\n", b"\r\n") + b"\r\n\r\n\r\nWe need \xa320.\r",
        _HEAD + b"\r\rWe need a film.\n\nAna",
        _HEAD + b"\nno header\n\nWe need a film.",
        _HEAD + b"\nContent-Type: multi\n part/mixed; boundary=x\n\n--x\n\nWe need a film.\n--x--\n",
        _HEAD + b"\nContent-Type: message/rfc822\n\n" + _HEAD + b"\n\nWe need a film.\n",
        _HEAD + b"\n",
        _ALTERNATIVE + b"--x\n--x\n\nA film.\n--x--\n",
        _ALTERNATIVE + b"--x\nContent-Type: text/plain\n--x--\n",
        _PARTS.replace(b"text/plain", b"multipart/related; boundary=y"),
        _PARTS.replace(b"multipart/alternative", b"multipart/digest"),
        _PARTS.replace(b"\nContent", b"\nContent-Transfer-Encoding: \xc3\xa9\nContent", 1),
    ],
)
def test_what_is_not_plain_is_left_to_the_library(content: bytes) -> None:
    expected = email.message_from_bytes(content)

    message, _ = parse(content, Limits())

    assert _tree(message) == _tree(expected)


def _tree(message: Message) -> object:
    within = message.get_payload() if message.is_multipart() else None
    read = [_tree(part) for part in within if isinstance(part, Message)] if isinstance(within, list) else within
    return message.get_content_type(), message.items(), read or message.get_payload()
