"""Connections that break, and what comes after."""

import threading
import time

import pytest

from ingest.errors import Misconfigured, Unreachable
from ingest.memory import MemoryLedger
from tests.ingest.places import NOW, FaultyPlace, keep, message, received

pytestmark = pytest.mark.dovecot


def test_a_connection_cut_in_a_message_yields_no_part_of_it(faulty: FaultyPlace) -> None:
    ledger = MemoryLedger()
    faulty.deliver(message("one"))
    faulty.deliver(message("two", lines=80))
    found = faulty.source().fetch(ledger, NOW)
    ledger.keep(next(found))
    faulty.proxy.cut_after(600)

    with pytest.raises(Unreachable, match="the connection was lost"):
        next(found)
    assert keep(faulty.source(), ledger) == ["two"]


def test_a_connection_that_broke_between_two_passes_is_not_worth_a_word(faulty: FaultyPlace) -> None:
    source, ledger = faulty.source(), MemoryLedger()
    keep(source, ledger)
    faulty.deliver(message("one"))
    faulty.proxy.reset()

    assert keep(source, ledger) == ["one"]


def test_after_an_outage_the_same_source_goes_on(faulty: FaultyPlace) -> None:
    source, ledger, stop = faulty.source(), MemoryLedger(), threading.Event()
    keep(source, ledger)
    faulty.proxy.refuse()
    faulty.proxy.drop()
    for _ in range(3):
        with pytest.raises(Unreachable):
            received(source, ledger)
        source.wait(stop, 20)
    faulty.deliver(message("meanwhile"))
    faulty.proxy.refuse(False)

    assert keep(source, ledger) == ["meanwhile"]


def test_failures_in_a_row_are_followed_by_a_pause(faulty: FaultyPlace) -> None:
    faulty.proxy.refuse()
    source = faulty.source()
    for _ in range(6):
        with pytest.raises(Unreachable):
            received(source)
        source.wait(threading.Event(), 20)

    with pytest.raises(Unreachable):
        received(source)
    assert source._session.pause() > 0.05 * 2**4 / 2 - 0.1


def test_stop_ends_the_pause(faulty: FaultyPlace) -> None:
    source, stop = faulty.source(password="wrong"), threading.Event()
    with pytest.raises(Misconfigured):
        received(source)
    stop.set()

    before = time.monotonic()
    source.wait(stop, 600)
    assert time.monotonic() - before < 5
