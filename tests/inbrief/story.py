"""Invented briefs with the mail they were read from, for the pages."""

import datetime as dt
from dataclasses import replace

from briefs.draft import BriefState, BriefValue, TextPlace
from briefs.findings import DateKind
from briefs.mail import Segment, SegmentKind
from briefs.messages import Outcome
from inbrief.web.service import MailText
from notify.views import BriefView
from tests.inbrief.fake_desk import FakeDesk, row
from tests.notify.invented import (
    ANA,
    BANNERS,
    BUDGET,
    CALLED_OFF,
    CLASHING,
    DANA,
    DUE,
    LIVE,
    LOGO,
    MOVED,
    NEW_YORK,
    PAGE,
    PLAIN,
    TRIAL,
    VAGUE,
    day,
    found,
)

TEXT_ID = 7
NOTE = "Sam, can you take this? Keep the margin between us.\n\n"
HEADER = (
    "From: Dana Reyes <dana.reyes@northpeak.example>\nSent: Tuesday, March 3, 2026 9:14 AM\nSubject: Zest spring\n\n"
)
BODY = (
    "Hi Ana,\n\nfor the Zest spring push we need three 728x90 banner ads and a landing page, all by 5pm this Friday, "
    "6 March, because we go live Monday the 9th and the branches open their doors with it on 03/04 or so.\n\n"
    "It must carry the new logo and the FDIC line in 8pt. The aim is to drive trial among 25-34s in the Northeast. "
    "We have $40-45k all in.\n\nThanks,\n"
)
SIGNATURE = "Dana Reyes\nMarketing, Northpeak Bank\n+1 555 0100\n"
WHOLE = NOTE + HEADER + BODY + SIGNATURE
UNSURE = found(day(DateKind.LIVE, 2026, 3, 4), "03/04", confidence=0.5, readings=(day(DateKind.LIVE, 2026, 4, 3),))


def placed(value: BriefValue) -> BriefValue:
    """The value with its place in the mail; its quote must stand there."""
    start = WHOLE.index(value.quote)
    return replace(value, place=TextPlace(TEXT_ID, start, start + len(value.quote)))


def segments() -> tuple[Segment, ...]:
    parts = (
        (NOTE, SegmentKind.NOTE),
        (HEADER, SegmentKind.HEADER_BLOCK),
        (BODY, SegmentKind.CONTENT),
        (SIGNATURE, SegmentKind.SIGNATURE),
    )
    found, start = [], 0
    for text, kind in parts:
        found.append(Segment(start, start + len(text), kind, "1", start))
        start += len(text)
    return tuple(found)


MAIL = MailText(9, TEXT_ID, "FW: Zest spring", DANA, dt.datetime(2026, 3, 3, 9, 14, tzinfo=NEW_YORK), WHOLE, segments())
VALUES = tuple(placed(value) for value in (BANNERS, PAGE, DUE, LIVE, UNSURE, BUDGET, LOGO, TRIAL))
DRAFT = replace(CLASHING, values=VALUES)


def desk(*views: BriefView) -> FakeDesk:
    """A desk with these briefs at their first revision, by default one draft with its mail."""
    chosen = views or (DRAFT,)
    return FakeDesk(revisions={view.number: [replace(view, revision=1)] for view in chosen}, texts=(MAIL,))


def full_desk() -> FakeDesk:
    """A front page worth looking at."""
    running = desk(
        replace(PLAIN, number=12, state=BriefState.IN_WORK, decided=True, title="Autumn mailer", values=(BUDGET, LIVE)),
        replace(CALLED_OFF, number=13, decided=True, state=BriefState.CANCELLED),
        replace(VAGUE, number=14, owner=ANA),
        replace(MOVED, number=15, state=BriefState.CONFIRMED),
        replace(PLAIN, number=16, conflicts=()),
        DRAFT,
    )
    running.rows = (
        row(9, Outcome.BRIEF, "FW: Zest spring", briefs=(17,)),
        row(8, Outcome.PARKED, "Scan 0001", reason="could not be read: 52 MB, over the limit of 30 MB"),
        row(7, Outcome.DUPLICATE, "Zest spring", reason="Ana Silva forwarded the same mail", briefs=(17,)),
        row(6, Outcome.AUTOMATIC, "Out of office", reason="an automatic reply"),
        row(5, Outcome.CHANGE, "RE: Autumn mailer", briefs=(12,)),
        row(4, Outcome.NOTHING_ASKED, "Thank you all!"),
    )
    return running
