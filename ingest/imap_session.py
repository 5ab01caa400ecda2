"""One connection to an IMAP server: opened when it is needed, dropped when it fails, left alone for a while then."""

import imaplib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from imapclient import IMAPClient

from ingest.backoff import Backoff
from ingest.errors import IngestError, Misconfigured, Unreachable
from ingest.imap_connection import hang_up, passing, reason

_GOODBYE_SECONDS = 2.0
_FOLDERS_NAMED = 30


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder at the moment it was selected: its UIDs go up to `highest`, though not all of them need exist."""

    uid_validity: int
    highest: int
    messages: int


class Session:
    """`place` names the mailbox in every sentence. Folders are opened for reading only, unless `writable`."""

    def __init__(
        self, open_connection: Callable[[], IMAPClient], place: str, backoff: Backoff, *, writable: bool
    ) -> None:
        self._open_connection = open_connection
        self._place = place
        self._backoff = backoff
        self._writable = writable
        self._client: IMAPClient | None = None
        self._selected: tuple[str, Folder] | None = None
        self._failure: IngestError = Unreachable(place)
        self.opened = 0  # how many connections there have been

    @property
    def is_open(self) -> bool:
        return self._client is not None

    def pause(self) -> float:
        """Seconds until a new connection may be tried."""
        return max(0.0, self._backoff.ready_at - time.monotonic())

    def worked(self) -> None:
        """Failures before this moment count no longer."""
        self._backoff.worked()

    @contextmanager
    def talking(self) -> Iterator[IMAPClient]:
        """The connection. What fails inside, and is not caught there, closes it: no state of it can be relied on.

        Raises `Unreachable`, and `Misconfigured` when signing in does. During the pause after failures in a row the
        latest failure is repeated and the server left alone.
        """
        client = self._opened()
        try:
            yield client
        except (OSError, imaplib.IMAP4.error) as error:
            self._drop(Unreachable(f"{self._place}: the connection was lost: {reason(error)}"))
            raise self._failure from error
        except Misconfigured as error:
            self._drop(error)
            self._backoff.refused(time.monotonic())
            raise

    def refresh(self) -> None:
        """Replace a connection that died while nobody used it; that is not worth a failure."""
        if self._client:
            try:
                self._client.noop()
            except (OSError, imaplib.IMAP4.error) as error:
                self._drop(Unreachable(f"{self._place}: the connection was lost: {reason(error)}"))

    def select(self, name: str, *, anew: bool = False) -> Folder:
        """Make a folder the one that commands are about; `anew` also when it is, to learn of new mail."""
        with self.talking() as client:
            if anew or self._selected is None or self._selected[0] != name:
                self._selected = None
                self._selected = name, self._select(client, name)
            return self._selected[1]

    def close(self) -> None:
        if self._client:
            try:
                self._client.socket().settimeout(_GOODBYE_SECONDS)
                self._client.logout()
            except (OSError, imaplib.IMAP4.error):
                hang_up(self._client)
            self._client = self._selected = None

    def _opened(self) -> IMAPClient:
        if self._client is None:
            if self.pause():
                raise type(self._failure)(str(self._failure))
            try:
                self._client = self._open_connection()
            except Misconfigured as error:
                self._failure = Misconfigured(f"{self._place}: {error}")
                self._backoff.refused(time.monotonic())
                raise self._failure from error
            except Unreachable as error:
                self._failure = Unreachable(f"{self._place}: {error}")
                self._backoff.failed(time.monotonic())
                raise self._failure from error
            self.opened += 1
        return self._client

    def _drop(self, failure: IngestError) -> None:
        if self._client:
            hang_up(self._client)
            self._backoff.failed(time.monotonic())
        self._failure = failure
        self._client = self._selected = None

    def _select(self, client: IMAPClient, name: str) -> Folder:
        try:
            answer = client.select_folder(name, readonly=not self._writable)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as error:
            if passing(error):
                raise
            raise Misconfigured(f"{self._place}: {_no_such_folder(client, name, error)}") from error
        highest = answer[b"UIDNEXT"] - 1 if b"UIDNEXT" in answer else max(client.search(["UID", "*"]), default=0)
        return Folder(answer.get(b"UIDVALIDITY", 0), highest, answer[b"EXISTS"])


def _no_such_folder(client: IMAPClient, name: str, error: imaplib.IMAP4.error) -> str:
    names = sorted(folder for _, _, folder in client.list_folders())
    if name in names:
        return f"the folder {name!r} cannot be opened: {reason(error)}"
    more = f" and {len(names) - _FOLDERS_NAMED} more" if len(names) > _FOLDERS_NAMED else ""
    return f"there is no folder {name!r}; there are {', '.join(names[:_FOLDERS_NAMED])}{more}"
