"""An Outlook message file (.msg) to the message it was, as RFC 5322 bytes. Runs in the capped child only."""

import datetime as dt
from collections.abc import Iterator
from email.message import Message
from email.parser import HeaderParser
from email.utils import format_datetime

from oxmsg import Message as OutlookMessage
from oxmsg.attachment import Attachment
from oxmsg.properties import Properties
from oxmsg.storage import Storage

from ingest.packed_rtf import text_of_packed
from ingest.rebuilt import Rebuilt, address

# Property ids (MS-OXPROPS).
_SENDER = (0x0C1A, 0x5D01, 0x0C1F)  # name, SMTP address, address
_BEHALF = (0x0042, 0x5D02, 0x0065)  # on whose behalf it was sent
_MESSAGE_ID, _IN_REPLY_TO, _REFERENCES, _HEADERS = 0x1035, 0x1042, 0x1039, 0x007D
_SUBMITTED, _DELIVERED = 0x0039, 0x0E06
_RECIPIENT_TYPE, _TO, _CC = 0x0C15, 1, 2
_HTML, _PACKED_RTF = 0x1013, 0x1009
_CONTENT_ID, _SHORT_NAME = 0x3712, 0x3704
_EMBEDDED = "__substg1.0_3701000D"
_EMBEDDED_HEADER = 24  # bytes before the properties of a message within (MS-OXMSG 2.4)
_MAX_DEPTH = 5
_TRUSTED_HEADERS = ("From", "Reply-To", "To", "Cc", "Date", "Message-ID", "In-Reply-To", "References")


class _Embedded(OutlookMessage):
    """A message within another has a shorter header."""

    @property
    def properties(self) -> Properties:
        return Properties(self._storage, properties_header_offset=_EMBEDDED_HEADER)


def read(content: bytes) -> bytes:
    return _message(OutlookMessage.load(content), 0).as_bytes()


def _message(source: OutlookMessage, depth: int) -> Message:
    properties = source.properties
    rebuilt = Rebuilt()
    known = HeaderParser().parsestr(properties.str_prop_value(_HEADERS) or "")
    headers = {**dict(_fields(source, properties)), **{name: known[name] for name in _TRUSTED_HEADERS if known[name]}}
    for name, value in headers.items():
        rebuilt.head(name, value)
    html = properties.binary_prop_value(_HTML)
    packed = properties.binary_prop_value(_PACKED_RTF)
    body = source.body or ""
    if html:
        rebuilt.html(html, properties.body_encoding)
    elif not body.strip() and packed:
        body = text_of_packed(packed)
    rebuilt.text(body)
    for attachment in source.attachments:
        within = _within(attachment)
        if within is None:
            name = attachment.file_name or attachment.properties.str_prop_value(_SHORT_NAME) or ""
            identifier = attachment.properties.str_prop_value(_CONTENT_ID) or ""
            rebuilt.file(name, attachment.mime_type or "", attachment.file_bytes or b"", identifier)
        elif depth < _MAX_DEPTH:
            rebuilt.message(_message(within, depth + 1))
    return rebuilt.whole()


def _fields(source: OutlookMessage, properties: Properties) -> Iterator[tuple[str, str]]:
    yield "From", _person(properties, _BEHALF) or _person(properties, _SENDER)
    for name, kind in (("To", _TO), ("Cc", _CC)):
        people = [
            address(recipient.name, recipient.email_address)
            for recipient in source.recipients
            if recipient.properties.int_prop_value(_RECIPIENT_TYPE) == kind
        ]
        yield name, ", ".join(filter(None, people))
    yield "Subject", source.subject
    moment = properties.date_prop_value(_SUBMITTED) or properties.date_prop_value(_DELIVERED)
    if moment is not None:
        yield "Date", format_datetime(moment.astimezone(dt.UTC))
    for name, identifier in (("Message-ID", _MESSAGE_ID), ("In-Reply-To", _IN_REPLY_TO), ("References", _REFERENCES)):
        yield name, properties.str_prop_value(identifier) or ""


def _person(properties: Properties, identifiers: tuple[int, int, int]) -> str:
    name, smtp, other = (properties.str_prop_value(identifier) or "" for identifier in identifiers)
    return address(name, smtp or other)


def _within(attachment: Attachment) -> OutlookMessage | None:
    storage = attachment._storage  # noqa: SLF001  # it reads no message that is attached to one
    if not isinstance(storage, Storage):
        return None
    inner = next((each for each in storage.storages if each.name == _EMBEDDED), None)
    return _Embedded(inner) if inner is not None else None
