"""The imported list of running jobs, as the calendar check takes it."""

import datetime as dt
from dataclasses import dataclass

import structlog

from briefs.jobs import RunningJob
from calendars.job_list import Changes
from calendars.snapshot import JobList
from store import jobs
from store.database import Database
from store.errors import StoreError

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class JobImport:
    """An import: all the jobs there are then, and what that changes."""

    as_of: dt.datetime
    jobs: tuple[RunningJob, ...]
    changes: Changes


class KeptJobs:
    """The newest list; asked again it looks whether there is a newer one. Older than `list_days` it is stale.

    The same list is the same object, so that whoever holds one sees at once that nothing changed.
    """

    def __init__(self, database: Database, list_days: float) -> None:
        self._database, self._lasts = database, dt.timedelta(days=list_days)
        self._import: int | None = None
        self._listed: JobList | None = None

    def __call__(self, now: dt.datetime) -> JobList | None:
        """None where no list was ever imported. While the database does not answer, the list known last stays."""
        try:
            self._look()
        except StoreError as error:
            log.warning("job list not looked at", reason=str(error))
        listed = self._listed
        if listed is not None and listed.stale != (now - listed.as_of > self._lasts):
            self._listed = JobList(listed.as_of, listed.jobs, stale=not listed.stale)
        return self._listed

    def _look(self) -> None:
        with self._database.reading() as tx:
            newest = jobs.newest(tx)
            if newest is not None and newest.id != self._import:
                self._listed = JobList(newest.as_of, jobs.running(tx))
                self._import = newest.id
