"""Nothing blocks: a person lives with a scheduling conflict and says why, and nobody is told of it again."""

import datetime as dt
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from briefs.conflicts import Conflict, ConflictKind, Severity
from briefs.draft import BriefState
from briefs.roles import Role
from inbrief.build import App
from inbrief.errors import Refused
from notify.language import NO_BREAK
from store import actions, briefs
from store.errors import StaleRevision
from tests.inbrief.browser import TestClient, submit, words_of
from tests.inbrief.fake_desk import FakeDesk
from tests.inbrief.house import CALENDAR, PEOPLE, a_request, agency, drop, mails, story
from tests.inbrief.pages import client_for, sign_in
from tests.inbrief.story import DRAFT, desk
from tests.notify.invented import ANA_AWAY, SAM, TESS, TOO_SOON

WHY = "Jon comes in on that day"
ANA, TOM = "ana.lund@brightwater.example", "tom.beck@brightwater.example"
CLOSED = "day_off:2026-06-12:"
BOOKED = (
    "BEGIN:VEVENT\nUID:studio@tests\nDTSTAMP:20260101T000000Z\nDTSTART;VALUE=DATE:20260610\n"
    "DTEND;VALUE=DATE:20260613\nSUMMARY:Ana Lund on leave\nEND:VEVENT\nEND:VCALENDAR"
)


# On the page


def test_each_clash_can_be_accepted_with_a_reason(running: FakeDesk, sam: TestClient) -> None:
    page = sam.get("/briefs/17")
    offered = [unescape(key) for key in re.findall(r'name="clash" value="([^"]*)"', page.text)]
    assert offered == [TOO_SOON.key, ANA_AWAY.key]

    answer = submit(sam, page, "/briefs/17/accept", clash=ANA_AWAY.key, why=f"  {WHY}\n")

    assert answer.headers["location"] == "/briefs/17?done=accepted"
    assert running.done == [("accept", 17, SAM.id, ANA_AWAY.key, WHY)]
    shown = sam.get("/briefs/17?done=accepted")
    assert re.findall(r'name="clash" value="([^"]*)"', shown.text) == [TOO_SOON.key]
    assert f"{SAM.name}, Tue, March 3, 2026" in words_of(shown).partition(" Accepted ")[2]
    assert WHY in words_of(shown)


def test_without_a_reason_nothing_is_accepted(running: FakeDesk, sam: TestClient) -> None:
    answer = submit(sam, sam.get("/briefs/17"), "/briefs/17/accept", clash=ANA_AWAY.key, why=" ")

    assert answer.status_code == 422
    assert words_of(answer).count("Please say in a few words why") == 2  # at the top of the page and at the form
    assert len(re.findall(r'<details class="edit" id="accept" open>', answer.text)) == 1
    assert running.done == []


def test_who_saw_an_overtaken_revision_accepts_nothing(running: FakeDesk, sam: TestClient) -> None:
    page = sam.get("/briefs/17")
    running.correct(17, 1, SAM, DRAFT.values[:-1])

    answer = submit(sam, page, "/briefs/17/accept", clash=ANA_AWAY.key, why=WHY)

    assert answer.status_code == 409
    assert "Nothing was changed: revision 2 stands by now" in words_of(answer)
    assert [done[0] for done in running.done] == ["correct"]


def test_a_clash_that_is_gone_is_not_accepted(running: FakeDesk, sam: TestClient) -> None:
    page = sam.get("/briefs/17")
    running.revisions[17][-1] = replace(running.brief(17), conflicts=(TOO_SOON,))

    answer = submit(sam, page, "/briefs/17/accept", clash=ANA_AWAY.key, why=WHY)

    assert answer.status_code == 409
    assert "Nothing was changed: that scheduling conflict does not stand any more." in words_of(answer)


@pytest.mark.parametrize("kind", [ConflictKind.UNCLEAR, ConflictKind.NOT_CHECKED])
def test_a_question_about_the_day_is_not_there_to_be_accepted(kind: ConflictKind) -> None:
    question = Conflict(kind, Severity.MEDIUM, ANA_AWAY.day, {"calendar": "team"})
    running = desk(replace(DRAFT, conflicts=(question,), values=DRAFT.values[:3]))
    with client_for(running) as client:
        sign_in(client, running)
        assert 'name="clash"' not in client.get("/briefs/17").text


@pytest.mark.parametrize(("role", "offered"), [(Role.TRAFFIC, True), (Role.CREATIVE, False)])
def test_traffic_may_and_the_studio_may_not(role: Role, offered: bool) -> None:
    running = desk()
    with client_for(running) as client:
        sign_in(client, running, TESS.address)
        token = next(iter(running.sessions))
        running.sessions[token] = replace(TESS, roles=frozenset({role}))

        assert ('name="clash"' in client.get("/briefs/17").text) is offered


def test_what_has_ended_shows_what_was_accepted_and_offers_nothing(running: FakeDesk, sam: TestClient) -> None:
    running.accept(17, 1, SAM, ANA_AWAY.key, WHY)
    running.revisions[17][-1] = replace(running.brief(17), state=BriefState.CANCELLED)

    page = sam.get("/briefs/17")

    assert WHY in words_of(page)
    assert 'name="clash"' not in page.text


# In the agency


def with_a_clash(app: App, folder: Path) -> None:
    """Brief 1, due on a Friday that the office is closed."""
    drop(folder, a_request())
    story(app)
    assert CLOSED in standing(app)


def standing(app: App) -> list[str]:
    return [clash.key for clash in app.desk.brief(1).conflicts]


