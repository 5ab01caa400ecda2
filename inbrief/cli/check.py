"""`inbrief check`: every connection and setting tried, each failure named with its mend."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import typer

from calendars.errors import CalendarsError
from calendars.loading import load
from calendars.settings import Role
from calendars.sources.kept import Copy
from inbrief.build import Secrets, channel_of, secrets_of, source_of
from inbrief.cli.terminal import AsJson, ConfigPath, config_path, out, print_json
from inbrief.clock import system_clock
from inbrief.config import Config
from inbrief.config_file import own_words_of, read_config
from inbrief.holding import Holding
from inbrief.running_jobs import KeptJobs
from inbrief.syncing import Syncing, on_the_network, stream_of
from ingest.errors import IngestError
from notify.errors import NotifyError
from store.database import Database
from store.errors import StoreError


@dataclass(frozen=True, slots=True)
class Tried:
    """One part, whether it works, and a sentence: what was found, or what is wrong and mends it."""

    part: str
    works: bool
    sentence: str


def check(json: AsJson = False, config: ConfigPath = None) -> None:
    """Try every connection and setting; exit code 1 when something needs mending."""
    works = True
    for tried in _tried(config_path(config)):
        works = works and tried.works
        if json:
            print_json({"part": tried.part, "works": tried.works, "sentence": tried.sentence})
        else:
            out().print(f"{'✓' if tried.works else '✗'} {tried.part}: {tried.sentence}", markup=False)
    if not works:
        raise typer.Exit(1)


def _tried(path: Path) -> Iterator[Tried]:
    config = read_config(path)
    yield Tried("settings", works=True, sentence=f"{len(config.people)} people, {len(config.clients)} clients")
    if config.vocabulary is not None:
        number = len(own_words_of(config))
        yield Tried("vocabulary", works=True, sentence=f"{number} phrases and patterns of your own")
    secrets = secrets_of(config, path)
    yield _try("database", lambda: _database(config))
    for mailbox in config.mailboxes:
        with closing(source_of(mailbox, config.limits.of_a_message, secrets)) as source:
            yield _try(f"mailbox {mailbox.name}", source.check)
    with closing(channel_of(config.outgoing, secrets)) as channel:
        yield _try("outgoing mail", channel.check)
    yield from _calendars(config, secrets)
    if config.holds.caldav is not None:
        yield _try("holds", lambda: _holds(config, secrets))
    yield from _job_list(config)
    if config.limits.ocr:
        yield _recognition()


def _recognition() -> Tried:
    """What reads the words off pictures and scans is neither of ours nor of Python's."""
    if shutil.which("tesseract") is None:
        return Tried("recognition", works=False, sentence="limits.ocr is on and tesseract is not installed")
    if find_spec("pypdfium2") is None:
        return Tried("recognition", works=False, sentence="scans need pypdfium2: pip install 'inbrief[ocr]'")
    return Tried("recognition", works=True, sentence="tesseract and pypdfium2 are here")


def _try(part: str, attempt: Callable[[], str]) -> Tried:
    try:
        return Tried(part, works=True, sentence=attempt())
    except (CalendarsError, IngestError, NotifyError, StoreError) as error:
        return Tried(part, works=False, sentence=str(error))


def _database(config: Config) -> str:
    with closing(Database(config.database)) as database:
        database.check()
    return "answers, and is of this version"


def _holds(config: Config, secrets: Secrets) -> str:
    with closing(Database(config.database)) as database:
        Holding(database, config.holds, Syncing(database, secrets, system_clock), system_clock).check()
    return "there is a calendar to write to; nothing was written"


def _job_list(config: Config) -> Iterator[Tried]:
    """How old the imported list is; nothing where the agency keeps none here and plans by none."""
    now = system_clock()
    with closing(Database(config.database)) as database:
        try:
            database.check()
        except StoreError:
            return  # told already
        listed = KeptJobs(database, config.capacity.list_days)(now)
    mend = "bring a newer one: inbrief jobs import FILE"
    if listed is not None:
        days = (now - listed.as_of).days
        age = f"{len(listed.jobs)} jobs as of {listed.as_of.astimezone(config.zone):%d %b %Y %H:%M}, {days} days old"
        over = f"; that is over capacity.list_days ({config.capacity.list_days:g}), {mend}"
        yield Tried("job list", works=not listed.stale, sentence=age + (over if listed.stale else ""))
    elif config.capacity.full() and not any(calendar.role == Role.JOBS for calendar in config.calendars):
        yield Tried("job list", works=False, sentence=f"capacity is set and there is no list of jobs; {mend}")


def _calendars(config: Config, secrets: Secrets) -> Iterator[Tried]:
    """Those on the network are asked as if for the first time; what they answer is looked at and not kept."""
    now = system_clock()
    copies, not_fetched = {}, {}
    with closing(Database(config.database)) as database:
        syncing = Syncing(database, secrets, system_clock)
        for one in on_the_network(config.calendars):
            try:
                body = stream_of(one, syncing.fetch(one).body)
            except CalendarsError as problem:
                not_fetched[one.name] = str(problem)
            else:
                copies[one.name] = Copy(now, "", partial(bytes, body))
    snapshot = load(config.calendars, config.directory.people, now=now, zone=config.zone, copies=copies)
    failed = {failure.calendar: failure.sentence for failure in snapshot.failed} | not_fetched
    for calendar in config.calendars:
        part = f"calendar {calendar.name}"
        if calendar.name in failed:
            yield Tried(part, works=False, sentence=failed[calendar.name])
            continue
        entries = sum(busy.calendar == calendar.name for busy in snapshot.busy)
        odd = [
            line.removeprefix(f"{calendar.name}: ")
            for line in (*snapshot.unread, *snapshot.unmatched)
            if line.startswith(f"{calendar.name}: ")
        ]
        remark = f"; look at: {'; '.join(odd[:5])}" if odd else ""
        yield Tried(part, works=True, sentence=f"{entries} entries that take time{remark}")
