"""A mailbox behind a network that fails several times a second."""

import collections
import random
import threading
from collections.abc import Callable

import pytest

from ingest.backoff import Backoff
from ingest.errors import Unreachable
from ingest.memory import MemoryLedger
from ingest.source import RawMessage
from tests.ingest.places import NOW, FaultyPlace, message, subjects

pytestmark = [pytest.mark.dovecot, pytest.mark.soak]

MESSAGES = 300


def break_until(stop: threading.Event, place: FaultyPlace, chance: random.Random) -> None:
    def now_and_back(fault: Callable[[bool], None], seconds: float) -> None:
        fault(True)
        stop.wait(seconds)
        fault(False)

    proxy = place.proxy
    faults: list[Callable[[], None]] = [
        proxy.drop,
        proxy.reset,
        lambda: proxy.cut_after(chance.randrange(1, 8000)),
        lambda: now_and_back(proxy.swallow, 0.7),
        lambda: now_and_back(proxy.refuse, 0.2),
    ]
    while not stop.wait(chance.random() * 0.15):
        chance.choice(faults)()


def test_over_a_failing_network_each_message_comes_once_and_whole(faulty: FaultyPlace) -> None:
    chance, ledger, all_delivered = random.Random(4), MemoryLedger(), threading.Event()
    source = faulty.source(processed=True, batch_bytes=5000, read_seconds=0.5, backoff=Backoff(base=0.02, cap=0.2))

    def deliver() -> None:
        for number in range(MESSAGES):
            faulty.server.deliver(message(f"number {number}", lines=number % 60 + 1), faulty.user)
        all_delivered.wait(10)
        all_delivered.set()

    helpers = [
        threading.Thread(target=deliver),
        threading.Thread(target=break_until, args=(all_delivered, faulty, chance)),
    ]
    for helper in helpers:
        helper.start()
    while not all_delivered.is_set() or len(ledger.received) < MESSAGES:
        try:
            for found in source.fetch(ledger, NOW):
                ledger.keep(found)
                if isinstance(found, RawMessage):
                    source.done(found.sighting)
        except Unreachable:
            pass  # what this test is about
        source.wait(threading.Event(), 1)
    for helper in helpers:
        helper.join()

    came = collections.Counter(subject for kept in ledger.received for subject in subjects(kept.content))
    assert came == collections.Counter(f"number {number}" for number in range(MESSAGES))
    assert faulty.proxy.connections > 5
    sizes = {subjects(kept.content)[0]: kept.content.count(b"banner") for kept in ledger.received}
    assert sizes == {f"number {number}": number % 60 + 1 for number in range(MESSAGES)}
