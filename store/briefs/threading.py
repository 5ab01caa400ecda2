"""Which briefs a mail may belong to: by what it answers, or by subject and people."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import or_, select

from briefs.threads import KnownBrief
from store import schema
from store.briefs.rows import IS_OF_BRIEF
from store.columns import keepable
from store.database import Transaction

_m = schema.message.c
_link = schema.message_brief.c
_o = schema.outgoing.c


@dataclass(frozen=True, slots=True)
class Candidate:
    """A brief with mail under the same subject, and the instant of the latest of it."""

    brief: KnownBrief
    latest_at: dt.datetime


def by_message_ids(tx: Transaction, message_ids: Collection[str]) -> tuple[tuple[str, int], ...]:
    """(Message-ID, brief id) for each that is known: a message's own, its forwarded original's, or one of ours.

    One Message-ID can stand for several briefs; the order is that of the briefs.
    """
    ids = [keepable(id) for id in message_ids if id]
    if not ids:
        return ()
    theirs = (
        select(_m.rfc_message_id, _m.original_message_id, _link.brief_id)
        .join(schema.message_brief, _link.message_id == _m.id)
        .where(or_(_m.rfc_message_id.in_(ids), _m.original_message_id.in_(ids)), IS_OF_BRIEF)
    )
    ours = select(_o.message_id, _o.brief_id).where(_o.message_id.in_(ids), _o.brief_id.is_not(None))
    found = {(id, brief_id) for own, original, brief_id in tx.execute(theirs) for id in (own, original) if id in ids}
    found |= {(id, brief_id) for id, brief_id in tx.execute(ours) if brief_id is not None}
    return tuple(sorted(found, key=lambda pair: (pair[1], pair[0])))


def by_subject(tx: Transaction, subject: str, since: dt.datetime) -> tuple[Candidate, ...]:
    """Briefs with mail under this bare subject received since then, the latest first."""
    if not subject:
        return ()
    same = (
        select(_link.brief_id, _m.received_at)
        .join(schema.message, _link.message_id == _m.id)
        .where(_m.subject_key == subject.casefold(), _m.received_at >= since, IS_OF_BRIEF)
    )
    latest: dict[int, dt.datetime] = {}
    for brief_id, received_at in tx.execute(same):
        latest[brief_id] = max(received_at, latest.get(brief_id, received_at))
    known = _known(tx, latest)
    latest_first = sorted(latest, key=lambda brief_id: (latest[brief_id], brief_id), reverse=True)
    return tuple(Candidate(known[brief_id], latest[brief_id]) for brief_id in latest_first)


def is_participant(tx: Transaction, address: str) -> bool:
    """Whether somebody wrote in any brief."""
    wrote = (
        select(_link.brief_id)
        .join(schema.message, _link.message_id == _m.id)
        .where(or_(_m.author_address == address, _m.client_address == address), IS_OF_BRIEF)
    )
    return tx.execute(wrote.limit(1)).one_or_none() is not None


def _known(tx: Transaction, brief_ids: Collection[int]) -> dict[int, KnownBrief]:
    writers: dict[int, set[str]] = defaultdict(set)
    wrote = (
        select(_link.brief_id, _m.author_address, _m.client_address)
        .join(schema.message, _link.message_id == _m.id)
        .where(_link.brief_id.in_(brief_ids), IS_OF_BRIEF)
    )
    for brief_id, author, client in tx.execute(wrote):
        writers[brief_id].update(address for address in (author, client) if address)
    b = schema.brief.c
    clients = tx.execute(select(b.id, b.client_id).where(b.id.in_(brief_ids)))
    return {id: KnownBrief(id, client_id, frozenset(writers[id])) for id, client_id in clients}
