"""The migrations make exactly the tables that the code works with, once."""

import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, inspect, text

from store import messages
from store.database import Database
from store.errors import NotUpgraded
from store.schema import metadata


def test_the_migrations_make_the_tables_of_the_code(database: Database) -> None:
    with database.reading() as tx:
        found = compare_metadata(MigrationContext.configure(tx, opts={"compare_type": True}), metadata)

    assert found == []


def test_the_migrations_make_the_constraints_of_the_code(empty_url: str) -> None:
    """Alembic compares no checks, and no names of keys."""
    migrated = Database(empty_url)
    migrated.upgrade()
    migrated.close()
    engine = create_engine(empty_url)

    by_migration = _constraints(engine)
    metadata.drop_all(engine)
    metadata.create_all(engine)
    by_code = _constraints(engine)
    engine.dispose()

    assert by_migration == by_code


def _constraints(engine: Engine) -> dict[str, list[str]]:
    tables = inspect(engine)
    return {
        name: sorted(
            [f"{one['name']}: {one['sqltext']}" for one in tables.get_check_constraints(name)]
            + [f"{one['name']}: {one['referred_table']}" for one in tables.get_foreign_keys(name)]
            + [f"{one['name']}: {one['column_names']}" for one in tables.get_unique_constraints(name)]
            + [
                f"{one['name']}: {sorted(map(str, one['dialect_options'].values()))}"
                for one in tables.get_indexes(name)
            ]
            + [str(tables.get_pk_constraint(name)["name"])]
        )
        for name in metadata.tables
    }


def test_upgrading_twice_is_upgrading_once(database: Database) -> None:
    database.upgrade()

    database.check()


def test_two_processes_may_upgrade_at_once(empty_url: str) -> None:
    upgrade = f"from store.database import Database; Database({empty_url!r}).upgrade()"
    at_once = [subprocess.Popen([sys.executable, "-c", upgrade]) for _ in range(3)]

    assert [one.wait(60) for one in at_once] == [0, 0, 0]
    database = Database(empty_url)
    database.check()
    database.close()


def test_a_database_without_tables_is_told_to_upgrade(empty_url: str) -> None:
    database = Database(empty_url)

    with pytest.raises(NotUpgraded, match="no tables yet; run: inbrief db upgrade"):
        database.check()
    database.close()


def test_a_database_of_a_newer_version_is_left_alone(database: Database) -> None:
    with database.transaction() as tx:
        tx.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(NotUpgraded, match="newer version of inbrief"):
        database.check()
    with pytest.raises(NotUpgraded, match="newer version of inbrief"):
        database.upgrade()


def test_a_database_of_an_older_version_is_told_to_upgrade(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alembic.script.ScriptDirectory.get_heads", lambda _: ["0001", "0002"])

    with pytest.raises(NotUpgraded, match="older version of inbrief"):
        database.check()


def test_a_database_of_the_first_shape_is_upgraded_with_what_it_holds(
    empty_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as first:
        first.setattr("store.migrate.NEWEST", "0001")
        old = Database(empty_url)
        old.upgrade()
        old.close()
    engine = create_engine(empty_url)
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO blob (sha256, size, kept_at) VALUES ('a', 1, '2026-03-02 09:30:00')"))
        connection.execute(
            text(
                "INSERT INTO message (id, raw_sha256, mailbox, arrived_at, received_at, left_out, trust, outcome,"
                ' reason, reason_parameters, attempts, rfc_message_id, original_message_id, in_reply_to, "references",'
                " mail_sha256, mail_key, request_key, subject, subject_key, author_address, author_name, recipients,"
                " client_name, automatic) VALUES (1, 'a', 'intake', '2026-03-02 09:30:00', '2026-03-02 09:30:00',"
                " '', '', 'brief', '', '{}', 1, '<1@x>', '', '[]', '[]', '', '', '', '', '', '', '', '[]', '', '')"
            )
        )
        connection.execute(
            text(
                "INSERT INTO mail_text (id, message_id, reader, digest, content, notes, read_at)"
                " VALUES (1, 1, 1, '', 'Three banners', '[]', '2026-03-02 09:30:00')"
            )
        )
    engine.dispose()

    database = Database(empty_url)
    database.upgrade()
    database.check()
    with database.reading() as tx:
        kept = messages.text(tx, 1)
    database.close()

    assert (kept.text, kept.carriers, kept.contact) == ("Three banners", (), None)
