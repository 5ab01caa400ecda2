"""Places that messages come from, each of a kind, behind one face: what the contract of sources is tested on."""

import datetime as dt
import itertools
import os
import re
import threading
import uuid
from pathlib import Path
from typing import Any, Protocol, Self

from imapclient import IMAPClient

from briefs.credentials import Auth, Credentials
from ingest.backoff import Backoff
from ingest.folder import FolderSource
from ingest.imap import ImapSource
from ingest.limits import Limits
from ingest.memory import MemoryLedger, MemorySource
from ingest.settings import ImapSettings
from ingest.source import Ledger, RawMessage, Since, Source
from tests.servers.dovecot import Dovecot
from tests.servers.faults import FaultProxy

NOW = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
EARLIER = NOW - dt.timedelta(hours=1)
LIMITS = Limits(bytes=2000)
GUARD_SECONDS = 20


def message(subject: str, lines: int = 1) -> bytes:
    return f"From: pat@northpeak.example\r\nSubject: {subject}\r\n\r\n".encode() + b"We need a banner.\r\n" * lines


def subjects(*contents: bytes) -> list[str]:
    return [
        found[1].decode() for content in contents if (found := re.search(rb"^Subject: (.*)\r$", content, re.MULTILINE))
    ]


def received(source: Source, ledger: Ledger | None = None, now: dt.datetime = NOW) -> list[RawMessage]:
    """One whole pass, without keeping anything."""
    return [found for found in source.fetch(ledger or MemoryLedger(), now) if isinstance(found, RawMessage)]


def keep(source: Source, ledger: MemoryLedger, now: dt.datetime = NOW) -> list[str]:
    """One pass as the service makes it, up to putting away: the subjects received."""
    before = len(ledger.received)
    for found in source.fetch(ledger, now):
        ledger.keep(found)
    return subjects(*(kept.content for kept in ledger.received[before:]))


class Place(Protocol):
    """A mailbox as its owner sees it."""

    def source(self, *, since: Since = "all", processed: bool = False) -> Source: ...

    def deliver(self, content: bytes, arrived_at: dt.datetime = EARLIER) -> None: ...

    def remove(self, subject: str) -> None:
        """Somebody else takes the message away."""
        ...

    def lying(self) -> list[str]:
        """Subjects of what lies there now, in no order."""
        ...

    def moved(self) -> list[str]:
        """Subjects of what was put away."""
        ...

    def state(self) -> object:
        """Everything about the place that fetching must not change."""
        ...


class MemoryPlace:
    def __init__(self) -> None:
        self._source = MemorySource(limits=LIMITS)
        self._sightings: dict[str, Any] = {}

    def source(self, *, since: Since = "all", processed: bool = False) -> Source:
        self._source._since, self._source._processed = since, processed
        return self._source

    def deliver(self, content: bytes, arrived_at: dt.datetime = EARLIER) -> None:
        sighting = self._source.deliver(content, arrived_at)
        self._sightings.update(dict.fromkeys(subjects(content), sighting))

    def remove(self, subject: str) -> None:
        self._source.remove(self._sightings[subject])

    def lying(self) -> list[str]:
        return subjects(*self._source.contents)

    def moved(self) -> list[str]:
        return subjects(*self._source.moved)

    def state(self) -> object:
        return self._source.contents


class FolderPlace:
    def __init__(self, root: Path) -> None:
        self.folder = root / "intake"
        self.folder.mkdir()
        self._processed = root / "processed"
        self._numbers = itertools.count(1)

    def source(self, *, since: Since = "all", processed: bool = False) -> Source:
        away = self._processed if processed else None
        return FolderSource("intake", self.folder, LIMITS, since=since, processed=away, every=0.02)

    def deliver(self, content: bytes, arrived_at: dt.datetime = EARLIER) -> None:
        # Names run against the order of arrival, so that sorting by name would be seen.
        path = self.path_for(999 - next(self._numbers))
        path.write_bytes(content)
        os.utime(path, (arrived_at.timestamp(),) * 2)

    def path_for(self, number: int) -> Path:
        return self.folder / f"{number}.eml"

    def files(self) -> list[Path]:
        return sorted(self.folder.glob("*.eml"))

    def remove(self, subject: str) -> None:
        next(path for path in self.files() if subjects(path.read_bytes()) == [subject]).unlink()

    def lying(self) -> list[str]:
        return subjects(*(path.read_bytes() for path in self.files()))

    def moved(self) -> list[str]:
        return subjects(*(path.read_bytes() for path in self._processed.glob("*")))

    def state(self) -> object:
        return [(path, path.stat().st_mtime_ns, path.read_bytes()) for path in self.files()]


