"""Bytes to MIME parts: the standard library's `email`, mail-parser where a message is malformed; bounded before."""

import copy
import email
import logging
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.message import Message
from email.parser import BytesHeaderParser
from typing import NamedTuple, TypeGuard

import mailparser
from mailparser.exceptions import MailParserError

from ingest.errors import Unreadable
from ingest.headers import Fields, charset_of, filename_of, parameter
from ingest.limits import Limits
from ingest.sound import read_sound

# It warns about every part that is neither text nor attachment; we keep those, and say so in the mail's notes.
logging.getLogger("mailparser").setLevel(logging.CRITICAL)

_BOUNDARY = re.compile(rb'boundary\s*=\s*"?([^"\r\n;]{1,200})', re.IGNORECASE)
_DASHED_LINE = re.compile(rb"^--([^\r\n]{1,210})", re.MULTILINE)
_HEADER_LINE = re.compile(rb"[!-9;-~]{1,200}[ \t]*:")
_DEFECTS = {
    "CloseBoundaryNotFoundDefect": "the message ends within its last part; it may have been cut off on its way",
}
_UNPRINTED = re.compile(r"[^!-~]+")
_HEADER_END = re.compile(rb"\r?\n\r?\n|\r\r")


class Part(NamedTuple):
    """One leaf of the MIME tree. `specifier` is its IMAP part specifier; `message` is set for message/rfc822."""

    specifier: str
    content_type: str
    name: str
    disposition: str  # "inline", "attachment" or ""
    content_id: str
    related: bool  # stands in a multipart/related: part of the page's looks
    alternative: str  # specifier of the multipart/alternative that offers it, or ""
    source: Message
    fields: Fields
    message: "Message | None" = None
    packet: bytes = b""  # the file that `message` was opened from

    @property
    def content(self) -> bytes:
        """The bytes with the transfer encoding taken off."""
        if self.packet:
            return self.packet
        if self.message is not None:
            return _as_bytes(self.message) if self.message.keys() else b""
        payload = self.source.get_payload(decode=True)
        return payload if isinstance(payload, bytes) else b""

    @property
    def charset(self) -> str:
        return charset_of(self.fields)


def _as_bytes(message: Message) -> bytes:
    """The message written out again; one whose parts could not be told apart as the text that it was read as."""
    if any(_is_torn(part) for part in message.walk()):
        message = copy.deepcopy(message)
        for part in message.walk():
            if _is_torn(part):
                part.set_type("text/plain")  # the library decodes a multipart's text and then cannot encode it
    return message.as_bytes(unixfrom=False)


def _is_torn(message: Message) -> bool:
    return message.get_content_maintype() == "multipart" and not message.is_multipart()


def parse(content: bytes, limits: Limits) -> tuple[Message, list[str]]:
    """The message's tree, with what had to be cut off it."""
    if not content.strip():
        raise Unreadable("the message is empty")
    notes: list[str] = []
    if len(content) > limits.bytes:
        notes.append(f"the message has {len(content):,} bytes; what is over {limits.bytes:,} was left out")
        content = content[: limits.bytes]
    content = _without_envelope(content)
    if not _HEADER_LINE.match(content):
        raise Unreadable("the message begins with no header line, so nothing tells who wrote it")
    content = _bounded_headers(content, limits, notes)
    content = _bounded_parts(content, limits, notes)
    try:
        message = read_sound(content) or email.message_from_bytes(content)
        _bound_depth(message, limits, notes)
        sound = not any(part.defects for part in message.walk())
    except RecursionError:
        raise Unreadable("the message holds parts within parts without end") from None
    return (message if sound else _mended(message, content, notes)), notes


def parse_header(content: bytes, limits: Limits) -> Message:
    """The message's own header section alone, whatever follows it."""
    content = _without_envelope(content[: limits.header_bytes])
    if not _HEADER_LINE.match(content):
        raise Unreadable("the message begins with no header line, so nothing tells who wrote it")
    end = _HEADER_END.search(content)
    return BytesHeaderParser().parsebytes(content[: end.end()] if end else content)


def _mended(message: Message, content: bytes, notes: list[str]) -> Message:
    """A malformed message as mail-parser reads it, and what it says is wrong.

    On sound mail its tree is the standard library's, and most of its time goes into fields that we never look at.
    """
    try:
        parser = mailparser.parse_from_bytes(content)
    except (MailParserError, MessageError, ValueError, LookupError, TypeError, AttributeError):
        # It reads headers that we never look at; one it cannot read must not lose the mail.
        return message
    notes.extend(note for defect, note in _DEFECTS.items() if defect in parser.defects_categories)
    mended: Message = parser.message
    return mended


def _without_envelope(content: bytes) -> bytes:
    """Without the mbox "From " line, a byte order mark or blank lines in front."""
    content = content.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if content.startswith((b"From ", b">From ")):
        content = content.partition(b"\n")[2]
    return content


def _bounded_headers(content: bytes, limits: Limits, notes: list[str]) -> bytes:
    if len(content) <= limits.header_bytes or _HEADER_END.search(content, 0, limits.header_bytes):
        return content
    after = _HEADER_END.search(content, limits.header_bytes)
    notes.append(f"the headers are longer than {limits.header_bytes:,} bytes; the rest of them was left out")
    head = content[: limits.header_bytes]
    return head + b"\r\n\r\n" + (content[after.end() :] if after else b"")


