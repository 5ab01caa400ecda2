"""`inbrief briefs`: the briefs, and what an AE does with one."""

from typing import Annotated, Any

import typer
from rich.table import Table

from briefs.draft import BriefState
from briefs.roles import Directory
from inbrief.build import App, open_app
from inbrief.cli.terminal import ActingAs, AsJson, ConfigPath, config_path, out, print_json
from inbrief.shapes import conflict_shape, message_shape, values_shape
from inbrief.views import brief_view
from notify.clashes import inside
from notify.wording import ALSO_SAID, READING_ORDER, Wording, field_heading, state_name
from store import briefs, conflicts
from store.briefs import BriefRow
from store.conflicts import ConflictRow
from store.database import Transaction

app = typer.Typer(help="The briefs.", no_args_is_help=True)
Number = Annotated[int, typer.Argument(metavar="NUMBER", help="The brief's number.")]


@app.command("list")
def list_(
    state: Annotated[BriefState | None, typer.Option(help="Only briefs in this state.")] = None,
    json: AsJson = False,
    config: ConfigPath = None,
) -> None:
    """Oldest first."""
    with open_app(config_path(config)) as opened, opened.database.reading() as tx:
        rows = briefs.list_briefs(tx, states=None if state is None else {state})
        if json:
            for row in rows:
                print_json(_shape(tx, row, opened))
            return
        table = Table("no.", "state", "client", "title", "asked", "clashes", box=None)
        for row in rows:
            clashes = len(conflicts.open_conflicts(tx, row.id))
            asked = row.asked_at.astimezone(opened.config.zone).strftime("%d %b %H:%M")
            client = _client_name(row, opened.directory)
            table.add_row(str(row.number), state_name(row.state), client, row.title, asked, str(clashes or "–"))
        out().print(table if rows else "No briefs yet.")


@app.command()
def show(number: Number, json: AsJson = False, config: ConfigPath = None) -> None:
    """One brief: its values with the client's words, and its clashes."""
    with open_app(config_path(config)) as opened, opened.database.reading() as tx:
        row = briefs.by_number(tx, number)
        if json:
            print_json(_shape(tx, row, opened))
            return
        view = brief_view(tx, row.id, opened.directory)
        language = opened.language
        wording = Wording(language)
        screen = out()
        screen.print(f"Brief {view.number}, revision {view.revision}: {view.title}", style="bold", markup=False)
        screen.print(
            f"{state_name(view.state)} · {_client_name(row, opened.directory)} · with {view.owner.name}", markup=False
        )
        for field in (*READING_ORDER, *ALSO_SAID):
            values = [value for value in view.values if value.field is field]
            if values:
                screen.print(f"\n{field_heading(field)}", style="bold")
            for value in values:
                label = wording.label(value.value)
                screen.print(f"  {label + ': ' if label else ''}{wording.value(value.value)}", markup=False)
                if value.quote and value.quote != wording.value(value.value):
                    screen.print(f"    “{' '.join(value.quote.split())}”", style="dim", markup=False)
        for clash in conflicts.open_conflicts(tx, row.id):
            screen.print(f"\n! {clash.id}: {inside(clash.conflict, language)}", style="yellow", markup=False)
        if view.earliest is not None:
            screen.print(f"  Earliest day that works: {language.day(view.earliest)}", markup=False)
        for one in view.accepted:
            who = f"{one.by}, {language.moment(one.at)}" if one.by else language.moment(one.at)
            screen.print(f"\n✓ Accepted: {inside(one.conflict, language)}", markup=False)
            screen.print(f"    {who}: {one.why}", style="dim", markup=False)


@app.command()
def confirm(
    number: Number,
    acting: ActingAs,
    revision: Annotated[int | None, typer.Option(help="The revision that was seen; by default the newest.")] = None,
    config: ConfigPath = None,
) -> None:
    """Confirm a brief, as its AE would on the page."""
    with open_app(config_path(config)) as opened:
        actor = opened.desk.actor(acting)
        with opened.database.reading() as tx:
            seen = revision or briefs.by_number(tx, number).revision
        opened.desk.confirm(number, seen, actor)
    out().print(f"Brief {number}, revision {seen} is confirmed.")


@app.command()
def accept(
    number: Number,
    clash: Annotated[str, typer.Option(help="Which one: its number or its key, as `briefs show` tells them.")],
    why: Annotated[str, typer.Option(help="Why it can be lived with; it is recorded.")],
    acting: ActingAs,
    revision: Annotated[int | None, typer.Option(help="The revision that was seen; by default the newest.")] = None,
    config: ConfigPath = None,
) -> None:
    """Live with a scheduling conflict, as on the page: it stands in nobody's way any more."""
    with open_app(config_path(config)) as opened:
        actor = opened.desk.actor(acting)
        with opened.database.reading() as tx:
            brief = briefs.by_number(tx, number)
            known = {str(row.id): row.conflict for row in conflicts.list_conflicts(tx, brief.id)}
        key = known[clash].key if clash in known else clash
        opened.desk.accept(number, revision or brief.revision, actor, key, why)
        with opened.database.reading() as tx:
            rows = conflicts.accepted(conflicts.list_conflicts(tx, brief.id))
        sentences = [inside(row.conflict, opened.language) for row in rows if row.conflict.key == key]
    out().print(f"Accepted: {' '.join(sentences)}", markup=False)


def _shape(tx: Transaction, row: BriefRow, opened: App) -> dict[str, Any]:
    return {
        "id": str(row.id),
        "number": row.number,
        "state": row.state.value,
        "revision": row.revision,
        "confirmed_revision": row.confirmed_revision,
        "client": row.client_id,
        "client_address": row.client_address,
        "brand": row.brand_id,
        "title": row.title,
        "owner": row.owner_id,
        "asked_at": row.asked_at.isoformat(),
        "message_ids": [message.message_id for message, _ in briefs.messages_of(tx, row.id)],
        "messages": [
            {"role": role.value, **message_shape(message)} for message, role in briefs.messages_of(tx, row.id)
        ],
        **values_shape(briefs.values(tx, row.id)),
        "conflicts": [_conflict(one, opened) for one in conflicts.open_conflicts(tx, row.id)],
        "accepted": [
            {
                **_conflict(one, opened),
                "by": one.accepted_by,
                "at": one.accepted_at.isoformat() if one.accepted_at else None,
                "why": one.accepted_why,
            }
            for one in conflicts.accepted(conflicts.list_conflicts(tx, row.id))
        ],
    }


def _conflict(row: ConflictRow, opened: App) -> dict[str, Any]:
    shape = conflict_shape(row.conflict, opened.language)
    return {"id": str(row.id), "key": row.conflict.key, "state": row.state.value, **shape}


def _client_name(row: BriefRow, directory: Directory) -> str:
    client = directory.client(row.client_id)
    return (
        client.name
        if client is not None
        else f"{row.client_name or row.client_address or 'unknown'} (not in the directory)"
    )
