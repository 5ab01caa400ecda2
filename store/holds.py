"""What we last wrote of our due dates into a calendar on a server."""

from sqlalchemy import delete, insert, select

from briefs.holds import Hold, Written
from store import schema
from store.database import Transaction
from store.once import hold as wait_for

_h = schema.hold.c
_HOLD = tuple(_h[name] for name in Hold.__slots__)


def written(tx: Transaction, calendar: str) -> tuple[Written, ...]:
    """Everything of ours that may be in the calendar at that address."""
    columns = select(*_HOLD, _h.etag, _h.sequence, _h.theirs).where(_h.calendar == calendar).order_by(_h.uid)
    return tuple(Written(Hold(*row[: len(_HOLD)]), *row[len(_HOLD) :]) for row in tx.execute(columns))


def keep(tx: Transaction, calendar: str, now: Written) -> None:
    """In place of what was known of it."""
    wait_for(tx, f"hold {calendar} {now.hold.uid}")
    forget(tx, calendar, now.hold.uid)
    held = {name: getattr(now.hold, name) for name in Hold.__slots__}
    tx.execute(
        insert(schema.hold).values(calendar=calendar, etag=now.etag, sequence=now.sequence, theirs=now.theirs, **held)
    )


def forget(tx: Transaction, calendar: str, uid: str) -> None:
    tx.execute(delete(schema.hold).where(_h.calendar == calendar, _h.uid == uid))
