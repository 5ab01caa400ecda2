"""Which request a mail is, and which brief it belongs to: pure decisions over what is already known."""

import datetime as dt
import hashlib
import re
from dataclasses import dataclass

from briefs.mail import Mail, SegmentKind
from briefs.roles import Directory

# Two copies of one request differ where mail programs do: signatures, wrapping, a banner. Never by this much.
SAME_WORDS = 0.8


def request_key(mail: Mail) -> str:
    """The innermost client and the minute they wrote: what all copies of one request share.

    Two different requests can share it too, so `same_words` decides between them.
    """
    if mail.client is None:
        return ""
    minute = mail.sent_at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%MZ")
    return f"{mail.client.address} {minute}"


def mail_key(mail: Mail) -> str:
    """The mail itself, however often it is delivered: Message-ID, text and attachments."""
    return hashlib.sha256(f"{mail.message_id}\n{mail.sha256}".encode()).hexdigest()


def same_words(one: str, other: str) -> bool:
    """Whether two new texts say the same, whatever mail programs did to their layout."""
    a, b = set(_words(one)), set(_words(other))
    if not a or not b:
        return a == b
    return len(a & b) >= SAME_WORDS * len(a | b)


def new_words(mail: Mail) -> str:
    """What the client newly wrote, as one text."""
    return mail.words_of(SegmentKind.CONTENT)


def thread_ids(mail: Mail) -> tuple[str, ...]:
    """The Message-IDs this mail answers or forwards, nearest first (RFC 5322 3.6.4)."""
    ids = (*reversed(mail.in_reply_to), mail.original_message_id, *reversed(mail.references))
    return tuple(dict.fromkeys(id for id in ids if id))


_PREFIX = re.compile(
    r"^\s*(?:re|aw|antw|sv|vs|odp|ynt|rif|res|fwd?|wg|tr|rv|enc|i|doorst|vb|pd|vl|továbbítás|ilt)\s*(?:\[\d{1,3}\])?\s*[::]\s*",
    re.IGNORECASE,
)
_TAG = re.compile(r"^\s*\[[^\]\n]{1,40}\]\s*")


def bare_subject(subject: str) -> str:
    """The subject without reply and forward prefixes and gateway tags, as typed."""
    previous = None
    while previous != subject:
        previous = subject
        subject = _TAG.sub("", _PREFIX.sub("", subject, count=1), count=1)
    return subject.strip()


@dataclass(frozen=True, slots=True)
class KnownBrief:
    """What decides whether a mail may join a brief: its client and everybody who has written in it."""

    brief_id: int
    client_id: str | None
    participants: frozenset[str]


def may_join(mail: Mail, brief: KnownBrief, directory: Directory) -> bool:
    """Whether the words are of the house, of the client or of the thread; quoting a Message-ID makes nobody a party."""
    writers = [address.address for address in (mail.client, mail.author) if address is not None]
    return any(
        directory.person_at(writer) is not None
        or writer in brief.participants
        or (brief.client_id is not None and getattr(directory.client_at(writer), "id", None) == brief.client_id)
        for writer in writers
    )


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
