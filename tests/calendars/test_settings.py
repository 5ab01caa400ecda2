"""The settings of the calendar: what is read, and the sentence for what is not."""

from typing import Any

import pytest
from pydantic import ValidationError

from briefs.jobs import DEFAULT_JOBS, JobKind
from calendars.settings import CalendarSettings, HoldsSettings, JobSettings, merged


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        (
            {"file": "a.ics", "url": "https://calendar.example/a.ics"},
            "expected one of file, url or caldav, got file and",
        ),
        ({}, "expected one of file, url or caldav, got none"),
        ({"caldav": "calendar.example"}, "caldav: expected an address that begins with https://"),
        ({"url": "https://ana:secret@calendar.example/a.ics"}, "url: user and password belong into auth"),
        (
            {"url": "http://calendar.example/a.ics", "auth": {"user": "ana", "password_env": "A"}},
            "url: a password needs https:// outside of your own network",
        ),
        ({"file": "a.ics", "allow_private": True}, "a file takes neither auth nor allow_private"),
        ({"file": "a.ics", "role": "client"}, "client: a calendar of role client, and no other, needs the id"),
        ({"file": "a.ics", "role": "party"}, "role: expected one of absences, person"),
        ({"file": "a.ics", "role": "person"}, "who: a calendar of role person needs the id of its person"),
        ({"file": "a.ics", "role": "absences", "who": "sam"}, "who: expected one of summary, organiser, attendee"),
        ({"file": "a.ics", "time_zone": "Mars/Olympus"}, "expected an IANA time zone such as Europe/Berlin"),
        ({"file": "a.ics", "entries": [{"match": " | ", "is": "absence"}]}, "expected words, alternatives set apart"),
        ({"file": "a.ics", "entries": [{"match": "x", "is": "holiday"}]}, "Input should be 'absence'"),
        ({"file": "a.ics", "colour": "red"}, "Extra inputs are not permitted"),
    ],
)
def test_a_calendar_that_cannot_be_is_refused_with_a_sentence(settings: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValidationError, match=sentence):
        CalendarSettings.model_validate({"name": "team", **settings})


def test_a_kind_of_job_keeps_what_the_settings_leave_out() -> None:
    known = {"video": JobKind("video", 25, 13, rounds=2, needs=("studio",))}
    jobs = merged({"video": JobSettings(lead_time=30)}, known)

    assert jobs["video"] == JobKind("video", 30, 15, rounds=2, needs=("studio",))


def test_a_kind_of_job_not_named_is_as_it_ships() -> None:
    assert merged({"video": JobSettings(lead_time=30)}, DEFAULT_JOBS)["banner"] == DEFAULT_JOBS["banner"]


def test_a_kind_of_job_of_ones_own_needs_its_lead_time() -> None:
    jobs = merged({"jingle": JobSettings(lead_time=9)}, DEFAULT_JOBS)

    assert (jobs["jingle"].lead_time, jobs["jingle"].rush) == (9, 5)


def test_kinds_of_job_that_do_not_add_up_are_all_named() -> None:
    settings = {"jingle": JobSettings(rounds=1), "banner": JobSettings(lead_time=3, rush=4)}

    with pytest.raises(ValueError, match=r"jobs\.jingle\.lead_time: .*; jobs\.banner\.rush: 4 days are more than .* 3"):
        merged(settings, DEFAULT_JOBS)


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"caldav": "dav.example"}, "caldav: expected an address that begins with https://"),
        ({"caldav": "https://ana:secret@dav.example/team/"}, "caldav: user and password belong into auth"),
        (
            {"caldav": "http://dav.example/team/", "auth": {"user": "ana", "password_env": "A"}},
            "caldav: a password needs https:// outside of your own network",
        ),
        ({"feed": True, "allow_private": True}, "caldav: auth and allow_private are for the calendar that is written"),
        ({"auth": {"user": "ana", "password_env": "A"}}, "caldav: auth and allow_private are for the calendar"),
    ],
)
def test_where_due_dates_cannot_be_written_is_said(settings: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValidationError) as problem:
        HoldsSettings.model_validate(settings)

    assert sentence in str(problem.value)


def test_due_dates_are_written_nowhere_unless_asked_for() -> None:
    assert (HoldsSettings().feed, HoldsSettings().caldav) == (False, None)
