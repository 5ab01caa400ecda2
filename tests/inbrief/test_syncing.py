"""Calendars on the network as the application keeps them: a real Radicale, a real web server, a real database."""

import datetime as dt
import gzip
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from briefs.credentials import Auth, Credentials
from briefs.jobs import DEFAULT_JOBS
from briefs.roles import Directory
from calendars.rules import Rules
from calendars.settings import CalendarSettings
from calendars.snapshot import Snapshot
from calendars.sources.guard import Guard
from calendars.workdays import Office
from inbrief.syncing import Outcome, Synced, Syncing, copies
from inbrief.timing import Timing
from store import calendars as rows
from store.database import Database
from tests.calendars.feeds import ics
from tests.calendars.people import PEOPLE
from tests.servers.feeds import Feeds, feeds, page
from tests.servers.radicale import PASSWORD, USER, Radicale, radicale

ZONE = ZoneInfo("Europe/Berlin")
NOW = dt.datetime(2026, 6, 1, 10, tzinfo=ZONE)
AUTH = Auth(USER, password_env="TEAM_PASSWORD")


@pytest.fixture(scope="module")
def dav(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    with radicale(tmp_path_factory.mktemp("radicale")) as server:
        yield server


@pytest.fixture
def server() -> Iterator[Feeds]:
    with feeds() as running:
        yield running


@pytest.fixture
def calendar(dav: Radicale) -> CalendarSettings:
    """A calendar of its own for each test, with Sam away on 8 June and the day after."""
    name = uuid.uuid4().hex
    address = dav.make(name)
    dav.put(name, away("Sam", 8), "sam@home & 100%.ics")
    dav.put(name, away("Ana", 9), "ana.ics")
    return CalendarSettings(name=name, caldav=address, auth=AUTH, allow_private=True, role="absences")


def away(who: str, day: int) -> str:
    return f"UID:{who}\nDTSTAMP:20260101T000000Z\nSUMMARY:{who} away\nDTSTART;VALUE=DATE:202606{day:02}"


@dataclass
class House:
    """The parts that have to do with calendars, wired; `now` moves by hand."""

    database: Database
    calendars: tuple[CalendarSettings, ...]
    password: str = PASSWORD
    now: dt.datetime = NOW
    timing: Timing = field(init=False)

    def __post_init__(self) -> None:
        directory = Directory("Agency", ("agency.example",), "DE", ZONE.key, "sam", PEOPLE, (), {})
        kept = partial(copies, self.database, self.calendars)
        self.timing = Timing(self.calendars, directory, Rules(Office("DE", ZONE), DEFAULT_JOBS), copies=kept)

    def sync(self, calendar: CalendarSettings | None = None) -> Synced:
        syncing = Syncing(self.database, {AUTH: Credentials(USER, self.password)}, lambda: self.now)
        return syncing.sync(calendar or self.calendars[0])

    def snapshot(self) -> Snapshot:
        return self.timing.refresh(self.now)

    def away(self) -> list[str]:
        return [f"{busy.summary} {busy.start:%d}" for busy in self.snapshot().busy]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Callable[..., House]]:
    database = Database(f"sqlite:///{tmp_path}/inbrief.db")
    database.upgrade()
    yield lambda *calendars: House(database, calendars)
    database.close()


