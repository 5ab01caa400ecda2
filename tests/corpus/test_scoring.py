from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpus.scoring import cases, score

BUDGET = {"min": 40000, "max": 45000, "currency": "USD", "text": "$40-45k"}
DATE = {"kind": "due", "start": "2026-06-12", "date": "2026-06-12", "time": "17:00", "text": "5pm on Friday June 12"}
ADS = {"quantity": 3, "item": "banner ads", "text": "three 728x90 banner ads"}
LABEL = {
    "intent": "request",
    "client": "dana@northpeak.example",
    "forwarded_by": None,
    "sent_at": "2026-03-03T09:14:00-05:00",
    "budgets": [BUDGET],
    "dates": [DATE],
    "requirements": ["must carry the new logo"],
    "deliverables": [ADS],
    "objectives": ["drive trial among 25-34s"],
}
NOTHING_ASKED = LABEL | {"intent": "none", "client": None} | {name: [] for name, v in LABEL.items() if type(v) is list}


def figures(predicted: dict[str, Any], label: dict[str, Any] = LABEL) -> dict[str, float]:
    return score({"case": label}, {"case": predicted}).figures()


def test_the_labels_themselves_score_one_everywhere() -> None:
    labels = {case.name: case.label for case in cases()}

    assert set(score(labels, labels).figures().values()) == {1.0}
    assert score(labels, labels).misses == []


def test_nothing_predicted_scores_nothing() -> None:
    total = score({"case": LABEL}, {})

    assert {total.figures()[name] for name in ("intent", "client", "forwarded_by", "sent_at")} == {0.0}
    assert {retrieval.recall for retrieval in total.lists.values()} == {0.0}
    assert total.not_there == 0


@pytest.mark.parametrize(
    ("field", "predicted", "figure"),
    [
        ("sent_at", "2026-03-03T14:14:30+00:00", 1.0),
        ("sent_at", "2026-03-03T14:15:00+00:00", 0.0),
        ("sent_at", "2026-03-03T09:14:00", 0.0),
        ("sent_at", "Tuesday", 0.0),
        ("client", "sam.ortiz@brightwater.example", 0.0),
        ("budgets", [BUDGET | {"text": "forty"}], 1.0),
        ("budgets", [BUDGET | {"min": None}], 0.0),
        ("budgets", [BUDGET, BUDGET], 2 / 3),
        ("dates", [DATE | {"time": None, "start": "2026-06-11"}], 1.0),
        ("dates", [DATE | {"kind": "live"}], 0.0),
        ("deliverables", [ADS | {"item": "ad"}], 1.0),
        ("deliverables", [ADS | {"quantity": None}], 0.0),
        ("requirements", ["It must carry the new logo, please"], 1.0),
        ("requirements", ["the logo"], 0.0),
        ("requirements", ["must carry", "the new logo"], 2 / 3),
    ],
)
def test_a_figure_is_what_the_description_says(field: str, predicted: object, figure: float) -> None:
    assert figures(LABEL | {field: predicted})[field] == pytest.approx(figure)


@pytest.mark.parametrize(
    ("one", "other"), [("story", "stories"), ("ad", "ads"), ("Web banners", "banner"), ("flyer", "two-sided flyers")]
)
def test_the_last_word_is_compared_in_its_singular(one: str, other: str) -> None:
    label = LABEL | {"deliverables": [ADS | {"item": one}]}

    assert figures(LABEL | {"deliverables": [ADS | {"item": other}]}, label)["deliverables"] == 1.0


def test_no_number_is_one() -> None:
    label = LABEL | {"deliverables": [ADS | {"quantity": 1}]}

    assert figures(LABEL | {"deliverables": [ADS | {"quantity": None}]}, label)["deliverables"] == 1.0


@pytest.mark.parametrize(
    ("text", "right"),
    [("Friday June 12", 1.0), ("by 5pm on Friday June 12 at the latest", 1.0), ("June the 13th", 0.0), ("", 0.0)],
)
def test_a_quote_shows_the_labels_words_or_half_of_them(text: str, right: float) -> None:
    assert figures(LABEL | {"dates": [DATE | {"text": text}]})["date_text"] == right


def test_who_wrote_a_mail_that_asks_for_nothing_is_not_scored() -> None:
    total = score({"case": NOTHING_ASKED}, {"case": {"intent": "none", "client": "someone@else.example"}})

    assert total.misses == []


def test_values_in_a_mail_that_asks_for_nothing_are_not_there() -> None:
    assert score({"case": NOTHING_ASKED}, {"case": LABEL}).not_there == 5


@given(st.permutations([DATE | {"date": f"2026-06-{day}"} for day in range(10, 16)]), st.integers(0, 6))
def test_the_order_of_predictions_changes_no_figure(dates: list[dict[str, Any]], wanted: int) -> None:
    label = LABEL | {"dates": sorted(dates, key=lambda date: str(date["date"]))[:wanted]}

    assert figures(LABEL | {"dates": dates}, label) == figures(LABEL | {"dates": dates[::-1]}, label)


@given(st.integers(0, 5), st.integers(0, 5), st.integers(0, 5))
def test_hits_extra_and_missed_add_up(hits: int, extra: int, missed: int) -> None:
    def budgets(start: int, number: int) -> list[dict[str, Any]]:
        return [BUDGET | {"min": start + index} for index in range(number)]

    label = LABEL | {"budgets": budgets(100, hits) + budgets(200, missed)}
    retrieval = score({"case": label}, {"case": LABEL | {"budgets": budgets(300, extra) + budgets(100, hits)}}).lists[
        "budgets"
    ]

    assert (retrieval.hits, retrieval.extra, retrieval.missed) == (hits, extra, missed)
