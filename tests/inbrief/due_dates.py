"""Due dates as a stranger would try them: a config.yaml, calendars as .ics files, and `inbrief calendar check --json`.

The office is in Berlin, 9 to 17; 1 June 2026 is a Monday and no public holiday of Germany falls in the month;
Juneteenth (Friday the 19th) is one of the United States. A banner takes five working days, three as a rush.
The earliest day is worked out a second time by numpy's own counting of business days.
"""

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from tests.calendars.feeds import ics

SETTINGS: dict[str, Any] = {
    "agency": {
        "name": "Agency",
        "domains": ["agency.example"],
        "intake_owner": "sam",
        "time_zone": "Europe/Berlin",
        "country": "DE",
        "work_day": ["09:00", "17:00"],
    },
    "mailboxes": [{"name": "intake", "folder": "in"}],
    "outgoing": {"from": "intake@agency.example", "folder": "out"},
    "web": {"listen": "127.0.0.1:8000", "base_url": "http://127.0.0.1:8000", "demo": True},
    "people": [
        {"id": "sam", "name": "Sam Ortiz", "addresses": ["sam@agency.example"], "roles": ["account_executive"]},
        {
            "id": "jo",
            "name": "Jo Lindqvist",
            "addresses": ["jo@agency.example"],
            "aliases": ["Lindy"],
            "roles": ["creative"],
        },
        {"id": "kim", "name": "Kim Falk", "addresses": ["kim@agency.example"], "roles": ["creative"]},
        {"id": "mei", "name": "Mei Tanaka", "addresses": ["mei@agency.example"], "roles": ["media"]},
    ],
    "clients": [
        {"id": "acme", "name": "Acme", "domains": ["acme.example"], "account_executive": "sam", "country": "DE"},
        {
            "id": "peak",
            "name": "Peak",
            "domains": ["peak.example"],
            "account_executive": "sam",
            "country": "US",
            "team": ["jo"],
        },
    ],
    "jobs": {
        "banner": {"lead_time": 5, "rush": 3, "roles": ["creative"]},
        "shoot": {"lead_time": 5, "rush": 3, "roles": [], "needs": ["studio"]},
        "leaflet": {"lead_time": 8, "rush": 4, "roles": [], "after": 8},
    },
}
LEAVE = [{"name": "team", "file": "team.ics", "role": "absences"}]
STUDIO = [{"name": "studio", "file": "team.ics", "role": "resource", "resource": "studio"}]
CLOSED = [{"name": "closed", "file": "team.ics", "role": "closures"}]
MIXED = [
    {
        "name": "team",
        "file": "team.ics",
        "entries": [
            {"match": "leave|PTO|off sick", "is": "absence"},
            {"match": "studio", "is": "resource"},
            {"match": "closed", "is": "closure"},
        ],
    }
]
JOBS = [{"name": "jobs", "file": "team.ics", "role": "jobs", "department": "creative"}]
PEAK = [{"name": "peak", "file": "team.ics", "role": "client", "client": "peak"}]
SAMS = [{"name": "sam", "file": "team.ics", "role": "person", "who": "sam"}]


@dataclass(frozen=True)
class Scenario:
    """`calendar` is the entries of the .ics file. `off` and `refused` are days of June (for numpy): what is no working
    day of the agency, and what something else stands in the way of. `expected` has ! for high and ~ for low."""

    name: str
    due: str
    expected: str = ""
    earliest: str = "2026-06-08"
    calendar: str = ""
    calendars: list[dict[str, Any]] = field(default_factory=list)
    job: str = "banner"
    received: str = "2026-06-01T10:00:00+02:00"
    days: int = 5
    more: tuple[str, ...] = ()
    settings: dict[str, Any] = field(default_factory=dict)
    off: tuple[int, ...] = ()
    refused: tuple[int, ...] = ()
    rush: bool = False

    def write(self, folder: Path) -> Path:
        (folder / "team.ics").write_bytes(ics(self.calendar))
        config = folder / "config.yaml"
        calendars = self.calendars or LEAVE
        agency = {**SETTINGS["agency"], **self.settings.get("agency", {})}
        config.write_text(yaml.safe_dump({**SETTINGS, **self.settings, "agency": agency, "calendars": calendars}))
        return config

    def arguments(self) -> list[str]:
        rush = ["--rush"] if self.rush else []
        return [
            "--due",
            f"2026-06-{self.due}",
            "--job",
            self.job,
            "--received",
            self.received,
            *self.more,
            *rush,
            "--json",
        ]

    def by_numpy(self) -> str:
        """The earliest day, counted by numpy."""
        came = dt.datetime.fromisoformat(self.received).astimezone(dt.timezone(dt.timedelta(hours=2)))
        working = np.busdaycalendar(holidays=[dt.date(2026, 6, day) for day in self.off])
        refused = {f"2026-06-{day:02}" for day in self.refused}
        late = came.time() > dt.time(17) and not self.rush
        zero = came.date() + dt.timedelta(days=late)
        if not self.rush:
            zero = _counted(zero, 0, working)
        # From a day off on, the next working day is the first one counted.
        day = _counted(zero, self.days, working, back=not np.is_busday(zero, busdaycal=working))
        while day.isoformat() in refused:
            day = _counted(day, 1, working)
        return day.isoformat()


