"""The label shape: what `extract --json` prints and the corpus holds."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from briefs.findings import DateSpan, Deliverable, Field, Findings, Intent, Job, Value
from briefs.mail import Mail
from briefs.money import MoneyRange
from extract.remarks import Explained, Remark

Label = dict[str, object]
LISTS = {
    Field.BUDGET: "budgets",
    Field.DATE: "dates",
    Field.REQUIREMENT: "requirements",
    Field.DELIVERABLE: "deliverables",
    Field.OBJECTIVE: "objectives",
}
# What a brief may state besides: a list each, there only where something is stated.
BESIDES = {
    Field.AUDIENCE: "audience",
    Field.MESSAGE: "key_messages",
    Field.TONE: "tone",
    Field.CHANNEL: "channels",
    Field.APPROVER: "approvers",
    Field.BRAND: "brand",
}
_NAMES = LISTS | BESIDES


def label(mail: Mail, findings: Findings) -> Label:
    """Amounts are numbers in major units, `sent_at` is ISO 8601 with the writer's offset, quotes are space-folded."""
    asked = findings.intent is not Intent.NONE and mail.client is not None
    return {
        "intent": findings.intent.value,
        "client": mail.client.address if asked and mail.client else None,
        "forwarded_by": mail.forwarded_by.address if mail.forwarded_by else None,
        "sent_at": mail.sent_at.isoformat(timespec="seconds"),
        **lists((found.field, found.value, found.quote) for found in findings.found),
        **({"jobs": [_job(job) for job in findings.jobs]} if findings.jobs else {}),
    }


def _job(job: Job) -> Label:
    return {"title": job.title, **lists((found.field, found.value, found.quote) for found in job.found)}


def explanation(told: Explained) -> Label:
    """What `--explain` adds under `explain`: places are in code points of the mail's canonical text."""
    return {
        "intent": told.findings.intent_rule,
        "found": [
            {
                "field": one.finding.field.value,
                "text": " ".join(one.finding.quote.split()),
                "start": one.finding.place.start,
                "end": one.finding.place.end,
                "rule": one.finding.rule,
                "confidence": one.finding.confidence,
                "why": one.why,
                "over": [_remark(remark) for remark in one.over],
            }
            for one in told.stood
        ],
        "rejected": [_remark(remark) for remark in told.rejected],
    }


def _remark(remark: Remark) -> Label:
    return {
        "field": remark.field.value,
        "text": " ".join(remark.quote.split()),
        "start": remark.place.start,
        "end": remark.place.end,
        "why": remark.why,
    }


def lists(values: Iterable[tuple[Field, Value, str]]) -> Label:
    """The five lists of a label, each value with its words, and one for each field stated besides."""
    shaped: dict[str, list[Label | str]] = {name: [] for name in LISTS.values()}
    for field, value, quote in values:
        shaped.setdefault(_NAMES[field], []).append(_shape(value, " ".join(quote.split())))
    return dict(shaped)


def _shape(value: Value, text: str) -> Label | str:
    match value:
        case MoneyRange():
            return {"min": _number(value.min), "max": _number(value.max), "currency": value.currency, "text": text}
        case DateSpan():
            days = {"start": value.start.isoformat(), "date": value.end.isoformat()}
            return {"kind": value.kind.value, **days, "time": _clock(value.time), "text": text}
        case Deliverable():
            return {"quantity": value.quantity, "item": value.item, "text": text}
        case _:
            return " ".join(value.words.split())


def _number(amount: Decimal | None) -> int | float | None:
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _clock(time: dt.time | None) -> str | None:
    return None if time is None else time.strftime("%H:%M")
