"""Servers for the tests of the way in."""

from collections.abc import Iterator

import pytest

from tests.ingest.places import FaultyPlace, ImapPlace
from tests.servers.dovecot import Dovecot, dovecot_fixture
from tests.servers.faults import FaultProxy

__all__ = ["dovecot_fixture"]


@pytest.fixture
def mailbox(dovecot: Dovecot) -> Iterator[ImapPlace]:
    place = ImapPlace(dovecot)
    yield place
    place.close()


@pytest.fixture
def faulty(dovecot: Dovecot) -> Iterator[FaultyPlace]:
    with FaultProxy(dovecot.imaps_port) as proxy:
        place = FaultyPlace(dovecot, proxy)
        yield place
        place.close()


@pytest.fixture(scope="session")
def plain_dovecot() -> Iterator[Dovecot]:
    """A server that can neither MOVE nor IDLE, but expunge a single message."""
    with Dovecot("protocol imap {\n  imap_capability = IMAP4rev1 UIDPLUS LITERAL+\n}\n") as server:
        yield server


@pytest.fixture
def plain(plain_dovecot: Dovecot) -> Iterator[ImapPlace]:
    place = ImapPlace(plain_dovecot)
    yield place
    place.close()
