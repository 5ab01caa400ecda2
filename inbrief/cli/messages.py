"""`inbrief messages`: every message and its one outcome."""

from typing import Annotated

import typer
from rich.table import Table

from briefs.messages import Outcome
from inbrief.build import open_app
from inbrief.cli.terminal import ActingAs, AsJson, ConfigPath, config_path, out, print_json
from inbrief.shapes import message_shape
from store import messages

app = typer.Typer(help="Every message and its one outcome.", no_args_is_help=True)
MessageId = Annotated[int, typer.Argument(metavar="ID", help="The message's number in `messages list`.")]


@app.command("list")
def list_(
    outcome: Annotated[Outcome | None, typer.Option(help="Only these; `parked` is what could not be read.")] = None,
    json: AsJson = False,
    config: ConfigPath = None,
) -> None:
    """Newest last, each with its outcome."""
    with open_app(config_path(config)) as opened:
        with opened.database.reading() as tx:
            rows = messages.list_messages(tx, outcome=outcome)
        zone = opened.config.zone
    if json:
        for row in rows:
            print_json(message_shape(row))
        return
    table = Table("id", "received", "from", "subject", "outcome", "briefs", "reason", box=None)
    for row in rows:
        received = row.received_at.astimezone(zone).strftime("%d %b %H:%M")
        briefs = " ".join(str(brief) for brief in row.brief_numbers)
        table.add_row(str(row.id), received, row.author, row.subject, row.outcome, briefs, row.reason)
    out().print(table if rows else "No messages yet.")


@app.command()
def show(id: MessageId, json: AsJson = False, config: ConfigPath = None) -> None:
    """One message: what became of it, and the text that was read."""
    with open_app(config_path(config)) as opened, opened.database.reading() as tx:
        row = messages.get(tx, id)
        text = messages.latest_text(tx, id)
    if json:
        print_json({**message_shape(row), "text": text.text if text else None})
        return
    for name, value in message_shape(row).items():
        out().print(f"{name:12} {value if value not in (None, []) else '-'}", markup=False)
    out().print()
    out().print(text.text if text else "(not read)", markup=False)


@app.command()
def retry(id: MessageId, acting: ActingAs, config: ConfigPath = None) -> None:
    """Let a parked message be tried again; `run` or `poll` reads it."""
    with open_app(config_path(config)) as opened:
        opened.desk.retry(id, opened.desk.actor(acting))
    out().print(f"Message {id} waits to be read again.")
