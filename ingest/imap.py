"""Folders on an IMAP server as a source of messages."""

import datetime as dt
import imaplib
import itertools
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress

from briefs.credentials import Credentials
from briefs.messages import Cursor, Sighting
from ingest import imap_fetch
from ingest.backoff import Backoff
from ingest.errors import Misconfigured, Unreachable
from ingest.idle import RENEW_SECONDS, idle
from ingest.imap_connection import READ_SECONDS, connect, reason
from ingest.imap_move import can_move, move
from ingest.imap_session import Folder, Session
from ingest.limits import Limits
from ingest.position import Course, plan
from ingest.settings import ImapSettings
from ingest.source import Ledger, RawMessage, Since

# What a search may answer in one line: imaplib reads lines of a million bytes at most.
_SEARCHED_AT_ONCE = 50_000
_LISTED_AT_ONCE = 200
_BATCH_BYTES = 4_000_000

# An EXISTS that comes in one packet with the answer to IDLE lies in the client's buffer, where no watching of the
# socket can see it. Leaving IDLE reads it: so the first stay is short.
_FIRST_STAY_SECONDS = 1.0


class ImapSource:
    """Messages are known by folder, UIDVALIDITY and UID; flags are neither read nor set.

    The first folder is watched with IDLE where the server has it; further folders, and servers without, are looked at
    every `every` seconds. `renew`, `read_seconds`, `backoff` and `batch_bytes` are for tests.
    """

    def __init__(
        self,
        name: str,
        settings: ImapSettings,
        credentials: Credentials,
        limits: Limits,
        *,
        since: Since = "now",
        every: float = 60.0,
        renew: float = RENEW_SECONDS,
        read_seconds: float = READ_SECONDS,
        backoff: Backoff | None = None,
        batch_bytes: int = _BATCH_BYTES,
    ) -> None:
        self.name = name
        self.problems: list[str] = []
        self._settings = settings
        self._limits = limits
        self._since = since
        self._every = every
        self._renew = renew
        self._batch_bytes = batch_bytes
        self._session = Session(
            lambda: connect(settings, credentials, read_seconds),
            place=name,
            backoff=backoff or Backoff(),
            writable=settings.processed is not None,
        )
        self._older: dict[str, int] = {}
        self._looked_at: dict[
            str, Folder
        ] = {}  # how the latest pass found each folder, so that `wait` knows what is new
        self._finished: dict[str, int] = {}  # which connection has seen to what an earlier `done` left behind

    @property
    def older(self) -> int:
        return sum(self._older.values())

    def fetch(self, ledger: Ledger, now: dt.datetime) -> Iterator[RawMessage | Cursor]:
        self.problems.clear()
        self._session.refresh()
        for name in self._settings.folders:
            yield from self._fetch(name, ledger, now)

    def done(self, sighting: Sighting) -> None:
        target = self._settings.processed
        if target is None or self._session.select(sighting.folder).uid_validity != sighting.uid_validity:
            return
        with self._session.talking() as client:
            try:
                move(client, int(sighting.uid), target)
            except imaplib.IMAP4.abort:
                raise
            except imaplib.IMAP4.error as error:
                self.problems.append(
                    f"{self.name}: the server does not move mail to {target!r}: {reason(error)}; correct `processed` "
                    "(some servers want 'INBOX.' before it)"
                )

    def wait(self, stop: threading.Event, timeout: float) -> None:
        end = time.monotonic() + timeout
        if self._session.is_open:
            # A quiet connection that breaks is everyday life. The next pass opens a new one, and tells if it cannot.
            with suppress(Unreachable, Misconfigured):
                self._watch(stop, end)
        if not self._session.is_open:
            stop.wait(min(max(0.0, end - time.monotonic()), self._session.pause()))

    def check(self) -> str:
        with self._session.talking() as client:
            stays = self._settings.processed is not None and not can_move(client)
        folders = {name: self._session.select(name, anew=True) for name in self._settings.folders}
        found = [f"{name} has {folder.messages} messages" for name, folder in folders.items()]
        if stays:
            found.append("the server can neither MOVE nor expunge a single message, so processed mail stays")
        return f"{self.name}: signed in to {self._settings.host} as {self._settings.auth.user}; {'; '.join(found)}"

    def close(self) -> None:
        self._session.close()

    def _fetch(self, name: str, ledger: Ledger, now: dt.datetime) -> Iterator[RawMessage | Cursor]:
        folder = self._session.select(name, anew=True)
        cursor = ledger.cursor(self.name, name)
        course = plan(cursor, folder.uid_validity, folder.highest, self._since, now)
        self._looked_at[name] = folder
        self._finish(name, folder, ledger)
        uids = self._search(name, course.after, folder.highest, course)
        if cursor is None:
            self._older[name] = folder.messages - len(uids)
        for listed in self._listed(name, folder, self._new(name, folder, uids, ledger), now):
            wanted = [message for message in listed if course.wants(message.arrived_at)]
            if cursor is None:
                self._older[name] += len(listed) - len(wanted)
            for message in self._fetched(name, folder, wanted):
                uid = message.listed.uid
                position = Cursor(self.name, name, folder.uid_validity, uid, course.since) if course.known else None
                sighting = self._sighting(name, folder, uid)
                yield RawMessage(sighting, message.content, message.listed.arrived_at, position, message.left_out)
        if not course.known:
            yield Cursor(self.name, name, folder.uid_validity, folder.highest, course.since)

    def _search(self, name: str, after: int, highest: int, course: Course | None = None) -> list[int]:
        """UIDs above `after`, ascending. The range ends at the highest: `n:*` would always find the last message."""
        since = course.since if course and not course.known else None
        # SINCE knows days in the server's zone: a day more is asked for, and the instant compared later.
        days = ["SINCE", (since - dt.timedelta(days=1)).date()] if since else []
        found: list[int] = []
        for first in range(after + 1, highest + 1, _SEARCHED_AT_ONCE):
            self._session.select(name)
            with self._session.talking() as client:
                last = min(first + _SEARCHED_AT_ONCE - 1, highest)
                found += sorted(client.search(["UID", f"{first}:{last}", *days]))
        return found

    def _new(self, name: str, folder: Folder, uids: Sequence[int], ledger: Ledger) -> list[int]:
        known = ledger.seen([self._sighting(name, folder, uid) for uid in uids])
        return [uid for uid in uids if self._sighting(name, folder, uid) not in known]

    def _listed(
        self, name: str, folder: Folder, uids: Sequence[int], now: dt.datetime
    ) -> Iterator[list[imap_fetch.Listed]]:
        for first in range(0, len(uids), _LISTED_AT_ONCE):
            self._return_to(name, folder)
            with self._session.talking() as client:
                listed = imap_fetch.listing(client, uids[first : first + _LISTED_AT_ONCE], now)
            yield listed

    def _fetched(
        self, name: str, folder: Folder, messages: Sequence[imap_fetch.Listed]
    ) -> Iterator[imap_fetch.Fetched]:
        for batch in imap_fetch.batches(messages, self._limits, self._batch_bytes):
            self._return_to(name, folder)
            with self._session.talking() as client:
                fetched = list(imap_fetch.fetch(client, batch, self._limits))
            yield from fetched

    def _return_to(self, name: str, folder: Folder) -> None:
        """Between two messages `done` may have selected another folder, or the connection may be a new one."""
        if self._session.select(name).uid_validity != folder.uid_validity:
            raise Unreachable(f"{self.name}: {name} was rebuilt by the server while it was read; it is read again")

    def _finish(self, name: str, folder: Folder, ledger: Ledger) -> None:
        """Once a connection: move what is kept but still lies here, because the move failed or a crash came first."""
        if self._settings.processed is None or self._finished.get(name) == self._session.opened:
            return
        lying = [self._sighting(name, folder, uid) for uid in self._search(name, 0, folder.highest)]
        for sighting in sorted(ledger.seen(lying), key=lambda sighting: int(sighting.uid)):
            self.done(sighting)
            if self.problems:
                break  # it would be the same for all
        self._finished[name] = self._session.opened

    def _watch(self, stop: threading.Event, end: float) -> None:
        with self._session.talking() as client:
            idles = client.has_capability("IDLE")
        if not idles:
            stop.wait(min(self._every, max(0.0, end - time.monotonic())))
            self._session.worked()
            return
        if len(self._settings.folders) > 1:
            end = min(end, time.monotonic() + self._every)
        for stay in itertools.cycle((_FIRST_STAY_SECONDS, self._renew)):
            if self._news() or stop.is_set() or (left := end - time.monotonic()) <= 0:
                return
            with self._session.talking() as client:
                told = idle(client, stop, min(stay, left))
            self._session.worked()
            if told:
                return

    def _news(self) -> bool:
        """Whether the first folder changed since the latest pass. IDLE tells only of what comes after this look."""
        watched = self._settings.folders[0]
        before, now = self._looked_at.get(watched), self._session.select(watched, anew=True)
        return before is None or (now.uid_validity, now.highest) != (before.uid_validity, before.highest)

    def _sighting(self, name: str, folder: Folder, uid: int) -> Sighting:
        return Sighting(self.name, name, folder.uid_validity, str(uid))
