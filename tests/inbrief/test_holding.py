"""Due dates written into a calendar on a real Radicale: as the briefs have them, and nothing of anybody else's."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefs.draft import BriefState
from briefs.findings import DateSpan
from briefs.holds import Written
from calendars.sources.guard import Guard
from inbrief.build import App
from inbrief.holding import Held, holds_key, standing
from inbrief.run import Runner
from store import briefs, holds
from tests.inbrief.house import a_request, agency, drop, settings, story
from tests.inbrief.test_commands import inbrief, lines
from tests.servers.radicale import PASSWORD, USER, Radicale, radicale

FOREIGN = "UID:hers\nDTSTAMP:20260101T000000Z\nSUMMARY:Pitch rehearsal\nDTSTART;VALUE=DATE:20260612"
TITLE = "Brief 1: Northpeak Bank: Zest · 2 posters"
NOTHING = Held()


@pytest.fixture(scope="module")
def dav(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    with radicale(tmp_path_factory.mktemp("radicale")) as server:
        yield server


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The method of each request."""
    methods: list[str] = []
    ask = Guard._once

    def noting(self: Guard, method: str, *rest: object) -> object:
        methods.append(method)
        return ask(self, method, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Guard, "_once", noting)
    return methods


class House:
    """An agency with one draft due on 12 June, and a calendar of its own that somebody else writes into, too."""

    def __init__(self, folder: Path, dav: Radicale) -> None:
        self.folder, self.dav, self.name = folder, dav, uuid.uuid4().hex
        self.url = dav.make(self.name)
        dav.put(self.name, FOREIGN, "hers.ics")
        self.foreign = dav.entries(self.name)["hers.ics"]
        drop(folder, a_request())
        with self.running() as app:
            story(app)

    @property
    def settings(self) -> dict[str, object]:
        auth = {"user": USER, "password_env": "HOLDS_PASSWORD"}
        return {"caldav": self.url, "auth": auth, "allow_private": True}

    @contextmanager
    def running(self) -> Iterator[App]:
        with agency(self.folder, holds=self.settings) as app:
            yield app

    @property
    def ours(self) -> dict[str, str]:
        """Each time it is also looked whether the entry of somebody else is as it was, byte for byte."""
        entries = self.dav.entries(self.name)
        assert entries.pop("hers.ics") == self.foreign
        return entries

    @property
    def shown(self) -> list[str]:
        """Day, state and revision of each of our entries."""
        return sorted(
            " ".join(_line(text, name) for name in ("DTSTART;VALUE=DATE", "STATUS", "SEQUENCE"))
            for text in self.ours.values()
        )

    def by_hand(self, before: str, after: str) -> str:
        """Somebody changes our one entry in their calendar program."""
        ((name, text),) = self.ours.items()
        assert before in text
        self.dav.put_whole(self.name, text.replace(before, after), name)
        return self.ours[name]

    def as_before(self, app: App, written: tuple[Written, ...]) -> None:
        """What is kept, as it stood before a look that a crash kept from noting down what it wrote."""
        with app.database.transaction() as tx:
            for now in holds.written(tx, self.url):
                holds.forget(tx, self.url, now.hold.uid)
            for one in written:
                holds.keep(tx, self.url, one)

    def kept(self, app: App) -> tuple[Written, ...]:
        with app.database.reading() as tx:
            return holds.written(tx, self.url)


def _line(text: str, name: str) -> str:
    return next(line.partition(":")[2] for line in text.splitlines() if line.startswith(f"{name}:"))


def answers(house: House, app: App, number: int, body: str) -> None:
    """The client writes again."""
    thread = {"In_Reply_To": "<r1@northpeak.example>", "subject": "Re: Zest card posters"}
    drop(house.folder, a_request(f"<r{number}@northpeak.example>", body=body, **thread))
    story(app)


def confirm(app: App, seen: int = 1) -> None:
    app.desk.confirm(1, seen, app.desk.actor("ana.lund@brightwater.example"))


def move(app: App, day: int, seen: int = 1) -> None:
    """The due date is another day in June."""
    with app.database.reading() as tx:
        values = briefs.values(tx, 1)
    moved = date(2026, 6, day)
    changed = tuple(
        replace(each, value=replace(each.value, start=moved, end=moved)) if isinstance(each.value, DateSpan) else each
        for each in values
    )
    app.desk.correct(1, seen, app.desk.actor("ana.lund@brightwater.example"), changed)


