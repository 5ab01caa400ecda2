"""Numbers that people read: 1, 2, 3 …, none twice and none left out."""

from sqlalchemy import update

from store import schema
from store.database import Transaction
from store.once import insert_once

_c = schema.counter.c


def next_number(tx: Transaction, name: str) -> int:
    """Taken for good when the transaction commits; until then others who want one wait."""
    insert_once(tx, schema.counter, name=name, value=0)
    taken = update(schema.counter).where(_c.name == name).values(value=_c.value + 1).returning(_c.value)
    return tx.execute(taken).scalar_one()
