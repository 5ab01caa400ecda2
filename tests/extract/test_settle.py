"""Which findings stand when several read the same words."""

from briefs.findings import Field, Finding, Place, Words
from briefs.money import MoneyRange
from extract.settle import settled


def _budget(start: int, end: int, amount: int, confidence: float) -> Finding:
    return Finding(
        Field.BUDGET, MoneyRange(amount, amount, "USD"), Place(start, end), "x" * (end - start), "r", confidence
    )


def test_of_two_that_share_words_the_surer_stands() -> None:
    sure, unsure = _budget(0, 4, 100, 0.9), _budget(2, 9, 200, 0.5)

    assert settled([unsure, sure]) == (sure,)


def test_of_two_as_sure_the_longer_stands() -> None:
    short, long = _budget(0, 4, 100, 0.9), _budget(0, 9, 200, 0.9)

    assert settled([short, long]) == (long,)


def test_a_value_said_twice_stands_once() -> None:
    first, again = _budget(0, 4, 100, 0.5), _budget(20, 24, 100, 0.9)

    assert settled([again, first]) == (first,)


def test_findings_of_different_fields_may_share_words() -> None:
    budget = _budget(0, 4, 100, 0.9)
    requirement = Finding(Field.REQUIREMENT, Words("xxxx"), Place(0, 4), "xxxx", "r", 0.5)

    assert set(settled([budget, requirement])) == {budget, requirement}


def test_findings_stand_in_the_order_of_the_text() -> None:
    late, early = _budget(20, 24, 100, 0.9), _budget(0, 4, 200, 0.5)

    assert settled([late, early]) == (early, late)


def test_a_long_one_falls_to_any_surer_one_within_it() -> None:
    long, early, late = _budget(0, 40, 100, 0.5), _budget(2, 6, 200, 0.9), _budget(30, 36, 300, 0.8)
    told: list[str] = []

    assert settled([long, late, early], lambda _, why: told.append(why)) == (early, late)
    assert len(told) == 1
