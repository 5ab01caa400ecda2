"""A colleague's mail: a forward, an answer to the client that we got a copy of, or a job they typed themselves."""

import pytest

from briefs.mail import Mail, SegmentKind
from ingest.reading import read_message
from tests.ingest.reading_help import ARRIVED, content, words

HOUSE = frozenset({"brightwater.example"})
QUOTED = "On Tue, Mar 3, 2026 at 9:14 AM Dana López <dana@northpeak.example> wrote:\n\n> Three banners by June 12.\n"
BLOCK = (
    "From: Dana López <dana@northpeak.example>\nSent: Tuesday, March 3, 2026 9:14 AM\n"
    "To: Sam Ortiz <sam@brightwater.example>\nSubject: Spring\n\nThree banners by June 12.\n"
)
FORWARDED = f"---------- Forwarded message ---------\n{BLOCK}"
COPIED = "Dana López <dana@northpeak.example>, Priya Raman <priya@brightwater.example>, intake@brightwater.example"
INTAKE = "intake@brightwater.example"


def _sent(text: str, *, to: str = COPIED, subject: str = "Re: Spring", author: str = "sam@brightwater.example") -> Mail:
    head = f"From: Sam Ortiz <{author}>\nTo: {to}\nSubject: {subject}\nDate: Wed, 04 Mar 2026 08:01:00 -0500\n"
    return read_message(
        f"{head}Content-Type: text/plain; charset=utf-8\n\n{text}".encode(), ARRIVED, agency_domains=HOUSE
    )


@pytest.mark.parametrize("quoted", [QUOTED, BLOCK])
@pytest.mark.parametrize(
    "answer",
    [
        "Hi Dana,\n\nwe send the estimate tomorrow.",
        "Thanks Dana, adding intake so that it is logged. We send the estimate tomorrow.",
        "We send the estimate tomorrow.",
    ],
)
def test_a_colleagues_answer_to_the_client_is_no_forward(answer: str, quoted: str) -> None:
    mail = _sent(f"{answer}\n\n{quoted}")

    assert mail.forwarded_by is None
    assert mail.client == mail.author
    assert content(mail) == " ".join(answer.split())
    assert words(mail, SegmentKind.HISTORY) == "Three banners by June 12."


@pytest.mark.parametrize("note", ["Intake, please log this.", "Priya, yours I think.", "Hi Priya,\n\none for you."])
def test_a_note_to_colleagues_passes_the_mail_on_with_the_client_in_copy(note: str) -> None:
    mail = _sent(f"{note}\n\n{QUOTED}")

    assert mail.forwarded_by == mail.author
    assert content(mail) == "Three banners by June 12."
    assert words(mail, SegmentKind.NOTE) == " ".join(note.split())


@pytest.mark.parametrize(("text", "subject"), [(FORWARDED, "Spring"), (BLOCK, "FW: Spring")])
def test_a_forward_with_the_client_in_copy_is_a_forward(text: str, subject: str) -> None:
    mail = _sent(f"We have it, thank you.\n\n{text}", subject=subject)

    assert mail.forwarded_by == mail.author
    assert content(mail) == "Three banners by June 12."


def test_an_answer_that_goes_to_the_house_alone_is_a_forward() -> None:
    mail = _sent(f"Can we do this?\n\n{QUOTED}", to=INTAKE)

    assert mail.forwarded_by == mail.author
    assert content(mail) == "Three banners by June 12."


def test_a_job_that_a_colleague_typed_is_their_own_words() -> None:
    mail = _sent("Dana rang: three banners by June 12.\n", to=INTAKE, subject="New job")

    assert mail.forwarded_by is None
    assert mail.client == mail.author
    assert content(mail) == "Dana rang: three banners by June 12."


def test_a_colleagues_answer_to_a_colleague_is_no_forward() -> None:
    mail = _sent(
        "Half of that.\n\nOn Tue, Mar 3, 2026 at 9:14 AM Priya Raman <priya@brightwater.example> wrote:\n\n> 9k?\n",
        to=INTAKE,
    )

    assert mail.forwarded_by is None
    assert content(mail) == "Half of that."


