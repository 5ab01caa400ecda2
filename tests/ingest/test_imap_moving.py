"""Putting mail away on a real IMAP server."""

import re

import pytest

from ingest.memory import MemoryLedger
from tests.ingest.places import ImapPlace, keep, message, received
from tests.servers.dovecot import Dovecot

pytestmark = pytest.mark.dovecot


def test_the_folder_for_what_is_processed_is_made(mailbox: ImapPlace) -> None:
    mailbox.deliver(message("one"))
    source = mailbox.source(settings={"processed": "Done/2026"})
    (found,) = received(source)

    source.done(found.sighting)
    assert mailbox.in_folder("Done/2026") == ["one"]


def test_without_move_a_message_is_copied_and_expunged(plain: ImapPlace) -> None:
    plain.deliver(message("one"))
    plain.deliver(message("marked by somebody"))
    with plain.client() as client:
        client.select_folder("INBOX")
        client.add_flags([2], [rb"\Deleted"])
    source = plain.source(processed=True)
    first, _ = received(source)

    source.done(first.sighting)
    assert (plain.lying(), plain.moved()) == (["marked by somebody"], ["one"])


def test_without_move_done_twice_is_done_once(plain: ImapPlace) -> None:
    plain.deliver(message("one"))
    source = plain.source(processed=True)
    (found,) = received(source)

    source.done(found.sighting)
    source.done(found.sighting)
    assert plain.moved() == ["one"]


def test_without_any_means_to_move_a_message_stays() -> None:
    with Dovecot("protocol imap {\n  imap_capability = IMAP4rev1\n}\n") as server:
        place = ImapPlace(server)
        place.deliver(message("one"))
        source = place.source(processed=True)
        (found,) = received(source)

        source.done(found.sighting)
        assert (place.lying(), place.moved()) == (["one"], [])
        assert "processed mail stays" in source.check()
        place.close()


def test_a_sighting_from_before_uids_started_over_moves_nothing(mailbox: ImapPlace) -> None:
    mailbox.deliver(message("one"))
    source = mailbox.source(processed=True)
    (found,) = received(source)
    source.close()
    mailbox.server.bump_uidvalidity(mailbox.user)

    source.done(found.sighting)
    assert mailbox.lying() == ["one"]


def test_a_folder_that_cannot_be_made_is_named(mailbox: ImapPlace) -> None:
    mailbox.deliver(message("one"))
    source = mailbox.source(settings={"processed": "a//b"})
    (found,) = received(source)

    source.done(found.sighting)
    assert re.search(r"does not move mail to 'a//b'.*correct `processed`", source.problems[0])
    assert len(received(source)) == 1


def test_what_cannot_be_moved_does_not_stop_what_is_new(mailbox: ImapPlace) -> None:
    ledger = MemoryLedger()
    mailbox.deliver(message("one"))
    keep(mailbox.source(), ledger)
    mailbox.deliver(message("two"))
    source = mailbox.source(settings={"processed": "a//b"})

    assert keep(source, ledger) == ["two"]
    assert "'a//b'" in source.problems[0]
