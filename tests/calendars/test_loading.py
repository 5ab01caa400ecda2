"""Reading calendars from files, through the real child process."""

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from calendars import isolation, loading
from calendars.loading import load
from calendars.settings import CalendarSettings
from calendars.snapshot import Snapshot
from tests.calendars.feeds import ics
from tests.calendars.people import PEOPLE

ZONE = ZoneInfo("Europe/Berlin")
NOW = dt.datetime(2026, 6, 1, 10, tzinfo=ZONE)
LEAVE = "UID:leave\nSUMMARY:Sam away\nDTSTART;VALUE=DATE:20260608\nDTEND;VALUE=DATE:20260610"
CLOSED = "UID:closed\nSUMMARY:Summer break\nDTSTART;VALUE=DATE:20260803\nDTEND;VALUE=DATE:20260808"


def calendar(path: Path, role: str = "absences") -> CalendarSettings:
    return CalendarSettings(name=path.stem, file=path, role=role)


def written(path: Path, entries: str) -> Path:
    path.write_bytes(ics(entries))
    return path


def loaded(*settings: CalendarSettings, now: dt.datetime = NOW, previous: Snapshot | None = None) -> Snapshot:
    return load(settings, PEOPLE, now=now, zone=ZONE, previous=previous)


@pytest.mark.smoke
@pytest.mark.zone
def test_calendars_become_one_snapshot_in_the_order_of_time(tmp_path: Path) -> None:
    team = calendar(written(tmp_path / "team.ics", f"{CLOSED}\n\nUID:2\nDTSTART;VALUE=DATE:20260901"), "closures")
    leave = calendar(written(tmp_path / "leave.ics", LEAVE))

    snapshot = loaded(team, leave)

    assert [(busy.calendar, busy.uid) for busy in snapshot.busy] == [
        ("leave", "leave"),
        ("team", "closed"),
        ("team", "2"),
    ]
    assert (snapshot.names, snapshot.as_of, snapshot.failed) == (("team", "leave"), NOW, ())


def test_an_absence_is_found_on_each_of_its_days_and_on_no_other(tmp_path: Path) -> None:
    snapshot = loaded(calendar(written(tmp_path / "leave.ics", LEAVE)))

    away = [day for day in range(7, 12) if snapshot.absences("sam", dt.date(2026, 6, day))]

    assert away == [8, 9]


def test_only_the_days_around_now_are_known(tmp_path: Path) -> None:
    daily = "UID:1\nSUMMARY:Sam\nDTSTART;VALUE=DATE:20200101\nRRULE:FREQ=DAILY"

    snapshot = loaded(calendar(written(tmp_path / "leave.ics", daily)))

    covered = [bool(snapshot.absences("sam", NOW.date() + dt.timedelta(days=days))) for days in (-61, -60, 400, 401)]
    assert covered == [False, True, True, False]
    assert (snapshot.covers(snapshot.last), snapshot.covers(snapshot.last + dt.timedelta(days=1))) == (True, False)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "there is no such file"),
        (b"", "it is empty"),
        (b"<html>", "it is not a calendar: it starts with '<html>'"),
        (ics(LEAVE)[:60], "it ends in the middle: END:VCALENDAR is missing"),
    ],
)
def test_a_calendar_that_cannot_be_read_is_named_and_the_others_are_read(
    tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    if content is not None:
        (tmp_path / "broken.ics").write_bytes(content)
    good = calendar(written(tmp_path / "leave.ics", LEAVE))

    snapshot = loaded(calendar(tmp_path / "broken.ics"), good)

    assert len(snapshot.busy) == 1
    assert [(failure.calendar, failure.sentence) for failure in snapshot.failed] == [
        ("broken", f"{tmp_path / 'broken.ics'} could not be read: {sentence}")
    ]


def test_a_folder_is_no_calendar(tmp_path: Path) -> None:
    (failure,) = loaded(calendar(tmp_path)).failed

    assert failure.sentence.endswith("it is not a file")


def test_a_calendar_over_the_limit_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "_BYTES", 100)

    (failure,) = loaded(calendar(written(tmp_path / "leave.ics", LEAVE))).failed

    assert "bytes, over the limit of 100" in failure.sentence


def test_the_last_good_copy_stays_in_use_and_says_its_age(tmp_path: Path) -> None:
    settings = calendar(written(tmp_path / "leave.ics", LEAVE))
    before = loaded(settings)
    (tmp_path / "leave.ics").write_bytes(b"")
    later = NOW + dt.timedelta(hours=1)

    after = loaded(settings, now=later, previous=loaded(settings, now=later, previous=before))

    assert after.busy == before.busy
    assert (after.failed[0].last_good, after.calendars[0].as_of, after.as_of) == (NOW, NOW, later)


def test_an_absence_that_matches_nobody_is_listed_once(tmp_path: Path) -> None:
    series = "UID:1\nSUMMARY:Zoe away\nDTSTART;VALUE=DATE:20260608\nRRULE:FREQ=DAILY;COUNT=3"

    snapshot = loaded(calendar(written(tmp_path / "leave.ics", series)))

    assert (snapshot.busy, snapshot.unmatched) == ((), ("leave: 'Zoe away' (1)",))


def test_what_is_skipped_or_guessed_is_listed_with_its_calendar(tmp_path: Path) -> None:
    odd = "UID:2\nSUMMARY:Sam\nDTSTART;TZID=HQ:20260608T090000\nDTEND;TZID=HQ:20260608T170000"

    snapshot = loaded(calendar(written(tmp_path / "leave.ics", f"UID:1\nDTSTART:soon\n\n{odd}")))

    assert [line.startswith("leave: 1: DTSTART: ") for line in snapshot.unread] == [True]
    assert snapshot.assumed == ("leave: 'Sam' (2): the time zone 'HQ' is not known, read in Europe/Berlin",)


def test_a_zone_in_the_settings_reads_floating_times(tmp_path: Path) -> None:
    path = written(tmp_path / "a.ics", "X-WR-TIMEZONE:Asia/Tokyo\n\nUID:1\nDTSTART:20260608T120000\nDURATION:PT1H")

    snapshot = loaded(CalendarSettings(name="a", file=path, time_zone="America/New_York"))

    assert snapshot.busy[0].start == dt.datetime(2026, 6, 8, 16, tzinfo=dt.UTC)


def test_an_endless_series_is_over_in_bounded_time_and_listed(tmp_path: Path) -> None:
    bomb = "UID:bomb\nDTSTART:20260601T000000Z\nDTEND:20260601T000001Z\nRRULE:FREQ=SECONDLY"

    snapshot = loaded(calendar(written(tmp_path / "leave.ics", f"{bomb}\n\n{LEAVE}")))

    assert len(snapshot.busy) == 1
    assert snapshot.unread == ("leave: bomb: it repeats too often to be worked out",)


def test_a_child_over_its_time_is_ended_and_the_calendar_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "_CAPS", isolation.Caps(wall=0))

    (failure,) = loaded(calendar(written(tmp_path / "leave.ics", LEAVE))).failed

    assert failure.sentence.endswith("could not be read: reading it took over 0 seconds")


def test_a_child_over_its_memory_is_ended_and_the_calendar_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "_CAPS", isolation.Caps(memory=40_000_000))

    large = f"{LEAVE}\nDESCRIPTION:{'x' * 20_000_000}"

    (failure,) = loaded(calendar(written(tmp_path / "leave.ics", large))).failed

    assert "could not be read: reading it broke off (MemoryError" in failure.sentence
