"""Finds words and phrases in the title of an entry: whole words, whatever case, in time linear in the title."""

import re

_WORD = re.compile(r"\w+")


def words(text: str) -> tuple[str, ...]:
    """The words as written; punctuation sets them apart ("out-of-office" is three)."""
    return tuple(_WORD.findall(text))


def alternatives(match: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of `a|b c|d`; they are words, not patterns, so no setting can make a title slow to read."""
    return tuple(phrase for part in match.split("|") if (phrase := words(part.casefold())))


def phrase_in(title: str, phrases: tuple[tuple[str, ...], ...]) -> str | None:
    """The first of the phrases that stands in the title, or None."""
    spoken = f" {' '.join(words(title.casefold()))} "
    return next((found for phrase in phrases if f" {(found := ' '.join(phrase))} " in spoken), None)
