"""`inbrief db`: the database's schema."""

from contextlib import closing

import typer

from inbrief.cli.terminal import ConfigPath, config_path, out
from inbrief.config_file import read_config
from store.database import Database

app = typer.Typer(help="The database.", no_args_is_help=True)


@app.callback()
def db() -> None:
    """The database."""


@app.command()
def upgrade(config: ConfigPath = None) -> None:
    """Bring the schema to what this version needs; twice is once."""
    with closing(Database(read_config(config_path(config)).database)) as database:
        database.upgrade()
    out().print("The database is up to date.")
