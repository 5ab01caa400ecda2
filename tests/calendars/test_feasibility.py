"""Whether a date works, and the earliest that would: each line worked out by hand with a wall calendar.

A banner takes 5 working days: received on Monday the 1st, it is met from Monday the 8th on (2, 3, 4, 5, 8).
"""

import datetime as dt
from dataclasses import replace

import pytest

from briefs.conflicts import ConflictKind
from briefs.findings import DateKind, DateSpan
from briefs.steps import StepKind
from calendars.feasibility import Question, check
from calendars.snapshot import Failure, empty
from tests.calendars.people import JON, SAM
from tests.calendars.scenarios import RULES, ZONE, Scenario, at, busy, day, snapshot

S = Scenario
LAST_GOOD = Failure("team", "var/team.ics could not be read: it is empty", at("1 8:00"))
NEVER = Failure("leave", "var/leave.ics could not be read: there is no such file")

SCENARIOS = (
    # lead time
    S("enough time", "8"),
    S("more than enough", "30"),
    S("a day short, though a rush would do", "5", expected="lead_time"),
    S("the first day of a rush", "4", expected="lead_time"),
    S("not even as a rush", "3", expected="lead_time!"),
    S("on the day it comes in", "1", expected="lead_time!"),
    S("received as the working day ends", "8", received="1 17:00"),
    S("received after the working day's end", "8", received="1 17:01", expected="lead_time", earliest="9"),
    S("received before the office opens", "8", received="1 5:00"),
    S("received on Friday evening", "12", received="5 18:00", expected="lead_time", earliest="15"),
    S("received on a Saturday", "15", received="6 10:00", earliest="15"),
    S("received on a Saturday, a day short", "12", received="6 10:00", expected="lead_time", earliest="15"),
    S("received on a closed day", "9", "closed 1", earliest="9"),
    S("received on a holiday", "5/29", job="short", received="5/25 10:00", earliest="5/29"),
    S("a closure takes a working day", "8", "closed 3", expected="lead_time", earliest="9"),
    S("half a closed day takes none", "8", "closed 3 12:00-17:00"),
    S("a pencilled closure takes none", "8", "closed? 3"),
    S("a holiday takes a working day", "5/26", job="short", received="5/20 10:00", earliest="5/26"),
    S("a meeting takes nothing", "8", "meeting 8, meeting 2-5"),
    S("a rush", "4", rush=True, earliest="4"),
    S("a rush, a day short", "3", rush=True, expected="lead_time!", earliest="4"),
    S("a rush counts from the evening it comes in", "4", received="1 20:00", rush=True, earliest="4"),
    S("a rush counts from the Sunday it comes in", "10", received="7 12:00", rush=True, earliest="10"),
    S("an unknown kind of work is never certain", "12", job="sculpture", expected="lead_time", earliest="15"),
    S("no kind of work at all", "12", job="", expected="lead_time", earliest="15"),
    S("the longest kind decides", "5", job="quick banner", expected="lead_time"),
    S("two dates, the short kind first", "2,8", job="banner quick"),
    S("two dates, the last too early for the long kind", "2,5", job="banner quick", expected="lead_time"),
    S("two dates, the first too early for any", "1,8", job="banner short", expected="lead_time!"),
    # days off
    S("due on a Saturday", "13", expected="day_off!"),
    S("due on a Saturday and too early", "6", expected="day_off! lead_time"),
    S("due on a closed day", "9", "closed 9", expected="day_off!"),
    S("due on a closed day, met only after it", "8", "closed 8", expected="day_off! lead_time", earliest="9"),
    S("due on the office's holiday", "5/25", job="short", received="5/13 10:00", expected="day_off!", earliest="5/19"),
    S("due on the client's holiday", "19", client="US", expected="day_off"),
    S("the client's holiday is no day off for the count", "22", client="US", received="12 10:00", earliest="22"),
    S(
        "the earliest is no holiday of the client",
        "19",
        client="US",
        received="12 10:00",
        expected="day_off",
        earliest="22",
    ),
    S("due some time in a week", "8-14"),
    S("due some time at a weekend", "13-14", expected="day_off!"),
    S("due by the end of a closed week", "8-14", "closed 9-12"),
    # absences
    S("away on the day", "8", "sam 8", expected="absence", earliest="9"),
    S("away on the day, named at the weekend too", "8", "sam 6-9", expected="absence", earliest="10"),
    S("back on the day", "8", "sam 5-7"),
    S("away for half of the day", "8", "sam 8 13:00-17:00", expected="absence", earliest="9"),
    S("at the dentist on the day", "8", "sam 8 9:00-11:00"),
    S("away in the evening", "8", "sam 8 18:00-22:00"),
    S("perhaps away on the day", "8", "sam? 8", expected="absence~"),
    S("away for more than half of the time", "10", "sam 2-5", expected="absence"),
    S("away for exactly half of the time", "9", "sam 2-4"),
    S("away for half and half a day", "9", "sam 2-4, sam 5 9:00-13:00", expected="absence"),
    S("away at weekends counts for nothing", "9", "sam 5-7, sam 13-14"),
    S("perhaps away for most of the time", "10", "sam? 2-5"),
    S("away all the time and on the day is told once", "8", "sam 2-8", expected="absence", earliest="9"),
    S("somebody else is away", "8", "jon 8"),
    S("two key people are away", "8", "jon 8, sam 8", people=(SAM, JON), expected="absence absence", earliest="9"),
    S("away one after the other", "8", "jon 8, sam 9", people=(SAM, JON), expected="absence", earliest="10"),
    # resources
    S("the studio is booked all the time", "8", "studio 2-8", job="shoot", expected="resource!", earliest="9"),
    S("the studio is booked on one day", "8", "studio 3", job="shoot"),
    S("the studio is free on the due day alone", "8", "studio 2-5", job="shoot"),
    S("the studio is booked on the due day alone", "8", "studio 8", job="shoot", expected="resource!", earliest="9"),
    S("half of the day will not do", "8", "studio 8 9:00-13:00", job="shoot", expected="resource!", earliest="9"),
    S("an hour in the studio leaves room", "8", "studio 8 9:00-10:00", job="shoot"),
    S("the studio is pencilled in all the time", "8", "studio? 2-8", job="shoot", expected="resource~"),
    S("the one free day is pencilled in", "8", "studio 2-5, studio? 8", job="shoot", expected="resource~"),
    S("a job without a shoot needs no studio", "8", "studio 2-8"),
    # live dates
    S("live after due", "8", live="9"),
    S("live on a Saturday", "8", live="13"),
    S("live on the due day", "8", live="8", expected="order"),
    S("live before due", "8", live="5", expected="order!"),
    S("a campaign that runs before it is due", "8", live="5-30", expected="order~"),
    S("each live date after its due date", "5,9", job="quick banner", live="8,10"),
    S("the last live date before the last due date", "5,12", job="quick banner", live="8,11", expected="order!"),
    S("only a live date", live="8"),
    S("only a live date, on a Saturday", live="13"),
    S("only a live date, too early", live="5", expected="lead_time"),
    S("only a live date, some time in a week", live="5-12", expected="lead_time~"),
    S(
        "only a live date, with the studio booked",
        "",
        "studio 2-8",
        live="8",
        job="shoot",
        expected="resource!",
        earliest="9",
    ),
    S("only a live date, away on the day", "", "sam 8", live="8", expected="absence", earliest="9"),
    S("only a live date, with materials a day before", live="9", job="leaflet"),
    S("only a live date, materials due too early", live="8", job="leaflet", expected="lead_time"),
    S("only a live date, materials due before a weekend", live="13", job="leaflet", received="4 10:00", earliest="11"),
    S("only a live date, away most of the time", "", "sam 2-5", live="8", expected="absence"),
    # what is past, unknown or not asked
    S("due before today", "8", now="15 10:00", expected="past!", earliest="15"),
    S("due today", "15", now="15 10:00", earliest="15"),
    S("due at noon today", "15 12:00", now="15 12:01", expected="past!", earliest="15"),
    S("due later today", "15 18:00", now="15 12:01", earliest="15"),
    S("live before today", "22", live="12", now="15 10:00", expected="past! order!", earliest="15"),
    S("no date at all"),
    S("a calendar that cannot be read", "8", failed=(NEVER,), expected="not_checked"),
    S("a calendar of an hour ago", "8", "sam 8", failed=(LAST_GOOD,), expected="absence not_checked~", earliest="9"),
)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_these_conflicts_are_raised(scenario: Scenario) -> None:
    assert scenario.kinds == scenario.expected


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_this_is_the_earliest_day(scenario: Scenario) -> None:
    assert scenario.answer().earliest == day(scenario.earliest)


