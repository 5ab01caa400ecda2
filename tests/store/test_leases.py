"""One process holds a lease at a time, and a number tells its work from an earlier holder's."""

import datetime as dt
import threading

from store import leases
from store.database import Database
from tests.store.samples import NOW

MINUTE = dt.timedelta(minutes=1)


def test_a_lease_is_held_by_one(database: Database) -> None:
    with database.transaction() as tx:
        assert leases.acquire(tx, "intake", "a", NOW + MINUTE, NOW) == 1
        assert leases.acquire(tx, "intake", "b", NOW + MINUTE, NOW) is None
        assert leases.acquire(tx, "info", "b", NOW + MINUTE, NOW) == 1


def test_prolonging_keeps_the_number(database: Database) -> None:
    with database.transaction() as tx:
        leases.acquire(tx, "intake", "a", NOW + MINUTE, NOW)

        assert leases.acquire(tx, "intake", "a", NOW + 2 * MINUTE, NOW) == 1
        assert leases.acquire(tx, "intake", "b", NOW + 3 * MINUTE, NOW + MINUTE) is None


def test_an_expired_lease_goes_to_the_next_with_a_higher_number(database: Database) -> None:
    with database.transaction() as tx:
        leases.acquire(tx, "intake", "a", NOW + MINUTE, NOW)

        assert leases.acquire(tx, "intake", "b", NOW + 2 * MINUTE, NOW + MINUTE) == 2
        assert [leases.holds(tx, "intake", fence) for fence in (1, 2)] == [False, True]


def test_a_holder_that_overslept_gets_a_new_number(database: Database) -> None:
    with database.transaction() as tx:
        leases.acquire(tx, "intake", "a", NOW + MINUTE, NOW)

        assert leases.acquire(tx, "intake", "a", NOW + 3 * MINUTE, NOW + 2 * MINUTE) == 2


def test_a_lease_given_back_is_free_at_once(database: Database) -> None:
    with database.transaction() as tx:
        leases.acquire(tx, "intake", "a", NOW + MINUTE, NOW)
        leases.release(tx, "intake", "a", NOW)

        assert leases.acquire(tx, "intake", "b", NOW + MINUTE, NOW) == 2


def test_nobody_gives_back_what_another_holds(database: Database) -> None:
    with database.transaction() as tx:
        leases.acquire(tx, "intake", "a", NOW + MINUTE, NOW)
        leases.release(tx, "intake", "b", NOW)

        assert leases.acquire(tx, "intake", "b", NOW + MINUTE, NOW) is None


def test_of_many_that_ask_at_once_one_gets_it(database: Database) -> None:
    ready = threading.Barrier(4)
    found: list[int | None] = []

    def ask(holder: str) -> None:
        ready.wait()
        with database.transaction() as tx:
            found.append(leases.acquire(tx, "intake", holder, NOW + MINUTE, NOW))

    threads = [threading.Thread(target=ask, args=(holder,)) for holder in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(found, key=str) == [1, None, None, None]
