"""Leases: of several processes one holds a name at a time, and a number tells its work from an earlier holder's."""

import datetime as dt

from sqlalchemy import select, update

from store import schema
from store.database import Transaction
from store.once import insert_once

_l = schema.lease.c


def acquire(tx: Transaction, name: str, holder: str, until: dt.datetime, now: dt.datetime) -> int | None:
    """Take or prolong the lease until then; None while another holds it.

    The number rises whenever the lease begins anew, so that work under a lower one can be told and refused.
    """
    if insert_once(tx, schema.lease, name=name, holder=holder, fence=1, until=until):
        return 1
    prolonged = update(schema.lease).where(_l.name == name, _l.holder == holder, _l.until > now).values(until=until)
    fence = tx.execute(prolonged.returning(_l.fence)).scalar_one_or_none()
    if fence is not None:
        return fence
    taken = update(schema.lease).where(_l.name == name, _l.until <= now)
    taken = taken.values(holder=holder, fence=_l.fence + 1, until=until)
    return tx.execute(taken.returning(_l.fence)).scalar_one_or_none()


def holds(tx: Transaction, name: str, fence: int) -> bool:
    """Whether nobody took the lease since; until this transaction ends nobody can. Ask where the work is kept."""
    asked = select(_l.fence).where(_l.name == name).with_for_update()
    return tx.execute(asked).scalar_one_or_none() == fence


def release(tx: Transaction, name: str, holder: str, now: dt.datetime) -> None:
    """Give it back early; nothing happens where another holds it by now."""
    mine = update(schema.lease).where(_l.name == name, _l.holder == holder, _l.until > now)
    tx.execute(mine.values(until=now))
