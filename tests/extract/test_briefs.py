"""Our own labelled mails, in voices that the open corpus lacks, held to floors that only rise."""

import json
from pathlib import Path

import pytest

from extract.reading import Extractor
from tests.conftest import RecordFigure
from tests.corpus.labels import problems
from tests.corpus.predicting import predicted
from tests.corpus.scoring import Label, Score, score

_FOLDER = Path(__file__).parents[1] / "corpus" / "briefs"
_FLOORS = {
    "intent": 0.99,
    "client": 0.99,
    "forwarded_by": 1.0,
    "sent_at": 1.0,
    "budgets": 0.96,
    "dates": 0.97,
    "requirements": 0.92,
    "deliverables": 0.96,
    "objectives": 0.92,
}


def _labels() -> dict[str, Label]:
    return {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(_FOLDER.glob("*.json"))}


@pytest.fixture(scope="module")
def scored(extractor: Extractor, record_figure: RecordFigure) -> Score:
    found = {name: predicted(extractor, (_FOLDER / f"{name}.eml").read_bytes()) for name in _labels()}
    total = score(_labels(), found)
    figures = "\n".join(f"{name:14} {figure:.3f}" for name, figure in total.figures().items())
    record_figure("our own mails", f"{figures}\nnot there      {total.not_there}")
    return total


@pytest.mark.parametrize("name", _labels())
def test_a_label_of_ours_is_well_formed(name: str) -> None:
    assert list(problems(_labels()[name])) == []


@pytest.mark.parametrize("field", _FLOORS)
def test_a_field_of_our_own_mails_is_read_no_worse_than_its_floor(scored: Score, field: str) -> None:
    misses = "\n".join(miss for miss in scored.misses if f": {field}: " in miss)

    assert scored.figures()[field] >= _FLOORS[field], misses
