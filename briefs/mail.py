"""A message as a person reads it: one canonical text in segments, and who wrote what."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from briefs.errors import NaiveTime

# "1. Four", "2) yes", "ad 3: no"
_NUMBER = re.compile(r"\s{0,8}(?:(?:ad|re|to|zu|q|a|no\.?|nr\.?|#)\s?)?(\d{1,2})\s?[.):]\s+(?=\S)", re.IGNORECASE)


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
    """A file that came with the message. `outcome` says in one word what was done with it.

    It is read, kept, calendar, opened (a mail or a packet of files; what was in it stands beside it), a reason why not
    read (no text, encrypted, too large, too slow, unreadable), or inline or logo for a picture of the mail's looks.
    """

    part: str
    name: str
    content_type: str
    size: int
    sha256: str
    outcome: str
    content: bytes

    @property
    def is_file(self) -> bool:
        """A file to a person, no picture of the mail's looks."""
        return self.outcome not in ("inline", "logo")


class CarrierKind(StrEnum):
    """What may hold the request beside the words of the mail."""

    PICTURE = "picture"
    SOUND = "sound"
    FILM = "film"
    SCAN = "scan"  # a document without text
    FILE = "file"  # one that could not be opened, or of a kind that is not read
    LINK = "link"  # files shared behind an address


@dataclass(frozen=True, slots=True)
class Carrier:
    """Something that may hold the request. `name` is the file's, or a link's address; `part` is "" for a link."""

    kind: CarrierKind
    name: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A calendar part (RFC 5545, RFC 6047): an appointment, never prose.

    `method` is that of RFC 5546 in upper case ("REQUEST", "REPLY", "CANCEL"), "" where none is given. `start` and
    `end` are aware instants, or days for an entry of whole days; then `end` is the last day, not the one after it.
    """

    method: str
    uid: str
    summary: str
    location: str
    organizer: Address | None
    start: dt.datetime | dt.date | None
    end: dt.datetime | dt.date | None


@dataclass(frozen=True, slots=True)
class Contact:
    """What the client's signature says of them; "" where it does not. `country` is ISO 3166-1 alpha-2."""

    name: str = ""
    company: str = ""
    phone: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """An answer that stands between quoted questions, with the one above it."""

    question: str
    answer: str


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
    carriers: tuple[Carrier, ...] = ()  # where the request may stand if the words do not say it
    entries: tuple[CalendarEntry, ...] = ()
    contact: Contact | None = None  # from the client's signature
    back_on: dt.date | None = None  # from an out-of-office reply: its author reads nothing before that day
    uncertain_parts: tuple[str, ...] = ()  # parts whose text was read off a picture
    original_subject: str = ""  # of the forwarded original; "" where no forward tells one
    vouched: str = ""  # how our own border vouches for the author: "dmarc", "internal", …; "" when it does not

    def __post_init__(self) -> None:
        for moment in (self.arrived_at, self.sent_at):
            if moment.utcoffset() is None:
                raise NaiveTime(moment)

    def parts_of(self, *kinds: SegmentKind) -> Iterator[Segment]:
        return (segment for segment in self.segments if segment.kind in kinds)

    def words_of(self, *kinds: SegmentKind) -> str:
        """The segments' texts, joined by line feeds."""
        return "\n".join(self.text[segment.start : segment.end] for segment in self.parts_of(*kinds))

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """Every answer between quoted questions, with its question."""
        return exchanges_in(self.text, self.segments)


def exchanges_in(text: str, segments: Iterable[Segment]) -> tuple[Exchange, ...]:
    """Every answer between quoted questions of a text, with its question; then those that share a number with one."""
    found: list[Exchange] = []
    asked: list[str] = []  # with no answer right below
    said: list[str] = []
    question = ""
    for segment in segments:
        words = text[segment.start : segment.end]
        if segment.kind is SegmentKind.CONTENT:
            said.append(words)
        if segment.kind is SegmentKind.QUESTION:
            question = f"{question}\n{words}".strip()
        elif segment.kind is SegmentKind.CONTENT and question:
            found.append(Exchange(question, words))
            question = ""
        elif segment.kind is not SegmentKind.HEADER_BLOCK:
            asked.append(question)
            question = ""
    questions = _by_number([*asked, question])
    if questions:
        answers = _by_number(said)
        found.extend(Exchange(words, answers[number]) for number, words in questions.items() if number in answers)
    return tuple(found)


def _by_number(texts: Iterable[str]) -> dict[int, str]:
    """ "1. What should we make?" to its lines, up to the next number or blank line; the first of each number."""
    found: dict[int, list[str]] = {}
    lines: list[str] = []
    for line in "\n\n".join(texts).split("\n"):
        match = _NUMBER.match(line[:40])
        if match or not line.strip():
            lines = []
        if match:
            found.setdefault(int(match[1]), lines)
        lines.append(line.strip())
    return {number: "\n".join(lines) for number, lines in found.items()}
