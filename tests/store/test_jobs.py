"""The newest import is the whole list."""

import datetime as dt
from dataclasses import replace

from briefs.jobs import JobState, RunningJob
from store import jobs
from store.database import Database
from tests.store.samples import LATER, NOW

BANNERS = RunningJob("2041", "northpeak", "Spring banners", dt.date(2026, 6, 3), "banner", "zest", "creative", 90)
SPOT = RunningJob("2042", "", "Radio spot", dt.date(2026, 6, 4), state=JobState.ON_HOLD)


def test_without_an_import_there_is_no_list(database: Database) -> None:
    with database.reading() as tx:
        assert (jobs.newest(tx), jobs.running(tx)) == (None, ())


def test_a_list_comes_back_as_it_was_in_its_order(database: Database) -> None:
    with database.transaction() as tx:
        jobs.replace(tx, (SPOT, BANNERS), as_of=NOW, now=LATER)

    with database.reading() as tx:
        listed = jobs.newest(tx)
        assert jobs.running(tx) == (SPOT, BANNERS)
    assert listed is not None
    assert (listed.as_of, listed.imported_at) == (NOW, LATER)


def test_the_newest_import_replaces_the_former(database: Database) -> None:
    moved = replace(SPOT, due=dt.date(2026, 6, 9))
    with database.transaction() as tx:
        jobs.replace(tx, (SPOT, BANNERS), as_of=NOW, now=NOW)
        jobs.replace(tx, (moved,), as_of=LATER, now=LATER)

    with database.reading() as tx:
        listed = jobs.newest(tx)
        assert jobs.running(tx) == (moved,)
    assert listed is not None
    assert listed.as_of == LATER


def test_a_list_may_be_empty(database: Database) -> None:
    with database.transaction() as tx:
        jobs.replace(tx, (BANNERS,), as_of=NOW, now=NOW)
        jobs.replace(tx, (), as_of=LATER, now=LATER)

        assert jobs.running(tx) == ()
        assert jobs.newest(tx) is not None
