"""What a change order does to a brief's values."""

import datetime as dt

from briefs.changes import Change, applied, changes
from briefs.findings import Field
from tests.briefs.making import budget, deliverable, due, live, requirement

JUNE_12, JUNE_19 = dt.date(2026, 6, 12), dt.date(2026, 6, 19)


def test_a_new_due_date_takes_the_place_of_the_only_one() -> None:
    before = (due(JUNE_12), live(JUNE_12))

    assert applied(before, (due(JUNE_19),)) == (due(JUNE_19), live(JUNE_12))


def test_a_new_date_beside_two_of_its_kind_is_added_for_the_ae_to_settle() -> None:
    before = (due(JUNE_12), due(dt.date(2026, 6, 15)))

    assert applied(before, (due(JUNE_19),)) == (*before, due(JUNE_19))


def test_a_change_is_silent_on_what_it_does_not_name() -> None:
    before = (budget(4_000_00), deliverable("posters", 2), requirement("no balloons"))

    assert applied(before, (budget(5_000_00),)) == (budget(5_000_00), *before[1:])


def test_a_new_number_of_the_same_thing_replaces_it() -> None:
    assert applied((deliverable("posters", 2),), (deliverable("poster", 3),)) == (deliverable("poster", 3),)


def test_another_thing_is_added() -> None:
    before = (deliverable("posters", 2),)

    assert applied(before, (deliverable("banner", 1),)) == (*before, deliverable("banner", 1))


def test_requirements_add_up() -> None:
    before = (requirement("no balloons"),)

    assert applied(before, (requirement("use the new logo"),)) == (*before, requirement("use the new logo"))


def test_what_is_said_again_changes_nothing() -> None:
    before = (budget(4_000_00), due(JUNE_12), requirement("No balloons"))

    assert applied(before, (budget(4_000_00), due(JUNE_12), requirement("no balloons"))) == before


def test_a_replaced_value_is_one_change_with_before_and_after() -> None:
    assert changes((due(JUNE_12),), (due(JUNE_19),)) == (Change(Field.DATE, due(JUNE_12), due(JUNE_19)),)


def test_a_withdrawn_value_is_a_change_without_after() -> None:
    assert changes((budget(1),), ()) == (Change(Field.BUDGET, budget(1), None),)


def test_equal_values_are_no_change() -> None:
    assert changes((budget(1), due(JUNE_12)), (due(JUNE_12), budget(1))) == ()
