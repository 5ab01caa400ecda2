"""The sample of a large group that `make test` takes."""

from tests.ingest.programs import Built, forms, forward
from tests.tenth import marked, tenth


def test_a_tenth_is_spread_evenly() -> None:
    assert tenth(range(40)) == [9, 19, 29, 39]


def test_what_no_tenth_case_shows_is_taken_where_it_comes_first() -> None:
    cases = [("outlook", "de")] * 20 + [("hey", "de"), ("hey", "fr"), ("hey", "fr")]

    assert tenth(cases, shows=set)[2:] == [("hey", "de"), ("hey", "fr")]


def test_every_program_and_every_language_is_in_the_tenth_of_the_forwards() -> None:
    cases = [Built(form, forward) for form in forms("forwards.txt")]

    assert {what for case in tenth(cases, Built.shows) for what in case.shows()} >= {"hey", "gmail", "th", "zh"}
    assert len(tenth(cases, Built.shows)) < len(cases) / 3


def test_each_case_is_of_the_tenth_or_for_the_soak() -> None:
    marks = [[mark.name for mark in case.marks] for case in marked(range(20), lambda _: (), lambda case: (case,))]

    assert marks == [*[["soak"]] * 9, ["tenth"], *[["soak"]] * 9, ["tenth"]]
