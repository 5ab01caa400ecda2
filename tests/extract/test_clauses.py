"""How a text is laid out: lines, bullets, headings, rows, sentences and clauses."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.clauses import Block, Shape, layout

_WRAPPED = (
    "We need a full-wrap label and a carrier. The mobile canning crew wants files by the\n"
    "first of May, they only come through once a month.\n"
)


def _blocks(words: str) -> list[tuple[Shape, str, str]]:
    return [(block.shape, block.name, words[block.start : block.end]) for block in layout(words).blocks]


def _block(words: str, said: str) -> Block:
    return next(block for block in layout(words).blocks if said in words[block.start : block.end])


def _sentences(words: str) -> list[str]:
    return [words[sentence.start : sentence.end] for sentence in layout(words).sentences]


def _clauses(words: str) -> list[str]:
    return [clause.joint + words[clause.start : clause.end] for clause in layout(words).clauses]


def test_lines_that_a_mail_program_wrapped_are_one_paragraph() -> None:
    assert len(layout(_WRAPPED).blocks) == 1


def test_a_day_that_a_mail_program_broke_off_begins_no_list() -> None:
    wrapped = (
        "A new sign for both directions, that is two, before we open on August\n29. The shop asked for the boards."
    )
    listed = (
        "We need for the season that begins in August, as soon as you can do\n1. a poster, 2. a banner for the gate."
    )

    assert len(layout(wrapped).blocks) == 1
    assert len(layout(listed).blocks) == 2


def test_lines_that_the_writer_broke_stand_alone() -> None:
    assert [words for _, _, words in _blocks("need a poster\nand a flyer\nby friday\n")] == [
        "need a poster",
        "and a flyer",
        "by friday",
    ]


def test_a_bullet_is_told_without_its_mark() -> None:
    assert _blocks("* no red\n") == [(Shape.BULLET, "", "no red")]


def test_a_bullet_goes_on_in_an_indented_line() -> None:
    words = "- the licence number goes on the banner in letters\n  at least an inch tall\n- no faces\n"

    assert [said for _, _, said in _blocks(words)][1:] == ["no faces"]


@pytest.mark.parametrize("mark", ["-", "*", "•", "1.", "2)", "(3)", "a)", "iv.", "1.2", "→", "✓"])
def test_marks_of_lists_are_known(mark: str) -> None:
    assert _blocks(f"{mark} Two posters\n")[0][2] == "Two posters"


def test_a_name_with_an_initial_is_no_bullet() -> None:
    assert _blocks("R. Calhoun\n") == [(Shape.PARAGRAPH, "", "R. Calhoun")]


def test_a_list_stands_under_its_heading() -> None:
    assert _block("RULES\n- no red\n- no timers\n", "no timers").heading == "rules"


def test_a_heading_holds_over_an_empty_line_before_its_list() -> None:
    assert _block("Guardrails\n\n- no red\n", "no red").heading == "guardrails"


def test_a_paragraph_behind_the_list_does_not_stand_under_the_heading() -> None:
    assert _block("Musts:\n- no red\n\nThe point is to sell boats.\n", "point").heading == ""


def test_a_sentence_that_ends_in_a_colon_leads_in_the_list() -> None:
    assert _block("It is locked. What I need from you:\n\n- a page\n", "a page").heading == "what i need from you"


def test_a_heading_may_name_a_paragraph_behind_an_empty_line() -> None:
    assert _block("Objective\n\nGet nurses to come back.\n", "nurses").heading == "objective"


def test_a_greeting_is_no_heading() -> None:
    assert _block("Hi all\n\nWe need a poster.\n", "poster").heading == ""


def test_a_label_and_its_value_are_a_row() -> None:
    assert _blocks("Budget: 40k\n") == [(Shape.ROW, "budget", "40k")]


@pytest.mark.parametrize("sign", [": ", " | ", "\t", "     "])
def test_the_longest_row_does_not_take_in_the_next(sign: str) -> None:
    words = f"Wanted{sign}four good applicants for every place that is open this autumn\nBudget{sign}€40,000\n"

    assert [words for _, _, words in _blocks(words)][1:] == ["€40,000"]


def test_leader_dots_make_a_row() -> None:
    assert _blocks("On air ........ May 17\n") == [(Shape.ROW, "on air", "May 17")]


def test_tabs_make_the_cells_of_a_row() -> None:
    words = "Poster\t2\tA1\n"

    block = layout(words).blocks[0]

    assert [words[cell.start : cell.end] for cell in block.cells] == ["Poster", "2", "A1"]


def test_a_label_in_a_paragraph_is_the_labels_of_its_sentence() -> None:
    words = "It lands in June.\nMoney: not to exceed $7,500. The last one ran us 9 grand.\n"

    labels = {sentence.label for sentence in layout(words).sentences}

    assert "money" in labels


def test_sentences_end_at_their_stops() -> None:
    assert _sentences("No red. No blue! Why? Because.") == ["No red.", "No blue!", "Why?", "Because."]


@pytest.mark.parametrize(
    "words",
    [
        "Mr. Grady of St. Louis wants it.",
        "It is approx. 40 pages.",
        "Due on Nov. 28 at 5 p.m. sharp.",
        "A price of Rs. 499 is shown.",
        "Version 3.5 of the logo.",
        "See e.g. the zoo.",
    ],
)
def test_a_dot_in_a_sentence_does_not_end_it(words: str) -> None:
    assert _sentences(words) == [words]


def test_a_stop_inside_closing_quotes_ends_the_sentence() -> None:
    assert _sentences('Never use "detox." Call me.') == ['Never use "detox."', "Call me."]


def test_signs_cut_clauses() -> None:
    assert _clauses("No red; no blue, please (ever) - thanks") == [
        "No red",
        ";no blue",
        ",please",
        "(ever",
        "-thanks",
    ]


def test_a_quoted_comma_does_not_cut() -> None:
    assert _clauses('It says "fresh, never frozen" on it') == ['It says "fresh, never frozen" on it']


@pytest.mark.parametrize("words", ["Monday, May 4 in town", "May 4, 2026 at noon"])
def test_the_commas_of_a_date_do_not_cut(words: str) -> None:
    assert _clauses(words) == [words]


def test_a_sentence_without_an_end_is_cut() -> None:
    longest = max(len(sentence) for sentence in layout("and a poster " * 5000).sentences)

    assert longest <= 4000


@given(st.text(alphabet=st.sampled_from('ab A1.,;:!?()-"\n\t*•|= '), max_size=300))
def test_any_text_is_laid_out_in_order_and_without_overlap(words: str) -> None:
    found = layout(words)

    for spans in (found.blocks, found.sentences, found.clauses):
        assert all(0 <= span.start < span.end <= len(words) for span in spans)
        assert all(before.end <= after.start for before, after in pairwise(spans))


@given(st.text(alphabet=st.sampled_from("ab A1.,;:!?()-\n\t*•|= "), max_size=300))
def test_no_letter_of_a_text_is_lost(words: str) -> None:
    found = layout(words)
    kept: set[int] = set()
    for block in found.blocks:
        kept.update(range(block.start, block.end))
        for named in (block.labelled, *block.cells):
            if named is not None:
                kept.update(range(named.start, named.end))

    lost = [i for i, letter in enumerate(words) if letter in "bA" and i not in kept]
    assert not [i for i in lost if words[i + 1 : i + 2] not in (".", ")")]  # "b. " marks a point of a list
