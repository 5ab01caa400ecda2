"""Forgetting: raw mail, attachments and texts go when their time is over; keys, quotes and values stay."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select, update

from briefs.messages import Outcome
from store import schema
from store.database import Transaction

_b = schema.blob.c
_m = schema.message.c
_t = schema.mail_text.c


@dataclass(frozen=True, slots=True)
class Purge:
    """How many contents were forgotten."""

    blobs: int
    texts: int


def purge(tx: Transaction, received_before: dt.datetime, now: dt.datetime) -> Purge:
    """Forget the content of messages received before then and read since; a file that newer mail has too stays.

    Hashes, Message-IDs and request keys remain, so that the same mail is still known when it comes again.
    """
    old = select(_m.id).where(_m.received_at < received_before, _m.outcome != Outcome.RECEIVED)
    old_texts = select(_t.id).where(_t.message_id.in_(old))
    a = schema.attachment.c
    raw = select(_m.raw_sha256).where(_m.id.in_(old))
    files = select(a.sha256).where(a.text_id.in_(old_texts))
    still_raw = select(_m.raw_sha256).where(_m.id.not_in(old))
    still_files = select(a.sha256).where(a.text_id.not_in(old_texts))
    calendars = select(schema.calendar_snapshot.c.body_sha256)
    blobs = tx.execute(
        update(schema.blob)
        .where(
            _b.sha256.in_(raw.union(files)),
            _b.sha256.not_in(still_raw.union(still_files, calendars)),
            _b.content.is_not(None),
        )
        .values(content=None, purged_at=now)
    )
    texts = tx.execute(
        update(schema.mail_text)
        .where(_t.id.in_(old_texts), _t.content.is_not(None))
        .values(content=None, beside={}, purged_at=now)
    )
    return Purge(blobs.rowcount, texts.rowcount)
