"""What is forgotten is the content; what it was, and what was read from it, stays known."""

import datetime as dt

import pytest

from briefs.messages import Outcome
from briefs.threads import mail_key
from store import blobs, briefs, calendars, messages
from store.database import Database, Transaction
from store.errors import Purged
from store.retention import Purge, purge
from tests.store.samples import DUE, LATER, NOW, attachment, create, mail, read, receive, seed, sighting

THEN = NOW + dt.timedelta(days=1)


def finished(tx: Transaction, uid: str = "1") -> tuple[int, int]:
    """A message with an attachment, read, and its text."""
    id = receive(tx, uid)
    text_id = read(tx, id, mail(attachments=(attachment(),)))
    messages.finish(tx, id, Outcome.BRIEF, "", NOW)
    return id, text_id


def test_a_purge_removes_bytes_files_and_text(database: Database) -> None:
    with database.transaction() as tx:
        id, text_id = finished(tx)

        assert purge(tx, THEN, LATER) == Purge(blobs=2, texts=1)
        for ask in (
            lambda: messages.content(tx, id),
            lambda: messages.text(tx, text_id),
            lambda: blobs.content(tx, messages.attachments(tx, id)[0].sha256),
        ):
            with pytest.raises(Purged):
                ask()


def test_keys_quotes_and_values_outlive_a_purge(database: Database) -> None:
    with database.transaction() as tx:
        seed(tx)
        id, _ = finished(tx)
        brief = create(tx, id, DUE)
        purge(tx, THEN, LATER)

        assert briefs.values(tx, brief.id) == (DUE,)
        assert messages.same_mail(tx, mail_key(mail(attachments=(attachment(),))), other_than=99) is not None
        assert messages.get(tx, id).subject == "Re: Spring banners"
        assert messages.seen(tx, [sighting("1")]) == {sighting("1")}
        again = messages.receive(
            tx, sighting=sighting("9"), content=b"Subject: 1\r\n\r\nhello", arrived_at=LATER, now=LATER
        )
        assert (again.id, again.new) == (id, False)


def test_the_words_of_a_purged_request_are_not_known(database: Database) -> None:
    with database.transaction() as tx:
        finished(tx)
        purge(tx, THEN, LATER)

        found = messages.same_request(tx, "jo@northpeak.example 2026-03-02T08:30Z", other_than=99)
        assert [words for _, words in found] == [""]


def test_purging_twice_is_purging_once(database: Database) -> None:
    with database.transaction() as tx:
        finished(tx)
        purge(tx, THEN, LATER)

        assert purge(tx, THEN, LATER) == Purge(0, 0)


def test_what_is_newer_or_waits_is_kept(database: Database) -> None:
    with database.transaction() as tx:
        new, _ = finished(tx)
        waiting = receive(tx, "2")

        assert purge(tx, NOW, LATER) == Purge(0, 0)
        purge(tx, THEN, LATER)
        assert messages.content(tx, waiting)
        with pytest.raises(Purged):
            messages.content(tx, new)


def test_a_file_that_newer_mail_has_too_is_kept(database: Database) -> None:
    with database.transaction() as tx:
        old, _ = finished(tx)
        newer = messages.receive(tx, sighting=sighting("2"), content=b"newer", arrived_at=THEN, now=THEN).id
        read(tx, newer, mail("other", attachments=(attachment(),)))
        purge(tx, THEN, LATER)

        assert blobs.content(tx, messages.attachments(tx, old)[0].sha256) == b"%PDF-1.7 brief"


def test_a_calendar_is_not_purged_as_mail(database: Database) -> None:
    body = attachment().content
    with database.transaction() as tx:
        finished(tx)
        calendars.save_snapshot(tx, "team", body, now=NOW)
        purge(tx, THEN, LATER)

        assert calendars.latest_body(tx, "team") == body
