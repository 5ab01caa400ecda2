"""What changes a brief: a first draft, proposed revisions, and people's decisions about the one they have seen."""

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import insert, select, update

from briefs.draft import BriefState, BriefValue, Draft, MessageRole, RevisionState
from briefs.mail import Address
from briefs.roles import Client
from briefs.states import confirmed, moved, rejected
from store import schema
from store.briefs.rows import BriefRow, get
from store.briefs.values import save_values, values
from store.counters import next_number
from store.database import Transaction
from store.errors import NotAllowed, StaleRevision
from store.once import insert_once

CLIENT_NAMED = "client named"  # the reason of a revision that only says who the client is

SUPPLEMENTED = "supplemented"  # of one with what a colleague's answer adds

_b = schema.brief.c
_r = schema.revision.c


def create(
    tx: Transaction, draft: Draft, *, message_id: int, owner_id: str, actor: str, now: dt.datetime, reason: str = ""
) -> BriefRow:
    """A new brief with the next number and a proposed first revision; the message is its origin."""
    statement = insert(schema.brief).values(
        number=next_number(tx, "brief"),
        state=BriefState.DRAFT,
        revision=1,
        client_id=draft.client_id,
        client_address=draft.client_address,
        client_name=draft.client_name,
        brand_id=draft.brand_id,
        title=draft.title,
        owner_id=owner_id,
        asked_at=draft.asked_at,
        received_at=draft.received_at,
        created_at=now,
        updated_at=now,
    )
    brief_id = tx.execute(statement.returning(_b.id)).scalar_one()
    _add_revision(
        tx, brief_id, 1, draft.values, based_on=None, message_id=message_id, actor=actor, reason=reason, now=now
    )
    link(tx, message_id, brief_id, MessageRole.ORIGIN)
    return get(tx, brief_id)


def propose(
    tx: Transaction,
    brief_id: int,
    values: Iterable[BriefValue],
    *,
    based_on: int,
    message_id: int | None,
    actor: str,
    reason: str,
    now: dt.datetime,
) -> int:
    """A new revision for somebody to confirm; its number. Raises StaleRevision if `based_on` is not the newest.

    `message_id` is the mail it was read from, None for what a person typed; that mail is linked as a change.
    """
    number = based_on + 1
    as_seen(tx, brief_id, based_on, revision=number, updated_at=now)
    _add_revision(
        tx, brief_id, number, values, based_on=based_on, message_id=message_id, actor=actor, reason=reason, now=now
    )
    if message_id is not None:
        link(tx, message_id, brief_id, MessageRole.CHANGE)
    return number


def name_client(
    tx: Transaction,
    brief_id: int,
    contact: Address,
    client: Client | None,
    *,
    based_on: int,
    message_id: int | None,
    actor: str,
    now: dt.datetime,
) -> int:
    """A new revision with the values that stand, of a brief whose client is now known; its number.

    `client` is None for somebody the directory does not know. `message_id` is the colleague's answer, None for what
    was typed on the page. Raises StaleRevision if `based_on` is not the newest.
    """
    if message_id is not None:
        link(tx, message_id, brief_id, MessageRole.ANSWER)
    standing = values(tx, brief_id)
    number = propose(
        tx, brief_id, standing, based_on=based_on, message_id=message_id, actor=actor, reason=CLIENT_NAMED, now=now
    )
    tx.execute(
        update(schema.brief)
        .where(_b.id == brief_id)
        .values(
            client_id=client.id if client is not None else None,
            client_address=contact.address,
            client_name=client.name if client is not None else contact.name,
            brand_id=None,
        )
    )
    return number


def confirm(tx: Transaction, brief_id: int, revision: int, *, actor: str, now: dt.datetime) -> None:
    """The revision is what the agency works to. A second time by mistake changes nothing.

    Raises StaleRevision if a newer one stands, IllegalMove if the brief has ended.
    """
    as_seen(tx, brief_id, revision)
    before = get(tx, brief_id)
    after = confirmed(before.state)
    if _decide(tx, brief_id, revision, RevisionState.CONFIRMED, actor=actor, reason="", now=now):
        _set(tx, before, after, actor=actor, reason="", now=now, confirmed_revision=revision)


