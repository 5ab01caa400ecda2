"""Writing what may be there already, so that doing it twice changes nothing."""

import hashlib

from sqlalchemy import Insert, Table, literal, text
from sqlalchemy.dialects import postgresql, sqlite

from store.database import Transaction


def insert_once(tx: Transaction, table: Table, **values: object) -> bool:
    """Whether the row is new: one that any unique key already holds is left as it is.

    On PostgreSQL it waits for another transaction that is about to keep the same key, and then sees its row.
    """
    inserted = _insert(tx, table).values(**values).returning(literal(1))
    return tx.execute(inserted).one_or_none() is not None


def hold(tx: Transaction, *names: str) -> None:
    """Until this transaction ends, nobody else gets past these names. On SQLite there is one writer anyway."""
    if tx.dialect.name != "postgresql":
        return
    for key in sorted(_number(name) for name in names):  # always in one order: two holders cannot wait for each other
        tx.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})


def _insert(tx: Transaction, table: Table) -> Insert:
    if tx.dialect.name == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()


def _number(name: str) -> int:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big", signed=True)
