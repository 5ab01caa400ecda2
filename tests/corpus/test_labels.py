import copy
from typing import Any

import pytest

from tests.corpus.labels import problems
from tests.corpus.scoring import FOLDERS, OPEN, PARTS, cases


@pytest.mark.parametrize("part", [*PARTS, *FOLDERS])
def test_labels_are_well_formed(part: str) -> None:
    found = {case.name: list(problems(case.label)) for case in cases([part])}

    assert {name: each for name, each in found.items() if each} == {}


@pytest.mark.parametrize("part", PARTS)
def test_every_mail_has_its_label(part: str) -> None:
    mails, labels = ({path.stem for path in (OPEN / part).glob(ending)} for ending in ("*.eml", "*.json"))

    assert mails == labels
    assert len(mails) == 45


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"intent": "maybe"}, "no such intent"),
        ({"client": None}, "with client None"),
        ({"client": "Dana <dana@northpeak.example>"}, "no address"),
        ({"sent_at": "2026-03-03T09:14:00"}, "without an offset"),
        ({"budgets": [{"min": None, "max": None, "currency": "USD", "text": "some"}]}, "bounds"),
        ({"budgets": [{"min": 2, "max": 1, "currency": "USD", "text": "2 to 1"}]}, "bounds"),
        ({"budgets": [{"min": 1, "max": 1, "currency": "$", "text": "$1"}]}, "currency"),
        ({"dates": [{"kind": "due", "start": "2026-06-13", "date": "2026-06-12", "time": None, "text": "x"}]}, "ends"),
        ({"dates": [{"kind": "met", "start": "2026-06-12", "date": "2026-06-12", "time": None, "text": "x"}]}, "kind"),
        ({"deliverables": [{"quantity": "3", "item": "ads", "text": "3 ads"}]}, "quantity"),
        ({"requirements": ["the  new logo"]}, "not words"),
        ({"notes": []}, "unknown"),
    ],
)
def test_a_label_that_is_not_well_formed_is_named(change: dict[str, Any], problem: str) -> None:
    label = copy.deepcopy(dict(next(case.label for case in cases() if case.label["intent"] == "request")))

    label.update(change)

    assert problem in "; ".join(problems(label))