def test_a_conflict_names_the_entry_behind_it_and_the_day_that_works() -> None:
    (conflict,) = S("", "8", "sam 4-8").answer().conflicts

    (evidence,) = conflict.evidence
    assert (evidence.calendar, evidence.uid, evidence.start, evidence.end) == ("team", "sam 4-8", day("4"), day("9"))
    assert (conflict.day, conflict.earliest) == (day("8"), day("9"))


def test_an_absence_on_the_day_says_from_when_to_when() -> None:
    (conflict,) = S("", "8", "sam 4-8").answer().conflicts

    assert conflict.parameters == {
        "person": "sam",
        "name": "Sam Ortiz",
        "first": day("4"),
        "last": day("8"),
        "days": 1,
        "of": 1,
        "where": "day",
    }


def test_an_absence_over_the_window_says_how_many_days_of_how_many() -> None:
    (conflict,) = S("", "9", "sam 2-4, sam 5 9:00-13:00").answer().conflicts

    told = {key: conflict.parameters[key] for key in ("first", "last", "days", "of", "where")}
    assert told == {"first": day("2"), "last": day("5"), "days": "3.5", "of": 6, "where": "window"}


def test_a_warning_that_moves_nothing_names_no_other_day() -> None:
    (conflict,) = S("", "10", "sam 2-5").answer().conflicts

    assert conflict.earliest is None


