"""A message put together again from what another format kept of it. Runs in the capped child only."""

from email import encoders
from email.header import Header
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import formataddr

from ingest.refused import Refused

_MAX_FILES = 200
_MAX_HEADER = 20_000  # characters


def address(name: str, written: str) -> str:
    """A mailbox for a header; "" for what is no address, as Exchange's own names of people are none."""
    written = "".join(written.split())
    if written.count("@") != 1 or not written.isascii() or set(written) & set('<>,;:"()'):
        return ""
    return formataddr((" ".join(name.split()), written))


class Rebuilt:
    """Takes the pieces in any order."""

    def __init__(self) -> None:
        self._mail = MIMEMultipart("mixed")
        self._texts: list[Message] = []
        self._files: list[Message] = []

    def head(self, name: str, value: str) -> None:
        value = " ".join(value.split())[:_MAX_HEADER]
        if value:
            self._mail[name] = value if value.isascii() else Header(value, "utf-8").encode()

    def text(self, text: str) -> None:
        if text.strip():
            self._texts.insert(0, MIMEText(text.replace("\r\n", "\n"), "plain", "utf-8"))

    def html(self, content: bytes, charset: str) -> None:
        part = MIMEBase("text", "html", charset=charset)
        part.set_payload(content)
        encoders.encode_base64(part)
        self._texts.append(part)

    def file(self, name: str, content_type: str, content: bytes, identifier: str = "") -> None:
        main, _, sub = content_type.partition("/")
        sound = main.isalnum() and sub.isascii() and sub.isprintable() and main not in ("multipart", "message")
        part = MIMEBase(main, sub) if sound and sub and " " not in sub else MIMEBase("application", "octet-stream")
        part.set_payload(content)
        encoders.encode_base64(part)
        name = " ".join(name.split())[:255]
        part.add_header("Content-Disposition", "attachment", filename=name if name.isascii() else ("utf-8", "", name))
        if identifier.isascii() and identifier.isprintable() and identifier:
            part["Content-ID"] = f"<{identifier}>"
        self._add(part)

    def message(self, message: Message) -> None:
        self._add(MIMEMessage(message))

    def whole(self) -> Message:
        if len(self._texts) > 1:
            both = MIMEMultipart("alternative")
            for text in self._texts:
                both.attach(text)
            self._texts = [both]
        for part in (*self._texts, *self._files):
            self._mail.attach(part)
        return self._mail

    def _add(self, part: Message) -> None:
        if len(self._files) >= _MAX_FILES:
            raise Refused("too large")
        self._files.append(part)
