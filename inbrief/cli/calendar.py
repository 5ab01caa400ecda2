"""`inbrief calendar`: what the calendars hold, and whether a day would work; nothing is written, no mail needed."""

import datetime as dt
from contextlib import closing
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer

from briefs.conflicts import Conflict
from briefs.findings import DateKind, DateSpan
from briefs.options import Option
from calendars.busy import BusyLine, busy_lines
from calendars.errors import CalendarsError
from calendars.feasibility import check as feasible
from calendars.loading import Contents, load, read_between
from calendars.question import Answer, Question
from calendars.settings import CalendarSettings
from calendars.snapshot import JobList
from calendars.sources.kept import Copy
from inbrief.build import open_app
from inbrief.cli.sync import sync
from inbrief.cli.terminal import AsJson, ConfigPath, complain, config_path, out, print_json
from inbrief.config import Config
from inbrief.config_file import read_config
from inbrief.errors import Refused
from inbrief.running_jobs import KeptJobs
from inbrief.syncing import kept_copies
from inbrief.timing import staffed
from notify import clashes
from notify.language import language
from notify.options import option_sentence
from store.database import Database
from store.errors import StoreError

UNREADABLE = 65  # EX_DATAERR

app = typer.Typer(help="What the calendars hold, and whether a day would work.", no_args_is_help=True)
app.command()(sync)


def _instant(text: str) -> dt.datetime:
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"expected an instant such as 2026-03-02T09:00:00Z, got {text!r}") from None


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"expected a day such as 2026-03-02, got {text!r}") from None


def _zone(text: str) -> ZoneInfo:
    try:
        return ZoneInfo(text)
    except (ValueError, OSError, ZoneInfoNotFoundError):
        raise typer.BadParameter(f"expected an IANA time zone such as Europe/Berlin, got {text!r}") from None


@app.command()
def busy(
    start: Annotated[dt.datetime, typer.Option("--from", parser=_instant, metavar="INSTANT", help="From here on …")],
    end: Annotated[dt.datetime, typer.Option("--to", parser=_instant, metavar="INSTANT", help="… up to here.")],
    calendar: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="An .ics file, several times; else those of the settings.")
    ] = None,
    zone: Annotated[
        ZoneInfo | None,
        typer.Option(parser=_zone, metavar="ZONE", help="Where whole days and floating times are read."),
    ] = None,
    json: AsJson = False,
    config: ConfigPath = None,
) -> None:
    """Show what takes time between two instants, each occurrence as the calendar has it; skipped entries are named.

    The window is half-open. Without a zone it is the office's, or UTC where files are named and there are no settings.
    """
    settings = None if calendar else read_config(config_path(config))
    known = zone or (settings.zone if settings is not None else ZoneInfo("UTC"))
    start, end = _aware(start, known), _aware(end, known)
    if end <= start:
        raise typer.BadParameter("--to: expected an instant after --from")
    files = [CalendarSettings(name=str(file), file=file) for file in calendar or ()]
    lines: list[BusyLine] = []
    unreadable = False
    with kept_copies(settings) as copies:
        for one in settings.calendars if settings is not None else files:
            contents = _contents(one, start, end, known, copies.get(one.name), given=zone is not None)
            if contents is None:
                unreadable = True
                continue
            lines += busy_lines(one.name, contents.occurrences, start, end, known)
            for note in (*contents.unread, *contents.assumed):
                complain(f"{one.name}: {note}")
    for line in lines:
        if json:
            print_json(dict(line))
        else:
            mark = " (pencilled)" if line["tentative"] else ""
            out().print(f"{line['start']}  {line['end']}  {line['summary']}{mark}  [{line['calendar']}]", markup=False)
    if unreadable:
        raise typer.Exit(UNREADABLE)


def _contents(
    one: CalendarSettings, start: dt.datetime, end: dt.datetime, zone: ZoneInfo, copy: Copy | None, *, given: bool
) -> Contents | None:
    try:
        return read_between(one, start, end, zone, own_zone=not given, copy=copy)
    except CalendarsError as problem:
        complain(str(problem))
        return None


def _aware(moment: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)


