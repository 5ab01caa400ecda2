"""What a mail or a page is told of a brief: names already looked up, no rows."""

import datetime as dt
from dataclasses import dataclass

from briefs.changes import Change
from briefs.conflicts import Conflict
from briefs.draft import BriefState, BriefValue
from briefs.findings import Field, Intent
from briefs.mail import Address, CalendarEntry, Carrier, CarrierKind
from briefs.options import Option, Stage
from briefs.outgoing import Picture
from briefs.questions import Question
from briefs.roles import Person

# Without one of these nobody knows what is to be made.
_SAYS_WHAT = frozenset({Field.DELIVERABLE, Field.REQUIREMENT, Field.OBJECTIVE})


@dataclass(frozen=True, slots=True)
class House:
    """The agency as its mails and pages speak: `country` (ISO 3166-1) picks how days and sums are written.

    `base_url` is where people reach the pages, without a slash at its end.
    """

    name: str
    country: str
    time_zone: str
    base_url: str

    def brief_url(self, view: "BriefView") -> str:
        """A link is no right: it names the brief and the revision seen, and acting needs the person's session."""
        return f"{self.base_url}/briefs/{view.number}?seen={view.revision}"


@dataclass(frozen=True, slots=True)
class FileView:
    """A file that came with a message; `message_id` is the message's number here, `part` where it stood in the mail.

    `kept` is False once the bytes are gone; what they were called and how large they were stays known.
    """

    message_id: int
    part: str
    name: str
    content_type: str
    size: int
    sha256: str
    kept: bool = True


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A picture that came as the file `name`, small and plain enough to be shown."""

    part: str
    name: str
    picture: Picture


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another brief that began with the same mail."""

    number: int
    title: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """A clash that somebody lives with: `by` is a name, "" for who has left."""

    conflict: Conflict
    by: str
    at: dt.datetime
    why: str


@dataclass(frozen=True, slots=True)
class BriefView:
    """A brief at one revision.

    `intent` says what the message behind this revision wants: REQUEST for a new brief, CHANGE for a change order
    (then `changes` holds before and after), CANCEL when the job is called off or put on hold. `contact` is who asked,
    None when the original writer of a forward cannot be told. `client_id` is None for somebody the directory does not
    know; `client_name` and `brand` are names, "" when unknown. `earliest` is the first day on which all of the job as
    asked would work. `notes` say what of the message was cut off or could not be read; they stay in the house.
    `excerpt` is the beginning of the client's own words. `decided` is True once somebody confirmed or declined this
    revision; until then it waits for the owner. `suspected` are the numbers of briefs that the mail may belong to, too.
    `files` came with the mail, without the pictures of its layout. `carriers` and `entries` are what it holds beside
    its words. `note` is what the colleague wrote above a forward: it stays in the house. `back_on` is the day that the
    last out-of-office reply of who asks names, which may be past. `reply_to` is the address that an answer to our
    mail finds this brief by, "" where plain threading does. `questions` are still to be asked of the client. `options`
    are what would work instead, `latest_start` the last day on which the work can begin for the day asked for, and
    `workback` the schedule back from that day: as the calendars stand now, so () and None where they were not asked.
    `siblings` are the other briefs that began with the same mail. What is `accepted` is not among the `conflicts`.
    """

    number: int
    revision: int
    state: BriefState
    intent: Intent
    title: str
    client_id: str | None
    client_name: str
    contact: Address | None
    brand: str
    owner: Person
    forwarded_by: Person | None
    asked_at: dt.datetime
    values: tuple[BriefValue, ...]
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    earliest: dt.date | None = None
    files: tuple[FileView, ...] = ()
    notes: tuple[str, ...] = ()
    excerpt: str = ""
    decided: bool = False
    suspected: tuple[int, ...] = ()
    carriers: tuple[Carrier, ...] = ()
    entries: tuple[CalendarEntry, ...] = ()
    reply_to: str = ""
    note: str = ""
    back_on: dt.date | None = None
    questions: tuple[Question, ...] = ()
    options: tuple[Option, ...] = ()
    latest_start: dt.date | None = None
    workback: tuple[Stage, ...] = ()
    siblings: tuple[Sibling, ...] = ()
    accepted: tuple[Accepted, ...] = ()

    @property
    def elsewhere(self) -> bool:
        """Whether what is asked for stands in what came with the mail, and not in its words."""
        return bool(self.carriers) and not any(value.field in _SAYS_WHAT for value in self.values)

    def file_of(self, carrier: Carrier) -> FileView | None:
        """The file that a carrier is; None for files shared behind an address."""
        if carrier.kind is CarrierKind.LINK:
            return None
        return next((file for file in self.files if file.part == carrier.part), None)


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who a mail goes to and where it threads. `key` and `message_id` are fixed when the mail is queued.

    `in_reply_to` and `references` are Message-IDs with their brackets, those of the mail that the recipient knows.
    `reply_to` is the address that an answer finds its brief by, "" where answers go to the sender.
    """

    recipient: Person
    key: str
    message_id: str
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    reply_to: str = ""