def test_the_clients_side_writing_to_their_own_director_with_us_in_copy_is_the_client() -> None:
    mail = _sent(f"Hal, fine with you?\n\n{QUOTED}", author="hal@northpeak.example")

    assert mail.client == mail.author
    assert content(mail) == "Hal, fine with you?"


def test_what_a_colleague_writes_below_a_forward_is_a_note_too() -> None:
    page = (
        '<div dir="ltr">For intake<br><div class="gmail_quote gmail_quote_container"><div class="gmail_attr">--------- '
        "Forwarded message ---------<br>From: <b>Dana López</b> &lt;dana@northpeak.example&gt;<br>Date: Tue, Mar 3, "
        "2026 at 9:14 AM<br>Subject: Spring<br>To: &lt;sam@brightwater.example&gt;<br></div><br><div>we need three "
        "banners by June 12.</div></div><br><div>Between us: they owe us 4k.</div></div>"
    )
    message = (
        "From: Sam <sam@brightwater.example>\r\nTo: intake@brightwater.example\r\nSubject: Spring\r\n"
        "Date: Wed, 4 Mar 2026 14:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    )

    mail = read_message((message + page).encode(), ARRIVED, agency_domains=frozenset({"brightwater.example"}))

    assert mail.words_of(SegmentKind.CONTENT) == "we need three banners by June 12."
    assert "Between us: they owe us 4k." in mail.words_of(SegmentKind.NOTE)


@pytest.mark.parametrize("forward", [FORWARDED, BLOCK])
def test_a_forward_keeps_the_clients_subject_beside_the_colleagues(forward: str) -> None:
    mail = _sent(f"For intake.\n\n{forward}", to=INTAKE, subject="they are cheap")

    assert (mail.subject, mail.original_subject) == ("they are cheap", "Spring")


@pytest.mark.parametrize(
    ("author", "answers", "client"),
    [
        ("Website <wordpress@brightwater.example>", "Ida <ida@orchard.example>", "ida@orchard.example"),
        ("no-reply@forms.brightwater.example", "ida@orchard.example", "ida@orchard.example"),
        ("Website <wordpress@brightwater.example>", "Sam <sam@brightwater.example>", "wordpress@brightwater.example"),
        (
            "Website <wordpress@brightwater.example>",
            "ida@orchard.example, bo@orchard.example",
            "wordpress@brightwater.example",
        ),
        ("Sam <sam@brightwater.example>", "ida@orchard.example", "sam@brightwater.example"),
        ("Cart <wordpress@northpeak.example>", "ida@orchard.example", "wordpress@northpeak.example"),
    ],
)
def test_who_fills_in_the_houses_form_is_the_client(author: str, answers: str, client: str) -> None:
    message = (
        f"From: {author}\r\nReply-To: {answers}\r\nTo: intake@brightwater.example\r\nSubject: New enquiry\r\n"
        "Date: Wed, 4 Mar 2026 14:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        "Your name: Ida\r\nProject: three banners by June 12\r\n"
    )

    mail = read_message(message.encode(), ARRIVED, agency_domains=frozenset({"brightwater.example"}))

    assert mail.client is not None
    assert (mail.client.address, mail.author.address) == (client, client)


def test_a_boss_without_an_address_leaves_the_assistant_who_passes_him_on() -> None:
    mail = _sent(
        "From them. Sam\n\n________________________________\nFrom: Bo Lind <bo@orchard.example>\n"
        "Sent: Tuesday, March 3, 2026 3:58 PM\nTo: Sam <sam@brightwater.example>\nSubject: FW: lobby\n\n"
        "Mr. Hale would like two sketches for the lobby by March 20.\n\n"
        "From: R. Hale\nSent: Tuesday, March 3, 2026 1:12 PM\nTo: Bo Lind\nSubject: lobby\n\nget the ad people on it\n",
        to=INTAKE,
        subject="FW: FW: lobby",
    )

    assert (mail.client.address if mail.client else None, mail.sent_at.hour) == ("bo@orchard.example", 15)