def accept(app: App, *, who: str = ANA, seen: int = 1, key: str = CLOSED, why: str = WHY) -> None:
    app.desk.accept(1, seen, app.desk.actor(who), key, why)


@pytest.mark.parametrize("who", [ANA, TOM])
def test_who_and_why_are_kept(tmp_path: Path, who: str) -> None:
    with agency(tmp_path) as app:
        with_a_clash(app, tmp_path)
        accept(app, who=who)

        person = app.desk.actor(who)
        view = app.desk.brief(1)
        assert CLOSED not in standing(app)
        assert [(one.conflict.key, one.by, one.why) for one in view.accepted] == [(CLOSED, person.name, WHY)]
        (line,) = (line for line in app.desk.history(1) if line.reason == WHY)
        told = line.what.replace(NO_BREAK, " ")
        assert (line.by, told) == (person.name, "Accepted: The office is closed on Fri, June 12 (Office closed)")
        with app.database.reading() as tx:
            done = actions.list_actions(tx, briefs.by_number(tx, 1).id)[-1]
        assert (done.actor, done.kind, dict(done.parameters)) == (
            person.id,
            "conflict.accept",
            {"revision": 1, "conflict": CLOSED, "reason": WHY},
        )


def test_the_studio_accepts_nothing(tmp_path: Path) -> None:
    lea = {"id": "lea", "name": "Lea Hart", "addresses": ["lea@brightwater.example"], "roles": ["creative"]}
    with agency(tmp_path, people=[*PEOPLE, lea]) as app:
        with_a_clash(app, tmp_path)
        with pytest.raises(Refused, match="neither on the account side nor traffic"):
            accept(app, who="lea@brightwater.example")
        assert CLOSED in standing(app)


def test_what_does_not_fit_changes_nothing(tmp_path: Path) -> None:
    with agency(tmp_path) as app:
        with_a_clash(app, tmp_path)
        with pytest.raises(Refused, match="in a few words why"):
            accept(app, why=" \n")
        with pytest.raises(Refused, match="does not stand any more"):
            accept(app, key="day_off:2026-06-11:")
        values = app.desk.brief(1).values
        app.desk.correct(1, 1, app.desk.actor(ANA), values[:-1])
        with pytest.raises(StaleRevision):
            accept(app)
        accept(app, seen=2)
        with pytest.raises(Refused, match="does not stand any more"):
            accept(app, seen=2)

        assert len(app.desk.brief(1).accepted) == 1


def test_of_a_brief_that_has_ended_nothing_is_accepted(tmp_path: Path) -> None:
    with agency(tmp_path) as app:
        with_a_clash(app, tmp_path)
        app.desk.reject(1, 1, app.desk.actor(ANA), "not ours")
        with pytest.raises(Refused, match="brief 1 has ended"):
            accept(app)


def test_what_is_accepted_stays_silent_until_another_clash_comes(tmp_path: Path) -> None:
    leave = {"match": "leave", "is": "absence", "who": "summary"}
    calendars = [
        {"name": "team", "file": "team.ics", "entries": [{"match": "closed", "is": "closure"}, leave]},
    ]
    with agency(tmp_path, calendars=calendars) as app:
        with_a_clash(app, tmp_path)
        accept(app)
        before = {mail["Message-ID"] for mail in mails(tmp_path)}

        look(app, tmp_path, CALENDAR.replace("20260613", "20260616"))
        assert {mail["Message-ID"] for mail in mails(tmp_path)} == before
        assert CLOSED not in standing(app)

        look(app, tmp_path, CALENDAR.replace("END:VCALENDAR", BOOKED))
        (news,) = (mail for mail in mails(tmp_path) if mail["Message-ID"] not in before)
    body = news.get_body(("plain",))
    assert body is not None
    assert news["Subject"] == "Scheduling: 1 new conflict (brief 1)"
    assert "Ana Lund" in body.get_content()
    assert "closed" not in body.get_content()


def test_a_change_order_does_not_tell_of_what_was_accepted(tmp_path: Path) -> None:
    change = a_request(
        "<c1@northpeak.example>",
        subject="Re: Zest card posters",
        date="Tue, 03 Mar 2026 09:40:00 -0500",
        body="Hi Sam,\n\nPlease make it four posters instead of two.\n\nThanks,\nDana\n",
        In_Reply_To="<r1@northpeak.example>",
    )
    with agency(tmp_path) as app:
        with_a_clash(app, tmp_path)
        accept(app)
        before = {mail["Message-ID"] for mail in mails(tmp_path)}
        drop(tmp_path, change)
        story(app)

        assert app.desk.brief(1).revision == 2
        told = [mail for mail in mails(tmp_path) if mail["Message-ID"] not in before]
    assert [mail["To"] for mail in told] == [ANA]
    body = told[0].get_body(("plain",))
    assert body is not None
    assert "office is closed" not in body.get_content()


def look(app: App, folder: Path, calendar: str) -> None:
    (folder / "team.ics").write_text(calendar.replace("\n", "\r\n"))
    app.refresh_calendars()
    app.service.deliver()


# A draft that waited too long


@pytest.mark.parametrize(
    ("start", "conflicts", "told"),
    [(dt.date(2026, 3, 2), (), True), (dt.date(2026, 3, 3), (), False), (dt.date(2026, 3, 2), (TOO_SOON,), False)],
)
def test_the_page_says_that_nobody_confirmed_in_time(
    start: dt.date, conflicts: tuple[Conflict, ...], told: bool
) -> None:
    running = desk(replace(DRAFT, latest_start=start, conflicts=conflicts))
    with client_for(running) as client:
        sign_in(client, running)
        assert ("Not confirmed in time: work had to begin by" in words_of(client.get("/briefs/17"))) is told
