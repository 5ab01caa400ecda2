"""Keys that inbrief makes for itself, once."""

import secrets

from sqlalchemy import select

from store import schema
from store.database import Transaction
from store.once import insert_once

_k = schema.own_key.c


def known_key(tx: Transaction, name: str) -> bytes | None:
    """The key of this name; None as long as nobody asked for it to be made."""
    found = tx.execute(select(_k.key).where(_k.name == name)).scalar_one_or_none()
    return None if found is None else bytes.fromhex(found)


def own_key(tx: Transaction, name: str) -> bytes:
    """The key of this name, made when it is first asked for: 32 random bytes that stay the same from then on."""
    known = known_key(tx, name)
    if known is not None:
        return known
    insert_once(tx, schema.own_key, name=name, key=secrets.token_hex(32))
    return bytes.fromhex(tx.execute(select(_k.key).where(_k.name == name)).scalar_one())
