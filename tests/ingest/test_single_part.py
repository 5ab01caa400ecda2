"""A mail of one part is taken apart at its first blank line, as the standard library would part it."""

import email

import pytest

from ingest.limits import Limits
from ingest.mime import parse

_HEAD = b"From: Ana <ana@x.example>\nSubject: Spring"


@pytest.mark.parametrize(
    "content",
    [
        _HEAD + b"\n\nWe need a film.\r\n\r\nAna\n",
        _HEAD.replace(b"\n", b"\r\n") + b"\r\n\r\n\r\nWe need \xa320.\r",
        _HEAD + b"\n\r\nWe need a film.",
        _HEAD + b"\r\rWe need a film.\n\nAna",
        _HEAD + b"\nno header\n\nWe need a film.",
        _HEAD + b"\nContent-Type: multi\n part/mixed; boundary=x\n\n--x\n\nWe need a film.\n--x--\n",
        _HEAD + b"\n",
    ],
)
def test_the_text_is_what_the_library_reads(content: bytes) -> None:
    expected = email.message_from_bytes(content)

    message, _ = parse(content, Limits())

    assert message.items() == expected.items()
    assert message.get_payload() == expected.get_payload()
