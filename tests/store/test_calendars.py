"""The last good copy of a calendar stays in use, with its age."""

from dataclasses import replace

from sqlalchemy import select

from store import calendars, schema
from store.database import Database
from tests.store.samples import LATER, NOW


def test_a_calendar_never_read_has_no_copy(database: Database) -> None:
    with database.transaction() as tx:
        calendars.not_reached(tx, "team", "connection refused")

        assert calendars.latest_snapshot(tx, "team") is None
        assert calendars.latest_body(tx, "team") is None


def test_a_copy_comes_back_with_its_age(database: Database) -> None:
    with database.transaction() as tx:
        calendars.save_snapshot(tx, "team", b"BEGIN:VCALENDAR", etag='"1"', sync_token="t1", now=NOW)

        found = calendars.latest_snapshot(tx, "team")
        assert found is not None
        assert (found.as_of, found.checked_at, found.etag, found.sync_token) == (NOW, NOW, '"1"', "t1")
        assert calendars.latest_body(tx, "team") == b"BEGIN:VCALENDAR"


def test_the_same_body_again_is_the_same_copy_known_for_longer(database: Database) -> None:
    with database.transaction() as tx:
        calendars.save_snapshot(tx, "team", b"same", etag='"1"', now=NOW)
        first = calendars.latest_snapshot(tx, "team")
        calendars.save_snapshot(tx, "team", b"same", etag='"2"', now=LATER)

        assert first is not None
        assert calendars.latest_snapshot(tx, "team") == replace(first, checked_at=LATER, etag='"2"')


def test_another_body_is_a_newer_copy(database: Database) -> None:
    with database.transaction() as tx:
        for body, moment in ((b"one", NOW), (b"two", LATER), (b"one", LATER)):
            calendars.save_snapshot(tx, "team", body, now=moment)
        calendars.save_snapshot(tx, "studio", b"three", now=LATER)

        assert calendars.latest_body(tx, "team") == b"one"


def test_what_a_calendar_said_before_is_forgotten_unless_something_else_says_it_too(database: Database) -> None:
    with database.transaction() as tx:
        for body in (b"own", b"shared", b"newest"):
            calendars.save_snapshot(tx, "team", body, now=NOW)
            if body == b"shared":
                calendars.save_snapshot(tx, "studio", body, now=NOW)

        kept = tx.execute(select(schema.blob.c.content)).scalars()
        assert sorted(bytes(body or b"") for body in kept) == [b"newest", b"shared"]
        assert calendars.latest_body(tx, "studio") == b"shared"


def test_a_calendar_not_reached_says_why_until_it_is(database: Database) -> None:
    with database.transaction() as tx:
        calendars.save_snapshot(tx, "team", b"one", now=NOW)
        calendars.not_reached(tx, "team", "connection refused")
        stale = calendars.latest_snapshot(tx, "team")
        calendars.save_snapshot(tx, "team", b"one", now=LATER)
        fresh = calendars.latest_snapshot(tx, "team")

    assert stale is not None
    assert fresh is not None
    assert (stale.problem, stale.checked_at, fresh.problem) == ("connection refused", NOW, "")
