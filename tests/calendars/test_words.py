"""Words in titles."""

import pytest

from calendars.words import alternatives, phrase_in


@pytest.mark.parametrize(
    ("match", "title", "found"),
    [
        ("leave|out of office|PTO", "Sam: pto", "pto"),
        ("leave|out of office|PTO", "Sam out-of-office", "out of office"),
        ("leave|out of office|PTO", "Leave (Sam)", "leave"),
        ("leave|out of office|PTO", "Sam leaves for the airport", None),
        ("leave|out of office|PTO", "out of the office", None),
        ("studio", "Studio: Ridgeline catalog", "studio"),
        ("congé", "CONGÉ Sam", "congé"),
        ("(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", None),
        (".*", "anything", None),
    ],
)
def test_a_phrase_is_found_as_whole_words(match: str, title: str, found: str | None) -> None:
    assert phrase_in(title, alternatives(match)) == found


def test_a_very_long_title_is_read_once() -> None:
    assert phrase_in("a " * 500_000 + "leave", alternatives("a b|leave")) == "leave"
