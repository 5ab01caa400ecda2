"""A link signs in once; a session lasts until it ends."""

import datetime as dt
import hashlib
import threading
from dataclasses import replace

from store import directory, sessions
from store.database import Database
from tests.store.samples import ANA, HOUSE, LATER, NOW, one_brief, seed

TOKEN = hashlib.sha256(b"token").hexdigest()
SOON = NOW + dt.timedelta(minutes=15)


def test_a_link_signs_in_once(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        sessions.create_link(tx, TOKEN, "sam", brief.id, SOON, NOW, revision=1)

        assert [sessions.use_link(tx, TOKEN, LATER) for _ in range(2)] == ["sam", None]


def test_a_link_expires(database: Database) -> None:
    with database.transaction() as tx:
        seed(tx)
        sessions.create_link(tx, TOKEN, "sam", None, SOON, NOW)

        assert sessions.use_link(tx, TOKEN, SOON) is None


def test_a_link_nobody_made_signs_in_nobody(database: Database) -> None:
    with database.transaction() as tx:
        assert sessions.use_link(tx, TOKEN, NOW) is None


def test_of_two_uses_at_once_one_gets_in(database: Database) -> None:
    with database.transaction() as tx:
        seed(tx)
        sessions.create_link(tx, TOKEN, "sam", None, SOON, NOW)
    ready, found = threading.Barrier(2), []

    def use() -> None:
        ready.wait()
        with database.transaction() as tx:
            found.append(sessions.use_link(tx, TOKEN, NOW))

    threads = [threading.Thread(target=use) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(found, key=str) == [None, "sam"]


def test_a_session_is_somebodys_until_it_ends(database: Database) -> None:
    with database.transaction() as tx:
        seed(tx)
        sessions.create_session(tx, TOKEN, "sam", SOON, NOW)

        assert sessions.session_person(tx, TOKEN, LATER) == "sam"
        sessions.end_session(tx, TOKEN, LATER)
        assert sessions.session_person(tx, TOKEN, LATER) is None


def test_a_session_expires(database: Database) -> None:
    with database.transaction() as tx:
        seed(tx)
        sessions.create_session(tx, TOKEN, "sam", SOON, NOW)

        assert sessions.session_person(tx, TOKEN, SOON) is None


def test_whoever_left_is_signed_out_and_not_let_in(database: Database) -> None:
    with database.transaction() as tx:
        seed(tx)
        sessions.create_session(tx, TOKEN, "sam", SOON, NOW)
        sessions.create_link(tx, TOKEN, "sam", None, SOON, NOW)
        directory.seed(tx, replace(HOUSE, people=(ANA,), clients=()), NOW)

        assert sessions.session_person(tx, TOKEN, LATER) is None
        assert sessions.use_link(tx, TOKEN, LATER) is None
