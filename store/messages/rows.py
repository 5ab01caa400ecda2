"""A message as the rest of inbrief sees it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, select

from briefs.draft import MessageRole
from briefs.messages import Outcome
from store import schema
from store.database import Transaction
from store.errors import NoSuch


@dataclass(frozen=True, slots=True)
class MessageRow:
    """One message and its one outcome. What only a reading can tell is "" or None before there is one.

    `mailbox` is where it was first seen; `message_id` is the mail's own (RFC 5322 3.6.4); `brief_ids` and
    `brief_numbers` are the briefs it made or touched, the oldest first.
    """

    id: int
    message_id: str
    mailbox: str
    arrived_at: dt.datetime
    received_at: dt.datetime
    outcome: Outcome
    reason: str
    attempts: int
    subject: str
    author: str
    author_name: str
    client_address: str | None
    client_name: str
    forwarded_by: str | None
    sent_at: dt.datetime | None
    brief_ids: tuple[int, ...]
    brief_numbers: tuple[int, ...]
    left_out: str
    trust: str
    reason_parameters: Mapping[str, object] = field(default_factory=dict)


_m = schema.message.c
COLUMNS = (
    _m.id,
    _m.rfc_message_id.label("message_id"),
    _m.mailbox,
    _m.arrived_at,
    _m.received_at,
    _m.outcome,
    _m.reason,
    _m.attempts,
    _m.subject,
    _m.author_address.label("author"),
    _m.author_name,
    _m.client_address,
    _m.client_name,
    _m.forwarded_by,
    _m.sent_at,
    _m.left_out,
    _m.trust,
    _m.reason_parameters,
)


def rows(tx: Transaction, statement: Select[*tuple[Any, ...]]) -> tuple[MessageRow, ...]:
    """The messages of a `select(*COLUMNS)`, each with its briefs, in two statements however many there are."""
    found = tx.execute(statement).mappings().all()
    briefs = _briefs_of(tx, [one["id"] for one in found])
    return tuple(
        MessageRow(
            **one,
            brief_ids=tuple(id for id, _ in briefs[one["id"]]),
            brief_numbers=tuple(number for _, number in briefs[one["id"]]),
        )
        for one in found
    )


def get(tx: Transaction, id: int) -> MessageRow:
    found = rows(tx, select(*COLUMNS).where(_m.id == id))
    if not found:
        raise NoSuch("message", id)
    return found[0]


def list_messages(tx: Transaction, outcome: Outcome | None = None, limit: int | None = None) -> tuple[MessageRow, ...]:
    """The newest `limit` of them, or all, in the order in which they were received."""
    statement = select(*COLUMNS).order_by(_m.id.desc()).limit(limit)
    return rows(tx, statement if outcome is None else statement.where(_m.outcome == outcome))[::-1]


def _briefs_of(tx: Transaction, ids: list[int]) -> dict[int, list[tuple[int, int]]]:
    """The id and the number of each message's briefs."""
    link = schema.message_brief.c
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for start in range(0, len(ids), 500):
        some = ids[start : start + 500]
        numbered = select(link.message_id, link.brief_id, schema.brief.c.number).join_from(
            schema.message_brief, schema.brief, schema.brief.c.id == link.brief_id
        )
        for message_id, brief_id, number in tx.execute(
            numbered.where(link.message_id.in_(some), link.role != MessageRole.SUSPECTED).order_by(link.brief_id)
        ):
            found[message_id].append((brief_id, number))
    return found
