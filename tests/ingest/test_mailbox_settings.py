"""One entry of `mailboxes` in config.yaml."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from briefs.credentials import Auth
from ingest.settings import MailboxSettings

AUTH = "auth: {user: intake@brightwater.example, password_env: INTAKE_PASSWORD}"


def read(entry: str) -> MailboxSettings:
    return MailboxSettings.model_validate(yaml.safe_load(entry))


def refused(entry: str) -> list[tuple[str, str]]:
    """Each problem as (place, sentence)."""
    with pytest.raises(ValidationError) as problems:
        read(entry)
    return [
        (".".join(str(step) for step in problem["loc"]), problem["msg"].removeprefix("Value error, "))
        for problem in problems.value.errors()
    ]


def imap(more: str = "", auth: str = AUTH) -> str:
    return f"{{name: intake, imap: {{host: imap.brightwater.example, {auth}{more}}}}}"


def test_a_folder_needs_its_name_and_path() -> None:
    settings = read("{name: intake, folder: samples/intake}")

    assert (settings.folder, settings.since, settings.processed, settings.every) == (
        Path("samples/intake"),
        "all",
        None,
        None,
    )


def test_imap_has_defaults_that_are_safe() -> None:
    settings = read(imap())

    assert settings.since == "now"
    assert settings.imap is not None
    assert settings.imap.model_dump() == {
        "host": "imap.brightwater.example",
        "port": 993,
        "auth": {
            "user": "intake@brightwater.example",
            "kind": "password",
            "password_env": "INTAKE_PASSWORD",
            "password_file": None,
        },
        "folders": ("INBOX",),
        "processed": None,
        "tls": "implicit",
        "ca_file": None,
    }


def test_the_entry_of_the_manual_is_read() -> None:
    settings = read(
        """
        name: intake
        imap: {host: imap.example.com, port: 993, auth: {kind: password, user: intake@brightwater.example,
               password_env: INTAKE_PASSWORD}, folders: [INBOX], processed: Processed}
        since: now
        trust: {authserv_id: mx.brightwater.example}
        """
    )

    assert settings.imap is not None
    assert settings.imap.auth == Auth("intake@brightwater.example", password_env="INTAKE_PASSWORD")
    assert settings.trust is not None
    assert settings.trust.authserv_id == "mx.brightwater.example"


def test_trust_may_be_a_word() -> None:
    settings = read("{name: intake, folder: mail, trust: microsoft365}")

    assert settings.trust is not None
    assert settings.trust.microsoft365


def test_starttls_changes_the_port() -> None:
    settings = read(imap(", tls: starttls"))

    assert settings.imap is not None
    assert settings.imap.port == 143


@pytest.mark.parametrize("given", ["2026-03-01T09:00:00+01:00", "'2026-03-01T09:00:00+01:00'"])
def test_since_may_be_an_instant(given: str) -> None:
    since = read(f"{{name: intake, folder: mail, since: {given}}}").since

    assert isinstance(since, dt.datetime)
    assert since.astimezone(dt.UTC) == dt.datetime(2026, 3, 1, 8, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "'::1'"])
def test_without_tls_this_machine_is_allowed(host: str) -> None:
    settings = read(f"{{name: intake, imap: {{host: {host}, tls: none, {AUTH}}}}}")

    assert settings.imap is not None
    assert settings.imap.port == 143


def test_values_from_the_environment_are_words() -> None:
    given: dict[str, Any] = yaml.safe_load(imap(", port: '994'")) | {"every": "30"}

    settings = MailboxSettings.model_validate(given)
    assert settings.imap is not None
    assert (settings.imap.port, settings.every) == (994, 30.0)


def test_settings_validate_again() -> None:
    settings = read(imap(", tls: starttls") + "")

    assert MailboxSettings.model_validate(settings.model_dump()) == settings


REFUSED = [
    ("{name: intake}", "", "expected one of folder and imap, got neither"),
    (imap()[:-1] + ", folder: mail}", "", "expected one of folder and imap, got both"),
    (imap(", port: x"), "imap.port", "expected a port from 1 to 65535, got 'x'"),
    (imap(", port: 70000"), "imap.port", "expected a port from 1 to 65535, got 70000"),
    (imap(", port: true"), "imap.port", "expected a port from 1 to 65535, got True"),
    (imap(", tls: 'off'"), "imap.tls", "expected implicit, starttls or none, got 'off'"),
    (
        imap(", tls: none"),
        "imap",
        "without TLS only this machine's own server may be used, not",
    ),
    (imap(", tls: no"), "imap", "without TLS only this machine's own server may be used, not"),
    (imap(", folders: INBOX"), "imap.folders", "expected a list of folder names such as [INBOX], got 'INBOX'"),
    (imap(", folders: []"), "imap.folders", "expected a list of folder names such as [INBOX], got []"),
    (imap(", processed: INBOX"), "imap", "processed must be another folder than those that are read, got 'INBOX'"),
    (imap(", folder: INBOX"), "imap.folder", "Extra inputs are not permitted"),
    (
        "{name: intake, folder: mail, since: yesterday}",
        "since",
        "expected now, all or an instant with its offset (2026-03-01T09:00:00+01:00), got 'yesterday'",
    ),
    (
        "{name: intake, folder: mail, since: 2026-03-01}",
        "since",
        "expected now, all or an instant with its offset (2026-03-01T09:00:00+01:00), got '2026-03-01'",
    ),
    ("{name: intake, folder: mail, every: often}", "every", "expected seconds from 0.1 to 86400, got 'often'"),
    ("{name: intake, folder: mail, every: 0}", "every", "expected seconds from 0.1 to 86400, got 0"),
    ("{name: intake, folder: mail, processed: mail}", "", "processed must be another folder than the one that is read"),
    ("{name: '', folder: mail}", "name", "expected a short name such as intake, got ''"),
    (
        "{name: intake, folder: mail, trust: google}",
        "trust",
        "expected authserv_id: mx.yourdomain.example, or the word microsoft365; got 'google'",
    ),
    (
        imap()[:-1] + ", processed: done}",
        "",
        "with imap, processed is the name of a folder on the server and stands under imap",
    ),
    (
        imap(auth="auth: {user: intake, password: opensesame}"),
        "imap.auth",
        "a password does not stand in the settings: put it into an environment variable and name that as password_env",
    ),
    (
        imap(auth="auth: {user: intake}"),
        "imap.auth",
        "expected one of password_env and password_file, got neither",
    ),
    (
        imap(auth="auth: {user: intake, password_env: A, password_file: b}"),
        "imap.auth",
        "expected one of password_env and password_file, got password_env and password_file",
    ),
    (imap(auth="auth: {password_env: A}"), "imap.auth", "expected user: the name to sign in with, often the address"),
    (
        "{name: intake, imap: {host: 'https://imap.example', " + AUTH + "}}",
        "imap.host",
        "expected a host name such as imap.yourdomain.example, got 'https://imap.example'",
    ),
]


@pytest.mark.parametrize(("entry", "place", "sentence"), REFUSED)
def test_a_mistake_is_refused_with_its_place_and_a_sentence(entry: str, place: str, sentence: str) -> None:
    ((found_place, found_sentence),) = refused(entry)

    assert found_place == place
    assert found_sentence.startswith(sentence)


def test_a_plain_password_is_not_repeated() -> None:
    ((_, sentence),) = refused(imap(auth="auth: {user: intake, password: opensesame}"))

    assert "opensesame" not in sentence


def test_all_mistakes_are_told_at_once() -> None:
    found = refused("{name: '', since: soon, imap: {host: '', port: x, auth: {user: a}}}")

    assert [place for place, _ in found] == ["name", "imap.host", "imap.port", "imap.auth", "since"]
