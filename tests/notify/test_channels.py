"""Every way out of the house keeps the same promises."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol

import pytest

from briefs.credentials import Credentials
from briefs.mail import Address
from notify.channel import Channel
from notify.errors import NotifyError, Refused
from notify.folder import FolderChannel
from notify.memory import MemoryChannel
from notify.settings import SmtpSettings
from notify.smtp import SmtpChannel
from notify.summary import summary
from tests.notify.invented import CLASHING, HOUSE, NOW, SAM, to
from tests.servers.smtp import SmtpServer, smtp_server

SENDER = Address("intake@brightwater.example", "Intake")
MAIL = summary(CLASHING, to(SAM), HOUSE, NOW)
LATER = NOW + dt.timedelta(minutes=5)


class Outside(Protocol):
    """A channel, and what has come out of it so far."""

    @property
    def channel(self) -> Channel: ...

    def messages(self) -> list[EmailMessage]: ...


@dataclass
class InMemory:
    channel: MemoryChannel

    def messages(self) -> list[EmailMessage]:
        return list(self.channel.messages.values())


@dataclass
class InFolder:
    folder: Path
    channel: Channel

    def messages(self) -> list[EmailMessage]:
        files = sorted(self.folder.glob("*.eml"))
        return [parsed(file.read_bytes()) for file in files]


@dataclass
class OverSmtp:
    channel: SmtpChannel
    server: SmtpServer

    def messages(self) -> list[EmailMessage]:
        return [taken.message for taken in self.server.taken]


@pytest.fixture(params=["memory", "folder", "smtp"])
def outside(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Outside]:
    match request.param:
        case "memory":
            yield InMemory(MemoryChannel(SENDER))
        case "folder":
            yield InFolder(tmp_path / "out", FolderChannel(tmp_path / "out", SENDER))
        case _:
            with smtp_server(tmp_path, users={"intake": "s3cret"}) as server:
                settings = SmtpSettings(host=server.host, port=server.port, ca_file=server.ca_file, timeout=10)
                channel = SmtpChannel(settings, SENDER, Credentials("intake", "s3cret"))
                yield OverSmtp(channel, server)
                channel.close()


def test_a_mail_arrives_with_its_headers_text_and_html(outside: Outside) -> None:
    outside.channel.send(MAIL, NOW)

    [message] = outside.messages()
    assert message["To"] == "sam.ortiz@brightwater.example"
    assert message["From"] == "Intake <intake@brightwater.example>"
    assert message["Subject"] == MAIL.subject
    assert message["Message-ID"] == MAIL.message_id
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Date"].datetime == NOW
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert [unified(part.get_content()) for part in message.iter_parts()] == [unified(MAIL.text), unified(MAIL.html)]


def test_a_mail_threads_to_the_forward_it_answers(outside: Outside) -> None:
    outside.channel.send(MAIL, NOW)

    [message] = outside.messages()
    assert message["In-Reply-To"] == "<forward-1@brightwater.example>"
    assert message["References"].split() == ["<origin-1@northpeak.example>", "<forward-1@brightwater.example>"]


def test_a_second_try_carries_the_same_message_id(outside: Outside) -> None:
    outside.channel.send(MAIL, NOW)
    outside.channel.send(MAIL, LATER)

    assert {message["Message-ID"] for message in outside.messages()} == {MAIL.message_id}


def test_several_mails_all_arrive(outside: Outside) -> None:
    for number in range(3):
        outside.channel.send(replace(MAIL, key=f"summary:{number}:1", message_id=f"<{number}@b.example>"), NOW)

    assert sorted(message["Message-ID"] for message in outside.messages()) == [f"<{n}@b.example>" for n in range(3)]


@pytest.mark.parametrize(
    "recipient",
    [
        "",
        "sam",
        "Sam <sam@b.example>",
        "a@b.example, c@d.example",
        "a@b.example\r\nRCPT TO:<x@y.example>",
        "ä@b.example",
    ],
)
def test_what_is_no_plain_address_is_refused_and_the_next_mail_goes(outside: Outside, recipient: str) -> None:
    with pytest.raises(Refused, match="not a plain mail address"):
        outside.channel.send(replace(MAIL, recipient=recipient), NOW)
    outside.channel.send(MAIL, NOW)

    assert len(outside.messages()) == 1


def test_a_line_end_in_a_subject_makes_no_header(outside: Outside) -> None:
    outside.channel.send(replace(MAIL, subject="Brief 17\r\nBcc: x@evil.example\n\nHi"), NOW)

    [message] = outside.messages()
    assert message["Bcc"] is None
    assert message["Subject"] == "Brief 17 Bcc: x@evil.example Hi"


def test_a_check_says_what_would_take_the_mail_and_sends_none(outside: Outside) -> None:
    assert outside.channel.check()
    assert outside.messages() == []


def test_a_closed_channel_can_be_closed_again(outside: Outside) -> None:
    outside.channel.send(MAIL, NOW)
    outside.channel.close()
    outside.channel.close()


def test_every_error_is_one_a_sender_can_act_on() -> None:
    kinds = {kind.__name__ for kind in NotifyError.__subclasses__()}

    assert kinds == {"TryAgain", "Refused", "Misconfigured"}


def parsed(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def unified(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