def cancel(app: App) -> None:
    with app.database.transaction() as tx:
        row = briefs.by_number(tx, 1)
        now = app.clock()
        briefs.set_state(tx, row.id, BriefState.CANCELLED, revision=row.revision, actor="ana", reason="off", now=now)


@pytest.fixture
def house(tmp_path: Path, dav: Radicale, monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.setenv("HOLDS_PASSWORD", PASSWORD)
    return House(tmp_path, dav)


def test_a_due_date_is_pencilled_in_confirmed_moved_and_withdrawn_with_its_brief(house: House) -> None:
    with house.running() as app:
        assert app.holding.write() == Held(written=1)
        assert house.shown == ["20260612 TENTATIVE 0"]
        confirm(app)
        assert app.holding.write() == Held(moved=1)
        assert house.shown == ["20260612 CONFIRMED 1"]
        answers(house, app, 2, "Sorry, we have to move the deadline. Please deliver by June 19 instead of June 12.\n")
        assert app.holding.write().sentence == "holds: written 0, moved 1, withdrawn 0"
        assert house.shown == ["20260619 CONFIRMED 2"]
        answers(house, app, 3, "Please cancel the posters, we are calling the job off.\n")
        confirm(app, 3)
        assert app.holding.write() == Held(withdrawn=1)
        assert (house.ours, house.kept(app)) == ({}, ())


def test_where_nothing_changed_nothing_is_asked(house: House, asked: list[str]) -> None:
    with house.running() as app:
        app.holding.write()
        asked.clear()

        assert app.holding.write().sentence == "holds: unchanged"
        assert asked == []


def test_a_change_is_one_request_once_the_server_knows_us(house: House, asked: list[str]) -> None:
    with house.running() as app:
        app.holding.write()
        confirm(app)
        asked.clear()
        app.holding.write()

    assert set(asked) <= {"PUT", "REPORT"}
    assert len(asked) <= 2  # the first is answered with how to sign in


@pytest.mark.parametrize(
    ("before", "after"),
    [("20260612", "20260611"), ("END:VEVENT", "DESCRIPTION:Call Dana first\r\nEND:VEVENT")],
)
def test_what_somebody_changed_by_hand_is_left_alone_and_said_once(house: House, before: str, after: str) -> None:
    with house.running() as app:
        app.holding.write()
        theirs = house.by_hand(before, after)
        assert app.holding.write() == NOTHING  # nobody wanted anything else of it

        move(app, 19)
        told = app.holding.write()
        assert told == Held(left_alone=(TITLE,))
        assert told.sentence.startswith("holds: left alone, since somebody changed them there: Brief 1")
        move(app, 22, seen=2)
        assert app.holding.write() == NOTHING
        cancel(app)
        assert app.holding.write() == NOTHING

    assert list(house.ours.values()) == [theirs]


def test_an_entry_changed_by_hand_stays_when_its_brief_ends(house: House) -> None:
    with house.running() as app:
        app.holding.write()
        theirs = house.by_hand("SUMMARY:Brief 1", "SUMMARY:Ours")
        cancel(app)

        assert app.holding.write().left_alone == (TITLE,)
        assert app.holding.write() == NOTHING

    assert list(house.ours.values()) == [theirs]


def test_somebody_elses_entry_where_ours_should_go_is_left_alone(house: House) -> None:
    with house.running() as app:
        with app.database.reading() as tx:
            (hold,) = standing(tx, holds_key(app.database))
        house.dav.put(house.name, FOREIGN.replace("hers", "his"), f"{hold.uid}.ics")
        before = house.ours

        assert app.holding.write().left_alone == (hold.title,)
        assert house.ours == before


def test_an_entry_that_was_deleted_comes_back_only_once_it_changes(house: House) -> None:
    with house.running() as app:
        app.holding.write()
        (name,) = house.ours
        house.dav.delete(house.name, name)

        assert (app.holding.write(), house.ours) == (NOTHING, {})
        move(app, 19)
        assert (app.holding.write(), len(house.shown)) == (Held(moved=1), 1)
        house.dav.delete(house.name, name)
        cancel(app)
        assert (app.holding.write(), house.kept(app)) == (Held(withdrawn=1), ())


def test_a_crash_after_writing_makes_no_second_entry(house: House) -> None:
    """Before a hold is sent it is kept without a tag: so it stands after the crash."""
    with house.running() as app:
        app.holding.write()
        (written,) = house.kept(app)
        (before,) = house.ours.values()
        house.as_before(app, (Written(written.hold),))

        app.holding.write()

        assert (list(house.ours.values()), house.kept(app)) == ([before], (written,))


@pytest.mark.parametrize("known", ["noted to be sent", "nothing at all, as after a restore"])
def test_what_changed_around_a_crash_is_still_one_entry_as_it_should_be(house: House, known: str) -> None:
    with house.running() as app:
        app.holding.write()
        noted = tuple(Written(each.hold) for each in house.kept(app)) if known == "noted to be sent" else ()
        house.as_before(app, noted)
        move(app, 19)

        app.holding.write()

        assert house.shown == ["20260619 TENTATIVE 1"]


def test_a_crash_in_a_change_is_noticed(house: House) -> None:
    with house.running() as app:
        app.holding.write()
        before = house.kept(app)
        move(app, 19)
        app.holding.write()
        house.as_before(app, before)
        assert app.holding.write().left_alone == ()
        assert house.shown == ["20260619 TENTATIVE 1"]
        house.as_before(app, before)
        cancel(app)
        assert (app.holding.write(), house.ours) == (Held(withdrawn=1), {})


def test_what_was_sent_before_a_crash_goes_though_the_brief_has_ended_since(house: House) -> None:
    with house.running() as app:
        app.holding.write()
        house.as_before(app, tuple(Written(each.hold) for each in house.kept(app)))
        cancel(app)

        assert (app.holding.write(), house.ours, house.kept(app)) == (Held(withdrawn=1), {}, ())


def test_a_server_that_is_down_is_written_to_when_it_is_back(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOLDS_PASSWORD", PASSWORD)
    with radicale(tmp_path_factory.mktemp("down")) as server:
        house = House(tmp_path, server)
        with house.running() as app:
            server.stop()
            why = "127.0.0.1: it could not be reached (Connection refused)"
            assert app.holding.write() == Held(why=why)
            confirm(app)
            assert app.holding.write().sentence == f"holds: failed: {why}"

            server.start()
            assert app.holding.write() == Held(written=1)
            assert house.shown == ["20260612 CONFIRMED 0"]
            server.stop()
            cancel(app)
            assert app.holding.write() == Held(why=why)
            server.start()
            assert (app.holding.write(), house.ours) == (Held(withdrawn=1), {})


def test_the_commands_write_say_so_and_try_without_writing(house: House) -> None:
    path = settings(house.folder, holds=house.settings)
    tried = {str(line["part"]): line for line in lines(inbrief("check", "--json", "--config", path))}
    assert (tried["holds"]["works"], house.ours) == (True, {})

    first = inbrief("calendar", "sync", "--config", path)
    again = inbrief("calendar", "sync", "--json", "--config", path)

    assert (first.returncode, first.stdout) == (0, "holds: written 1, moved 0, withdrawn 0\n")
    (line,) = lines(again)
    assert line == {"v": 1, "holds": {"written": 0, "moved": 0, "withdrawn": 0, "left_alone": [], "why": ""}}


def test_a_calendar_that_is_not_there_is_said_by_both_commands(house: House) -> None:
    elsewhere = {**house.settings, "caldav": f"{house.url}none/"}
    path = settings(house.folder, holds=elsewhere)

    tried = {str(line["part"]): line for line in lines(inbrief("check", "--json", "--config", path))}
    synced = inbrief("calendar", "sync", "--config", path)

    assert tried["holds"]["sentence"] == "127.0.0.1: there is no calendar at this address (404)"
    assert synced.returncode == 1
    assert "holds: failed: " in synced.stdout


def test_read_as_a_source_our_own_entries_are_passed_over(house: House) -> None:
    source = {"name": "shared", "caldav": house.url, "auth": house.settings["auth"], "allow_private": True}
    with agency(house.folder, holds=house.settings, calendars=[{**source, "role": "closures"}]) as app:
        app.holding.write()
        (calendar,) = app.config.calendars
        assert app.syncing.sync(calendar).entries == 2

        snapshot = app.timing.refresh(app.clock())

    assert [(busy.summary, busy.uid) for busy in snapshot.busy if busy.calendar == "shared"] == [
        ("Pitch rehearsal", "hers")
    ]
    assert snapshot.unread == ()


def test_the_running_service_writes_in_the_background(house: House) -> None:
    with house.running() as app:
        runner = Runner(app)
        runner._hold()

        assert (house.shown, app.pulse.states()["holds"]) == (["20260612 TENTATIVE 0"], "ok")
