"""docs/calendar.md shows settings that work."""

import re
from pathlib import Path

import yaml

from briefs.conflicts import ConflictKind
from briefs.jobs import DEFAULT_JOBS
from calendars.settings import CalendarSettings, JobSettings, merged
from inbrief.config import AgencySettings

PAGE = (Path(__file__).parents[2] / "docs" / "calendar.md").read_text(encoding="utf-8")


def test_the_settings_shown_are_read_as_they_stand() -> None:
    shown = yaml.safe_load(re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[0])

    calendars = [CalendarSettings.model_validate(calendar) for calendar in shown["calendars"]]
    jobs = merged({id: JobSettings.model_validate(job) for id, job in shown["jobs"].items()}, DEFAULT_JOBS)
    rest = {"name": "Brightwater", "domains": ["brightwater.example"], "intake_owner": "ana"}
    agency = AgencySettings.model_validate(rest | shown["agency"])

    assert [calendar.name for calendar in calendars] == ["team", "leave", "ana", "studio"]
    assert (jobs["jingle"].rush, agency.time_zone) == (5, "America/New_York")


def test_every_key_of_a_calendar_is_explained() -> None:
    table = PAGE.partition("| key of a calendar |")[2].partition("\n\n")[0]

    explained = set(re.findall(r"`(\w+)`", table))
    assert set(CalendarSettings.model_fields) <= explained


def test_every_conflict_that_is_raised_is_explained() -> None:
    table = PAGE.partition("| conflict |")[2].partition("\n\n")[0]

    explained = set(re.findall(r"^\| `(\w+)` \| ", table, re.MULTILINE))
    assert explained == {kind.value for kind in ConflictKind}


def test_every_key_of_a_kind_of_job_is_explained() -> None:
    table = PAGE.partition("| key of a kind of job |")[2].partition("\n\n")[0]

    assert set(JobSettings.model_fields) <= set(re.findall(r"`(\w+)`", table))
