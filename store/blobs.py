"""Bytes kept once by their hash: raw messages, attachments, calendars."""

import datetime as dt

from sqlalchemy import select

from store import schema
from store.database import Transaction
from store.errors import NoSuch, Purged
from store.once import insert_once


def keep(tx: Transaction, sha256: str, content: bytes | None, size: int, now: dt.datetime) -> None:
    """`content` is None where only the hash and the size are known. What is there already stays as it is."""
    insert_once(tx, schema.blob, sha256=sha256, size=size, content=content, kept_at=now)


def content(tx: Transaction, sha256: str) -> bytes:
    b = schema.blob.c
    row = tx.execute(select(b.content).where(b.sha256 == sha256)).one_or_none()
    if row is None:
        raise NoSuch("content", sha256)
    if row.content is None:
        raise Purged("content", sha256)
    return bytes(row.content)
