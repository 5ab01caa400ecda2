"""The first shape of the tables."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# SQLite counts rows only in a column of type INTEGER.
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def column(type_: Any) -> Any:
    """A column of this type that holds something, unless it says `nullable=True`."""

    def named(name: str, *constraints: Any, nullable: bool = False, **more: Any) -> sa.Column[Any]:
        return sa.Column(name, type_, *constraints, nullable=nullable, **more)

    return named


id_ = reference = column(ID)
text = json = column(sa.Text())
whole = column(sa.BigInteger())
real = column(sa.Double())
flag = column(sa.Boolean())
binary = column(sa.LargeBinary())
instant = column(sa.DateTime(timezone=True))  # UTC
day = column(sa.Date())
clock = column(sa.Time())


def upgrade() -> None:
    op.create_table(
        "blob",
        text("sha256", primary_key=True),
        whole("size"),
        binary("content", nullable=True),
        instant("kept_at"),
        instant("purged_at", nullable=True),
    )
    op.create_table(
        "counter",
        text("name", primary_key=True),
        whole("value"),
    )
    op.create_table(
        "folder_cursor",
        text("mailbox", primary_key=True),
        text("folder", primary_key=True),
        whole("uid_validity"),
        whole("last_uid"),
        instant("since", nullable=True),
        instant("saved_at"),
    )
    op.create_table(
        "lease",
        text("name", primary_key=True),
        text("holder"),
        whole("fence"),
        instant("until"),
    )
    op.create_table(
        "person",
        text("id", primary_key=True),
        whole("position"),
        text("name"),
        json("roles"),
        json("aliases"),
        text("stand_in", sa.ForeignKey("person.id"), nullable=True),
        flag("active"),
        text("seed", nullable=True),
        instant("updated_at"),
    )
    op.create_table(
        "calendar_snapshot",
        id_("id", primary_key=True),
        text("calendar"),
        instant("as_of"),
        instant("checked_at"),
        text("etag"),
        text("sync_token"),
        text("body_sha256", sa.ForeignKey("blob.sha256")),
        text("problem"),
        sa.Index(None, "calendar", "as_of"),
    )
    op.create_table(
        "client",
        text("id", primary_key=True),
        whole("position"),
        text("name"),
        json("domains"),
        json("addresses"),
        text("account_executive", sa.ForeignKey("person.id"), nullable=True),
        text("country", nullable=True),
        text("currency", nullable=True),
        text("time_zone", nullable=True),
        text("billing"),
        json("team"),
        flag("active"),
        text("seed", nullable=True),
        instant("updated_at"),
    )
    op.create_table(
        "message",
        id_("id", primary_key=True),
        text("raw_sha256", sa.ForeignKey("blob.sha256"), unique=True),
        text("mailbox"),
        instant("arrived_at"),
        instant("received_at", index=True),
        text("left_out"),
        text("trust"),
        text("outcome"),
        text("reason"),
        json("reason_parameters"),
        whole("attempts"),
        instant("tried_at", nullable=True),
        instant("finished_at", nullable=True),
        text("rfc_message_id"),
        text("original_message_id"),
        json("in_reply_to"),
        json("references"),
        text("mail_sha256"),
        text("mail_key"),
        text("request_key"),
        text("subject"),
        text("subject_key"),
        text("author_address"),
        text("author_name"),
        json("recipients"),
        text("client_address", nullable=True),
        text("client_name"),
        text("forwarded_by", nullable=True),
        instant("sent_at", nullable=True),
        text("automatic"),
        sa.CheckConstraint("attempts >= 0", name="attempts_counted"),
        sa.Index(None, "mail_key", postgresql_using="hash"),
        sa.Index(None, "original_message_id", postgresql_using="hash"),
        sa.Index(None, "outcome", "id"),
        sa.Index(None, "request_key", postgresql_using="hash"),
        sa.Index(None, "rfc_message_id", postgresql_using="hash"),
        sa.Index(None, "subject_key", postgresql_using="hash"),
    )
    op.create_table(
        "person_address",
        text("address", primary_key=True),
        text("person_id", sa.ForeignKey("person.id"), index=True),
        whole("ordinal"),
    )
    op.create_table(
        "sign_in_session",
        text("token_sha256", primary_key=True),
        text("person_id", sa.ForeignKey("person.id"), index=True),
        instant("created_at"),
        instant("expires_at"),
        instant("ended_at", nullable=True),
    )
    op.create_table(
        "brand",
        text("client_id", sa.ForeignKey("client.id"), primary_key=True),
        text("id", primary_key=True),
        whole("position"),
        text("name"),
        json("words"),
        flag("active"),
    )
    op.create_table(
        "client_absence",
        id_("id", primary_key=True),
        text("client_id", sa.ForeignKey("client.id"), index=True, nullable=True),
        text("address"),
        day("back_on", nullable=True),
        reference("message_id", sa.ForeignKey("message.id"), unique=True),
        instant("noted_at"),
    )
    op.create_table(
        "mail_text",
        id_("id", primary_key=True),
        reference("message_id", sa.ForeignKey("message.id")),
        whole("reader"),
        text("digest"),
        text("content", nullable=True),
        json("notes"),
        instant("read_at"),
        instant("purged_at", nullable=True),
        sa.UniqueConstraint("message_id", "reader", "digest"),
    )
    op.create_table(
        "sighting",
        id_("id", primary_key=True),
        reference("message_id", sa.ForeignKey("message.id"), index=True),
        text("mailbox"),
        text("folder"),
        whole("uid_validity"),
        text("uid"),
        instant("seen_at"),
        sa.UniqueConstraint("mailbox", "folder", "uid_validity", "uid"),
    )
    op.create_table(
        "attachment",
        id_("id", primary_key=True),
        reference("text_id", sa.ForeignKey("mail_text.id")),
        whole("ordinal"),
        text("part"),
        text("name"),
        text("content_type"),
        whole("size"),
        text("sha256", sa.ForeignKey("blob.sha256"), index=True),
        text("outcome"),
        sa.UniqueConstraint("text_id", "ordinal"),
    )
    op.create_table(
        "brief",
        id_("id", primary_key=True),
        whole("number", unique=True),
        text("state"),
        whole("revision"),
        whole("confirmed_revision", nullable=True),
        text("client_id", sa.ForeignKey("client.id"), nullable=True),
        text("client_address"),
        text("client_name"),
        text("brand_id", nullable=True),
        text("title"),
        text("owner_id", sa.ForeignKey("person.id"), index=True),
        text("job_number", index=True, nullable=True),
        text("po_number", nullable=True),
        instant("asked_at"),
        instant("received_at"),
        instant("created_at"),
        instant("updated_at"),
        sa.ForeignKeyConstraint(["client_id", "brand_id"], ["brand.client_id", "brand.id"]),
        sa.CheckConstraint("confirmed_revision <= revision", name="confirmed_is_known"),
        sa.Index(None, "client_id", "brand_id"),
        sa.Index(None, "state", "id"),
    )
    op.create_table(
        "segment",
        reference("text_id", sa.ForeignKey("mail_text.id"), primary_key=True, autoincrement=False),
        whole("ordinal", primary_key=True, autoincrement=False),
        whole("begins"),
        whole("ends"),
        text("kind"),
        text("part"),
        whole("part_offset"),
        sa.CheckConstraint("0 <= begins AND begins <= ends", name="place_in_order"),
    )
    op.create_table(
        "action",
        id_("id", primary_key=True),
        instant("acted_at"),
        text("actor"),
        text("kind"),
        reference("brief_id", sa.ForeignKey("brief.id"), index=True, nullable=True),
        json("parameters"),
    )
    op.create_table(
        "brief_move",
        id_("id", primary_key=True),
        reference("brief_id", sa.ForeignKey("brief.id"), index=True),
        text("from_state"),
        text("to_state"),
        whole("revision"),
        text("actor"),
        text("reason"),
        instant("moved_at"),
    )
    op.create_table(
        "conflict",
        id_("id", primary_key=True),
        reference("brief_id", sa.ForeignKey("brief.id")),
        text("key"),
        text("kind"),
        whole("severity"),
        day("day"),
        json("parameters"),
        json("evidence"),
        day("earliest", nullable=True),
        text("state"),
        whole("opened_revision"),
        whole("seen_revision"),
        instant("opened_at"),
        instant("seen_at"),
        instant("resolved_at", nullable=True),
        instant("accepted_at", nullable=True),
        text("accepted_by", nullable=True),
        text("accepted_why", nullable=True),
        sa.UniqueConstraint("brief_id", "key"),
        sa.CheckConstraint(
            "state <> 'accepted' OR (accepted_at IS NOT NULL AND accepted_by IS NOT NULL AND accepted_why IS NOT NULL)",
            name="accepted_by_somebody",
        ),
    )
    op.create_table(
        "message_brief",
        reference("message_id", sa.ForeignKey("message.id"), primary_key=True, autoincrement=False),
        reference("brief_id", sa.ForeignKey("brief.id"), primary_key=True, autoincrement=False, index=True),
        text("role"),
    )
    op.create_table(
        "outgoing",
        id_("id", primary_key=True),
        text("key", unique=True),
        text("kind"),
        text("message_id", unique=True),
        reference("brief_id", sa.ForeignKey("brief.id"), index=True, nullable=True),
        text("person_id", sa.ForeignKey("person.id")),
        text("recipient"),
        text("subject"),
        text("text"),
        text("html"),
        text("in_reply_to"),
        json("references"),
        text("state"),
        whole("attempts"),
        instant("due_at"),
        instant("queued_at"),
        instant("claimed_at", nullable=True),
        instant("sent_at", nullable=True),
        instant("failed_at", nullable=True),
        instant("held_at", nullable=True),
        text("reason"),
        sa.Index(None, "state", "due_at"),
    )
    op.create_table(
        "revision",
        reference("brief_id", sa.ForeignKey("brief.id"), primary_key=True, autoincrement=False),
        whole("number", primary_key=True, autoincrement=False),
        text("state"),
        whole("based_on", nullable=True),
        reference("message_id", sa.ForeignKey("message.id"), index=True, nullable=True),
        text("actor"),
        text("reason"),
        instant("proposed_at"),
        text("decided_by", nullable=True),
        text("decided_reason"),
        instant("decided_at", nullable=True),
        sa.CheckConstraint("(state = 'proposed') = (decided_at IS NULL)", name="decided_at_an_instant"),
        sa.CheckConstraint("(decided_at IS NULL) = (decided_by IS NULL)", name="decided_by_somebody"),
        sa.CheckConstraint("number > 0 AND (based_on IS NULL OR based_on < number)", name="in_order"),
    )
    op.create_table(
        "sign_in_link",
        text("token_sha256", primary_key=True),
        text("person_id", sa.ForeignKey("person.id")),
        reference("brief_id", sa.ForeignKey("brief.id"), nullable=True),
        whole("revision", nullable=True),
        instant("created_at"),
        instant("expires_at"),
        instant("used_at", nullable=True),
    )
    op.create_table(
        "brief_value",
        reference("brief_id", primary_key=True, autoincrement=False),
        whole("revision", primary_key=True, autoincrement=False),
        whole("ordinal", primary_key=True, autoincrement=False),
        whole("reading", primary_key=True, autoincrement=False),
        text("field"),
        whole("min_minor", nullable=True),
        whole("max_minor", nullable=True),
        text("currency", nullable=True),
        text("date_kind", nullable=True),
        day("first_day", nullable=True),
        day("last_day", nullable=True),
        clock("local_time", nullable=True),
        text("zone", nullable=True),
        text("item", nullable=True),
        whole("quantity", nullable=True),
        text("job", nullable=True),
        text("words", nullable=True),
        text("origin"),
        text("quote"),
        text("rule"),
        real("confidence"),
        reference("text_id", sa.ForeignKey("mail_text.id"), index=True, nullable=True),
        whole("begins", nullable=True),
        whole("ends", nullable=True),
        sa.ForeignKeyConstraint(["brief_id", "revision"], ["revision.brief_id", "revision.number"]),
        sa.CheckConstraint(
            "(date_kind IS NULL) = (first_day IS NULL) AND (date_kind IS NULL) = (last_day IS NULL)",
            name="days_are_a_span",
        ),
        sa.CheckConstraint(
            "CASE WHEN currency IS NULL THEN 0 ELSE 1 END + CASE WHEN date_kind IS NULL THEN 0 ELSE 1 END + CASE WHEN item IS NULL THEN 0 ELSE 1 END + CASE WHEN words IS NULL THEN 0 ELSE 1 END = 1",
            name="one_type_of_value",
        ),
        sa.CheckConstraint(
            "(text_id IS NULL) = (begins IS NULL) AND (text_id IS NULL) = (ends IS NULL)", name="place_is_whole"
        ),
        sa.CheckConstraint(
            "currency IS NULL OR min_minor IS NOT NULL OR max_minor IS NOT NULL", name="sum_has_a_bound"
        ),
    )
    op.create_table(
        "change_order",
        id_("id", primary_key=True),
        reference("brief_id"),
        whole("revision"),
        whole("number"),
        text("state"),
        reference("message_id", sa.ForeignKey("message.id"), nullable=True),
        whole("added_minor", nullable=True),
        text("currency", nullable=True),
        whole("added_days", nullable=True),
        text("drafted_by"),
        instant("drafted_at"),
        text("decided_by", nullable=True),
        instant("decided_at", nullable=True),
        sa.ForeignKeyConstraint(["brief_id", "revision"], ["revision.brief_id", "revision.number"]),
        sa.UniqueConstraint("brief_id", "number"),
        sa.CheckConstraint("(added_minor IS NULL) = (currency IS NULL)", name="cost_has_a_currency"),
    )
    op.create_table(
        "question",
        id_("id", primary_key=True),
        reference("brief_id"),
        whole("revision"),
        text("kind"),
        json("parameters"),
        instant("asked_at"),
        instant("answered_at", nullable=True),
        reference("answer_id", sa.ForeignKey("message.id"), nullable=True),
        sa.ForeignKeyConstraint(["brief_id", "revision"], ["revision.brief_id", "revision.number"]),
    )
