"""The story against real servers: Dovecot, an SMTP server, HTTP, and each database."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path

import httpx2
import pytest

from briefs.draft import BriefState
from store import briefs
from store.database import Database
from tests.conftest import RecordFigure
from tests.inbrief.house import a_request, forwarded, settings
from tests.servers.dovecot import Dovecot
from tests.servers.postgres import Postgres
from tests.servers.smtp import Security, SmtpServer, smtp_server

pytestmark = pytest.mark.dovecot
PATIENCE = 60


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/inbrief.db"
        return
    server: Postgres = request.getfixturevalue("postgres")
    name = server.create()
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[SmtpServer]:
    with smtp_server(tmp_path, Security.STARTTLS, users={"intake": "sesame"}) as server:
        yield server


@contextmanager
def running(folder: Path, database_url: str, inside: Dovecot, outside: SmtpServer, user: str) -> Iterator[str]:
    """`inbrief run` in a process of its own; yields the pages' address, and asks for a clean end."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        listen = f"127.0.0.1:{free.getsockname()[1]}"
    imap = {
        "host": inside.host,
        "port": inside.imaps_port,
        "auth": {"user": user, "password_env": "INTAKE_PASSWORD"},
        "processed": "Processed",
        "ca_file": str(inside.ca_file),
    }
    smtp = {
        "host": outside.host,
        "port": outside.port,
        "auth": {"user": "intake", "password_env": "SMTP_PASSWORD"},
        "ca_file": str(outside.ca_file),
    }
    config = settings(
        folder,
        database=database_url,
        mailboxes=[{"name": "intake", "imap": imap, "since": "all"}],
        outgoing={"from": "Intake <intake@brightwater.example>", "smtp": smtp},
        web={"listen": listen, "base_url": f"http://{listen}", "secret_env": "PAGES_SECRET"},
    )
    secrets = {"INTAKE_PASSWORD": inside.password, "SMTP_PASSWORD": "sesame", "PAGES_SECRET": "x" * 40}
    log = (folder / "run.log").open("wb")
    process = subprocess.Popen(
        [sys.executable, "-m", "inbrief", "--config", str(config), "run"],
        env={**os.environ, **secrets},
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        _wait_for(f"http://{listen}/healthz", process, folder / "run.log")
        yield f"http://{listen}"
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0, (folder / "run.log").read_text()
    finally:
        process.kill()
        process.wait()
        log.close()


def _wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            break
        try:
            if httpx2.get(url).status_code == 200:
                return
        except httpx2.TransportError:
            process.poll()
    raise RuntimeError(log.read_text())


def link_in(mail: EmailMessage, base_url: str) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    found = re.search(re.escape(base_url) + r"/sign-in/\S+", body.get_content())
    assert found is not None
    return found[0]


def submit(browser: httpx2.Client, page: httpx2.Response, action: str, **typed: str) -> httpx2.Response:
    """Send the page's form of that action as a browser would: its hidden fields and what is typed."""
    form = next(
        found for found in re.findall(r"<form.*?</form>", page.text, re.DOTALL) if f'action="{action}"' in found
    )
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))
    return browser.post(action, data={**hidden, **typed}, follow_redirects=True)


def test_from_the_clients_mail_to_the_confirmed_brief(
    tmp_path: Path, database_url: str, dovecot: Dovecot, outside: SmtpServer, record_figure: RecordFigure
) -> None:
    user = f"intake-{tmp_path.name}@brightwater.example"
    with running(tmp_path, database_url, dovecot, outside, user) as base_url:
        delivered_at = time.monotonic()
        dovecot.deliver(a_request(), user)
        summary = outside.wait_for(1, PATIENCE)[0]
        record_figure(
            f"from delivery to the summary, {database_url.partition(':')[0]}",
            f"{time.monotonic() - delivered_at:.2f} s",
        )
        dovecot.deliver(forwarded("Sam Ortiz <sam.ortiz@brightwater.example>"), user)
        outside.wait_for(3, PATIENCE)  # the alert for traffic, and the news for the second person

        with httpx2.Client(base_url=base_url) as browser:
            submit(browser, browser.get("/sign-in"), "/sign-in", address="ana.lund@brightwater.example")
            mail = outside.wait_for(4, PATIENCE)[3].message
            path = link_in(mail, base_url).removeprefix(base_url)
            submit(browser, browser.get(path), path)
            page = browser.get("/briefs/1")
            confirmed = submit(browser, page, "/briefs/1/confirm")

    assert summary.recipients == ("ana.lund@brightwater.example",)
    assert confirmed.status_code == 200
    database = Database(database_url)
    with database.reading() as tx:
        (brief,) = briefs.list_briefs(tx)
    database.close()
    assert brief.state is BriefState.CONFIRMED
    assert sorted(taken.recipients[0].partition("@")[0] for taken in outside.taken) == [
        "ana.lund",
        "ana.lund",
        "sam.ortiz",
        "tom.beck",
    ]
