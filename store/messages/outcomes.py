"""From received to one outcome: which messages wait, each try counted, and what became of them."""

import datetime as dt
from collections.abc import Mapping

from sqlalchemy import func, select, update

from briefs.messages import Outcome
from store import actions, schema
from store.database import Transaction
from store.errors import AlreadyRead, NotAllowed
from store.messages.rows import MessageRow, get

_m = schema.message.c


def waiting(tx: Transaction, limit: int = 100) -> tuple[int, ...]:
    """The messages without an outcome, the oldest first."""
    statement = select(_m.id).where(_m.outcome == Outcome.RECEIVED).order_by(_m.id).limit(limit)
    return tuple(tx.execute(statement).scalars())


def start_attempt(tx: Transaction, id: int, now: dt.datetime) -> MessageRow:
    """Count a try before it is made, so that a message that kills its reader is found out.

    Raises AlreadyRead for a message that has its outcome: a wake-up may come twice.
    """
    _change_unread(tx, id, attempts=_m.attempts + 1, tried_at=now)
    return get(tx, id)


def finish(
    tx: Transaction,
    id: int,
    outcome: Outcome,
    reason: str,
    now: dt.datetime,
    parameters: Mapping[str, object] | None = None,
) -> None:
    """Give the message its outcome, once. `parameters` are what a template needs to word the reason.

    Raises AlreadyRead when another worker came first; the transaction must then be rolled back, so that whatever
    this reading made is not there twice.
    """
    _change_unread(tx, id, outcome=outcome, reason=reason, reason_parameters=dict(parameters or {}), finished_at=now)


def retry(tx: Transaction, id: int, actor: str, now: dt.datetime) -> None:
    """A parked message waits again, with all its tries."""
    row = get(tx, id)
    if row.outcome is not Outcome.PARKED:
        raise NotAllowed(f"message {id} is not parked but {row.outcome}; only what could not be read is tried again")
    tx.execute(
        update(schema.message)
        .where(_m.id == id, _m.outcome == Outcome.PARKED)
        .values(outcome=Outcome.RECEIVED, reason="", reason_parameters={}, attempts=0, finished_at=None)
    )
    actions.record(tx, actor, "message.retry", None, {"message": id, "reason": row.reason}, now)


def counts(tx: Transaction, since: dt.datetime, until: dt.datetime) -> dict[Outcome, int]:
    """What became of the messages received from `since` until before `until`; all outcomes add up to all of them."""
    statement = (
        select(_m.outcome, func.count()).where(_m.received_at >= since, _m.received_at < until).group_by(_m.outcome)
    )
    found = dict(tx.execute(statement).all())
    return {outcome: found.get(outcome, 0) for outcome in Outcome}


def _change_unread(tx: Transaction, id: int, **values: object) -> None:
    changed = tx.execute(update(schema.message).where(_m.id == id, _m.outcome == Outcome.RECEIVED).values(**values))
    if changed.rowcount == 0:
        raise AlreadyRead(id, get(tx, id).outcome)
