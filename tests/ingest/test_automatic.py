"""Mail that nobody wrote is known, and a person's mail is not taken for it."""

import datetime as dt
import re

import pytest

from briefs.mail import Mail
from ingest.reading import read_message
from tests.ingest.absence_mails import ABSENCES
from tests.ingest.automatic_mails import EXCHANGE, REPLY, Sent
from tests.ingest.machine_mails import MACHINES
from tests.ingest.peoples_mails import PEOPLE, REQUESTS_FROM_THE_AWAY, SIGNED_QUOTE
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


def test_a_warning_that_mail_is_late_is_no_bounce() -> None:
    mail = read_message((BOUNCE % b"message/rfc822").replace(b"Final-Recipient", b"Action: delayed\r\nX"), ARRIVED)

    assert (mail.automatic, mail.bounced) == ("delayed", ())


def test_a_report_that_says_nothing_readable_of_what_happened_is_a_bounce() -> None:
    """The library makes an object of its own of a header beyond ASCII; found by the fuzz target."""
    mail = read_message((BOUNCE % b"message/rfc822").replace(b"Final-Recipient", b"Action: del\xffayed\r\nX"), ARRIVED)

    assert mail.automatic == "bounce"


def test_a_report_of_a_delivery_that_worked_is_no_bounce() -> None:
    mail = read_message((BOUNCE % b"message/rfc822").replace(b"Final-Recipient", b"Action: relayed\r\nX"), ARRIVED)

    assert mail.automatic == "delivered"


def test_a_read_receipt_is_no_bounce() -> None:
    content = (BOUNCE % b"message/rfc822").replace(b"delivery-status", b"disposition-notification")

    assert read_message(content, ARRIVED).automatic == "receipt"


@pytest.mark.parametrize("sent", [*ABSENCES, *MACHINES], ids=lambda sent: sent.name)
def test_what_a_program_wrote_is_known(sent: Sent) -> None:
    assert received(sent).automatic == sent.automatic


@pytest.mark.parametrize("sent", PEOPLE, ids=lambda sent: sent.name)
def test_what_a_person_wrote_is_not_automatic(sent: Sent) -> None:
    assert received(sent).automatic == ""


@pytest.mark.parametrize("headers", [f"Subject: Re: Spring\n{REPLY}", "Subject: Out of office", "Subject: Spring"])
@pytest.mark.parametrize("words", REQUESTS_FROM_THE_AWAY)
def test_who_asks_for_work_before_going_away_is_a_person(headers: str, words: str) -> None:
    assert received(Sent("away", "", None, headers, words)).automatic == ""


@pytest.mark.parametrize("sent", [*ABSENCES, *MACHINES, *PEOPLE], ids=lambda sent: sent.name)
def test_an_automatic_reply_tells_when_its_writer_is_back(sent: Sent) -> None:
    assert received(sent).back_on == sent.back_on


def test_a_bounce_that_names_a_mail_no_store_could_keep_names_none() -> None:
    """PostgreSQL takes no NUL; found by the fuzz target."""
    qmail = next(sent for sent in MACHINES if sent.name == "qmail")
    damaged = qmail._replace(body=qmail.body.replace("ours-4", "ou\x01\x00rs-4"))

    assert received(damaged).bounced == ()


def test_a_bounce_in_plain_words_names_the_mail_of_ours_below_it() -> None:
    qmail = next(sent for sent in MACHINES if sent.name == "qmail")

    assert received(qmail).bounced == ("<ours-4@brightwater.example>",)


def test_what_a_colleagues_mailbox_passes_on_by_a_rule_is_the_clients() -> None:
    mail = read(
        "\n________________________________\nFrom: Dana <dana@northpeak.example>\nSent: Monday, March 2, 2026 9:00 AM\n"
        "To: Sam <sam@brightwater.example>\nSubject: Spring\n\nWe need two banners.\n",
        head="From: Sam <sam@brightwater.example>\nTo: intake@brightwater.example\nSubject: FW: Spring\n"
        "Date: Tue, 03 Mar 2026 09:14:00 -0500\nAuto-Submitted: auto-generated\n"
        "X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent\n",
    )

    assert (mail.automatic, mail.client and mail.client.address) == ("", "dana@northpeak.example")


