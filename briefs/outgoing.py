"""Mail to people of the agency: what is queued, and what became of it."""

from dataclasses import dataclass
from enum import StrEnum


class OutgoingKind(StrEnum):
    SUMMARY = "summary"  # a draft brief to confirm
    ALERT = "alert"  # a clash, for traffic
    ALREADY_HELD = "already_held"  # a second forward: who has the brief
    SIGN_IN = "sign_in"
    PARKED = "parked"  # a message could not be read
    UNDELIVERED = "undelivered"  # mail to a colleague bounced
    DAILY = "daily"


class OutgoingState(StrEnum):
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture shown within a mail, whose HTML names it `cid:` and `cid` (RFC 2392). `sha256` is its bytes' hash."""

    sha256: str
    content_type: str
    content: bytes

    @property
    def cid(self) -> str:
        return f"{self.sha256[:32]}@inbrief"


@dataclass(frozen=True, slots=True)
class OutgoingMail:
    """One mail, worded and addressed, ready for a channel.

    `key` makes it unique ("summary:17:1"): queueing it twice is once. `message_id` (RFC 5322 3.6.4, with brackets)
    is fixed when it is queued and the same on every try. `reply_to` is an address, "" where answers go to the sender.
    """

    key: str
    kind: OutgoingKind
    message_id: str
    recipient: str
    subject: str
    text: str
    html: str
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    reply_to: str = ""
    pictures: tuple[Picture, ...] = ()
