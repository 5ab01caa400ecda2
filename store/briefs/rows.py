"""A brief and its revisions as the rest of inbrief sees them."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, or_, select

from briefs.draft import BriefState, MessageRole, RevisionState
from store import schema
from store.columns import keepable
from store.database import Transaction
from store.errors import NoSuch
from store.messages import rows as message_rows
from store.messages.rows import MessageRow

_b = schema.brief.c
_r = schema.revision.c
_link = schema.message_brief.c

# Being suspected of a brief makes a message no part of it, and its writer no party to it.
IS_OF_BRIEF = _link.role != MessageRole.SUSPECTED


@dataclass(frozen=True, slots=True)
class BriefRow:
    """A brief as it stands. `number` is what people call it; `revision` its newest, whatever became of that.

    `client_id`, `client_name` and `client_address` are what is known of the client: "" and None where nothing is.
    """

    id: int
    number: int
    state: BriefState
    revision: int
    confirmed_revision: int | None
    client_id: str | None
    client_address: str
    client_name: str
    brand_id: str | None
    title: str
    owner_id: str
    job_number: str | None
    po_number: str | None
    asked_at: dt.datetime
    received_at: dt.datetime
    created_at: dt.datetime
    updated_at: dt.datetime


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One revision: who proposed it, when, from which message; who confirmed or declined it.

    A proposed revision below the brief's newest was overtaken: nobody decided it, and nobody can any more.
    """

    number: int
    state: RevisionState
    based_on: int | None
    message_id: int | None
    actor: str
    reason: str
    proposed_at: dt.datetime
    decided_by: str | None
    decided_reason: str
    decided_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One step of a brief from state to state."""

    before: BriefState
    after: BriefState
    revision: int
    actor: str
    reason: str
    moved_at: dt.datetime


_COLUMNS = tuple(_b[name] for name in BriefRow.__slots__)
_REVISION_COLUMNS = tuple(_r[name] for name in RevisionRow.__slots__)


def get(tx: Transaction, brief_id: int) -> BriefRow:
    return _one(tx, select(*_COLUMNS).where(_b.id == brief_id), brief_id)


def by_number(tx: Transaction, number: int) -> BriefRow:
    return _one(tx, select(*_COLUMNS).where(_b.number == number), number)


def by_numbers(tx: Transaction, numbers: Collection[int], job_numbers: Collection[str]) -> tuple[BriefRow, ...]:
    """The briefs with one of these numbers or job numbers, by number; unknown ones are left out."""
    if not numbers and not job_numbers:
        return ()
    named = or_(_b.number.in_(numbers), _b.job_number.in_([keepable(number) for number in job_numbers]))
    return _rows(tx, select(*_COLUMNS).where(named).order_by(_b.number))


def list_briefs(tx: Transaction, states: Collection[BriefState] | None = None) -> tuple[BriefRow, ...]:
    """By number; all of them, or those in one of the states."""
    statement = select(*_COLUMNS).order_by(_b.number)
    return _rows(tx, statement if states is None else statement.where(_b.state.in_(states)))


def of_message(tx: Transaction, message_id: int) -> tuple[BriefRow, ...]:
    """The briefs it made or touched, the oldest first."""
    linked = select(*_COLUMNS).join(schema.message_brief, _link.brief_id == _b.id)
    return _rows(tx, linked.where(_link.message_id == message_id, IS_OF_BRIEF).order_by(_b.id))


def begun_by(tx: Transaction, message_id: int) -> tuple[BriefRow, ...]:
    """The briefs that it is the origin of, the oldest first: several where it asked for several jobs."""
    linked = select(*_COLUMNS).join(schema.message_brief, _link.brief_id == _b.id)
    origin = _link.role == MessageRole.ORIGIN
    return _rows(tx, linked.where(_link.message_id == message_id, origin).order_by(_b.id))


def suspected_of(tx: Transaction, message_id: int) -> tuple[BriefRow, ...]:
    """The briefs it may belong to, which a person has to say; the oldest first."""
    linked = select(*_COLUMNS).join(schema.message_brief, _link.brief_id == _b.id)
    suspected = _link.role == MessageRole.SUSPECTED
    return _rows(tx, linked.where(_link.message_id == message_id, suspected).order_by(_b.id))


def messages_of(tx: Transaction, brief_id: int) -> tuple[tuple[MessageRow, MessageRole], ...]:
    """Everything that was written about a brief, in the order received, and what each message is to it."""
    roles = dict(tx.execute(select(_link.message_id, _link.role).where(_link.brief_id == brief_id, IS_OF_BRIEF)).all())
    of_brief = select(*message_rows.COLUMNS).join(schema.message_brief, _link.message_id == schema.message.c.id)
    found = message_rows.rows(tx, of_brief.where(_link.brief_id == brief_id, IS_OF_BRIEF).order_by(schema.message.c.id))
    return tuple((row, roles[row.id]) for row in found)


def revisions(tx: Transaction, brief_id: int) -> tuple[RevisionRow, ...]:
    found = tx.execute(select(*_REVISION_COLUMNS).where(_r.brief_id == brief_id).order_by(_r.number))
    return tuple(RevisionRow(*row) for row in found)


def moves(tx: Transaction, brief_id: int) -> tuple[MoveRow, ...]:
    """The brief's life so far, step by step."""
    m = schema.brief_move.c
    columns = (m.from_state, m.to_state, m.revision, m.actor, m.reason, m.moved_at)
    found = tx.execute(select(*columns).where(m.brief_id == brief_id).order_by(m.id))
    return tuple(MoveRow(*row) for row in found)


def _rows(tx: Transaction, statement: Select[*tuple[Any, ...]]) -> tuple[BriefRow, ...]:
    return tuple(BriefRow(*row) for row in tx.execute(statement))


def _one(tx: Transaction, statement: Select[*tuple[Any, ...]], asked: int) -> BriefRow:
    found = _rows(tx, statement)
    if not found:
        raise NoSuch("brief", asked)
    return found[0]
