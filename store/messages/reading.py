"""What a reading adds to a message: its keys, one canonical text in segments, its attachments."""

import datetime as dt
import hashlib
import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, insert, or_, select, update

from briefs.draft import MessageRole
from briefs.mail import CalendarEntry, Carrier, Contact, Exchange, Mail, Segment, SegmentKind, exchanges_in
from briefs.messages import Outcome
from briefs.subjects import bare_subject
from store import beside, blobs, schema
from store.columns import keepable, plain_json
from store.database import Transaction
from store.errors import NoSuch, Purged
from store.messages.rows import COLUMNS, MessageRow, rows
from store.once import hold, insert_once

_m = schema.message.c
_t = schema.mail_text.c
MOST_EARLIER = 10
EARLIER_CHARACTERS = 200_000
_NOT_READ = (Outcome.RECEIVED, Outcome.PARKED)


@dataclass(frozen=True, slots=True)
class TextRow:
    """A canonical text: what places point into. `reader` is the version that read it; `notes` are for people."""

    id: int
    message_id: int
    reader: int
    text: str
    segments: tuple[Segment, ...]
    notes: tuple[str, ...] = ()
    carriers: tuple[Carrier, ...] = ()
    entries: tuple[CalendarEntry, ...] = ()
    contact: Contact | None = None

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """Every answer between quoted questions, with its question."""
        return exchanges_in(self.text, self.segments)

    def words_of(self, *kinds: SegmentKind) -> str:
        """The segments' texts, joined by line feeds."""
        return "\n".join(self.text[one.start : one.end] for one in self.segments if one.kind in kinds)


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """A file that came with a message; its bytes are in `blobs` under the hash."""

    id: int
    part: str
    name: str
    content_type: str
    size: int
    sha256: str
    outcome: str


def save_reading(tx: Transaction, id: int, mail: Mail, *, mail_key: str, request_key: str, now: dt.datetime) -> int:
    """Keep what was read, and return the text's id. The same reading again is the same text; a newer one adds a text.

    From here to the end of the transaction nobody else keeps a copy of this mail or request, so what is asked next
    (`same_mail`, `same_request`) stays true.
    """
    hold(tx, f"mail {mail_key}", f"request {request_key}")
    _save_head(tx, id, mail, mail_key, request_key)
    digest = _digest(mail)
    known = select(_t.id).where(_t.message_id == id, _t.reader == mail.reader, _t.digest == digest)
    text_id = tx.execute(known).scalar_one_or_none()
    if text_id is not None:
        return text_id
    added = insert(schema.mail_text).values(
        message_id=id,
        reader=mail.reader,
        digest=digest,
        content=mail.text,
        notes=mail.notes,
        beside=beside.plain(mail),
        read_at=now,
    )
    text_id = tx.execute(added.returning(_t.id)).scalar_one()
    _save_segments(tx, text_id, mail)
    _save_attachments(tx, text_id, mail, now)
    return text_id


def same_mail(tx: Transaction, mail_key: str, other_than: int) -> MessageRow | None:
    """The first message read with this key, besides `other_than`; one that is itself no copy where there is one."""
    found = _others(tx, _m.mail_key == mail_key, other_than) if mail_key else ()
    return next((row for row in found if row.outcome is not Outcome.DUPLICATE), found[0] if found else None)


def same_request(tx: Transaction, request_key: str, other_than: int) -> tuple[tuple[MessageRow, str], ...]:
    """Every message read with this key, and its client's new words ("" once purged), the first received first."""
    found = _others(tx, _m.request_key == request_key, other_than) if request_key else ()
    return tuple((row, _new_words(tx, row.id)) for row in found)


def earlier_words(tx: Transaction, message_ids: Collection[str], other_than: int) -> tuple[str, ...]:
    """What was newly written before in the threads of these mails and in the briefs they led to, the newest first.

    Our own mail among them is told as it went out. At most the newest MOST_EARLIER texts and EARLIER_CHARACTERS.
    """
    ids = [keepable(id) for id in message_ids if id]
    if not ids:
        return ()
    link, ours = schema.message_brief.c, schema.outgoing.c
    named = or_(_m.rfc_message_id.in_(ids), _m.original_message_id.in_(ids))
    of_brief = link.role != MessageRole.SUSPECTED
    theirs = select(link.brief_id).join(schema.message, link.message_id == _m.id).where(named, of_brief)
    told = select(ours.brief_id).where(ours.message_id.in_(ids), ours.brief_id.is_not(None))
    of_briefs = select(link.message_id).where(or_(link.brief_id.in_(theirs), link.brief_id.in_(told)), of_brief)
    thread = select(_m.id).where(or_(named, _m.id.in_(of_briefs)), _m.id != other_than)
    newest = tx.execute(thread.order_by(_m.id.desc()).limit(MOST_EARLIER)).scalars().all()
    sent = tx.execute(select(ours.text).where(ours.message_id.in_(ids)).limit(MOST_EARLIER)).scalars().all()
    return tuple(_bounded([*sent, *(_new_words(tx, id) for id in newest)]))


