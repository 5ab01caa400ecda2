"""A message and the messages attached to it: whose words count among them, part by part."""

import dataclasses
import datetime as dt
import hashlib
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefs.mail import Address, Attachment, Carrier, CarrierKind, SegmentKind
from ingest import headers
from ingest.agency import Agency
from ingest.attachments import FileRead, Files
from ingest.body import Body, body_of, is_text
from ingest.carriers import weighed
from ingest.headers import Fields
from ingest.limits import Limits
from ingest.lines import Rendered
from ingest.mailboxes import name_via
from ingest.mime import Part, leaves_within
from ingest.transcripts import read_turns
from ingest.whose import Letter, Verdict, whose_words

_SHORT_NOTE_WORDS = 25
# Mailboxes that the programs of websites write from, and nobody reads.
_FORM = re.compile(
    r"(?:word-?press|wp-?forms?|(?:web-?|contact-?|mail-?)?forms?|web-?(?:site|master)|site|contact-?us|kontakt-?formular|"
    r"formulaire|formulario|server|apache|www-data|(?:no|do-?not)[._-]?reply)",
    re.IGNORECASE,
)


class Text(NamedTuple):
    """A part's text with a kind for every line; in `columns` a line's kind begins there, after a stamp."""

    part: str
    rendered: Rendered
    kinds: tuple[SegmentKind, ...]
    columns: dict[int, int]

    def as_kind(self, kind: SegmentKind) -> "Text":
        """The same with another kind in place of content."""
        kinds = tuple(kind if each is SegmentKind.CONTENT else each for each in self.kinds)
        return Text(self.part, self.rendered, kinds, self.columns)

    @property
    def words(self) -> int:
        return sum(
            len(line.text.split())
            for line, kind in zip(self.rendered.lines, self.kinds, strict=True)
            if kind is SegmentKind.CONTENT
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a message yielded. `original_id` is the Message-ID of an original that came attached."""

    client: Address | None
    sent_at: dt.datetime
    forwarded: bool
    original_id: str
    original_subject: str  # of the forwarded original, "" where none is told
    texts: tuple[Text, ...]
    files: tuple[Text, ...]
    attachments: tuple[Attachment, ...]
    carriers: tuple[Carrier, ...]


@dataclass(slots=True)
class Reader:
    """Reads messages within one another, and notes what it leaves out."""

    agency: Agency
    limits: Limits
    notes: list[str]
    files: Files
    earlier: Sequence[str]
    until: float  # on the monotonic clock; what is attached is read no more then

    def read(
        self,
        fields: Fields,
        author: Address | None,
        parts: Sequence[Part],
        arrived: dt.datetime,
        bounced: bool,
        depth: int = 0,
    ) -> Reading:
        """`author` as `author_of` tells them from the fields."""
        recipients = headers.addresses(fields, "to", "cc")
        sent_at = headers.date(fields) or arrived
        parts = self.files.opened(parts)
        body = body_of(parts, self.limits, self.notes)
        letter = Letter(author, recipients, fields.value("subject"), sent_at, body.linked)
        verdict = whose_words(body.lines, letter, self.agency, () if depth else self.earlier)
        attached = [part for part in parts if part.message is not None]
        files = [
            part for part in parts if part.message is None and part.specifier not in body.parts and not is_text(part)
        ]
        read = [self.files.read(part) for part in files]
        own = tuple(_texts(body, verdict))
        attachments, carriers = weighed(read, own)
        pictured = {each.part for each in carriers if each.kind in (CarrierKind.PICTURE, CarrierKind.SCAN)}
        read = [self.files.recognise(file) if file.part.specifier in pictured else file for file in read]
        reading = Reading(
            client=verdict.client,
            sent_at=verdict.sent_at or sent_at,
            forwarded=verdict.forwarded,
            original_id="",
            original_subject=verdict.subject,
            texts=own,
            files=tuple(self._file_text(file, author, recipients) for file in read if file.rendered.lines),
            attachments=tuple(attachments),
            carriers=tuple(carriers),
        )
        refused = self._refused(depth) if attached else ""
        if refused:
            self.notes.append(refused)
        if not attached:
            return reading
        if refused:
            return dataclasses.replace(
                reading, attachments=reading.attachments + tuple(kept(part) for part in attached)
            )
        inner = [self._within(part, sent_at, depth + 1) for part in attached]
        house = self.agency.holds(author)
        return _joined(reading, inner, attached, author, house, bounced, self.agency)

    def _refused(self, depth: int) -> str:
        """Why messages attached at this depth are not read; "" when they are."""
        if depth >= self.limits.depth:
            return f"messages within messages deeper than {self.limits.depth} were kept and not read"
        if time.monotonic() >= self.until:
            return f"reading took {self.limits.seconds:g} seconds; messages attached were kept and not read"
        return ""

    def _within(self, part: Part, arrived: dt.datetime, depth: int) -> "tuple[Address | None, Reading]":
        message = part.message
        assert message is not None  # noqa: S101  # the caller chose the parts that have one
        fields = Fields(message)
        author = author_of(fields)
        parts = leaves_within(part, self.limits, self.notes)
        identifier = next(iter(headers.message_ids(fields, "message-id")), "")
        reading = self.read(fields, author, parts, arrived, False, depth)
        if reading.forwarded:
            return author, reading  # within its text: the identifier is the forward's, not the original's
        subject = reading.original_subject or fields.value("subject")
        return author, dataclasses.replace(
            reading, original_id=reading.original_id or identifier, original_subject=subject
        )

    def _file_text(self, file: FileRead, author: Address | None, people: Sequence[Address]) -> Text:
        rendered = file.rendered
        kinds = [SegmentKind.CONTENT] * len(rendered.lines)
        columns: dict[int, int] = {}
        for index, (kind, column) in read_turns(rendered.lines, author, people, self.agency).items():
            kinds[index] = kind
            if column:
                columns[index] = column
        return Text(file.part.specifier, rendered, tuple(kinds), columns)


def _joined(
    outer: Reading,
    inner: "list[tuple[Address | None, Reading]]",
    parts: Sequence[Part],
    author: Address | None,
    house: bool,
    bounced: bool,
    agency: Agency,
) -> Reading:
    """The message with what is attached to it: passed on by a colleague, added by the client, or bounced."""
    attachments = [*outer.attachments]
    for part, (_, reading) in zip(parts, inner, strict=True):
        attachments.extend((kept(part), *reading.attachments))
    counted = [] if bounced else _counted(outer, inner, author, house, agency)
    texts: list[Text] = []
    files = [*outer.files]
    carriers = [*outer.carriers]
    for _, reading in inner:
        if reading in counted:
            texts.extend(reading.texts)
            files.extend(reading.files)
            carriers.extend(reading.carriers)
        else:
            texts.extend(text.as_kind(SegmentKind.HISTORY) for text in reading.texts)
    result = dataclasses.replace(
        outer,
        texts=outer.texts + tuple(texts),
        files=tuple(files),
        attachments=tuple(attachments),
        carriers=tuple(carriers),
    )
    if not counted:
        return result
    newest = max(counted, key=lambda reading: reading.sent_at)
    if house:
        client = None if agency.holds(newest.client) else newest.client
        notes = tuple(text.as_kind(SegmentKind.NOTE) for text in outer.texts)
        return dataclasses.replace(
            result,
            client=client,
            sent_at=newest.sent_at,
            forwarded=True,
            original_id=newest.original_id,
            original_subject=newest.original_subject,
            texts=notes + tuple(texts),
        )
    same_house = author is not None and newest.client is not None and author.domain == newest.client.domain
    if not same_house or sum(text.words for text in outer.texts) > _SHORT_NOTE_WORDS:
        return result
    return dataclasses.replace(result, client=newest.client, sent_at=newest.sent_at, original_id=newest.original_id)


def _counted(
    outer: Reading,
    inner: "list[tuple[Address | None, Reading]]",
    author: Address | None,
    house: bool,
    agency: Agency,
) -> list[Reading]:
    """The attached messages whose words count."""
    if outer.forwarded:
        return []
    outside = [(written, reading) for written, reading in inner if reading.forwarded or not agency.holds(written)]
    if house:
        return [reading for _, reading in outside]
    short = sum(text.words for text in outer.texts) <= _SHORT_NOTE_WORDS
    return [
        reading
        for written, reading in outside
        if short or (written is not None and author is not None and written.domain == author.domain)
    ]


def _texts(body: Body, verdict: Verdict) -> list[Text]:
    """The verdict over the body's lines, dealt out to its pieces."""
    found: list[Text] = []
    at = 0
    for piece in body.pieces:
        at += bool(found)  # the blank line between two pieces
        stop = at + len(piece.rendered.lines)
        columns = {index - at: column for index, column in verdict.columns.items() if at <= index < stop}
        found.append(Text(piece.part, piece.rendered, verdict.kinds[at:stop], columns))
        at = stop
    return found


def kept(part: Part) -> Attachment:
    """An attached message as a file."""
    content = part.content
    digest = hashlib.sha256(content).hexdigest()
    return Attachment(part.specifier, part.name, part.content_type, len(content), digest, "read", content)


def submitter_of(fields: Fields, author: Address | None, agency: Agency) -> Address | None:
    """Who filled in a form on the house's website, by Reply-To; any other mail is its author's.

    Such a form writes from a mailbox of the house that is nobody's. A Reply-To within the house is not believed, or a
    stranger could fill in a colleague's address and give orders.
    """
    if author is None or not agency.holds(author) or not _FORM.fullmatch(author.address.partition("@")[0]):
        return author
    answered = [each for each in headers.addresses(fields, "reply-to") if not agency.holds(each)]
    return answered[0] if len(answered) == 1 else author


def author_of(fields: Fields) -> Address | None:
    """Who wrote it: From; the one behind a list or a group that rewrote it (DMARC); else Reply-To or Sender."""
    written = headers.addresses(fields, "from")
    if written:
        behind = name_via(written[0].name)
        listed = bool(behind) or "list-id" in fields
        before = headers.addresses(fields, "x-original-from", "x-original-sender") if listed else ()
        if not before and behind:
            before = tuple(each for each in headers.addresses(fields, "reply-to") if each.address != written[0].address)
        if before:
            return Address(before[0].address, before[0].name or behind)
        return written[0]
    for name in ("reply-to", "sender", "return-path"):
        found = headers.addresses(fields, name)
        if found:
            return found[0]
    return None
