"""Small builders for tests: a mail, a value, each with everything not said set to something plain."""

import datetime as dt
from typing import Any

from briefs.draft import BriefValue
from briefs.findings import DateKind, DateSpan, Deliverable, Field, Origin, Words
from briefs.mail import Address, Mail, Segment, SegmentKind
from briefs.money import MoneyRange

SENT = dt.datetime(2026, 3, 3, 9, 14, tzinfo=dt.timezone(dt.timedelta(hours=-5)))


def a_mail(text: str = "Two posters, please.", **given: Any) -> Mail:
    client = Address("dana@northpeak.example", "Dana Reyes")
    fields: dict[str, Any] = {
        "reader": 1,
        "message_id": "<1@northpeak.example>",
        "in_reply_to": (),
        "references": (),
        "original_message_id": "",
        "subject": "Posters",
        "author": client,
        "recipients": (Address("intake@brightwater.example"),),
        "client": client,
        "forwarded_by": None,
        "arrived_at": SENT,
        "sent_at": SENT,
        "text": text,
        "segments": (Segment(0, len(text), SegmentKind.CONTENT, "1", 0),),
        "attachments": (),
        "automatic": "",
        "bounced": (),
        "notes": (),
        "sha256": "",
    }
    return Mail(**{**fields, **given})


def budget(amount_minor: int, currency: str = "USD") -> BriefValue:
    return BriefValue(Field.BUDGET, MoneyRange(amount_minor, amount_minor, currency), Origin.FOUND)


def due(day: dt.date) -> BriefValue:
    return BriefValue(Field.DATE, DateSpan(DateKind.DUE, day, day), Origin.FOUND)


def live(day: dt.date) -> BriefValue:
    return BriefValue(Field.DATE, DateSpan(DateKind.LIVE, day, day), Origin.FOUND)


def deliverable(item: str, quantity: int | None = None, job: str = "") -> BriefValue:
    return BriefValue(Field.DELIVERABLE, Deliverable(item, quantity, job), Origin.FOUND)


def requirement(words: str) -> BriefValue:
    return BriefValue(Field.REQUIREMENT, Words(words), Origin.FOUND)
