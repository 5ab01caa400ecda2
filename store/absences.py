"""When a client reads again, from their out-of-office replies."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from store import schema
from store.database import Transaction
from store.once import insert_once

_a = schema.client_absence.c


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """`address` reads nothing before `back_on`; `client_id` is None for somebody the directory does not know."""

    client_id: str | None
    address: str
    back_on: dt.date | None
    message_id: int
    noted_at: dt.datetime


def note(
    tx: Transaction, *, client_id: str | None, address: str, back_on: dt.date, message_id: int, now: dt.datetime
) -> None:
    """Once for each message that says so."""
    insert_once(
        tx,
        schema.client_absence,
        client_id=client_id,
        address=address,
        back_on=back_on,
        message_id=message_id,
        noted_at=now,
    )


def away(tx: Transaction, addresses: tuple[str, ...], today: dt.date) -> tuple[AbsenceRow, ...]:
    """Who of them is not back yet on that day: for each the note made last, by the day they are back."""
    columns = (_a.client_id, _a.address, _a.back_on, _a.message_id, _a.noted_at)
    noted = select(*columns).where(_a.address.in_(addresses)).order_by(_a.noted_at, _a.id)
    last = {row.address: AbsenceRow(*row) for row in tx.execute(noted)}
    still = [row for row in last.values() if row.back_on is not None and row.back_on > today]
    return tuple(sorted(still, key=lambda row: (row.back_on or today, row.address)))
