"""A mail with several jobs: a brief for each, one summary, and answers that say which they mean."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefs.findings import DateSpan, Field
from briefs.messages import Outcome
from inbrief.build import App
from notify.views import BriefView
from store import messages, outbox
from tests.inbrief.house import NOW, a_request, agency, drop, mails, settings, story
from tests.inbrief.test_crashes import poll
from tests.inbrief.test_threads import PASSED, TRUSTED, an_answer, database, postgres_template, rows

__all__ = ["database", "postgres_template"]

BODY = """Hi Sam,

Two separate jobs this time:

1) Recruitment poster
We need an A2 poster for the branches. It is due April 10 and the budget is $2,500.

2) Safety leaflet
We need a folded leaflet for new drivers. It is due May 8 and the budget is $1,200.

Everything has to carry the FDIC line.

Thanks,
Dana
"""
TWO = a_request(subject="Spring work for the branches", body=BODY)


def later(body: str, subject: str = "RE: Spring work for the branches", **headers: str) -> bytes:
    given = {"In_Reply_To": "<r1@northpeak.example>", **headers}
    return a_request(
        "<r2@northpeak.example>", subject=subject, date="Wed, 04 Mar 2026 10:00:00 -0500", body=body, **given
    )


def by_title(app: App) -> dict[str, BriefView]:
    return {view.title: view for view in app.desk.briefs()}


def due(view: BriefView) -> list[dt.date]:
    return [value.value.end for value in view.values if isinstance(value.value, DateSpan)]


@pytest.fixture
def house(tmp_path: Path, database: str) -> Iterator[App]:
    drop(tmp_path, TWO)
    with agency(tmp_path, mailboxes=TRUSTED, database=database) as app:
        story(app)
        yield app


def test_each_job_is_a_brief_of_its_own_with_what_is_said_of_all(house: App) -> None:
    briefs = by_title(house)

    assert set(briefs) == {"Recruitment poster", "Safety leaflet"}
    assert [due(view) for view in briefs.values()] == [[dt.date(2026, 5, 8)], [dt.date(2026, 4, 10)]]
    for view in briefs.values():
        assert [value.quote for value in view.values if value.field is Field.BUDGET] in (["$2,500"], ["$1,200"])
        assert any("FDIC" in value.quote for value in view.values)
    (message,) = rows(house)
    assert (message.outcome, message.brief_numbers) == (Outcome.BRIEF, (1, 2))


def test_each_names_the_others_of_the_same_mail(house: App) -> None:
    second, first = house.desk.briefs()

    assert [(one.number, one.title) for one in first.siblings] == [(2, "Safety leaflet")]
    assert [(one.number, one.title) for one in second.siblings] == [(1, "Recruitment poster")]


def test_one_summary_lists_them_each_with_its_own_link(house: App, tmp_path: Path) -> None:
    (summary,) = [mail for mail in mails(tmp_path) if "Draft brief" in mail["Subject"]]

    assert summary["Subject"] == "Draft briefs 1, 2: Northpeak Bank, 2 jobs in one mail"
    body = summary.get_body(("plain",))
    assert body is not None
    text = body.get_content()
    for number in (1, 2):
        assert f"Review and confirm brief {number}" in text
        assert f"/briefs/{number}?seen=1" in text


def test_one_may_be_confirmed_and_the_other_rejected(house: App) -> None:
    second, first = house.desk.briefs()
    person = first.owner

    house.desk.confirm(first.number, 1, person)
    house.desk.reject(second.number, 1, person, "not ours")

    assert [view.state.value for view in house.desk.briefs()] == ["rejected", "confirmed"]


def test_the_same_mail_again_adds_nothing(house: App, tmp_path: Path) -> None:
    drop(tmp_path, a_request("<copy@northpeak.example>", subject="Spring work for the branches", body=BODY))

    story(house)

    assert len(house.desk.briefs()) == 2
    assert rows(house)[1].outcome is Outcome.DUPLICATE


def test_a_change_that_names_one_joins_that_one(house: App, tmp_path: Path) -> None:
    drop(tmp_path, later("Sorry, we have to move the deadline of the leaflet. Please deliver it by May 15.\n"))

    story(house)

    briefs = by_title(house)
    assert (briefs["Recruitment poster"].revision, briefs["Safety leaflet"].revision) == (1, 2)
    assert dt.date(2026, 5, 15) in due(briefs["Safety leaflet"])


def test_a_change_that_names_one_under_the_same_subject_alone_joins_that_one(house: App, tmp_path: Path) -> None:
    change = "Sorry, we have to move the deadline of the poster. Please deliver it by April 17.\n"
    drop(tmp_path, later(change, In_Reply_To=""))

    story(house)

    briefs = by_title(house)
    assert (briefs["Recruitment poster"].revision, briefs["Safety leaflet"].revision) == (2, 1)


@pytest.mark.parametrize(
    "body",
    [
        "Sorry, we have to move the deadline. Please deliver it by May 15 instead.\n",
        "Sorry, we have to move both deadlines: poster and leaflet by May 15 instead.\n",
    ],
    ids=["neither named", "both named"],
)
def test_a_change_that_does_not_say_which_is_a_draft_that_asks(house: App, tmp_path: Path, body: str) -> None:
    drop(tmp_path, later(body))

    story(house)

    newest, *two = house.desk.briefs()
    assert newest.suspected == (1, 2)
    assert [view.revision for view in two] == [1, 1]


def test_a_job_called_off_by_name_leaves_the_other(house: App, tmp_path: Path) -> None:
    drop(tmp_path, later("Please cancel the leaflet, we no longer need it.\n"))

    story(house)

    briefs = by_title(house)
    assert (briefs["Recruitment poster"].revision, briefs["Safety leaflet"].revision) == (1, 2)


def test_a_colleagues_answer_that_does_not_say_which_is_asked(house: App, tmp_path: Path) -> None:
    (summary,) = [mail for mail in mails(tmp_path) if "Draft brief" in mail["Subject"]]
    drop(tmp_path, an_answer(summary, "Looks fine to me, please go ahead.\n", **PASSED))

    story(house)

    (asked,) = [mail for mail in mails(tmp_path) if mail["Subject"].startswith("Which of these?")]
    assert "sam.ortiz" in asked["To"]
    assert rows(house)[1].outcome is Outcome.ANSWER
    assert rows(house)[1].brief_numbers == (1, 2)
    assert [view.revision for view in house.desk.briefs()] == [1, 1]


def test_a_mail_with_one_job_signs_its_brief_and_several_sign_none(tmp_path: Path) -> None:
    outgoing = {"from": "Intake <intake@brightwater.example>", "folder": "outgoing", "reply_tag": True}
    drop(tmp_path, TWO)
    with agency(tmp_path, mailboxes=TRUSTED, outgoing=outgoing) as app:
        story(app)

    (summary,) = [mail for mail in mails(tmp_path) if "Draft brief" in mail["Subject"]]
    assert summary["Reply-To"] is None


@pytest.mark.parametrize("point", ["understood", "about to keep", "kept", "handed over"])
def test_a_crash_leaves_all_of_the_briefs_or_none_and_one_summary(tmp_path: Path, point: str) -> None:
    config = settings(tmp_path)
    drop(tmp_path, TWO)
    poll(config, point, NOW)

    with agency(tmp_path, NOW + dt.timedelta(minutes=10)) as app:
        between = len(app.desk.briefs())
        story(app)

        assert between == (0 if point in ("understood", "about to keep") else 2)
        assert len(app.desk.briefs()) == 2
        with app.database.reading() as tx:
            kept = [row.mail.key for row in outbox.list_outgoing(tx) if row.mail.kind == "summary"]
            assert len(messages.list_messages(tx)) == 1
    assert kept == ["summary:message:1"]
