"""Calendars change while briefs are under way: what is new is told once, what is solved too, and else nothing."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from briefs.conflicts import ConflictKind, ConflictState
from inbrief.build import App, open_app
from inbrief.clock import fixed
from inbrief.service import Service
from notify.language import NO_BREAK
from store import briefs, conflicts, outbox
from tests.extracting import shared_extractor
from tests.inbrief.house import CALENDAR, NOW, a_request, drop, mails, settings, story
from tests.servers.postgres import Postgres

THURSDAY = "June 11"
MINUTE = dt.timedelta(minutes=1)
CLOSED = CALENDAR.replace("20260612", "20260611").replace("20260613", "20260612")
OPEN = CALENDAR.replace("20260612", "20260907").replace("20260613", "20260908")


BODIES = {
    "posters": "Hi Sam,\n\nWe need two posters for the Zest card by {due}. Budget is $12,000.\n\nThanks,\nDana\n",
    "banners": "Hello,\n\nfor the branch opening please make five banners, due {due}. We can spend $4,000.\n\nDana\n",
    "flyers": "Dear Ana,\n\nour savings week needs a flyer with a voucher. We would like it by {due}.\n\nBest,\nDana\n",
}


def request(number: int, what: str, due: str = THURSDAY) -> bytes:
    return a_request(f"<r{number}@northpeak.example>", subject=f"New {what}", body=BODIES[what].format(due=due))


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> Iterator[str | None]:
    """What `database` of the settings says; None for SQLite beside them."""
    if request.param == "sqlite":
        yield None
        return
    server: Postgres = request.getfixturevalue("postgres")
    name = server.create()
    yield server.url(name)
    server.drop(name)


class House:
    """An agency with two drafts due on a Thursday that works, and what went out of it since."""

    def __init__(self, folder: Path, database: str | None) -> None:
        self.folder, self.path = folder, settings(folder, **({} if database is None else {"database": database}))
        self.calendar(OPEN)
        drop(folder, request(1, "posters"), request(2, "banners"))
        self.known: set[str] = set()
        with self.running() as app:
            story(app)
        self.told()

    @contextmanager
    def running(self, now: dt.datetime = NOW) -> Iterator[App]:
        with open_app(self.path, upgrade=True, clock=fixed(now), extractor=shared_extractor()) as app:
            yield app

    def calendar(self, text: str) -> None:
        (self.folder / "team.ics").write_text(text.replace("\n", "\r\n"))

    def look(self, app: App) -> None:
        """As the running service does each minute."""
        app.refresh_calendars()
        app.service.deliver()

    def told(self) -> list[EmailMessage]:
        """What went out since the last time."""
        fresh = [mail for mail in mails(self.folder) if mail["Message-ID"] not in self.known]
        self.known |= {mail["Message-ID"] for mail in fresh}
        return fresh


@pytest.fixture
def house(tmp_path: Path, database: str | None) -> House:
    return House(tmp_path, database)


def text_of(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    return " ".join(str(body.get_content()).replace(NO_BREAK, " ").split())


def states(app: App, number: int = 1) -> dict[str, str]:
    with app.database.reading() as tx:
        rows = conflicts.list_conflicts(tx, briefs.by_number(tx, number).id)
    return {row.conflict.kind.value: row.state.value for row in rows}


def test_one_edit_is_one_mail_for_both_briefs_and_then_silence(house: House) -> None:
    with house.running() as app:
        house.look(app)
        assert house.told() == []

        house.calendar(CLOSED)
        house.look(app)
        (news,) = house.told()
        house.look(app)

        assert house.told() == []
    assert news["To"] == "tom.beck@brightwater.example"
    assert news["Subject"] == "Scheduling: 2 new conflicts (briefs 1, 2)"
    assert text_of(news).count("The office is closed on Thu, June 11 (Office closed).") == 2
    assert "An earlier day would work: Thu, March 12." in text_of(news)


def test_what_is_edited_back_is_told_as_solved_once(house: House) -> None:
    with house.running() as app:
        house.calendar(CLOSED)
        house.look(app)
        house.told()

        house.calendar(OPEN)
        house.look(app)
        (news,) = house.told()
        house.look(app)

        assert house.told() == []
        assert states(app)["day_off"] == ConflictState.RESOLVED
    assert news["Subject"] == "Scheduling: 2 conflicts solved (briefs 1, 2)"
    assert "Solved: The office is closed on Thu, June 11" in text_of(news)
    assert "Nothing stands in the way any more." in text_of(news)


def test_a_new_clash_stands_on_the_page(house: House) -> None:
    with house.running() as app:
        house.calendar(CLOSED)
        house.look(app)

        assert ConflictKind.DAY_OFF in {clash.kind for clash in app.desk.brief(1).conflicts}


def test_only_the_brief_that_is_touched_is_told_of(house: House) -> None:
    drop(house.folder, request(3, "flyers", "June 18"))
    with house.running() as app:
        story(app)
        house.told()

        house.calendar(CALENDAR.replace("20260612", "20260618").replace("20260613", "20260619"))
        house.look(app)

        (news,) = house.told()
    assert news["Subject"] == "Scheduling: 1 new conflict (brief 3)"


def test_a_calendar_that_cannot_be_read_is_told_once_and_solves_nothing(house: House) -> None:
    with house.running() as app:
        house.calendar(CLOSED)
        house.look(app)
        house.told()

        house.calendar("BEGIN:VCALENDAR\nnothing like a calendar\n")
        house.look(app)
        (news,) = house.told()
        house.look(app)

        assert house.told() == []
        assert states(app) == {"day_off": "open", "not_checked": "open"}
    assert news["Subject"] == "Scheduling: not everything checked (briefs 1, 2)"
    assert text_of(news).count("could not be read") == 1


def test_a_restart_with_a_calendar_that_cannot_be_read_solves_nothing_and_says_nothing_more(house: House) -> None:
    with house.running() as app:
        house.calendar(CLOSED)
        house.look(app)
        house.calendar("BEGIN:VCALENDAR\nnothing like a calendar\n")
        house.look(app)
    house.told()

    with house.running(NOW + MINUTE) as app:
        house.look(app)

        assert house.told() == []
        assert states(app) == {"day_off": "open", "not_checked": "open"}

        house.calendar(CLOSED)
        house.look(app)
        (news,) = house.told()
        assert news["Subject"] == "Scheduling: checked again (briefs 1, 2)"
        assert states(app) == {"day_off": "open", "not_checked": "resolved"}


def test_a_restart_tells_nothing_again(house: House) -> None:
    with house.running() as app:
        house.calendar(CLOSED)
        house.look(app)
    house.told()

    with house.running(NOW + MINUTE) as app:
        house.look(app)

    assert house.told() == []


def test_what_changed_while_nobody_looked_is_told_after_the_start(house: House) -> None:
    house.calendar(CLOSED)

    with house.running(NOW + MINUTE) as app:
        house.look(app)

    assert [mail["Subject"] for mail in house.told()] == ["Scheduling: 2 new conflicts (briefs 1, 2)"]


def test_an_accepted_clash_stays_accepted_and_is_not_told_of(house: House) -> None:
    with house.running() as app:
        house.calendar(CLOSED)
        house.look(app)
        house.told()
        with app.database.transaction() as tx:
            (clash,) = conflicts.open_conflicts(tx, briefs.by_number(tx, 1).id)
            conflicts.accept(tx, clash.id, actor="ana", why="Jon comes in", now=NOW)

        house.calendar(OPEN)
        house.look(app)
        (news,) = house.told()

        assert news["Subject"] == "Scheduling: 1 conflict solved (brief 2)"
        assert states(app, 1) == {"day_off": "accepted"}


def test_the_days_that_pass_tell_nothing_but_once_of_a_draft_that_nobody_confirmed_in_time(house: House) -> None:
    with house.running() as app:
        app.desk.confirm(1, 1, app.desk.actor("ana.lund@brightwater.example"))
    told = []
    for day in ("2026-03-20", "2026-06-04", "2026-06-05", "2026-06-08", "2026-06-11", "2026-06-12", "2026-07-01"):
        with house.running(dt.datetime.fromisoformat(f"{day}T15:00:00+00:00")) as app:
            house.look(app)
        told += [(day, mail) for mail in house.told()]

    ((day, late),) = told
    assert day == "2026-06-05"  # five working days before June 11 are June 4
    assert late["To"] == "ana.lund@brightwater.example"
    assert late["Subject"] == "Not confirmed in time: brief 2, Northpeak Bank, 5 banners, due June 11"
    assert "Thu, June 11 is too soon for banners: 5 working days are needed, 4 are left." in text_of(late)
    assert "Earliest day that works: Fri, June 12." in text_of(late)


def test_a_day_that_was_too_soon_from_the_first_is_not_told_again_as_late(tmp_path: Path) -> None:
    house = House(tmp_path, None)
    with house.running() as app:
        drop(tmp_path, request(3, "flyers", "March 9"))
        story(app)
    house.told()
    for day in (4, 5, 6, 9, 10):
        with house.running(dt.datetime(2026, 3, day, 15, tzinfo=dt.UTC)) as app:
            house.look(app)

    assert house.told() == []


def test_a_brief_that_has_ended_is_not_looked_at(house: House) -> None:
    with house.running() as app:
        for number in (1, 2):
            app.desk.reject(number, 1, app.desk.actor("ana.lund@brightwater.example"), "not ours")
        house.calendar(CLOSED)
        house.look(app)

    assert house.told() == []


def test_a_look_that_dies_keeps_nothing_and_the_next_one_tells(house: House) -> None:
    def dies() -> str:
        raise RuntimeError("killed")

    house.calendar(CLOSED)
    with house.running() as app:
        with pytest.raises(RuntimeError):
            Service(replace(app.service.parts, new_message_id=dies)).recheck()
        assert states(app) == {}

        house.look(app)

    assert len(house.told()) == 1


def test_two_that_look_at_once_tell_once(house: House) -> None:
    house.calendar(CLOSED)
    with house.running() as app, house.running() as other:
        app.timing.refresh(NOW)
        app.service.recheck()
        other.timing.refresh(NOW)
        other.service.recheck()

        with app.database.reading() as tx:
            queued = [row.mail.subject for row in outbox.list_outgoing(tx) if row.mail.key.startswith("clashes:")]
    assert queued == ["Scheduling: 2 new conflicts (briefs 1, 2)"]


def test_a_change_of_the_table_of_kinds_is_told_after_the_start(house: House) -> None:
    text = house.path.read_text()
    house.path.write_text(text + "jobs: {poster: {lead_time: 90}}\n")

    with house.running() as app:
        house.look(app)

    (news,) = house.told()
    assert news["Subject"] == "Scheduling: 1 new conflict (brief 1)"
    assert "too soon for a poster" in text_of(news)


def test_a_change_order_counts_from_its_own_arrival_also_when_looked_at_again(house: House) -> None:
    body = "Hi Ana,\n\nCould we have the posters by March 10 instead of June 11?\n\nThanks,\nDana\n"
    change = a_request(
        "<c1@northpeak.example>", subject="Re: New posters", body=body, In_Reply_To="<r1@northpeak.example>"
    )
    with house.running() as app:
        drop(house.folder, change)
        story(app)
        before = states(app)
        house.told()
        house.look(app)

        assert house.told() == []
        assert states(app) == before
        assert before == {"lead_time": "open"}
