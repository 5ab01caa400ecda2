"""A worded mail becomes an Internet message (RFC 5322)."""

import datetime as dt
from collections.abc import Iterable
from email.header import Header
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from email.utils import format_datetime

from briefs.mail import Address
from briefs.outgoing import OutgoingMail, Picture
from notify.errors import Refused
from notify.headers import NotAnAddress, addr_spec, message_ids, one_line, without_controls

# RFC 5322 section 3.6.4 lets a long References be trimmed; the first and the last few keep every program's threads.
_LAST_REFERENCES = 12
_IDENTIFIERS = frozenset({"message-id", "in-reply-to", "references"})


def compose(mail: OutgoingMail, sender: Address, now: dt.datetime) -> EmailMessage:
    """The message as it goes out: text and HTML, marked as written by a program (RFC 3834), threaded.

    Raises `Refused` when the recipient or the Message-ID is not one.
    """
    try:
        recipient = addr_spec(mail.recipient)
    except NotAnAddress as error:
        raise Refused(str(error)) from error
    if not message_ids(mail.message_id):
        raise Refused(f"{mail.key}: not a Message-ID: {one_line(mail.message_id)!r}")
    message = EmailMessage(policy=_IDENTIFIERS_AS_THEY_ARE)
    message["From"] = HeaderAddress(display_name=one_line(sender.name), addr_spec=addr_spec(sender.address))
    message["To"] = recipient
    if mail.reply_to:
        message["Reply-To"] = addr_spec(mail.reply_to)
    message["Subject"] = one_line(mail.subject) or "(no subject)"
    message["Date"] = format_datetime(now)
    message["Message-ID"] = mail.message_id
    answered = message_ids(mail.in_reply_to)
    thread = message_ids(*mail.references, *answered)
    if answered:
        message["In-Reply-To"] = answered[0]
    if thread:
        message["References"] = " ".join(_trimmed(thread))
    message["Auto-Submitted"] = "auto-generated"
    # Exchange answers Auto-Submitted mail with out-of-office replies unless this asks it not to.
    message["X-Auto-Response-Suppress"] = "All"
    message.set_content(without_controls(mail.text), cte="quoted-printable")
    message.add_alternative(without_controls(mail.html), subtype="html", cte="quoted-printable")
    _add_pictures(message, mail.pictures)
    return message


def _add_pictures(message: EmailMessage, pictures: tuple[Picture, ...]) -> None:
    """The HTML and what it shows are one part (RFC 2387), so that no program lists the pictures as files."""
    *_, html = message.iter_parts()
    if not isinstance(html, EmailMessage):
        raise TypeError(f"not a part of ours: {html!r}")
    for picture in pictures:
        kind = picture.content_type.partition("/")[2]
        html.add_related(picture.content, "image", kind, cid=f"<{picture.cid}>", disposition="inline")


def _trimmed(thread: tuple[str, ...]) -> tuple[str, ...]:
    return thread if len(thread) <= _LAST_REFERENCES else (thread[0], *thread[1 - _LAST_REFERENCES :])


class _IdentifierPolicy(EmailPolicy):
    """Folds identifiers between them and never encodes them; starts a subject on its own line.

    Python 3.11 writes In-Reply-To with a Message-ID of over 78 characters, as Outlook makes them, as an RFC 2047
    word (cpython#100991); Outlook and Gmail then lose the thread. A subject of about 75 characters it moves whole to
    a second line, where some programs read it with a space before it.
    """

    def fold(self, name: str, value: str) -> str:
        if name.lower() in _IDENTIFIERS:
            return _one_a_line(name, value.split(), self.linesep)
        if name.lower() == "subject":
            header = Header(value, header_name=name, maxlinelen=78)
            return f"{name}: {header.encode(linesep=self.linesep)}{self.linesep}"
        return str(super().fold(name, value))

    def fold_binary(self, name: str, value: str) -> bytes:
        if name.lower() in _IDENTIFIERS | {"subject"}:
            return self.fold(name, value).encode("ascii")
        return super().fold_binary(name, value)


def _one_a_line(name: str, identifiers: Iterable[str], line_end: str) -> str:
    return f"{name}: " + f"{line_end} ".join(identifiers) + line_end


_IDENTIFIERS_AS_THEY_ARE = _IdentifierPolicy(linesep=SMTP.linesep, max_line_length=78, cte_type="7bit")
