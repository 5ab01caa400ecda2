"""The values of a revision: one row each, typed columns for what kind it is, and a row for each other reading."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, insert, select

from briefs.draft import BriefValue, RevisionState, TextPlace
from briefs.findings import DateSpan, Deliverable, Value, Words
from briefs.money import MoneyRange
from store import schema
from store.database import Transaction
from store.errors import NoSuch

_v = schema.brief_value.c
_r = schema.revision.c


def values(tx: Transaction, brief_id: int, revision: int | None = None) -> tuple[BriefValue, ...]:
    """Of one revision; by default of the one that stands: the newest that nobody declined.

    Where every revision was declined, the newest of those, so that what was rejected can still be shown.
    """
    if revision is None:
        revision = _standing(tx, brief_id)
    found = tx.execute(
        select(schema.brief_value)
        .where(_v.brief_id == brief_id, _v.revision == revision)
        .order_by(_v.ordinal, _v.reading)
    ).all()
    readings: dict[int, list[Value]] = {}
    for row in found:
        readings.setdefault(row.ordinal, []).append(_value(row))
    return tuple(_brief_value(row, readings[row.ordinal]) for row in found if row.reading == 0)


def confirmed_values(tx: Transaction, brief_id: int) -> tuple[BriefValue, ...]:
    """What the agency has agreed to: none before anything is confirmed."""
    asked = select(schema.brief.c.confirmed_revision).where(schema.brief.c.id == brief_id)
    row = tx.execute(asked).one_or_none()
    if row is None:
        raise NoSuch("brief", brief_id)
    return () if row.confirmed_revision is None else values(tx, brief_id, row.confirmed_revision)


def save_values(tx: Transaction, brief_id: int, revision: int, found: Iterable[BriefValue]) -> None:
    rows = [
        _columns(value, told) | {"brief_id": brief_id, "revision": revision, "ordinal": ordinal, "reading": reading}
        for ordinal, value in enumerate(found)
        for reading, told in enumerate((value.value, *value.readings))
    ]
    if rows:
        tx.execute(insert(schema.brief_value), rows)


def _standing(tx: Transaction, brief_id: int) -> int:
    newest = select(_r.number).where(_r.brief_id == brief_id).order_by(_r.number.desc()).limit(1)
    kept = tx.execute(newest.where(_r.state != RevisionState.DECLINED)).scalar_one_or_none()
    number = kept or tx.execute(newest).scalar_one_or_none()
    if number is None:
        raise NoSuch("brief", brief_id)
    return number


# All rows of one insert name the same columns; a row fills those of its own kind.
_EMPTY = dict.fromkeys(
    (
        *("min_minor", "max_minor", "currency"),
        *("date_kind", "first_day", "last_day", "local_time", "zone"),
        *("item", "quantity", "job"),
        "words",
    )
)


def _columns(value: BriefValue, told: Value) -> dict[str, object]:
    """A row: the value or one of its readings, and how the value is known."""
    place = value.place
    return {
        **_EMPTY,
        **_typed(told),
        "field": value.field,
        "origin": value.origin,
        "quote": value.quote,
        "rule": value.rule,
        "confidence": value.confidence,
        "text_id": place.text_id if place is not None else None,
        "begins": place.start if place is not None else None,
        "ends": place.end if place is not None else None,
    }


def _typed(value: Value) -> dict[str, object]:
    match value:
        case MoneyRange():
            return {"min_minor": value.min_minor, "max_minor": value.max_minor, "currency": value.currency}
        case DateSpan():
            days = {"date_kind": value.kind, "first_day": value.start, "last_day": value.end}
            return days | {"local_time": value.time, "zone": value.zone}
        case Deliverable():
            return {"item": value.item, "quantity": value.quantity, "job": value.job}
        case Words():
            return {"words": value.words}


def _value(row: Row[*tuple[Any, ...]]) -> Value:
    if row.currency is not None:
        return MoneyRange(row.min_minor, row.max_minor, row.currency)
    if row.date_kind is not None:
        return DateSpan(row.date_kind, row.first_day, row.last_day, row.local_time, row.zone)
    if row.item is not None:
        return Deliverable(row.item, row.quantity, row.job)
    return Words(row.words)


def _brief_value(row: Row[*tuple[Any, ...]], readings: list[Value]) -> BriefValue:
    return BriefValue(
        field=row.field,
        value=readings[0],
        origin=row.origin,
        quote=row.quote,
        rule=row.rule,
        confidence=row.confidence,
        place=None if row.text_id is None else TextPlace(row.text_id, row.begins, row.ends),
        readings=tuple(readings[1:]),
    )
