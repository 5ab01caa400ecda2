"""An invented brief, seen in the ways that mails and pages must be able to show."""

import datetime as dt
import hashlib
from dataclasses import replace
from zoneinfo import ZoneInfo

from briefs.changes import changes
from briefs.conflicts import Conflict, ConflictKind, Evidence, Severity
from briefs.draft import BriefState, BriefValue, TextPlace
from briefs.findings import DateKind, DateSpan, Deliverable, Field, Intent, Origin, Value, Words
from briefs.mail import Address, CalendarEntry, Carrier, CarrierKind
from briefs.money import MoneyRange
from briefs.needs import Need
from briefs.options import Option, OptionKind, Stage
from briefs.questions import Question
from briefs.roles import Person, Role
from notify.views import BriefView, Envelope, FileView, House

# One teal dot, whole: signature, header, data, end (the PNG specification).
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63606868000001840101568f20230000000049454e44ae426082"
)
NEW_YORK = ZoneInfo("America/New_York")
NOW = dt.datetime(2026, 3, 3, 9, 20, tzinfo=NEW_YORK)
HOUSE = House("Brightwater", "US", "America/New_York", "https://briefs.brightwater.example")
SAM = Person("sam", "Sam Ortiz", ("sam.ortiz@brightwater.example",), frozenset({Role.ACCOUNT_EXECUTIVE}))
ANA = Person("ana", "Ana Silva", ("ana.silva@brightwater.example",), frozenset({Role.ACCOUNT_EXECUTIVE}))
TESS = Person("tess", "Tess Wong", ("tess.wong@brightwater.example",), frozenset({Role.TRAFFIC}))
DANA = Address("dana.reyes@northpeak.example", "Dana Reyes")


def found(
    value: Value,
    quote: str,
    *,
    origin: Origin = Origin.FOUND,
    confidence: float = 0.95,
    readings: tuple[Value, ...] = (),
    place: TextPlace | None = None,
) -> BriefValue:
    match value:
        case MoneyRange():
            field = Field.BUDGET
        case DateSpan():
            field = Field.DATE
        case Deliverable():
            field = Field.DELIVERABLE
        case Words():
            field = Field.OBJECTIVE if quote.startswith("drive") else Field.REQUIREMENT
    return BriefValue(field, value, origin, quote, "invented", confidence, place, readings)


def day(kind: DateKind, year: int, month: int, number: int, time: dt.time | None = None) -> DateSpan:
    date = dt.date(year, month, number)
    return DateSpan(kind, date, date, time, "America/New_York" if time else None)


BUDGET = found(MoneyRange(4_000_000, 4_500_000, "USD"), "$40-45k all in")
DUE = found(day(DateKind.DUE, 2026, 3, 6, dt.time(17)), "5pm this Friday, 6 March")
LIVE = found(day(DateKind.LIVE, 2026, 3, 9), "we go live Monday the 9th")
BANNERS = found(Deliverable("banner ads", 3, "html5_banner"), "three 728x90 banner ads")
PAGE = found(Deliverable("landing page", 1, "landing_page"), "a landing page", confidence=0.4)
LOGO = found(
    Words("must carry the new logo and the FDIC line in 8pt"), "must carry the new logo and the FDIC line in 8pt"
)
TRIAL = found(
    Words("drive trial among 25-34s in the Northeast"), "drive trial among 25-34s in the Northeast", confidence=0.95
)

TOO_SOON = Conflict(
    ConflictKind.LEAD_TIME,
    Severity.HIGH,
    dt.date(2026, 3, 6),
    {"job": "html5_banner", "needs": 8, "has": 3},
    earliest=dt.date(2026, 3, 13),
)
ANA_AWAY = Conflict(
    ConflictKind.ABSENCE,
    Severity.MEDIUM,
    dt.date(2026, 3, 6),
    {
        "person": "ana",
        "name": "Ana Silva",
        "first": dt.date(2026, 3, 4),
        "last": dt.date(2026, 3, 6),
        "days": 3,
        "of": 3,
        "where": "window",
    },
    evidence=(Evidence("team", "uid-1", dt.date(2026, 3, 4), dt.date(2026, 3, 7), "Ana: surgery"),),
    earliest=dt.date(2026, 3, 13),
)

