"""The outbox: mail queued in the transaction that knows what it says, and sent by a later step."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, and_, case, or_, select, update

from briefs.outgoing import OutgoingKind, OutgoingMail, OutgoingState, Picture
from store import blobs, schema
from store.database import Transaction
from store.errors import NoSuch, NotInDirectory, Purged
from store.once import insert_once

_o = schema.outgoing.c

# A sender that claimed a mail and did not say what became of it by then has died. Its mail may have gone out: it is
# sent again with the same Message-ID, which is the most that can be had (RFC 1047).
ABANDONED = dt.timedelta(minutes=5)

# A sign-in link is a secret of its recipient: what such a mail said is not kept once nothing more is to be sent.
_SECRET = _o.kind == OutgoingKind.SIGN_IN
_FORGOTTEN = {"text": case((_SECRET, ""), else_=_o.text), "html": case((_SECRET, ""), else_=_o.html)}


@dataclass(frozen=True, slots=True)
class OutgoingRow:
    """A mail and how far it is. `attempts` counts the claims; `reason` says what went wrong last."""

    id: int
    mail: OutgoingMail
    brief_id: int | None
    person_id: str
    state: OutgoingState
    attempts: int
    due_at: dt.datetime
    queued_at: dt.datetime
    sent_at: dt.datetime | None
    held_at: dt.datetime | None
    reason: str


def queue(
    tx: Transaction, mail: OutgoingMail, *, brief_id: int | None, now: dt.datetime, due_at: dt.datetime | None = None
) -> bool:
    """Whether it is new: a mail whose key was queued before is left as it is, its Message-ID too.

    It goes out from `due_at` on, at once by default. Raises NotInDirectory for an address of nobody in the agency.
    """
    for picture in mail.pictures:
        blobs.keep(tx, picture.sha256, picture.content, len(picture.content), now)
    return insert_once(
        tx,
        schema.outgoing,
        key=mail.key,
        kind=mail.kind,
        message_id=mail.message_id,
        brief_id=brief_id,
        person_id=_person_at(tx, mail.recipient),
        recipient=mail.recipient,
        subject=mail.subject,
        text=mail.text,
        html=mail.html,
        reply_to=mail.reply_to,
        in_reply_to=mail.in_reply_to,
        references=mail.references,
        pictures=[(picture.sha256, picture.content_type) for picture in mail.pictures],
        state=OutgoingState.QUEUED,
        attempts=0,
        due_at=due_at or now,
        queued_at=now,
        reason="",
    )


def queued_before(tx: Transaction, key: str) -> bool:
    """Whether a mail with that key was ever queued, whatever became of it."""
    return tx.execute(select(_o.id).where(_o.key == key)).scalar_one_or_none() is not None


def claim(tx: Transaction, now: dt.datetime, limit: int = 20) -> tuple[OutgoingRow, ...]:
    """Take what is due, the longest waiting first, and what a dead sender left behind; nobody else gets the same.

    The claim holds once the transaction is committed: send only then.
    """
    due = and_(_o.state == OutgoingState.QUEUED, _o.due_at <= now)
    abandoned = and_(_o.state == OutgoingState.SENDING, _o.claimed_at <= now - ABANDONED)
    waiting = select(_o.id).where(or_(due, abandoned), _o.held_at.is_(None)).order_by(_o.due_at, _o.id).limit(limit)
    ids = tx.execute(waiting.with_for_update(skip_locked=True)).scalars().all()
    tx.execute(
        update(schema.outgoing)
        .where(_o.id.in_(ids))
        .values(state=OutgoingState.SENDING, claimed_at=now, attempts=_o.attempts + 1)
    )
    return _rows(tx, select(schema.outgoing).where(_o.id.in_(ids)).order_by(_o.due_at, _o.id))


def sent(tx: Transaction, id: int, now: dt.datetime) -> None:
    _change(tx, id, state=OutgoingState.SENT, sent_at=now, reason="", **_FORGOTTEN)


def failed(tx: Transaction, id: int, reason: str, now: dt.datetime, retry_at: dt.datetime | None) -> None:
    """It goes out again at `retry_at`; None: never, also where it seemed sent and came back."""
    if retry_at is None:
        _change(tx, id, state=OutgoingState.FAILED, failed_at=now, reason=reason, **_FORGOTTEN)
    else:
        _change(tx, id, state=OutgoingState.QUEUED, due_at=retry_at, reason=reason)


def by_message_id(tx: Transaction, message_id: str) -> OutgoingRow | None:
    """Mail of ours that somebody answers, or that bounced."""
    found = _rows(tx, select(schema.outgoing).where(_o.message_id == message_id))
    return found[0] if found else None


def list_outgoing(tx: Transaction, state: OutgoingState | None = None) -> tuple[OutgoingRow, ...]:
    """In the order queued."""
    statement = select(schema.outgoing).order_by(_o.id)
    return _rows(tx, statement if state is None else statement.where(_o.state == state))


def hold(tx: Transaction, now: dt.datetime) -> int:
    """Keep back everything not sent, and return how many: after a restore some of it may have gone out already."""
    unsent = _o.state.in_((OutgoingState.QUEUED, OutgoingState.SENDING))
    held = update(schema.outgoing).where(unsent, _o.held_at.is_(None))
    return tx.execute(held.values(state=OutgoingState.QUEUED, held_at=now)).rowcount


def release(tx: Transaction) -> int:
    """Let go what was held, and return how many."""
    return tx.execute(update(schema.outgoing).where(_o.held_at.is_not(None)).values(held_at=None)).rowcount


def _person_at(tx: Transaction, address: str) -> str:
    a, p = schema.person_address.c, schema.person.c
    active = select(p.id).join(schema.person_address, a.person_id == p.id).where(a.address == address, p.active)
    person_id = tx.execute(active).scalar_one_or_none()
    if person_id is None:
        raise NotInDirectory(address)
    return person_id


def _change(tx: Transaction, id: int, **values: object) -> None:
    if tx.execute(update(schema.outgoing).where(_o.id == id).values(**values)).rowcount == 0:
        raise NoSuch("outgoing mail", id)


def _rows(tx: Transaction, statement: Select[*tuple[Any, ...]]) -> tuple[OutgoingRow, ...]:
    return tuple(_row(tx, row) for row in tx.execute(statement))


def _row(tx: Transaction, row: Row[*tuple[Any, ...]]) -> OutgoingRow:
    return OutgoingRow(
        id=row.id,
        mail=OutgoingMail(
            key=row.key,
            kind=row.kind,
            message_id=row.message_id,
            recipient=row.recipient,
            subject=row.subject,
            text=row.text,
            html=row.html,
            reply_to=row.reply_to,
            in_reply_to=row.in_reply_to,
            references=row.references,
            pictures=tuple(_pictures(tx, row.pictures)),
        ),
        brief_id=row.brief_id,
        person_id=row.person_id,
        state=row.state,
        attempts=row.attempts,
        due_at=row.due_at,
        queued_at=row.queued_at,
        sent_at=row.sent_at,
        held_at=row.held_at,
        reason=row.reason,
    )


def _pictures(tx: Transaction, named: Iterable[tuple[str, str]]) -> Iterator[Picture]:
    """Those whose bytes are still kept: a mail goes out without what was purged since."""
    for sha256, content_type in named:
        with suppress(Purged):
            yield Picture(sha256, content_type, blobs.content(tx, sha256))
