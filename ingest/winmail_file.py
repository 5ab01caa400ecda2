"""Outlook's packet (winmail.dat, MS-OXTNEF) to the parts it holds, as a message. Runs in the capped child only."""

from tnefparse import TNEF, properties  # type: ignore[import-untyped]  # it publishes no types

from ingest.packed_rtf import text_of_packed
from ingest.rebuilt import Rebuilt
from ingest.refused import Refused

_MAX_ATTRIBUTES = 5000
_HEAD, _TAIL = 9, 2  # bytes around an attribute's data


def read(content: bytes) -> bytes:
    _check(content)
    packet = TNEF(content, do_checksum=False)
    rebuilt = Rebuilt()
    page, words = packet.htmlbody, packet.body
    if page:
        rebuilt.html(page.encode() if isinstance(page, str) else bytes(page), "utf-8")
    if isinstance(words, bytes):
        words = words.decode(packet.codepage or "cp1252", "replace")
    if not words and not page and packet._rtfbody:  # noqa: SLF001  # its property wants another library
        words = text_of_packed(packet._rtfbody)  # noqa: SLF001
    rebuilt.text((words or "").strip("\0"))
    for attachment in packet.attachments:
        named = {each.name: each.data for each in attachment.mapi_attrs}
        kind = _text(named.get(properties.MAPI_ATTACH_MIME_TAG, ""))
        identifier = _text(named.get(properties.MAPI_ATTACH_CONTENT_ID, ""))
        name = _text(named.get(properties.MAPI_ATTACH_LONG_FILENAME, "")) or _text(attachment._name)  # noqa: SLF001  # its own decodes as UTF-8 only
        rebuilt.file(name, kind, bytes(attachment.data), identifier)
    return rebuilt.whole().as_bytes()


def _check(content: bytes) -> None:
    """The reader copies the rest of the file for each attribute, and an empty one takes eleven bytes."""
    at = 6
    for _ in range(_MAX_ATTRIBUTES):
        if at + _HEAD > len(content):
            return
        at += _HEAD + int.from_bytes(content[at + 5 : at + _HEAD], "little") + _TAIL
    raise Refused("too large")


def _text(value: object) -> str:
    if isinstance(value, bytes):
        value = value.decode("cp1252", "replace")
    return value.strip("\0") if isinstance(value, str) else ""
