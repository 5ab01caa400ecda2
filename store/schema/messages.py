"""Tables of what came in: bytes by hash, messages with their keys, sightings, texts and attachments."""

import datetime as dt

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    LargeBinary,
    Named,
    Table,
    TypedColumns,
    UniqueConstraint,
)

from briefs.mail import SegmentKind
from briefs.messages import Outcome
from store.columns import Characters, Id, Instant, Json, Whole, Word
from store.schema.base import metadata


class BlobColumns(TypedColumns):
    sha256: Named[str] = Column(Characters, primary_key=True)
    size: Named[int] = Column(Whole)
    content: Named[bytes | None] = Column(LargeBinary)  # None once purged, or where a file was never whole
    kept_at: Named[dt.datetime] = Column(Instant)
    purged_at: Named[dt.datetime | None] = Column(Instant)


# Raw messages, attachments and calendar bodies: each stored once, whoever sends it again.
blob = Table("blob", metadata, BlobColumns)


class MessageColumns(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    raw_sha256: Named[str] = Column(Characters, ForeignKey("blob.sha256"), unique=True)
    mailbox: Named[str] = Column(Characters)
    arrived_at: Named[dt.datetime] = Column(Instant)
    received_at: Named[dt.datetime] = Column(Instant)
    left_out: Named[str] = Column(Characters)
    trust: Named[str] = Column(Characters)  # how the source vouches for the author; "" when it does not

    outcome: Named[Outcome] = Column(Word(Outcome))
    reason: Named[str] = Column(Characters)
    reason_parameters: Named[dict[str, object]] = Column(Json)
    attempts: Named[int] = Column(Whole)
    tried_at: Named[dt.datetime | None] = Column(Instant)
    finished_at: Named[dt.datetime | None] = Column(Instant)

    # From the reading; "" and None until there is one. They outlive the purge of bytes and text.
    rfc_message_id: Named[str] = Column(Characters)
    original_message_id: Named[str] = Column(Characters)
    in_reply_to: Named[tuple[str, ...]] = Column(Json)
    references: Named[tuple[str, ...]] = Column(Json)
    mail_sha256: Named[str] = Column(Characters)
    mail_key: Named[str] = Column(Characters)
    request_key: Named[str] = Column(Characters)
    subject: Named[str] = Column(Characters)
    subject_key: Named[str] = Column(Characters)
    author_address: Named[str] = Column(Characters)
    author_name: Named[str] = Column(Characters)
    recipients: Named[tuple[tuple[str, str], ...]] = Column(Json)
    client_address: Named[str | None] = Column(Characters)
    client_name: Named[str] = Column(Characters)
    forwarded_by: Named[str | None] = Column(Characters)
    sent_at: Named[dt.datetime | None] = Column(Instant)
    automatic: Named[str] = Column(Characters)


message = Table(
    "message",
    metadata,
    MessageColumns,
    CheckConstraint("attempts >= 0", name="attempts_counted"),
    Index(None, "outcome", "id"),
    Index(None, "received_at"),
    # Strangers choose how long these are, and PostgreSQL's B-tree refuses long ones; its hash index does not.
    Index(None, "rfc_message_id", postgresql_using="hash"),
    Index(None, "original_message_id", postgresql_using="hash"),
    Index(None, "mail_key", postgresql_using="hash"),
    Index(None, "request_key", postgresql_using="hash"),
    Index(None, "subject_key", postgresql_using="hash"),
)


class SightingColumns(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    message_id: Named[int] = Column(Id, ForeignKey("message.id"), index=True)
    mailbox: Named[str] = Column(Characters)
    folder: Named[str] = Column(Characters)
    uid_validity: Named[int] = Column(Whole)
    uid: Named[str] = Column(Characters)
    seen_at: Named[dt.datetime] = Column(Instant)


sighting = Table(
    "sighting",
    metadata,
    SightingColumns,
    UniqueConstraint("mailbox", "folder", "uid_validity", "uid"),
)


class FolderCursorColumns(TypedColumns):
    mailbox: Named[str] = Column(Characters, primary_key=True)
    folder: Named[str] = Column(Characters, primary_key=True)
    uid_validity: Named[int] = Column(Whole)
    last_uid: Named[int] = Column(Whole)
    since: Named[dt.datetime | None] = Column(Instant)
    saved_at: Named[dt.datetime] = Column(Instant)


folder_cursor = Table("folder_cursor", metadata, FolderCursorColumns)


class MailTextColumns(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    message_id: Named[int] = Column(Id, ForeignKey("message.id"))
    reader: Named[int] = Column(Whole)
    digest: Named[str] = Column(Characters)  # of the text and its segments: the same reading is kept once
    content: Named[str | None] = Column(Characters)  # None once purged
    notes: Named[tuple[str, ...]] = Column(Json)
    beside: Named[dict[str, object]] = Column(Json)  # what the mail holds beside its words; empty once purged
    read_at: Named[dt.datetime] = Column(Instant)
    purged_at: Named[dt.datetime | None] = Column(Instant)


# One canonical text for each reading of a message; a newer reader adds one, and nothing rewrites one.
mail_text = Table("mail_text", metadata, MailTextColumns, UniqueConstraint("message_id", "reader", "digest"))


class SegmentColumns(TypedColumns):
    text_id: Named[int] = Column(Id, ForeignKey("mail_text.id"), primary_key=True)
    ordinal: Named[int] = Column(Whole, primary_key=True)
    begins: Named[int] = Column(Whole)
    ends: Named[int] = Column(Whole)
    kind: Named[SegmentKind] = Column(Word(SegmentKind))
    part: Named[str] = Column(Characters)
    part_offset: Named[int] = Column(Whole)


segment = Table(
    "segment", metadata, SegmentColumns, CheckConstraint("0 <= begins AND begins <= ends", name="place_in_order")
)


class AttachmentColumns(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    text_id: Named[int] = Column(Id, ForeignKey("mail_text.id"))
    ordinal: Named[int] = Column(Whole)
    part: Named[str] = Column(Characters)
    name: Named[str] = Column(Characters)
    content_type: Named[str] = Column(Characters)
    size: Named[int] = Column(Whole)
    sha256: Named[str] = Column(Characters, ForeignKey("blob.sha256"), index=True)
    outcome: Named[str] = Column(Characters)


attachment = Table("attachment", metadata, AttachmentColumns, UniqueConstraint("text_id", "ordinal"))
