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


@pytest.mark.parametrize(
    "items", [("2.1", "2.2", "2.3"), ("2.1.", "2.2.", "3.1."), ("2.9", "2.9.1", "2.9.2"), ("1 x", "2 x", "10x")]
)
def test_numbered_parts_each_begin_a_line(items: tuple[str, str, str]) -> None:
    lines = "\n".join(f"{item} {BROKEN}" for item in items)
    mail = read(f"{lines}\n")

    assert mail.text == lines


@pytest.mark.parametrize("rest", ["2.2 million people in the towns", "2 x 20 seconds"])
def test_a_number_that_counts_on_from_nothing_goes_on(rest: str) -> None:
    mail = read(f"{BROKEN}\n{rest}\n")

    assert mail.text == f"{BROKEN} {rest}"


def test_a_turn_of_a_chat_never_goes_on_in_the_next() -> None:
    turns = (
        "[03/03/26, 9:14:01 AM] Dana: what we need is that people come to the shop on Saturday morning\n"
        "[03/03/26, 9:15:20 AM] Hal: and posters\n[03/03/26, 9:16:20 AM] Dana: two of them"
    )
    mail = read(f"{turns}\n")

    assert mail.text == turns