def reject(tx: Transaction, brief_id: int, revision: int, *, actor: str, reason: str, now: dt.datetime) -> None:
    """The revision is declined, and with it a brief of which nothing was ever confirmed.

    A confirmed brief stays as it was confirmed: only the change is turned down. Raises StaleRevision as `confirm`.
    """
    as_seen(tx, brief_id, revision)
    before = get(tx, brief_id)
    after = rejected(before.state, anything_confirmed=before.confirmed_revision is not None)
    if _decide(tx, brief_id, revision, RevisionState.DECLINED, actor=actor, reason=reason, now=now):
        _set(tx, before, after, actor=actor, reason=reason, now=now)


def set_state(
    tx: Transaction,
    brief_id: int,
    state: BriefState,
    *,
    revision: int,
    actor: str,
    reason: str,
    now: dt.datetime,
) -> None:
    """A step by name (opened, on hold, cancelled …), by somebody who has seen `revision`.

    Raises StaleRevision if a newer one stands, IllegalMove for a step that the brief's state does not allow.
    """
    as_seen(tx, brief_id, revision)
    before = get(tx, brief_id)
    _set(tx, before, moved(before.state, state), actor=actor, reason=reason, now=now)


def link(tx: Transaction, message_id: int, brief_id: int, role: MessageRole) -> None:
    """What a message is to a brief; the first role it was given stays."""
    insert_once(tx, schema.message_brief, message_id=message_id, brief_id=brief_id, role=role)


def _add_revision(
    tx: Transaction,
    brief_id: int,
    number: int,
    values: Iterable[BriefValue],
    *,
    based_on: int | None,
    message_id: int | None,
    actor: str,
    reason: str,
    now: dt.datetime,
) -> None:
    tx.execute(
        insert(schema.revision).values(
            brief_id=brief_id,
            number=number,
            state=RevisionState.PROPOSED,
            based_on=based_on,
            message_id=message_id,
            actor=actor,
            reason=reason,
            proposed_at=now,
            decided_reason="",
        )
    )
    save_values(tx, brief_id, number, values)


def as_seen(tx: Transaction, brief_id: int, seen: int, **values: object) -> None:
    """Go on only if `seen` is the newest, and let nobody else change the brief until this transaction ends."""
    changed = tx.execute(
        update(schema.brief).where(_b.id == brief_id, _b.revision == seen).values(**(values or {"revision": seen}))
    )
    if changed.rowcount == 0:
        raise StaleRevision(get(tx, brief_id).revision)


def _decide(
    tx: Transaction, brief_id: int, revision: int, state: RevisionState, *, actor: str, reason: str, now: dt.datetime
) -> bool:
    """Whether it was decided now; not when it already was so. The other way round is refused."""
    changed = tx.execute(
        update(schema.revision)
        .where(_r.brief_id == brief_id, _r.number == revision, _r.state == RevisionState.PROPOSED)
        .values(state=state, decided_by=actor, decided_reason=reason, decided_at=now)
    )
    if changed.rowcount == 1:
        return True
    asked = select(_r.state).where(_r.brief_id == brief_id, _r.number == revision)
    decided = tx.execute(asked).scalar_one()
    if decided is not state:
        raise NotAllowed(f"revision {revision} was already {decided}")
    return False


def _set(
    tx: Transaction,
    before: BriefRow,
    after: BriefState,
    *,
    actor: str,
    reason: str,
    now: dt.datetime,
    **values: object,
) -> None:
    tx.execute(update(schema.brief).where(_b.id == before.id).values(state=after, updated_at=now, **values))
    if after is not before.state:
        tx.execute(
            insert(schema.brief_move).values(
                brief_id=before.id,
                from_state=before.state,
                to_state=after,
                revision=before.revision,
                actor=actor,
                reason=reason,
                moved_at=now,
            )
        )
