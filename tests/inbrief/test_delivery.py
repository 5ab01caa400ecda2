"""Mail on its way out, against a real SMTP server: tried again, given up, told to the next person."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefs.outgoing import OutgoingState
from store import outbox
from tests.inbrief.house import NOW, agency, drop, forwarded, story
from tests.servers.smtp import Security, SmtpServer, Step, smtp_server


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[SmtpServer]:
    with smtp_server(tmp_path, Security.STARTTLS) as server:
        yield server


def by_smtp(server: SmtpServer) -> dict[str, Any]:
    smtp = {"host": server.host, "port": server.port, "ca_file": str(server.ca_file)}
    box = {"name": "intake", "folder": "intake"}
    return {
        "mailboxes": [box],
        "outgoing": {"from": "Intake <intake@brightwater.example>", "smtp": smtp},
        "web": {"base_url": "http://127.0.0.1:8000", "secret_env": "PAGES_SECRET"},
    }


def test_a_server_that_says_later_gets_the_same_mail_later(tmp_path: Path, outside: SmtpServer) -> None:
    drop(tmp_path, forwarded())
    outside.reply_next(Step.RCPT, "451 come back")
    with agency(tmp_path, **by_smtp(outside)) as app:
        story(app)
        with app.database.reading() as tx:
            waiting = next(row for row in outbox.list_outgoing(tx) if row.state is OutgoingState.QUEUED)
    before = len(outside.taken)

    with agency(tmp_path, NOW + dt.timedelta(minutes=2), **by_smtp(outside)) as app:
        story(app)

    assert [taken.message["Message-ID"] for taken in outside.taken[before:]] == [waiting.mail.message_id]


def test_a_refused_recipient_is_given_up_and_the_stand_in_is_told(tmp_path: Path, outside: SmtpServer) -> None:
    drop(tmp_path, forwarded())
    outside.reply_next(Step.RCPT, "550 no such user")

    with agency(tmp_path, **by_smtp(outside)) as app:
        story(app)

        with app.database.reading() as tx:
            failed = [row for row in outbox.list_outgoing(tx) if row.state is OutgoingState.FAILED]
    assert [(row.mail.recipient, "550" in row.reason) for row in failed] == [("sam.ortiz@brightwater.example", True)]
    assert any(taken.recipients == ("ana.lund@brightwater.example",) for taken in outside.taken)


def test_a_connection_cut_after_the_dot_doubles_at_most_the_same_mail(tmp_path: Path, outside: SmtpServer) -> None:
    drop(tmp_path, forwarded())
    outside.reply_next(Step.DATA, "")  # kept by the server, which then hangs up without saying so
    with agency(tmp_path, **by_smtp(outside)) as app:
        story(app)

    with agency(tmp_path, NOW + dt.timedelta(minutes=2), **by_smtp(outside)) as app:
        story(app)

        with app.database.reading() as tx:
            rows = outbox.list_outgoing(tx)
    assert all(row.state is OutgoingState.SENT for row in rows)
    assert {taken.message["Message-ID"] for taken in outside.taken} == {row.mail.message_id for row in rows}
    assert len(outside.taken) == len(rows) + 1
