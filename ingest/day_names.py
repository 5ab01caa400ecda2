"""The names of months and weekdays in the languages of mail, as Babel knows them."""

import functools

from babel import Locale

from ingest.languages import LANGUAGES

_LOCALES = (*LANGUAGES, "de_AT", "sl", "et")
_SHORTEST_MONTH = 3
_LONGEST_ENDING = 3


def month_of(word: str) -> int:
    """The number of the month that a word names, 0 for any other word and for one that means two months."""
    numbers = _months().get(word.lower().rstrip("."), ())
    return numbers[0] if len(numbers) == 1 else 0


def weekday_of(word: str) -> int:
    """0 for Monday to 6 for Sunday, by its full name in whatever case it stands; -1 for any other word."""
    word = word.lower()
    for length in range(len(word), max(len(word) - _LONGEST_ENDING - 2, 3), -1):
        days = _weekdays().get(word[:length], ())
        if len(days) == 1:
            return days[0]
    return -1


@functools.cache
def _months() -> dict[str, tuple[int, ...]]:
    table: dict[str, set[int]] = {"sept": {9}, "mrz": {3}}
    for language in _LOCALES:
        months = Locale.parse(language).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    key = name.lower().rstrip(". ")
                    if len(key) >= _SHORTEST_MONTH and not key.isdecimal():
                        table.setdefault(key, set()).add(number)
    return {name: tuple(numbers) for name, numbers in table.items()}


@functools.cache
def _weekdays() -> dict[str, tuple[int, ...]]:
    """Full names, and those without the last letter, which their endings replace: "środa", "w środę"."""
    table: dict[str, set[int]] = {}
    for language in _LOCALES:
        days = Locale.parse(language).days
        for context in ("format", "stand-alone"):
            for number, name in days[context]["wide"].items():
                key = name.lower()
                table.setdefault(key, set()).add(number)
                if len(key) > len("freda"):
                    table.setdefault(key[:-1], set()).add(number)
    return {name: tuple(numbers) for name, numbers in table.items()}
