"""Where a pass begins."""

import datetime as dt

from briefs.messages import Cursor
from ingest.position import Course, plan

NOW = dt.datetime(2026, 3, 2, 9, 0, 0, 500_000, tzinfo=dt.UTC)
FIRST = dt.datetime(2026, 2, 1, 9, 0, tzinfo=dt.UTC)


def test_first_contact_with_since_now_starts_behind_the_highest() -> None:
    assert plan(None, 7, 40, "now", NOW) == Course(after=40, known=False, since=NOW)


def test_first_contact_with_since_all_starts_at_the_beginning() -> None:
    assert plan(None, 7, 40, "all", NOW) == Course(after=0, known=False, since=None)


def test_first_contact_with_an_instant_looks_at_all_that_arrived_since() -> None:
    assert plan(None, 7, 40, FIRST, NOW) == Course(after=0, known=False, since=FIRST)


def test_a_known_folder_goes_on_behind_its_position() -> None:
    assert plan(Cursor("intake", "INBOX", 7, 33, FIRST), 7, 40, "now", NOW) == Course(33, known=True, since=FIRST)


def test_uids_that_started_over_are_read_from_the_beginning_but_not_what_is_older_than_first_contact() -> None:
    assert plan(Cursor("intake", "INBOX", 6, 33, FIRST), 7, 40, "now", NOW) == Course(0, known=False, since=FIRST)


def test_mail_of_the_second_of_first_contact_is_wanted() -> None:
    assert Course(0, known=False, since=NOW).wants(NOW.replace(microsecond=0))


def test_on_known_ground_the_time_of_arrival_does_not_matter() -> None:
    assert Course(33, known=True, since=NOW).wants(FIRST)
