"""The seam for places that messages come from."""

import datetime as dt
import threading
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from briefs.messages import Cursor, Sighting

# Where to begin on first contact: only what arrives from here on, everything, or what arrived since an instant.
Since = Literal["now", "all"] | dt.datetime


@dataclass(frozen=True, slots=True)
class RawMessage:
    """A message as it was found. `cursor` is where its folder stands once this message is kept, if that is known yet.

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
    """A mailbox of any kind. It is used by one thread at a time; only the `stop` of `wait` is set by others.

    After any `IngestError` the same object can simply be asked again: it reconnects by itself, and after failures in
    a row it does not touch the network before a growing pause is over (`wait` sleeps it off).
    """

    @property
    def name(self) -> str:
        """The mailbox's name in the settings."""
        ...

    @property
    def problems(self) -> Sequence[str]:
        """What since the latest pass began could not be fetched, or not be put away: a sentence each.

        One bad entry never stops a pass: it is named here and the next one goes on. What was mended is not named by
        the next pass any more.
        """
        ...

    @property
    def older(self) -> int:
        """How many messages were left where they are on first contact, because they arrived before `since`."""
        ...

    def fetch(self, ledger: Ledger, now: dt.datetime) -> Iterator[RawMessage | Cursor]:
        """Yield what the ledger does not hold yet, oldest first, and change nothing in the mailbox.

        A bare Cursor comes where a folder's position is to be remembered without a message: at the end of a pass over
        unknown ground (first contact, UIDs that started over). The messages of such a pass carry no cursor, so that a
        pass cut off half-way starts again; the ledger tells what it already has. The only thing a pass finishes in
        the mailbox is what an earlier `done` had begun.

        Raises `Unreachable` when the place is not there now and `Misconfigured` when only a person can mend it.
        """
        ...

    def done(self, sighting: Sighting) -> None:
        """Put away a message that is safely kept, if the settings say where to. Doing it twice is doing it once.

        Raises as `fetch` does when the mailbox itself is not there; that a message cannot be moved is a problem. In
        both cases nothing is lost, and a later pass tries again.
        """
        ...

    def wait(self, stop: threading.Event, timeout: float) -> None:
        """Return when something may have arrived, when `stop` is set, or after `timeout` seconds at the latest.

        It does not raise: a connection that died is a reason to look, and the next `fetch` says what is wrong.
        """
        ...

    def check(self) -> str:
        """Try the place without receiving anything: what was found, in a sentence. Raises as `fetch` does."""
        ...

    def close(self) -> None: ...
