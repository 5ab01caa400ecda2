"""Calendars on the network as the operator and traffic meet them: commands, and the running service."""

import datetime as dt
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from calendars.snapshot import Snapshot
from inbrief.run import Runner
from tests.calendars.feeds import ics
from tests.inbrief.house import agency, settings
from tests.inbrief.test_commands import inbrief, lines
from tests.servers.feeds import Asked, Feeds, feeds, page

CLOSED = ics("UID:closed\nSUMMARY:Office closed\nDTSTART;VALUE=DATE:20260612")


@pytest.fixture
def server() -> Iterator[Feeds]:
    with feeds() as running:
        running.pages["/office.ics"] = page(CLOSED)
        yield running


def on_the_network(server: Feeds) -> list[dict[str, object]]:
    return [
        {"name": name, "url": f"{server.address}/{name}.ics", "allow_private": True, "role": "closures"}
        for name in ("office", "gone")
    ]


def test_the_commands_fetch_show_and_check(tmp_path: Path, server: Feeds) -> None:
    path = settings(tmp_path, calendars=on_the_network(server))
    assert inbrief("db", "upgrade", "--config", path).returncode == 0
    window = ("--from", "2026-06-01T00:00:00Z", "--to", "2026-07-01T00:00:00Z")

    before = inbrief("calendar", "busy", "--json", *window, "--config", path)
    synced = inbrief("calendar", "sync", "--json", "--config", path)
    after = inbrief("calendar", "busy", "--json", *window, "--config", path)
    again = inbrief("calendar", "sync", "--calendar", "office", "--config", path)

    assert (before.returncode, lines(before)) == (65, [])
    assert "calendar office could not be read: it has not been fetched yet" in before.stderr
    why = "127.0.0.1: there is no calendar at this address (404)"
    assert (synced.returncode, lines(synced)) == (
        1,
        [
            {"v": 1, "calendar": "office", "outcome": "changed", "entries": 1, "why": ""},
            {"v": 1, "calendar": "gone", "outcome": "failed", "entries": 0, "why": why},
        ],
    )
    assert [(line["calendar"], line["uid"]) for line in lines(after)] == [("office", "closed")]
    assert (again.returncode, again.stdout) == (0, "calendar office: unchanged\n")


def test_check_tries_each_of_them(tmp_path: Path, server: Feeds) -> None:
    path = settings(tmp_path, calendars=on_the_network(server))

    tried = {str(line["part"]): line for line in lines(inbrief("check", "--json", "--config", path))}

    assert (tried["calendar office"]["works"], tried["calendar gone"]["works"]) == (True, False)
    assert tried["calendar gone"]["sentence"] == "127.0.0.1: there is no calendar at this address (404)"


def _told(snapshot: Snapshot, known: threading.Event) -> Snapshot:
    if "office" in snapshot.names:
        known.set()
    return snapshot


def test_the_service_fetches_in_the_background_and_ends_in_the_middle_of_it(tmp_path: Path, server: Feeds) -> None:
    asked = threading.Event()

    def never_done(request: Asked) -> None:
        asked.set()
        server.over.wait(30)

    server.pages["/gone.ics"] = never_done
    with agency(tmp_path, calendars=on_the_network(server)) as app:
        runner = Runner(app)
        known = threading.Event()
        refresh = app.timing.refresh
        app.timing.refresh = lambda now: _told(refresh(now), known)  # type: ignore[method-assign]
        runner.start()
        try:
            assert asked.wait(20)
            assert known.wait(20)
        finally:
            runner.close()

        snapshot = app.timing.snapshot(app.clock())
        assert snapshot.closures(dt.date(2026, 6, 12))
        assert [failure.calendar for failure in snapshot.failed] == ["gone"]
    assert not server.over.is_set()
