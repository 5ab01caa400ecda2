"""A message is received once, however often and wherever it is seen."""

import datetime as dt
import threading

from sqlalchemy import func, select

from briefs.messages import Cursor, Sighting
from store import messages, schema
from store.database import Database
from store.messages import ReceivedRow
from tests.store.samples import LATER, NOW, receive, sighting


def test_a_message_is_kept_byte_for_byte(database: Database) -> None:
    raw = b"Subject: \xff\x00\r\n\r\n" + bytes(range(256))
    with database.transaction() as tx:
        id = receive(tx, content=raw)

        assert messages.content(tx, id) == raw


def test_the_same_sighting_twice_is_one_message(database: Database) -> None:
    with database.transaction() as tx:
        first = receive(tx, "1")

        again = messages.receive(tx, sighting=sighting("1"), content=b"?", arrived_at=NOW, now=LATER)
        assert again == ReceivedRow(first, new=False)


def test_the_same_bytes_elsewhere_are_the_same_message_seen_twice(database: Database) -> None:
    there = sighting("9", mailbox="info", folder="Archive")
    with database.transaction() as tx:
        first = receive(tx, "1", b"the same")

        again = messages.receive(tx, sighting=there, content=b"the same", arrived_at=NOW, now=LATER)
        assert again == ReceivedRow(first, new=False)
        assert messages.seen(tx, [sighting("1"), there]) == {sighting("1"), there}
        assert messages.get(tx, first).mailbox == "intake"


def test_uids_that_start_over_are_other_sightings(database: Database) -> None:
    with database.transaction() as tx:
        receive(tx, "1")

        assert messages.seen(tx, [sighting("1"), sighting("1", uid_validity=8)]) == {sighting("1")}


def test_a_thousand_sightings_are_asked_after_at_once(database: Database) -> None:
    asked = [sighting(str(number)) for number in range(1200)]
    with database.transaction() as tx:
        for one in asked[::100]:
            messages.receive(tx, sighting=one, content=one.uid.encode(), arrived_at=NOW, now=NOW)

        assert messages.seen(tx, asked) == set(asked[::100])


def test_a_cursor_comes_back_as_it_was_saved(database: Database) -> None:
    saved = Cursor("intake", "INBOX", 7, 42, NOW)
    with database.transaction() as tx:
        receive(tx, cursor=saved)

        assert messages.cursor(tx, "intake", "INBOX") == saved
        assert messages.cursor(tx, "intake", "Archive") is None


def test_a_cursor_moves_forward_only(database: Database) -> None:
    with database.transaction() as tx:
        messages.save_cursor(tx, Cursor("intake", "INBOX", 7, 42, NOW), NOW)
        messages.save_cursor(tx, Cursor("intake", "INBOX", 7, 41), LATER)

        assert messages.cursor(tx, "intake", "INBOX") == Cursor("intake", "INBOX", 7, 42, NOW)


def test_a_cursor_starts_over_with_another_uidvalidity_and_keeps_the_first_contact(database: Database) -> None:
    with database.transaction() as tx:
        messages.save_cursor(tx, Cursor("intake", "INBOX", 7, 42, NOW), NOW)
        messages.save_cursor(tx, Cursor("intake", "INBOX", 8, 1, LATER), LATER)

        assert messages.cursor(tx, "intake", "INBOX") == Cursor("intake", "INBOX", 8, 1, NOW)


def test_a_mail_too_large_keeps_its_header_and_says_why(database: Database) -> None:
    with database.transaction() as tx:
        id = messages.receive(
            tx,
            sighting=sighting(),
            content=b"Subject: x\r\n\r\n",
            arrived_at=NOW,
            now=NOW,
            left_out="52 MB",
            trust="mx",
        ).id

        row = messages.get(tx, id)
    assert (row.left_out, row.trust) == ("52 MB", "mx")


def test_a_file_name_that_no_text_can_hold_is_found_again(database: Database) -> None:
    odd = Sighting("drop", "new", 0, "brief \udcff\x00.eml")
    with database.transaction() as tx:
        messages.receive(tx, sighting=odd, content=b"x", arrived_at=NOW, now=NOW)

        assert messages.seen(tx, [odd]) == {odd}


def test_two_watchers_that_see_the_same_bytes_keep_one_message(database: Database) -> None:
    ready = threading.Barrier(2)
    found: list[ReceivedRow] = []

    def watch(mailbox: str) -> None:
        ready.wait()
        for number in range(10):
            with database.transaction() as tx:
                there, content = sighting(str(number), mailbox=mailbox), f"mail {number}".encode()
                found.append(messages.receive(tx, sighting=there, content=content, arrived_at=NOW, now=NOW))

    threads = [threading.Thread(target=watch, args=(name,)) for name in ("intake", "info")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with database.reading() as tx:
        assert sum(row.new for row in found) == 10
        assert tx.execute(select(func.count()).select_from(schema.message)).scalar_one() == 10
        assert tx.execute(select(func.count()).select_from(schema.sighting)).scalar_one() == 20


def test_counting_a_day_adds_up(database: Database) -> None:
    with database.transaction() as tx:
        for uid in "123":
            receive(tx, uid)

        assert sum(messages.counts(tx, NOW, NOW + dt.timedelta(days=1)).values()) == 3
        assert sum(messages.counts(tx, NOW - dt.timedelta(days=1), NOW).values()) == 0
