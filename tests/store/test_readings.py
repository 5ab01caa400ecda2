"""A reading is kept beside the message: one canonical text in segments, keys to know copies by, files by hash."""

import threading
from dataclasses import replace

import pytest
from sqlalchemy import func, select
from sqlalchemy import text as sql

from briefs.mail import SegmentKind
from briefs.messages import Outcome
from briefs.threads import mail_key, request_key
from store import blobs, messages, schema
from store.database import Database, Transaction
from store.errors import NoSuch, Purged, Unreachable
from tests.store.samples import LATER, NOW, attachment, mail, read, receive


def finished(tx: Transaction, uid: str, outcome: Outcome = Outcome.NOTHING_ASKED) -> int:
    """A message with the sample mail as its reading, and an outcome."""
    id = receive(tx, uid)
    read(tx, id)
    messages.finish(tx, id, outcome, "", NOW)
    return id


def test_a_text_comes_back_with_its_segments(database: Database) -> None:
    found = mail("Größe: 3 × 4 €\n-- \nJo 👋")
    with database.transaction() as tx:
        id = receive(tx)
        text_id = read(tx, id, found)

        row = messages.text(tx, text_id)
    assert (row.text, row.segments, row.reader, row.notes) == (found.text, found.segments, 1, found.notes)
    assert row.words_of(SegmentKind.CONTENT) == "Größe: 3 × 4 €"


def test_what_was_read_stands_on_the_message(database: Database) -> None:
    found = mail()
    with database.transaction() as tx:
        id = receive(tx)
        read(tx, id, found)

        row = messages.get(tx, id)
    assert (row.message_id, row.subject, row.author, row.client_address, row.forwarded_by, row.sent_at) == (
        "<1@northpeak.example>",
        "Re: Spring banners",
        "sam@brightwater.example",
        "jo@northpeak.example",
        "sam@brightwater.example",
        found.sent_at,
    )


def test_the_same_reading_again_is_the_same_text(database: Database) -> None:
    with database.transaction() as tx:
        id = receive(tx)

        assert read(tx, id) == read(tx, id)


def test_a_newer_reader_adds_a_text_and_rewrites_none(database: Database) -> None:
    with database.transaction() as tx:
        id = receive(tx)
        first, second = read(tx, id, mail("as before")), read(tx, id, mail("as read now", reader=2))

        latest = messages.latest_text(tx, id)
        assert latest is not None
        assert (latest.id, latest.text) == (second, "as read now")
        assert messages.text(tx, first).text == "as before"


def test_other_segments_are_another_reading_of_the_same_text(database: Database) -> None:
    found = mail()
    fewer = replace(found, segments=found.segments[:1])
    with database.transaction() as tx:
        id = receive(tx)

        assert read(tx, id, found) != read(tx, id, fewer)


def test_a_message_not_read_has_no_text(database: Database) -> None:
    with database.transaction() as tx:
        id = receive(tx)

        assert messages.latest_text(tx, id) is None


def test_characters_that_no_database_holds_keep_their_place(database: Database) -> None:
    found = mail("a\x00b\ud83dc — due Friday")
    with database.transaction() as tx:
        id = receive(tx)
        row = messages.text(tx, read(tx, id, found))

    assert (row.text, len(row.text)) == ("a\ufffdb\ufffdc — due Friday", len(found.text))


def test_a_very_long_message_id_and_subject_are_kept(database: Database) -> None:
    """PostgreSQL's usual index refuses what is over 2,704 bytes, and what does not compress."""
    noise = "".join(chr(0x4E00 + number * 7919 % 20000) for number in range(20_000))
    long = mail(message_id=f"<{noise}@x.example>", subject=noise, client=f"{noise}@x.example")
    with database.transaction() as tx:
        id = receive(tx)
        read(tx, id, long)

        assert messages.get(tx, id).message_id == long.message_id


def test_an_attachment_is_stored_once_however_often_it_comes(database: Database) -> None:
    with database.transaction() as tx:
        first, second = receive(tx, "1"), receive(tx, "2")
        read(tx, first, mail("one", attachments=(attachment(name="brief.pdf"),)))
        read(tx, second, mail("two", attachments=(attachment(name="copy.pdf"), attachment(b"other", "b.pdf"))))

        names = [(one.name, one.part, one.size, one.outcome) for one in messages.attachments(tx, second)]
        assert names == [("copy.pdf", "2", 14, "read"), ("b.pdf", "2", 5, "read")]
        assert tx.execute(select(func.count()).select_from(schema.blob)).scalar_one() == 4  # two mails, two files
        assert blobs.content(tx, messages.attachments(tx, first)[0].sha256) == b"%PDF-1.7 brief"


