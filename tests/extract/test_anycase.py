"""A pattern searched in lower case finds what one that ignores case finds."""

import re

import pytest

from extract.anycase import AnyCase


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\bEO[DW]\b", "by eod, or EOW at the latest"),
        (r"(?P<Month>June|JULY)\s(?P<day>\d\d?)\b", "june 4, JULY 14 and July 4"),
        (r"\S+@[A-Z]+", "Write to Dana@CLIENT or dana@client"),
        (r"[^\W\d_]{4,}\D", "Æther 12 ÉTÉ1 plain"),
        (r"(?<!the )launch$", "the LAUNCH\nLaunch"),
        (r"İstanbul", "İstanbul and istanbul"),
    ],
)
def test_the_same_matches_are_found(pattern: str, words: str) -> None:
    ignoring, found = re.compile(pattern, re.IGNORECASE), AnyCase(pattern)
    first, other = ignoring.search(words), found.search(words)

    assert [match.groups() for match in found.finditer(words)] == [m.groups() for m in ignoring.finditer(words)]
    assert [match.span() for match in found.finditer(words)] == [match.span() for match in ignoring.finditer(words)]
    assert (first and first.span()) == (other and other.span())


def test_a_search_within_bounds_sees_what_stands_before_them() -> None:
    pattern = AnyCase(r"\bmay\b")

    assert pattern.search("dismay", 3) is None


def test_it_is_known_to_stand_in_words_made_lower_once() -> None:
    pattern = AnyCase(r"\b(?:Before|ahead of)\s$")

    assert pattern.is_in("Ready BEFORE ".lower())
    assert not pattern.is_in("Ready beforehand ".lower())