def test_too_short_a_time_says_what_is_needed_and_what_there_is() -> None:
    (conflict,) = S("", "5").answer().conflicts

    assert conflict.parameters == {"job": "banner", "needs": 5, "has": 4, "rush": day("4")}


def test_a_closure_is_named_and_evidenced() -> None:
    (conflict,) = S("", "9", "closed 9").answer().conflicts

    assert conflict.parameters == {"reason": "closure", "name": "closed 9"}
    assert [evidence.uid for evidence in conflict.evidence] == ["closed 9"]


def test_a_booked_studio_says_for_how_long() -> None:
    (conflict,) = S("", "8", "studio 2-4, studio 5-8", job="shoot").answer().conflicts

    assert conflict.parameters == {"resource": "studio", "first": day("5"), "last": day("8")}
    assert [evidence.uid for evidence in conflict.evidence] == ["studio 5-8"]


def test_a_date_with_two_readings_is_unclear() -> None:
    first, second = (DateSpan(DateKind.DUE, day(text), day(text)) for text in ("7/8", "8/7"))
    question = Question(at("1 10:00"), due=(first,), jobs=("banner",), unclear=((first, second),))

    (conflict,) = check(question, snapshot(""), RULES, at("1 10:00")).conflicts

    assert conflict.kind is ConflictKind.UNCLEAR
    assert conflict.parameters == {"first": day("7/8"), "second": day("8/7")}


def test_resources_may_be_asked_for_besides_those_of_the_kind_of_work() -> None:
    question = Question(at("1 10:00"), due=S("", "8").question.due, jobs=("banner",), needs=("STUDIO",))

    answer = check(question, snapshot("studio 2-8"), RULES, at("1 10:00"))

    assert [conflict.kind for conflict in answer.conflicts] == [ConflictKind.RESOURCE]


def test_a_calendar_that_could_not_be_read_leaves_the_answer_unchecked() -> None:
    assert [S("", "8", failed=failed).answer().checked for failed in ((), (NEVER,), (LAST_GOOD,))] == [
        True,
        False,
        False,
    ]


def test_a_day_the_calendar_does_not_reach_is_not_checked() -> None:
    far = DateSpan(DateKind.DUE, dt.date(2027, 9, 1), dt.date(2027, 9, 1))
    question = Question(at("1 10:00"), due=(far,), jobs=("banner",))

    answer = check(question, snapshot(""), RULES, at("1 10:00"))

    assert (answer.checked, answer.conflicts[0].parameters["until"]) == (False, dt.date(2027, 6, 30))


def test_without_a_calendar_lead_times_and_weekends_are_checked() -> None:
    question = S("", "6").question

    answer = check(question, empty(at("1 10:00"), ZONE), RULES, at("1 10:00"))

    assert ([conflict.kind.value for conflict in answer.conflicts], answer.checked) == (["day_off", "lead_time"], True)


def test_the_earliest_day_may_be_far_off() -> None:
    assert S("", "8", "sam 1-12/31").answer().earliest == dt.date(2027, 1, 4)


def test_no_day_within_two_years_is_no_earliest_day() -> None:
    away = replace(busy("sam 1"), end=dt.date(2029, 1, 1))
    known = replace(snapshot(""), last=dt.date(2029, 12, 31), busy=(away,))

    assert check(S("", "8").question, known, RULES, at("1 10:00")).earliest is None


def test_the_arithmetic_is_told_day_by_day() -> None:
    steps = S("", "8", "closed 3, sam 9", received="1 18:00", job="short").answer().steps

    told = [(step.kind, step.day.day, *(value for _, value in step.parameters)) for step in steps]
    assert told == [
        (StepKind.RECEIVED, 1, "2026-06-01T18:00:00+02:00", day("2")),
        (StepKind.NEEDS, 2, "short", 3, 0),
        (StepKind.SKIPPED, 3, "closure", "closed 3"),
        (StepKind.COUNTED, 4, 1),
        (StepKind.COUNTED, 5, 2),
        (StepKind.SKIPPED, 6, "weekend", ""),
        (StepKind.SKIPPED, 7, "weekend", ""),
        (StepKind.COUNTED, 8, 3),
        (StepKind.ENOUGH, 8),
        (StepKind.EARLIEST, 8),
    ]


def test_a_day_that_is_passed_over_says_why() -> None:
    steps = S("", "8", "sam 8").answer().steps

    refused = [step for step in steps if step.kind is StepKind.REFUSED]
    assert [(step.day, step.parameters) for step in refused] == [(day("8"), (("kind", "absence"),))]
