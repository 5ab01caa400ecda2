"""What comes out of a real IMAP mailbox."""

import datetime as dt
import os
from typing import Any

import pytest

from briefs.messages import Cursor, Sighting
from ingest.imap import ImapSource
from ingest.memory import MemoryLedger
from ingest.source import RawMessage
from tests.ingest.places import EARLIER, NOW, FaultyPlace, ImapPlace, keep, message, received, subjects

pytestmark = pytest.mark.dovecot

SECOND = dt.timedelta(seconds=1)


def test_a_message_somebody_read_on_a_phone_comes_all_the_same(mailbox: ImapPlace) -> None:
    mailbox.deliver(message("one"))
    with mailbox.client() as phone:
        phone.select_folder("INBOX")
        phone.add_flags(phone.search(), [rb"\Seen"])

    assert len(received(mailbox.source())) == 1


def test_a_fetched_message_is_still_unread(mailbox: ImapPlace) -> None:
    mailbox.deliver(message("one"))

    received(mailbox.source(processed=True))
    assert mailbox.state() == {1: []}


def test_a_fetched_message_is_still_recent_to_its_owner(mailbox: ImapPlace) -> None:
    mailbox.deliver(message("one"))

    received(mailbox.source())
    with mailbox.client() as phone:
        assert phone.select_folder("INBOX")[b"RECENT"] == 1


