"""`inbrief try`: what would happen if these messages arrived now; nothing is written."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from inbrief.build import App, open_app
from inbrief.cli.terminal import AsJson, ConfigPath, complain, config_path, out, print_json
from inbrief.rehearsal import Rehearsed, RehearsedBrief, rehearse
from inbrief.shapes import conflict_shape, values_shape
from notify.clashes import inside
from notify.wording import Wording, field_name, state_name

NO_FILE = 66  # EX_NOINPUT


def try_(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="Mail files (.eml), or - for standard input.")],
    json: AsJson = False,
    config: ConfigPath = None,
) -> None:
    """What would happen if these messages arrived now: outcome, briefs, changes, conflicts, mails. Writes nothing."""
    missing: list[str] = []
    with open_app(config_path(config), upgrade=True) as app:
        for rehearsed in rehearse(app, _contents(files, missing)):
            if json:
                print_json(_shape(rehearsed, app))
            else:
                _show(rehearsed, app)
    if missing:
        raise typer.Exit(NO_FILE)


def _contents(files: list[str], missing: list[str]) -> Iterator[tuple[str, bytes]]:
    for file in files:
        try:
            yield file, sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        except OSError as error:
            complain(f"{file}: {error.strerror or error}")
            missing.append(file)


def _shape(rehearsed: Rehearsed, app: App) -> dict[str, Any]:
    return {
        "file": rehearsed.file,
        "outcome": rehearsed.message.outcome.value,
        "reason": rehearsed.message.reason,
        "action": _action(rehearsed),
        "briefs": [_brief_shape(brief, app) for brief in rehearsed.briefs],
        "mails": [{"kind": mail.kind.value, "to": mail.recipient, "subject": mail.subject} for mail in rehearsed.mails],
    }


def _brief_shape(brief: RehearsedBrief, app: App) -> dict[str, Any]:
    wording = Wording(app.language)
    return {
        "number": brief.row.number,
        "state": brief.row.state.value,
        "revision": brief.row.revision,
        "client": brief.row.client_id,
        "brand": brief.row.brand_id,
        "title": brief.row.title,
        **values_shape(brief.values),
        "changes": [
            {"field": change.field.value, "before": before or None, "after": after or None}
            for change in brief.changes
            for before, after in [wording.change(change)]
        ],
        "conflicts": [conflict_shape(conflict, app.language) for conflict in brief.conflicts],
    }


def _action(rehearsed: Rehearsed) -> str:
    """What a person would be asked to do."""
    kinds = {mail.kind.value for mail in rehearsed.mails}
    return "confirm" if "summary" in kinds else "none"


def _show(rehearsed: Rehearsed, app: App) -> None:
    screen, wording = out(), Wording(app.language)
    screen.print(f"\n{rehearsed.file}: {rehearsed.message.outcome.value}", style="bold", markup=False)
    if rehearsed.message.reason:
        screen.print(f"  {rehearsed.message.reason}", style="dim", markup=False)
    for brief in rehearsed.briefs:
        screen.print(f"  Brief {brief.row.number} ({state_name(brief.row.state)}): {brief.row.title}", markup=False)
        for change in brief.changes:
            before, after = wording.change(change)
            screen.print(f"    {field_name(change.field)}: {before or '–'} → {after or '–'}", markup=False)
        for value in () if brief.changes else brief.values:
            screen.print(f"    {field_name(value.field)}: {wording.value(value.value)}", markup=False)
        for conflict in brief.conflicts:
            screen.print(f"    ! {inside(conflict, app.language)}", style="yellow", markup=False)
    for mail in rehearsed.mails:
        screen.print(f"  Mail to {mail.recipient}: {mail.subject}", markup=False)
