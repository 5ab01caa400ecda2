"""Who did what is written down."""

import datetime as dt

from store import actions
from store.database import Database
from tests.store.samples import LATER, NOW, one_brief


def test_an_action_says_who_did_what_and_when(database: Database) -> None:
    brief = one_brief(database)
    parameters = {"revision": 1, "due": dt.date(2026, 4, 3), "seen": NOW, "fields": ("budget", "date"), "why": None}
    with database.transaction() as tx:
        actions.record(tx, "sam@brightwater.example", "brief.confirm", brief.id, parameters, LATER)

        (found,) = actions.list_actions(tx, brief.id)
    assert (found.actor, found.kind, found.acted_at, found.parameters) == (
        "sam@brightwater.example",
        "brief.confirm",
        LATER,
        parameters,
    )


def test_actions_are_listed_for_one_brief_or_for_all(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        actions.record(tx, "sam@brightwater.example", "brief.confirm", brief.id, {}, NOW)
        actions.record(tx, "ana@brightwater.example", "message.retry", None, {"message": 3}, NOW)

        assert [one.kind for one in actions.list_actions(tx)] == ["brief.confirm", "message.retry"]
        assert [one.kind for one in actions.list_actions(tx, brief.id)] == ["brief.confirm"]