def test_an_instant_in_another_zone_misses_no_mail_of_the_day_before(mailbox: ImapPlace) -> None:
    since = dt.datetime(2026, 3, 2, 0, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    mailbox.deliver(message("before"), dt.datetime(2026, 3, 1, 22, 29, tzinfo=dt.UTC))
    mailbox.deliver(message("after"), dt.datetime(2026, 3, 1, 22, 31, tzinfo=dt.UTC))

    assert keep(mailbox.source(since=since), MemoryLedger()) == ["after"]


def test_a_sighting_is_mailbox_folder_uidvalidity_and_uid(mailbox: ImapPlace) -> None:
    mailbox.deliver(message("one"))
    with mailbox.client() as client:
        validity = client.folder_status("INBOX", ["UIDVALIDITY"])[b"UIDVALIDITY"]

    (found,) = received(mailbox.source())
    assert found.sighting == Sighting("intake", "INBOX", validity, "1")


def test_mail_delivered_by_a_mail_server_comes(mailbox: ImapPlace) -> None:
    mailbox.server.deliver(message("one"), mailbox.user)

    assert keep(mailbox.source(), MemoryLedger()) == ["one"]


def test_every_configured_folder_is_read(mailbox: ImapPlace) -> None:
    with mailbox.client() as client:
        client.create_folder("Clients")
    mailbox.deliver(message("one"))
    mailbox.deliver(message("two"), folder="Clients")

    source = mailbox.source(settings={"folders": ["INBOX", "Clients"]})
    assert keep(source, MemoryLedger()) == ["one", "two"]


def test_a_folder_may_have_a_name_in_any_script(mailbox: ImapPlace) -> None:
    with mailbox.client() as client:
        client.create_folder("Aufträge & más")
    mailbox.deliver(message("one"), folder="Aufträge & más")

    assert keep(mailbox.source(settings={"folders": ["Aufträge & más"]}), MemoryLedger()) == ["one"]


def test_when_uids_start_over_everything_is_sighted_anew(mailbox: ImapPlace) -> None:
    ledger = MemoryLedger()
    mailbox.deliver(message("one"))
    source = mailbox.source()
    keep(source, ledger)
    source.close()
    mailbox.server.bump_uidvalidity(mailbox.user)

    assert keep(mailbox.source(), ledger) == ["one"]
    assert keep(mailbox.source(), ledger) == []


def test_when_uids_start_over_mail_from_before_first_contact_stays(mailbox: ImapPlace) -> None:
    ledger = MemoryLedger()
    mailbox.deliver(message("old"))
    source = mailbox.source(since="now")
    keep(source, ledger)
    mailbox.deliver(message("new"), NOW + 60 * SECOND)
    source.close()
    mailbox.server.bump_uidvalidity(mailbox.user)

    assert keep(mailbox.source(since="now"), ledger, NOW + 120 * SECOND) == ["new"]


def test_a_rebuilt_mailbox_cut_off_half_way_still_leaves_what_is_older(mailbox: ImapPlace) -> None:
    ledger = MemoryLedger()
    source = mailbox.source(since="now")
    keep(source, ledger)
    for number in (1, 2, 3):
        mailbox.deliver(message(f"new {number}"), NOW + number * SECOND)
    mailbox.deliver(message("old"), EARLIER)
    source.close()
    mailbox.server.bump_uidvalidity(mailbox.user)
    ledger.keep(next(mailbox.source(since="now").fetch(ledger, NOW)))

    assert keep(mailbox.source(since="now"), ledger) == ["new 2", "new 3"]


def test_an_old_message_moved_in_later_comes(mailbox: ImapPlace) -> None:
    source, ledger = mailbox.source(since="now"), MemoryLedger()
    keep(source, ledger)
    mailbox.deliver(message("from last week"), NOW - dt.timedelta(days=7))

    assert keep(source, ledger) == ["from last week"]


def test_the_position_moves_with_each_message(mailbox: ImapPlace) -> None:
    source, ledger = mailbox.source(since="now"), MemoryLedger()
    keep(source, ledger)
    mailbox.deliver(message("one"))
    mailbox.deliver(message("two"))

    found = received(source, ledger)
    assert [one.cursor and one.cursor.last_uid for one in found] == [1, 2]
    assert found[0].cursor == Cursor("intake", "INBOX", found[0].sighting.uid_validity, 1, NOW)


def expunged_during(mailbox: ImapPlace, source: ImapSource, *others: str) -> list[str]:
    """Fetch one message, let somebody take away the named ones, fetch the rest."""
    found = source.fetch(MemoryLedger(), NOW)
    contents = [next(found)]
    for other in others:
        mailbox.remove(other)
    contents += found
    assert all(one.content for one in contents if isinstance(one, RawMessage))
    return subjects(*(one.content for one in contents if isinstance(one, RawMessage)))


def test_a_message_expunged_before_it_was_asked_for_is_skipped(mailbox: ImapPlace) -> None:
    for subject in ("one", "two", "three"):
        mailbox.deliver(message(subject))

    assert expunged_during(mailbox, mailbox.source(batch_bytes=1), "two") == ["one", "three"]


def test_a_message_expunged_from_a_batch_is_skipped(mailbox: ImapPlace) -> None:
    mailbox.deliver(message("one", lines=50))
    for subject in ("two", "three", "four"):
        mailbox.deliver(message(subject))

    assert expunged_during(mailbox, mailbox.source(batch_bytes=900), "three") == ["one", "two", "four"]


def test_a_message_the_server_has_told_is_expunged_is_skipped(mailbox: ImapPlace) -> None:
    for subject in ("one", "two", "three"):
        mailbox.deliver(message(subject))
    source = mailbox.source(processed=True, batch_bytes=1)

    found = source.fetch(MemoryLedger(), NOW)
    first = next(found)
    assert isinstance(first, RawMessage)
    mailbox.remove("two")
    source.done(first.sighting)
    assert subjects(*(one.content for one in found if isinstance(one, RawMessage))) == ["three"]


def test_an_oversize_message_that_vanishes_is_skipped(mailbox: ImapPlace) -> None:
    mailbox.deliver(message("one"))
    mailbox.deliver(message("large", lines=200))

    assert expunged_during(mailbox, mailbox.source(), "large") == ["one"]


def test_of_fifty_megabytes_only_the_header_crosses_the_wire(faulty: FaultyPlace) -> None:
    faulty.deliver(message("first"))
    # Written where the server would: sending 50 MB through it takes seconds.
    huge = faulty.server.maildir(faulty.user) / "new" / "1772442000.M1P1.host"
    huge.write_bytes(message("huge") + (b"x" * 70 + b"\r\n") * 700_000)
    own = huge.parent.stat()
    os.chown(huge, own.st_uid, own.st_gid)

    found = received(faulty.source(batch_bytes=10**9))
    assert [one.left_out for one in found] == ["", "50 MB, over the limit of 0.0 MB"]
    assert subjects(found[1].content) == ["huge"]
    assert faulty.proxy.to_client < 50_000


@pytest.mark.parametrize("batch_bytes", [1, 3000, 10**9])
def test_an_oversize_message_among_others_is_fetched_by_itself(mailbox: ImapPlace, batch_bytes: int) -> None:
    for subject, lines in (("one", 1), ("large", 200), ("two", 1), ("three", 1)):
        mailbox.deliver(message(subject, lines))

    found = received(mailbox.source(batch_bytes=batch_bytes))
    assert [bool(one.left_out) for one in found] == [False, True, False, False]
    assert [one.content for one in found] == [message("one"), message("large", 0), message("two"), message("three")]


def test_small_messages_come_many_with_one_command(mailbox: ImapPlace) -> None:
    for number in range(20):
        mailbox.deliver(message(f"number {number}"))
    source = mailbox.source(batch_bytes=4_000_000)
    with source._session.talking() as client:
        commands = 0
        fetch = client.fetch

        def counted(*arguments: Any) -> Any:
            nonlocal commands
            commands += 1
            return fetch(*arguments)

        client.fetch = counted

    assert len(received(source)) == 20
    assert commands == 2
