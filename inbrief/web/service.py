"""What the pages ask of the application."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from briefs.findings import Field, Value
from briefs.mail import Address, Segment
from briefs.messages import Outcome
from briefs.roles import Person
from notify.views import BriefView, House


class Act(StrEnum):
    """What somebody may do to a brief now; the page offers these and no others."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class MailText:
    """A mail's canonical text as stored under `text_id`; places of values with that id point into it."""

    text_id: int
    subject: str
    author: Address
    sent_at: dt.datetime
    text: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class RevisionLine:
    """One line of a brief's history: `by` is a name, "" when a mail made it."""

    revision: int
    at: dt.datetime
    by: str
    what: str


@dataclass(frozen=True, slots=True)
class BriefPage:
    """A brief at one revision and all that its page shows. `texts` are oldest first, none once purged."""

    view: BriefView
    acts: frozenset[Act]
    texts: tuple[MailText, ...] = ()
    history: tuple[RevisionLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Overview:
    """What waits for this person, the most pressing first, then the rest, newest first."""

    waiting: tuple[BriefView, ...]
    others: tuple[BriefView, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """`value` replaces the one at `position` in the revision's values; no position adds it, no value takes it out."""

    field: Field
    position: int | None
    value: Value | None


@dataclass(frozen=True, slots=True)
class MessageLine:
    """A received message and its one outcome; `reason` says why it is parked, a duplicate or automatic."""

    id: str
    mailbox: str
    received_at: dt.datetime
    author: str
    subject: str
    outcome: Outcome
    briefs: tuple[int, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Messages:
    """Messages newest first, and how many there are of each outcome in all."""

    lines: tuple[MessageLine, ...]
    counts: Mapping[Outcome, int]


class NotDone(Exception):
    """Nothing was changed."""


class NoSuchBrief(NotDone):
    """There is no brief of that number."""


class Stale(NotDone):
    """A newer revision stands; `standing` is its number."""

    def __init__(self, standing: int) -> None:
        super().__init__(f"revision {standing} stands")
        self.standing = standing


class NotPossible(NotDone):
    """The brief's state or the person's role does not allow it; the message is a sentence for that person."""


class WebService(Protocol):
    """Called from worker threads. Whoever acts is named, and so is the revision they saw."""

    def house(self) -> House: ...

    def jobs(self) -> tuple[str, ...]:
        """The ids of the kinds of job, in the order to choose from."""
        ...

    def overview(self, person: Person) -> Overview: ...

    def brief(self, number: int, person: Person, revision: int | None = None) -> BriefPage | None:
        """The standing revision, or the one asked for; None when there is none."""
        ...

    def confirm(self, number: int, revision: int, actor: Person, now: dt.datetime) -> None:
        """Raises NoSuchBrief, Stale or NotPossible, as the two below."""
        ...

    def correct(self, number: int, revision: int, actor: Person, correction: Correction, now: dt.datetime) -> None: ...

    def reject(self, number: int, revision: int, actor: Person, reason: str, now: dt.datetime) -> None: ...

    def messages(self, outcome: Outcome | None) -> Messages: ...

    def request_link(self, address: str, then: str, now: dt.datetime) -> None:
        """Mail a link to a person of the directory; for any other address, or too many requests, do nothing.

        `then` is the path to show after signing in. Takes as long either way, so nobody learns who is who.
        """
        ...

    def link_is_for(self, token: str, now: dt.datetime) -> Person | None:
        """Whose link this is, without using it; None when it is used, expired or never was."""
        ...

    def use_link(self, token: str, now: dt.datetime) -> str | None:
        """A new session's secret, once; None when the link is used, expired or never was."""
        ...

    def person_of(self, session: str, now: dt.datetime) -> Person | None: ...

    def end_session(self, session: str) -> None: ...

    def people(self) -> tuple[Person, ...]:
        """Whom the demo may act as; the intake owner first."""
        ...

    def health(self, now: dt.datetime) -> Mapping[str, str]:
        """Parts and their state in a word; "ok" for each when all is well."""
        ...
