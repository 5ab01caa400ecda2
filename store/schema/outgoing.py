"""The table of mail to people of the agency: worded, addressed, and sent by a later step."""

import datetime as dt

from sqlalchemy import Column, ForeignKey, Index, Named, Table, TypedColumns

from briefs.outgoing import OutgoingKind, OutgoingState
from store.columns import Characters, Id, Instant, Json, Whole, Word
from store.schema.base import metadata


class OutgoingColumns(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    key: Named[str] = Column(Characters, unique=True)
    kind: Named[OutgoingKind] = Column(Word(OutgoingKind))
    message_id: Named[str] = Column(Characters, unique=True)  # fixed here, the same on every try
    brief_id: Named[int | None] = Column(Id, ForeignKey("brief.id"), index=True)
    person_id: Named[str] = Column(Characters, ForeignKey("person.id"))  # never a stranger
    recipient: Named[str] = Column(Characters)
    subject: Named[str] = Column(Characters)
    text: Named[str] = Column(Characters)
    html: Named[str] = Column(Characters)
    reply_to: Named[str] = Column(Characters)  # "": answers go where it came from
    in_reply_to: Named[str] = Column(Characters)
    references: Named[tuple[str, ...]] = Column(Json)
    pictures: Named[tuple[tuple[str, str], ...]] = Column(Json)  # hash and type of each; the bytes are in `blob`
    state: Named[OutgoingState] = Column(Word(OutgoingState))
    attempts: Named[int] = Column(Whole)
    due_at: Named[dt.datetime] = Column(Instant)
    queued_at: Named[dt.datetime] = Column(Instant)
    claimed_at: Named[dt.datetime | None] = Column(Instant)
    sent_at: Named[dt.datetime | None] = Column(Instant)
    failed_at: Named[dt.datetime | None] = Column(Instant)
    held_at: Named[dt.datetime | None] = Column(Instant)  # after a restore: a person releases it
    reason: Named[str] = Column(Characters)


outgoing = Table("outgoing", metadata, OutgoingColumns, Index(None, "state", "due_at"))
