"""Receiving: the raw message, where it was seen and how far its folder is, before anything is read."""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, case, func, select, update

from briefs.messages import Cursor, Outcome, Sighting
from store import blobs, schema
from store.columns import keepable
from store.database import Transaction
from store.errors import NoSuch
from store.once import insert_once

_SOME = 500  # of a list that goes into one statement


@dataclass(frozen=True, slots=True)
class ReceivedRow:
    """The message's id, and whether it was not kept before."""

    id: int
    new: bool


def receive(
    tx: Transaction,
    *,
    sighting: Sighting,
    content: bytes,
    arrived_at: dt.datetime,
    now: dt.datetime,
    cursor: Cursor | None = None,
    trust: str = "",
    left_out: str = "",
) -> ReceivedRow:
    """Keep a message. Seen there before, or the same bytes seen anywhere: it is that message, seen once more.

    `left_out` says why `content` is the header only; `trust` how the source vouches for the author.
    """
    if cursor is not None:
        save_cursor(tx, cursor, now)
    known = tx.execute(select(schema.sighting.c.message_id).where(_is(sighting))).scalar_one_or_none()
    if known is not None:
        return ReceivedRow(known, new=False)
    sha256 = hashlib.sha256(content).hexdigest()
    blobs.keep(tx, sha256, content, len(content), now)
    new = insert_once(
        tx,
        schema.message,
        raw_sha256=sha256,
        mailbox=sighting.mailbox,
        arrived_at=arrived_at,
        received_at=now,
        left_out=left_out,
        trust=trust,
        outcome=Outcome.RECEIVED,
        **_UNREAD,
    )
    id = tx.execute(select(schema.message.c.id).where(schema.message.c.raw_sha256 == sha256)).scalar_one()
    insert_once(
        tx,
        schema.sighting,
        message_id=id,
        mailbox=sighting.mailbox,
        folder=sighting.folder,
        uid_validity=sighting.uid_validity,
        uid=sighting.uid,
        seen_at=now,
    )
    return ReceivedRow(id, new)


def content(tx: Transaction, id: int) -> bytes:
    """The raw message, byte for byte (RFC 5322). Raises Purged once its time is over."""
    sha256 = tx.execute(select(schema.message.c.raw_sha256).where(schema.message.c.id == id)).scalar_one_or_none()
    if sha256 is None:
        raise NoSuch("message", id)
    return blobs.content(tx, sha256)


def seen(tx: Transaction, sightings: Collection[Sighting]) -> set[Sighting]:
    """Those of them that are kept."""
    folders: dict[tuple[str, str, int], list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        folders[sighting.mailbox, sighting.folder, sighting.uid_validity].append(sighting)
    found: set[Sighting] = set()
    for (mailbox, folder, uid_validity), there in folders.items():
        s = schema.sighting.c
        for start in range(0, len(there), _SOME):
            uids = {keepable(one.uid): one for one in there[start : start + _SOME]}
            held = select(s.uid).where(
                s.mailbox == mailbox, s.folder == folder, s.uid_validity == uid_validity, s.uid.in_(uids)
            )
            found.update(uids[uid] for uid in tx.execute(held).scalars())
    return found


def cursor(tx: Transaction, mailbox: str, folder: str) -> Cursor | None:
    c = schema.folder_cursor.c
    columns = (c.mailbox, c.folder, c.uid_validity, c.last_uid, c.since)
    row = tx.execute(select(*columns).where(c.mailbox == mailbox, c.folder == folder)).one_or_none()
    return None if row is None else Cursor(*row)


def save_cursor(tx: Transaction, cursor: Cursor, now: dt.datetime) -> None:
    """Forward only under one UIDVALIDITY; another one starts over. The instant of first contact stays."""
    table, c = schema.folder_cursor, schema.folder_cursor.c
    new = insert_once(
        tx,
        table,
        mailbox=cursor.mailbox,
        folder=cursor.folder,
        uid_validity=cursor.uid_validity,
        last_uid=cursor.last_uid,
        since=cursor.since,
        saved_at=now,
    )
    if new:
        return
    behind = and_(c.uid_validity == cursor.uid_validity, c.last_uid > cursor.last_uid)
    tx.execute(
        update(table)
        .where(c.mailbox == cursor.mailbox, c.folder == cursor.folder)
        .values(
            uid_validity=cursor.uid_validity,
            last_uid=case((behind, c.last_uid), else_=cursor.last_uid),
            since=func.coalesce(c.since, cursor.since),
            saved_at=now,
        )
    )


def _is(sighting: Sighting) -> ColumnElement[bool]:
    s = schema.sighting.c
    return and_(
        s.mailbox == sighting.mailbox,
        s.folder == sighting.folder,
        s.uid_validity == sighting.uid_validity,
        s.uid == sighting.uid,
    )


_UNREAD: dict[str, object] = {
    "reason": "",
    "reason_parameters": {},
    "attempts": 0,
    "rfc_message_id": "",
    "original_message_id": "",
    "in_reply_to": (),
    "references": (),
    "mail_sha256": "",
    "mail_key": "",
    "request_key": "",
    "subject": "",
    "subject_key": "",
    "author_address": "",
    "author_name": "",
    "recipients": (),
    "client_name": "",
    "automatic": "",
}