def test_an_attachment_that_was_never_whole_has_no_content(database: Database) -> None:
    cut = replace(attachment(), size=99_000_000, outcome="too large")
    with database.transaction() as tx:
        id = receive(tx)
        read(tx, id, mail(attachments=(cut,)))

        with pytest.raises(Purged):
            blobs.content(tx, messages.attachments(tx, id)[0].sha256)


def test_a_mail_read_before_is_known_by_its_key(database: Database) -> None:
    with database.transaction() as tx:
        first, second = finished(tx, "1"), receive(tx, "2")

        found = messages.same_mail(tx, mail_key(mail()), other_than=second)
        assert found is not None
        assert found.id == first
        assert messages.same_mail(tx, mail_key(mail("other words")), other_than=second) is None
        assert messages.same_mail(tx, mail_key(mail()), other_than=first) is None


def test_a_copy_is_known_by_what_it_is_a_copy_of(database: Database) -> None:
    with database.transaction() as tx:
        copy, original = finished(tx, "1", Outcome.DUPLICATE), finished(tx, "2", Outcome.BRIEF)

        found = messages.same_mail(tx, mail_key(mail()), other_than=receive(tx, "3"))
        assert found is not None
        assert (found.id, copy < original) == (original, True)


def test_a_message_without_an_outcome_is_no_original(database: Database) -> None:
    with database.transaction() as tx:
        waiting = receive(tx, "1")
        read(tx, waiting)

        assert messages.same_mail(tx, mail_key(mail()), other_than=receive(tx, "2")) is None


def test_requests_of_the_same_client_and_minute_come_with_their_words(database: Database) -> None:
    with database.transaction() as tx:
        first = finished(tx, "1")

        found = messages.same_request(tx, request_key(mail()), other_than=receive(tx, "2"))
        assert [(row.id, words) for row, words in found] == [(first, "Three banners please, 03/04 5pm.")]


def test_mail_without_a_client_is_the_same_request_as_nothing(database: Database) -> None:
    with database.transaction() as tx:
        id = receive(tx)
        read(tx, id, mail(client=None))
        messages.finish(tx, id, Outcome.NOTHING_ASKED, "", NOW)

        assert messages.same_request(tx, request_key(mail(client=None)), other_than=receive(tx, "2")) == ()


def test_of_two_copies_read_at_once_one_finds_the_other(database: Database) -> None:
    with database.transaction() as tx:
        ids = [receive(tx, uid) for uid in "12"]
    ready = threading.Barrier(2)
    found: list[bool] = []

    def work(id: int) -> None:
        ready.wait()
        with database.transaction() as tx:
            read(tx, id)
            same = messages.same_mail(tx, mail_key(mail()), other_than=id)
            messages.finish(tx, id, Outcome.BRIEF if same is None else Outcome.DUPLICATE, "", NOW)
            found.append(same is not None)

    threads = [threading.Thread(target=work, args=(id,)) for id in ids]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(found) == [False, True]


def test_a_text_that_is_not_there_is_named(database: Database) -> None:
    with database.reading() as tx, pytest.raises(NoSuch, match="there is no text 17"):
        messages.text(tx, 17)


def test_reading_a_message_that_is_not_there_keeps_nothing(database: Database) -> None:
    with database.transaction() as tx, pytest.raises(NoSuch, match="there is no message 17"):
        read(tx, 17)


def test_what_is_read_later_is_dated_later(database: Database) -> None:
    with database.transaction() as tx:
        id = receive(tx)
        found = mail()
        messages.save_reading(tx, id, found, mail_key=mail_key(found), request_key=request_key(found), now=LATER)

        assert tx.execute(select(schema.mail_text.c.read_at)).scalar_one() == LATER


@pytest.mark.postgres
def test_a_copy_waits_until_the_other_is_kept(postgres_url: str) -> None:
    database = Database(postgres_url)
    with database.transaction() as tx:
        ids = [receive(tx, uid) for uid in "12"]

    def read_both_at_once() -> None:
        with database.transaction() as first, database.transaction() as second:
            read(first, ids[0])
            second.execute(sql("SET LOCAL lock_timeout = '100ms'"))
            read(second, ids[1])

    with pytest.raises(Unreachable, match="lock timeout"):
        read_both_at_once()
    database.close()
