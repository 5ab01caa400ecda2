"""One message, however the mailbox shows it: twice, in two folders, under new UIDs."""

from pathlib import Path
from typing import Any

import pytest

from briefs.messages import Outcome
from inbrief.build import App
from store import briefs, messages, outbox
from tests.inbrief.house import a_request, agency, story
from tests.servers.dovecot import Dovecot

pytestmark = pytest.mark.dovecot


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dovecot: Dovecot) -> str:
    monkeypatch.setenv("INTAKE_PASSWORD", dovecot.password)
    return f"{tmp_path.name}@brightwater.example"


def mailbox(dovecot: Dovecot, user: str, **more: Any) -> dict[str, Any]:
    imap = {
        "host": dovecot.host,
        "port": dovecot.imaps_port,
        "auth": {"user": user, "password_env": "INTAKE_PASSWORD"},
        "ca_file": str(dovecot.ca_file),
        **more,
    }
    return {"mailboxes": [{"name": "intake", "imap": imap, "since": "all"}], "web": WEB}


WEB = {"base_url": "http://127.0.0.1:8000", "secret_env": "PAGES_SECRET"}


def counts(app: App) -> tuple[int, int]:
    with app.database.reading() as tx:
        return len(briefs.list_briefs(tx)), sum(row.mail.kind.value == "summary" for row in outbox.list_outgoing(tx))


def test_the_same_message_delivered_twice_is_one_brief_and_one_summary(
    tmp_path: Path, dovecot: Dovecot, user: str
) -> None:
    for _ in range(2):  # each delivery adds its own Received and Delivered-To
        dovecot.deliver(a_request(), user)

    with agency(tmp_path, **mailbox(dovecot, user)) as app:
        story(app)

        assert counts(app) == (1, 1)


def test_the_same_message_in_two_folders_is_one_brief_and_one_summary(
    tmp_path: Path, dovecot: Dovecot, user: str
) -> None:
    dovecot.deliver(a_request(), user)
    with agency(tmp_path, **mailbox(dovecot, user, processed="Processed")) as app:
        story(app)
    dovecot.deliver(a_request(), user)

    with agency(tmp_path, **mailbox(dovecot, user, folders=["INBOX", "Processed"])) as app:
        story(app)

        assert counts(app) == (1, 1)


def test_uids_that_start_over_bring_nothing_twice(tmp_path: Path, dovecot: Dovecot, user: str) -> None:
    dovecot.deliver(a_request(), user)
    with agency(tmp_path, **mailbox(dovecot, user)) as app:
        story(app)
    dovecot.bump_uidvalidity(user)

    with agency(tmp_path, **mailbox(dovecot, user)) as app:
        story(app)

        assert counts(app) == (1, 1)
        with app.database.reading() as tx:
            assert [row.outcome for row in messages.list_messages(tx)] == [Outcome.BRIEF]


def test_what_is_kept_leaves_the_inbox(tmp_path: Path, dovecot: Dovecot, user: str) -> None:
    dovecot.deliver(a_request(), user)

    with agency(tmp_path, **mailbox(dovecot, user, processed="Processed")) as app:
        story(app)

    assert not list((dovecot.maildir(user) / "new").iterdir())
    assert len(list((dovecot.maildir(user) / ".Processed").glob("[cn]*/*"))) == 1
