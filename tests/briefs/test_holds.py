"""A hold for each due date: pencilled, firm, moved, withdrawn."""

import datetime as dt

import pytest

from briefs.draft import BriefState, BriefValue
from briefs.findings import DateKind, DateSpan, Field, Origin
from briefs.holds import Hold, feed_key, holds_of, is_ours

KEY = b"k" * 32
JUNE = dt.date(2026, 6, 1)


def holds(state: BriefState, *days: tuple[int, int], key: bytes = KEY) -> tuple[Hold, ...]:
    spans = [DateSpan(DateKind.DUE, JUNE.replace(day=first), JUNE.replace(day=last)) for first, last in days]
    values = tuple(BriefValue(Field.DATE, span, Origin.FOUND) for span in spans)
    return holds_of(12, "Zest banners", "Northpeak", state, values, key)


def test_a_draft_is_pencilled_in_and_a_confirmed_brief_is_firm() -> None:
    (pencilled,) = holds(BriefState.DRAFT, (12, 12))
    (firm,) = holds(BriefState.CONFIRMED, (12, 12))

    assert (pencilled.firm, firm.firm, pencilled.uid) == (False, True, firm.uid)
    assert (firm.title, firm.first, firm.last) == ("Brief 12: Northpeak: Zest banners", JUNE.replace(day=12), firm.last)


def test_a_date_that_moves_stays_the_same_entry() -> None:
    assert [hold.uid for hold in holds(BriefState.DRAFT, (12, 12))] == [
        hold.uid for hold in holds(BriefState.DRAFT, (15, 19))
    ]


def test_each_date_is_an_entry_of_its_own() -> None:
    assert len({hold.uid for hold in holds(BriefState.DRAFT, (12, 12), (15, 15))}) == 2


@pytest.mark.parametrize("state", [BriefState.REJECTED, BriefState.CANCELLED, BriefState.CLOSED, BriefState.RELEASED])
def test_a_brief_that_is_over_holds_nothing(state: BriefState) -> None:
    assert holds(state, (12, 12)) == ()


def test_two_houses_never_write_the_same_entry() -> None:
    (ours,), (theirs,) = holds(BriefState.DRAFT, (12, 12)), holds(BriefState.DRAFT, (12, 12), key=b"x" * 32)

    assert ours.uid != theirs.uid
    assert is_ours(ours.uid)
    assert not is_ours("a1b2@calendar.example")
    assert feed_key(KEY) != feed_key(b"x" * 32)
