"""Mail that nobody wrote is known, and a person's mail is not taken for it."""

import pytest

from ingest.reading import read_message
from tests.ingest.reading_help import ARRIVED, HEAD, read

BOUNCE = (
    b"From: MAILER-DAEMON@mx.example\r\nTo: intake@brightwater.example\r\n"
    b"Subject: Undelivered Mail Returned to Sender\r\n"
    b'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n--b\r\n\r\nIt failed.\r\n'
    b"--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\n"
    b"Final-Recipient: rfc822; x@y.example\r\n"
    b"--b\r\nContent-Type: %s\r\n\r\nMessage-ID: <ours-17@brightwater.example>\r\nFrom: intake@brightwater.example\r\n"
    b"Subject: Draft brief\r\n\r\nWe need a film.\r\n--b--\r\n"
)


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("Auto-Submitted: auto-replied", "auto-replied"),
        ("Auto-Submitted: auto-generated (rejected)", "auto-generated"),
        ("X-Autoreply: yes", "auto-replied"),
        ("Precedence: auto_reply", "auto-replied"),
        ("List-Id: <news.x.example>\nList-Unsubscribe: <https://x.example/u>", "list"),
        ("List-Unsubscribe: <https://x.example/u>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click", "list"),
        ("Precedence: bulk\nList-Unsubscribe: <mailto:u@x.example>", "list"),
    ],
)
def test_a_header_tells_automatic_mail(header: str, reason: str) -> None:
    assert read("Away until Monday.\n", head=f"{HEAD}{header}\n").automatic == reason


@pytest.mark.parametrize(
    "subject",
    [
        "Automatic reply: Spring",
        "Out of Office: Spring",
        "Automatische Antwort: Spring",
        "Abwesenheitsnotiz",
        "Réponse automatique : Spring",
        "Respuesta automática: Spring",
        "Risposta automatica: Spring",
        "Automatisch antwoord: Spring",
        "Autosvar: Spring",
        "Odpowiedź automatyczna: Spring",
    ],
)
def test_a_subject_tells_an_absence(subject: str) -> None:
    assert read("Away.\n", head=HEAD.replace("Subject: Spring", f"Subject: {subject}")).automatic == "auto-replied"


@pytest.mark.parametrize(
    "header",
    [
        "Auto-Submitted: no",
        "Precedence: list\nList-Id: <a.b>\nList-Post: <mailto:a@a.example>\nList-Unsubscribe: <mailto:u@a.b>",
        "X-Auto-Response-Suppress: DR, OOF, AutoReply",
        "X-Auto-Response-Suppress: All",
        "Return-Path: <dana@northpeak.example>",
        "Precedence: normal",
    ],
)
def test_a_persons_mail_is_not_automatic(header: str) -> None:
    assert read("We need a film.\n", head=f"{HEAD}{header}\n").automatic == ""


@pytest.mark.parametrize("kind", [b"message/rfc822", b"text/rfc822-headers"])
def test_a_bounce_names_the_mail_of_ours_that_it_is_about(kind: bytes) -> None:
    mail = read_message(BOUNCE % kind, ARRIVED)

    assert mail.automatic == "bounce"
    assert mail.bounced == ("<ours-17@brightwater.example>",)


def test_the_mail_that_came_back_has_no_client() -> None:
    mail = read_message(BOUNCE % b"message/rfc822", ARRIVED)

    assert mail.forwarded_by is None
    assert mail.client is not None
    assert mail.client.address == "mailer-daemon@mx.example"


def test_our_own_mail_come_back_is_known() -> None:
    message = HEAD.replace("dana@northpeak.example", "intake@brightwater.example").encode() + b"\nx"
    mail = read_message(message, ARRIVED, own_addresses=frozenset({"intake@brightwater.example"}))

    assert mail.automatic == "own"


def test_an_accepted_invitation_is_a_calendars() -> None:
    mail = read("BEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR\n", kind="calendar; method=REPLY")

    assert mail.automatic == "calendar"
