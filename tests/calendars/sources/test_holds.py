"""CalDAV servers that answer something else to what we write; a good one is written to in test_holding."""

import datetime as dt
from collections.abc import Callable
from xml.sax.saxutils import escape

import pytest

from briefs.holds import Hold, Written
from calendars.errors import CalendarsError, NotFetched, NotTaken
from calendars.holds_file import hold_entry
from calendars.sources.guard import Guard, Limits
from calendars.sources.holds import HoldsCalendar
from tests.calendars.sources.test_dav import a, xml
from tests.servers.feeds import Answer, Asked, Feeds, leads_to, page

KEY = b"k" * 32
NOW = dt.datetime(2026, 6, 1, 8, tzinfo=dt.UTC)
DAY = dt.date(2026, 6, 12)
HOLD = Hold("inbrief-1-1-aa", "Brief 1: Zest", DAY, DAY, firm=False)
SENT = Written(HOLD, '"1"')
PLACE = f"/dav/{HOLD.uid}.ics"


def written(server: Feeds, act: Callable[[HoldsCalendar], object]) -> object:
    url = f"{server.address}/dav"
    with Guard(url, allow_private=True, limits=Limits(seconds=20, redirects=0)) as guard:
        return act(HoldsCalendar(guard, url, None, KEY))


def put(calendar: HoldsCalendar) -> Written:
    return calendar.put(HOLD, None, NOW)


def lies_there(etag: str, hold: Hold = HOLD) -> Answer:
    body = escape(hold_entry(hold, 0, NOW, KEY).decode())
    return xml(a(PLACE, f"<d:getetag>{etag}</d:getetag><c:calendar-data>{body}</c:calendar-data>"))


@pytest.mark.parametrize(
    ("told", "known"),
    [({"ETag": '"1"'}, '"1"'), ({"ETag": 'W/"1"'}, '"1"'), ({}, '"2"')],
    ids=["its tag", "a tag that a proxy made weak", "no tag, so it is asked for"],
)
def test_the_tag_of_what_was_written_is_known(server: Feeds, told: dict[str, str], known: str) -> None:
    server.pages |= {PLACE: page(b"", 201, **told), "/dav/": lies_there('"2"')}

    assert written(server, put) == Written(HOLD, known)
    assert server.asked[0][1]["If-None-Match"] == "*"


def test_a_tag_that_is_of_somebodys_change_by_now_is_not_taken_for_ours(server: Feeds) -> None:
    server.pages |= {PLACE: page(b"", 201), "/dav/": lies_there('"2"', Hold(HOLD.uid, "Ours", DAY, DAY, firm=False))}

    assert written(server, put) == Written(HOLD, "")


@pytest.mark.parametrize(
    ("answer", "error", "sentence"),
    [
        (page(b"", 400), NotTaken, "the server answers 400"),
        (page(b"", 409), NotTaken, "the server answers 409"),
        (page(b"", 413), NotTaken, "the server answers 413"),
        (page(b"", 401), NotFetched, "it asks for a user and a password"),
        (page(b"", 403), NotFetched, "it asks for a user and a password"),
        (page(b"", 429), NotFetched, "the server asks to come back later"),
        (page(b"", 500), NotFetched, "the server answers 500"),
        (page(b"", 507), NotFetched, "the server answers 507"),
        (page(b"<oops", 207, Content_Type="text/xml"), NotFetched, "its answer is no CalDAV"),
        (leads_to("/elsewhere/", 307), NotFetched, "it redirects"),
        (lambda asked: None, NotFetched, "it could not be reached"),
        (page(b"", 412), NotTaken, "the server answers 412"),
    ],
)
@pytest.mark.parametrize("act", [put, lambda calendar: calendar.withdraw(SENT)], ids=["put", "withdraw"])
def test_whatever_a_server_answers_is_a_sentence_and_no_loop(
    server: Feeds,
    answer: Answer,
    error: type[CalendarsError],
    sentence: str,
    act: Callable[[HoldsCalendar], object],
) -> None:
    """412 is a server that holds the very entry and will not have any condition met."""
    firm = Hold(HOLD.uid, HOLD.title, DAY, DAY, firm=True)
    server.pages |= {PLACE: answer, "/dav/": lies_there('"1"', firm)}

    with pytest.raises(error) as problem:
        written(server, act)
    assert sentence in str(problem.value) or "it was changed while" in str(problem.value)
    assert len(server.asked) <= 4
    assert "/elsewhere/" not in [path for path, _ in server.asked]


def test_what_is_gone_already_is_withdrawn(server: Feeds) -> None:
    assert written(server, lambda calendar: calendar.withdraw(SENT)) is True
    assert server.asked[0][1]["If-Match"] == '"1"'


def test_a_status_is_asked_for_before_anything_is_taken_away_of_which_no_tag_is_known(server: Feeds) -> None:
    methods: list[str] = []

    def noting(asked: Asked) -> None:
        methods.append(asked.command)
        page(b"", 204)(asked)

    server.pages |= {PLACE: noting, "/dav/": lies_there('"7"')}

    assert written(server, lambda calendar: calendar.withdraw(Written(HOLD))) is True
    assert (methods, server.asked[-1][1]["If-Match"]) == (["DELETE"], '"7"')
