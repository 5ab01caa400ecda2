"""The door to the database: one address, and transactions that keep everything or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, InterfaceError, NoSuchModuleError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from store import migrate, sqlite
from store.errors import Damaged, StoreError, Unreachable

# What the functions of this package work in. They never commit: whoever opened it does, by leaving it.
Transaction = Connection


class Database:
    """A database by its URL: `sqlite:///var/inbrief.db` or `postgresql+psycopg://user@host/name`.

    Nothing is connected until the first transaction. One object serves all threads; a transaction serves one.
    """

    def __init__(self, url: str) -> None:
        try:
            address = make_url(url)
            sqlite_file = address.get_backend_name() == "sqlite"
            engine = sqlite.engine(address) if sqlite_file else _postgresql(address)
        except (ArgumentError, NoSuchModuleError) as error:
            raise StoreError(
                f"not a database address: {url!r}; expected sqlite:///FILE or postgresql+psycopg://…"
            ) from error
        self._engine = engine
        if sqlite_file:
            self._writing = engine.execution_options(begin=sqlite.IMMEDIATE)
            self._reading = engine.execution_options(begin=sqlite.SNAPSHOT)
        else:
            self._writing = engine.execution_options(isolation_level="READ COMMITTED")
            self._reading = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Everything done inside is kept when the block ends, and nothing of it when an exception leaves it."""
        with _one_transaction(self._writing) as tx:
            yield tx

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """The database as it was at the first look, whatever is written meanwhile; writing in it is refused."""
        with _one_transaction(self._reading) as tx:
            yield tx

    @contextmanager
    def rehearsal(self) -> Iterator["Rehearsal"]:
        """A database to try things in: what is done there is seen there, and gone when the block ends.

        It holds one writing transaction open all the while, so on SQLite other writers wait: keep it short.
        """
        with _reachable(self._writing), self._writing.connect() as connection, connection.begin() as all_of_it:
            yield Rehearsal(connection)
            all_of_it.rollback()

    def upgrade(self) -> None:
        """Bring the tables to this version's shape; doing it twice, or from two processes, is doing it once."""
        with _reachable(self._engine):
            migrate.upgrade(self._engine)

    def check(self) -> None:
        """Raises NotUpgraded where the tables are of another version, Unreachable where nobody answers."""
        with self.reading() as tx:
            migrate.check(tx)

    @property
    def exists(self) -> bool:
        """False for a file that nobody has made yet; whether a server is there only asking it tells."""
        file = self._engine.url.database
        return self._engine.dialect.name != "sqlite" or not file or Path(file).exists()

    def close(self) -> None:
        self._engine.dispose()


class Rehearsal(Database):
    """The database inside one transaction that will be rolled back; its transactions are savepoints."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        with self._connection.begin_nested():
            yield self._connection

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        with self._connection.begin_nested():
            yield self._connection

    def upgrade(self) -> None:
        """Nothing: its tables are those of the real one."""

    def close(self) -> None:
        """Nothing: the real one goes on."""


@contextmanager
def _one_transaction(engine: Engine) -> Iterator[Transaction]:
    with _reachable(engine), engine.begin() as connection:
        yield connection


@contextmanager
def _reachable(engine: Engine) -> Iterator[None]:
    try:
        yield
    except (OperationalError, InterfaceError, PoolTimeout) as error:
        # Also what PostgreSQL says of a deadlock: whatever it is, nothing was kept and the next try may do.
        cause = getattr(error, "orig", None) or error
        raise Unreachable(f"{_shown(engine)}: {cause}") from error
    except DatabaseError as error:
        if type(error) is not DatabaseError:
            raise  # one of its kinds, and a bug: a key that is there already, a statement that cannot be
        raise Damaged(f"{_shown(engine)}: {error.orig}") from error


def _shown(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=True)


def _postgresql(address: URL) -> Engine:
    """A connection that died while it was not used is noticed; a host that does not answer is given up."""
    patience = {} if "connect_timeout" in address.query else {"connect_timeout": 10}
    return create_engine(address, pool_pre_ping=True, connect_args=patience)
