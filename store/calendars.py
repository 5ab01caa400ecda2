"""The last good copy of each calendar, with its age: what a check was held against."""

import datetime as dt
import hashlib
from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update

from store import blobs, schema
from store.database import Transaction

_s = schema.calendar_snapshot.c


@dataclass(frozen=True, slots=True)
class SnapshotRow:
    """A calendar as it was `as_of`, and still was when last asked, `checked_at`. `problem`: why asking failed since."""

    id: int
    calendar: str
    as_of: dt.datetime
    checked_at: dt.datetime
    etag: str
    sync_token: str
    body_sha256: str
    problem: str


_COLUMNS = tuple(_s[name] for name in SnapshotRow.__slots__)


def save_snapshot(
    tx: Transaction, calendar: str, body: bytes, *, etag: str = "", sync_token: str = "", now: dt.datetime
) -> None:
    """Keep what the calendar says now; what it said before is forgotten.

    The same body again is the same snapshot, known to be true for longer.
    """
    sha256 = hashlib.sha256(body).hexdigest()
    last = latest_snapshot(tx, calendar)
    asked: dict[str, object] = {"checked_at": now, "etag": etag, "sync_token": sync_token, "problem": ""}
    if last is not None and last.body_sha256 == sha256:
        tx.execute(update(schema.calendar_snapshot).where(_s.id == last.id).values(**asked))
    else:
        blobs.keep(tx, sha256, body, len(body), now)
        kept = insert(schema.calendar_snapshot).values(calendar=calendar, as_of=now, body_sha256=sha256, **asked)
        tx.execute(kept)
        if last is not None:
            _forget(tx, calendar, but=sha256)


def _forget(tx: Transaction, calendar: str, *, but: str) -> None:
    """Many feeds are written anew at each look: kept, a year of them would be gigabytes."""
    b, raw, file = schema.blob.c, schema.message.c.raw_sha256, schema.attachment.c.sha256
    old = select(_s.body_sha256).where(_s.calendar == calendar, _s.body_sha256 != but)
    bodies = [row.body_sha256 for row in tx.execute(old)]
    tx.execute(delete(schema.calendar_snapshot).where(_s.calendar == calendar, _s.body_sha256 != but))
    tx.execute(
        delete(schema.blob).where(
            b.sha256.in_(bodies),
            b.sha256.not_in(select(_s.body_sha256)),
            b.sha256.not_in(select(raw).where(raw.is_not(None))),
            b.sha256.not_in(select(file).where(file.is_not(None))),
        )
    )


def not_reached(tx: Transaction, calendar: str, problem: str) -> None:
    """The last good copy stays in use; why it is not newer is said with it."""
    last = latest_snapshot(tx, calendar)
    if last is not None:
        tx.execute(update(schema.calendar_snapshot).where(_s.id == last.id).values(problem=problem))


def latest_snapshot(tx: Transaction, calendar: str) -> SnapshotRow | None:
    newest = select(*_COLUMNS).where(_s.calendar == calendar).order_by(_s.id.desc()).limit(1)
    row = tx.execute(newest).one_or_none()
    return None if row is None else SnapshotRow(*row)


def latest_body(tx: Transaction, calendar: str) -> bytes | None:
    """The last good copy itself; None where there never was one."""
    last = latest_snapshot(tx, calendar)
    return None if last is None else blobs.content(tx, last.body_sha256)
