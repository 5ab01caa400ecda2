"""The words of wishes as data: every kind of job is one that lead times know, nothing is written twice."""

import json
from collections import Counter
from importlib.resources import files
from typing import Any

import pytest

from briefs.jobs import DEFAULT_JOBS
from extract.vocabulary import plural

_FILES = ("asking", "conditions", "deliverables", "goals", "headings", "intents", "interim")


def _entries(name: str) -> list[dict[str, Any]]:
    lines = (files("extract.vocabulary") / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_every_thing_is_of_a_kind_of_job_that_lead_times_know() -> None:
    kinds = {entry["id"] for entry in _entries("deliverables")}

    assert kinds <= set(DEFAULT_JOBS)


def test_every_kind_of_job_has_a_word() -> None:
    kinds = {entry["id"] for entry in _entries("deliverables")}

    assert set(DEFAULT_JOBS) <= kinds


@pytest.mark.parametrize("name", _FILES)
def test_nothing_is_written_twice(name: str) -> None:
    seen = Counter(
        (entry["label"], json.dumps(pattern))
        for entry in _entries(name)
        for pattern in entry.get("patterns") or [entry["pattern"]]
    )

    assert [key for key, count in seen.items() if count > 1] == []


@pytest.mark.parametrize(("noun", "several"), [("poster", "posters"), ("gallery", "galleries"), ("box", "boxes")])
def test_things_are_known_in_the_plural_too(noun: str, several: str) -> None:
    assert plural(noun) == several
