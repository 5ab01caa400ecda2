"""Answers find their brief, and only what is beyond doubt a colleague's changes anything."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefs.findings import Field, Intent, Origin
from briefs.mail import Address, SegmentKind
from briefs.messages import Outcome
from inbrief.build import App
from inbrief.keeping import note_absence
from store import absences, messages
from store.messages import MessageRow
from tests.briefs.making import a_mail
from tests.inbrief.house import NOW, a_request, agency, drop, mails, story
from tests.inbrief.test_naming_the_client import FORWARD
from tests.servers.postgres import Postgres, postgres_template

__all__ = ["postgres_template"]

SAM = "Sam Ortiz <sam.ortiz@brightwater.example>"
TRUSTED = [{"name": "intake", "folder": "intake", "trust": {"authserv_id": "mx.brightwater.example"}}]
PASSED = {
    "Authentication_Results": "mx.brightwater.example; dmarc=pass header.from=brightwater.example",
    "Received": "from mail.peer.example (mail.peer.example [192.0.2.7]) by mx.brightwater.example; "
    "Tue, 03 Mar 2026 10:00:00 -0500",
}


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> Iterator[str]:
    """The setting for a database of either kind."""
    if request.param == "sqlite":
        yield "sqlite:///inbrief.db"
        return
    server: Postgres = request.getfixturevalue("postgres")
    name = server.create(request.getfixturevalue("postgres_template"))
    yield server.url(name)
    server.drop(name)


def rows(app: App) -> tuple[MessageRow, ...]:
    with app.database.reading() as tx:
        return messages.list_messages(tx)


def summary_of(folder: Path, person: str = "sam.ortiz") -> Any:
    return next(mail for mail in mails(folder) if person in mail["To"] and "Draft brief" in mail["Subject"])


def an_answer(to: Any, body: str, message_id: str = "<a1@brightwater.example>", **headers: str) -> bytes:
    return a_request(
        message_id,
        sender=headers.pop("sender", SAM),
        subject=f"Re: {to['Subject']}",
        date="Tue, 03 Mar 2026 10:30:00 -0500",
        body=body,
        In_Reply_To=to["Message-ID"],
        **headers,
    )


def test_one_answer_of_the_ae_names_the_client(tmp_path: Path, database: str) -> None:
    drop(tmp_path, FORWARD)
    with agency(tmp_path, mailboxes=TRUSTED, database=database) as app:
        story(app)
        sent = len(mails(tmp_path))
        drop(tmp_path, an_answer(summary_of(tmp_path), "It's dana@northpeak.example\n\nSam\n", **PASSED))

        story(app)

        (view,) = app.desk.briefs()
        assert view.contact is not None
        assert (view.revision, view.client_id, view.contact.address) == (2, "northpeak", "dana@northpeak.example")
        assert rows(app)[1].outcome is Outcome.ANSWER
    assert len(mails(tmp_path)) == sent


def test_an_answer_may_name_the_client_by_name(tmp_path: Path) -> None:
    drop(tmp_path, FORWARD)
    with agency(tmp_path, mailboxes=TRUSTED) as app:
        story(app)
        drop(tmp_path, an_answer(summary_of(tmp_path), "That is Northpeak Bank.\n", **PASSED))

        story(app)

        assert app.desk.briefs()[0].client_id == "northpeak"


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        pytest.param("dana@northpeak.example\n", {}, id="nobody vouches for the author"),
        pytest.param("dana@northpeak.example or li@kestrel.example\n", PASSED, id="a choice"),
        pytest.param("No idea, sorry.\n", PASSED, id="no name"),
        pytest.param(
            "dana@northpeak.example\n", {**PASSED, "sender": "Tom Beck <tom.beck@brightwater.example>"}, id="traffic"
        ),
    ],
)
def test_an_answer_that_leaves_a_doubt_is_kept_and_answered_with_the_page(
    tmp_path: Path, body: str, headers: dict[str, str]
) -> None:
    drop(tmp_path, FORWARD)
    with agency(tmp_path, mailboxes=TRUSTED) as app:
        story(app)
        sent = len(mails(tmp_path))
        drop(tmp_path, an_answer(summary_of(tmp_path), body, **headers))

        story(app)

        (view,) = app.desk.briefs()
        assert (view.revision, view.contact, rows(app)[1].outcome) == (1, None, Outcome.ANSWER)
    assert len(mails(tmp_path)) == sent + 1


def test_a_strangers_known_message_id_starts_a_draft_with_the_suspected_link(tmp_path: Path, database: str) -> None:
    quoting = a_request(
        "<s@elsewhere.example>",
        sender="Eve <eve@elsewhere.example>",
        In_Reply_To="<r1@northpeak.example>",
        body="Please make it four radio spots by June 19. Budget is $900.\n",
    )
    drop(tmp_path, a_request(), quoting)

    with agency(tmp_path, database=database) as app:
        story(app)

        second, first = app.desk.briefs()
        assert (first.revision, first.suspected, second.suspected) == (1, (), (first.number,))
        with app.database.reading() as tx:
            (theirs,) = [row for row in messages.list_messages(tx) if "eve" in row.author]
            assert theirs.brief_numbers == (second.number,)


def test_a_new_request_under_an_old_subject_is_a_draft_with_the_link(tmp_path: Path) -> None:
    again = a_request(
        "<r2@northpeak.example>",
        date="Wed, 04 Mar 2026 10:00:00 -0500",
        body="Hi Sam,\n\nAnother job: we need a radio spot for the branch opening by July 17. Budget is $4,000.\n",
    )
    drop(tmp_path, a_request(), again)

    with agency(tmp_path) as app:
        story(app)

        second, first = app.desk.briefs()
        assert (second.intent, second.suspected) == (Intent.REQUEST, (first.number,))


def test_a_change_under_the_same_subject_joins_without_any_reference(tmp_path: Path) -> None:
    change = a_request(
        "<r2@northpeak.example>",
        subject="RE: Zest card posters",
        date="Wed, 04 Mar 2026 10:00:00 -0500",
        body="Sorry, we have to move the deadline. Please deliver by June 19 instead of June 12.\n",
    )
    drop(tmp_path, a_request(), change)

    with agency(tmp_path) as app:
        story(app)

        assert [view.revision for view in app.desk.briefs()] == [2]


def test_an_answer_to_our_signed_address_finds_its_brief_without_a_reference(tmp_path: Path) -> None:
    outgoing = {"from": "Intake <intake@brightwater.example>", "folder": "outgoing", "reply_tag": True}
    drop(tmp_path, FORWARD)
    with agency(tmp_path, mailboxes=TRUSTED, outgoing=outgoing) as app:
        story(app)
        address = str(summary_of(tmp_path)["Reply-To"])
        body = "It's dana@northpeak.example\n"
        drop(
            tmp_path,
            a_request("<a1@brightwater.example>", sender=SAM, to=address, subject="client", body=body, **PASSED),
        )

        story(app)

        assert address.startswith("intake+b1.1.")
        assert app.desk.briefs()[0].client_id == "northpeak"


def test_a_forged_address_of_ours_says_nothing_and_is_noted(tmp_path: Path) -> None:
    forged = "intake+b1.1.aaaaaaaaaaaaaaaa@brightwater.example"
    outgoing = {"from": "Intake <intake@brightwater.example>", "folder": "outgoing", "reply_tag": True}
    drop(
        tmp_path, a_request(), a_request("<s@e.example>", sender="Eve <eve@elsewhere.example>", to=forged, subject="x")
    )

    with agency(tmp_path, outgoing=outgoing) as app:
        story(app)

        second, first = app.desk.briefs()
        assert (second.suspected, first.revision) == ((), 1)
        assert any("looks like one of ours" in note for note in second.notes)


def test_without_the_setting_our_mail_asks_for_no_other_address(tmp_path: Path) -> None:
    drop(tmp_path, a_request())

    with agency(tmp_path) as app:
        story(app)

    assert all(mail["Reply-To"] is None for mail in mails(tmp_path))


ELSEWHERE = a_request(subject="Posters", body="https://we.tl/t-abcDEF123\n")
ANA = "Ana Lund <ana.lund@brightwater.example>"
ADDED = "We need two posters by June 11. Budget is $12,000.\n"


def test_what_a_colleague_adds_to_a_request_that_stands_elsewhere_is_proposed_as_theirs(tmp_path: Path) -> None:
    drop(tmp_path, ELSEWHERE)
    with agency(tmp_path, mailboxes=TRUSTED) as app:
        story(app)
        sent = len(mails(tmp_path))
        drop(tmp_path, an_answer(summary_of(tmp_path, "ana.lund"), ADDED, sender=ANA, **PASSED))

        story(app)

        (view,) = app.desk.briefs()
        assert view.revision == 2
        assert {value.field for value in view.values} >= {Field.BUDGET, Field.DATE}
        assert {value.origin for value in view.values} == {Origin.NOTE}
        assert "Supplemented by a colleague's answer (revision 2)" in [line.what for line in app.desk.history(1)]
    assert len(mails(tmp_path)) == sent + 1


def test_what_nobody_vouches_for_adds_nothing(tmp_path: Path) -> None:
    drop(tmp_path, ELSEWHERE)
    with agency(tmp_path, mailboxes=TRUSTED) as app:
        story(app)
        drop(tmp_path, an_answer(summary_of(tmp_path, "ana.lund"), ADDED, sender=ANA))

        story(app)

        assert app.desk.briefs()[0].revision == 1


def test_an_answer_to_a_brief_that_was_read_changes_none_of_its_values(tmp_path: Path) -> None:
    drop(tmp_path, a_request())
    with agency(tmp_path, mailboxes=TRUSTED) as app:
        story(app)
        drop(tmp_path, an_answer(summary_of(tmp_path, "ana.lund"), ADDED, sender=ANA, **PASSED))

        story(app)

        assert app.desk.briefs()[0].revision == 1


def test_history_that_nothing_marks_is_not_read_again(tmp_path: Path) -> None:
    again = a_request(
        "<r2@northpeak.example>",
        subject="Re: Zest card posters",
        date="Wed, 04 Mar 2026 10:00:00 -0500",
        In_Reply_To="<r1@northpeak.example>",
        body="Sorry, we have to move the deadline. Please deliver by June 19 instead of June 12.\n\n"
        "Hi Sam,\n\nWe need two posters for the Zest card by June 12. Budget is $12,000.\n\nThanks,\nDana\n",
    )
    drop(tmp_path, a_request(), again)

    with agency(tmp_path) as app:
        story(app)

        with app.database.reading() as tx:
            (_, second) = messages.list_messages(tx)
            text = messages.latest_text(tx, second.id)
        assert text is not None
        assert "Budget is $12,000." in text.words_of(SegmentKind.HISTORY)
        assert [view.revision for view in app.desk.briefs()] == [2]


def test_the_clients_own_copy_after_a_colleagues_forward_is_a_duplicate(tmp_path: Path) -> None:
    words = "Sorry, we have to move the deadline. Please deliver by June 19 instead of June 12. The budget stays.\n"
    block = (
        "FYI\n\n---------- Forwarded message ---------\nFrom: Dana Reyes <dana@northpeak.example>\n"
        "Date: Wed, Mar 4, 2026 at 10:00 AM\nSubject: Re: Zest card posters\n"
        "To: Sam Ortiz <sam.ortiz@brightwater.example>\n\n\n"
    )
    thread = {"subject": "Re: Zest card posters", "In_Reply_To": "<r1@northpeak.example>"}
    forward = a_request(
        "<f9@brightwater.example>", sender=SAM, date="Wed, 04 Mar 2026 11:00:00 -0500", body=block + words, **thread
    )
    copy = a_request("<r2@northpeak.example>", date="Wed, 04 Mar 2026 10:00:00 -0500", body=words, **thread)
    drop(tmp_path, a_request(), forward, copy)

    with agency(tmp_path) as app:
        story(app)

        assert [row.outcome for row in rows(app)] == [Outcome.BRIEF, Outcome.CHANGE, Outcome.DUPLICATE]


@pytest.mark.parametrize(
    ("writer", "noted"),
    [("dana@northpeak.example", 1), ("eve@elsewhere.example", 0), ("sam.ortiz@brightwater.example", 0)],
)
def test_when_a_client_is_back_is_noted(tmp_path: Path, writer: str, noted: int) -> None:
    back_on = dt.date(2026, 3, 9)
    away = a_mail(author=Address(writer), automatic="auto-replied", back_on=back_on)
    drop(tmp_path, a_request())

    with agency(tmp_path) as app:
        story(app)
        with app.database.transaction() as tx:
            note_absence(tx, 1, away, app.directory, NOW)

            found = absences.away(tx, (writer,), NOW.date())

    assert [row.back_on for row in found] == [back_on] * noted
