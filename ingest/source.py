"""The seam for places that messages come from."""

import datetime as dt
import threading
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Protocol

from briefs.messages import Cursor, Sighting


@dataclass(frozen=True, slots=True)
class RawMessage:
    """A message as it was found. `cursor` is where its folder stands once this message is kept.

    `left_out` says why `content` holds the header only ("52 MB, over the limit of 30 MB"); "" when it is whole.
    """

    sighting: Sighting
    content: bytes
    arrived_at: dt.datetime
    cursor: Cursor | None = None
    left_out: str = ""


class Ledger(Protocol):
    """What has been received so far, as the store knows it."""

    def cursor(self, mailbox: str, folder: str) -> Cursor | None: ...

    def seen(self, sightings: Collection[Sighting]) -> set[Sighting]: ...


class Source(Protocol):
    """A mailbox of any kind. Fetching changes nothing there; `done` is called once the message is safely kept.

    `fetch` yields what the ledger does not hold yet, and a bare Cursor where a folder's position is to be remembered
    without a message (first contact, UIDs that started over). It raises `Unreachable` when the place is not there
    now and `Misconfigured` when only a person can mend it.
    """

    name: str

    def fetch(self, ledger: Ledger, now: dt.datetime) -> Iterator[RawMessage | Cursor]: ...

    def done(self, sighting: Sighting) -> None: ...

    def wait(self, stop: threading.Event, timeout: float) -> None:
        """Return when something may have arrived, when `stop` is set, or after `timeout` seconds."""
        ...

    def close(self) -> None: ...