def _bounded_parts(content: bytes, limits: Limits, notes: list[str]) -> bytes:
    """Cut before the parts become more than anyone sends: the parser's work grows with them, and with their nesting."""
    if content.count(b"\n--") <= limits.parts and content.lower().count(b"boundary") <= limits.parts:
        return content
    boundaries: set[bytes] = set()
    for declared in _BOUNDARY.finditer(content):
        boundaries.add(declared[1].strip())
        if len(boundaries) > limits.parts:
            notes.append(f"more than {limits.parts} parts; what comes after them was left out")
            return content[: declared.start()] + b"\r\n\r\n"
    if not boundaries:
        return content
    seen = 0
    for line in _DASHED_LINE.finditer(content):
        name = line[1].rstrip(b" \t")
        if name in boundaries or name.removesuffix(b"--") in boundaries:
            seen += 1
            if seen > 2 * limits.parts:
                notes.append(f"more than {limits.parts} parts; what comes after them was left out")
                return content[: line.start()]
    return content


def _bound_depth(message: Message, limits: Limits, notes: list[str]) -> None:
    """Empty what lies deeper than is ever read: the library writes a message out by recursion."""
    level, depth = [message], 0
    while level:
        depth += 1
        level = [child for part in level if part.is_multipart() for child in part.get_payload() if _is_message(child)]
        if depth > 2 * limits.depth and level:  # a message within is two levels, its part and itself
            notes.append(f"parts within parts deeper than {limits.depth} were left out")
            for part in level:
                part.set_payload("")
            return


def _is_message(child: object) -> TypeGuard[Message]:
    return isinstance(child, Message)


def leaves(message: Message, limits: Limits, notes: list[str]) -> list[Part]:
    """The message's leaves in order. A message within is a leaf here; its own leaves are read with `leaves_within`."""
    found: list[Part] = []
    for part in _walk(message, "", "", False, 0, limits, notes):
        if len(found) >= limits.parts:
            notes.append(f"more than {limits.parts} parts; what comes after them was left out")
            break
        found.append(part)
    return found


def leaves_within(part: Part, limits: Limits, notes: list[str]) -> list[Part]:
    """The leaves of a message within, with their specifiers in the outer message."""
    if part.message is None:
        return []
    depth = part.specifier.count(".") + 1
    # A message that is no multipart has one part, number 1 (RFC 3501 section 6.4.5).
    prefix = part.specifier if part.message.get_content_maintype() == "multipart" else f"{part.specifier}.1"
    return list(_walk(part.message, prefix, "", False, depth, limits, notes))


def _walk(
    message: Message, prefix: str, alternative: str, related: bool, depth: int, limits: Limits, notes: list[str]
) -> Iterator[Part]:
    """Depth first. `prefix` is the specifier of the multipart or message that holds `message`, "" for the outermost."""
    if depth > limits.depth:
        notes.append(f"parts within parts deeper than {limits.depth} were left out")
        return
    # Asked for the payload of a leaf, the library decodes it, and raises on charsets that are none.
    payload = message.get_payload() if message.is_multipart() else None
    content_type = _UNPRINTED.sub("", message.get_content_type())
    if content_type == "message/rfc822" or content_type == "message/global":
        inner = payload[0] if isinstance(payload, list) and payload and isinstance(payload[0], Message) else None
        yield _leaf(message, prefix or "1", content_type, alternative, related, inner)
        return
    if not isinstance(payload, list):
        if content_type.startswith("multipart/"):
            notes.append("the parts of the message could not be told apart; it was read as one text")
            content_type = "text/plain"
        yield _leaf(message, prefix or "1", content_type, alternative, related, None)
        return
    if not content_type.startswith("multipart/"):  # message/delivery-status: blocks of headers
        yield _leaf(message, prefix or "1", content_type, alternative, related, None)
        return
    offers = (prefix or "0") if content_type == "multipart/alternative" else alternative
    for number, child in enumerate(payload, 1):
        if not isinstance(child, Message):
            continue
        specifier = f"{prefix}.{number}" if prefix else str(number)
        within = related or (content_type == "multipart/related" and number > 1)
        yield from _walk(child, specifier, offers, within, depth + 1, limits, notes)


def _leaf(
    message: Message, specifier: str, content_type: str, alternative: str, related: bool, inner: "Message | None"
) -> Part:
    fields = Fields(message)
    disposition = fields.value("content-disposition").partition(";")[0].strip().lower()
    return Part(
        specifier=specifier,
        content_type=content_type,
        name=filename_of(fields),
        disposition=disposition if disposition in ("inline", "") else "attachment",
        content_id=fields.value("content-id").strip(" <>"),
        related=related,
        alternative=alternative,
        source=message,
        fields=fields,
        message=inner,
    )


def is_flowed(part: Part) -> tuple[bool, bool]:
    """format=flowed and DelSp=yes (RFC 3676)."""
    content_type = part.fields.raw("content-type")
    flowed = parameter(content_type, "format").lower() == "flowed"
    return flowed, flowed and parameter(content_type, "delsp").lower() == "yes"
