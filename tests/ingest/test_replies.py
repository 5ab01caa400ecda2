"""A client's answer: only what is new in it counts, whatever the program puts below."""

from collections.abc import Callable

import pytest

from briefs.mail import SegmentKind
from ingest.reading import read_message
from tests.ingest.programs import ANSWER, ARRIVED, CLIENT, EARLIER, Form, called, every, page_reply, reply
from tests.ingest.reading_help import content, read, words


@pytest.mark.parametrize(("form", "build"), every("replies.txt", reply, page_reply), ids=called)
def test_only_the_newest_part_of_an_answer_is_content(form: Form, build: Callable[[Form], bytes]) -> None:
    mail = read_message(build(form), ARRIVED)

    assert mail.client is not None
    assert mail.client.address == CLIENT
    assert mail.forwarded_by is None
    assert content(mail) == " ".join(ANSWER.split())
    assert words(mail, SegmentKind.HISTORY) == " ".join(EARLIER.split())


def test_a_block_of_names_that_tells_the_day_without_a_time_is_a_mails() -> None:
    mail = read(
        "The film is $38,000 now.\n\nFrom: Bea Lindholm\nSent: Monday, November 30, 2026\n"
        "To: Renard Castellanos\nSubject: donor film\n\nRenard, $52,000 for the film?\n"
    )

    assert content(mail) == "The film is $38,000 now."
    assert words(mail, SegmentKind.HISTORY) == "Renard, $52,000 for the film?"


INTERLEAVED = (
    "Answers below.\n\nOn 6/2/2026 4:10 PM, Sam Ortiz wrote:\n> 1. What exactly should we make?\n\nA new website.\n\n"
    "> 2. Do you have a number in mind? Practices your size\n"
    "> usually spend between $20,000 and $30,000.\n\nHalf that.\n\n"
    "> 3. Anything else?\n>\n> Sam\n"
)


def test_each_answer_between_quoted_questions_is_content() -> None:
    mail = read(INTERLEAVED)

    assert content(mail) == "Answers below. A new website. Half that."


def test_a_question_with_an_answer_below_is_kept_as_its_question() -> None:
    mail = read(INTERLEAVED)

    assert words(mail, SegmentKind.QUESTION) == (
        "1. What exactly should we make? "
        "2. Do you have a number in mind? Practices your size usually spend between $20,000 and $30,000."
    )


def test_a_question_without_an_answer_is_history() -> None:
    mail = read(INTERLEAVED)

    assert words(mail, SegmentKind.HISTORY) == "3. Anything else? Sam"


def test_an_answer_under_the_quoted_mail_is_content() -> None:
    mail = read("On Tue, Mar 3, 2026 at 9:14 AM Sam <sam@brightwater.example> wrote:\n\n> How many?\n\nFour.\n")

    assert content(mail) == "Four."
    assert words(mail, SegmentKind.QUESTION) == "How many?"


def test_a_line_right_above_the_attribution_is_content() -> None:
    mail = read(
        "<div>Inline.<br>On Tue, Mar 3, 2026 at 9:14 AM Sam Ortiz &lt;sam@brightwater.example&gt; wrote:<br>"
        "<blockquote class=gmail_quote>What should we make?</blockquote>A film.</div>",
        kind="html; charset=utf-8",
    )

    assert content(mail) == "Inline. A film."


def test_a_quoted_line_that_a_program_broke_is_quoted_to_its_end() -> None:
    mail = read(
        "Four.\n\nOn 3 March 2026 Sam <sam@brightwater.example> wrote:\n"
        "> So far we have three banners for six thousand dollars and June twelve as\nthe date.\n> Is the logo final?\n"
    )

    assert content(mail) == "Four."


def test_coloured_answers_within_the_answered_mail_are_content() -> None:
    mail = read(
        "<p>Answers in red below. L</p><hr><p><b>From:</b> Sam &lt;sam@brightwater.example&gt;<br><b>Sent:</b> Monday, "
        "March 2, 2026 3:02 PM<br><b>To:</b> Dana &lt;dana@northpeak.example&gt;<br><b>Subject:</b> Spring</p>"
        "<p>1. What should we make?</p><p><span style='color:red'>Two menu boards.</span></p>"
        "<p>2. The budget? I'd say 25.</p><p><font color='#ff0000'>No idea yet.</font></p><p>Thanks!</p>",
        kind="html; charset=utf-8",
    )

    assert content(mail) == "Answers in red below. L Two menu boards. No idea yet."
    assert "25" in words(mail, SegmentKind.QUESTION)


def test_coloured_words_in_the_history_count_for_nothing_when_nobody_promised_them() -> None:
    mail = read(
        "<p>Fine with me.</p><hr><p><b>From:</b> Sam &lt;sam@brightwater.example&gt;<br><b>Sent:</b> Monday, "
        "March 2, 2026 3:02 PM<br><b>To:</b> Dana &lt;dana@northpeak.example&gt;<br><b>Subject:</b> Spring</p>"
        "<p>We have $6,000.</p><p style='color:red'>Please answer by Friday.</p>",
        kind="html; charset=utf-8",
    )

    assert content(mail) == "Fine with me."


def test_a_thread_in_which_a_colleague_of_the_client_answered_is_no_forward() -> None:
    mail = read(
        "Two posters, please.\n\nFrom: Hal Brandt <hal@northpeak.example>\nSent: Monday, March 2, 2026 3:02 PM\n"
        "To: Sam Ortiz <sam@brightwater.example>\nCc: Dana López <dana@northpeak.example>\nSubject: RE: Spring\n\n"
        "We are thinking of five posters.\n"
    )

    assert content(mail) == "Two posters, please."


