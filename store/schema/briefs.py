"""Tables of briefs: numbered revisions, each value a row, and every message that touched them."""

import datetime as dt

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Named,
    Table,
    Time,
    TypedColumns,
    UniqueConstraint,
)

from briefs.draft import BriefState, MessageRole, RevisionState
from briefs.findings import DateKind, Field, Origin
from briefs.states import ChangeOrderState
from store.columns import Characters, Id, Instant, Json, Whole, Word
from store.schema.base import metadata


class BriefColumns(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    number: Named[int] = Column(Whole, unique=True)  # the one people say aloud
    state: Named[BriefState] = Column(Word(BriefState))
    revision: Named[int] = Column(Whole)  # the newest; whoever acts names it
    confirmed_revision: Named[int | None] = Column(Whole)
    client_id: Named[str | None] = Column(Characters, ForeignKey("client.id"))
    client_address: Named[str] = Column(Characters)
    client_name: Named[str] = Column(Characters)
    brand_id: Named[str | None] = Column(Characters)
    title: Named[str] = Column(Characters)
    owner_id: Named[str] = Column(Characters, ForeignKey("person.id"), index=True)
    job_number: Named[str | None] = Column(Characters, index=True)
    po_number: Named[str | None] = Column(Characters)
    asked_at: Named[dt.datetime] = Column(Instant)
    received_at: Named[dt.datetime] = Column(Instant)
    created_at: Named[dt.datetime] = Column(Instant)
    updated_at: Named[dt.datetime] = Column(Instant)


brief = Table(
    "brief",
    metadata,
    BriefColumns,
    ForeignKeyConstraint(["client_id", "brand_id"], ["brand.client_id", "brand.id"]),
    CheckConstraint("confirmed_revision <= revision", name="confirmed_is_known"),
    Index(None, "state", "id"),
    Index(None, "client_id", "brand_id"),
)


class RevisionColumns(TypedColumns):
    brief_id: Named[int] = Column(Id, ForeignKey("brief.id"), primary_key=True, autoincrement=False)
    number: Named[int] = Column(Whole, primary_key=True, autoincrement=False)
    state: Named[RevisionState] = Column(Word(RevisionState))
    based_on: Named[int | None] = Column(Whole)
    message_id: Named[int | None] = Column(Id, ForeignKey("message.id"), index=True)
    actor: Named[str] = Column(Characters)
    reason: Named[str] = Column(Characters)
    proposed_at: Named[dt.datetime] = Column(Instant)
    decided_by: Named[str | None] = Column(Characters)
    decided_reason: Named[str] = Column(Characters)
    decided_at: Named[dt.datetime | None] = Column(Instant)


revision = Table(
    "revision",
    metadata,
    RevisionColumns,
    CheckConstraint("number > 0 AND (based_on IS NULL OR based_on < number)", name="in_order"),
    CheckConstraint("(state = 'proposed') = (decided_at IS NULL)", name="decided_at_an_instant"),
    CheckConstraint("(decided_at IS NULL) = (decided_by IS NULL)", name="decided_by_somebody"),
)


class BriefValueColumns(TypedColumns):
    brief_id: Named[int] = Column(Id, primary_key=True, autoincrement=False)
    revision: Named[int] = Column(Whole, primary_key=True, autoincrement=False)
    ordinal: Named[int] = Column(Whole, primary_key=True, autoincrement=False)
    reading: Named[int] = Column(
        Whole, primary_key=True, autoincrement=False
    )  # 0: the value; 1…: what else it may mean
    field: Named[Field] = Column(Word(Field))

    # A sum
    min_minor: Named[int | None] = Column(Whole)
    max_minor: Named[int | None] = Column(Whole)
    currency: Named[str | None] = Column(Characters)
    # or days
    date_kind: Named[DateKind | None] = Column(Word(DateKind))
    first_day: Named[dt.date | None] = Column(Date)
    last_day: Named[dt.date | None] = Column(Date)
    local_time: Named[dt.time | None] = Column(Time)
    zone: Named[str | None] = Column(Characters)
    # or a thing to be made
    item: Named[str | None] = Column(Characters)
    quantity: Named[int | None] = Column(Whole)
    job: Named[str | None] = Column(Characters)
    # or the client's words
    words: Named[str | None] = Column(Characters)

    origin: Named[Origin] = Column(Word(Origin))
    quote: Named[str] = Column(Characters)
    rule: Named[str] = Column(Characters)
    confidence: Named[float] = Column(Double)
    text_id: Named[int | None] = Column(Id, ForeignKey("mail_text.id"), index=True)
    begins: Named[int | None] = Column(Whole)
    ends: Named[int | None] = Column(Whole)


brief_value = Table(
    "brief_value",
    metadata,
    BriefValueColumns,
    ForeignKeyConstraint(["brief_id", "revision"], ["revision.brief_id", "revision.number"]),
    CheckConstraint(
        "CASE WHEN currency IS NULL THEN 0 ELSE 1 END + CASE WHEN date_kind IS NULL THEN 0 ELSE 1 END"
        " + CASE WHEN item IS NULL THEN 0 ELSE 1 END + CASE WHEN words IS NULL THEN 0 ELSE 1 END = 1",
        name="one_type_of_value",
    ),
    CheckConstraint("currency IS NULL OR min_minor IS NOT NULL OR max_minor IS NOT NULL", name="sum_has_a_bound"),
    CheckConstraint(
        "(date_kind IS NULL) = (first_day IS NULL) AND (date_kind IS NULL) = (last_day IS NULL)", name="days_are_a_span"
    ),
    CheckConstraint(
        "(text_id IS NULL) = (begins IS NULL) AND (text_id IS NULL) = (ends IS NULL)", name="place_is_whole"
    ),
)


class MessageBriefColumns(TypedColumns):
    message_id: Named[int] = Column(Id, ForeignKey("message.id"), primary_key=True, autoincrement=False)
    brief_id: Named[int] = Column(Id, ForeignKey("brief.id"), primary_key=True, autoincrement=False, index=True)
    role: Named[MessageRole] = Column(Word(MessageRole))


message_brief = Table("message_brief", metadata, MessageBriefColumns)


class BriefMoveColumns(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    brief_id: Named[int] = Column(Id, ForeignKey("brief.id"), index=True)
    from_state: Named[BriefState] = Column(Word(BriefState))
    to_state: Named[BriefState] = Column(Word(BriefState))
    revision: Named[int] = Column(Whole)
    actor: Named[str] = Column(Characters)
    reason: Named[str] = Column(Characters)
    moved_at: Named[dt.datetime] = Column(Instant)


# Every step of a brief from state to state: who, when, why, and which revision they had seen.
brief_move = Table("brief_move", metadata, BriefMoveColumns)


class ChangeOrderColumns(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    brief_id: Named[int] = Column(Id)
    revision: Named[int] = Column(Whole)
    number: Named[int] = Column(Whole)  # the first of a brief is 1
    state: Named[ChangeOrderState] = Column(Word(ChangeOrderState))
    message_id: Named[int | None] = Column(Id, ForeignKey("message.id"))
    added_minor: Named[int | None] = Column(Whole)
    currency: Named[str | None] = Column(Characters)
    added_days: Named[int | None] = Column(Whole)
    drafted_by: Named[str] = Column(Characters)
    drafted_at: Named[dt.datetime] = Column(Instant)
    decided_by: Named[str | None] = Column(Characters)
    decided_at: Named[dt.datetime | None] = Column(Instant)


change_order = Table(
    "change_order",
    metadata,
    ChangeOrderColumns,
    ForeignKeyConstraint(["brief_id", "revision"], ["revision.brief_id", "revision.number"]),
    UniqueConstraint("brief_id", "number"),
    CheckConstraint("(added_minor IS NULL) = (currency IS NULL)", name="cost_has_a_currency"),
)


class QuestionColumns(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    brief_id: Named[int] = Column(Id)
    revision: Named[int] = Column(Whole)
    kind: Named[str] = Column(Characters)
    parameters: Named[dict[str, object]] = Column(Json)
    asked_at: Named[dt.datetime] = Column(Instant)
    answered_at: Named[dt.datetime | None] = Column(Instant)
    answer_id: Named[int | None] = Column(Id, ForeignKey("message.id"))


# What is still to be asked of the client, as kind and parameters; templates word it.
question = Table(
    "question",
    metadata,
    QuestionColumns,
    ForeignKeyConstraint(["brief_id", "revision"], ["revision.brief_id", "revision.number"]),
)
