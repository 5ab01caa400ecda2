"""Our own labelled mails, in voices that the open corpus lacks, held to floors that only rise."""

import pytest

from tests.conftest import RecordFigure
from tests.corpus.read import read
from tests.corpus.scoring import Score, cases, score

_FLOORS = {
    "intent": 0.99,
    "client": 0.99,
    "forwarded_by": 1.0,
    "sent_at": 1.0,
    "budgets": 0.96,
    "dates": 0.97,
    "requirements": 0.92,
    "deliverables": 0.95,
    "objectives": 0.92,
}


@pytest.fixture(scope="module")
def scored(record_figure: RecordFigure) -> Score:
    total = score(
        {case.name: case.label for case in cases(["briefs"])},
        {each.source.name: each.prediction for each in read("briefs")},
    )
    figures = "\n".join(f"{name:14} {figure:.3f}" for name, figure in total.figures().items())
    record_figure("our own mails", f"{figures}\nnot there      {total.not_there}")
    return total


@pytest.mark.parametrize("field", _FLOORS)
def test_a_field_of_our_own_mails_is_read_no_worse_than_its_floor(scored: Score, field: str) -> None:
    misses = "\n".join(miss for miss in scored.misses if f": {field}: " in miss)

    assert scored.figures()[field] >= _FLOORS[field], misses
