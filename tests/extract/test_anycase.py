"""A pattern searched in lower case finds what one that ignores case finds."""

import importlib
import pkgutil
import re

import pytest

import extract
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


def test_no_pattern_looks_back_further_than_a_search_within_bounds_sees() -> None:
    modules = [importlib.import_module(each.name) for each in pkgutil.walk_packages(extract.__path__, "extract.")]
    known = [one for module in modules for one in vars(module).values() if isinstance(one, AnyCase)]
    behind = [look for one in known for look in re.findall(r"\(\?<[!=][^)]*\)", one.pattern)]

    assert len(behind) > 20
    assert max(map(len, behind)) < 64  # no pattern sees more characters than it has itself


def test_a_search_within_bounds_is_that_of_a_pattern_that_ignores_case() -> None:
    words = f"{'x' * 90} CALL us before May, or call US by may 4 — maybe"
    pattern = r"(?<=\s)(?:us\s|by\s)may\b|^x"
    ignoring, found = re.compile(pattern, re.IGNORECASE), AnyCase(pattern)

    for start in (0, 1, 70, 91, 110, 125):
        for end in (95, 120, 130, 132, len(words)):
            one, other = ignoring.search(words, start, end), found.search(words, start, end)
            assert (one and one.span()) == (other and other.span())
