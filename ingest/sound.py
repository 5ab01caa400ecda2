"""A message as almost all are, parsed in one sweep: fields, and one text or a flat row of parts.

The standard library goes through every message line by line. What is made here is exactly its tree, without the words
around the parts; what is not wholly plain is left to it.
"""

import re
from email.message import Message

_FIELD = re.compile(r"[!-9;-~]+:.*(?:\n[ \t].*)*\n")
_AS_WRITTEN = ("7bit", "8bit", "binary")


def read_sound(content: bytes) -> Message | None:
    """None where a line ends in a bare CR, a part has parts, or anything is at fault."""
    if content.count(b"\r") != content.count(b"\r\n"):
        return None
    text = content.decode("ascii", "surrogateescape")
    message, body = _header(text)
    if message is None:
        return None
    kind = message.get_content_type()
    if kind.startswith("message/") or kind == "multipart/digest":
        return None
    if not kind.startswith("multipart/"):
        message.set_payload(text[body:])
        return message
    boundary = message.get_boundary()
    if not boundary or str(message.get("content-transfer-encoding", "8bit")).lower() not in _AS_WRITTEN:
        return None
    parts = _parts(text[body - 1 :], boundary)
    if not parts:
        return None
    message.set_payload([*parts])
    return message


def _header(text: str) -> tuple[Message | None, int]:
    """The message with its fields alone, and where its body begins."""
    message = Message()
    at = 0
    while field := _FIELD.match(text, at):
        message.set_raw(*message.policy.header_source_parse([field[0]]))
        at = field.end()
    for blank in ("\n", "\r\n"):
        if text.startswith(blank, at):
            return message, at + len(blank)
    return None, 0


def _parts(text: str, boundary: str) -> list[Message]:
    """The leaves between the boundaries (RFC 2046 section 5.1.1); none unless every one is sound."""
    parts: list[Message] = []
    start = -1
    for mark in re.finditer(rf"\n--{re.escape(boundary)}(--)?[ \t]*\r?(?=\n|\Z)", text):
        if start >= 0:
            part, body = _header(written := text[start : mark.start()].removesuffix("\r"))
            if part is None or part.get_content_maintype() in ("multipart", "message"):
                return []
            part.set_payload(written[body:])
            parts.append(part)
        if mark[1]:
            return parts
        start = mark.end() + 1
    return []
