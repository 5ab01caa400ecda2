"""What becomes of a message: one outcome each, and how two messages are known to be the same."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """Every message has exactly one; a day's received messages are the sum of its outcomes."""

    RECEIVED = "received"  # kept, not read yet
    BRIEF = "brief"
    CHANGE = "change"
    ANSWER = "answer"
    CONTACT_REPORT = "contact_report"
    NOTHING_ASKED = "nothing_asked"
    AUTOMATIC = "automatic"
    DUPLICATE = "duplicate"
    PARKED = "parked"  # could not be read; visible with its reason, and can be retried


MAX_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where a message was seen: unique by all four (RFC 3501 section 2.3.1.1).

    A folder or a pipe has no UIDs: there `uid_validity` is 0 and `uid` the file's name or the content's hash.
    """

    mailbox: str
    folder: str
    uid_validity: int
    uid: str


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a folder has been received: up to and including `last_uid` under `uid_validity`.

    `since` is the instant of first contact: what arrived before it stays where it is, also when UIDs start over.
    """

    mailbox: str
    folder: str
    uid_validity: int
    last_uid: int
    since: dt.datetime | None = None
