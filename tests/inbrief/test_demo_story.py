"""What the demo promises to show, whenever it is started."""

import datetime as dt
import shutil
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from briefs.changes import applied
from briefs.conflicts import ConflictKind as Kind
from briefs.draft import BriefValue, days_of, values_of
from briefs.findings import DateKind
from briefs.mail import Mail
from extract.reading import Extractor
from extract.setting import Setting
from inbrief.build import open_app
from inbrief.clock import fixed
from inbrief.config import Config
from inbrief.config_file import read_config
from inbrief.demo import render
from inbrief.sample_days import SampleDays
from inbrief.timing import Timing
from ingest.reading import read_message
from store.messages import list_messages

ROOT = Path(__file__).parents[2]
NEW_YORK = ZoneInfo("America/New_York")
FIRST = dt.datetime(2026, 1, 1, 15, 0, tzinfo=dt.UTC)
WORKS = "01-zest-student-account"
CLASHES = {
    "03-fwd-skyr-photo-shoot": {Kind.RESOURCE},
    "05-fwd-harbor-lights-poster": {Kind.LEAD_TIME},
    "06-branch-opening": {Kind.DAY_OFF},
    "10-re-zest-earlier": {Kind.LEAD_TIME, Kind.ABSENCE},
    "14-fwd-maternity-wing": {Kind.ABSENCE},
    "15-tallgrass-new-client": {Kind.UNCLEAR},
}
OUTCOMES = {
    "01-zest-student-account": "brief 1",
    "02-kestrel-window-stickers": "brief 2",
    "03-fwd-skyr-photo-shoot": "brief 3",
    "04-copperline-brief-attached": "brief 4",
    "05-fwd-harbor-lights-poster": "brief 5",
    "06-branch-opening": "brief 6",
    "07-fwd-branch-opening": "duplicate 6",
    "08-newsletter": "automatic",
    "09-kestrel-launch-cutdowns": "brief 7",
    "10-re-zest-earlier": "change 1",
    "11-kestrel-stickers-off": "change 2",
    "12-kestrel-out-of-office": "automatic",
    "13-re-copperline-answers": "change 4",
    "14-fwd-maternity-wing": "brief 8",
    "15-tallgrass-new-client": "brief 9",
    "16-thanks": "nothing_asked",
    "17-fwd-loyalty-cards": "brief 10",
    "18-copperline-poster-sketch": "brief 11",
    "19-invitation": "brief 12",
}
CHANGED = {"10-re-zest-earlier": WORKS}  # a change is held against the calendar with what the brief held before
DAYS = (*range(0, 400, 37), *(pytest.param(day, marks=pytest.mark.soak) for day in range(400) if day % 37))


@pytest.fixture(scope="module")
def config() -> Config:
    return read_config(ROOT / "config.yaml")


@dataclass(frozen=True)
class Demo:
    """The demo as it is on one day."""

    now: dt.datetime
    config: Config
    extractor: Extractor
    timing: Timing

    def conflicts(self, name: str) -> set[Kind]:
        mail, values = self._read(name)
        if name in CHANGED:
            values = applied(self.values(CHANGED[name]), values)
        directory = self.config.directory
        client = directory.client_at(mail.client.address if mail.client else None)
        owner = directory.summary_goes_to(mail.forwarded_by.address if mail.forwarded_by else None, client)
        answer = self.timing.check(values, client, owner, mail.sent_at, self.now)
        return {conflict.kind for conflict in answer.conflicts}

    def values(self, name: str) -> tuple[BriefValue, ...]:
        return self._read(name)[1]

    def _read(self, name: str) -> tuple[Mail, tuple[BriefValue, ...]]:
        content = render(ROOT / "samples" / "intake" / f"{name}.eml.j2", days_at(self.now))
        mail = read_message(content, self.now, agency_domains=frozenset(self.config.agency.domains))
        client = self.config.directory.client_at(mail.client.address if mail.client else None)
        known = Setting(client.country, client.currency, client.time_zone) if client else Setting()
        return mail, values_of(self.extractor.read(mail, known), 0)


def demo_at(now: dt.datetime, config: Config, extractor: Extractor, folder: Path) -> Demo:
    calendar = folder / "team.ics"
    calendar.write_bytes(render(ROOT / "samples" / "team.ics.j2", days_at(now)))
    calendars = [config.calendars[0].model_copy(update={"file": calendar})]
    return Demo(now, config, extractor, Timing(calendars, config.directory, config.rules))


def days_at(now: dt.datetime) -> SampleDays:
    return SampleDays(now.astimezone(NEW_YORK).date(), NEW_YORK)


@pytest.mark.smoke
def test_every_sample_has_the_outcome_it_was_written_for(tmp_path: Path, extractor: Extractor) -> None:
    shutil.copy(ROOT / "config.yaml", tmp_path)
    shutil.copytree(ROOT / "samples", tmp_path / "samples")

    with open_app(tmp_path / "config.yaml", upgrade=True, clock=fixed(FIRST), extractor=extractor) as app:
        app.service.receive(app.sources[0])
        app.service.read_waiting()
        with app.database.reading() as tx:
            rows = list_messages(tx)

    told = [" ".join((row.outcome, *map(str, row.brief_numbers))) for row in sorted(rows, key=lambda row: row.id)]
    assert dict(zip(OUTCOMES, told, strict=True)) == OUTCOMES


def test_a_british_client_puts_the_day_first(config: Config, extractor: Extractor, tmp_path: Path) -> None:
    demo = demo_at(FIRST, config, extractor, tmp_path)

    (due,) = days_of(demo.values("09-kestrel-launch-cutdowns"), DateKind.DUE)
    assert due.end == days_at(FIRST).ambiguous(14, other_than=days_at(FIRST).workday(24))


@pytest.mark.parametrize("day", DAYS)
def test_the_promised_clashes_are_there_on_any_day(
    day: int, config: Config, extractor: Extractor, tmp_path: Path
) -> None:
    demo = demo_at(FIRST + dt.timedelta(days=day), config, extractor, tmp_path)

    assert demo.conflicts(WORKS) == set()
    assert [name for name, promised in CLASHES.items() if not promised <= demo.conflicts(name)] == []