@pytest.fixture
def received(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many bytes each answer had."""
    sizes: list[int] = []
    count = Guard._count

    def counting(self: Guard, size: int, *, take: bool = True) -> None:
        if take:
            sizes.append(size)
        count(self, size, take=take)

    monkeypatch.setattr(Guard, "_count", counting)
    return sizes


def test_a_first_look_brings_every_entry(house: Callable[..., House], calendar: CalendarSettings) -> None:
    agency = house(calendar)

    assert agency.sync().sentence == f"calendar {calendar.name}: changed 2 entries"
    assert agency.away() == ["Sam away 08", "Ana away 09"]


def test_where_nothing_changed_a_few_bytes_say_so(
    house: Callable[..., House], calendar: CalendarSettings, received: list[int]
) -> None:
    agency = house(calendar)
    agency.sync()
    received.clear()

    assert agency.sync().outcome is Outcome.UNCHANGED
    assert sum(received) < 600  # some of them to say that a password is wanted


def test_only_what_changed_is_fetched(
    house: Callable[..., House], calendar: CalendarSettings, dav: Radicale, received: list[int]
) -> None:
    dav.put(calendar.name, away("Will", 10) + "\nDESCRIPTION:" + "x" * 10_000, "will.ics")
    agency = house(calendar)
    agency.sync()
    dav.put(calendar.name, away("Ana", 11), "ana.ics")
    received.clear()

    done = agency.sync()

    assert (done.entries, agency.away()) == (1, ["Sam away 08", "Will away 10", "Ana away 11"])
    assert sum(received) < 3000


def test_what_is_deleted_goes(house: Callable[..., House], calendar: CalendarSettings, dav: Radicale) -> None:
    agency = house(calendar)
    agency.sync()
    dav.delete(calendar.name, "ana.ics")

    assert (agency.sync().entries, agency.away()) == (1, ["Sam away 08"])


def test_a_forgotten_token_costs_a_list_and_nothing_twice(
    house: Callable[..., House], calendar: CalendarSettings, dav: Radicale, received: list[int]
) -> None:
    dav.put(calendar.name, away("Will", 10) + "\nDESCRIPTION:" + "x" * 10_000, "will.ics")
    agency = house(calendar)
    agency.sync()
    dav.put(calendar.name, away("Ana", 11), "ana.ics")
    dav.delete(calendar.name, "sam@home & 100%.ics")
    dav.forget_tokens(calendar.name)
    received.clear()

    done = agency.sync()

    assert (done.entries, agency.away()) == (2, ["Will away 10", "Ana away 11"])
    assert sum(received) < 5000
    assert agency.sync().outcome is Outcome.UNCHANGED


def test_a_server_without_tokens_is_asked_for_the_tag_of_the_collection(
    house: Callable[..., House], calendar: CalendarSettings, received: list[int]
) -> None:
    agency = house(calendar)
    agency.sync()
    with agency.database.transaction() as tx:
        row, body = rows.latest_snapshot(tx, calendar.name), rows.latest_body(tx, calendar.name)
        assert row is not None
        assert body is not None
        rows.save_snapshot(tx, calendar.name, body, etag=row.etag, now=NOW)
    received.clear()

    assert agency.sync().outcome is Outcome.UNCHANGED
    assert sum(received) < 1000


def test_a_server_that_is_down_for_an_hour_is_no_matter_and_for_a_day_is_said(
    house: Callable[..., House], calendar: CalendarSettings, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with radicale(tmp_path_factory.mktemp("down")) as server:
        server.make("team")
        server.put("team", away("Sam", 8), "sam.ics")
        agency = house(calendar.model_copy(update={"name": "team", "caldav": server.address("team")}))
        agency.sync()
        server.stop()

        agency.now = NOW + dt.timedelta(hours=1)
        assert agency.sync().sentence == (
            "calendar team: failed: 127.0.0.1: it could not be reached (Connection refused)"
        )
        snapshot = agency.snapshot()
        assert (snapshot.failed, snapshot.calendars[0].as_of, len(snapshot.busy)) == ((), NOW, 1)

        agency.now = NOW + dt.timedelta(hours=25)
        agency.sync()
        (failure,) = agency.snapshot().failed
        assert (failure.calendar, failure.last_good) == ("team", NOW)
        assert failure.sentence == (
            "calendar team is older than 24 hours: 127.0.0.1: it could not be reached (Connection refused)"
        )
        assert agency.away() == ["Sam away 08"]

        server.start()
        assert agency.sync().outcome is Outcome.UNCHANGED
        assert (agency.snapshot().failed, agency.snapshot().calendars[0].as_of) == ((), agency.now)


def test_a_wrong_password_is_said(house: Callable[..., House], calendar: CalendarSettings) -> None:
    agency = house(calendar)
    agency.password = "wrong"

    assert agency.sync().why == "127.0.0.1: it does not accept the user and password"
    (failure,) = agency.snapshot().failed
    assert (failure.sentence, failure.last_good) == (f"calendar {calendar.name} has not been fetched yet", None)


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/ana/", "there is no calendar at this address; give the address of the calendar itself"),
        ("/ana/none/", "there is no calendar at this address (404)"),
        ("/", "there is no calendar at this address; give the address of the calendar itself"),
    ],
)
def test_an_address_that_is_no_calendar_is_said(
    house: Callable[..., House], calendar: CalendarSettings, dav: Radicale, path: str, sentence: str
) -> None:
    elsewhere = calendar.model_copy(update={"caldav": f"http://127.0.0.1:{dav.port}{path}"})

    assert house(elsewhere).sync().why == f"127.0.0.1: {sentence}"


def test_one_calendars_failure_is_its_own(house: Callable[..., House], server: Feeds) -> None:
    server.pages |= {"/good.ics": page(ics(away("Sam", 8))), "/bad.ics": page(b"<html>")}
    bad, good = (
        CalendarSettings(name=name, url=f"{server.address}/{name}.ics", allow_private=True, role="absences")
        for name in ("bad", "good")
    )
    agency = house(bad, good)

    assert [agency.sync(one).outcome for one in (bad, good)] == [Outcome.FAILED, Outcome.CHANGED]
    assert (agency.away(), [failure.calendar for failure in agency.snapshot().failed]) == (["Sam away 08"], ["bad"])


def _entry(lines: str) -> bytes:
    return ics(f"UID:it\nSUMMARY:Sam\nDTSTART:20260608T000000Z\n{lines}")


DEEP = b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 20_000 + b"END:VCALENDAR\r\n"
# What a stranger's server sends as a feed, and what is said of it; "" where it is read, or takes no time.
HOSTILE: dict[str, tuple[bytes, dict[str, str], str]] = {
    "every second for ever": (_entry("DURATION:PT1S\nRRULE:FREQ=SECONDLY"), {}, "repeats too often"),
    "a rule without days": (_entry("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;BYHOUR=1,2,3"), {}, ""),
    "a rule of every part": (
        _entry("RRULE:FREQ=SECONDLY;BYSECOND=59;BYMINUTE=59;BYHOUR=23;BYMONTHDAY=31;BYMONTH=2"),
        {},
        "repeats too often",
    ),
    "an interval of nothing": (_entry("RRULE:FREQ=DAILY;INTERVAL=0"), {}, "(it): "),
    "a rule of no frequency": (_entry("RRULE:FREQ=OFTEN"), {}, "(it): "),
    "twenty thousand days added": (_entry("RDATE:" + ",".join(["20260609T000000Z"] * 20_000)), {}, ""),
    "from the year 1 to 9999": (ics("UID:it\nSUMMARY:Sam\nDTSTART:00010101T000000Z\nDTEND:99991231T235959Z"), {}, ""),
    "a duration without end": (_entry("DURATION:P99999999999999D"), {}, "it"),
    "a zone named like a file": (
        ics("UID:it\nSUMMARY:Sam\nDTSTART;TZID=../../passwd:20260608T100000"),
        {},
        "passwd",
    ),
    "a zone with a name of 100,000 letters": (
        ics(f"UID:it\nSUMMARY:Sam\nDTSTART;TZID={'x' * 100_000}:20260608T100000"),
        {},
        "time zone",
    ),
    "three thousand entries of one UID": (ics("\n\n".join(["UID:it\nDTSTART:20260608"] * 3_000)), {}, ""),
    "entries within entries": (DEEP, {}, "END:VEVENT is missing"),
    "alarms within alarms": (_entry("BEGIN:VALARM\n" * 5000 + "END:VALARM\n" * 5000), {}, ""),
    "a line of 5 MB": (_entry("DESCRIPTION:" + "x" * 5_000_000), {}, ""),
    "a million folds": (_entry("DESCRIPTION:x" + "\n x" * 300_000), {}, ""),
    "a title of markup": (ics("UID:it\nSUMMARY:<script>alert(1)</script>\nDTSTART:20260608"), {}, ""),
    "control characters": (_entry("DESCRIPTION:\x00\x01\x1b[2J"), {}, ""),
    "UTF-16": (_entry("").decode().encode("utf-16"), {"Content_Type": "text/calendar; charset=utf-8"}, ""),
    "UTF-32": (_entry("").decode().encode("utf-32"), {}, ""),
    "EBCDIC": (_entry("").decode().encode("cp500"), {}, "it is not a calendar"),
    "bytes that are no text": (b"BEGIN:VCALENDAR\r\n" + bytes(range(256)) * 100 + b"\r\nEND:VCALENDAR", {}, ""),
    "nothing": (b"", {}, "it is empty"),
    "a page": (b"<!DOCTYPE html><title>Sign in</title>", {}, "it is not a calendar"),
    "a page that speaks of calendars": (b"<html>BEGIN:VCALENDAR", {}, "it ends in the middle"),
    "half a calendar": (_entry("")[:-15], {}, "it ends in the middle"),
    "another way to count years": (ics("UID:it").replace(b"VERSION:2.0", b"CALSCALE:HEBREW"), {}, "CALSCALE is HEBREW"),
    "50 MB": (b"x" * 50_000_000, {}, "it sends more than 30,000,000 bytes"),
    "50 MB packed": (gzip.compress(bytes(50_000_000)), {"Content_Encoding": "gzip"}, "it sends more than 30,000,000"),
    "packed twice": (gzip.compress(b""), {"Content_Encoding": "gzip, gzip"}, "which was not asked for"),
    "to this machine": (b"", {"status": "302", "Location": "http://localhost/"}, "is not to be reached"),
    "to a host's keys": (b"", {"status": "302", "Location": "http://169.254.169.254/"}, "is not to be reached"),
    "to a file": (b"", {"status": "302", "Location": "file:///etc/passwd"}, "neither https nor http"),
    "in a circle": (b"", {"status": "302", "Location": "?"}, "redirects more than 3 times"),
}


@pytest.mark.timeout(300)
def test_hostile_feeds_are_bounded_and_named_and_stop_no_other(house: Callable[..., House], server: Feeds) -> None:
    for number, (body, headers, _) in enumerate(HOSTILE.values()):
        status = int(headers.get("status", 200))
        server.pages[f"/{number}.ics"] = page(body, status, **{k: v for k, v in headers.items() if k != "status"})
    server.pages["/good.ics"] = page(ics(away("Sam", 8)))
    strangers = {
        name: CalendarSettings(name=name, url=f"{server.address}/{number}.ics", allow_private=True, role="absences")
        for number, name in enumerate(HOSTILE)
    }
    good = CalendarSettings(name="good", url=f"{server.address}/good.ics", allow_private=True, role="absences")
    agency = house(*strangers.values(), good)

    why = {one.name: agency.sync(one).why for one in agency.calendars}
    snapshot = agency.snapshot()

    said = {name: [sentence] for name, sentence in why.items()}
    for failure in snapshot.failed:
        said[failure.calendar].append(failure.sentence)
    for line in (*snapshot.unread, *snapshot.assumed):
        said[line.partition(": ")[0]].append(line)
    assert len(HOSTILE) > 30
    assert {name: said[name] for name, (_, _, reason) in HOSTILE.items() if reason not in "\n".join(said[name])} == {}
    assert [busy.summary for busy in snapshot.busy if busy.calendar == "good"] == ["Sam away"]
    assert "good" not in {failure.calendar for failure in snapshot.failed}


def test_a_feed_that_moves_to_a_server_is_not_checked_until_it_is_fetched_there(
    house: Callable[..., House], server: Feeds, calendar: CalendarSettings
) -> None:
    server.pages["/a.ics"] = page(ics(away("Will", 8)))
    before = CalendarSettings(name=calendar.name, url=f"{server.address}/a.ics", allow_private=True, role="absences")
    house(before).sync()
    agency = house(calendar)

    assert [failure.calendar for failure in agency.snapshot().failed] == [calendar.name]
    assert agency.sync().entries == 2
    assert agency.away() == ["Sam away 08", "Ana away 09"]


def test_a_page_to_sign_in_at_leaves_the_last_good_copy(house: Callable[..., House], server: Feeds) -> None:
    server.pages["/a.ics"] = page(ics(away("Sam", 8)), ETag='"1"')
    agency = house(CalendarSettings(name="a", url=f"{server.address}/a.ics", allow_private=True, role="absences"))
    agency.sync()
    server.pages["/a.ics"] = page(b"<html>Sign in", ETag='"2"')

    assert agency.sync().outcome is Outcome.FAILED
    assert agency.away() == ["Sam away 08"]


def test_a_feed_that_only_stamps_its_entries_anew_is_unchanged(house: Callable[..., House], server: Feeds) -> None:
    agency = house(CalendarSettings(name="a", url=f"{server.address}/a.ics", allow_private=True, role="absences"))
    done = []
    for stamp, day in (("20260101", 8), ("20260102", 8), ("20260103", 9)):
        server.pages["/a.ics"] = page(ics(away("Sam", day).replace("20260101T", f"{stamp}T")))
        done.append(agency.sync())

    assert [(one.outcome.value, one.entries) for one in done] == [("changed", 1), ("unchanged", 0), ("changed", 1)]


def test_entries_known_for_longer_are_not_read_again(house: Callable[..., House], server: Feeds) -> None:
    server.pages["/a.ics"] = page(ics(away("Sam", 8)))
    agency = house(CalendarSettings(name="a", url=f"{server.address}/a.ics", allow_private=True, role="absences"))
    agency.sync()
    before = agency.snapshot()
    agency.now += dt.timedelta(minutes=15)
    agency.sync()

    after = agency.snapshot()

    assert after.busy is before.busy
    assert (before.calendars[0].as_of, after.calendars[0].as_of) == (NOW, agency.now)


def test_stopping_ends_a_look_that_is_under_way(house: Callable[..., House], server: Feeds) -> None:
    agency = house(CalendarSettings(name="a", url=f"{server.address}/a.ics", allow_private=True))
    syncing = Syncing(agency.database, {}, lambda: NOW)

    def stops_it(asked: object) -> None:
        syncing.stop()
        server.over.wait(30)

    server.pages["/a.ics"] = stops_it

    assert syncing.sync(agency.calendars[0]).outcome is Outcome.FAILED
