"""What was written of holds, one row each."""

import datetime as dt
from dataclasses import replace

from briefs.holds import Hold, Written
from store import holds
from store.database import Database

HERE, THERE = "https://dav.example/team/", "https://dav.example/other/"
DAY = dt.date(2026, 6, 12)
SENT = Written(Hold("inbrief-1-1-aa", "Brief 1: Café", DAY, DAY, firm=True), '"1"', 2)


def test_what_was_written_comes_back_for_its_calendar_alone(database: Database) -> None:
    with database.transaction() as tx:
        holds.keep(tx, HERE, SENT)

        assert (holds.written(tx, HERE), holds.written(tx, THERE)) == ((SENT,), ())


def test_what_is_written_now_takes_the_place_of_before(database: Database) -> None:
    theirs = replace(SENT, etag="", theirs=True)
    with database.transaction() as tx:
        for one in (SENT, theirs):
            holds.keep(tx, HERE, one)
        holds.keep(tx, THERE, SENT)

        assert (holds.written(tx, HERE), holds.written(tx, THERE)) == ((theirs,), (SENT,))


def test_what_was_withdrawn_is_forgotten(database: Database) -> None:
    with database.transaction() as tx:
        for place in (HERE, THERE):
            holds.keep(tx, place, SENT)
        holds.forget(tx, HERE, SENT.hold.uid)

        assert (holds.written(tx, HERE), holds.written(tx, THERE)) == ((), (SENT,))
