"""The seam for ways out of the house."""

import datetime as dt
from typing import Protocol

from briefs.outgoing import OutgoingMail


class Channel(Protocol):
    """Takes worded mail where it goes. Sending the same mail again replaces it or repeats its Message-ID.

    `send` and `check` raise `TryAgain`, `Refused` or `Misconfigured` and nothing else; after any of them the channel
    can be used again. One thread at a time.
    """

    @property
    def name(self) -> str: ...

    def send(self, mail: OutgoingMail, now: dt.datetime) -> None:
        """Hand the mail over; once this returns it is somebody else's to deliver. `now` becomes its Date."""
        ...

    def check(self) -> str:
        """Try everything short of sending, and say in a sentence what would take the mail."""
        ...

    def close(self) -> None: ...
