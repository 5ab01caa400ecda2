import datetime as dt
import email
import email.policy
import re
from email.utils import parsedate_to_datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest

from inbrief.demo import prepare, render
from inbrief.sample_days import SampleDays

ROOT = Path(__file__).parents[2]
MAILS = sorted((ROOT / "samples" / "intake").glob("*.eml.j2"))
NEW_YORK = ZoneInfo("America/New_York")
NOW = dt.datetime(2026, 6, 3, 15, 0, tzinfo=dt.UTC)  # a Wednesday


def demo_in(folder: Path, now: dt.datetime = NOW) -> tuple[Path, ...]:
    return prepare(
        mails=ROOT / "samples" / "intake",
        calendar=ROOT / "samples" / "team.ics.j2",
        mails_into=folder / "var" / "intake",
        calendar_into=folder / "var" / "team.ics",
        now=now,
        zone=NEW_YORK,
    )


def test_the_first_start_fills_the_intake_and_the_calendar(tmp_path: Path) -> None:
    written = demo_in(tmp_path)

    assert len(written) == 1 + len(MAILS)
    assert all(path.is_file() for path in written)


def test_the_second_start_writes_nothing(tmp_path: Path) -> None:
    demo_in(tmp_path)

    assert demo_in(tmp_path, NOW + dt.timedelta(days=3)) == ()


def test_an_intake_that_was_emptied_stays_empty(tmp_path: Path) -> None:
    (tmp_path / "var" / "intake").mkdir(parents=True)

    assert demo_in(tmp_path) == (tmp_path / "var" / "team.ics",)


def test_nothing_unfinished_is_left_behind(tmp_path: Path) -> None:
    demo_in(tmp_path)

    assert {path.name for path in (tmp_path / "var").iterdir()} == {"intake", "team.ics"}
    assert not list((tmp_path / "var" / "intake").glob(".*"))


@pytest.mark.parametrize("template", MAILS, ids=lambda path: path.name)
def test_a_sample_is_a_mail_without_defects(template: Path) -> None:
    message = email.message_from_bytes(render(template, SampleDays(NOW.date(), NEW_YORK)), policy=email.policy.default)

    assert [defect for part in message.walk() for defect in part.defects] == []
    assert message["From"].addresses[0].domain.endswith(".example")
    assert all(part.get_content() for part in message.walk() if part.get_content_maintype() == "text")


@pytest.mark.parametrize("template", MAILS, ids=lambda path: path.name)
def test_a_sample_names_no_host_outside_example(template: Path) -> None:
    hosts = set(re.findall(r"(?:@|//)([a-z0-9-]+(?:\.[a-z0-9-]+)+)", template.read_text(encoding="utf-8")))

    assert {host for host in hosts if not host.endswith(".example")} <= {"www.w3.org"}


def test_mails_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    mails = [path for path in demo_in(tmp_path) if path.suffix == ".eml"]

    times = [path.stat().st_mtime for path in mails]
    assert times == sorted(times)


@pytest.mark.parametrize("day", range(0, 400, 29))
def test_mails_came_in_on_the_last_two_working_days(day: int) -> None:
    now = NOW + dt.timedelta(days=day)
    days = SampleDays(now.astimezone(NEW_YORK).date(), NEW_YORK)

    for template in MAILS:
        sent = parsedate_to_datetime(email.message_from_bytes(render(template, days))["Date"])
        assert sent < now
        assert sent.astimezone(NEW_YORK).date() in {days.workday(-1), days.workday(-2)}


def test_the_calendar_can_be_read() -> None:
    calendar = icalendar.Calendar.from_ical(render(ROOT / "samples" / "team.ics.j2", SampleDays(NOW.date(), NEW_YORK)))

    assert {str(event["SUMMARY"]) for event in calendar.walk("VEVENT")} >= {
        "Sam Ortiz - leave",
        "Agency closed: offsite",
    }
    assert [event.errors for event in calendar.walk("VEVENT") if event.errors] == []


def test_a_working_day_is_neither_at_the_weekend_nor_a_public_holiday() -> None:
    before_independence_day = SampleDays(dt.date(2026, 7, 1), NEW_YORK)

    assert before_independence_day.workday(1) == dt.date(2026, 7, 2)
    assert before_independence_day.workday(2) == dt.date(2026, 7, 6)  # Friday the 3rd is the day off for the 4th
    assert before_independence_day.workday(-1) == dt.date(2026, 6, 30)


def test_saturdays_are_counted_from_this_week() -> None:
    assert SampleDays(dt.date(2026, 6, 3), NEW_YORK).saturday(1) == dt.date(2026, 6, 13)
    assert SampleDays(dt.date(2026, 6, 7), NEW_YORK).saturday(1) == dt.date(2026, 6, 13)


def test_an_ambiguous_day_is_in_the_future_either_way() -> None:
    for number in range(400):
        days = SampleDays(dt.date(2026, 1, 1) + dt.timedelta(number), NEW_YORK)
        closed = days.workday(24)

        found = days.ambiguous(14, other_than=closed)

        assert closed != found >= days.workday(14)
        assert found.replace(month=found.day, day=found.month) > found
