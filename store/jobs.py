"""The agency's own list of running jobs: the newest import is the whole of it."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import delete, insert, select

from briefs.jobs import RunningJob
from store import schema
from store.database import Transaction
from store.once import hold

_l = schema.job_list.c
_j = schema.running_job.c
_COLUMNS = tuple(_j[name] for name in RunningJob.__slots__)


@dataclass(frozen=True, slots=True)
class ListRow:
    """One import: `as_of` is the instant the list is from."""

    id: int
    as_of: dt.datetime
    imported_at: dt.datetime


def replace(tx: Transaction, jobs: tuple[RunningJob, ...], *, as_of: dt.datetime, now: dt.datetime) -> None:
    """These are the running jobs as of then; whatever is not among them runs no longer."""
    hold(tx, "running jobs")
    tx.execute(insert(schema.job_list).values(as_of=as_of, imported_at=now))
    tx.execute(delete(schema.running_job))
    rows = [
        {"position": position, **{name: getattr(job, name) for name in RunningJob.__slots__}}
        for position, job in enumerate(jobs)
    ]
    if rows:
        tx.execute(insert(schema.running_job), rows)


def newest(tx: Transaction) -> ListRow | None:
    """Where the list in use is from; None where none was ever imported."""
    row = tx.execute(select(_l.id, _l.as_of, _l.imported_at).order_by(_l.id.desc()).limit(1)).one_or_none()
    return None if row is None else ListRow(*row)


def running(tx: Transaction) -> tuple[RunningJob, ...]:
    """In the order of the list."""
    return tuple(RunningJob(*row) for row in tx.execute(select(*_COLUMNS).order_by(_j.position)))
