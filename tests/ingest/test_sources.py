"""The contract of sources, on a place of every kind."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefs.messages import Cursor
from ingest.memory import MemoryLedger
from ingest.source import RawMessage
from tests.ingest.places import (
    EARLIER,
    LIMITS,
    NOW,
    FolderPlace,
    ImapPlace,
    MaildirPlace,
    MemoryPlace,
    Place,
    Waiting,
    keep,
    message,
    received,
    subjects,
)

SECOND = dt.timedelta(seconds=1)


@pytest.fixture(params=["memory", "folder", "maildir", pytest.param("imap", marks=pytest.mark.dovecot)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    match request.param:
        case "memory":
            yield MemoryPlace()
        case "folder":
            yield FolderPlace(tmp_path)
        case "maildir":
            yield MaildirPlace(tmp_path)
        case "imap":
            mailbox = ImapPlace(request.getfixturevalue("dovecot"))
            yield mailbox
            mailbox.close()


def test_a_message_comes_as_it_is(place: Place) -> None:
    place.deliver(message("one"), EARLIER)

    (found,) = received(place.source())
    assert (found.content, found.arrived_at, found.left_out) == (message("one"), EARLIER, "")


def test_an_empty_place_yields_no_message(place: Place) -> None:
    assert received(place.source()) == []


def test_a_message_has_the_same_sighting_in_every_pass(place: Place) -> None:
    place.deliver(message("one"))
    (first,) = received(place.source())
    place.deliver(message("two"), EARLIER + SECOND)

    assert received(place.source())[0].sighting == first.sighting


def test_messages_come_in_the_order_they_arrived(place: Place) -> None:
    for number, subject in enumerate(("one", "two", "three")):
        place.deliver(message(subject), EARLIER + number * SECOND)

    assert subjects(*(found.content for found in received(place.source()))) == ["one", "two", "three"]


def test_what_is_known_does_not_come_again(place: Place) -> None:
    source, ledger = place.source(), MemoryLedger()
    place.deliver(message("one"))
    keep(source, ledger)
    place.deliver(message("two"), EARLIER + SECOND)

    assert keep(source, ledger) == ["two"]


def test_after_a_restart_only_what_is_new_comes(place: Place) -> None:
    ledger = MemoryLedger()
    place.deliver(message("one"))
    keep(place.source(), ledger)
    place.deliver(message("two"), EARLIER + SECOND)

    assert keep(place.source(), ledger) == ["two"]


def test_a_pass_cut_off_half_way_is_made_up_for(place: Place) -> None:
    ledger = MemoryLedger()
    for number, subject in enumerate(("one", "two", "three")):
        place.deliver(message(subject), EARLIER + number * SECOND)
    ledger.keep(next(place.source().fetch(ledger, NOW)))

    assert keep(place.source(), ledger) == ["two", "three"]


def test_a_later_pass_cut_off_half_way_is_made_up_for(place: Place) -> None:
    ledger = MemoryLedger()
    keep(place.source(), ledger)
    for number, subject in enumerate(("one", "two", "three")):
        place.deliver(message(subject), EARLIER + number * SECOND)
    ledger.keep(next(place.source().fetch(ledger, NOW)))

    assert keep(place.source(), ledger) == ["two", "three"]


def test_fetching_changes_nothing(place: Place) -> None:
    place.deliver(message("one"))
    before = place.state()

    keep(place.source(processed=True), MemoryLedger())
    assert place.state() == before


def test_a_message_that_vanished_during_the_pass_is_skipped(place: Place) -> None:
    for number, subject in enumerate(("one", "two", "three")):
        place.deliver(message(subject), EARLIER + number * SECOND)
    found = place.source().fetch(MemoryLedger(), NOW)
    next(found)
    place.remove("two")

    rest = [later.content for later in found if isinstance(later, RawMessage)]
    assert rest == [message("three")]


def test_an_oversize_message_comes_as_its_header(place: Place) -> None:
    place.deliver(message("large", lines=200))

    (found,) = received(place.source())
    assert found.content == message("large", lines=0)
    assert "over the limit of" in found.left_out


def test_a_message_after_an_oversize_one_is_whole(place: Place) -> None:
    place.deliver(message("large", lines=200))
    place.deliver(message("small"), EARLIER + SECOND)

    assert received(place.source())[1].content == message("small")


def test_a_message_of_just_the_limit_is_whole(place: Place) -> None:
    content = message("limit").ljust(LIMITS.bytes - 2, b"x") + b"\r\n"
    place.deliver(content)

    assert received(place.source())[0].content == content


def test_the_first_pass_ends_with_a_position(place: Place) -> None:
    place.deliver(message("one"))

    *_, last = place.source().fetch(MemoryLedger(), NOW)
    assert isinstance(last, Cursor)


def test_what_is_done_is_moved(place: Place) -> None:
    source, ledger = place.source(processed=True), MemoryLedger()
    for number, subject in enumerate(("one", "two")):
        place.deliver(message(subject), EARLIER + number * SECOND)
    keep(source, ledger)

    source.done(ledger.received[0].sighting)
    assert (place.lying(), place.moved()) == (["two"], ["one"])


def test_done_between_two_messages_does_not_disturb_the_pass(place: Place) -> None:
    source, ledger = place.source(processed=True), MemoryLedger()
    for number, subject in enumerate(("one", "two", "three")):
        place.deliver(message(subject), EARLIER + number * SECOND)

    for found in source.fetch(ledger, NOW):
        ledger.keep(found)
        if isinstance(found, RawMessage):
            source.done(found.sighting)
    assert sorted(place.moved()) == ["one", "three", "two"]


def test_done_twice_is_done_once(place: Place) -> None:
    source, ledger = place.source(processed=True), MemoryLedger()
    place.deliver(message("one"))
    keep(source, ledger)

    source.done(ledger.received[0].sighting)
    source.done(ledger.received[0].sighting)
    assert place.moved() == ["one"]


def test_nothing_is_moved_unless_the_settings_say_where_to(place: Place) -> None:
    source, ledger = place.source(), MemoryLedger()
    place.deliver(message("one"))
    keep(source, ledger)

    source.done(ledger.received[0].sighting)
    assert (place.lying(), place.moved()) == (["one"], [])


def test_a_move_that_a_crash_cut_off_is_made_up_for(place: Place) -> None:
    ledger = MemoryLedger()
    place.deliver(message("one"))
    keep(place.source(processed=True), ledger)

    assert keep(place.source(processed=True), ledger) == []
    assert (place.lying(), place.moved()) == ([], ["one"])


def test_since_now_leaves_what_is_there_and_counts_it(place: Place) -> None:
    source, ledger = place.source(since="now"), MemoryLedger()
    place.deliver(message("old"))

    assert keep(source, ledger) == []
    assert (source.older, place.lying()) == (1, ["old"])


def test_since_now_reads_what_comes_later(place: Place) -> None:
    source, ledger = place.source(since="now"), MemoryLedger()
    place.deliver(message("old"))
    keep(source, ledger)
    place.deliver(message("new"), NOW + 60 * SECOND)

    assert keep(source, ledger, NOW + 120 * SECOND) == ["new"]


def test_since_now_reads_what_came_while_it_was_down(place: Place) -> None:
    ledger = MemoryLedger()
    keep(place.source(since="now"), ledger)
    place.deliver(message("new"), NOW + 60 * SECOND)

    assert keep(place.source(since="now"), ledger, NOW + 3600 * SECOND) == ["new"]


def test_since_an_instant_reads_what_arrived_from_then_on(place: Place) -> None:
    source, ledger = place.source(since=EARLIER), MemoryLedger()
    place.deliver(message("before"), EARLIER - SECOND)
    place.deliver(message("then"), EARLIER)

    assert keep(source, ledger) == ["then"]
    assert source.older == 1


def test_check_tells_how_many_messages_there_are(place: Place) -> None:
    place.deliver(message("one"))

    assert "1" in place.source().check()


def test_waiting_ends_when_something_arrives(place: Place) -> None:
    source, ledger = place.source(), MemoryLedger()
    keep(source, ledger)

    with Waiting(source) as waiting:
        place.deliver(message("one"))
        assert waiting.returned()
    assert keep(source, ledger) == ["one"]


def test_waiting_ends_at_once_for_what_arrived_after_the_pass(place: Place) -> None:
    source, ledger = place.source(), MemoryLedger()
    keep(source, ledger)
    place.deliver(message("one"))

    with Waiting(source) as waiting:
        assert waiting.returned()
    assert keep(source, ledger) == ["one"]


def test_waiting_ends_when_it_is_told_to_stop(place: Place) -> None:
    source = place.source()
    keep(source, MemoryLedger())

    with Waiting(source) as waiting:
        waiting.stop.set()
        assert waiting.returned()


def test_waiting_ends_in_time(place: Place) -> None:
    source = place.source()
    keep(source, MemoryLedger())

    with Waiting(source, timeout=0.05) as waiting:
        assert waiting.returned()


def test_closing_twice_is_closing_once(place: Place) -> None:
    source = place.source()
    received(source)

    source.close()
    source.close()
