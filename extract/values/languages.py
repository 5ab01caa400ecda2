"""Languages as data: what `vocabulary/language_*.json` say of days, clocks and sums beside English."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from extract.country import data

_PREFIX, _SUFFIX = "language_", ".json"


@cache
def tables() -> tuple[Any, ...]:
    """One table a language."""
    names = sorted(file.name for file in (files("extract") / "vocabulary").iterdir())
    return tuple(data(name.removesuffix(_SUFFIX)) for name in names if name.startswith(_PREFIX))


def numbered(kind: str) -> dict[str, int]:
    """`months` or `weekdays`: every name and its place in the list."""
    return {
        name: number for table in tables() for number, names in enumerate(table.get(kind, ())) for name in names.split()
    }


def pairs(kind: str) -> dict[str, Any]:
    """`numbers`, `scales` or `times` of every language."""
    return {word: value for table in tables() for word, value in table.get(kind, {}).items()}


@cache
def words(kind: str) -> frozenset[str]:
    return frozenset(phrase for table in tables() for phrase in table.get(kind, ()))


def phrases(kind: str) -> str:
    """`by`, `before`, `at`, `most`, `least` or the words of `pairs` as alternatives, the longest first."""
    return "|".join(_escaped(phrase) for phrase in sorted(words(kind), key=lambda phrase: (-len(phrase), phrase)))


def _escaped(phrase: str) -> str:
    """A space of any kind; an apostrophe of either kind."""
    return re.escape(phrase).replace(r"\ ", r"\s").replace("'", "['’]")


def spelled(phrase: str) -> Iterator[str]:
    """The words of a phrase as patterns: `a|b` either, `a?` may be missing."""
    for word in phrase.split():
        pattern = "|".join(_escaped(one) for one in word.removesuffix("?").split("|"))
        yield f"(?:(?:{pattern})\\s)?" if word.endswith("?") else f"(?:{pattern})\\s"
