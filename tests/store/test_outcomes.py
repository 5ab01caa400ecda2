"""Every message has one outcome, and every try is counted."""

import threading

import pytest

from briefs.messages import Outcome
from store import actions, messages
from store.database import Database
from store.errors import AlreadyRead, NoSuch, NotAllowed, StoreError
from tests.store.samples import LATER, NOW, create, read, receive, seed


def test_what_waits_is_read_in_the_order_received(database: Database) -> None:
    with database.transaction() as tx:
        ids = [receive(tx, uid) for uid in "123"]
        messages.finish(tx, ids[1], Outcome.NOTHING_ASKED, "none", LATER)

        assert messages.waiting(tx) == (ids[0], ids[2])
        assert messages.waiting(tx, limit=1) == (ids[0],)


def test_a_try_is_counted_before_it_is_made(database: Database) -> None:
    with database.transaction() as tx:
        id = receive(tx)

        assert [messages.start_attempt(tx, id, NOW).attempts for _ in range(3)] == [1, 2, 3]


def test_a_message_gets_its_outcome_and_the_reason(database: Database) -> None:
    with database.transaction() as tx:
        id = receive(tx)
        messages.finish(tx, id, Outcome.AUTOMATIC, "auto-replied", LATER, {"header": "Auto-Submitted"})

        row = messages.get(tx, id)
    assert (row.outcome, row.reason, row.reason_parameters) == (
        Outcome.AUTOMATIC,
        "auto-replied",
        {"header": "Auto-Submitted"},
    )


def test_a_second_outcome_is_refused(database: Database) -> None:
    with database.transaction() as tx:
        id = receive(tx)
        messages.finish(tx, id, Outcome.NOTHING_ASKED, "", NOW)

        with pytest.raises(AlreadyRead, match="nothing_asked"):
            messages.finish(tx, id, Outcome.BRIEF, "", NOW)
        with pytest.raises(AlreadyRead):
            messages.start_attempt(tx, id, NOW)


def test_two_workers_on_one_message_make_one_brief(database: Database) -> None:
    with database.transaction() as tx:
        seed(tx)
        id = receive(tx)
    ready, late = threading.Barrier(2), []

    def work() -> None:
        ready.wait()
        try:
            with database.transaction() as tx:
                read(tx, id)
                create(tx, id)
                messages.finish(tx, id, Outcome.BRIEF, "request", NOW)
        except StoreError as error:
            late.append(type(error))

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with database.reading() as tx:
        assert late == [AlreadyRead]
        assert len(messages.get(tx, id).brief_ids) == 1


def test_a_parked_message_waits_again_with_all_its_tries(database: Database) -> None:
    with database.transaction() as tx:
        id = receive(tx)
        messages.start_attempt(tx, id, NOW)
        messages.finish(tx, id, Outcome.PARKED, "no end of a part", NOW)
        messages.retry(tx, id, "ana@brightwater.example", LATER)

        row = messages.get(tx, id)
        assert (row.outcome, row.attempts, row.reason) == (Outcome.RECEIVED, 0, "")
        assert [(one.actor, one.kind) for one in actions.list_actions(tx)] == [
            ("ana@brightwater.example", "message.retry")
        ]


def test_only_what_is_parked_is_tried_again(database: Database) -> None:
    with database.transaction() as tx:
        id = receive(tx)

        with pytest.raises(NotAllowed, match="not parked but received"):
            messages.retry(tx, id, "ana@brightwater.example", NOW)


def test_messages_are_listed_by_outcome_the_newest_last(database: Database) -> None:
    with database.transaction() as tx:
        ids = [receive(tx, uid) for uid in "1234"]
        messages.finish(tx, ids[0], Outcome.PARKED, "", NOW)

        assert [row.id for row in messages.list_messages(tx)] == ids
        assert [row.id for row in messages.list_messages(tx, limit=2)] == ids[2:]
        assert [row.id for row in messages.list_messages(tx, Outcome.PARKED)] == ids[:1]


def test_outcomes_add_up_to_what_was_received(database: Database) -> None:
    with database.transaction() as tx:
        ids = [receive(tx, uid) for uid in "1234"]
        messages.finish(tx, ids[0], Outcome.PARKED, "", NOW)
        messages.finish(tx, ids[1], Outcome.AUTOMATIC, "", NOW)

        counts = messages.counts(tx, NOW, LATER)
    assert {outcome: count for outcome, count in counts.items() if count} == {
        Outcome.PARKED: 1,
        Outcome.AUTOMATIC: 1,
        Outcome.RECEIVED: 2,
    }


def test_a_message_that_was_never_received_is_named(database: Database) -> None:
    with database.reading() as tx, pytest.raises(NoSuch, match="there is no message 17"):
        messages.get(tx, 17)
