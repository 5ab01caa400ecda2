"""Answers set into the mail that is answered, each with its question."""

import pytest

from briefs.mail import Exchange, SegmentKind
from tests.ingest.reading_help import content, read, words

BLOCK = (
    "From: Sam Ortiz <sam@brightwater.example>\nSent: Monday, March 2, 2026 3:02 PM\n"
    "To: Dana López <dana@northpeak.example>\nSubject: Spring\n\n"
)
FIRST, SECOND = Exchange("1. What should we make?", "Two menu boards."), Exchange("2. The budget?", "Half of that.")
ASKED = (
    "From: Sam Ortiz &lt;sam@brightwater.example&gt;<br>Sent: Monday, March 2, 2026 3:02 PM<br>"
    "To: Dana L&oacute;pez &lt;dana@northpeak.example&gt;<br>Subject: Spring</p>"
)


@pytest.mark.parametrize(
    "mark",
    [
        "[Dana] ",
        "[DL] ",
        "(Dana) ",
        "Dana: ",
        "DL: ",
        "Dana López: ",
        "A: ",
        "Answer: ",
        "Antwort: ",
        "R: ",
        ">> ",
        "-> ",
        "==> ",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_marked_line_in_the_answered_mail_is_an_answer(mark: str, gap: str) -> None:
    mail = read(
        f"Hi Sam, see my answers below.\n\n{BLOCK}Hi Dana,\n\n1. What should we make?\n{mark}Two menu boards.{gap}"
        f"2. The budget?\n{mark}Half of that.\n\nSam\n"
    )

    assert mail.exchanges == (FIRST, SECOND)
    assert content(mail) == "Hi Sam, see my answers below. Two menu boards. Half of that."


def test_an_answer_with_its_writers_name_may_stand_within_the_quote_marks() -> None:
    mail = read(
        "Answers inline.\n\nOn 2 March 2026 Sam Ortiz <sam@brightwater.example> wrote:\n> 1. What should we make?\n"
        "> [Dana] Two menu boards.\n> 2. The budget?\n> [Dana] Half of that.\n"
    )

    assert mail.exchanges == (FIRST, SECOND)


def test_an_answer_that_was_wrapped_is_an_answer_to_its_end() -> None:
    mail = read(
        f"See below.\n\n{BLOCK}1. What should we make?\n[Dana] Two menu boards for the shop in the harbour, both of\n"
        "them in green.\n2. The budget?\n"
    )

    assert content(mail).endswith("both of them in green.")


def test_a_mail_that_says_nothing_else_answers_within_without_a_promise() -> None:
    mail = read(
        f"Hi Sam,\n\n{BLOCK}1. What should we make?\n[Dana] Two menu boards.\n2. The budget?\n[Dana] Half of that.\n"
    )

    assert mail.exchanges == (FIRST, SECOND)


def test_marked_lines_of_an_earlier_round_are_history() -> None:
    new = "we have now seen the layouts, and everybody in the house likes them, so please go ahead and print."
    mail = read(f"Hi Sam,\n\n{new}\n\n{BLOCK}1. What should we make?\n[Dana] Two menu boards.\n")

    assert content(mail) == f"Hi Sam, {new}"


@pytest.mark.parametrize("colour", ["style='color:red'", "style='color:#1F497D'"])
def test_coloured_answers_need_no_promise_in_a_mail_that_says_nothing_else(colour: str) -> None:
    mail = read(
        f"<p>Hi Sam,</p><hr><p>{ASKED}<p>1. What should we make?</p><p {colour}>Two menu boards.</p>"
        f"<p>2. The budget?</p><p {colour}>Half of that.</p><p>Sam</p>",
        kind="html; charset=utf-8",
    )

    assert mail.exchanges == (FIRST, SECOND)


@pytest.mark.parametrize("number", ["{}. ", "{}) ", "ad {}: ", "Q{}: "])
def test_numbered_answers_above_have_the_questions_of_their_numbers(number: str) -> None:
    mail = read(
        f"Hi Sam,\n\n{number.format(1)}Two menu boards.\n{number.format(2)}Half of that.\n\nDana\n\n{BLOCK}Hi Dana,\n\n"
        "1. What should we make?\n2. The budget?\n\nSam\n"
    )

    assert [exchange.question for exchange in mail.exchanges] == [FIRST.question, SECOND.question]
    assert [
        exchange.answer.split(" ", 1)[1].removeprefix("1: ").removeprefix("2: ") for exchange in mail.exchanges
    ] == [
        FIRST.answer,
        SECOND.answer,
    ]


def test_a_numbered_list_above_a_numbered_list_answers_nothing() -> None:
    mail = read(f"We need:\n1. a film\n2. a page\n\n{BLOCK}So far you have:\n1. banners\n2. posters\n")

    assert words(mail, SegmentKind.QUESTION) == ""
    assert mail.exchanges == ()


def test_answers_between_stars_are_answers_where_they_are_promised() -> None:
    mail = read(
        f"See below in bold.\n\n{BLOCK}"
        "1. What should we make?\n*Two menu boards.*\n2. The budget?\n*Half of that.*\n\nSam\n"
    )

    assert content(mail) == "See below in bold. *Two menu boards.* *Half of that.*"


def test_answers_in_capitals_are_answers_where_they_are_promised() -> None:
    mail = read(
        f"My answers in CAPS.\n\n{BLOCK}"
        "1. What should we make?\nTWO MENU BOARDS.\n2. The budget?\nHALF OF THAT.\n\nSam\n"
    )

    assert content(mail) == "My answers in CAPS. TWO MENU BOARDS. HALF OF THAT."


def test_capitals_in_a_mail_that_is_answered_below_are_history() -> None:
    mail = read(f"The list is below.\n\n{BLOCK}NEXT STEPS\nWe send layouts.\n\nSam\n")

    assert content(mail) == "The list is below."
