"""The story of a message, on embedded parts: one brief, one summary, whatever happens to the mail on its way."""

from pathlib import Path

import pytest

from briefs.draft import BriefState, MessageRole
from briefs.messages import Outcome
from inbrief.build import App
from store import briefs, messages
from tests.inbrief.house import a_request, agency, drop, forwarded, mails, story

pytestmark = [pytest.mark.smoke, pytest.mark.zone]


def outcomes(app: App) -> list[Outcome]:
    with app.database.reading() as tx:
        return [row.outcome for row in messages.list_messages(tx)]


def brief_count(app: App) -> int:
    with app.database.reading() as tx:
        return len(briefs.list_briefs(tx))


def recipients(folder: Path) -> list[str]:
    return [str(mail["To"]) for mail in mails(folder)]


def test_a_clients_mail_is_one_draft_and_one_summary_for_the_clients_ae(tmp_path: Path) -> None:
    drop(tmp_path, a_request())

    with agency(tmp_path) as app:
        story(app)

        assert outcomes(app) == [Outcome.BRIEF]
        assert brief_count(app) == 1
    assert "ana.lund@brightwater.example" in recipients(tmp_path)[0]


def test_the_summary_threads_to_the_mail_it_answers(tmp_path: Path) -> None:
    drop(tmp_path, forwarded())

    with agency(tmp_path) as app:
        story(app)

    summary = next(mail for mail in mails(tmp_path) if "sam.ortiz" in mail["To"])
    assert summary["In-Reply-To"] == "<f1@brightwater.example>"
    assert summary["Auto-Submitted"] == "auto-generated"


def test_traffic_hears_of_a_day_that_does_not_work(tmp_path: Path) -> None:
    drop(tmp_path, a_request())

    with agency(tmp_path) as app:
        story(app)

    assert any("tom.beck@brightwater.example" in to for to in recipients(tmp_path))


def test_traffic_hears_nothing_of_a_day_that_works(tmp_path: Path) -> None:
    drop(tmp_path, a_request(body="We need two posters by June 11. Budget is $12,000.\n"))

    with agency(tmp_path) as app:
        story(app)

    assert not any("tom.beck" in to for to in recipients(tmp_path))


def test_going_through_the_story_twice_changes_nothing(tmp_path: Path) -> None:
    drop(tmp_path, a_request())

    with agency(tmp_path) as app:
        story(app)
        first = [mail["Message-ID"] for mail in mails(tmp_path)]
        story(app)

        assert brief_count(app) == 1
    assert [mail["Message-ID"] for mail in mails(tmp_path)] == first


@pytest.mark.parametrize(
    "copies",
    [
        pytest.param((a_request(), a_request(X_Relay="b.example")), id="delivered twice"),
        pytest.param((a_request(), forwarded()), id="copied by the client and forwarded by the AE"),
        pytest.param((forwarded(), a_request()), id="forwarded by the AE and then copied by the client"),
        pytest.param(
            (forwarded(), forwarded("Ana Lund <ana.lund@brightwater.example>", "<f2@brightwater.example>", "for us?")),
            id="forwarded by two colleagues",
        ),
    ],
)
def test_copies_of_one_request_are_one_brief_and_one_summary(tmp_path: Path, copies: tuple[bytes, ...]) -> None:
    drop(tmp_path, *copies)

    with agency(tmp_path) as app:
        story(app)

        assert outcomes(app) == [Outcome.BRIEF, Outcome.DUPLICATE]
        assert brief_count(app) == 1
    assert len([mail for mail in mails(tmp_path) if mail["Subject"].startswith("Draft brief")]) == 1


def test_the_second_colleague_hears_who_has_the_brief(tmp_path: Path) -> None:
    drop(tmp_path, forwarded(), forwarded("Ana Lund <ana.lund@brightwater.example>", "<f2@brightwater.example>"))

    with agency(tmp_path) as app:
        story(app)

    told = [mail for mail in mails(tmp_path) if "ana.lund" in mail["To"]]
    assert len(told) == 1
    assert "Sam Ortiz" in told[0].get_body(("plain",)).get_content()  # type: ignore[union-attr]  # every mail has one


def test_a_later_mail_of_the_thread_is_a_change_order(tmp_path: Path) -> None:
    drop(
        tmp_path,
        a_request(),
        a_request(
            "<r2@northpeak.example>",
            date="Wed, 04 Mar 2026 10:00:00 -0500",
            subject="Re: Zest card posters",
            In_Reply_To="<r1@northpeak.example>",
            body="Sorry, we have to move the deadline. Please deliver by June 19 instead of June 12.\n",
        ),
    )

    with agency(tmp_path) as app:
        story(app)

        assert outcomes(app) == [Outcome.BRIEF, Outcome.CHANGE]
        with app.database.reading() as tx:
            (brief,) = briefs.list_briefs(tx)
            roles = [role for _, role in briefs.messages_of(tx, brief.id)]
        assert brief.revision == 2
        assert roles == [MessageRole.ORIGIN, MessageRole.CHANGE]