def test_an_accepted_invitation_with_a_request_beside_it_is_a_persons() -> None:
    answer = (
        HEAD.replace("Subject: Spring", "Subject: Accepted: Kick-off") + "MIME-Version: 1.0\nContent-Type: "
        'multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain\n\n{}\n--b\n'
        "Content-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\nEND:VCALENDAR\n--b--\n"
    )

    said = ("See you there.", "Fine. Please make two more banners for 12 April, in green, for the shops in Leeds.")
    assert [read_message(answer.format(words).encode(), ARRIVED).automatic for words in said] == ["calendar", ""]


def test_a_signed_quote_without_a_word_is_a_persons() -> None:
    head, body = SIGNED_QUOTE

    assert read_message(f"{HEAD.replace('Subject: Spring', head)}\n{body}".encode(), ARRIVED).automatic == ""


def received(sent: Sent) -> Mail:
    """The mail with its own headers in place of the usual ones."""
    head = HEAD
    for line in sent.headers.split("\n"):
        name = line.partition(":")[0]
        replaced = re.sub(rf"^{name}: .*$", lambda _: line, head, flags=re.MULTILINE)  # noqa: B023  # used at once
        head = replaced if replaced != head else f"{head}{line}\n"
    return read(f"{sent.body}\n", head=head)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("I'm out until Monday.", dt.date(2026, 3, 9)),
        ("I am away next week, back on Monday 16 March.", dt.date(2026, 3, 16)),
        ("I'm off next week and back Monday.", dt.date(2026, 3, 16)),
        ("I will return tomorrow.", None),
        ("Out of office 2-6 March.", dt.date(2026, 3, 7)),
        ("I am on leave until the end of March.", None),
        ("Ich bin bis zum 16.3. im Urlaub.", dt.date(2026, 3, 16)),
        ("Ich bin erst am 16.03. wieder erreichbar.", dt.date(2026, 3, 16)),
        ("Je serai de retour le 1er avril.", dt.date(2026, 4, 1)),
        ("Je suis absent du 9 au 13 mars inclus.", dt.date(2026, 3, 14)),
        ("Estaré fuera del 9 al 13 de marzo.", dt.date(2026, 3, 14)),
        ("Vuelvo el lunes.", dt.date(2026, 3, 9)),
        ("Torno lunedì 16 marzo.", dt.date(2026, 3, 16)),
        ("Ik ben maandag weer terug.", dt.date(2026, 3, 9)),
        ("Volto na segunda-feira.", dt.date(2026, 3, 9)),
        ("Wracam w poniedziałek.", dt.date(2026, 3, 9)),
        ("Palaan maanantaina.", dt.date(2026, 3, 9)),
        ("Jsem zpět v pondělí.", dt.date(2026, 3, 9)),
        ("Hétfőn újra elérhető vagyok.", dt.date(2026, 3, 9)),
        ("Вернусь в понедельник.", dt.date(2026, 3, 9)),
        ("Pazartesi günü döneceğim.", dt.date(2026, 3, 9)),
        ("I was back on 2 March.", None),
        ("For help call Ruth, who is back on 5 March. I return on 16 March.", dt.date(2026, 3, 16)),
        ("Our office is closed from 24 December 2025 to 4 January 2026.", None),
        ("On leave. My phone is 020 7946 0155 until 5pm.", None),
        ("I am out today.", None),
        ("I will be back in the office at 9:00 on 10.03.", dt.date(2026, 3, 10)),
        ("Back online Thursday, 12th March", dt.date(2026, 3, 12)),
        ("Jag är åter måndagen den 16 mars.", dt.date(2026, 3, 16)),
    ],
)
def test_a_day_of_return_is_told_in_many_ways(words: str, day: dt.date | None) -> None:
    assert received(Sent("away", "", None, f"Subject: Automatic reply: Art\n{EXCHANGE}", words)).back_on == day
