"""A rehearsal is a database in which everything works and nothing stays."""

import pytest

from briefs.messages import Outcome
from store import messages
from store.database import Database
from tests.store.samples import NOW, receive


def test_what_is_rehearsed_is_seen_there_and_gone_afterwards(database: Database) -> None:
    with database.rehearsal() as stage:
        with stage.transaction() as tx:
            receive(tx, "1")
        with stage.reading() as tx:
            assert len(messages.waiting(tx)) == 1
        stage.check()
        stage.close()

    with database.reading() as tx:
        assert messages.waiting(tx) == ()


def test_a_rehearsed_transaction_that_fails_leaves_the_one_before(database: Database) -> None:
    def interrupted(stage: Database) -> None:
        with stage.transaction() as tx:
            receive(tx, "2")
            raise KeyboardInterrupt

    with database.rehearsal() as stage:
        with stage.transaction() as tx:
            id = receive(tx, "1")
        with pytest.raises(KeyboardInterrupt):
            interrupted(stage)

        with stage.transaction() as tx:
            assert messages.waiting(tx) == (id,)
            messages.finish(tx, id, Outcome.NOTHING_ASKED, "", NOW)


def test_a_rehearsal_that_breaks_leaves_nothing(database: Database) -> None:
    def broken() -> None:
        with database.rehearsal() as stage, stage.transaction() as tx:
            receive(tx)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken()
    with database.reading() as tx:
        assert messages.waiting(tx) == ()
