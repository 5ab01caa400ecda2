"""`inbrief extract`: what would be read from mail files, with no settings, no database and nothing written."""

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated

import typer

from extract.errors import BadVocabulary
from extract.label import explanation, label
from extract.own_words import Entry, own_words
from inbrief.cli.terminal import AsJson, complain, out, print_json
from inbrief.clock import system_clock
from ingest.errors import Unreadable
from ingest.reading import read_message

UNREADABLE = 65  # EX_DATAERR
NO_FILE = 66  # EX_NOINPUT


def extract(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="Mail files (.eml), or - for standard input.")],
    json: AsJson = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say why each value was taken, and what was looked at and was not.")
    ] = False,
    vocabulary: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Your own words beside ours, as `vocabulary` in config.yaml.")
    ] = None,
) -> None:
    """Show what would be read from these mails."""
    from extract.reading import Extractor  # spaCy comes with it, which the other commands do without
    from extract.terminal import readable
    from extract.terminal_reasons import reasons

    extractor, worst = Extractor(_own(vocabulary)), 0
    for file in files:
        try:
            content, arrived_at = _read(file)
            mail = read_message(content, arrived_at)
        except OSError as error:
            complain(f"{file}: {error.strerror or error}")
            worst = max(worst, NO_FILE)
            continue
        except Unreadable as error:
            complain(f"{file}: {error}")
            worst = max(worst, UNREADABLE)
            continue
        told = extractor.explain(mail) if explain else None
        findings = told.findings if told is not None else extractor.read(mail)
        if json:
            print_json({"file": file, **label(mail, findings), **({"explain": explanation(told)} if told else {})})
            continue
        out().print(readable(mail, findings))
        if told is not None:
            out().print(reasons(told))
    if worst:
        raise typer.Exit(worst)


def _own(folder: Path | None) -> tuple[Entry, ...]:
    if folder is None:
        return ()
    try:
        return own_words(folder)
    except BadVocabulary as error:
        for problem in error.problems:
            complain(f"vocabulary: {problem}")
        raise typer.Exit(UNREADABLE) from None


def _read(file: str) -> tuple[bytes, dt.datetime]:
    """A file that names no day was written when it was last saved."""
    if file == "-":
        return sys.stdin.buffer.read(), system_clock()
    path = Path(file)
    return path.read_bytes(), dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC)