@app.command()
def check(
    due: Annotated[dt.date, typer.Option(parser=_day, metavar="DAY", help="The day asked for.")],
    job: Annotated[str, typer.Option(metavar="KIND", help="A kind of job of the table, such as banner.")],
    received: Annotated[
        dt.datetime,
        typer.Option(parser=_instant, metavar="INSTANT", help="When the brief came in; it is judged as of then."),
    ],
    live: Annotated[dt.date | None, typer.Option(parser=_day, metavar="DAY", help="When it is live.")] = None,
    client: Annotated[str | None, typer.Option(metavar="ID", help="A client of the settings.")] = None,
    needs: Annotated[list[str] | None, typer.Option(metavar="RESOURCE", help="What the work needs besides.")] = None,
    rush: Annotated[bool, typer.Option("--rush", help="Take it as a rush.")] = False,
    json: AsJson = False,
    config: ConfigPath = None,
) -> None:
    """Hold a day against the calendars and tables of the settings: what stands in the way, and what would work."""
    settings = read_config(config_path(config))
    now = _aware(received, settings.zone)
    with kept_copies(settings) as copies:
        snapshot = load(
            settings.calendars,
            settings.directory.people,
            clients=settings.directory.clients,
            closures=settings.agency.closures,
            offices=settings.offices,
            copies=copies,
            jobs=_running_jobs(settings, now),
            now=now,
            zone=settings.zone,
        )
    question = _question(settings, due, live, job, now, client, tuple(needs or ()), rush=rush)
    answer = feasible(question, snapshot, settings.rules, now)
    _print(answer, settings, now, json=json)


@app.command()
def holds(config: ConfigPath = None) -> None:
    """Show the address at which calendar programs subscribe to our due dates; whoever knows it may read them."""
    with open_app(config_path(config)) as opened:
        feed = opened.desk.holds_feed()
    if feed is None:
        raise Refused("there is no feed: set `holds: {feed: true}` in the settings")
    out().print(f"{opened.config.web.base_url}/holds/{feed.key}.ics", markup=False, soft_wrap=True)


def _running_jobs(settings: Config, now: dt.datetime) -> JobList | None:
    """The imported list, where there is a database to look for one in."""
    with closing(Database(settings.database)) as database:
        if not database.exists:
            return None
        try:
            database.check()
        except StoreError as problem:
            complain(f"the job list could not be looked for: {problem}")
            return None
        return KeptJobs(database, settings.capacity.list_days)(now)


def _question(
    settings: Config,
    due: dt.date,
    live: dt.date | None,
    job: str,
    received: dt.datetime,
    client_id: str | None,
    needs: tuple[str, ...],
    *,
    rush: bool,
) -> Question:
    """As a brief of that client would ask: its account executive and its team are the key people."""
    directory = settings.directory
    client = directory.client(client_id)
    if client_id is not None and client is None:
        known = ", ".join(each.id for each in directory.clients) or "none"
        raise typer.BadParameter(f"--client: {client_id!r} is no client of the settings ({known})")
    if job not in settings.job_kinds:
        complain(f"{job} is no kind of job of the table, so it counts as unknown: {', '.join(settings.job_kinds)}")
    question = Question(
        received_at=received,
        due=(DateSpan(DateKind.DUE, due, due),),
        live=() if live is None else (DateSpan(DateKind.LIVE, live, live),),
        jobs=(job,),
        client_country=client.country if client is not None else None,
        client_region=client.region if client is not None else None,
        client=client_id,
        needs=needs,
        rush=rush,
    )
    return staffed(question, client, directory.summary_goes_to(None, client), directory, settings.rules)


def _print(answer: Answer, settings: Config, now: dt.datetime, *, json: bool) -> None:
    words = language(settings.agency.country, settings.agency.time_zone, now.date())
    if json:
        print_json(
            {
                "checked": answer.checked,
                "conflicts": [_plain(conflict, clashes.inside(conflict, words)) for conflict in answer.conflicts],
                "earliest": None if answer.earliest is None else answer.earliest.isoformat(),
                "options": [_option(option, option_sentence(option, words)) for option in answer.options],
            }
        )
        return
    for conflict in answer.conflicts:
        out().print(f"{conflict.severity.name.lower()}: {clashes.inside(conflict, words)}", markup=False)
    if not answer.conflicts:
        out().print("Nothing stands in the way.")
    if answer.earliest is not None:
        out().print(f"Earliest day that works: {words.full_day(answer.earliest)}", markup=False)
    for option in answer.options:
        out().print(option_sentence(option, words), markup=False)


def _plain(conflict: Conflict, sentence: str) -> dict[str, str | None]:
    """The first entry behind it, where there is one; all times as the calendar has them, instants in UTC."""
    entry = conflict.evidence[0] if conflict.evidence else None
    return {
        "kind": conflict.kind.value,
        "severity": conflict.severity.name.lower(),
        "day": conflict.day.isoformat(),
        "calendar": None if entry is None else entry.calendar,
        "uid": None if entry is None else entry.uid,
        "start": None if entry is None else entry.start.isoformat(),
        "end": None if entry is None else entry.end.isoformat(),
        "sentence": sentence,
    }


def _option(option: Option, sentence: str) -> dict[str, object]:
    given = {key: value.isoformat() if isinstance(value, dt.date) else value for key, value in option.parameters}
    return {"kind": option.kind.value, "day": option.day.isoformat(), **given, "sentence": sentence}
