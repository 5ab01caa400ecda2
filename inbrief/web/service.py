"""What the pages ask of the application."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from briefs.draft import BriefValue
from briefs.mail import Address, Segment
from briefs.roles import Person
from notify.views import BriefView, FileView, House, Sibling
from store.messages import MessageRow


@dataclass(frozen=True, slots=True)
class MailText:
    """A mail's canonical text as stored under `text_id`; places of values with that id point into it.

    `notes` say what of the mail was cut off or could not be read.
    """

    message_id: int
    text_id: int
    subject: str
    author: Address
    sent_at: dt.datetime
    text: str
    segments: tuple[Segment, ...]
    files: tuple[FileView, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MessageView:
    """A message with what was read of it: `mail` is None before it was read, and once its text was purged.

    `files` are known also when their bytes, or the text, are gone. `briefs` are those it began or belongs to.
    """

    row: MessageRow
    mail: MailText | None
    files: tuple[FileView, ...] = ()
    briefs: tuple[Sibling, ...] = ()


@dataclass(frozen=True, slots=True)
class Contacts:
    """The people of a client that are known by their addresses."""

    client: str
    people: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line of a brief's history: `by` is a name, "" when a mail did it; `reason` what was said with it."""

    at: dt.datetime
    by: str
    what: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CalendarState:
    """A calendar the dates are held against. `as_of` is None where it was never read, `problem` why it was not now."""

    name: str
    as_of: dt.datetime | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class CalendarStates:
    """What is known of the team's time; `entries` that could not be read or that name nobody of the agency."""

    calendars: tuple[CalendarState, ...] = ()
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HoldsFeed:
    """Our due dates as an iCalendar stream, and what its address ends in."""

    key: str
    content: bytes


class WebService(Protocol):
    """Called from worker threads. Whoever acts is named, and so is the revision they saw.

    `confirm`, `reject`, `correct`, `name_client` and `accept` raise store.errors.NoSuch, StaleRevision where a newer
    revision stands, and IllegalMove, store.errors.NotAllowed or inbrief.errors.Refused where the brief's state, the
    person's role or what was said does not allow it; nothing is changed then.
    """

    @property
    def house(self) -> House: ...

    def people(self) -> tuple[Person, ...]:
        """Whom the demo may act as; the intake owner first."""
        ...

    def jobs(self) -> tuple[str, ...]:
        """The ids of the kinds of job, in the order to choose from."""
        ...

    def calendars(self) -> CalendarStates:
        """How old what is known of the team's time is, and what of it could not be used."""
        ...

    def holds_feed(self) -> HoldsFeed | None:
        """None where the settings offer no feed."""
        ...

    def briefs(self) -> tuple[BriefView, ...]:
        """All briefs at their standing revision, the newest first."""
        ...

    def brief(self, number: int, revision: int | None = None) -> BriefView:
        """The standing revision, or the one asked for, with what it changes; raises store.errors.NoSuch."""
        ...

    def mails(self, number: int) -> tuple[MailText, ...]:
        """The mails behind a brief, the oldest first; without those whose text was purged."""
        ...

    def history(self, number: int) -> tuple[HistoryLine, ...]: ...

    def messages(self) -> tuple[MessageRow, ...]:
        """Every message and its outcome, the newest first."""
        ...

    def message(self, id: int) -> MessageView:
        """One message with what was read of it; raises store.errors.NoSuch."""
        ...

    def file(self, message_id: int, sha256: str) -> bytes:
        """The bytes of a file of that message; raises store.errors.NoSuch, and Purged once they are gone."""
        ...

    def original(self, message_id: int) -> bytes:
        """The message as it arrived; raises store.errors.NoSuch, and Purged."""
        ...

    def contacts(self) -> tuple[Contacts, ...]:
        """The directory's clients, each with the people of theirs who wrote before."""
        ...

    def confirm(self, number: int, seen: int, actor: Person) -> None: ...

    def reject(self, number: int, seen: int, actor: Person, reason: str) -> None: ...

    def correct(self, number: int, seen: int, actor: Person, values: tuple[BriefValue, ...]) -> int:
        """A new revision that holds these values instead; its number."""
        ...

    def name_client(self, number: int, seen: int, person: Person, address: str) -> int:
        """A new revision of a brief whose client is at this address; its number."""
        ...

    def accept(self, number: int, seen: int, actor: Person, key: str, why: str) -> None:
        """The scheduling conflict of that key stands in nobody's way any more."""
        ...

    def request_link(self, address: str, then: str = "/") -> None:
        """Mail a link to a person of the directory; for any other address, or too many requests, do nothing.

        `then` is the path to show after signing in: it goes into the link (see `inbrief.web.links.sign_in_link`).
        """
        ...

    def open_session(self, link_token: str) -> str | None:
        """A new session's token, once; None when the link is used, expired or never was."""
        ...

    def person_of(self, session_token: str) -> Person | None: ...

    def close_session(self, session_token: str) -> None: ...

    def health(self) -> Mapping[str, str]:
        """Parts and their state in a word: "ok" for each when all is well."""
        ...
