"""The imported list of running jobs in the running service: in force without a restart, stale when it is old."""

import datetime as dt
from pathlib import Path

import pytest

from briefs.draft import BriefValue
from briefs.findings import DateKind, DateSpan, Deliverable, Field, Origin
from briefs.jobs import RunningJob
from calendars.job_list import ReadList
from calendars.snapshot import JobList
from inbrief.build import App
from inbrief.running_jobs import KeptJobs
from notify.language import NO_BREAK
from store import briefs, conflicts
from tests.inbrief.house import NOW, a_request, agency, drop, mails, story

DUE = dt.date(2026, 6, 11)
TWO_A_DAY = {"share": 100, "agency": {"jobs_a_day": 2}, "list_days": 7}
RUNNING = (
    RunningJob("2041", "northpeak", "Zest banners", DUE, brand="zest"),
    RunningJob("2042", "", "Menu boards", DUE),
)
ASKED = "We need two posters for the Zest card by June 11. Budget is $12,000.\n"


def imported(app: App, *jobs: RunningJob, as_of: dt.datetime = NOW) -> None:
    app.desk.import_jobs(ReadList(jobs), as_of, keep=True)


def kinds(app: App, number: int) -> set[str]:
    with app.database.reading() as tx:
        return {one.conflict.kind.value for one in conflicts.open_conflicts(tx, briefs.by_number(tx, number).id)}


def test_an_import_is_in_force_without_a_restart(tmp_path: Path) -> None:
    drop(tmp_path, a_request(body=ASKED))

    with agency(tmp_path, capacity=TWO_A_DAY) as app:
        story(app)
        before = kinds(app, 1)
        imported(app, *RUNNING)
        app.refresh_calendars()

        assert (before, kinds(app, 1)) == ({"not_checked"}, {"capacity", "same_client"})


def test_the_summary_says_of_when_a_stale_list_is(tmp_path: Path) -> None:
    drop(tmp_path, a_request(body=ASKED))

    with agency(tmp_path, capacity=TWO_A_DAY) as app:
        imported(app, *RUNNING, as_of=NOW - dt.timedelta(days=8))
        story(app)

    text = mails(tmp_path)[0].get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "Capacity not checked: job list of February 23." in " ".join(text.replace(NO_BREAK, " ").split())


@pytest.mark.parametrize(("number", "expected"), [(None, {"capacity", "same_client"}), ("2041", set())])
def test_a_job_on_the_list_is_not_counted_against_itself(
    tmp_path: Path, number: str | None, expected: set[str]
) -> None:
    values = (
        BriefValue(Field.DATE, DateSpan(DateKind.DUE, DUE, DUE), Origin.FOUND),
        BriefValue(Field.DELIVERABLE, Deliverable("poster", 2, "poster"), Origin.FOUND),
    )

    with agency(tmp_path, capacity=TWO_A_DAY) as app:
        imported(app, *RUNNING)
        client = app.directory.client("northpeak")
        owner = app.directory.intake_person
        answer = app.timing.check(values, client, owner, NOW, NOW, brand="zest", number=number)

    assert {conflict.kind.value for conflict in answer.conflicts} == expected


def test_a_list_grows_stale_and_stays_the_same_until_something_changes(tmp_path: Path) -> None:
    with agency(tmp_path) as app:
        kept = KeptJobs(app.database, list_days=7)
        none = kept(NOW)
        imported(app, *RUNNING)
        fresh, again = kept(NOW), kept(NOW + dt.timedelta(days=7))
        old = kept(NOW + dt.timedelta(days=7, seconds=1))
        imported(app, as_of=NOW)
        emptied = kept(NOW)

    assert none is None
    assert fresh == JobList(NOW, RUNNING)
    assert again is fresh
    assert old == JobList(NOW, RUNNING, stale=True)
    assert emptied == JobList(NOW)
