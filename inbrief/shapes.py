"""Briefs, messages and clashes as JSON: the same shape wherever a program reads them."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from briefs.conflicts import Conflict
from briefs.draft import BriefValue
from extract.label import lists
from notify.clashes import inside
from notify.language import Language
from store.messages import MessageRow

Shape = dict[str, Any]


def message_shape(row: MessageRow) -> Shape:
    return {
        "id": str(row.id),
        "message_id": row.message_id,
        "mailbox": row.mailbox,
        "received_at": row.received_at.isoformat(),
        "from": row.author,
        "subject": row.subject,
        "outcome": row.outcome.value,
        "briefs": [str(id) for id in row.brief_ids],
        "reason": row.reason,
        "attempts": row.attempts,
    }


def values_shape(values: Iterable[BriefValue]) -> Shape:
    """The five lists of a label."""
    return lists((value.field, value.value, value.quote) for value in values)


def conflict_shape(conflict: Conflict, language: Language) -> Shape:
    first = conflict.evidence[0] if conflict.evidence else None
    return {
        "kind": conflict.kind.value,
        "severity": conflict.severity.name.lower(),
        "day": conflict.day.isoformat(),
        "earliest": _day(conflict.earliest),
        "calendar": first.calendar if first else None,
        "uid": first.uid if first else None,
        "start": _day(first.start) if first else None,
        "end": _day(first.end) if first else None,
        "sentence": inside(conflict, language),
    }


def _day(moment: dt.date | None) -> str | None:
    return moment.isoformat() if moment is not None else None
