"""A conflict is told once, seen again in silence, resolved aloud, and accepted by somebody with a reason."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from briefs.conflicts import Conflict, ConflictKind, ConflictState, Evidence, Severity
from store import conflicts
from store.conflicts import Recorded
from store.database import Database, Transaction
from store.errors import NoSuch, NotAllowed
from tests.store.samples import LATER, NOW, one_brief

DAY = dt.date(2026, 4, 3)
AWAY = Conflict(
    ConflictKind.ABSENCE,
    Severity.HIGH,
    DAY,
    {"person": "ana", "name": "Ana Reyes", "first": DAY, "last": DAY + dt.timedelta(days=4), "days": 3, "of": None},
    (
        Evidence("team", "uid-1", DAY, DAY + dt.timedelta(days=5), "Ana: surgery"),
        Evidence("team", "uid-2", dt.datetime(2026, 4, 3, 9, tzinfo=ZoneInfo("America/New_York")), NOW),
    ),
    earliest=dt.date(2026, 4, 9),
)
SHORT = Conflict(ConflictKind.LEAD_TIME, Severity.MEDIUM, DAY, {"job": "banner", "needs": 5, "has": 3})
UNREAD = Conflict(ConflictKind.NOT_CHECKED, Severity.HIGH, DAY, {"calendar": "team", "since": None})


def check(tx: Transaction, brief_id: int, *found: Conflict, revision: int = 1) -> Recorded:
    return conflicts.record(tx, brief_id, revision, found, NOW)


def test_a_conflict_comes_back_as_it_was_found(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        (opened,) = check(tx, brief.id, AWAY).opened

        assert opened.conflict == AWAY
        assert opened.state is ConflictState.OPEN


def test_a_conflict_seen_again_is_not_opened_again(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        check(tx, brief.id, AWAY)
        worse = replace(AWAY, severity=Severity.LOW, parameters=AWAY.parameters | {"days": 2})

        seen = check(tx, brief.id, worse, revision=2)
        assert (seen.opened, seen.resolved, [row.conflict for row in seen.still_open]) == ((), (), [worse])
        assert (seen.still_open[0].opened_revision, seen.still_open[0].seen_revision) == (1, 2)


def test_a_conflict_that_is_gone_is_resolved_once(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        check(tx, brief.id, AWAY, SHORT)

        seen = check(tx, brief.id, SHORT)
        assert [(row.conflict.kind, row.state) for row in seen.resolved] == [
            (ConflictKind.ABSENCE, ConflictState.RESOLVED)
        ]
        assert check(tx, brief.id, SHORT).resolved == ()
        assert [row.conflict for row in conflicts.open_conflicts(tx, brief.id)] == [SHORT]


def test_a_conflict_that_comes_back_is_opened_again(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        (first,) = check(tx, brief.id, AWAY).opened
        check(tx, brief.id)

        (again,) = check(tx, brief.id, AWAY).opened
        assert (again.id, again.resolved_at) == (first.id, None)


def test_an_accepted_conflict_stays_accepted(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        (opened,) = check(tx, brief.id, AWAY).opened
        conflicts.accept(tx, opened.id, actor="sam@brightwater.example", why="Jon stands in", now=LATER)

        assert check(tx, brief.id, AWAY) == Recorded((), (), ())
        assert check(tx, brief.id) == Recorded((), (), ())
        (row,) = conflicts.list_conflicts(tx, brief.id)
        assert (row.state, row.accepted_by, row.accepted_why, row.accepted_at) == (
            ConflictState.ACCEPTED,
            "sam@brightwater.example",
            "Jon stands in",
            LATER,
        )


def test_only_what_stands_is_accepted(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        (opened,) = check(tx, brief.id, AWAY).opened
        check(tx, brief.id)

        with pytest.raises(NotAllowed, match="resolved"):
            conflicts.accept(tx, opened.id, actor="sam@brightwater.example", why="", now=LATER)
        with pytest.raises(NoSuch, match="there is no conflict 99"):
            conflicts.accept(tx, 99, actor="sam@brightwater.example", why="", now=LATER)


def test_a_calendar_that_could_not_be_read_resolves_nothing(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        check(tx, brief.id, AWAY, SHORT)

        seen = check(tx, brief.id, UNREAD)
        assert [row.conflict.kind for row in seen.resolved] == [ConflictKind.LEAD_TIME]
        assert [row.conflict.kind for row in seen.still_open] == [ConflictKind.ABSENCE]


def test_a_day_nobody_asks_about_any_more_is_resolved_also_when_nothing_could_be_read(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        check(tx, brief.id, AWAY)

        seen = check(tx, brief.id, replace(UNREAD, day=DAY + dt.timedelta(days=14)), revision=2)
        assert [row.conflict.kind for row in seen.resolved] == [ConflictKind.ABSENCE]


def test_two_reasons_with_one_key_are_the_stronger_one(database: Database) -> None:
    brief = one_brief(database)
    weekend = Conflict(ConflictKind.DAY_OFF, Severity.MEDIUM, DAY, {"reason": "weekend"})
    holiday = Conflict(ConflictKind.DAY_OFF, Severity.HIGH, DAY, {"reason": "holiday"})
    with database.transaction() as tx:
        seen = check(tx, brief.id, weekend, holiday)

        assert [row.conflict for row in seen.opened] == [holiday]


def test_the_worst_conflict_is_shown_first(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        check(tx, brief.id, SHORT, AWAY)

        assert [row.conflict for row in conflicts.open_conflicts(tx, brief.id)] == [AWAY, SHORT]


def test_two_calendars_that_could_not_be_read_are_two_conflicts(database: Database) -> None:
    brief = one_brief(database)
    other = replace(UNREAD, parameters={"calendar": "studio", "since": None})
    with database.transaction() as tx:
        assert [row.conflict for row in check(tx, brief.id, UNREAD, other).opened] == [UNREAD, other]