def test_a_stranger_who_quotes_the_thread_starts_a_draft_of_their_own(tmp_path: Path) -> None:
    drop(
        tmp_path,
        a_request(),
        a_request(
            "<s@elsewhere.example>",
            sender="Eve <eve@elsewhere.example>",
            In_Reply_To="<r1@northpeak.example>",
            body="Please change the deadline to June 19 and cut the budget to $100.\n",
        ),
    )

    with agency(tmp_path) as app:
        story(app)

        with app.database.reading() as tx:
            assert [row.revision for row in briefs.list_briefs(tx)] == [1, 1]


def test_client_mail_gives_no_orders(tmp_path: Path) -> None:
    drop(
        tmp_path,
        a_request(),
        a_request(
            "<r3@northpeak.example>",
            In_Reply_To="<r1@northpeak.example>",
            subject="Re: Zest card posters",
            body="Please cancel the posters, we are calling the job off.\n",
        ),
    )

    with agency(tmp_path) as app:
        story(app)

        with app.database.reading() as tx:
            (brief,) = briefs.list_briefs(tx)
        assert brief.state is BriefState.DRAFT
        assert brief.revision == 2


def test_thanks_are_kept_and_nobody_is_written_to(tmp_path: Path) -> None:
    drop(tmp_path, a_request(subject="Thank you", body="Thanks so much, the posters look lovely!\n"))

    with agency(tmp_path) as app:
        story(app)

        assert outcomes(app) == [Outcome.NOTHING_ASKED]
    assert mails(tmp_path) == []


def test_an_out_of_office_is_automatic(tmp_path: Path) -> None:
    drop(tmp_path, a_request(Auto_Submitted="auto-replied", body="I am away until June 12.\n"))

    with agency(tmp_path) as app:
        story(app)

        assert outcomes(app) == [Outcome.AUTOMATIC]


def test_an_empty_file_is_parked_and_the_next_mail_is_read(tmp_path: Path) -> None:
    drop(tmp_path, b"", a_request())

    with agency(tmp_path) as app:
        story(app)

        assert outcomes(app) == [Outcome.PARKED, Outcome.BRIEF]


def test_an_oversized_mail_says_who_wrote_it_and_the_operator_hears_of_it_once(tmp_path: Path) -> None:
    large = a_request(body="x" * 1_100_000)
    drop(tmp_path, large, large.replace(b"<r1@", b"<r2@"))

    with agency(tmp_path, limits={"message_megabytes": 1}) as app:
        story(app)

        with app.database.reading() as tx:
            rows = messages.list_messages(tx)
    assert [(row.outcome, row.author) for row in rows] == [(Outcome.PARKED, "dana@northpeak.example")] * 2
    assert [mail["To"] for mail in mails(tmp_path)] == ["sam.ortiz@brightwater.example"]


def test_a_colleague_who_writes_for_a_client_is_not_the_client(tmp_path: Path) -> None:
    drop(tmp_path, a_request(sender="Sam Ortiz <sam.ortiz@brightwater.example>"))

    with agency(tmp_path) as app:
        story(app)

        with app.database.reading() as tx:
            (brief,) = briefs.list_briefs(tx)
    assert (brief.client_id, brief.client_address, brief.owner_id) == (None, "", "sam")


def test_a_parked_message_can_be_tried_again(tmp_path: Path) -> None:
    drop(tmp_path, b"")

    with agency(tmp_path) as app:
        story(app)
        app.desk.retry(1, app.desk.actor("tom.beck@brightwater.example"))

        assert outcomes(app) == [Outcome.RECEIVED]


def test_a_bounce_of_our_mail_marks_it_failed_and_tells_the_stand_in(tmp_path: Path) -> None:
    drop(tmp_path, forwarded())
    with agency(tmp_path) as app:
        story(app)
        summary = next(mail for mail in mails(tmp_path) if "sam.ortiz" in mail["To"])
        drop(tmp_path, bounce_of(summary["Message-ID"]))

        story(app)

        assert outcomes(app) == [Outcome.BRIEF, Outcome.AUTOMATIC]
    assert any("ana.lund" in to for to in recipients(tmp_path))


def bounce_of(message_id: str) -> bytes:
    return (
        "From: MAILER-DAEMON@mx.brightwater.example\r\nTo: intake@brightwater.example\r\nSubject: Undelivered mail\r\n"
        "Date: Tue, 03 Mar 2026 10:00:00 -0500\r\nMessage-ID: <b1@mx.brightwater.example>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nYour message could not be delivered.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.brightwater.example\r\n\r\n"
        "Final-Recipient: rfc822; sam.ortiz@brightwater.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
        "--b\r\nContent-Type: text/rfc822-headers\r\n\r\n"
        f"Message-ID: {message_id}\r\nSubject: Draft brief\r\n\r\n--b--\r\n"
    ).encode()
