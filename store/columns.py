"""The types of columns: what goes in comes out equal, on SQLite and on PostgreSQL alike."""

import datetime as dt
import json
import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any, Generic, TypeVar

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

from store.errors import NaiveTime, OutOfRange

W = TypeVar("W", bound=StrEnum)

# PostgreSQL holds no NUL in a text, and UTF-8 no lone surrogate. One stand-in for each keeps every place where it was.
_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")
_MOST = 2**63 - 1

# SQLite counts rows in a column that is called exactly INTEGER.
Id = BigInteger().with_variant(Integer(), "sqlite")


class Characters(TypeDecorator[str]):
    """Text of any length."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else keepable(value)


class Whole(TypeDecorator[int]):
    """An integer of 64 bits."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> int | None:
        if value is not None and not -_MOST <= value <= _MOST:
            raise OutOfRange(f"a number with {len(str(value))} digits is too large to keep")
        return value


class Instant(TypeDecorator[dt.datetime]):
    """A moment, stored in UTC; SQLite has no type for one, so its text there carries no offset."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        if value.utcoffset() is None:
            raise NaiveTime(value)
        try:
            instant = value.astimezone(dt.UTC)
        except OverflowError:
            raise OutOfRange(f"{value.isoformat()} is outside the years 1 to 9999 in UTC") from None
        return instant.replace(tzinfo=None) if dialect.name == "sqlite" else instant

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if dialect.name == "sqlite" else value.astimezone(dt.UTC)


class Word(TypeDecorator[W], Generic[W]):
    """One word of a vocabulary, stored as itself."""

    impl = Text
    cache_ok = True

    def __init__(self, vocabulary: type[W]) -> None:
        super().__init__()
        self.vocabulary = vocabulary

    def process_bind_param(self, value: W | None, dialect: Dialect) -> str | None:
        return None if value is None else self.vocabulary(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> W | None:
        return None if value is None else self.vocabulary(value)


class Json(TypeDecorator[Any]):
    """Plain data as JSON text, days and instants included; lists come back as tuples. Nothing is searched in it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else plain_json(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else _frozen(json.loads(value, object_hook=_unmarked))


def plain_json(value: object) -> str:
    """As a Json column stores it."""
    return json.dumps(value, default=_marked, separators=(",", ":"))


def keepable(text: str) -> str:
    """The text with U+FFFD for each character that cannot be stored; as long as before."""
    return _UNKEEPABLE.sub("\ufffd", text)


_MARKS: dict[str, Callable[[str], object]] = {"$instant": dt.datetime.fromisoformat, "$day": dt.date.fromisoformat}


def _marked(value: object) -> dict[str, str]:
    if isinstance(value, dt.datetime):
        if value.utcoffset() is None:
            raise NaiveTime(value)
        return {"$instant": value.isoformat()}
    if isinstance(value, dt.date):
        return {"$day": value.isoformat()}
    raise TypeError(f"not plain data: {value!r}")


def _unmarked(value: dict[str, Any]) -> object:
    if len(value) == 1:
        ((mark, text),) = value.items()
        if mark in _MARKS:
            return _MARKS[mark](text)
    return value


def _frozen(value: object) -> object:
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return value
