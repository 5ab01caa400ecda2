"""One message on standard input."""

import hashlib
import io

from briefs.messages import Sighting
from ingest.limits import Limits
from ingest.memory import MemoryLedger
from ingest.pipe import PipeSource
from tests.ingest.places import LIMITS, NOW, keep, message, received


def piped(content: bytes, limits: Limits = LIMITS) -> PipeSource:
    return PipeSource("pipe", io.BytesIO(content), limits)


def test_everything_on_the_stream_is_one_message() -> None:
    (found,) = received(piped(message("one", lines=50)))

    assert (found.content, found.arrived_at) == (message("one", lines=50), NOW)


def test_a_message_is_known_by_its_bytes() -> None:
    (found,) = received(piped(message("one")))

    assert found.sighting == Sighting("pipe", "", 0, hashlib.sha256(message("one")).hexdigest())


def test_the_same_bytes_again_are_the_same_message() -> None:
    ledger = MemoryLedger()
    keep(piped(message("one")), ledger)

    assert keep(piped(message("one")), ledger) == []


def test_an_oversize_message_comes_as_its_header() -> None:
    (found,) = received(piped(message("large", lines=20_000), Limits(bytes=200_000)))

    assert (found.content, found.left_out) == (message("large", lines=0), "0.4 MB, over the limit of 0.2 MB")


def test_two_oversize_messages_with_one_header_are_two() -> None:
    ledger = MemoryLedger()
    keep(piped(message("large", lines=200)), ledger)

    assert keep(piped(message("large", lines=201)), ledger) == ["large"]


def test_an_empty_stream_is_a_message_without_content() -> None:
    assert [found.content for found in received(piped(b""))] == [b""]
