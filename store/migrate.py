"""The tables' shape, brought up to date by the migrations that travel inside the package."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from store import sqlite
from store.errors import NotUpgraded

_FOLDER = Path(__file__).parent / "migrations"
NEWEST = "head"
_ONE_AT_A_TIME = 7_106_981  # the advisory lock of migrations on PostgreSQL; any number nobody else uses


def upgrade(engine: Engine) -> None:
    """In one transaction: another process waits, then finds nothing to do."""
    with engine.execution_options(begin=sqlite.MIGRATION).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})
        _refuse_newer(connection)
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, NEWEST)
        if connection.dialect.name == "sqlite":
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if broken:
                raise NotUpgraded(
                    f"the upgrade would leave {len(broken)} rows pointing at nothing; nothing was changed"
                )


def check(connection: Connection) -> None:
    """Raises NotUpgraded unless the tables are exactly those of this version."""
    _refuse_newer(connection)
    found = set(MigrationContext.configure(connection).get_current_heads())
    if not found:
        raise NotUpgraded("the database has no tables yet; run: inbrief db upgrade")
    if found != set(_scripts().get_heads()):
        raise NotUpgraded("the database is of an older version of inbrief; run: inbrief db upgrade")


def _refuse_newer(connection: Connection) -> None:
    known = {script.revision for script in _scripts().walk_revisions()}
    newer = set(MigrationContext.configure(connection).get_current_heads()) - known
    if newer:
        raise NotUpgraded(
            f"the database is of a newer version of inbrief (it has {', '.join(sorted(newer))}); "
            "install that version, or restore a backup made with this one"
        )


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
