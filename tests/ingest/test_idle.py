"""Waiting for mail on a real IMAP server, and noticing when it dies."""

import signal
import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from imapclient import IMAPClient

from ingest.backoff import Backoff
from ingest.errors import Unreachable
from ingest.idle import idle
from ingest.imap import ImapSource
from ingest.memory import MemoryLedger
from tests.ingest.places import (
    GUARD_SECONDS,
    FaultyPlace,
    ImapPlace,
    Waiting,
    keep,
    message,
    received,
)
from tests.servers.dovecot import Dovecot

pytestmark = pytest.mark.dovecot


def test_without_idle_a_server_is_looked_at_now_and_then(plain: ImapPlace) -> None:
    source = plain.source(every=0.05)
    received(source)

    before = time.monotonic()
    source.wait(threading.Event(), 600)
    assert time.monotonic() - before < 5


def test_further_folders_are_looked_at_now_and_then(mailbox: ImapPlace) -> None:
    with mailbox.client() as client:
        client.create_folder("Clients")
    source, ledger = mailbox.source(settings={"folders": ["INBOX", "Clients"]}, every=0.05), MemoryLedger()
    keep(source, ledger)
    mailbox.deliver(message("one"), folder="Clients")

    before = time.monotonic()
    source.wait(threading.Event(), 600)
    assert time.monotonic() - before < 5
    assert keep(source, ledger) == ["one"]


@pytest.fixture
def own() -> Iterator[ImapPlace]:
    """A mailbox on a server that the test may kill."""
    with Dovecot() as server:
        place = ImapPlace(server)
        yield place
        place.close()


@contextmanager
def idling(source: ImapSource) -> Iterator[Waiting]:
    """Wait with the source; the block begins once the server has answered IDLE."""
    answered = threading.Event()
    with source._session.talking() as client:
        idle = client.idle

        def announced() -> None:
            idle()
            answered.set()

        client.idle = announced
    with Waiting(source) as waiting:
        assert answered.wait(GUARD_SECONDS)
        yield waiting


def test_new_mail_ends_idling(mailbox: ImapPlace) -> None:
    source, ledger = mailbox.source(), MemoryLedger()
    keep(source, ledger)

    with idling(source) as waiting:
        mailbox.server.deliver(message("one"), mailbox.user)
        assert waiting.returned()
    assert keep(source, ledger) == ["one"]


def test_stop_ends_idling(mailbox: ImapPlace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.imap._FIRST_STAY_SECONDS", 600)
    source = mailbox.source()
    received(source)

    with idling(source) as waiting:
        waiting.stop.set()
        assert waiting.returned(within=5)


def test_mail_that_came_while_another_was_put_away_ends_the_wait(mailbox: ImapPlace) -> None:
    source, ledger = mailbox.source(processed=True), MemoryLedger()
    mailbox.deliver(message("one"))
    keep(source, ledger)
    mailbox.deliver(message("two"))
    source.done(ledger.received[0].sighting)  # the server tells of the second message here, and then no more

    with Waiting(source) as waiting:
        assert waiting.returned(within=5)
    assert keep(source, ledger) == ["two"]


def test_a_flag_set_on_a_phone_is_no_news(mailbox: ImapPlace) -> None:
    mailbox.deliver(message("one"))
    source = mailbox.source()
    received(source)

    with idling(source) as waiting:
        with mailbox.client() as phone:
            phone.select_folder("INBOX")
            phone.add_flags([1], [rb"\Seen"])
        assert not waiting.returned(within=1)


def test_mail_after_a_renewal_ends_the_wait(mailbox: ImapPlace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.imap._FIRST_STAY_SECONDS", 0.05)
    source, ledger = mailbox.source(renew=0.05), MemoryLedger()
    keep(source, ledger)

    with idling(source) as waiting:
        assert not waiting.returned(within=0.5)
        mailbox.deliver(message("one"))
        assert waiting.returned()
    assert keep(source, ledger) == ["one"]


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGTERM], ids=["end of stream", "BYE"])
def test_a_server_that_dies_while_idling_is_noticed_within_two_seconds(own: ImapPlace, by: signal.Signals) -> None:
    source = own.source()
    received(source)

    with idling(source) as waiting:
        own.server.stop(by)
        assert waiting.returned(within=2)
    with pytest.raises(Unreachable):
        received(source)


def test_a_server_that_comes_back_is_read_on(own: ImapPlace) -> None:
    source, ledger = own.source(), MemoryLedger()
    keep(source, ledger)
    with idling(source) as waiting:
        own.server.stop(signal.SIGKILL)
        assert waiting.returned()
    own.server.start()
    own.deliver(message("one"))

    assert keep(source, ledger) == ["one"]


def test_a_reset_while_idling_is_noticed(faulty: FaultyPlace) -> None:
    source = faulty.source()
    received(source)

    with idling(source) as waiting:
        faulty.proxy.reset()
        assert waiting.returned(within=2)
    assert not source._session.is_open


def test_a_connection_a_router_forgot_is_noticed_at_the_renewal(
    faulty: FaultyPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.imap._FIRST_STAY_SECONDS", 0.2)
    source, ledger = faulty.source(read_seconds=0.3), MemoryLedger()
    keep(source, ledger)

    with idling(source) as waiting:
        faulty.proxy.swallow()
        faulty.deliver(message("one"))
        assert waiting.returned(within=2)
    faulty.proxy.swallow(False)
    assert keep(source, ledger) == ["one"]


def test_a_server_that_breaks_every_idle_is_not_hammered(faulty: FaultyPlace) -> None:
    source = faulty.source(backoff=Backoff(base=30, chance=lambda: 0))
    for _ in range(2):
        received(source)
        with idling(source) as waiting:
            faulty.proxy.drop()
            waiting.returned(within=1)

    assert source._session.pause() > 25


class OnePacket(socketserver.StreamRequestHandler):
    """Speaks just enough IMAP to tell of a message in the very packet that answers IDLE."""

    def handle(self) -> None:
        idling = b""
        self.wfile.write(b"* OK ready\r\n")
        for line in self.rfile:
            match line.split():
                case [tag, b"CAPABILITY"]:
                    self.wfile.write(b"* CAPABILITY IMAP4rev1 IDLE\r\n" + tag + b" OK done\r\n")
                case [tag, b"IDLE"]:
                    idling = tag
                    self.wfile.write(b"+ idling\r\n* 2 EXISTS\r\n")
                case [b"DONE"]:
                    self.wfile.write(idling + b" OK done\r\n")


def test_news_in_one_packet_with_the_answer_to_idle_is_not_missed() -> None:
    with socketserver.TCPServer(("127.0.0.1", 0), OnePacket) as server:
        threading.Thread(target=server.handle_request).start()
        client = IMAPClient("127.0.0.1", server.server_address[1], ssl=False, timeout=10)

        assert idle(client, threading.Event(), 0.05)
        client.shutdown()
