"""Conflicts of a brief over time: opened, seen again, resolved, or accepted by somebody."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Row, insert, select, update

from briefs.conflicts import Conflict, ConflictKind, ConflictState, Evidence, Severity
from store import schema
from store.database import Transaction
from store.errors import NoSuch, NotAllowed
from store.once import hold

_c = schema.conflict.c

# What only a calendar can tell: while one could not be looked at, these are not known to be gone.
_FROM_CALENDARS = frozenset(
    {
        ConflictKind.DAY_OFF,
        ConflictKind.ABSENCE,
        ConflictKind.RESOURCE,
        ConflictKind.CAPACITY,
        ConflictKind.SAME_CLIENT,
    }
)
_FROM_JOBS = frozenset({ConflictKind.CAPACITY, ConflictKind.SAME_CLIENT})


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A conflict of a brief and what became of it; the revisions are those it was first and last seen on."""

    id: int
    brief_id: int
    conflict: Conflict
    state: ConflictState
    opened_revision: int
    seen_revision: int
    opened_at: dt.datetime
    resolved_at: dt.datetime | None
    accepted_at: dt.datetime | None
    accepted_by: str | None
    accepted_why: str | None


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a check changed: what to tell of, what to say is solved, and what was told before and still stands."""

    opened: tuple[ConflictRow, ...]
    resolved: tuple[ConflictRow, ...]
    still_open: tuple[ConflictRow, ...]


def record(tx: Transaction, brief_id: int, revision: int, conflicts: Iterable[Conflict], now: dt.datetime) -> Recorded:
    """Keep what a check of this revision found; the same conflict (by its key) is one row for ever.

    One that is gone is resolved, one that comes back is opened again, and one that somebody accepted stays accepted.
    A calendar that could not be read resolves nothing that this revision, or another on the same day, was told of it.
    """
    hold(tx, f"conflicts {brief_id}")
    found = _strongest(conflicts)
    rows = _rows(tx, brief_id)
    known = {row.conflict.key: row for row in rows}
    for key, conflict in found.items():
        _keep(tx, brief_id, revision, conflict, known.get(key), now)
    gone = _gone(rows, found, revision)
    tx.execute(
        update(schema.conflict)
        .where(_c.brief_id == brief_id, _c.key.in_(gone))
        .values(state=ConflictState.RESOLVED, resolved_at=now)
    )
    before = {key for key, row in known.items() if row.state is ConflictState.OPEN}
    after = _rows(tx, brief_id)
    standing = [row for row in after if row.state is ConflictState.OPEN]
    return Recorded(
        opened=tuple(row for row in standing if row.conflict.key not in before),
        resolved=tuple(row for row in after if row.conflict.key in gone),
        still_open=tuple(row for row in standing if row.conflict.key in before),
    )


def known_already(rows: Iterable[ConflictRow], revision: int, conflicts: Iterable[Conflict]) -> bool:
    """Whether a check of this revision found just what is kept, so that recording it would change nothing."""
    found = _strongest(conflicts)
    standing = {row.conflict.key: row for row in rows if row.state is not ConflictState.RESOLVED}
    same = all(key in standing and standing[key].conflict == conflict for key, conflict in found.items())
    return same and not _gone(standing.values(), found, revision)


def open_conflicts(tx: Transaction, brief_id: int) -> tuple[ConflictRow, ...]:
    """The worst first, then by day."""
    return tuple(row for row in list_conflicts(tx, brief_id) if row.state is ConflictState.OPEN)


def list_conflicts(tx: Transaction, brief_id: int) -> tuple[ConflictRow, ...]:
    """Every conflict the brief ever had, the worst first, then by day."""
    return tuple(sorted(_rows(tx, brief_id), key=lambda row: (-row.conflict.severity, row.conflict.day, row.id)))


def accepted(rows: Iterable[ConflictRow]) -> tuple[ConflictRow, ...]:
    return tuple(row for row in rows if row.state is ConflictState.ACCEPTED)


def accept(tx: Transaction, conflict_id: int, *, actor: str, why: str, now: dt.datetime) -> None:
    """Somebody lives with it, and says why. Raises NotAllowed for one that no longer stands."""
    brief_id = tx.execute(select(_c.brief_id).where(_c.id == conflict_id)).scalar_one_or_none()
    if brief_id is None:
        raise NoSuch("conflict", conflict_id)
    hold(tx, f"conflicts {brief_id}")  # a check at the same moment would resolve what it saw as open
    changed = tx.execute(
        update(schema.conflict)
        .where(_c.id == conflict_id, _c.state == ConflictState.OPEN)
        .values(state=ConflictState.ACCEPTED, accepted_at=now, accepted_by=actor, accepted_why=why)
    )
    if changed.rowcount == 0:
        state = tx.execute(select(_c.state).where(_c.id == conflict_id)).scalar_one()
        raise NotAllowed(f"conflict {conflict_id} does not stand any more: it is {state}")


def _gone(rows: Iterable[ConflictRow], found: Mapping[str, Conflict], revision: int) -> set[str]:
    """What stood and was not found. What could not be looked at is not known to be gone."""
    blind = [conflict for conflict in found.values() if conflict.kind is ConflictKind.NOT_CHECKED]
    hidden = frozenset[ConflictKind]().union(*(_hidden_by(conflict) for conflict in blind))
    days = {conflict.day for conflict in blind}
    return {
        row.conflict.key
        for row in rows
        if row.conflict.key not in found
        and row.state is ConflictState.OPEN
        and not (row.conflict.kind in hidden and (row.seen_revision == revision or row.conflict.day in days))
    }


def _hidden_by(unchecked: Conflict) -> frozenset[ConflictKind]:
    return _FROM_JOBS if unchecked.parameters.get("list") == "jobs" else _FROM_CALENDARS


def _strongest(conflicts: Iterable[Conflict]) -> dict[str, Conflict]:
    """One for each key: a weekend that is a holiday too is one reason, not two."""
    found: dict[str, Conflict] = {}
    for one in conflicts:
        held = found.get(one.key)
        if held is None or one.severity > held.severity:
            found[one.key] = one
    return found


def _keep(
    tx: Transaction, brief_id: int, revision: int, conflict: Conflict, known: ConflictRow | None, now: dt.datetime
) -> None:
    seen: dict[str, object] = {
        "severity": int(conflict.severity),
        "parameters": dict(conflict.parameters),
        "evidence": [asdict(one) for one in conflict.evidence],
        "earliest": conflict.earliest,
        "seen_revision": revision,
        "seen_at": now,
    }
    opened = {"state": ConflictState.OPEN, "opened_revision": revision, "opened_at": now, "resolved_at": None}
    if known is None:
        same = {"brief_id": brief_id, "key": conflict.key, "kind": conflict.kind, "day": conflict.day}
        tx.execute(insert(schema.conflict).values(**same, **seen, **opened))
    elif known.state is ConflictState.RESOLVED:
        tx.execute(update(schema.conflict).where(_c.id == known.id).values(**seen, **opened))
    else:
        tx.execute(update(schema.conflict).where(_c.id == known.id).values(**seen))


def _rows(tx: Transaction, brief_id: int) -> tuple[ConflictRow, ...]:
    found = tx.execute(select(schema.conflict).where(_c.brief_id == brief_id).order_by(_c.id))
    return tuple(_row(row) for row in found)


def _row(row: Row[*tuple[Any, ...]]) -> ConflictRow:
    return ConflictRow(
        id=row.id,
        brief_id=row.brief_id,
        conflict=Conflict(
            kind=row.kind,
            severity=Severity(row.severity),
            day=row.day,
            parameters=row.parameters,
            evidence=tuple(Evidence(**one) for one in row.evidence),
            earliest=row.earliest,
        ),
        state=row.state,
        opened_revision=row.opened_revision,
        seen_revision=row.seen_revision,
        opened_at=row.opened_at,
        resolved_at=row.resolved_at,
        accepted_at=row.accepted_at,
        accepted_by=row.accepted_by,
        accepted_why=row.accepted_why,
    )
