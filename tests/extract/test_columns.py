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


@pytest.mark.parametrize(("old", "new"), [("Was", "Now"), ("Original date", "Revised date"), ("Old plan", "New")])
def test_what_stands_below_was_is_superseded(extractor: Extractor, old: str, new: str) -> None:
    rows = (f"Item|{old}|{new}", "Final art due|4 January 2027|5 February 2027", "Budget|$88,000|$71,500")

    assert _read(extractor, Field.DATE, *rows) == ["due 2027-02-05: 5 February 2027"]
    assert _read(extractor, Field.BUDGET, *rows) == ["budget USD 71500: $71,500"]


@pytest.mark.parametrize("until", ["Until", "To"])
def test_from_beside_until_is_no_old_plan(extractor: Extractor, until: str) -> None:
    found = _read(extractor, Field.DATE, f"On air|From|{until}", "Spot|15/06/2026|20/06/2026")

    assert any("2026-06-15" in one for one in found)
