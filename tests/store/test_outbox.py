"""A mail is queued once, claimed by one sender, and keeps its Message-ID whatever happens."""

import datetime as dt
import threading
from dataclasses import replace

import pytest
from sqlalchemy import update

from briefs.outgoing import OutgoingKind, OutgoingState, Picture
from store import directory, outbox, schema
from store.database import Database
from store.errors import NoSuch, NotInDirectory
from tests.store.samples import ANA, HOUSE, LATER, NOW, one_brief, outgoing, seed

MINUTE = dt.timedelta(minutes=1)


def queue(database: Database, *keys: str) -> None:
    with database.transaction() as tx:
        seed(tx)
        for key in keys:
            outbox.queue(tx, outgoing(key), brief_id=None, now=NOW)


def test_a_mail_comes_out_as_it_went_in(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        assert outbox.queue(tx, outgoing(), brief_id=brief.id, now=NOW)

        (row,) = outbox.claim(tx, NOW)
    assert (row.mail, row.brief_id, row.person_id, row.attempts) == (outgoing(), brief.id, "sam", 1)


def test_queueing_a_mail_twice_is_once_and_keeps_its_message_id(database: Database) -> None:
    queue(database, "summary:1:1")
    with database.transaction() as tx:
        again = outgoing("summary:1:1", message_id="<another@brightwater.example>")

        assert not outbox.queue(tx, again, brief_id=None, now=LATER)
        assert [row.mail.message_id for row in outbox.list_outgoing(tx)] == ["<summary:1:1@brightwater.example>"]


def test_mail_to_a_stranger_is_refused(database: Database) -> None:
    with database.transaction() as tx:
        seed(tx)

        with pytest.raises(NotInDirectory, match=r"not to jo@northpeak\.example"):
            outbox.queue(tx, outgoing(recipient="jo@northpeak.example"), brief_id=None, now=NOW)


def test_mail_to_somebody_who_left_is_refused(database: Database) -> None:
    with database.transaction() as tx:
        seed(tx)
        directory.seed(tx, replace(HOUSE, people=(ANA,), clients=()), LATER)

        with pytest.raises(NotInDirectory):
            outbox.queue(tx, outgoing(), brief_id=None, now=LATER)


def test_two_senders_never_claim_one_mail(database: Database) -> None:
    keys = [f"summary:{number}:1" for number in range(30)]
    queue(database, *keys)
    ready = threading.Barrier(3)
    claimed: list[str] = []

    def send() -> None:
        ready.wait()
        while True:
            with database.transaction() as tx:
                rows = outbox.claim(tx, NOW, limit=4)
            if not rows:
                return
            claimed.extend(row.mail.key for row in rows)

    threads = [threading.Thread(target=send) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(claimed) == sorted(keys)


@pytest.mark.postgres
def test_a_sender_does_not_wait_for_another(postgres_url: str) -> None:
    database = Database(postgres_url)
    queue(database, "one", "two")

    with database.transaction() as first, database.transaction() as second:
        taken = [[row.mail.key for row in outbox.claim(tx, NOW, limit=1)] for tx in (first, second)]
    database.close()
    assert taken == [["one"], ["two"]]


def test_what_waits_longest_goes_first_and_nothing_before_it_is_due(database: Database) -> None:
    with database.transaction() as tx:
        seed(tx)
        for key, due_at in (("late", NOW + MINUTE), ("early", NOW), ("tomorrow", NOW + dt.timedelta(days=1))):
            outbox.queue(tx, outgoing(key), brief_id=None, now=NOW, due_at=due_at)

        assert [row.mail.key for row in outbox.claim(tx, NOW + MINUTE)] == ["early", "late"]


def test_a_sent_mail_is_not_sent_again(database: Database) -> None:
    queue(database, "one")
    with database.transaction() as tx:
        (row,) = outbox.claim(tx, NOW)
        outbox.sent(tx, row.id, NOW)

        assert outbox.claim(tx, NOW + dt.timedelta(days=1)) == ()
        (row,) = outbox.list_outgoing(tx, OutgoingState.SENT)
        assert (row.sent_at, row.mail) == (NOW, outgoing("one"))


def test_a_mail_whose_sender_died_is_claimed_again_with_the_same_message_id(database: Database) -> None:
    queue(database, "one")
    with database.transaction() as tx:
        (first,) = outbox.claim(tx, NOW)

        assert outbox.claim(tx, NOW + 4 * MINUTE) == ()
        (again,) = outbox.claim(tx, NOW + 5 * MINUTE)
        assert (again.mail, again.attempts) == (first.mail, 2)


def test_a_mail_put_off_goes_out_when_it_is_time(database: Database) -> None:
    queue(database, "one")
    with database.transaction() as tx:
        (row,) = outbox.claim(tx, NOW)
        outbox.failed(tx, row.id, "451 greylisted", NOW, NOW + 10 * MINUTE)

        assert outbox.claim(tx, NOW + 9 * MINUTE) == ()
        (row,) = outbox.claim(tx, NOW + 10 * MINUTE)
        assert (row.attempts, row.reason) == (2, "451 greylisted")


def test_a_mail_that_came_back_has_failed(database: Database) -> None:
    queue(database, "one")
    with database.transaction() as tx:
        (row,) = outbox.claim(tx, NOW)
        outbox.sent(tx, row.id, NOW)
        outbox.failed(tx, row.id, "550 no such user", LATER, None)

        found = outbox.by_message_id(tx, row.mail.message_id)
        assert found is not None
        assert (found.state, found.reason) == (OutgoingState.FAILED, "550 no such user")


def test_mail_that_is_not_ours_is_not_found(database: Database) -> None:
    with database.reading() as tx:
        assert outbox.by_message_id(tx, "<1@northpeak.example>") is None


def test_held_mail_waits_for_a_person(database: Database) -> None:
    queue(database, "one", "two", "three")
    with database.transaction() as tx:
        claimed = outbox.claim(tx, NOW, limit=2)
        outbox.sent(tx, claimed[0].id, NOW)

        assert outbox.hold(tx, LATER) == 2
        assert outbox.claim(tx, LATER + dt.timedelta(days=1)) == ()
        assert outbox.release(tx) == 2
        assert [row.mail.key for row in outbox.claim(tx, LATER)] == ["two", "three"]


def test_mail_queued_after_a_hold_goes_out(database: Database) -> None:
    queue(database, "one")
    with database.transaction() as tx:
        outbox.hold(tx, NOW)
        outbox.queue(tx, outgoing("two"), brief_id=None, now=LATER)

        assert [row.mail.key for row in outbox.claim(tx, LATER)] == ["two"]


def test_a_mail_that_is_not_there_is_named(database: Database) -> None:
    with database.transaction() as tx, pytest.raises(NoSuch, match="there is no outgoing mail 17"):
        outbox.sent(tx, 17, NOW)


@pytest.mark.parametrize("retry_at", [None, NOW])
def test_a_sign_in_link_is_forgotten_once_nothing_more_is_to_be_sent(
    database: Database, retry_at: dt.datetime | None
) -> None:
    link = replace(outgoing("sign_in:sam:1"), kind=OutgoingKind.SIGN_IN)
    with database.transaction() as tx:
        seed(tx)
        outbox.queue(tx, link, brief_id=None, now=NOW)
        (row,) = outbox.claim(tx, NOW)
        outbox.failed(tx, row.id, "later", NOW, retry_at)
        if retry_at is not None:
            (row,) = outbox.claim(tx, NOW)
            assert row.mail.text == link.text
            outbox.sent(tx, row.id, NOW)

        (row,) = outbox.list_outgoing(tx)
        assert (row.mail.text, row.mail.html, row.mail.subject) == ("", "", link.subject)


def test_a_mail_keeps_the_pictures_it_shows_until_they_are_purged(database: Database) -> None:
    shown = Picture("ab" * 32, "image/png", b"a poster")
    with database.transaction() as tx:
        seed(tx)
        outbox.queue(tx, replace(outgoing(), pictures=(shown,)), brief_id=None, now=NOW)

        assert outbox.list_outgoing(tx)[0].mail.pictures == (shown,)
        tx.execute(update(schema.blob).values(content=None))
        assert outbox.list_outgoing(tx)[0].mail.pictures == ()
