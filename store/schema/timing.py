"""Tables of what the calendar said: snapshots of calendars, running jobs, and the conflicts found against them."""

import datetime as dt

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Named,
    Table,
    TypedColumns,
    UniqueConstraint,
)

from briefs.conflicts import ConflictKind, ConflictState
from briefs.jobs import JobState
from store.columns import Characters, Id, Instant, Json, Whole, Word
from store.schema.base import metadata


class ConflictColumns(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    brief_id: Named[int] = Column(Id, ForeignKey("brief.id"))
    key: Named[str] = Column(Characters)  # what makes it the same conflict on every later look
    kind: Named[ConflictKind] = Column(Word(ConflictKind))
    severity: Named[int] = Column(Whole)
    day: Named[dt.date] = Column(Date)
    parameters: Named[dict[str, str | int | dt.date | None]] = Column(Json)
    evidence: Named[tuple[dict[str, object], ...]] = Column(Json)
    earliest: Named[dt.date | None] = Column(Date)
    state: Named[ConflictState] = Column(Word(ConflictState))
    opened_revision: Named[int] = Column(Whole)
    seen_revision: Named[int] = Column(Whole)
    opened_at: Named[dt.datetime] = Column(Instant)
    seen_at: Named[dt.datetime] = Column(Instant)
    resolved_at: Named[dt.datetime | None] = Column(Instant)
    accepted_at: Named[dt.datetime | None] = Column(Instant)
    accepted_by: Named[str | None] = Column(Characters)
    accepted_why: Named[str | None] = Column(Characters)


conflict = Table(
    "conflict",
    metadata,
    ConflictColumns,
    UniqueConstraint("brief_id", "key"),
    CheckConstraint(
        "state <> 'accepted' OR (accepted_at IS NOT NULL AND accepted_by IS NOT NULL AND accepted_why IS NOT NULL)",
        name="accepted_by_somebody",
    ),
)


class CalendarSnapshotColumns(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    calendar: Named[str] = Column(Characters)
    as_of: Named[dt.datetime] = Column(Instant)  # what it says was true then
    checked_at: Named[dt.datetime] = Column(Instant)  # and still was when last asked
    etag: Named[str] = Column(Characters)
    sync_token: Named[str] = Column(Characters)
    body_sha256: Named[str] = Column(Characters, ForeignKey("blob.sha256"))
    problem: Named[str] = Column(Characters)  # why asking failed since; "" when it did not


calendar_snapshot = Table("calendar_snapshot", metadata, CalendarSnapshotColumns, Index(None, "calendar", "as_of"))


class JobListColumns(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    as_of: Named[dt.datetime] = Column(Instant)  # what the agency's own list says was true then
    imported_at: Named[dt.datetime] = Column(Instant)


# A row for each import; the jobs themselves are those of the newest.
job_list = Table("job_list", metadata, JobListColumns)


class RunningJobColumns(TypedColumns):
    number: Named[str] = Column(Characters, primary_key=True)
    position: Named[int] = Column(Whole)
    client: Named[str] = Column(Characters)  # no key of the directory: a list may name whom it does not know
    brand: Named[str] = Column(Characters)
    title: Named[str] = Column(Characters)
    kind: Named[str] = Column(Characters)
    department: Named[str] = Column(Characters)
    due: Named[dt.date] = Column(Date)
    minutes: Named[int | None] = Column(Whole)
    state: Named[JobState] = Column(Word(JobState))


running_job = Table("running_job", metadata, RunningJobColumns)


class HoldColumns(TypedColumns):
    calendar: Named[str] = Column(Characters, primary_key=True)  # the address of the collection
    uid: Named[str] = Column(Characters, primary_key=True)  # where it lies there follows from it
    etag: Named[str] = Column(Characters)  # "" as long as it is not known whether it arrived
    sequence: Named[int] = Column(Whole)
    title: Named[str] = Column(Characters)
    first: Named[dt.date] = Column(Date)
    last: Named[dt.date] = Column(Date)
    firm: Named[bool] = Column(Boolean)
    theirs: Named[bool] = Column(Boolean)  # somebody changed it there, so it is left alone


hold = Table("hold", metadata, HoldColumns)
