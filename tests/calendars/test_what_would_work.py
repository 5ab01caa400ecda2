"""Capacity, other jobs, departments, clients' calendars; what would work instead, and the way back."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest

from briefs.conflicts import Conflict, ConflictKind, Severity
from briefs.jobs import Approval, CopyDate, JobKind, JobState, RunningJob, WorkStep
from briefs.options import OptionKind
from briefs.roles import Person, Role
from calendars.feasibility import check
from calendars.question import Answer, Question
from calendars.rules import Full, Rules
from calendars.snapshot import Busy, BusyKind, JobList, Snapshot
from calendars.workback import steps_of
from tests.calendars.people import JON
from tests.calendars.scenarios import OFFICE, RULES, Scenario, at, day, snapshot

MIA = Person("mia", "Mia Voss", ("mia@agency.example",), frozenset({Role.CREATIVE}))
BEN = Person("ben", "Ben Aoki", ("ben@agency.example",), frozenset({Role.CREATIVE}))
DRAWN = JobKind("drawn", 5, 3, roles=("creative",))
BANNER = Scenario("", "8").question


def running(number: str, due: str, **told: object) -> RunningJob:
    return replace(RunningJob(number, "northpeak", f"Job {number}", day(due)), **told)  # type: ignore[arg-type]


def held(calendar: str = "", *jobs: RunningJob, stale: bool = False) -> Snapshot:
    return replace(snapshot(calendar), jobs=JobList(at("1 8:00"), jobs, stale))


def answer(question: Question, known: Snapshot, rules: Rules = RULES) -> Answer:
    return check(question, known, rules, at("1 10:00"))


def kinds(found: Answer) -> list[str]:
    return [conflict.kind.value for conflict in found.conflicts]


def full(department: str = "", **most: int) -> Rules:
    bounds = Full(department, **{bound: Fraction(value) for bound, value in most.items()})
    return Rules(OFFICE, {**RULES.jobs, "drawn": DRAWN}, (bounds,))


def test_a_day_that_is_full_moves_the_earliest() -> None:
    known = held("", running("1", "8"), running("2", "8"))

    found = answer(BANNER, known, full(jobs_a_day=2))

    (conflict,) = found.conflicts
    assert (conflict.kind, found.earliest) == (ConflictKind.CAPACITY, day("9"))
    assert conflict.parameters == {"department": "", "unit": "jobs", "span": "day", "due": 3, "of": 2}
    assert kinds(answer(BANNER, known, full(jobs_a_day=3))) == []


def test_a_week_that_is_full_moves_the_earliest_to_the_next() -> None:
    known = held("", running("1", "9"), running("2", "12"))

    assert answer(BANNER, known, full(jobs_a_week=2)).earliest == day("15")


def test_hours_that_are_taken_leave_no_room() -> None:
    known = held("", running("1", "8", minutes=300), running("2", "8", minutes=180))

    assert kinds(answer(BANNER, known, full(minutes_a_day=480))) == ["capacity"]
    assert kinds(answer(BANNER, known, full(minutes_a_day=481))) == []


@pytest.mark.parametrize(
    "job",
    [
        running("1", "8", state=JobState.DONE),
        running("1", "8", state=JobState.ON_HOLD),
        running("1", "9"),
        running("1", "8", department="media"),
    ],
    ids=["done", "on hold", "another day", "another department"],
)
def test_jobs_that_take_no_room(job: RunningJob) -> None:
    question = replace(BANNER, jobs=("drawn",))

    assert "capacity" not in kinds(answer(question, held("", job), full("creative", jobs_a_day=1)))


def test_the_job_itself_takes_no_room_twice() -> None:
    question = replace(BANNER, number="1")

    assert kinds(answer(question, held("", running("1", "8")), full(jobs_a_day=1))) == []


def test_a_departments_bound_is_none_of_other_work() -> None:
    known = held("", running("1", "8", department="creative"))

    assert kinds(answer(BANNER, known, full("creative", jobs_a_day=1))) == []
    assert kinds(answer(replace(BANNER, jobs=("drawn",)), known, full("creative", jobs_a_day=1))) == ["capacity"]


def test_another_job_of_the_client_is_worth_knowing_and_moves_nothing() -> None:
    question = replace(BANNER, client="northpeak", brand="zest")
    same, other = running("1", "8"), running("2", "8", brand="mild")

    found = answer(question, held("", same, other))

    assert [(one.kind, one.severity, one.parameters["job"]) for one in found.conflicts] == [
        (ConflictKind.SAME_CLIENT, Severity.LOW, "1")
    ]
    assert found.earliest == day("8")


def test_an_old_job_list_is_said_and_not_used() -> None:
    found = answer(replace(BANNER, client="northpeak"), held("", running("1", "8"), stale=True), full(jobs_a_day=1))

    (conflict,) = found.conflicts
    assert (conflict.kind, found.checked) == (ConflictKind.NOT_CHECKED, False)
    assert conflict.parameters == {"list": "jobs", "since": at("1 8:00").isoformat()}


def test_capacity_without_any_list_is_not_checked() -> None:
    assert kinds(answer(BANNER, snapshot(""), full(jobs_a_day=1))) == ["not_checked"]
    assert kinds(answer(BANNER, snapshot(""))) == []


def test_an_open_approval_is_raised_close_to_the_release_only() -> None:
    waiting = (Approval("legal", "claims"),)
    quick = replace(BANNER, jobs=("quick",), approvals=waiting)

    def raised(due: str) -> list[str]:
        return kinds(answer(replace(quick, due=Scenario("", due).question.due), snapshot("")))

    assert (raised("3"), raised("4")) == (["approval"], [])


def test_one_of_a_department_is_enough_before_anybody_is_assigned() -> None:
    question = replace(BANNER, jobs=("drawn",), people=(), pools={"creative": (MIA, BEN)})
    rules = Rules(OFFICE, {"drawn": DRAWN})

    assert kinds(answer(question, snapshot("mia 8"), rules)) == []
    found = answer(question, snapshot("mia 8-9, ben 8"), rules)
    (conflict,) = found.conflicts
    assert (conflict.kind, conflict.parameters["department"], found.earliest) == (
        ConflictKind.ABSENCE,
        "creative",
        day("9"),
    )


def test_a_day_on_which_the_client_does_not_work() -> None:
    off = Busy(day("8"), day("9"), BusyKind.CLIENT, "theirs", "1", "Works outing", client="northpeak")
    known = replace(snapshot(""), busy=(off,))

    found = answer(replace(BANNER, client="northpeak"), known)

    (conflict,) = found.conflicts
    assert (conflict.kind, conflict.parameters["reason"], found.earliest) == (
        ConflictKind.DAY_OFF,
        "client_closed",
        day("9"),
    )
    assert kinds(answer(replace(BANNER, client="kestrel"), known)) == []


def test_a_kind_that_is_switched_off_neither_shows_nor_moves() -> None:
    rules = replace(RULES, severities={ConflictKind.ABSENCE: None})

    found = answer(BANNER, snapshot("sam 8, sam? 8"), rules)

    assert (kinds(found), found.earliest) == ([], day("8"))


def test_a_kind_counts_as_much_as_the_agency_says() -> None:
    rules = replace(RULES, severities={ConflictKind.ABSENCE: Severity.HIGH})

    (firm,) = answer(BANNER, snapshot("sam 8"), rules).conflicts
    (pencilled,) = answer(BANNER, snapshot("sam? 8"), rules).conflicts

    assert (firm.severity, pencilled.severity) == (Severity.HIGH, Severity.LOW)


def test_a_supposed_deadline_says_that_it_is() -> None:
    (conflict,) = Scenario("", live="8", job="leaflet").answer().conflicts

    assert (conflict.day, conflict.parameters["supposed"], conflict.parameters["live"]) == (day("5"), 1, day("8"))


def told(found: Answer) -> list[tuple[str, dt.date]]:
    return [(option.kind.value, option.day) for option in found.options]


def test_what_works_as_asked_needs_no_options() -> None:
    assert Scenario("", "8").answer().options == ()


def test_a_rush_comes_before_a_later_day() -> None:
    assert told(Scenario("", "4").answer()) == [("rush", day("4")), ("later", day("8"))]


def test_fewer_rounds_of_review_may_save_the_day() -> None:
    rules = Rules(OFFICE, {"film": JobKind("film", 8, 8, rounds=2)})

    found = answer(replace(BANNER, jobs=("film",)), snapshot(""), rules)

    (option, later) = found.options
    assert (option.kind, option.day, option.parameters) == (OptionKind.FEWER_ROUNDS, day("8"), (("rounds", 1),))
    assert (later.kind, later.day) == (OptionKind.LATER, day("11"))


def test_a_colleague_may_do_it_on_the_day() -> None:
    question = replace(BANNER, colleagues={"sam": (JON,)})

    found = answer(question, snapshot("sam 8"))

    assert told(found) == [("person", day("8")), ("later", day("9"))]
    assert told(answer(question, snapshot("sam 8, jon 8"))) == [("later", day("9"))]


def test_a_booked_studio_is_free_on_another_day() -> None:
    found = Scenario("", "8", "studio 8-9", job="shoot").answer()

    assert told(found) == [("free_day", day("10"))]


@pytest.mark.parametrize(("due", "calendar"), [("3", "sam 4-5"), ("8", "sam 8-9"), ("6", "closed 8"), ("5", "")])
def test_every_option_is_a_day_on_which_nothing_that_moves_it_stands(due: str, calendar: str) -> None:
    found = Scenario("", due, calendar).answer().options

    assert found
    for option in found:
        rush = option.kind is OptionKind.RUSH
        again = Scenario("", str(option.day.day), calendar, rush=rush).answer()
        assert not [conflict for conflict in again.conflicts if _moves(conflict)]


def _moves(conflict: Conflict) -> bool:
    return conflict.severity > Severity.LOW and conflict.parameters.get("where") != "window"


def test_the_latest_start_is_the_last_day_zero_that_leaves_the_lead_time() -> None:
    assert Scenario("", "8").answer().latest_start == day("1")
    assert Scenario("", "12").answer().latest_start == day("5")


def test_the_steps_add_up_to_the_lead_time() -> None:
    for length in range(80):
        assert sum(step.days for step in steps_of(JobKind("x", length, length, rounds=2), length)) == length


def test_the_agencys_own_steps_are_kept() -> None:
    own = (WorkStep("draft", 2, "creative"), WorkStep("review", 2), WorkStep("final", 1))

    assert steps_of(JobKind("x", 5, 3, steps=own), 5) == own
    assert [step.days for step in steps_of(JobKind("x", 5, 3, steps=own), 3)] == [1, 1, 1]


def test_the_workback_ends_on_the_due_day_and_passes_over_days_off_and_a_department_away() -> None:
    own = (WorkStep("draft", 2, "creative"), WorkStep("review", 2), WorkStep("final", 1))
    rules = Rules(OFFICE, {"x": JobKind("x", 5, 3, steps=own)})
    question = replace(BANNER, jobs=("x",), departments={"creative": (MIA, BEN)})

    found = answer(question, snapshot("mia 2, ben 2-3, closed 4"), rules)

    assert [(stage.step, stage.first, stage.last) for stage in found.workback] == [
        ("draft", day("5/29"), day("1")),
        ("review", day("3"), day("5")),
        ("final", day("8"), day("8")),
    ]


def test_the_nearest_days_before_and_after_are_both_named() -> None:
    assert told(Scenario("", "12", "sam 11-12").answer()) == [("earlier", day("8")), ("later", day("15"))]


def test_a_day_that_does_not_fit_a_mediums_copy_date_is_in_the_wrong_order() -> None:
    def raised(due: str, live: str) -> list[str]:
        question = replace(Scenario("", due, live=live).question, copy_dates=(CopyDate("Trade Weekly", day("10")),))
        return [
            str(conflict.parameters.get("due") or conflict.parameters["live"])
            for conflict in answer(question, snapshot("")).conflicts
        ]

    assert raised("10", "12") == []
    assert raised("11", "12") == ["2026-06-11"]
    assert raised("8", "9") == ["2026-06-09"]
