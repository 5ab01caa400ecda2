"""`inbrief jobs` as traffic meets it: the list comes in, days are held against it, and it grows old."""

import datetime as dt
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from inbrief.clock import system_clock
from notify.language import NO_BREAK
from tests.inbrief.house import settings
from tests.inbrief.test_commands import inbrief, lines

LIST = """Job No;Client;Title;Kind;Department;Due;Hours;Status
1;Northpeak Bank;Zest banners;Banner;Creative;2026-06-08;7,5;open
2;Acme;Menu boards;signage;Creative;06/08/2026;12;in progress
3;Zest;Leaflet;flyer;Creative;2026-06-10;3;on hold
"""
BANNER = ("--job", "banner", "--received", "2026-06-01T10:00:00-04:00", "--client", "northpeak")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """No more than two jobs a day may be due of creative; the list holds for thirty days."""
    folder = tmp_path_factory.mktemp("made")
    config = settings(folder)
    given = yaml.safe_load(config.read_text())
    given["capacity"] = {"share": 100, "departments": {"creative": {"jobs_a_day": 2}}, "list_days": 30}
    given["jobs"] = {"banner": {"roles": ["creative"]}}
    given["calendars"] = []
    config.write_text(yaml.safe_dump(given))
    assert inbrief("db", "upgrade", "--config", config).returncode == 0
    return folder


@pytest.fixture
def house(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path, dirs_exist_ok=True) / "config.yaml"


def listed(house: Path, text: str) -> Path:
    file = house.parent / "jobs.csv"
    file.write_text(text, encoding="utf-8")
    return file


def imported(house: Path, text: str, *arguments: str, code: int = 0) -> list[dict[str, Any]]:
    done = inbrief("jobs", "import", listed(house, text), "--json", "--config", house, *arguments)
    assert done.returncode == code, done.stderr
    return lines(done)


def checked(house: Path, due: str, *arguments: str) -> dict[str, Any]:
    done = inbrief("calendar", "check", "--json", "--config", house, "--due", due, *BANNER, *arguments)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def kinds(answer: dict[str, Any]) -> list[str]:
    return [conflict["kind"] for conflict in answer["conflicts"]]


def test_days_are_held_against_the_imported_list_until_it_is_old(house: Path) -> None:
    before = checked(house, "2026-06-08")
    told = imported(house, LIST, "--as-of", "2026-05-20T09:00:00-04:00")
    full = checked(house, "2026-06-08")
    moved = imported(house, LIST.replace("06/08/2026", "2026-06-11"), "--as-of", "2026-05-20T09:00:00-04:00")
    free = checked(house, "2026-06-08")
    imported(house, LIST, "--as-of", "2026-04-01T09:00:00-04:00")
    old = checked(house, "2026-06-08")

    assert (kinds(before), before["checked"]) == (["not_checked"], False)
    assert before["conflicts"][0]["sentence"] == "Capacity not checked: there is no job list."
    assert [line["change"] for line in told] == ["new", "new", "new", "doubt", "doubt", "list"]
    assert (kinds(full), full["checked"], full["earliest"]) == (["capacity", "same_client"], True, "2026-06-09")
    assert [line["change"] for line in moved] == ["changed", "doubt", "list"]
    assert (kinds(free), free["earliest"]) == (["same_client"], "2026-06-08")
    assert (kinds(old), old["checked"]) == (["not_checked"], False)
    sentence = old["conflicts"][0]["sentence"].replace(NO_BREAK, " ")
    assert sentence == "Capacity not checked: job list of April 1."


def test_the_same_file_again_changes_nothing_and_is_known_to_be_newer(house: Path) -> None:
    imported(house, LIST, "--as-of", "2026-05-20")
    (*_, again) = imported(house, LIST)

    assert {key: again[key] for key in ("jobs", "new", "changed", "gone", "bad")} == {
        "jobs": 3,
        "new": 0,
        "changed": 0,
        "gone": 0,
        "bad": 0,
    }
    assert dt.datetime.fromisoformat(again["as_of"]) <= system_clock()


def test_a_dry_run_shows_what_would_change_and_keeps_nothing(house: Path) -> None:
    imported(house, LIST)
    shorter = "\n".join(line for line in LIST.splitlines() if not line.startswith("3;"))

    first = imported(house, shorter, "--dry-run")

    assert [(line["change"], line.get("number")) for line in first if line["change"] != "doubt"] == [
        ("gone", "3"),
        ("list", None),
    ]
    assert first[-1]["kept"] is False
    assert imported(house, LIST)[-1]["new"] == 0


def test_bad_lines_are_named_and_leave_their_jobs_as_they_were(house: Path) -> None:
    imported(house, LIST)

    done = inbrief("jobs", "import", listed(house, LIST.replace("2026-06-10", "soon")), "--config", house)

    assert done.returncode == 65
    assert "line 4: expected a day such as 2026-06-03, got 'soon'; left out" in done.stderr
    assert "3 jobs: 0 new, 0 changed, 0 gone, 1 lines left out." in done.stdout


def test_a_file_that_is_no_list_leaves_the_one_before(house: Path) -> None:
    imported(house, LIST)

    done = inbrief("jobs", "import", listed(house, "title\nBanners\n"), "--config", house)

    assert done.returncode == 65
    assert "number and due cannot be missing" in done.stderr
    assert imported(house, LIST, "--dry-run")[-1]["new"] == 0


def test_a_file_that_is_not_there_is_named(house: Path) -> None:
    done = inbrief("jobs", "import", house.parent / "none.csv", "--config", house)

    assert (done.returncode, "none.csv: there is no such file" in done.stderr) == (66, True)


def test_check_says_how_old_the_list_is(house: Path) -> None:
    def line() -> str:
        done = inbrief("check", "--config", house)
        return next(each for each in done.stdout.splitlines() if "job list" in each)

    none = line()
    imported(house, LIST)
    fresh = line()
    imported(house, LIST, "--as-of", "2026-01-05T12:00")
    old = line()

    assert (
        none == "✗ job list: capacity is set and there is no list of jobs; bring a newer one: inbrief jobs import FILE"
    )
    assert fresh.startswith("✓ job list: 3 jobs as of")
    assert fresh.endswith("0 days old")
    assert old.startswith("✗ job list: 3 jobs as of 05 Jan 2026 12:00")
    assert "over capacity.list_days (30), bring a newer one: inbrief jobs import FILE" in old


def test_the_template_is_read_as_it_stands(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    config = tmp_path / "config.yaml"
    config.write_bytes((root / "config.yaml").read_bytes())
    assert inbrief("db", "upgrade", "--config", config).returncode == 0

    done = inbrief("jobs", "import", root / "samples" / "jobs.csv", "--json", "--config", config)

    assert (done.returncode, done.stderr) == (0, "")
    found = [(line["client"], line["brand"], line["minutes"], line["state"]) for line in lines(done)[:-1]]
    assert found == [
        ("northpeak", "zest", 450, "open"),
        ("copperline", "", 1440, "open"),
        ("fernhollow", "meadow", 360, "on_hold"),
        ("kestrel", "", 2400, "open"),
        ("stbrendans", "", 0, "done"),
    ]


def test_the_table_of_kinds_is_shown_as_in_force(house: Path) -> None:
    done = inbrief("jobs", "kinds", "--json", "--config", house)

    shown = {str(line["id"]): line for line in lines(done)}
    assert (shown["banner"]["roles"], shown["banner"]["after"]) == (["creative"], 3)
    assert (shown["brochure"]["lead_time"], shown["brochure"]["after_included"]) == (23, True)
