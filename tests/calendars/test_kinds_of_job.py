"""What the table of kinds of job says, and what an agency's own words in the settings make of it."""

import datetime as dt

import pytest

from briefs.findings import DateKind
from briefs.jobs import DEFAULT_JOBS, JobKind
from calendars.feasibility import Question, check
from calendars.rules import Rules
from calendars.settings import JobSettings
from calendars.snapshot import empty
from calendars.workback import steps_of
from tests.calendars.scenarios import OFFICE, ZONE, at, spans

RULES = Rules(OFFICE)
NOW = at("1 9:00")


@pytest.mark.parametrize(
    ("kind", "lead_time", "rush", "after", "included"),
    [
        ("banner", 5, 3, 3, False),  # trafficking of finished files
        ("html5_banner", 8, 4, 3, False),
        ("rich_media", 15, 8, 3, False),
        ("trafficking", 3, 2, 0, False),
        ("brochure", 23, 12, 8, True),  # 15 and the printer's 8
        ("direct_mail", 20, 10, 8, True),  # 12 and 8
        ("signage", 23, 12, 8, True),
        ("out_of_home", 20, 10, 0, False),
        ("other", 10, 5, 0, False),
    ],
)
def test_the_table_is_as_published(kind: str, lead_time: int, rush: int, after: int, included: bool) -> None:
    found = DEFAULT_JOBS[kind]

    assert (found.lead_time, found.rush, found.after, found.after_included) == (lead_time, rush, after, included)


@pytest.mark.parametrize(
    ("kind", "due", "live", "earliest"),
    [
        ("brochure", "30", "", dt.date(2026, 7, 2)),  # 23 working days: as printed copies
        ("brochure", "", "30", dt.date(2026, 6, 22)),  # 15: at the printer's
        ("banner", "30", "", dt.date(2026, 6, 8)),
        ("banner", "", "30", dt.date(2026, 6, 8)),
    ],
)
def test_print_is_counted_once(kind: str, due: str, live: str, earliest: dt.date) -> None:
    question = Question(received_at=NOW, due=spans(due, DateKind.DUE), live=spans(live, DateKind.LIVE), jobs=(kind,))

    assert check(question, empty(NOW, ZONE), RULES, NOW).earliest == earliest


@pytest.mark.parametrize(
    ("live", "conflicts"),
    [
        ("7/1", {dt.date(2026, 6, 19): "lead_time"}),  # one working day too soon
        ("7/2", {}),  # 15 days of work and 8 of print after the 1st
    ],
)
def test_a_live_day_of_print_leaves_the_whole_lead_time(live: str, conflicts: dict[dt.date, str]) -> None:
    question = Question(received_at=NOW, live=spans(live, DateKind.LIVE), jobs=("brochure",))

    answer = check(question, empty(NOW, ZONE), RULES, NOW)

    assert {one.day: one.kind.value for one in answer.conflicts} == conflicts


@pytest.mark.parametrize(
    ("kind", "settings", "expected"),
    [
        ("banner", {}, (5, 3, 1)),
        ("banner", {"rounds": 2}, (8, 4, 2)),
        ("banner", {"rounds": 0}, (2, 1, 0)),
        ("social_post", {"rounds": 0}, (1, 1, 0)),
        ("banner", {"legal": True}, (7, 4, 1)),
        ("banner", {"legal": True, "rounds": 3}, (13, 7, 3)),
        ("banner", {"lead_time": 6, "rounds": 3, "legal": True}, (6, 3, 3)),  # its own holds everything
        ("banner", {"lead_time": 6, "rush": 2}, (6, 2, 1)),
    ],
)
def test_rounds_and_lawyers_take_their_days(
    kind: str, settings: dict[str, int], expected: tuple[int, int, int]
) -> None:
    found = JobSettings.model_validate(settings).over(kind, DEFAULT_JOBS[kind])

    assert (found.lead_time, found.rush, found.rounds) == expected


@pytest.mark.parametrize(
    ("settings", "until_materials"),
    [
        ({}, 15),
        ({"lead_time": 20}, 12),  # the agency's figure holds print, as the published one does
        ({"lead_time": 15, "after": 8}, 15),  # both said: one comes after the other
        ({"lead_time": 20, "after": 5, "after_included": True}, 15),
        ({"lead_time": 5}, 0),
    ],
)
def test_what_follows_the_materials_deadline_is_in_the_lead_time_or_after_it(
    settings: dict[str, int], until_materials: int
) -> None:
    kind = JobSettings.model_validate(settings).over("brochure", DEFAULT_JOBS["brochure"])

    assert kind.until_materials().lead_time == until_materials


def test_lawyers_have_a_step_of_their_own() -> None:
    kind = JobKind("banner", 17, 9, legal=True)

    assert [(step.id, step.days) for step in steps_of(kind, 17) if step.id == "legal"] == [("legal", 2)]
    assert all(step.id != "legal" for step in steps_of(DEFAULT_JOBS["tv_spot"], 40))
