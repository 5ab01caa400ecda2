"""A value comes back from the database exactly as it went in."""

import datetime as dt

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefs.draft import BriefValue, TextPlace
from briefs.findings import DateKind, DateSpan, Deliverable, Field, Origin, Value, Words
from briefs.money import MINOR_DIGITS, MoneyRange
from store import briefs
from store.database import Database
from tests.store.samples import BANNERS, BUDGET, DUE, NOW, TONE, create, one_brief, read, receive, seed

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40)
AMOUNTS = st.integers(0, 2**63 - 1)
SUMS = st.builds(
    lambda least, more, bounds, currency: MoneyRange(
        least if bounds != "most" else None,
        min(least + more, 2**63 - 1) if bounds != "least" else None,
        currency,
    ),
    AMOUNTS,
    AMOUNTS,
    st.sampled_from(["both", "least", "most"]),
    st.sampled_from(sorted(MINOR_DIGITS)),
)
SPANS = st.builds(
    DateSpan, st.sampled_from(DateKind), st.dates(), st.dates(), st.none() | st.times(), st.none() | WORDS
)
THINGS = st.builds(Deliverable, WORDS, st.none() | st.integers(0, 2**63 - 1), WORDS)
VALUES: st.SearchStrategy[Value] = st.one_of(SUMS, SPANS, THINGS, st.builds(Words, WORDS))


@st.composite
def brief_values(draw: st.DrawFn, text_id: int) -> BriefValue:
    return BriefValue(
        field=draw(st.sampled_from(Field)),
        value=draw(VALUES),
        origin=draw(st.sampled_from(Origin)),
        quote=draw(WORDS),
        rule=draw(WORDS),
        confidence=draw(st.floats(0, 1)),
        place=draw(st.none() | st.builds(TextPlace, st.just(text_id), st.integers(0, 9), st.integers(10, 10**9))),
        readings=tuple(draw(st.lists(VALUES, max_size=3))),
    )


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(data=st.data())
def test_every_value_round_trips(database: Database, data: st.DataObject) -> None:
    with database.transaction() as tx:
        seed(tx)
        id = receive(tx)
        told = tuple(data.draw(st.lists(brief_values(read(tx, id)), min_size=1, max_size=5)))
        brief = create(tx, id, *told)

        assert briefs.values(tx, brief.id) == told
        tx.rollback()


def test_values_keep_their_order_and_their_readings(database: Database) -> None:
    brief = one_brief(database)

    with database.reading() as tx:
        assert briefs.values(tx, brief.id) == (BUDGET, DUE, BANNERS, TONE)


def test_a_place_points_into_the_text_it_was_read_from(database: Database) -> None:
    with database.transaction() as tx:
        seed(tx)
        id = receive(tx)
        place = TextPlace(read(tx, id), 22, 31)
        found = BriefValue(Field.DATE, DUE.value, Origin.FOUND, "03/04 5pm", place=place)
        brief = create(tx, id, found)

        assert briefs.values(tx, brief.id) == (found,)


def test_a_revision_without_values_has_none(database: Database) -> None:
    brief = one_brief(database)

    with database.transaction() as tx:
        number = briefs.propose(
            tx, brief.id, (), based_on=1, message_id=None, actor="sam@brightwater.example", reason="", now=NOW
        )
        assert briefs.values(tx, brief.id, number) == ()


def test_a_time_of_day_keeps_its_microseconds(database: Database) -> None:
    day = dt.date(9999, 12, 31)
    with database.transaction() as tx:
        seed(tx)
        id = receive(tx)
        span = DateSpan(DateKind.LIVE, dt.date.min, day, dt.time(23, 59, 59, 999_999), "Asia/Kathmandu")
        brief = create(tx, id, BriefValue(Field.DATE, span, Origin.CORRECTED))

        assert briefs.values(tx, brief.id)[0].value == span
