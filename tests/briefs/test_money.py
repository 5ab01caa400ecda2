"""Sums are whole numbers of minor units."""

from decimal import Decimal

import pytest

from briefs.errors import BriefsError, UnknownCurrency
from briefs.money import MoneyRange, major_units, minor_units


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [("12.5", "USD", 1250), ("1000", "JPY", 1000), ("1.234", "KWD", 1234), ("0", "EUR", 0)],
)
def test_amounts_go_to_minor_units_and_back_exactly(amount: str, currency: str, minor: int) -> None:
    assert minor_units(Decimal(amount), currency) == minor
    assert major_units(minor, currency) == Decimal(amount)


def test_a_fraction_of_the_smallest_coin_is_refused() -> None:
    with pytest.raises(BriefsError, match="finer than a minor unit of JPY"):
        minor_units(Decimal("0.5"), "JPY")


def test_a_made_up_currency_is_refused() -> None:
    with pytest.raises(UnknownCurrency, match="'XXQ'"):
        MoneyRange(1, 1, "XXQ")


def test_a_budget_without_bounds_is_refused() -> None:
    with pytest.raises(BriefsError, match="at least one bound"):
        MoneyRange(None, None, "USD")


def test_a_budget_whose_least_is_over_its_most_is_refused() -> None:
    with pytest.raises(BriefsError, match="2 > 1"):
        MoneyRange(2, 1, "USD")
