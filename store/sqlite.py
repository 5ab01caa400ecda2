"""SQLite as inbrief uses it: durable, with foreign keys, and whoever will write says so when the transaction begins."""

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from store.errors import Unreachable

# A transaction that begins deferred, reads and then writes fails with BUSY_SNAPSHOT, whatever the timeout, as soon as
# another writer came between. So there are those that write, from the start, and those that cannot.
IMMEDIATE = ("PRAGMA query_only=OFF", "PRAGMA foreign_keys=ON", "BEGIN IMMEDIATE")
SNAPSHOT = ("PRAGMA query_only=ON", "BEGIN DEFERRED")
# Migrations rebuild tables; there the references are checked once, at the end.
MIGRATION = ("PRAGMA query_only=OFF", "PRAGMA foreign_keys=OFF", "BEGIN IMMEDIATE")

PATIENCE = 30  # seconds to wait for another writer


def engine(url: URL) -> Engine:
    """An engine whose transactions begin as their `begin` execution option says."""
    in_memory = url.database in {None, "", ":memory:"}
    made = create_engine(
        url,
        connect_args={"timeout": PATIENCE, "isolation_level": None, "check_same_thread": False},
        **({"poolclass": StaticPool} if in_memory else {"pool_size": 10, "max_overflow": 20}),
    )

    @event.listens_for(made, "do_connect")
    def _place(*_: object) -> None:
        if not in_memory and url.database is not None:
            _make_file(Path(url.database))

    @event.listens_for(made, "connect")
    def _settings(connection: Any, _: ConnectionPoolEntry) -> None:  # the driver's own
        for pragma in ("journal_mode=WAL", "synchronous=FULL"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        for statement in connection.get_execution_options().get("begin", IMMEDIATE):
            connection.exec_driver_sql(statement)

    return made


def _make_file(path: Path) -> None:
    """Clients' mail lies in it: nobody but its owner reads the file, nor what SQLite lays beside it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        raise Unreachable(f"{path}: {error.strerror}") from error
