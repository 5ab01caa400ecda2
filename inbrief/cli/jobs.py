"""`inbrief jobs`: the agency's own list of running jobs, and its table of kinds of job."""

import datetime as dt
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from briefs.jobs import JobKind, RunningJob
from briefs.roles import Role
from calendars.errors import CalendarsError, Unreadable
from calendars.job_list import BYTES, ReadList, Remark, read_job_list
from extract.country import Country
from inbrief.build import open_app
from inbrief.cli.terminal import AsJson, ConfigPath, complain, config_path, out, print_json
from inbrief.config import Config
from inbrief.config_file import read_config
from inbrief.running_jobs import JobImport

UNREADABLE = 65  # EX_DATAERR
NO_FILE = 66  # EX_NOINPUT

app = typer.Typer(help="The running jobs and the kinds of job that dates are held against.", no_args_is_help=True)


def _moment(text: str) -> dt.datetime:
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"expected a day or an instant such as 2026-06-03T09:00, got {text!r}") from None


@app.command("import")
def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A CSV file with a header row; samples/jobs.csv is one.")
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change and keep nothing.")] = False,
    as_of: Annotated[
        dt.datetime | None,
        typer.Option(parser=_moment, metavar="INSTANT", help="When the list was written, if that is not just now."),
    ] = None,
    json: AsJson = False,
    config: ConfigPath = None,
) -> None:
    """Take the whole list of running jobs from a file: it replaces the one before. The same file again changes nothing.

    Lines that cannot be read are named and leave their jobs as they were; the exit code is then 65.
    """
    settings = read_config(config_path(config))
    if not file.exists():
        complain(f"{file}: there is no such file")
        raise typer.Exit(NO_FILE)
    try:
        read = _read(file, settings)
    except CalendarsError as problem:
        complain(f"{file}: {problem}")
        raise typer.Exit(UNREADABLE) from None
    with open_app(config_path(config)) as opened:
        now = opened.clock()
        known = now if as_of is None else as_of if as_of.tzinfo is not None else as_of.replace(tzinfo=settings.zone)
        if known > now:
            raise typer.BadParameter("--as-of: expected an instant that is not in the future")
        imported = opened.desk.import_jobs(read, known, keep=not dry_run)
    (_print_json if json else _print)(imported, read, dry_run=dry_run)
    if read.bad:
        raise typer.Exit(UNREADABLE)


def _read(file: Path, settings: Config) -> ReadList:
    try:
        with file.open("rb") as opened:
            content = opened.read(BYTES + 1)
    except OSError as problem:
        raise Unreadable(problem.strerror or str(problem)) from problem
    return read_job_list(
        content,
        settings.directory.clients,
        settings.job_kinds,
        dict.fromkeys((*Role, *settings.capacity.departments)),
        day_first=Country(settings.agency.country, shown=False).day_first,
    )


def _print(imported: JobImport, read: ReadList, *, dry_run: bool) -> None:
    for remark in read.doubts:
        complain(_of_line(remark))
    for remark in read.bad:
        complain(f"{_of_line(remark)}; left out")
    told = imported.changes
    for job in told.new:
        out().print(f"new      {_line(job)}", markup=False)
    for before, after in told.changed:
        fields = ", ".join(f"{name} {old or '-'} → {new or '-'}" for name, old, new in _differences(before, after))
        out().print(f"changed  {after.number}  {fields}", markup=False)
    for job in told.gone:
        out().print(f"gone     {_line(job)}", markup=False)
    counts = f"{len(told.new)} new, {len(told.changed)} changed, {len(told.gone)} gone"
    bad = f", {len(read.bad)} lines left out" if read.bad else ""
    end = "; nothing was kept" if dry_run else ""
    out().print(f"{len(imported.jobs)} jobs: {counts}{bad}{end}.", markup=False)


def _print_json(imported: JobImport, read: ReadList, *, dry_run: bool) -> None:
    told = imported.changes
    for job in told.new:
        print_json({"change": "new", **_plain(job)})
    for before, after in told.changed:
        was = {name: old for name, old, _ in _differences(before, after)}
        print_json({"change": "changed", **_plain(after), "was": was})
    for job in told.gone:
        print_json({"change": "gone", **_plain(job)})
    for kind, remarks in (("doubt", read.doubts), ("bad", read.bad)):
        for remark in remarks:
            print_json({"change": kind, "line": remark.line, "number": remark.number, "sentence": remark.sentence})
    print_json(
        {
            "change": "list",
            "as_of": imported.as_of.isoformat(),
            "kept": not dry_run,
            "jobs": len(imported.jobs),
            "new": len(told.new),
            "changed": len(told.changed),
            "gone": len(told.gone),
            "bad": len(read.bad),
        }
    )


def _of_line(remark: Remark) -> str:
    return f"line {remark.line}: {remark.sentence}"


def _line(job: RunningJob) -> str:
    return f"{job.number}  {job.due.isoformat()}  {job.client or '-'}  {job.title}  [{job.state}]"


def _plain(job: RunningJob) -> dict[str, Any]:
    return {name: _shown(job, name) for name in RunningJob.__slots__}


def _differences(before: RunningJob, after: RunningJob) -> list[tuple[str, Any, Any]]:
    pairs = ((name, _shown(before, name), _shown(after, name)) for name in RunningJob.__slots__)
    return [(name, old, new) for name, old, new in pairs if old != new]


def _shown(job: RunningJob, name: str) -> Any:
    value = getattr(job, name)
    return value.isoformat() if isinstance(value, dt.date) else value


@app.command()
def kinds(json: AsJson = False, config: ConfigPath = None) -> None:
    """The table of kinds of job in force: what ships with inbrief, and the agency's own over it."""
    table = Table("kind", "lead time", "rush", "rounds", "live after", "done by", "needs", box=None)
    for kind in read_config(config_path(config)).job_kinds.values():
        if json:
            print_json(_kind(kind))
        after = f"{kind.after} (in the lead time)" if kind.after_included else str(kind.after or "")
        figures = (str(kind.lead_time), str(kind.rush), str(kind.rounds))
        table.add_row(kind.id, *figures, after, ", ".join(kind.roles), ", ".join(kind.needs))
    if not json:
        out().print(table)


def _kind(kind: JobKind) -> dict[str, Any]:
    steps = [{"id": step.id, "days": step.days, "department": step.department} for step in kind.steps]
    return {**{name: getattr(kind, name) for name in JobKind.__slots__}, "steps": steps}
