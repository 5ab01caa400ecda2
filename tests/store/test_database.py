"""Transactions keep everything or nothing, on both databases, whatever happens to whoever opened them."""

import datetime as dt
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import select, text

from briefs.messages import Cursor
from store import actions, messages, schema
from store.database import Database
from store.errors import Damaged, NaiveTime, OutOfRange, StoreError, Unreachable
from tests.store.samples import LATER, NOW, receive, sighting

CURSOR = Cursor("intake", "INBOX", 1, 1)


def test_what_a_transaction_did_is_kept_when_it_ends(database: Database) -> None:
    with database.transaction() as tx:
        id = receive(tx)

    with database.reading() as tx:
        assert messages.get(tx, id).mailbox == "intake"


def test_an_exception_leaves_nothing_half(database: Database) -> None:
    def interrupted() -> None:
        with database.transaction() as tx:
            receive(tx)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with database.reading() as tx:
        assert messages.waiting(tx) == ()
        assert tx.execute(select(schema.blob.c.sha256)).all() == []


KILLED = """
import os, signal, sys
from store.database import Database
from tests.store.samples import receive

with Database(sys.argv[1]).transaction() as tx:
    receive(tx)
    print("received", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_process_leaves_nothing_half(database: Database, url: str) -> None:
    root = Path(__file__).parents[2]
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, url],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        check=False,
    )

    assert (killed.returncode, killed.stdout) == (-signal.SIGKILL, b"received\n")
    with database.transaction() as tx:
        assert messages.waiting(tx) == ()
        assert receive(tx)


def test_two_writers_that_read_first_both_get_through(database: Database) -> None:
    """A deferred transaction would fail at its first write, with BUSY_SNAPSHOT, once the other has written."""
    rounds, failed = 20, []

    def count_up(name: str) -> None:
        try:
            for _ in range(rounds):
                with database.transaction() as tx:
                    before = len(actions.list_actions(tx))
                    actions.record(tx, name, "test.count", None, {"before": before}, NOW)
        except StoreError as error:
            failed.append(error)

    threads = [threading.Thread(target=count_up, args=(name,)) for name in ("one", "other")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with database.reading() as tx:
        assert (failed, len(actions.list_actions(tx))) == ([], 2 * rounds)


def test_a_reading_sees_one_moment(database: Database) -> None:
    with database.reading() as before:
        assert messages.waiting(before) == ()
        with database.transaction() as tx:
            receive(tx)

        assert messages.waiting(before) == ()


def test_a_reading_refuses_to_write(database: Database) -> None:
    with pytest.raises((Unreachable, Exception), match=r"readonly|read-only"), database.reading() as tx:
        receive(tx)

    with database.transaction() as tx:
        receive(tx)


def test_a_naive_instant_is_refused(database: Database) -> None:
    with pytest.raises(NaiveTime, match="needs an offset"), database.transaction() as tx:
        messages.save_cursor(tx, CURSOR, dt.datetime(2026, 3, 2, 9, 30))  # noqa: DTZ001


def test_an_instant_comes_back_in_utc(database: Database) -> None:
    tokyo = dt.timezone(dt.timedelta(hours=9))
    with database.transaction() as tx:
        id = messages.receive(
            tx, sighting=sighting(), content=b"x", arrived_at=dt.datetime(2026, 3, 2, 8, 0, 1, 5, tokyo), now=NOW
        ).id

        arrived_at = messages.get(tx, id).arrived_at
    assert (arrived_at, arrived_at.tzinfo) == (dt.datetime(2026, 3, 1, 23, 0, 1, 5, dt.UTC), dt.UTC)


def test_instants_sort_by_time_whatever_their_offset(database: Database) -> None:
    tokyo = dt.timezone(dt.timedelta(hours=9))
    with database.transaction() as tx:
        for uid, moment in (("late", LATER), ("early", (LATER - dt.timedelta(hours=1)).astimezone(tokyo))):
            messages.receive(tx, sighting=sighting(uid), content=uid.encode(), arrived_at=moment, now=moment)

        assert sum(messages.counts(tx, LATER - dt.timedelta(hours=2), LATER).values()) == 1


def test_an_instant_outside_the_calendar_is_refused(database: Database) -> None:
    before_time = dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=9)))

    with pytest.raises(OutOfRange, match="outside the years"), database.transaction() as tx:
        messages.save_cursor(tx, CURSOR, before_time)


def test_a_number_too_large_for_a_column_is_refused(database: Database) -> None:
    with pytest.raises(OutOfRange, match="a number with 20 digits"), database.transaction() as tx:
        messages.seen(tx, [sighting(uid_validity=10**19)])


def test_what_points_at_nothing_is_refused(database: Database) -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key"), database.transaction() as tx:
        actions.record(tx, "sam@brightwater.example", "brief.confirm", 17, {}, NOW)


def test_a_database_that_nobody_serves_is_unreachable() -> None:
    database = Database("postgresql+psycopg://sam:secret@127.0.0.1:1/inbrief")

    with pytest.raises(Unreachable, match=r"sam:\*\*\*@127.0.0.1:1/inbrief") as told, database.reading():
        pass
    assert "secret" not in str(told.value)


@pytest.mark.parametrize("url", ["inbrief.db", "oracle9i://x/y", "sqlite//x"])
def test_an_address_of_no_database_is_refused_by_name(url: str) -> None:
    with pytest.raises(StoreError, match="not a database address"):
        Database(url)


def test_the_file_and_its_folder_are_made_for_the_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "var" / "deep" / "inbrief.db"
    database = Database(f"sqlite:///{path}")
    database.upgrade()
    database.close()

    assert path.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_no_database_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "inbrief.db"
    path.write_bytes(b"no database" * 1000)
    database = Database(f"sqlite:///{path}")

    with pytest.raises(Damaged, match="file is not a database"):
        database.check()
    database.close()


def test_a_folder_that_cannot_be_made_is_unreachable(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("a file")
    database = Database(f"sqlite:///{tmp_path}/var/inbrief.db")

    with pytest.raises(Unreachable, match=r"var/inbrief\.db"):
        database.check()


def test_sqlite_is_durable_and_checks_what_rows_point_at(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/inbrief.db")

    with database.transaction() as tx:
        found = [
            tx.execute(text(f"PRAGMA {name}")).scalar() for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    database.close()
    assert found == ["wal", 2, 1]


def test_a_database_in_memory_works_for_one_thread() -> None:
    database = Database("sqlite://")
    database.upgrade()

    with database.transaction() as tx:
        receive(tx)
    with database.reading() as tx:
        assert len(messages.waiting(tx)) == 1
    database.close()
