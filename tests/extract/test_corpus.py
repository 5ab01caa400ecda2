"""Whole mails through reading and extraction, held to floors that only rise."""

import json

import pytest

from tests.conftest import RecordFigure
from tests.corpus.read import read
from tests.corpus.scoring import BLIND_PARTS, FLOORS, PARTS, Label, Score, cases, score
from tests.corpus.table import table

FLOOR = json.loads(FLOORS.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def predicted() -> dict[str, Label]:
    return {each.source.name: each.prediction for part in (*PARTS, *BLIND_PARTS) for each in read(part)}


@pytest.fixture(scope="module")
def scores(predicted: dict[str, Label], record_figure: RecordFigure) -> dict[str, Score]:
    """By part, and "all"; the table stands at the end of the test run."""
    parts = (*BLIND_PARTS, *PARTS)
    by_part = {part: score({case.name: case.label for case in cases([part])}, predicted) for part in parts}
    by_part["all"] = score({case.name: case.label for case in cases()}, predicted)
    record_figure("mail corpus", "\n".join(table(by_part, FLOOR["at_least"])))
    return by_part


@pytest.mark.parametrize("field", FLOOR["at_least"])
def test_a_field_is_read_no_worse_than_its_floor(scores: dict[str, Score], field: str) -> None:
    floor = FLOOR["at_least"][field]
    misses = "\n".join(miss for miss in scores["all"].misses if f": {field}: " in miss)

    assert scores["all"].figures()[field] >= floor, misses


@pytest.mark.parametrize("part", FLOOR["values_not_there_at_most"])
def test_few_values_are_read_that_are_not_there(scores: dict[str, Score], part: str) -> None:
    extra = [miss for miss in scores[part].misses if ": not there: " in miss]

    assert len(extra) <= FLOOR["values_not_there_at_most"][part], "\n".join(extra)