@pytest.mark.parametrize(
    "text",
    [
        "From: the roof of the shop you can see the sign.\nTo: make it brighter, we need new lamps.\n",
        "Date: June 12\nPlace: the harbour\nTo do: three banners\n",
        "As I wrote:\n\nthree banners and no more.\n",
        "In our letter of 3 March 2026 we wrote: three banners.\n",
        "The original message was too long for the sign.\n",
        "Please use our forwarded message:\n- three banners\n",
    ],
)
def test_a_clients_own_words_are_not_taken_for_a_quote(text: str) -> None:
    mail = read(text)

    assert content(mail) == " ".join(text.split())


def test_a_mail_without_anything_new_has_no_content() -> None:
    mail = read("On Tue, Mar 3, 2026 at 9:14 AM Sam <sam@brightwater.example> wrote:\n\n> Three banners for $6,000?\n")

    assert content(mail) == ""


@pytest.mark.parametrize(
    "line",
    [
        "##- Please type your reply above this line -##",
        "--- Reply above this line ---",
        "##- Bitte antworten Sie oberhalb dieser Zeile -##",
    ],
)
def test_what_a_helpdesk_quotes_below_its_line_is_history(line: str) -> None:
    mail = read(f"Four, please.\n\n{line}\n\nSam Ortiz (Brightwater)\nMar 3, 2026, 9:14 AM EST\n\nThree for $6,000?\n")

    assert content(mail) == "Four, please."


def test_a_list_of_capitals_with_an_angle_is_no_quote() -> None:
    mail = read("Flow of the page:\nA> intro\nB> the offer\nC> the form\n")

    assert content(mail) == "Flow of the page: A> intro B> the offer C> the form"


@pytest.mark.parametrize(
    "line",
    [
        "Four, please. On Tue, Mar 3, 2026 at 9:14 AM, sam@brightwater.example wrote:",
        "Four, please.--- On Tue, Mar 3, 2026 at 9:14 AM, sam@brightwater.example wrote:",
        "Four, please. Am 03.03.2026 um 09:14 schrieb Sam Ortiz:",
    ],
)
def test_an_attribution_in_the_last_line_of_the_answer_is_no_part_of_it(line: str) -> None:
    mail = read(f"{line}\n> Three for $6,000?\n")

    assert content(mail).rstrip("-") == "Four, please."
    assert words(mail, SegmentKind.HISTORY) == "Three for $6,000?"


def test_an_address_that_was_broken_in_the_quote_is_quoted_to_its_end() -> None:
    mail = read(
        "Four.\n\nOn 3 March 2026 Sam <sam@brightwater.example> wrote:\n"
        "> The layout is at https://brightwater.example/spring?layout\n_number=3&page=2)\n> Is it final?\n"
    )

    assert content(mail) == "Four."


@pytest.mark.parametrize(
    "text",
    [
        "On 3 March 2026 at 9:14 I wrote:\nthree banners.\n",
        "In the brief of 3 March 2026 he wrote:\nthree banners.\n",
        "The programme: at 9:14 on 3 March 2026, doors open:\nthree banners.\n",
        "-- what the board wrote --\nthree banners.\n",
        "Contact for the shoot\n2026/3/3 Hal Brandt <hal@northpeak.example>\nthree banners.\n",
        "See https://northpeak.example/brief\nYes.\n",
        "From: the shop\nDate: June 12\n",
    ],
)
def test_dates_and_verbs_in_a_clients_words_open_no_quote(text: str) -> None:
    mail = read(text)

    assert words(mail, SegmentKind.HISTORY, SegmentKind.HEADER_BLOCK) == ""


@pytest.mark.parametrize(
    "opening",
    [
        '<div class="gmail_quote gmail_quote_container">',
        '<div id="appendonsend"></div><div>',
        '<div id="divRplyFwdMsg"></div><div>',
        '<div class="yahoo_quoted" id="yahoo_quoted_1">',
        '<div class="protonmail_quote">',
        '<div class="moz-cite-prefix">Sam Ortiz quux:</div><blockquote>',
        '<blockquote type="cite">',
        '<blockquote class="gmail_quote">',
    ],
)
def test_what_a_program_calls_a_quote_is_history_whatever_it_says(opening: str) -> None:
    mail = read(f"<div>Four.</div><br>{opening}<p>Three for $6,000?</p><p>Or more?</p>", kind="html; charset=utf-8")

    assert content(mail) == "Four."
    assert words(mail, SegmentKind.HISTORY) == "Three for $6,000? Or more?"


def test_a_mail_that_is_nothing_but_a_container_of_quotes_is_content() -> None:
    mail = read('<div class="gmail_quote"><p>Three for $6,000.</p></div>', kind="html; charset=utf-8")

    assert content(mail) == "Three for $6,000."


@pytest.mark.parametrize("kind", ["text", "page"])
def test_each_level_of_a_thread_is_history(kind: str) -> None:
    levels = (
        "Four.\n\nOn Tue, Mar 3, 2026 at 9:14 AM Sam Ortiz <sam@brightwater.example> wrote:\n> Three?\n>\n"
        "> On Mon, Mar 2, 2026 at 4:00 PM Dana López <dana@northpeak.example> wrote:\n>> Banners, please.\n>>\n"
        ">> On Sun, Mar 1, 2026 at 8:00 AM Sam Ortiz <sam@brightwater.example> wrote:\n>>> Anything new?\n"
    )
    page = "<br>".join(levels.replace("<", "&lt;").replace(">", "&gt;").split("\n"))
    mail = read(levels) if kind == "text" else read(page, kind="html; charset=utf-8")

    assert content(mail) == "Four."
    assert words(mail, SegmentKind.HISTORY) == "Three? Banners, please. Anything new?"
