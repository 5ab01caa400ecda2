"""What a mail server may answer, and what becomes of the mail then."""

import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefs.credentials import Credentials
from notify.errors import Misconfigured, NotifyError, Refused, TryAgain
from notify.settings import SmtpSettings
from notify.smtp import SmtpChannel
from tests.notify.invented import NOW
from tests.notify.test_channels import MAIL, SENDER
from tests.servers.smtp import CUT, Security, SmtpServer, Step, smtp_server

RIGHT = Credentials("intake", "s3cret")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SmtpServer]:
    with smtp_server(tmp_path, users={"intake": "s3cret"}) as running:
        yield running


@pytest.fixture
def channel(server: SmtpServer) -> Iterator[SmtpChannel]:
    opened = SmtpChannel(settings(server), SENDER, RIGHT)
    yield opened
    opened.close()


def settings(server: SmtpServer, **given: object) -> SmtpSettings:
    known = {"host": server.host, "port": server.port, "ca_file": server.ca_file, "timeout": 10}
    return SmtpSettings.model_validate(known | given)


@pytest.mark.parametrize(
    ("step", "reply", "error"),
    [
        (Step.MAIL, "451 4.3.0 busy", TryAgain),
        (Step.MAIL, "550 5.7.1 you may not send as intake", Misconfigured),
        (Step.MAIL, "552 5.3.4 too large", Refused),
        (Step.RCPT, "450 4.2.1 greylisted", TryAgain),
        (Step.RCPT, "550 5.1.1 no such user", Refused),
        (Step.RCPT, "530 5.7.0 sign in first", Misconfigured),
        (Step.DATA, "452 4.3.1 disk full", TryAgain),
        (Step.DATA, "554 5.6.0 looks like spam", Refused),
        (Step.AUTH, "535 5.7.8 wrong password", Misconfigured),
        (Step.AUTH, "454 4.7.0 directory is down", TryAgain),
        (Step.MAIL, "421 4.3.2 going down", TryAgain),
    ],
)
def test_each_reply_says_what_to_do_and_the_next_try_works(
    server: SmtpServer, channel: SmtpChannel, step: Step, reply: str, error: type[NotifyError]
) -> None:
    server.reply_next(step, reply)

    with pytest.raises(error, match=reply[:9]):
        channel.send(MAIL, NOW)
    channel.send(MAIL, NOW)
    assert [taken.recipients for taken in server.taken] == [(MAIL.recipient,)]


def test_a_connection_cut_after_data_is_tried_again_with_the_same_message_id(
    server: SmtpServer, channel: SmtpChannel
) -> None:
    server.reply_next(Step.DATA, CUT)

    with pytest.raises(TryAgain):
        channel.send(MAIL, NOW)
    channel.send(MAIL, NOW)
    assert [taken.message["Message-ID"] for taken in server.wait_for(2)] == [MAIL.message_id] * 2


def test_one_connection_carries_many_mails(server: SmtpServer, channel: SmtpChannel) -> None:
    channel.send(MAIL, NOW)
    greeted = server.connections
    for number in range(3):
        channel.send(replace(MAIL, key=str(number)), NOW)

    assert len(server.taken) == 4
    assert server.connections == greeted


def test_a_connection_the_server_dropped_is_opened_again(server: SmtpServer, channel: SmtpChannel) -> None:
    channel.send(MAIL, NOW)
    server.hang_up()
    channel.send(MAIL, NOW)

    assert len(server.taken) == 2


def test_a_wrong_password_is_for_the_operator(server: SmtpServer) -> None:
    channel = SmtpChannel(settings(server), SENDER, Credentials("intake", "guess"))

    with pytest.raises(Misconfigured, match="refused user or password: 535"):
        channel.check()


def test_a_certificate_nobody_vouches_for_is_for_the_operator(server: SmtpServer) -> None:
    channel = SmtpChannel(settings(server, ca_file=None), SENDER, RIGHT)

    with pytest.raises(Misconfigured, match="certificate not trusted"):
        channel.send(MAIL, NOW)


def test_a_certificate_for_another_name_is_for_the_operator(server: SmtpServer) -> None:
    channel = SmtpChannel(settings(server, host="127.0.0.1"), SENDER, RIGHT)

    with pytest.raises(Misconfigured, match="certificate not trusted"):
        channel.send(MAIL, NOW)


def test_a_missing_ca_file_is_named(server: SmtpServer, tmp_path: Path) -> None:
    channel = SmtpChannel(settings(server, ca_file=tmp_path / "none.pem"), SENDER, RIGHT)

    with pytest.raises(Misconfigured, match=r"none\.pem: No such file"):
        channel.send(MAIL, NOW)


def test_a_server_without_starttls_gets_no_mail(tmp_path: Path) -> None:
    with smtp_server(tmp_path, Security.NONE) as plain:
        channel = SmtpChannel(settings(plain), SENDER)

        with pytest.raises(Misconfigured, match="STARTTLS"):
            channel.send(MAIL, NOW)
    assert plain.taken == []


def test_mail_goes_over_tls_from_the_first_byte(tmp_path: Path) -> None:
    with smtp_server(tmp_path, Security.IMPLICIT) as server:
        channel = SmtpChannel(settings(server, tls=True), SENDER)
        channel.send(MAIL, NOW)
        channel.close()

        assert len(server.taken) == 1


def test_tls_spoken_to_a_plain_port_is_for_the_operator(tmp_path: Path) -> None:
    with smtp_server(tmp_path, Security.NONE) as plain:
        channel = SmtpChannel(settings(plain, tls=True), SENDER)

        with pytest.raises(Misconfigured, match="no TLS spoken there"):
            channel.send(MAIL, NOW)


def test_mail_on_this_machine_may_go_without_tls(tmp_path: Path) -> None:
    with smtp_server(tmp_path, Security.NONE) as plain:
        channel = SmtpChannel(settings(plain, starttls=False), SENDER)
        channel.send(MAIL, NOW)
        channel.close()

        assert len(plain.taken) == 1


def test_a_port_where_nobody_listens_is_tried_again() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    channel = SmtpChannel(SmtpSettings(host="127.0.0.1", port=port, starttls=False), SENDER)

    with pytest.raises(TryAgain, match=rf"smtp 127\.0\.0\.1:{port}: Connection refused"):
        channel.send(MAIL, NOW)


def test_a_server_that_says_nothing_is_tried_again() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        channel = SmtpChannel(
            SmtpSettings(host="127.0.0.1", port=silent.getsockname()[1], starttls=False, timeout=0.2), SENDER
        )

        with pytest.raises(TryAgain, match="did not answer within"):
            channel.send(MAIL, NOW)


def test_a_check_signs_in(server: SmtpServer, channel: SmtpChannel) -> None:
    assert channel.check() == f"smtp localhost:{server.port} takes mail as intake"
