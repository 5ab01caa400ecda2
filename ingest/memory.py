"""A mailbox and a ledger held in memory: for tests of everything behind them."""

import datetime as dt
import threading
import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from briefs.messages import Cursor, Sighting
from ingest.errors import IngestError
from ingest.limits import Limits
from ingest.oversize import within
from ingest.position import plan
from ingest.source import Ledger, RawMessage, Since

_LOOK_EVERY = 0.01


@dataclass(frozen=True, slots=True)
class _Stored:
    content: bytes
    arrived_at: dt.datetime


class MemorySource:
    """One folder with UIDs, like an IMAP server's. `failure` is raised by every pass while it is set.

    With `processed` set, `done` moves a message to `moved`; otherwise it stays.
    """

    def __init__(
        self,
        name: str = "intake",
        *,
        since: Since = "all",
        processed: bool = False,
        limits: Limits | None = None,
    ) -> None:
        self.name = name
        self.folder = "INBOX"
        self.failure: IngestError | None = None
        self.problems: list[str] = []
        self.older = 0
        self.moved: list[bytes] = []
        self._since = since
        self._processed = processed
        self._limits = limits or Limits()
        self._uid_validity = 1
        self._next = 1
        self._messages: dict[int, _Stored] = {}
        self._arrival = threading.Event()

    def deliver(self, content: bytes, arrived_at: dt.datetime) -> Sighting:
        """Put a message into the folder; where it will be seen."""
        sighting = self._sighting(self._next)
        self._messages[self._next] = _Stored(content, arrived_at)
        self._next += 1
        self._arrival.set()
        return sighting

    def remove(self, sighting: Sighting) -> None:
        """Somebody else takes the message away."""
        del self._messages[int(sighting.uid)]

    def rebuild(self) -> None:
        """UIDs start over, as after a server's restore (RFC 3501 section 2.3.1.1)."""
        self._uid_validity += 1
        self._messages = dict(enumerate(self._messages.values(), start=1))
        self._next = len(self._messages) + 1

    @property
    def contents(self) -> list[bytes]:
        """What lies in the folder now."""
        return [stored.content for stored in self._messages.values()]

    def fetch(self, ledger: Ledger, now: dt.datetime) -> Iterator[RawMessage | Cursor]:
        self._arrival.clear()
        if self.failure:
            raise self.failure
        cursor = ledger.cursor(self.name, self.folder)
        highest = self._next - 1
        course = plan(cursor, self._uid_validity, highest, self._since, now)
        for sighting in ledger.seen([self._sighting(uid) for uid in self._messages]):
            self.done(sighting)
        wanted = [
            uid for uid, stored in self._messages.items() if uid > course.after and course.wants(stored.arrived_at)
        ]
        if cursor is None:
            self.older = len(self._messages) - len(wanted)
        known = ledger.seen([self._sighting(uid) for uid in wanted])
        for uid in wanted:
            stored = self._messages.get(uid)
            if stored is None or self._sighting(uid) in known:
                continue
            content, reason = within(stored.content, self._limits)
            position = Cursor(self.name, self.folder, self._uid_validity, uid, course.since) if course.known else None
            yield RawMessage(self._sighting(uid), content, stored.arrived_at, position, reason)
        if not course.known:
            yield Cursor(self.name, self.folder, self._uid_validity, highest, course.since)

    def done(self, sighting: Sighting) -> None:
        if self._processed and sighting.uid_validity == self._uid_validity:
            stored = self._messages.pop(int(sighting.uid), None)
            if stored:
                self.moved.append(stored.content)

    def wait(self, stop: threading.Event, timeout: float) -> None:
        end = time.monotonic() + timeout
        while not self._arrival.is_set() and time.monotonic() < end:
            if stop.wait(_LOOK_EVERY):
                return

    def check(self) -> str:
        if self.failure:
            raise self.failure
        return f"{self.name}: {len(self._messages)} messages in memory"

    def close(self) -> None:
        pass

    def _sighting(self, uid: int) -> Sighting:
        return Sighting(self.name, self.folder, self._uid_validity, str(uid))


class MemoryLedger:
    """What has been received, as the store would know it."""

    def __init__(self) -> None:
        self.received: list[RawMessage] = []
        self._cursors: dict[tuple[str, str], Cursor] = {}

    def keep(self, found: RawMessage | Cursor) -> None:
        """What the store does with what a source yields."""
        cursor = found.cursor if isinstance(found, RawMessage) else found
        if isinstance(found, RawMessage):
            self.received.append(found)
        if cursor:
            self._cursors[cursor.mailbox, cursor.folder] = cursor

    def cursor(self, mailbox: str, folder: str) -> Cursor | None:
        return self._cursors.get((mailbox, folder))

    def seen(self, sightings: Collection[Sighting]) -> set[Sighting]:
        return {message.sighting for message in self.received}.intersection(sightings)
