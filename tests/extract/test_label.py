"""The label shape, as `extract --json` prints it."""

import datetime as dt
from decimal import Decimal

from briefs.findings import DateKind, DateSpan, Deliverable, Field, Finding, Findings, Intent, Place, Value, Words
from briefs.money import MoneyRange, minor_units
from extract.label import label
from tests.extract.marked import mail


def _finding(field: Field, value: Value, quote: str) -> Finding:
    return Finding(field, value, Place(0, len(quote)), quote, "rule", 0.9)


def _label(*found: Finding, intent: Intent = Intent.REQUEST) -> dict[str, object]:
    return label(mail("words"), Findings(intent, "rule", found))


def test_amounts_are_whole_numbers_where_they_are_whole() -> None:
    value = MoneyRange(None, minor_units(Decimal(35000), "USD"), "USD")

    shown = _label(_finding(Field.BUDGET, value, "up to\n $35,000"))

    assert shown["budgets"] == [{"min": None, "max": 35000, "currency": "USD", "text": "up to $35,000"}]


def test_amounts_keep_their_cents() -> None:
    value = MoneyRange(1250, 1250, "USD")

    shown = _label(_finding(Field.BUDGET, value, "$12.50"))

    assert shown["budgets"] == [{"min": 12.5, "max": 12.5, "currency": "USD", "text": "$12.50"}]


def test_a_currency_without_cents_is_shown_in_its_own_units() -> None:
    value = MoneyRange(500_000, 500_000, "JPY")

    shown = _label(_finding(Field.BUDGET, value, "¥500,000"))

    assert shown["budgets"] == [{"min": 500000, "max": 500000, "currency": "JPY", "text": "¥500,000"}]


def test_a_day_is_shown_with_its_kind_and_time() -> None:
    day = dt.date(2026, 6, 12)
    value = DateSpan(DateKind.DUE, day, day, dt.time(17))

    shown = _label(_finding(Field.DATE, value, "5pm on June 12"))

    assert shown["dates"] == [
        {"kind": "due", "start": "2026-06-12", "date": "2026-06-12", "time": "17:00", "text": "5pm on June 12"}
    ]


def test_words_are_folded() -> None:
    shown = _label(
        _finding(Field.REQUIREMENT, Words("must carry\n  the logo"), "must carry\n  the logo"),
        _finding(Field.DELIVERABLE, Deliverable("banner ads", 3), "three\nbanner ads"),
    )

    assert shown["requirements"] == ["must carry the logo"]
    assert shown["deliverables"] == [{"quantity": 3, "item": "banner ads", "text": "three banner ads"}]


def test_the_moment_keeps_the_writers_offset() -> None:
    assert _label()["sent_at"] == "2026-03-03T09:14:00-05:00"


def test_who_asks_for_nothing_is_no_client() -> None:
    assert _label()["client"] == "dana@client.example"
    assert _label(intent=Intent.NONE)["client"] is None
