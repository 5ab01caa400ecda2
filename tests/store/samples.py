"""Invented mail, briefs and people for the tests of the store."""

import datetime as dt
import hashlib

from briefs.draft import BriefValue, Draft, TextPlace
from briefs.findings import DateKind, DateSpan, Deliverable, Field, Origin, Value, Words
from briefs.mail import Address, Attachment, Mail, Segment, SegmentKind
from briefs.messages import Cursor, Sighting
from briefs.money import MoneyRange
from briefs.outgoing import OutgoingKind, OutgoingMail
from briefs.roles import Brand, Client, Directory, Person, Role
from briefs.threads import mail_key, request_key
from store import briefs, directory, messages
from store.briefs import BriefRow
from store.database import Database, Transaction

NOW = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(minutes=10)

SAM = Person("sam", "Sam Ortiz", ("sam@brightwater.example",), frozenset({Role.ACCOUNT_EXECUTIVE}), ("SO",), "ana")
ANA = Person(
    "ana", "Ana Reyes", ("ana@brightwater.example",), frozenset({Role.TRAFFIC, Role.OPERATOR}), office="munich"
)
ZEST = Brand("zest", "Zest", ("zest", "zesty"))
NORTHPEAK = Client(
    "northpeak",
    "Northpeak Bank",
    ("northpeak.example",),
    account_executive="sam",
    brands=(ZEST,),
    country="DE",
    region="BY",
)
HOUSE = Directory("Brightwater", ("brightwater.example",), "US", "America/New_York", "sam", (SAM, ANA), (NORTHPEAK,))

BUDGET = BriefValue(
    Field.BUDGET, MoneyRange(1_200_000, 1_500_000, "USD"), Origin.FOUND, "$12-15k", "budget.range", 0.95
)
DUE = BriefValue(
    Field.DATE,
    DateSpan(DateKind.DUE, dt.date(2026, 4, 3), dt.date(2026, 4, 3), dt.time(17), "America/New_York"),
    Origin.FOUND,
    "03/04 5pm",
    "date.numeric",
    0.5,
    readings=(DateSpan(DateKind.DUE, dt.date(2026, 3, 4), dt.date(2026, 3, 4), dt.time(17), "America/New_York"),),
)
BANNERS = BriefValue(
    Field.DELIVERABLE, Deliverable("banners", 3, "banner"), Origin.FOUND, "three banners", "thing", 1.0
)
TONE = BriefValue(Field.REQUIREMENT, Words("no red"), Origin.CORRECTED)


def seed(tx: Transaction) -> None:
    directory.seed(tx, HOUSE, NOW)


def sighting(uid: str = "1", *, mailbox: str = "intake", folder: str = "INBOX", uid_validity: int = 7) -> Sighting:
    return Sighting(mailbox, folder, uid_validity, uid)


def receive(tx: Transaction, uid: str = "1", content: bytes | None = None, cursor: Cursor | None = None) -> int:
    """A message, by default one of its own for each uid."""
    found = messages.receive(
        tx,
        sighting=sighting(uid),
        content=content if content is not None else f"Subject: {uid}\r\n\r\nhello".encode(),
        arrived_at=NOW,
        now=NOW,
        cursor=cursor,
    )
    return found.id


def mail(
    text: str = "Three banners please, 03/04 5pm.\n-- \nJo",
    *,
    message_id: str = "<1@northpeak.example>",
    reader: int = 1,
    client: str | None = "jo@northpeak.example",
    subject: str = "Re: Spring banners",
    original_message_id: str = "",
    attachments: tuple[Attachment, ...] = (),
) -> Mail:
    content = min(len(text), text.find("\n-- ") if "\n-- " in text else len(text))
    segments = [Segment(0, content, SegmentKind.CONTENT, "1", 0)]
    if content < len(text):
        segments.append(Segment(content, len(text), SegmentKind.SIGNATURE, "1", content))
    return Mail(
        reader=reader,
        message_id=message_id,
        in_reply_to=("<0@brightwater.example>",),
        references=("<0@brightwater.example>",),
        original_message_id=original_message_id,
        subject=subject,
        author=Address("sam@brightwater.example", "Sam Ortiz"),
        recipients=(Address("intake@brightwater.example", "Intake"),),
        client=Address(client, "Jo Park") if client is not None else None,
        forwarded_by=Address("sam@brightwater.example", "Sam Ortiz"),
        arrived_at=NOW,
        sent_at=NOW - dt.timedelta(hours=1),
        text=text,
        segments=tuple(segments),
        attachments=attachments,
        automatic="",
        bounced=(),
        notes=("1 picture was left out",),
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def attachment(content: bytes = b"%PDF-1.7 brief", name: str = "brief.pdf") -> Attachment:
    sha256 = hashlib.sha256(content).hexdigest()
    return Attachment("2", name, "application/pdf", len(content), sha256, "read", content)


def read(tx: Transaction, id: int, found: Mail | None = None) -> int:
    """Save a reading; the text's id."""
    found = found or mail()
    return messages.save_reading(tx, id, found, mail_key=mail_key(found), request_key=request_key(found), now=NOW)


def value(told: Value, field: Field = Field.DATE, place: TextPlace | None = None) -> BriefValue:
    return BriefValue(field, told, Origin.FOUND, "quote", "rule", 0.5, place)


def draft(*values: BriefValue, client_id: str | None = "northpeak", brand_id: str | None = "zest") -> Draft:
    return Draft(
        client_id=client_id,
        client_address="jo@northpeak.example",
        client_name="Northpeak Bank",
        brand_id=brand_id,
        title="Zest · 3 banners",
        asked_at=NOW - dt.timedelta(hours=1),
        received_at=NOW,
        values=values or (BUDGET, DUE, BANNERS, TONE),
    )


def create(tx: Transaction, message_id: int, *values: BriefValue) -> BriefRow:
    return briefs.create(tx, draft(*values), message_id=message_id, owner_id="sam", actor="inbrief", now=NOW)


def one_brief(database: Database) -> BriefRow:
    """A draft made from one message, committed, with the directory it needs."""
    with database.transaction() as tx:
        seed(tx)
        id = receive(tx)
        read(tx, id)
        return create(tx, id)


def outgoing(
    key: str = "summary:1:1", recipient: str = "sam@brightwater.example", message_id: str | None = None
) -> OutgoingMail:
    return OutgoingMail(
        key=key,
        kind=OutgoingKind.SUMMARY,
        message_id=message_id or f"<{key}@brightwater.example>",
        recipient=recipient,
        subject="Spring banners",
        text="A draft brief.",
        html="<p>A draft brief.</p>",
        in_reply_to="<1@northpeak.example>",
        references=("<0@northpeak.example>", "<1@northpeak.example>"),
    )
