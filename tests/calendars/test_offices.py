"""Regions have holidays of their own, and who works elsewhere is away on those of there."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from briefs.conflicts import ConflictKind
from briefs.findings import DateKind
from calendars.feasibility import Question, check
from calendars.loading import load
from calendars.offices import OtherOffice
from calendars.rules import Rules
from calendars.snapshot import empty
from calendars.workdays import Office, WorkingDays, region_of
from tests.calendars.people import SAM
from tests.calendars.scenarios import JOBS, ZONE, at, spans

CORPUS_CHRISTI = dt.date(2026, 6, 4)  # in Bavaria, not in Berlin
NOW = at("1 9:00")


def question(due: str) -> Question:
    return Question(received_at=NOW, due=spans(due, DateKind.DUE), jobs=("quick",), people=(SAM,))


@pytest.mark.parametrize(
    ("country", "region", "day", "works"),
    [
        ("DE", "BY", CORPUS_CHRISTI, False),
        ("DE", "BE", CORPUS_CHRISTI, True),
        ("DE", None, CORPUS_CHRISTI, True),
        ("DE", "BE", dt.date(2026, 5, 25), False),
        ("GB", "SCT", dt.date(2026, 11, 30), False),
        ("GB", "ENG", dt.date(2026, 11, 30), True),
    ],
)
def test_an_office_keeps_the_holidays_of_its_region(
    country: str, region: str | None, day: dt.date, works: bool
) -> None:
    office = Office(country, ZONE, region=region)

    assert WorkingDays(office, empty(NOW, ZONE)).works(day) is works


@pytest.mark.parametrize(("country", "written"), [("DE", "BY"), ("DE", "DE-BY"), ("DE", "by"), ("GB", "GB-SCT")])
def test_a_region_is_written_with_or_without_its_country(country: str, written: str) -> None:
    assert region_of(country, written) in {"BY", "SCT"}


@pytest.mark.parametrize(
    ("country", "written", "sentence"),
    [
        ("DE", "XX", "'XX' is no region of DE; expected one of BB, BE, BW, BY"),
        ("FR", "DE-BY", "'DE-BY' is no region of FR; expected one of"),
        ("TR", "34", "'34' is no region of TR; its holidays are the same everywhere, or not known"),
        (None, "BY", "'BY' is no region of no country"),
    ],
)
def test_a_region_nobody_knows_is_refused(country: str | None, written: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        region_of(country, written)


def test_a_holiday_of_the_clients_region_is_no_day_to_hand_over() -> None:
    rules = Rules(Office("DE", ZONE, region="BE"), JOBS)
    asked = replace(question("4"), client_country="DE", client_region="BY")

    answer = check(asked, empty(NOW, ZONE), rules, NOW)

    (conflict,) = answer.conflicts
    assert (conflict.kind, conflict.parameters["name"]) == (ConflictKind.DAY_OFF, "Corpus Christi")


def test_who_is_of_another_office_is_away_on_its_holidays() -> None:
    munich = OtherOffice("munich", "DE", ZoneInfo("Europe/Berlin"), "BY")
    people = (replace(SAM, office="munich"),)
    rules = Rules(Office("US", ZoneInfo("America/New_York")), JOBS)
    snapshot = load((), people, offices=(munich,), now=NOW, zone=ZONE)

    answer = check(question("4"), snapshot, rules, NOW)

    (conflict,) = answer.conflicts
    (entry,) = conflict.evidence
    assert (conflict.kind, conflict.parameters["person"]) == (ConflictKind.ABSENCE, "sam")
    assert (entry.calendar, entry.start, entry.summary) == ("holidays", CORPUS_CHRISTI, "Corpus Christi")
    assert answer.earliest == dt.date(2026, 6, 2)


def test_who_is_where_the_agency_is_has_no_absence_for_its_holidays() -> None:
    munich = OtherOffice("munich", "DE", ZoneInfo("Europe/Berlin"), "BY")

    assert load((), (SAM,), offices=(munich,), now=NOW, zone=ZONE).busy == ()
