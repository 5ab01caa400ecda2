"""The label shape: what `extract --json` prints and the corpus holds."""

import datetime as dt
from decimal import Decimal

from briefs.findings import DateSpan, Deliverable, Field, Finding, Findings, Intent, Words
from briefs.mail import Mail
from briefs.money import MoneyRange

Label = dict[str, object]


def label(mail: Mail, findings: Findings) -> Label:
    """Amounts are numbers in major units, `sent_at` is ISO 8601 with the writer's offset, quotes are space-folded."""
    asked = findings.intent is not Intent.NONE and mail.client is not None
    return {
        "intent": findings.intent.value,
        "client": mail.client.address if asked and mail.client else None,
        "forwarded_by": mail.forwarded_by.address if mail.forwarded_by else None,
        "sent_at": mail.sent_at.isoformat(timespec="seconds"),
        "budgets": [_budget(finding) for finding in findings.of(Field.BUDGET)],
        "dates": [_date(finding) for finding in findings.of(Field.DATE)],
        "requirements": [_words(finding) for finding in findings.of(Field.REQUIREMENT)],
        "deliverables": [_deliverable(finding) for finding in findings.of(Field.DELIVERABLE)],
        "objectives": [_words(finding) for finding in findings.of(Field.OBJECTIVE)],
    }


def _budget(finding: Finding) -> Label:
    assert isinstance(finding.value, MoneyRange)  # noqa: S101
    value = finding.value
    return {"min": _number(value.min), "max": _number(value.max), "currency": value.currency, "text": _quote(finding)}


def _date(finding: Finding) -> Label:
    value = finding.value
    assert isinstance(value, DateSpan)  # noqa: S101
    return {
        "kind": value.kind.value,
        "start": value.start.isoformat(),
        "date": value.end.isoformat(),
        "time": _clock(value.time),
        "text": _quote(finding),
    }


def _deliverable(finding: Finding) -> Label:
    value = finding.value
    assert isinstance(value, Deliverable)  # noqa: S101
    return {"quantity": value.quantity, "item": value.item, "text": _quote(finding)}


def _words(finding: Finding) -> str:
    assert isinstance(finding.value, Words)  # noqa: S101
    return _fold(finding.value.words)


def _number(amount: Decimal | None) -> int | float | None:
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _clock(time: dt.time | None) -> str | None:
    return None if time is None else time.strftime("%H:%M")


def _quote(finding: Finding) -> str:
    return _fold(finding.quote)


def _fold(words: str) -> str:
    return " ".join(words.split())
