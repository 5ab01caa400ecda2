"""What the name of a table's column says of the sums and days below it."""

import pytest

from briefs.findings import Field
from extract.reading import Extractor
from tests.extract.marked import mail, said


def _table(*rows: str) -> str:
    return "Here is our plan.\n\n" + "\n".join(row.replace("|", "\t") for row in rows) + "\n\nBest"


def _read(extractor: Extractor, field: Field, *rows: str) -> list[str]:
    return [said(one) for one in extractor.find(mail(_table(*rows), "DE")) if one.field is field]


def test_every_sum_below_budget_is_one(extractor: Extractor) -> None:
    found = _read(extractor, Field.BUDGET, "Item|Pieces|Budget", "Photos of rooms|1|4.500 €", "Brochure|2|3.200 €")

    assert found == ["budget EUR 4500: 4.500 €", "budget EUR 3200: 3.200 €"]


@pytest.mark.parametrize("name", ["Unit price", "Last year", "Price"])
def test_sums_below_a_price_or_last_year_are_none(extractor: Extractor, name: str) -> None:
    assert _read(extractor, Field.BUDGET, f"Item|Pieces|{name}", "Pens|100|2.500 €", "Mugs|200|4.200 €") == []


@pytest.mark.parametrize("name", ["When we need it", "Deadline", "Delivery"])
def test_every_day_below_a_deadline_is_due(extractor: Extractor, name: str) -> None:
    found = _read(extractor, Field.DATE, f"Item|Pieces|{name}", "Photos of rooms|1|15/06/2026", "Brochure|2|12/07/2026")

    assert found == ["due 2026-06-15: 15/06/2026", "due 2026-07-12: 12/07/2026"]


def test_days_below_on_air_are_live(extractor: Extractor) -> None:
    found = _read(extractor, Field.DATE, "Item|Pieces|On air", "Spot|1|15/06/2026", "Film|2|12/07/2026")

    assert found == ["live 2026-06-15: 15/06/2026", "live 2026-07-12: 12/07/2026"]


def test_days_below_was_are_taken_back(extractor: Extractor) -> None:
    found = _read(
        extractor, Field.DATE, "Line|Was|Now", "Final files due|15/06/2026|18/06/2026", "Launch|2/07/2026|12/07/2026"
    )

    assert found == ["due 2026-06-18: 18/06/2026", "live 2026-07-12: 12/07/2026"]


def test_days_of_a_row_are_no_list(extractor: Extractor) -> None:
    found = _read(extractor, Field.DATE, "Piece|Files to printer|In homes", "Spring|15/06/2026|28/06/2026")

    assert found == ["due 2026-06-15: 15/06/2026", "live 2026-06-28: 28/06/2026"]