def text(tx: Transaction, text_id: int) -> TextRow:
    columns = (_t.message_id, _t.reader, _t.content, _t.notes, _t.beside)
    row = tx.execute(select(*columns).where(_t.id == text_id)).one_or_none()
    if row is None:
        raise NoSuch("text", text_id)
    if row.content is None:
        raise Purged("text", text_id)
    return TextRow(
        id=text_id,
        message_id=row.message_id,
        reader=row.reader,
        text=row.content,
        segments=_segments(tx, text_id),
        notes=row.notes,
        carriers=beside.carriers(row.beside),
        entries=beside.entries(row.beside),
        contact=beside.contact(row.beside),
    )


def latest_text(tx: Transaction, message_id: int) -> TextRow | None:
    """What the newest reading made of a message; None before it was read. Raises Purged once its time is over."""
    text_id = _latest_text_id(tx, message_id)
    return None if text_id is None else text(tx, text_id)


def attachments(tx: Transaction, message_id: int) -> tuple[AttachmentRow, ...]:
    """The files of the newest reading, in the order of the message."""
    text_id = _latest_text_id(tx, message_id)
    a = schema.attachment.c
    columns = (a.id, a.part, a.name, a.content_type, a.size, a.sha256, a.outcome)
    found = tx.execute(select(*columns).where(a.text_id == text_id).order_by(a.ordinal))
    return tuple(AttachmentRow(*row) for row in found)


def files(tx: Transaction, message_id: int) -> tuple[tuple[AttachmentRow, bool], ...]:
    """The files of the newest reading, each with whether its bytes are still kept."""
    found = attachments(tx, message_id)
    b = schema.blob.c
    kept = set(
        tx.execute(
            select(b.sha256).where(b.sha256.in_([one.sha256 for one in found]), b.content.is_not(None))
        ).scalars()
    )
    return tuple((one, one.sha256 in kept) for one in found)


def _save_head(tx: Transaction, id: int, mail: Mail, mail_key: str, request_key: str) -> None:
    changed = tx.execute(
        update(schema.message)
        .where(_m.id == id)
        .values(
            rfc_message_id=mail.message_id,
            original_message_id=mail.original_message_id,
            in_reply_to=mail.in_reply_to,
            references=mail.references,
            mail_sha256=mail.sha256,
            mail_key=mail_key,
            request_key=request_key,
            subject=mail.subject,
            subject_key=bare_subject(mail.subject).casefold(),
            author_address=mail.author.address,
            author_name=mail.author.name,
            recipients=[(one.address, one.name) for one in mail.recipients],
            client_address=mail.client.address if mail.client is not None else None,
            client_name=mail.client.name if mail.client is not None else "",
            forwarded_by=mail.forwarded_by.address if mail.forwarded_by is not None else None,
            sent_at=mail.sent_at,
            automatic=mail.automatic,
            trust=mail.vouched,
        )
    )
    if changed.rowcount == 0:
        raise NoSuch("message", id)


def _save_segments(tx: Transaction, text_id: int, mail: Mail) -> None:
    found = [
        {
            "text_id": text_id,
            "ordinal": ordinal,
            "begins": one.start,
            "ends": one.end,
            "kind": one.kind,
            "part": one.part,
            "part_offset": one.offset,
        }
        for ordinal, one in enumerate(mail.segments)
    ]
    if found:
        tx.execute(insert(schema.segment), found)


def _save_attachments(tx: Transaction, text_id: int, mail: Mail, now: dt.datetime) -> None:
    for ordinal, one in enumerate(mail.attachments):
        whole = len(one.content) == one.size
        blobs.keep(tx, one.sha256, one.content if whole else None, one.size, now)
        insert_once(
            tx,
            schema.attachment,
            text_id=text_id,
            ordinal=ordinal,
            part=one.part,
            name=one.name,
            content_type=one.content_type,
            size=one.size,
            sha256=one.sha256,
            outcome=one.outcome,
        )


def _digest(mail: Mail) -> str:
    places = [(one.start, one.end, one.kind, one.part, one.offset) for one in mail.segments]
    told = plain_json(beside.plain(mail))
    return hashlib.sha256(
        json.dumps([keepable(mail.text), places, *([told] if told != "{}" else [])]).encode()
    ).hexdigest()


def _others(tx: Transaction, same: ColumnElement[bool], other_than: int) -> tuple[MessageRow, ...]:
    read = select(*COLUMNS).where(same, _m.id != other_than, _m.outcome.not_in(_NOT_READ))
    return rows(tx, read.order_by(_m.id))


def _new_words(tx: Transaction, message_id: int) -> str:
    try:
        found = latest_text(tx, message_id)
    except Purged:
        return ""
    return "" if found is None else found.words_of(SegmentKind.CONTENT)


def _latest_text_id(tx: Transaction, message_id: int) -> int | None:
    newest = select(_t.id).where(_t.message_id == message_id).order_by(_t.reader.desc(), _t.id.desc()).limit(1)
    return tx.execute(newest).scalar_one_or_none()


def _segments(tx: Transaction, text_id: int) -> tuple[Segment, ...]:
    s = schema.segment.c
    columns = (s.begins, s.ends, s.kind, s.part, s.part_offset)
    found = tx.execute(select(*columns).where(s.text_id == text_id).order_by(s.ordinal))
    return tuple(Segment(*row) for row in found)


def _bounded(texts: Iterable[str]) -> Iterator[str]:
    left = EARLIER_CHARACTERS
    for words in texts:
        if words.strip() and left > 0:
            yield words[:left]
            left -= len(words)
