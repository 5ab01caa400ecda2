"""`inbrief run`, `poll` and `ingest`: the story itself."""

import sys
from typing import Annotated

import structlog
import typer
from rich.panel import Panel
from rich.text import Text

from inbrief.build import App, open_app, pages_secret
from inbrief.cli.terminal import ConfigPath, config_path, out
from inbrief.errors import InbriefError, TryAgain
from inbrief.run import Runner, bind, serve
from inbrief.web.app import create_app
from ingest.errors import IngestError
from ingest.pipe import PipeSource
from store.errors import StoreError

log = structlog.get_logger()


def run(config: ConfigPath = None) -> None:
    """The service: watches the mailboxes, reads, sends, schedules, serves the pages. Ctrl-C stops it."""
    with open_app(config_path(config), upgrade=True) as app:
        listener = bind(app.config.web.listen)
        pages = create_app(app.desk, app.config.web, app.clock, pages_secret(app.config, app.path))
        serve(Runner(app), pages, listener, ready=lambda: out().print(_welcome(app)))
    out().print("Stopped. What waits is found at the next start.")


def poll(config: ConfigPath = None) -> None:
    """One pass: receive, read, send what is due, then exit."""
    with open_app(config_path(config), upgrade=True) as app:
        unreached = []
        for source in app.sources:
            try:
                app.service.receive(source)
            except IngestError as error:
                unreached.append(f"mailbox {source.name}: {error}")
        read = app.service.read_waiting()
        app.refresh_calendars()
        sent = app.service.deliver()
        out().print(
            f"{read} {'message' if read == 1 else 'messages'} read, {sent} {'mail' if sent == 1 else 'mails'} sent."
        )
        if unreached:
            raise InbriefError("\n".join(unreached))


def ingest(
    source: Annotated[str, typer.Argument(metavar="-", help="- for standard input.")],
    config: ConfigPath = None,
    mailbox: Annotated[str, typer.Option(help="The name the message is kept under.")] = "pipe",
) -> None:
    """One message on standard input, for an MTA's pipe; exit code 75 means that it was not kept and may come again."""
    if source != "-":
        raise typer.BadParameter("only - (standard input) is read; for files use a folder mailbox")
    try:
        with open_app(config_path(config)) as app:
            app.service.receive(PipeSource(mailbox, sys.stdin.buffer, app.service.parts.limits))
    except (StoreError, OSError) as error:
        raise TryAgain(f"the message was not kept: {error}") from error


def _welcome(app: App) -> Panel:
    """Where to look, in plain words."""
    config = app.config
    lines = [("Pages", config.web.base_url + (" (demo: no sign-in)" if config.web.demo else ""))]
    for mailbox in config.mailboxes:
        if mailbox.imap is not None:
            lines.append((f"Mail in ({mailbox.name})", f"{mailbox.imap.auth.user} at {mailbox.imap.host}"))
        else:
            lines.append((f"Mail in ({mailbox.name})", f"{mailbox.folder}  ← drop an .eml file here"))
    if config.outgoing.smtp is not None:
        lines.append(("Mail out", f"{config.outgoing.smtp.host}:{config.outgoing.smtp.port}"))
    else:
        lines.append(("Mail out", f"{config.outgoing.folder}  (open an .eml file)"))
    lines.append(("From a shell", f"{sys.argv[0]} briefs list, {sys.argv[0]} messages list"))
    if config.web.demo:
        lines.append(("A real mailbox", f"edit mailboxes and outgoing in {app.path}, then: {sys.argv[0]} check"))
    width = max(len(label) for label, _ in lines)
    body = Text("\n".join(f"{label:<{width}}  {value}" for label, value in lines))
    return Panel(body, title="inbrief is running", subtitle="Ctrl-C stops it", expand=False)
