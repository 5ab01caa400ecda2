"""Due dates in June 2026 against small calendars, in a notation short enough to be read as a table.

The 1st is a Monday and no public holiday of Germany falls in the month. The office is in Berlin, 9 to 17.
"""

import datetime as dt
import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from briefs.findings import DateKind, DateSpan
from briefs.jobs import JobKind
from briefs.roles import Person
from calendars.feasibility import Answer, Question, check
from calendars.rules import Rules
from calendars.snapshot import Busy, BusyKind, Failure, Held, Snapshot
from calendars.workdays import Office
from tests.calendars.people import SAM

ZONE = ZoneInfo("Europe/Berlin")
OFFICE = Office("DE", ZONE)
JOBS = {
    "quick": JobKind("quick", 1, 1),
    "short": JobKind("short", 3, 2),
    "banner": JobKind("banner", 5, 3),
    "shoot": JobKind("shoot", 5, 3, needs=("Studio",)),
    "leaflet": JobKind("leaflet", 5, 3, after=1),
    "other": JobKind("other", 10, 5),
}
RULES = Rules(OFFICE, JOBS)


@dataclass(frozen=True)
class Scenario:
    """`due` and `live` are "8", "8-12" or several with commas; `calendar` as `busy` reads it; `received` as `at`.

    `expected` holds the kinds, the worst first, each with ! for high, nothing for medium and ~ for low.
    """

    name: str
    due: str = ""
    calendar: str = ""
    expected: str = ""
    earliest: str = "8"
    job: str = "banner"
    received: str = "1 10:00"
    now: str = ""
    live: str = ""
    rush: bool = False
    client: str | None = None
    people: tuple[Person, ...] = (SAM,)
    failed: tuple[Failure, ...] = ()

    @property
    def question(self) -> Question:
        return Question(
            received_at=at(self.received),
            due=spans(self.due, DateKind.DUE),
            live=spans(self.live, DateKind.LIVE),
            jobs=tuple(self.job.split()),
            people=self.people,
            client_country=self.client,
            rush=self.rush,
        )

    def answer(self) -> Answer:
        return check(self.question, snapshot(self.calendar, self.failed), RULES, at(self.now or self.received))

    @property
    def kinds(self) -> str:
        marks = {1: "~", 2: "", 3: "!"}
        return " ".join(f"{conflict.kind}{marks[conflict.severity]}" for conflict in self.answer().conflicts)


def day(text: str) -> dt.date:
    """ "8" is 8 June 2026, "5/25" 25 May."""
    month, _, number = text.rpartition("/")
    return dt.date(2026, int(month or 6), int(number))


def at(text: str) -> dt.datetime:
    """ "8 17:01" in Berlin."""
    date, _, time = text.partition(" ")
    return dt.datetime.combine(day(date), dt.time.fromisoformat(time.zfill(5)), ZONE)


def spans(text: str, kind: DateKind) -> tuple[DateSpan, ...]:
    found = []
    for part in text.split(",") if text else ():
        days, _, time = part.partition(" ")
        first, _, last = days.partition("-")
        found.append(DateSpan(kind, day(first), day(last or first), dt.time.fromisoformat(time) if time else None))
    return tuple(found)


def snapshot(calendar: str, failed: tuple[Failure, ...] = ()) -> Snapshot:
    return Snapshot(
        as_of=at("1 9:00"),
        zone=ZONE,
        first=dt.date(2026, 4, 1),
        last=dt.date(2027, 6, 30),
        calendars=(Held("team", at("1 9:00")),),
        busy=tuple(busy(part.strip()) for part in calendar.split(",") if part.strip()),
        failed=failed,
    )


_BUSY = re.compile(
    r"(?P<about>\w+)(?P<perhaps>\?)? (?P<first>[\d/]+)(-(?P<last>[\d/]+))?( (?P<from>\d+):00-(?P<to>\d+):00)?"
)


def busy(text: str) -> Busy:
    """ "sam 8-10" is away on three days, "studio? 8 9:00-13:00" pencilled in for a morning, "closed 17" a closure."""
    match = _BUSY.fullmatch(text)
    assert match is not None, text
    first = day(match["first"])
    start: dt.date = first
    end: dt.date = day(match["last"] or match["first"]) + dt.timedelta(days=1)
    if match["from"]:
        start, end = at(f"{match['first']} {match['from']}:00"), at(f"{match['first']} {match['to']}:00")
    kinds = {"closed": BusyKind.CLOSURE, "studio": BusyKind.RESOURCE, "meeting": BusyKind.MEETING}
    kind = kinds.get(match["about"], BusyKind.ABSENCE)
    return Busy(
        start,
        end,
        kind,
        calendar="team",
        uid=text,
        summary=text,
        person_id=match["about"] if kind is BusyKind.ABSENCE else None,
        resource=match["about"] if kind is BusyKind.RESOURCE else None,
        tentative=match["perhaps"] is not None,
    )
