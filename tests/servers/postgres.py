"""A throw-away PostgreSQL: one cluster for the whole run on a socket of its own, a fresh database for each test."""

import os
import pwd
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg
import pytest

from store.database import Database
from tests.servers import program

DEBIAN = Path("/usr/lib/postgresql")
OPTIONS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=", "max_connections=60")


@dataclass(frozen=True, slots=True)
class Postgres:
    """A running cluster, reached through the socket in `folder`."""

    folder: Path
    numbers: Iterator[int] = field(default_factory=count)

    def url(self, name: str) -> str:
        return f"postgresql+psycopg://postgres@/{name}?host={self.folder}"

    def create(self, template: str = "template1") -> str:
        """A new database's name."""
        name = f"test_{next(self.numbers)}"
        self._run(f'CREATE DATABASE {name} TEMPLATE "{template}"')
        return name

    def drop(self, name: str) -> None:
        self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def _run(self, statement: str) -> None:
        with psycopg.connect(host=str(self.folder), user="postgres", dbname="postgres", autocommit=True) as connection:
            connection.execute(statement)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """Skips where PostgreSQL is not installed. It is stopped and removed at the end, whatever the tests did."""
    initdb = program("initdb", "postgresql", *_newest_first())
    owner = _owner()
    folder = Path(tempfile.mkdtemp(prefix="inbrief-postgres-", dir=_in_memory()))
    try:
        if owner is not None:
            shutil.chown(folder, owner, pwd.getpwnam(owner).pw_gid)
        data, options = folder / "data", (f"unix_socket_directories={folder}", *OPTIONS)
        _as(owner, initdb, "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        pg_ctl, told = initdb.with_name("pg_ctl"), " ".join(f"-c {option}" for option in options)
        _as(owner, pg_ctl, "-D", data, "-w", "-l", folder / "log", "-o", told, "start")
        try:
            yield Postgres(folder)
        finally:
            _as(owner, pg_ctl, "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def postgres_template(postgres: Postgres) -> str:
    """A database with every table in it, to be copied."""
    name = postgres.create()
    database = Database(postgres.url(name))
    database.upgrade()
    database.close()
    return name


@pytest.fixture
def postgres_url(postgres: Postgres, postgres_template: str) -> Iterator[str]:
    """A database of its own for this test, with every table and nothing in them."""
    name = postgres.create(postgres_template)
    yield postgres.url(name)
    postgres.drop(name)


def _newest_first() -> list[Path]:
    return sorted(DEBIAN.glob("*/bin/initdb"), key=lambda path: [int(n) for n in re.findall(r"\d+", str(path))])[::-1]


def _in_memory() -> Path | None:
    """Ten times faster than on a disk; a container may have none of it, or too little."""
    memory = Path("/dev/shm")  # noqa: S108  # a fresh folder in it
    roomy = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 2**30
    return memory if roomy else None


def _owner() -> str | None:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _as(owner: str | None, *command: str | Path) -> None:
    group = None if owner is None else pwd.getpwnam(owner).pw_gid
    done = subprocess.run(
        command,
        user=owner,
        group=group,
        extra_groups=None if owner is None else [],
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if "start" not in command else subprocess.DEVNULL,  # the server would keep the pipe open
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode != 0:
        pytest.fail(f"{' '.join(map(str, command))}: {(done.stdout or b'').decode()}")
