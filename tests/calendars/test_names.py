"""Whose absence an entry is."""

import pytest

from calendars.names import Names
from calendars.occurrences import Party
from tests.calendars.people import PEOPLE


@pytest.mark.parametrize(
    ("title", "people"),
    [
        ("Sam Ortiz - leave", "sam"),
        ("leave: sam ortiz", "sam"),
        ("SAM ORTIZ ON LEAVE", "sam"),
        ("Sam and Ana: PTO", "sam ana"),
        ("Ana Ruiz Vega out of office", "ana"),
        ("Vega away", "ana"),
        ("SO leave", "sam"),
        ("ARV at the dentist", "ana"),
        ("stoney is off", "will"),
        ("PTO (ana@agency.example)", "ana"),
        ("a.ruiz@agency.example away", "ana"),
        ("Will on leave", "will"),
        ("! so much leave", ""),
        ("! the office will be quiet", ""),
        ("! Stone away", ""),  # two people's last name
        ("! Samuel on leave", ""),
        ("! Greta Gone on leave", ""),  # no longer here
        ("! EVERYONE SO OFF", ""),
        ("! ", ""),
    ],
)
def test_a_title_names_these_people(title: str, people: str) -> None:
    assert Names(PEOPLE).in_text(title.removeprefix("! ")) == tuple(people.split())


def test_a_party_is_known_by_address_then_by_name() -> None:
    names = Names(PEOPLE)

    found = [names.at(Party(*party)) for party in (("sam@agency.example", "Ana Ruiz Vega"), ("", "ana ruiz vega"))]

    assert found == ["sam", "ana"]


def test_a_stranger_and_nobody_are_no_one() -> None:
    names = Names(PEOPLE)

    assert (names.at(Party("x@client.example", "Xavier")), names.at(None)) == (None, None)
