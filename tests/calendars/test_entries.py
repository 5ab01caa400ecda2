"""What the entries of a calendar are, by its role and its rules."""

import datetime as dt
from typing import Any

import pytest

from calendars.entries import Reading
from calendars.names import ClientNames, Names
from calendars.occurrences import Entry, Occurrence, Party
from calendars.settings import CalendarSettings
from tests.calendars.people import PEOPLE

DAY, NEXT = dt.date(2026, 6, 12), dt.date(2026, 6, 13)
TEN, ELEVEN = (dt.datetime(2026, 6, 12, hour, tzinfo=dt.UTC) for hour in (10, 11))
SAM_PARTY = Party("sam@agency.example")


def read(entry: Entry, start: Any = DAY, end: Any = NEXT, **settings: Any) -> list[str]:
    """Each stretch as "kind whom-or-what", with a question mark where it is pencilled in."""
    reading = Reading(
        CalendarSettings.model_validate({"name": "team", "file": "team.ics", **settings}),
        Names(PEOPLE),
        ClientNames(()),
    )
    found = [
        f"{busy.kind} {busy.person_id or busy.resource or ''}".strip() + ("?" if busy.tentative else "")
        for busy in reading.busy(Occurrence(entry, start, end))
    ]
    return found + [f"unmatched {name}" for name in reading.unmatched]


RULES = [
    {"match": "leave|out of office|PTO", "is": "absence", "who": "summary"},
    {"match": "studio|edit suite", "is": "resource"},
    {"match": "car", "is": "resource", "resource": "Van"},
    {"match": "closed", "is": "closure"},
    {"match": "birthday", "is": "ignore"},
]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("PTO Sam", ["absence sam"]),
        ("Sam and Ana on leave", ["absence sam", "absence ana"]),
        ("Studio: shoot", ["resource studio"]),
        ("Edit Suite booked", ["resource edit suite"]),
        ("car to the airport", ["resource van"]),
        ("Agency closed", ["closure"]),
        ("Ana's birthday", []),
        ("Status call", ["meeting"]),
        ("Studio closed", ["resource studio"]),  # the first rule that matches
        ("Leave of absence: Zoe", ["unmatched 'Leave of absence: Zoe' (1)"]),
    ],
)
def test_in_a_mixed_calendar_the_rules_say_what_is_what(title: str, expected: list[str]) -> None:
    assert read(Entry("1", title), role="mixed", entries=RULES) == expected


def test_every_entry_of_an_absence_calendar_is_one() -> None:
    assert read(Entry("1", "Sam Ortiz"), role="absences") == ["absence sam"]


def test_rules_come_before_the_role() -> None:
    assert read(Entry("1", "Sam's birthday"), role="absences", entries=RULES) == []


def test_every_entry_of_a_resources_calendar_books_it() -> None:
    assert read(Entry("1", "Ridgeline"), TEN, ELEVEN, role="resource", resource="Studio B") == ["resource studio b"]


def test_a_resource_without_a_name_has_its_calendars() -> None:
    assert read(Entry("1", "Ridgeline"), role="resource") == ["resource team"]


def test_every_entry_of_a_closures_calendar_closes_the_office() -> None:
    assert read(Entry("1", "Summer break"), role="closures") == ["closure"]


@pytest.mark.parametrize(
    ("start", "end", "entry", "expected"),
    [
        (DAY, NEXT, Entry("1", "Lisbon"), "absence sam"),
        (TEN, ELEVEN, Entry("1", "Call"), "meeting"),
        (TEN, ELEVEN, Entry("1", "Dentist", out_of_office=True), "absence sam"),
    ],
)
def test_in_a_persons_own_calendar_days_are_absences(start: Any, end: Any, entry: Entry, expected: str) -> None:
    assert read(entry, start, end, role="person", who="sam") == [expected]


def test_leave_entered_by_somebody_else_is_the_one_in_the_title() -> None:
    assert read(Entry("1", "Ana away", organiser=SAM_PARTY), role="absences") == ["absence ana"]


def test_leave_that_names_nobody_is_the_organisers() -> None:
    guests = (Party("ana@agency.example"),)

    assert read(Entry("1", "Away", organiser=SAM_PARTY, attendees=guests), role="absences") == ["absence sam"]


def test_the_guests_are_away_where_the_rule_says_so_except_who_declined() -> None:
    guests = (
        Party("ana@agency.example", status="DECLINED"),
        Party("will@agency.example", status="TENTATIVE"),
        Party("jon@agency.example"),
    )
    entry = Entry("1", "Training", organiser=SAM_PARTY, attendees=guests)

    assert read(entry, role="absences", who="attendee") == ["absence will?", "absence jon"]


def test_a_pencilled_absence_stays_pencilled() -> None:
    assert read(Entry("1", "Sam away", tentative=True), role="absences") == ["absence sam?"]
