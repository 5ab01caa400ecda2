"""An agency in a temporary folder: settings, an intake folder, a calendar, outgoing mail as files."""

import datetime as dt
import email
import email.policy
import os
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import yaml

from inbrief.build import App, open_app
from inbrief.clock import fixed
from tests.extracting import shared_extractor

# A Tuesday morning in New York.
NOW = dt.datetime(2026, 3, 3, 15, 0, tzinfo=dt.UTC)

PEOPLE = [
    {
        "id": "sam",
        "name": "Sam Ortiz",
        "addresses": ["sam.ortiz@brightwater.example"],
        "roles": ["account_executive"],
        "stand_in": "ana",
    },
    {"id": "ana", "name": "Ana Lund", "addresses": ["ana.lund@brightwater.example"], "roles": ["account_executive"]},
    {"id": "tom", "name": "Tom Beck", "addresses": ["tom.beck@brightwater.example"], "roles": ["traffic"]},
]
CLIENTS = [
    {
        "id": "northpeak",
        "name": "Northpeak Bank",
        "domains": ["northpeak.example"],
        "account_executive": "ana",
        "country": "US",
        "currency": "USD",
        "brands": [{"id": "zest", "name": "Zest", "words": ["zest card"]}],
    }
]
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//tests//EN
BEGIN:VEVENT
UID:closed@tests
DTSTAMP:20260101T000000Z
DTSTART;VALUE=DATE:20260612
DTEND;VALUE=DATE:20260613
SUMMARY:Office closed
END:VEVENT
END:VCALENDAR
"""


def settings(folder: Path, **changed: Any) -> Path:
    """A config.yaml in `folder` that works as it is; `changed` replaces whole sections."""
    given = {
        "agency": {
            "name": "Brightwater",
            "domains": ["brightwater.example"],
            "intake_owner": "sam",
            "time_zone": "America/New_York",
            "country": "US",
        },
        "database": "sqlite:///inbrief.db",
        "mailboxes": [{"name": "intake", "folder": "intake"}],
        "outgoing": {"from": "Intake <intake@brightwater.example>", "folder": "outgoing"},
        "calendars": [{"name": "team", "file": "team.ics", "entries": [{"match": "closed", "is": "closure"}]}],
        "people": PEOPLE,
        "clients": CLIENTS,
        "web": {"listen": "127.0.0.1:0", "base_url": "http://127.0.0.1:8000", "demo": True},
        **changed,
    }
    (folder / "intake").mkdir(exist_ok=True)
    (folder / "team.ics").write_text(CALENDAR.replace("\n", "\r\n"))
    path = folder / "config.yaml"
    path.write_text(yaml.safe_dump({key: value for key, value in given.items() if value is not None}))
    return path


@contextmanager
def agency(folder: Path, now: dt.datetime = NOW, **changed: Any) -> Iterator[App]:
    with open_app(settings(folder, **changed), upgrade=True, clock=fixed(now), extractor=shared_extractor()) as app:
        yield app


def a_request(
    message_id: str = "<r1@northpeak.example>",
    *,
    sender: str = "Dana Reyes <dana@northpeak.example>",
    to: str = "intake@brightwater.example",
    subject: str = "Zest card posters",
    date: str = "Tue, 03 Mar 2026 09:14:00 -0500",
    body: str = "Hi Sam,\n\nWe need two posters for the Zest card by June 12. Budget is $12,000.\n\nThanks,\nDana\n",
    **headers: str,
) -> bytes:
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"], message["To"], message["Subject"] = sender, to, subject
    message["Date"], message["Message-ID"] = date, message_id
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(body)
    return message.as_bytes()


def forwarded(
    by: str = "Sam Ortiz <sam.ortiz@brightwater.example>",
    message_id: str = "<f1@brightwater.example>",
    note: str = "FYI",
) -> bytes:
    """`a_request`, forwarded from a Gmail account half an hour later."""
    body = (
        f"{note}\n\n---------- Forwarded message ---------\n"
        "From: Dana Reyes <dana@northpeak.example>\n"
        "Date: Tue, Mar 3, 2026 at 9:14 AM\n"
        "Subject: Zest card posters\n"
        "To: Sam Ortiz <sam.ortiz@brightwater.example>\n\n\n"
        "Hi Sam,\n\nWe need two posters for the Zest card by June 12. Budget is $12,000.\n\nThanks,\nDana\n"
    )
    return a_request(
        message_id, sender=by, subject="Fwd: Zest card posters", date="Tue, 03 Mar 2026 09:44:00 -0500", body=body
    )


def drop(folder: Path, *contents: bytes) -> None:
    """Put messages into the intake folder, settled long before anybody looks."""
    (folder / "intake").mkdir(exist_ok=True)
    for content in contents:
        path = folder / "intake" / f"{len(list((folder / 'intake').iterdir())):03}.eml"
        path.write_bytes(content)
        old = NOW.timestamp() - 60
        os.utime(path, (old, old))


def story(app: App) -> None:
    """One pass, as `inbrief poll` makes it."""
    for source in app.sources:
        app.service.receive(source)
    app.service.read_waiting()
    app.service.deliver()


def mails(folder: Path) -> list[EmailMessage]:
    """What went out, by kind and recipient."""
    found = [
        email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        for path in (folder / "outgoing").glob("*.eml")
    ]
    return sorted(found, key=lambda mail: (mail["Subject"], mail["To"]))
