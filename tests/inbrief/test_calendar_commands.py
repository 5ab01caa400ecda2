"""`inbrief calendar` as traffic meets it: files or settings in, one JSON object a line out."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from notify.language import NO_BREAK
from tests.calendars.feeds import ics
from tests.inbrief.house import settings
from tests.inbrief.test_commands import inbrief, lines

WEEKLY = """
    UID:standup
    DTSTART:20260302T090000
    DTEND:20260302T100000
    RRULE:FREQ=WEEKLY;COUNT=3
    SUMMARY:Stand-up

    UID:leave
    DTSTART;VALUE=DATE:20260305
    STATUS:TENTATIVE
    SUMMARY:Leave Ana

    UID:moment
    DTSTART:20260306T100000Z
    SUMMARY:Post goes live

    UID:broken
    DTSTART:20269999T100000Z
    SUMMARY:Broken
"""


def busy(*arguments: str | Path) -> list[dict[str, object]]:
    done = inbrief("calendar", "busy", "--json", *arguments)
    assert done.returncode == 0, done.stderr
    return lines(done)


def a_file(folder: Path, entries: str = WEEKLY, name: str = "one.ics") -> Path:
    path = folder / name
    path.write_bytes(ics(entries))
    return path


def test_a_file_needs_no_settings(tmp_path: Path) -> None:
    file = a_file(tmp_path)
    window = ("--from", "2026-03-01T00:00:00Z", "--to", "2026-03-16T08:00:00Z", "--zone", "Europe/Berlin")

    found = busy("--calendar", file, *window)

    assert [(line["start"], line["end"], line["uid"], line["tentative"]) for line in found] == [
        ("2026-03-02T08:00:00Z", "2026-03-02T09:00:00Z", "standup", False),
        ("2026-03-04T23:00:00Z", "2026-03-05T23:00:00Z", "leave", True),
        ("2026-03-09T08:00:00Z", "2026-03-09T09:00:00Z", "standup", False),
    ]
    assert {line["calendar"] for line in found} == {str(file)}


def test_the_window_is_half_open_and_nothing_is_clipped(tmp_path: Path) -> None:
    file = a_file(tmp_path)

    def uids(start: str, end: str) -> list[object]:
        return [line["uid"] for line in busy("--calendar", file, "--from", start, "--to", end, "--zone", "UTC")]

    assert uids("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z") == []  # it ends as the window begins
    assert uids("2026-03-02T08:00:00Z", "2026-03-02T09:00:00Z") == []  # it begins as the window ends
    assert uids("2026-03-02T09:59:00Z", "2026-03-02T11:00:00Z") == ["standup"]


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    whole, missing = a_file(tmp_path), tmp_path / "none.ics"
    done = inbrief(
        *("calendar", "busy", "--json", "--calendar", whole, "--calendar", missing),
        *("--from", "2026-03-02T00:00:00Z", "--to", "2026-03-03T00:00:00Z"),
    )

    assert [line["uid"] for line in lines(done)] == ["standup"]
    assert done.returncode == 65
    assert "'Broken' (broken)" in done.stderr
    assert "there is no such file" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--from", "yesterday", "--to", "2026-03-02T00:00:00Z"), "expected an instant such as"),
        (("--from", "2026-03-02T00:00:00Z", "--to", "2026-03-02T00:00:00Z"), "expected an instant after --from"),
        (("--from", "2026-03-01", "--to", "2026-03-02", "--zone", "Mars/Olympus"), "expected an IANA time zone"),
    ],
)
def test_a_wrong_window_is_refused(tmp_path: Path, arguments: tuple[str, ...], sentence: str) -> None:
    done = inbrief("calendar", "busy", "--calendar", a_file(tmp_path), *arguments, COLUMNS="200")

    assert done.returncode == 2
    assert sentence in done.stderr


def check(config: Path, *arguments: str) -> dict[str, Any]:
    done = inbrief("calendar", "check", "--json", "--config", config, *arguments)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Ana, who looks after Northpeak, is away on 8 to 10 June."""
    leave = ics("""
        UID:leave-1
        DTSTART;VALUE=DATE:20260608
        DTEND;VALUE=DATE:20260611
        SUMMARY:Ana Lund on leave
    """)
    config = settings(tmp_path)
    given = yaml.safe_load(config.read_text())
    (tmp_path / "leave.ics").write_bytes(leave)
    given["calendars"] = [{"name": "leave", "file": "leave.ics", "role": "absences"}]
    config.write_text(yaml.safe_dump(given))
    return config


def test_a_day_is_held_against_calendars_and_tables(house: Path) -> None:
    received = ("--job", "banner", "--received", "2026-06-01T10:00:00-04:00")

    answer = check(house, "--due", "2026-06-09", *received, "--client", "northpeak")

    assert (answer["checked"], answer["earliest"]) == (True, "2026-06-11")
    (conflict,) = answer["conflicts"]
    assert {key: conflict[key] for key in ("kind", "severity", "calendar", "uid", "start", "end")} == {
        "kind": "absence",
        "severity": "medium",
        "calendar": "leave",
        "uid": "leave-1",
        "start": "2026-06-08",
        "end": "2026-06-11",
    }
    assert conflict["sentence"] == f"Ana Lund is away June{NO_BREAK}8–10."
    assert not (house.parent / "var" / "inbrief.db").exists()


def test_an_unknown_client_is_refused(house: Path) -> None:
    done = inbrief(
        *("calendar", "check", "--config", house, "--due", "2026-06-09", "--job", "banner"),
        *("--received", "2026-06-01T10:00:00Z", "--client", "nobody"),
        COLUMNS="200",
    )

    assert done.returncode == 2
    assert "'nobody' is no client of the settings (northpeak)" in done.stderr
