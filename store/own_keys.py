"""Keys that inbrief makes for itself, once."""

import secrets

from sqlalchemy import select

from store import schema
from store.database import Transaction
from store.once import insert_once

_k = schema.own_key.c


def own_key(tx: Transaction, name: str) -> bytes:
    """The key of this name, made when it is first asked for: 32 random bytes that stay the same from then on."""
    known = select(_k.key).where(_k.name == name)
    if tx.execute(known).one_or_none() is None:
        insert_once(tx, schema.own_key, name=name, key=secrets.token_hex(32))
    return bytes.fromhex(tx.execute(known).scalar_one())
