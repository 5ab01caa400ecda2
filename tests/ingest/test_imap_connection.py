"""Each way in which a server cannot be used, and the sentence it gets."""

import base64
import logging
import socket
import threading
from pathlib import Path

import pytest

from ingest.errors import Misconfigured, Unreachable
from tests.ingest.places import FaultyPlace, ImapPlace, message, received
from tests.servers.dovecot import Dovecot, make_certificate

pytestmark = pytest.mark.dovecot


def test_a_wrong_password_is_named_with_its_mend(mailbox: ImapPlace) -> None:
    source = mailbox.source(password="wrong")

    with pytest.raises(Misconfigured, match=rf"localhost:\d+ refused to sign in {mailbox.user}.*INTAKE_PASSWORD"):
        received(source)


def test_the_password_is_in_no_sentence(mailbox: ImapPlace) -> None:
    with pytest.raises(Misconfigured) as refused:
        received(mailbox.source(password="tell-nobody"))

    assert "tell-nobody" not in str(refused.value)


def test_the_password_is_in_no_log(mailbox: ImapPlace, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    received(mailbox.source())
    said = caplog.text
    secret = f"\0{mailbox.user}\0{mailbox.server.password}".encode()
    assert "AUTHENTICATE" in said
    assert mailbox.server.password not in said
    assert base64.b64encode(secret).decode()[-20:] not in said


def test_after_a_refusal_the_server_is_left_alone(faulty: FaultyPlace) -> None:
    source = faulty.source(password="wrong")
    with pytest.raises(Misconfigured) as first:
        received(source)

    with pytest.raises(Misconfigured) as second:
        received(source)
    assert str(second.value) == str(first.value)
    assert faulty.proxy.connections == 1


def test_a_password_in_any_script_signs_in() -> None:
    with Dovecot(extra="auth_debug_passwords = yes") as server:
        configuration = server.folder / "dovecot.conf"
        server.stop()
        configuration.write_text(configuration.read_text().replace("password=opensesame", "password=Schlüssel→1"))
        server.start()
        place = ImapPlace(server)

        assert "INBOX has 0 messages" in place.source(password="Schlüssel→1").check()
        place.close()


def test_a_certificate_of_an_unknown_authority_is_refused(mailbox: ImapPlace) -> None:
    source = mailbox.source(settings={"ca_file": None})

    with pytest.raises(Misconfigured, match=r"certificate of localhost:\d+ is not trusted.*`ca_file`"):
        received(source)


def test_a_certificate_of_another_authority_is_refused(mailbox: ImapPlace, tmp_path: Path) -> None:
    source = mailbox.source(settings={"ca_file": make_certificate(tmp_path).file})

    with pytest.raises(Misconfigured, match="is not trusted"):
        received(source)


def test_a_certificate_for_another_host_is_refused(dovecot: Dovecot) -> None:
    place = ImapPlace(dovecot)

    with pytest.raises(Misconfigured, match="IP address mismatch, certificate is not valid"):
        received(place.source(settings={"host": "127.0.0.1"}))


def test_a_ca_file_that_is_none_is_named(mailbox: ImapPlace, tmp_path: Path) -> None:
    source = mailbox.source(settings={"ca_file": tmp_path / "missing.pem"})

    with pytest.raises(Misconfigured, match=r"ca_file .*missing.pem: not a file of certificates"):
        received(source)


def test_starttls_is_spoken_where_the_settings_say_so(mailbox: ImapPlace) -> None:
    mailbox.deliver(message("one"))
    source = mailbox.source(settings={"tls": "starttls", "port": mailbox.server.imap_port})

    assert len(received(source)) == 1


def test_starttls_refuses_a_certificate_of_an_unknown_authority(mailbox: ImapPlace) -> None:
    source = mailbox.source(settings={"tls": "starttls", "port": mailbox.server.imap_port, "ca_file": None})

    with pytest.raises(Misconfigured, match="is not trusted"):
        received(source)


def test_a_server_without_starttls_gets_no_password() -> None:
    with Dovecot("ssl = no") as server:
        place = ImapPlace(server)
        source = place.source(settings={"tls": "starttls", "port": server.imap_port})

        with pytest.raises(Misconfigured, match="offers no STARTTLS"):
            received(source)
        assert place.user not in server.log


def test_a_port_without_tls_is_named_with_its_mend(mailbox: ImapPlace) -> None:
    source = mailbox.source(settings={"port": mailbox.server.imap_port})

    with pytest.raises(Misconfigured, match=r"does not speak TLS.*starttls"):
        received(source)


def test_without_tls_a_server_on_this_machine_is_read(mailbox: ImapPlace) -> None:
    mailbox.deliver(message("one"))
    source = mailbox.source(settings={"tls": "none", "port": mailbox.server.imap_port})

    assert len(received(source)) == 1


def test_a_missing_folder_is_told_with_those_there_are(mailbox: ImapPlace) -> None:
    with mailbox.client() as client:
        client.create_folder("Clients")
    source = mailbox.source(settings={"folders": ["Cleints"]})

    with pytest.raises(Misconfigured, match="there is no folder 'Cleints'; there are Clients, INBOX"):
        received(source)


def test_a_missing_folder_is_not_asked_for_again_and_again(faulty: FaultyPlace) -> None:
    source = faulty.source(settings={"folders": ["Cleints"]})
    with pytest.raises(Misconfigured):
        received(source)

    source.wait(threading.Event(), 0.01)
    with pytest.raises(Misconfigured, match="there is no folder 'Cleints'"):
        received(source)
    assert faulty.proxy.connections == 1


def test_nobody_listening_is_unreachable(mailbox: ImapPlace) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

    with pytest.raises(Unreachable, match=rf"intake: localhost:{port} cannot be reached: Connection refused"):
        received(mailbox.source(settings={"port": port}))


def test_a_host_that_does_not_exist_is_unreachable(mailbox: ImapPlace) -> None:
    source = mailbox.source(settings={"host": "nowhere.invalid"})

    with pytest.raises(Unreachable, match="no such host"):
        received(source)


def test_a_server_that_says_nothing_is_unreachable(faulty: FaultyPlace) -> None:
    faulty.proxy.swallow()

    with pytest.raises(Unreachable, match="no answer in time"):
        received(faulty.source(read_seconds=0.2))


def test_a_server_that_hangs_up_at_once_is_unreachable(faulty: FaultyPlace) -> None:
    faulty.proxy.refuse()

    with pytest.raises(Unreachable):
        received(faulty.source())
