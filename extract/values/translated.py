"""Days said in another language, read as what they are in English: "nächste Woche" is next week."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from extract.anycase import AnyCase
from extract.one_of import one_of
from extract.values import almanac, languages
from extract.values.forms import Reader

if TYPE_CHECKING:  # which reads what is translated here
    from extract.values.days import Days

_SLOT = re.compile(r"\{(\w+)\}")
_WORD = re.compile(r"[^\W\d_]{4,}")
_ALONE = r"(?=\.?\s?(?:$|[,;:!?)]|\n|\s[A-ZÀ-Ü][a-zà-ü]+\s)|\.$|\s(?:bitte|um|und|oder|svp|à|et|ou|merci)\b)"
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class _Phrase:
    pattern: re.Pattern[str]
    english: str


@dataclass(frozen=True, slots=True)
class _Language:
    """`every` finds any phrase of the language, by whose number the one found is known; `needs` a word of one."""

    every: AnyCase
    phrases: tuple[_Phrase, ...]
    needs: frozenset[str]
    numbers: dict[str, int]


def translated(
    words: str, present: set[str], reader: Reader, read: Callable[[str, Reader], Sequence["Days"]]
) -> Iterator["Days"]:
    """`present` are the words of the text, `read` reads days in English."""
    for language in _languages():
        if not language.needs & present:
            continue
        for match in language.every.finditer(words):
            index = int((match.lastgroup or "p0")[1:])
            found = read(_in_english(language, index, match[0]), reader)
            if found:
                yield replace(found[0], start=match.start(), end=match.end(), readings=())


def _in_english(language: _Language, index: int, said: str) -> str:
    phrase = language.phrases[index]
    slots = phrase.pattern.fullmatch(said)
    return "" if slots is None else _SLOT.sub(lambda slot: _filled(language, slot[1], slots[slot[1]]), phrase.english)


def _filled(language: _Language, slot: str, said: str) -> str:
    said = said.lower()
    if slot == "weekday":
        return _ENGLISH[almanac.WEEKDAYS[said]]
    if slot == "n":
        return str(language.numbers.get(said, said))
    number = int(re.sub(r"\D", "", said))
    return f"{number}{'th' if 10 < number < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


@cache
def _languages() -> tuple[_Language, ...]:
    return tuple(_language(table) for table in languages.tables() if table.get("days"))


def _language(table: Any) -> _Language:
    said: dict[str, str] = table["days"]  # phrases by what they mean
    numbers: dict[str, int] = table.get("numbers", {})
    weekdays = "|".join(name for names in table["weekdays"] for name in names.split())
    slots = {
        "weekday": f"(?:{weekdays})",
        "n": rf"(?:\d{{1,3}}|{one_of(numbers)})",
        "nth": rf"(?:[1-9]|[12]\d|3[01])\.?{_ALONE}",
    }
    order = sorted(said, key=lambda phrase: -len(phrase))
    plain = ["".join(_patterned(phrase, slots, "(?:{})")) for phrase in order]
    every = "|".join(f"(?P<p{index}>{pattern})" for index, pattern in enumerate(plain))
    return _Language(
        AnyCase(rf"(?<![\w-])(?:{every})(?!\w|-[a-zà-ü])", re.IGNORECASE),
        tuple(
            _Phrase(
                re.compile("".join(_patterned(phrase, slots, "named")).replace(_ALONE, ""), re.IGNORECASE), said[phrase]
            )
            for phrase in order
        ),
        frozenset(word for phrase in order for word in _WORD.findall(_SLOT.sub("", phrase))) | set(table["known_by"]),
        numbers,
    )


def _patterned(phrase: str, slots: dict[str, str], shape: str) -> Iterator[str]:
    words = phrase.split()
    for index, word in enumerate(words):
        slot = _SLOT.fullmatch(word)
        if slot:
            pattern = slots[slot[1]]
            yield f"(?P<{slot[1]}>{pattern})" if shape == "named" else f"(?:{pattern})"
            yield r"\s" if index + 1 < len(words) else ""
        else:
            last = next(languages.spelled(word))
            yield last if index + 1 < len(words) else last.removesuffix(r"\s")