PLAIN = BriefView(
    number=17,
    revision=1,
    state=BriefState.DRAFT,
    intent=Intent.REQUEST,
    title="Zest spring banners",
    client_id="northpeak",
    client_name="Northpeak Bank",
    contact=DANA,
    brand="Zest",
    owner=SAM,
    forwarded_by=SAM,
    asked_at=dt.datetime(2026, 3, 3, 9, 14, tzinfo=NEW_YORK),
    values=(BUDGET, DUE, LIVE, LOGO, BANNERS, PAGE, TRIAL),
    excerpt="Hi Sam, we need three 728x90 banner ads by 5pm this Friday, 6 March.",
)
CLASHING = replace(
    PLAIN,
    conflicts=(ANA_AWAY, TOO_SOON),
    earliest=dt.date(2026, 3, 13),
    options=(Option(OptionKind.RUSH, dt.date(2026, 3, 10)), Option(OptionKind.LATER, dt.date(2026, 3, 13))),
    latest_start=dt.date(2026, 2, 24),
    workback=(
        Stage("concept", "creative", dt.date(2026, 2, 25), dt.date(2026, 2, 27)),
        Stage("review", "", dt.date(2026, 3, 2), dt.date(2026, 3, 3)),
        Stage("production", "production", dt.date(2026, 3, 4), dt.date(2026, 3, 6)),
    ),
    files=(FileView(9, "2", "Zest brief.pdf", "application/pdf", 340_200, "c0" * 32),),
)
VAGUE = replace(
    PLAIN,
    client_id=None,
    client_name="",
    brand="",
    contact=Address("lee@dune.example", "Lee Park"),
    values=(
        found(
            day(DateKind.LIVE, 2026, 3, 4),
            "03/04",
            confidence=0.5,
            readings=(day(DateKind.LIVE, 2026, 4, 3),),
        ),
        found(Words("keep the margin between us"), "keep the margin between us", origin=Origin.NOTE),
    ),
    title="Something for the store opening",
)
STATED = tuple(
    BriefValue(field, Words(words), Origin.FOUND, words, "invented", confidence)
    for field, words, confidence in (
        (Field.APPROVER, "our compliance officer", 0.95),
        (Field.AUDIENCE, "25-34s who have never had a savings account", 0.5),
        (Field.TONE, "warm, plain, a bit cheeky", 0.95),
        (Field.AUDIENCE, "25-34s in the Northeast", 0.95),
    )
)
ALSO_SAID = replace(PLAIN, values=(*PLAIN.values, *STATED))
ASKING = replace(
    PLAIN,
    values=(BANNERS, PAGE),
    questions=(
        Question(Need.DUE),
        Question(Need.BUDGET),
        Question(Need.LINK, ("banner ads",)),
        Question(Need.COPY, ("landing page",)),
        Question(Need.OBJECTIVE),
    ),
)
LATER = found(day(DateKind.DUE, 2026, 3, 20), "can we make it Friday the 20th instead?")
MORE = found(MoneyRange(5_000_000, 5_000_000, "USD"), "the budget is now 50k")
MOVED = replace(
    PLAIN,
    revision=2,
    state=BriefState.CONFIRMED,
    intent=Intent.CHANGE,
    values=(BUDGET, LATER, LIVE, LOGO, BANNERS, PAGE, TRIAL),
    changes=changes(PLAIN.values, (BUDGET, LATER, LIVE, LOGO, BANNERS, PAGE, TRIAL)),
)
CHANGED_TWICE = replace(
    MOVED,
    values=(MORE, LATER, LIVE, LOGO, BANNERS, TRIAL),
    changes=changes(PLAIN.values, (MORE, LATER, LIVE, LOGO, BANNERS, TRIAL)),
)
CALLED_OFF = replace(
    PLAIN,
    revision=2,
    intent=Intent.CANCEL,
    excerpt="Sorry Sam, we have to pull the Zest banners for now. I will call you on Monday.",
)


UNTOLD = replace(PLAIN, contact=None, client_id=None, client_name="", brand="", note="Sam, yours? They never pay.\n")
POSTER = FileView(9, "2", "poster sketch.png", "image/png", len(PNG), hashlib.sha256(PNG).hexdigest())
ELSEWHERE = replace(
    PLAIN,
    title="Poster for the branch opening",
    values=(DUE,),
    forwarded_by=None,
    files=(
        POSTER,
        FileView(9, "3", "voice.m4a", "audio/mp4", 1_240_000, "c1" * 32),
        FileView(9, "4", "run me.pdf.exe", "application/pdf", 12, "c2" * 32),
    ),
    carriers=(
        Carrier(CarrierKind.PICTURE, "poster sketch.png", "2"),
        Carrier(CarrierKind.SOUND, "voice.m4a", "3"),
        Carrier(CarrierKind.LINK, "https://files.sharing.example/d/abc?token=1"),
    ),
    suspected=(12,),
    entries=(
        CalendarEntry(
            "REQUEST",
            "uid-1",
            "Zest kick-off",
            "Studio 2",
            DANA,
            dt.datetime(2026, 3, 10, 15, 0, tzinfo=dt.UTC),
            dt.datetime(2026, 3, 10, 16, 0, tzinfo=dt.UTC),
        ),
    ),
    back_on=dt.date(2026, 3, 12),
    notes=("voice.m4a: a sound; it was kept and not read",),
)


def to(person: Person, key: str = "summary:17:1") -> Envelope:
    return Envelope(
        recipient=person,
        key=key,
        message_id="<20260303142000.17@brightwater.example>",
        in_reply_to="<forward-1@brightwater.example>",
        references=("<origin-1@northpeak.example>", "<forward-1@brightwater.example>"),
    )
