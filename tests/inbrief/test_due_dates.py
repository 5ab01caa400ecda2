"""Due dates held by the command against a config.yaml and calendars made for each, and counted again by numpy."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from inbrief.cli.calendar import app
from tests.inbrief.due_dates import SCENARIOS, Scenario
from tests.inbrief.test_commands import inbrief

_MARKS = {"low": "~", "medium": "", "high": "!"}


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_what_the_command_says_of_a_due_date(scenario: Scenario, tmp_path: Path) -> None:
    config = scenario.write(tmp_path)

    done = CliRunner().invoke(app, ["check", *scenario.arguments(), "--config", str(config)])

    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout.strip().splitlines()[-1])
    kinds = " ".join(each["kind"] + _MARKS[each["severity"]] for each in told["conflicts"])
    assert (kinds, told["earliest"]) == (scenario.expected, scenario.earliest)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_numpy_counts_to_the_same_earliest_day(scenario: Scenario) -> None:
    assert scenario.by_numpy() == scenario.earliest


@pytest.mark.parametrize("name", ["one day short", "the account executive is away", "the studio is booked"])
def test_the_installed_command_says_the_same(name: str, tmp_path: Path) -> None:
    scenario = next(each for each in SCENARIOS if each.name == name)

    done = inbrief("calendar", "check", *scenario.arguments(), "--config", scenario.write(tmp_path))

    told = json.loads(done.stdout)
    kinds = " ".join(each["kind"] + _MARKS[each["severity"]] for each in told["conflicts"])
    assert (kinds, told["earliest"]) == (scenario.expected, scenario.earliest)
