"""A message as a person reads it: one canonical text in segments, and who wrote what."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from briefs.errors import NaiveTime


@dataclass(frozen=True, slots=True)
class Address:
    """A mailbox (RFC 5322 section 3.4): a display name, maybe empty, and an addr-spec in lower case."""

    address: str
    name: str = ""

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]

    def __str__(self) -> str:
        return f"{self.name} <{self.address}>" if self.name else self.address


class SegmentKind(StrEnum):
    """Whose words a stretch of text is. Only CONTENT is ever read for a brief."""

    CONTENT = "content"  # the new words of the person who asks: a mail's, a forwarded original's, an attached brief's
    NOTE = "note"  # what the colleague wrote above a forward: confidential
    QUESTION = "question"  # a quoted question that an interleaved answer belongs to
    HISTORY = "history"  # quoted earlier mail
    HEADER_BLOCK = "header_block"  # From/Sent/To/Subject lines of a forward, attribution lines of a reply
    SIGNATURE = "signature"
    DISCLAIMER = "disclaimer"
    BANNER = "banner"  # "[EXTERNAL]", gateway warnings
    FOOTER = "footer"  # mailing list footers, "sent from my phone"
    WITHDRAWN = "withdrawn"  # struck out by the writer


@dataclass(frozen=True, slots=True)
class Segment:
    """`Mail.text[start:end]`, read from `part` beginning at `offset`, length for length.

    `part` is an IMAP part specifier (RFC 3501 6.4.5: "1", "2.1") or "header:subject"; `offset` counts code points of
    that part's text as the reader renders it: HTML laid out, quote marks taken off, flowed lines joined, characters
    that nobody sees left out. A white-space character may stand for another.
    """

    start: int
    end: int
    kind: SegmentKind
    part: str
    offset: int


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with the message. `outcome` says in one word what was done with it: read, kept or a reason."""

    part: str
    name: str
    content_type: str
    size: int
    sha256: str
    outcome: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """One message, read. `text` is what a person reads, in Unicode code points; `segments` tile what of it is kept.

    `author` wrote the message that arrived, `client` the words that count (the innermost original of a forward), and
    `sent_at` is when the client wrote them. `client` is None when the original author of a forward cannot be told.
    """

    reader: int
    message_id: str
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    original_message_id: str  # of the forwarded original, "" when not known
    subject: str
    author: Address
    recipients: tuple[Address, ...]
    client: Address | None
    forwarded_by: Address | None
    arrived_at: dt.datetime
    sent_at: dt.datetime
    text: str
    segments: tuple[Segment, ...]
    attachments: tuple[Attachment, ...]
    automatic: str  # why nobody wrote this: "auto-replied", "bounce", "list", …; "" when a person did
    bounced: tuple[str, ...]  # Message-IDs of ours that this delivery report is about
    notes: tuple[str, ...]  # what was cut off or could not be read, for people
    sha256: str  # of the decoded, space-folded text and the attachments' hashes: the second half of the mail's key

    def __post_init__(self) -> None:
        for moment in (self.arrived_at, self.sent_at):
            if moment.utcoffset() is None:
                raise NaiveTime(moment)

    def parts_of(self, *kinds: SegmentKind) -> Iterator[Segment]:
        return (segment for segment in self.segments if segment.kind in kinds)

    def words_of(self, *kinds: SegmentKind) -> str:
        """The segments' texts, joined by line feeds."""
        return "\n".join(self.text[segment.start : segment.end] for segment in self.parts_of(*kinds))
