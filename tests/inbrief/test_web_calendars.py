"""Traffic sees on the front page how old the calendars are and what of them could not be used; nobody else does."""

import datetime as dt

from inbrief.web.service import CalendarState, CalendarStates
from notify.language import NO_BREAK
from tests.inbrief.browser import TestClient, words_of
from tests.inbrief.fake_desk import FakeDesk
from tests.inbrief.pages import running, sign_in, stranger
from tests.notify.invented import NOW, SAM, TESS

__all__ = ["running", "stranger"]

STATES = CalendarStates(
    (
        CalendarState("studio", NOW - dt.timedelta(days=2), "studio.example did not answer within 15 seconds"),
        CalendarState("team", NOW),
        CalendarState("leave", None, "leave.ics could not be read: it is empty"),
    ),
    ("team: 'Leave <b>Bob</b>' (u1)",),
)


def front_page(running: FakeDesk, stranger: TestClient, address: str) -> str:
    running.states = STATES
    sign_in(stranger, running, address)
    return words_of(stranger.get("/")).replace(NO_BREAK, " ")


def test_traffic_sees_how_old_the_calendars_are(running: FakeDesk, stranger: TestClient) -> None:
    page = front_page(running, stranger, TESS.address)

    assert "studio: not checked, as of" in page
    assert "studio.example did not answer within 15 seconds" in page
    assert "leave: not checked. leave.ics could not be read: it is empty" in page
    assert "team: as of" in page


def test_entries_that_name_nobody_are_listed_as_words(running: FakeDesk, stranger: TestClient) -> None:
    assert "Entries that name nobody here or could not be read (1)" in front_page(running, stranger, TESS.address)
    assert "Leave &lt;b&gt;Bob&lt;/b&gt;" in stranger.get("/").text


def test_an_account_executive_is_spared_them(running: FakeDesk, stranger: TestClient) -> None:
    page = front_page(running, stranger, SAM.address)

    assert "Calendars" not in page
    assert "Bob" not in page
