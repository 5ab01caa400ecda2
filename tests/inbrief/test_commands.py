"""The command line as a person meets it: in a process of its own, with its exit codes and its sentences."""

import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.inbrief.house import a_request, drop, forwarded, settings


def inbrief(*arguments: str | Path, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "inbrief", *arguments],
        input=given,
        capture_output=True,
        check=False,
        timeout=100,
        env={**os.environ, **environment},
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def lines(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def upgraded_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("upgraded")
    assert inbrief("db", "upgrade", "--config", settings(folder)).returncode == 0
    return folder


@pytest.fixture(scope="module")
def polled_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("polled")
    drop(folder, a_request())
    assert inbrief("--config", settings(folder), "poll").returncode == 0
    return folder


@pytest.fixture
def upgraded(upgraded_once: Path, tmp_path: Path) -> Path:
    """The settings of an agency without mail, in a folder of this test."""
    return shutil.copytree(upgraded_once, tmp_path, dirs_exist_ok=True) / "config.yaml"


@pytest.fixture
def polled(polled_once: Path, tmp_path: Path) -> Path:
    """The settings of an agency that has read a client's request, in a folder of this test."""
    return shutil.copytree(polled_once, tmp_path, dirs_exist_ok=True) / "config.yaml"


@pytest.mark.smoke
@pytest.mark.zone
def test_a_poll_leaves_briefs_and_messages_to_look_at(polled: Path) -> None:
    (brief,) = lines(inbrief("briefs", "list", "--json", "--config", polled))
    (message,) = lines(inbrief("messages", "list", "--json", INBRIEF_CONFIG=str(polled)))
    assert (brief["v"], brief["number"], brief["state"], brief["client"]) == (1, 1, "draft", "northpeak")
    assert brief["message_ids"] == ["<r1@northpeak.example>"]
    assert brief["budgets"] == [{"min": 12000, "max": 12000, "currency": "USD", "text": "$12,000"}]
    assert (message["outcome"], message["briefs"]) == ("brief", [brief["id"]])


def test_a_brief_is_confirmed_by_whoever_is_named(polled: Path) -> None:
    done = inbrief("briefs", "confirm", "1", "--as", "ana.lund@brightwater.example", "--config", polled)

    assert done.returncode == 0
    (brief,) = lines(inbrief("briefs", "show", "1", "--json", "--config", polled))
    assert (brief["state"], brief["confirmed_revision"]) == ("confirmed", 1)


@pytest.mark.parametrize(
    ("person", "sentence"),
    [
        ("tom.beck@brightwater.example", "Tom Beck is not on the account side"),
        ("eve@elsewhere.example", "eve@elsewhere.example is nobody in the directory"),
    ],
)
def test_somebody_else_cannot_confirm(polled: Path, person: str, sentence: str) -> None:
    done = inbrief("briefs", "confirm", "1", "--as", person, "--config", polled)

    assert done.returncode == 1
    assert sentence in done.stderr


@pytest.mark.parametrize("named", ["id", "key"])
def test_a_clash_is_accepted_by_its_number_or_its_key(polled: Path, named: str) -> None:
    (before,) = lines(inbrief("briefs", "show", "1", "--json", "--config", polled))
    clash = next(one for one in before["conflicts"] if one["kind"] not in ("unclear", "not_checked"))
    shown = inbrief("briefs", "show", "1", "--config", polled).stdout
    assert f"! {clash['id']}: {clash['sentence']}" in shown

    told = ("--clash", clash[named], "--why", "Jon comes in", "--as", "tom.beck@brightwater.example")
    done = inbrief("briefs", "accept", "1", *told, "--config", polled)

    assert (done.returncode, done.stdout.strip()) == (0, f"Accepted: {clash['sentence']}")
    (after,) = lines(inbrief("briefs", "show", "1", "--json", "--config", polled))
    (accepted,) = after["accepted"]
    assert clash not in after["conflicts"]
    assert (accepted["key"], accepted["by"], accepted["why"]) == (clash["key"], "tom", "Jon comes in")
    assert "Tom Beck" in inbrief("briefs", "show", "1", "--config", polled).stdout
    again = inbrief("briefs", "accept", "1", *told, "--config", polled)
    assert (again.returncode, "does not stand any more" in again.stderr) == (1, True)


@pytest.mark.smoke
@pytest.mark.zone
def test_extract_needs_no_settings_and_prints_the_label_shape(tmp_path: Path) -> None:
    path = tmp_path / "one.eml"
    path.write_bytes(forwarded())

    (line,) = lines(inbrief("extract", "--json", path, INBRIEF_CONFIG=str(tmp_path / "none.yaml")))

    assert line["file"] == str(path)
    assert line["client"] == "dana@northpeak.example"
    assert line["forwarded_by"] == "sam.ortiz@brightwater.example"
    assert line["sent_at"] == "2026-03-03T09:14:00-05:00"


def test_extract_reads_standard_input_and_shows_the_clients_words() -> None:
    done = inbrief("extract", "-", given=a_request())

    assert done.returncode == 0
    assert "two posters for the Zest card" in " ".join(done.stdout.split())


def test_extract_explains_what_it_took_and_what_it_did_not() -> None:
    (line,) = lines(inbrief("extract", "--explain", "--json", "-", given=a_request()))
    shown = inbrief("extract", "--explain", "-", given=a_request()).stdout

    assert str(line["explain"]).startswith("{'intent': ")
    assert "taken" in shown


def test_extract_tries_words_of_ones_own_or_says_what_is_wrong_with_them(tmp_path: Path) -> None:
    words = tmp_path / "house.jsonl"
    words.write_text('{"label": "money.past", "pattern": "zonk"}\n')
    good = inbrief("extract", "--vocabulary", tmp_path, "-", given=a_request())
    words.write_text('{"label": "zonk"}\n')
    bad = inbrief("extract", "--vocabulary", tmp_path, "-", given=a_request())

    assert good.returncode == 0
    assert bad.returncode == 65
    assert "vocabulary: house.jsonl:1: label: expected one of" in bad.stderr


def test_a_file_that_is_no_mail_does_not_stop_the_others(tmp_path: Path) -> None:
    good, empty = tmp_path / "good.eml", tmp_path / "empty.eml"
    good.write_bytes(a_request())
    empty.write_bytes(b"")

    done = inbrief("extract", "--json", empty, good)

    assert done.returncode == 65
    assert str(empty) in done.stderr
    assert len(lines(done)) == 1


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = inbrief("extract", tmp_path / "none.eml")

    assert done.returncode == 66
    assert "none.eml" in done.stderr


@pytest.mark.smoke
@pytest.mark.zone
def test_try_says_what_would_happen_and_writes_nothing(tmp_path: Path) -> None:
    config = settings(tmp_path)
    path = tmp_path / "one.eml"
    path.write_bytes(a_request())

    (line,) = lines(inbrief("try", "--json", path, "--config", config))

    assert (line["outcome"], line["action"]) == ("brief", "confirm")
    assert [mail["to"] for mail in line["mails"]] == ["ana.lund@brightwater.example", "tom.beck@brightwater.example"]
    assert lines(inbrief("messages", "list", "--json", "--config", config)) == []


def test_a_message_from_a_pipe_is_kept(upgraded: Path) -> None:
    assert inbrief("ingest", "-", "--config", upgraded, given=a_request()).returncode == 0
    (message,) = lines(inbrief("messages", "list", "--json", "--config", upgraded))
    assert message["outcome"] == "received"


def test_a_message_that_cannot_be_kept_may_come_again(tmp_path: Path) -> None:
    config = settings(tmp_path, database="postgresql+psycopg://nobody@127.0.0.1:1/none")

    done = inbrief("ingest", "-", "--config", config, given=a_request())

    assert done.returncode == 75
    assert "the message was not kept" in done.stderr


def test_a_database_of_another_version_names_the_mend(tmp_path: Path) -> None:
    done = inbrief("messages", "list", "--config", settings(tmp_path))

    assert done.returncode == 1
    assert "inbrief db upgrade" in done.stderr


def test_wrong_settings_are_all_named_at_once(tmp_path: Path) -> None:
    config = settings(tmp_path, people=[], mailboxes=[])

    done = inbrief("poll", "--config", config)

    assert done.returncode == 78
    assert "people: expected at least one" in done.stderr
    assert "mailboxes: expected at least one" in done.stderr


@pytest.mark.smoke
@pytest.mark.zone
def test_check_says_that_all_is_well(upgraded: Path) -> None:
    done = inbrief("check", "--config", upgraded)

    assert done.returncode == 0
    assert "✗" not in done.stdout


def test_check_names_every_part_that_fails(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        nobody = taken.getsockname()[1]
    auth = {"user": "intake", "password_env": "INTAKE_PASSWORD"}
    config = settings(
        tmp_path,
        mailboxes=[{"name": "intake", "imap": {"host": "localhost", "port": nobody, "auth": auth}}],
        outgoing={"from": "Intake <intake@brightwater.example>", "smtp": {"host": "localhost", "port": nobody}},
        calendars=[{"name": "team", "file": "none.ics"}],
        web={"base_url": "http://127.0.0.1:8000", "secret_env": "PAGES_SECRET"},
    )

    done = inbrief("check", "--json", "--config", config, INTAKE_PASSWORD="x", PAGES_SECRET="x" * 40)

    assert done.returncode == 1
    assert {str(line["part"]) for line in lines(done) if not line["works"]} == {
        "database",
        "mailbox intake",
        "outgoing mail",
        "calendar team",
    }
    assert all(str(nobody) in str(line["sentence"]) for line in lines(done) if "mail" in str(line["part"]))


def test_check_says_that_pictures_cannot_be_read_without_tesseract(tmp_path: Path) -> None:
    config = settings(tmp_path, limits={"ocr": True})
    inbrief("db", "upgrade", "--config", config)

    done = inbrief("check", "--json", "--config", config, PATH=str(tmp_path))

    assert {str(line["part"]): line["works"] for line in lines(done)}["recognition"] is False


def test_a_secret_that_is_not_there_is_named(tmp_path: Path) -> None:
    auth = {"user": "intake", "password_env": "NOT_SET_ANYWHERE"}
    config = settings(
        tmp_path,
        mailboxes=[{"name": "intake", "imap": {"host": "localhost", "auth": auth}}],
        web={"base_url": "http://127.0.0.1:8000", "secret_env": "PAGES_SECRET"},
    )

    done = inbrief("poll", "--config", config)

    assert done.returncode == 78
    assert "mailboxes[0].imap.auth: the environment variable NOT_SET_ANYWHERE is not set" in done.stderr


def test_a_port_that_is_taken_is_a_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        listen = f"127.0.0.1:{taken.getsockname()[1]}"
        config = settings(tmp_path, web={"listen": listen, "demo": True})

        done = inbrief("run", "--config", config)

    assert done.returncode == 1
    assert f"the pages cannot be served on {listen}" in done.stderr


def test_listing_briefs_loads_no_extractor() -> None:
    loaded = "import sys, inbrief.cli.main; sys.exit('spacy' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", loaded], check=False, timeout=60).returncode == 0
