"""The Internet message a mail becomes."""

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from briefs.mail import Address
from briefs.outgoing import OutgoingMail, Picture
from notify.compose import compose
from notify.errors import Refused
from notify.headers import NotAnAddress, one_line, parse_sender
from tests.notify.invented import NOW
from tests.notify.test_channels import MAIL, SENDER

OUTLOOK_ID = "<BN8PR10MB3555C5A2E0D1BE6D6E0F9A5EA8ACA00112233@BN8PR10MB3555.namprd10.prod.outlook.example>"


def sent(mail: OutgoingMail, sender: Address = SENDER) -> tuple[EmailMessage, bytes]:
    content = compose(mail, sender, NOW).as_bytes()
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message, content


def test_outlooks_long_message_ids_stay_as_they_are() -> None:
    _, content = sent(replace(MAIL, in_reply_to=OUTLOOK_ID, references=(OUTLOOK_ID, "<b@c.example>")))

    assert f"In-Reply-To: {OUTLOOK_ID}\r\n".encode() in content
    assert f"References: {OUTLOOK_ID}\r\n <b@c.example>\r\n".encode() in content


def test_a_long_thread_keeps_its_first_and_its_last() -> None:
    ids = tuple(f"<{n}@b.example>" for n in range(40))
    message, _ = sent(replace(MAIL, in_reply_to=ids[-1], references=ids))

    kept = message["References"].split()
    assert kept[0] == ids[0]
    assert kept[1:] == list(ids[-11:])


@pytest.mark.parametrize(
    "nasty", ["no brackets", "<a b@c.example>", "<a@b.example>\r\nBcc: x@y.example", "<ä@b.example>"]
)
def test_what_is_no_message_id_is_left_out_of_the_thread(nasty: str) -> None:
    message, content = sent(replace(MAIL, in_reply_to=nasty, references=(nasty, "<good@b.example>")))

    assert message["In-Reply-To"] is None
    assert message["References"] == "<good@b.example>"
    assert b"Bcc" not in content


def test_our_own_message_id_must_be_one() -> None:
    with pytest.raises(Refused, match="not a Message-ID"):
        sent(replace(MAIL, message_id="17"))


@pytest.mark.parametrize("subject", ["Budget £8,000 für Größe " * 8, "plain words that go on and on " * 6, "x" * 400])
def test_a_long_subject_is_folded_and_comes_back_whole(subject: str) -> None:
    message, content = sent(replace(MAIL, subject=subject))

    header = content.partition(b"\r\n\r\n")[0]
    assert max(len(line) for line in header.split(b"\r\n")) < 250
    assert message["Subject"] == one_line(subject)


def test_a_mail_is_seven_bit_with_short_lines_whatever_it_says() -> None:
    _, content = sent(replace(MAIL, text="£ and 漢字 " * 300, html="<p>" + "é" * 3000 + "</p>"))

    assert content.isascii()
    assert max(len(line) for line in content.split(b"\r\n")) <= 998


def test_a_body_comes_back_letter_for_letter() -> None:
    message, _ = sent(replace(MAIL, text="From the top\n.\n..dots\n£ and 漢字\n"))
    plain = message.get_body(("plain",))

    assert plain is not None
    assert plain.get_content().replace("\r\n", "\n") == "From the top\n.\n..dots\n£ and 漢字\n"


def test_a_sender_with_a_name_of_any_letters_is_kept() -> None:
    message, _ = sent(MAIL, Address("intake@b.example", 'Größe, "Intake"'))

    assert message["From"].addresses[0].display_name == 'Größe, "Intake"'
    assert message["From"].addresses[0].addr_spec == "intake@b.example"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("intake@b.example", Address("intake@b.example")),
        ("Intake <intake@b.example>", Address("intake@b.example", "Intake")),
        ('"Intake, Brightwater" <intake@b.example>', Address("intake@b.example", "Intake, Brightwater")),
    ],
)
def test_a_sender_is_read_with_and_without_a_name(given: str, expected: Address) -> None:
    assert parse_sender(given) == expected


@pytest.mark.parametrize("given", ["", "Intake", "Intake <intake>", "Intake <a@b.example", "<a@b.example> x", "a@b@c"])
def test_a_sender_that_is_no_address_is_refused(given: str) -> None:
    with pytest.raises(NotAnAddress):
        parse_sender(given)


@pytest.mark.parametrize("nasty", ["a\r\nb", "a\nb", "a\x85b", "a\u2028b", "a\tb", "a\x00b", "a\ud800b", "a\u202e b"])
def test_a_header_value_is_one_clean_line(nasty: str) -> None:
    assert one_line(nasty) == "a b"


def test_a_picture_stands_in_one_part_with_the_html_that_shows_it() -> None:
    picture = Picture("ab" * 32, "image/png", b"\x89PNG and more")
    message, _ = sent(replace(MAIL, html=f'<img src="cid:{picture.cid}">', pictures=(picture,)))

    _, related = message.iter_parts()
    html, shown = (part for part in related.walk() if not part.is_multipart())
    assert (message.get_content_type(), related.get_content_type()) == ("multipart/alternative", "multipart/related")
    assert shown["Content-ID"] == f"<{picture.cid}>"
    assert picture.cid in html.get_content()
    assert shown.get_content_disposition() == "inline"
    assert shown.get_content() == picture.content
