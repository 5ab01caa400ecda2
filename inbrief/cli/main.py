"""The one console script: commands gathered, errors turned into sentences and exit codes."""

import sys

import typer

from calendars.errors import CalendarsError
from inbrief import logs
from inbrief.cli import briefs, calendar, check, database, extract, jobs, messages, service, terminal, try_, why
from inbrief.errors import InbriefError
from ingest.errors import IngestError
from store.errors import StoreError

EXIT_CODES = """Exit codes: 0 done; 1 not done, the sentence says why; 2 wrong usage; 65 a file could not be read;
66 no such file; 75 try again later (the message was not kept); 78 the settings need mending; 130 interrupted."""

app = typer.Typer(
    name="inbrief",
    help="Clients' mail becomes draft briefs, held against the team calendar.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(service.run)
app.command()(service.poll)
app.command()(service.ingest)
app.command()(extract.extract)
app.command("try")(try_.try_)
app.command()(why.why)
app.command()(check.check)
app.add_typer(briefs.app, name="briefs")
app.add_typer(calendar.app, name="calendar")
app.add_typer(jobs.app, name="jobs")
app.add_typer(messages.app, name="messages")
app.add_typer(database.app, name="db")


@app.callback()
def inbrief(config: terminal.ConfigPath = None) -> None:
    """Clients' mail becomes draft briefs, held against the team calendar."""
    terminal.BEFORE_THE_COMMAND.set(config)


def main() -> None:
    """Run a command. A bug keeps its traceback; everything foreseen is one sentence on standard error."""
    logs.configure()
    try:
        app()
    except InbriefError as error:
        terminal.complain(str(error))
        sys.exit(error.code)
    except (StoreError, IngestError, CalendarsError) as error:
        terminal.complain(str(error))
        sys.exit(1)