def _counted(day: dt.date, count: int, working: np.busdaycalendar, *, back: bool = False) -> dt.date:
    first = np.busday_offset(day, 0, roll="backward" if back else "forward", busdaycal=working)
    return dt.date.fromisoformat(str(np.busday_offset(first, count, roll="forward", busdaycal=working)))


def leave(name: str, first: int, after: int, more: str = "") -> str:
    return (
        f"UID:{name}-{first}\nSUMMARY:{name}\nDTSTART;VALUE=DATE:202606{first:02}\n"
        f"DTEND;VALUE=DATE:202606{after:02}\n{more}".strip()
        + "\n\n"
    )


def hours(name: str, day: int, first: int, last: int, more: str = "") -> str:
    return (
        f"UID:{name}-{day}-{first}\nSUMMARY:{name}\nDTSTART;TZID=Europe/Berlin:202606{day:02}T{first:02}0000\n"
        f"DTEND;TZID=Europe/Berlin:202606{day:02}T{last:02}0000\n{more}".strip()
        + "\n\n"
    )


S = Scenario
SCENARIOS = (
    S("enough time", "08"),
    S("one day short", "05", "lead_time"),
    S("too short even as a rush", "03", "lead_time!"),
    S("as a rush", "04", rush=True, days=3, earliest="2026-06-04"),
    S("received after hours", "08", "lead_time", "2026-06-09", received="2026-06-01T18:30:00+02:00"),
    S("received after hours in another zone", "08", "lead_time", "2026-06-09", received="2026-06-01T12:30:00-04:00"),
    S("received as the day ends", "08", received="2026-06-01T17:00:00+02:00"),
    S("received on a Saturday", "12", "lead_time", "2026-06-15", received="2026-06-06T11:00:00+02:00"),
    S("received on a Sunday night, which is Monday in Berlin", "15", "", "2026-06-15", received="2026-06-07T22:30:00Z"),
    S("a rush received on a Sunday", "10", "", "2026-06-10", received="2026-06-07T12:00:00+02:00", rush=True, days=3),
    S("due on a Saturday", "13", "day_off!"),
    S(
        "due on a closure of the settings",
        "09",
        "day_off!",
        settings={"agency": {"closures": [{"first": "2026-06-09", "name": "Outing"}]}},
        off=(9,),
    ),
    S(
        "a closure within the time",
        "08",
        "lead_time",
        "2026-06-10",
        settings={"agency": {"closures": [{"first": "2026-06-03", "last": "2026-06-04"}]}},
        off=(3, 4),
    ),
    S("a closure of a calendar", "08", "lead_time", "2026-06-09", leave("Office closed", 4, 5), CLOSED, off=(4,)),
    S(
        "a closed day by a word of the title",
        "08",
        "day_off! lead_time",
        "2026-06-09",
        leave("We are closed", 8, 9),
        MIXED,
        off=(8,),
    ),
    S("due on the client's holiday", "19", "day_off", more=("--client", "peak")),
    S(
        "the client's holiday counts as a working day",
        "22",
        "",
        "2026-06-22",
        received="2026-06-15T10:00:00+02:00",
        more=("--client", "peak"),
    ),
    S(
        "the earliest is no holiday of the client",
        "19",
        "day_off",
        "2026-06-22",
        received="2026-06-12T10:00:00+02:00",
        more=("--client", "peak"),
        refused=(19,),
    ),
    S(
        "the client's own day off",
        "08",
        "day_off",
        "2026-06-10",
        leave("Peak away day", 8, 10),
        PEAK,
        more=("--client", "peak"),
        refused=(8, 9),
    ),
    S(
        "the account executive is away",
        "08",
        "absence",
        "2026-06-10",
        leave("Sam Ortiz leave", 8, 10),
        more=("--client", "acme"),
        refused=(8, 9),
    ),
    S("leave by initials", "08", "absence", "2026-06-09", leave("SO", 8, 9), refused=(8,)),
    S("leave by a first name, upper case", "08", "absence", "2026-06-09", leave("SAM HOLIDAY", 8, 9), refused=(8,)),
    S(
        "leave by an alias of the client's team",
        "08",
        "absence",
        "2026-06-09",
        leave("Lindy: PTO", 8, 9),
        MIXED,
        more=("--client", "peak"),
        refused=(8,),
    ),
    S(
        "leave by its attendee",
        "08",
        "absence",
        "2026-06-09",
        leave("Leave", 8, 9, "ATTENDEE;PARTSTAT=ACCEPTED:mailto:SAM@agency.example"),
        refused=(8,),
    ),
    S(
        "leave by its organiser",
        "08",
        "absence",
        "2026-06-09",
        leave("Leave", 8, 9, "ORGANIZER;CN=Sam Ortiz:mailto:sam@agency.example"),
        refused=(8,),
    ),
    S(
        "leave that repeats, one taken out",
        "15",
        "",
        "2026-06-09",
        "UID:s\nSUMMARY:Sam leave\nDTSTART;VALUE=DATE:20260601\nRRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;VALUE=DATE:20260615",
        refused=(8, 22),
    ),
    S("half a day away", "08", "absence", "2026-06-09", hours("Sam leave", 8, 13, 17), refused=(8,)),
    S("an hour away", "08", calendar=hours("Sam dentist", 8, 9, 10)),
    S("perhaps away", "08", "absence~", calendar=leave("Sam leave", 8, 9, "STATUS:TENTATIVE")),
    S("leave called off", "08", calendar=leave("Sam leave", 8, 9, "STATUS:CANCELLED")),
    S("away for more than half of the time", "10", "absence", calendar=leave("Sam leave", 2, 7)),
    S("away for half of the time", "09", calendar=leave("Sam leave", 2, 5)),
    S("one of two designers is away, nobody assigned", "08", calendar=leave("Jo leave", 8, 9)),
    S(
        "both designers are away, nobody assigned",
        "08",
        "absence",
        "2026-06-09",
        leave("Jo leave", 8, 9) + leave("Kim leave", 8, 10),
        refused=(8,),
    ),
    S(
        "an assigned designer is away",
        "08",
        "absence",
        "2026-06-09",
        leave("Jo leave", 8, 9),
        more=("--client", "peak"),
        refused=(8,),
    ),
    S("somebody of another department is away", "08", calendar=leave("Mei leave", 1, 20)),
    S(
        "out of office in one's own calendar",
        "08",
        "absence",
        "2026-06-09",
        hours("Busy", 8, 9, 17, "X-MICROSOFT-CDO-BUSYSTATUS:OOF"),
        SAMS,
        refused=(8,),
    ),
    S(
        "declined in one's own calendar, others come",
        "08",
        calendar=leave(
            "Retreat",
            8,
            9,
            "ATTENDEE;PARTSTAT=DECLINED:mailto:sam@agency.example\nATTENDEE;PARTSTAT=ACCEPTED:mailto:jo@agency.example",
        ),
        calendars=SAMS,
    ),
    S(
        "perhaps accepted in one's own calendar",
        "08",
        "absence~",
        calendar=leave("Retreat", 8, 9, "ATTENDEE;PARTSTAT=TENTATIVE:mailto:sam@agency.example"),
        calendars=SAMS,
    ),
    S("a meeting in one's own calendar", "08", "", "2026-06-08", hours("Planning", 8, 9, 17), SAMS),
    S(
        "the studio is booked",
        "08",
        "resource!",
        "2026-06-10",
        leave("Studio: shoot", 8, 10),
        STUDIO,
        "shoot",
        refused=(8, 9),
    ),
    S(
        "the studio is pencilled in",
        "08",
        "resource~",
        "2026-06-08",
        leave("Studio?", 8, 9, "STATUS:TENTATIVE"),
        STUDIO,
        "shoot",
    ),
    S(
        "the studio as a need of this job alone",
        "08",
        "resource!",
        "2026-06-09",
        hours("Studio", 8, 9, 17),
        MIXED,
        more=("--needs", "Studio"),
        refused=(8,),
    ),
    S("a job that needs no studio", "08", "", "2026-06-08", leave("Studio: shoot", 8, 10), STUDIO),
    S(
        "too many jobs that day",
        "08",
        "capacity",
        "2026-06-09",
        leave("One", 8, 9) + leave("Two", 8, 9),
        JOBS,
        settings={"capacity": {"share": 100, "departments": {"creative": {"jobs_a_day": 2}}}},
        refused=(8,),
    ),
    S(
        "80 per cent is the bound",
        "08",
        "capacity",
        "2026-06-09",
        "".join(leave(f"J{n}", 8, 9) for n in range(4)),
        JOBS,
        settings={"capacity": {"departments": {"creative": {"jobs_a_day": 5}}}},
        refused=(8,),
    ),
    S(
        "another job of the client",
        "08",
        "same_client~",
        "2026-06-08",
        leave("Acme menu boards", 8, 9),
        JOBS,
        more=("--client", "acme"),
    ),
    S("live before due", "08", "order!", more=("--live", "2026-06-05")),
    S("live on the due day", "08", "order", more=("--live", "2026-06-08")),
    S("due before it came in", "08", "lead_time! past!", "2026-06-22", received="2026-06-15T10:00:00+02:00"),
    S("days off switched off", "13", settings={"checks": {"day_off": "off"}}),
    S(
        "absence weighed high",
        "08",
        "absence!",
        "2026-06-09",
        leave("Sam leave", 8, 9),
        settings={"checks": {"absence": "high"}},
        refused=(8,),
    ),
    S("an unknown kind of work takes ten days", "12", "lead_time", "2026-06-15", job="sculpture", days=10),
    S(
        "everything at once",
        "08",
        "day_off! absence lead_time",
        "2026-06-11",
        leave("closed", 8, 9) + leave("Sam leave", 8, 11),
        MIXED,
        off=(8,),
        refused=(9, 10),
    ),
    S("an unreadable file", "08", "not_checked", calendars=[{"name": "gone", "file": "gone.ics", "role": "absences"}]),
)
