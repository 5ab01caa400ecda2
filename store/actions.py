"""The audit: who did what, on whose word."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import insert, select

from store import schema
from store.database import Transaction

_a = schema.action.c


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One thing done. `actor` is a person's address, as given with `--as` or by their session, or "inbrief"."""

    id: int
    acted_at: dt.datetime
    actor: str
    kind: str
    brief_id: int | None
    parameters: Mapping[str, object]


def record(
    tx: Transaction, actor: str, kind: str, brief_id: int | None, parameters: Mapping[str, object], now: dt.datetime
) -> int:
    """`kind` is "thing.verb" ("brief.confirm"); `parameters` are plain data."""
    statement = insert(schema.action).values(
        acted_at=now, actor=actor, kind=kind, brief_id=brief_id, parameters=dict(parameters)
    )
    return tx.execute(statement.returning(_a.id)).scalar_one()


def list_actions(tx: Transaction, brief_id: int | None = None) -> tuple[ActionRow, ...]:
    """In the order in which they were done; of one brief, or of all."""
    statement = select(_a.id, _a.acted_at, _a.actor, _a.kind, _a.brief_id, _a.parameters).order_by(_a.id)
    found = tx.execute(statement if brief_id is None else statement.where(_a.brief_id == brief_id))
    return tuple(ActionRow(*row) for row in found)
