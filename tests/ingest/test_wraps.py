"""Lines that a program broke at a margin go on; items, labels and the writer's own line ends stand."""

import pytest

from tests.ingest.reading_help import read

BROKEN = "a landing page with the form that sends the leads to our own system and not"


@pytest.mark.parametrize(
    "bullet", ["- ", "-", "* ", "• ", "•", "· ", "– ", "1) ", "1. ", "1.", "(a) ", "a) ", "→ ", "✓ ", "☐ ", "o "]
)
def test_a_bullet_that_was_broken_goes_on_and_the_next_one_begins(bullet: str) -> None:
    mail = read(f"{bullet}{BROKEN}\nto the old one\n{bullet}{BROKEN}\nto the new one\n{bullet}posters\n")

    assert mail.text == (f"{bullet}{BROKEN} to the old one\n{bullet}{BROKEN} to the new one\n{bullet}posters")


@pytest.mark.parametrize("rest", ["3.5 million people in the towns of the north", "-20 % of what it was last year"])
def test_a_number_at_the_beginning_of_a_line_is_no_bullet(rest: str) -> None:
    mail = read(f"{BROKEN}\n{rest}\n")

    assert mail.text == f"{BROKEN} {rest}"


def test_a_label_begins_a_line() -> None:
    mail = read(f"{BROKEN}\nBudget: $6,000\nDue: June 12\n")

    assert mail.text == f"{BROKEN}\nBudget: $6,000\nDue: June 12"