class MaildirPlace(FolderPlace):
    def __init__(self, root: Path) -> None:
        super().__init__(root)
        for part in ("cur", "new", "tmp"):
            (self.folder / part).mkdir()

    def path_for(self, number: int) -> Path:
        return self.folder / "new" / f"{number}.M1P2.host"

    def files(self) -> list[Path]:
        return sorted([*(self.folder / "new").iterdir(), *(self.folder / "cur").iterdir()])


class ImapPlace:
    """A fresh mailbox on a running server. Options of the source and of its settings can be set by name."""

    def __init__(self, server: Dovecot, **options: Any) -> None:
        self.server = server
        self.user = f"{uuid.uuid4().hex[:12]}@brightwater.example"
        self._options = options
        self._made: list[Source] = []

    def source(
        self, *, since: Since = "all", processed: bool = False, settings: dict[str, Any] | None = None, **options: Any
    ) -> ImapSource:
        given: dict[str, Any] = {
            "host": self.server.host,
            "port": self.server.imaps_port,
            "ca_file": self.server.ca_file,
            "auth": Auth(self.user, password_env="INTAKE_PASSWORD"),
            "processed": "Processed" if processed else None,
        }
        password = options.pop("password", self.server.password)
        quick: dict[str, Any] = {"batch_bytes": 1, "backoff": Backoff(base=0.05), "read_seconds": 20.0}
        made = ImapSource(
            "intake",
            ImapSettings.model_validate(given | (settings or {})),
            Credentials(self.user, password),
            LIMITS,
            since=since,
            **(quick | self._options | options),
        )
        self._made.append(made)
        return made

    def client(self) -> IMAPClient:
        """Somebody else's connection to the mailbox, without TLS, to be used as a context manager."""
        client = IMAPClient(self.server.host, self.server.imap_port, ssl=False, timeout=20)
        client.login(self.user, self.server.password)
        return client

    def deliver(self, content: bytes, arrived_at: dt.datetime = EARLIER, folder: str = "INBOX") -> None:
        with self.client() as client:
            client.append(folder, content, msg_time=arrived_at)

    def remove(self, subject: str) -> None:
        with self.client() as client:
            client.select_folder("INBOX")
            client.delete_messages(client.search(["SUBJECT", subject]))
            client.expunge()

    def lying(self) -> list[str]:
        return self.in_folder("INBOX")

    def moved(self) -> list[str]:
        return self.in_folder("Processed")

    def in_folder(self, folder: str) -> list[str]:
        with self.client() as client:
            if not client.folder_exists(folder):
                return []
            client.select_folder(folder, readonly=True)
            answers = client.fetch(client.search(), ["BODY.PEEK[]"])
            return subjects(*(answer[b"BODY[]"] for answer in answers.values()))

    def state(self) -> object:
        with self.client() as client:
            client.select_folder("INBOX", readonly=True)
            flags = client.get_flags(client.search())
            return {uid: sorted(flag for flag in kept if flag != rb"\Recent") for uid, kept in flags.items()}

    def close(self) -> None:
        for made in self._made:
            made.close()


class FaultyPlace(ImapPlace):
    """A mailbox whose sources reach the server through a proxy that can break."""

    def __init__(self, server: Dovecot, proxy: FaultProxy) -> None:
        super().__init__(server)
        self.proxy = proxy

    def source(self, *, settings: dict[str, Any] | None = None, **options: Any) -> ImapSource:
        return super().source(settings={"port": self.proxy.port} | (settings or {}), **options)


class Waiting:
    """Waits in a thread of its own, as the service does; leaving the block stops it."""

    def __init__(self, source: Source, timeout: float = 600) -> None:
        self.stop = threading.Event()
        self._thread = threading.Thread(target=source.wait, args=(self.stop, timeout))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop.set()
        self._thread.join(GUARD_SECONDS)

    def returned(self, within: float = GUARD_SECONDS) -> bool:
        self._thread.join(within)
        return not self._thread.is_alive()
