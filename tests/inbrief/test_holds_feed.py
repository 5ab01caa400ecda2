"""Due dates as a calendar to subscribe to: not there unless asked for, and only for who knows the address."""

from pathlib import Path

import pytest

from inbrief.web.service import HoldsFeed
from tests.inbrief.browser import TestClient
from tests.inbrief.fake_desk import FakeDesk
from tests.inbrief.house import a_request, agency, drop, story
from tests.inbrief.pages import running, stranger

__all__ = ["running", "stranger"]

KEY = "a1" * 20


def test_there_is_no_feed_unless_the_settings_say_so(stranger: TestClient) -> None:
    assert stranger.get(f"/holds/{KEY}.ics").status_code == 404


def test_the_feed_is_there_for_its_own_address_alone(running: FakeDesk, stranger: TestClient) -> None:
    running.feed = HoldsFeed(KEY, b"BEGIN:VCALENDAR")

    answered = stranger.get(f"/holds/{KEY}.ics")
    assert (answered.status_code, answered.content) == (200, b"BEGIN:VCALENDAR")
    assert answered.headers["content-type"] == "text/calendar; charset=utf-8"
    assert stranger.get(f"/holds/{'b2' * 20}.ics").status_code == 404
    assert stranger.get("/holds/short.ics").status_code == 404


def test_a_draft_is_pencilled_in_and_firm_once_confirmed(tmp_path: Path) -> None:
    drop(tmp_path, a_request())
    with agency(tmp_path, holds={"feed": True}) as app:
        story(app)
        drafted = app.desk.holds_feed()
        app.desk.confirm(1, 1, app.desk.actor("ana.lund@brightwater.example"))
        firm = app.desk.holds_feed()

    assert drafted is not None
    assert firm is not None
    assert (b"STATUS:TENTATIVE" in drafted.content, b"STATUS:CONFIRMED" in firm.content) == (True, True)
    assert drafted.key == firm.key


def test_a_house_without_the_setting_offers_none(tmp_path: Path) -> None:
    with agency(tmp_path) as app:
        assert app.desk.holds_feed() is None


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_feed_can_only_be_read(running: FakeDesk, stranger: TestClient, method: str) -> None:
    running.feed = HoldsFeed(KEY, b"BEGIN:VCALENDAR")

    assert getattr(stranger, method)(f"/holds/{KEY}.ics").status_code in {403, 405}
