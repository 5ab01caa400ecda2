"""History that nothing marks, told by the thread's earlier texts."""

import pytest

from briefs.mail import Exchange, Mail, SegmentKind
from ingest.reading import read_message, thread_of
from tests.ingest.reading_help import ARRIVED, HEAD, content, words

EARLIER = "Hi Dana,\n\nso far we have three banners for $6,000 and June 12.\n\nIs the green logo final?"
BROKEN = "Hi Dana,\n\nso far we have three banners\nfor $6,000 and June 12.\n\nIs the green\nlogo final?"
ASKED = "1. What is the budget for the three films?\n2. Who signs off the artwork at your end?\n3. Any news?"


def answer(body: str, *earlier: str, head: str = HEAD) -> Mail:
    text = f"{head}MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{body}"
    return read_message(text.replace("\n", "\r\n").encode(), ARRIVED, earlier=earlier)


@pytest.mark.parametrize("history", [EARLIER, BROKEN, EARLIER.upper(), EARLIER.replace(" ", "  "), f"* {EARLIER}"])
def test_what_repeats_an_earlier_mail_is_history(history: str) -> None:
    mail = answer(f"Make it four.\n\n{history}\n", EARLIER)

    assert content(mail) == "Make it four."
    assert words(mail, SegmentKind.HISTORY) == " ".join(history.split())


def test_any_of_the_earlier_mails_may_be_repeated() -> None:
    mail = answer(f"Make it four.\n\n{EARLIER}\n", "We need banners, and soon. What can you do?", EARLIER)

    assert content(mail) == "Make it four."


def test_the_signature_under_an_earlier_mail_goes_with_it() -> None:
    signature = "Sam Ortiz\nAccount Executive\n\nBrightwater GmbH\nwww.brightwater.example | +1 555 0100"
    mail = answer(f"Make it four.\n\nDana\n\n{EARLIER}\n\n{signature}\n", EARLIER)

    assert content(mail) == "Make it four."
    assert words(mail, SegmentKind.HISTORY).endswith("+1 555 0100")
    assert words(mail, SegmentKind.SIGNATURE) == "Dana"


def test_new_paragraphs_around_the_repeated_ones_are_content() -> None:
    mail = answer(f"Make it four.\n\n{EARLIER}\n\nSam\n\nYes, it is.\n", EARLIER)

    assert content(mail) == "Make it four. Yes, it is."


@pytest.mark.parametrize(
    "body",
    [
        "As I said: so far we have three banners for $6,000 and June 12. Please add one.",
        "So far we have three banners for $6,000 and June 12.\nPlease add one.",
        "Is the green logo final?\nI would say so.",
        "Thanks\n\nSam",
    ],
)
def test_one_sentence_alone_is_said_again_by_its_writer(body: str) -> None:
    mail = answer(body, f"{EARLIER}\n\nThanks")

    assert words(mail, SegmentKind.HISTORY, SegmentKind.QUESTION) == ""


def test_answers_between_unmarked_questions_have_them() -> None:
    first, second, third = ASKED.split("\n")
    mail = answer(f"Hi Sam,\n\n{first}\nAbout $20k.\n{second}\nHal does.\n{third}\nNo.\n", f"Hello,\n\n{ASKED}")

    assert mail.exchanges == (Exchange(first, "About $20k."), Exchange(second, "Hal does."), Exchange(third, "No."))


def test_lines_set_into_a_quoted_mail_that_is_known_are_answers() -> None:
    first, second, third = ASKED.split("\n")
    head = "From: Sam <sam@brightwater.example>\nSent: Monday, March 2, 2026 3:02 PM\nTo: Dana\nSubject: Spring\n\n"
    new = "Sam, here we are, and all of it stands as we said on the telephone, so please go ahead with the layouts now."
    mail = answer(
        f"{new}\n\n{head}Hello,\n\n{first}\nAbout $20k.\n{second}\nHal does.\n{third}\n\nSam Ortiz\nBrightwater\n",
        f"Hello,\n\n{ASKED}",
    )

    assert content(mail) == f"{new} About $20k. Hal does."
    assert mail.exchanges == (Exchange(first, "About $20k."), Exchange(second, "Hal does."))


def test_a_forwarded_original_stays_content_when_it_is_known_already() -> None:
    head = HEAD.replace("Dana López <dana@northpeak.example>", "Sam Ortiz <sam@brightwater.example>")
    block = "---------- Forwarded message ---------\nFrom: Dana <dana@northpeak.example>\nSubject: Spring\nTo: Sam"
    mail = answer(f"Please log.\n\n{block}\n\nHi Sam,\n\n{ASKED}\n", f"Hi Sam,\n\n{ASKED}", head=head)

    assert "What is the budget" in content(mail)


def test_the_thread_is_read_from_the_header_alone() -> None:
    head = f"{HEAD}In-Reply-To: <b@x.example>\nReferences: <a@x.example>\n <b@x.example>\n"
    mail = f"{head}Content-Type: multipart/mixed; boundary=b\n\n--b\nReferences: <c@x.example>\n\nText\n"

    assert thread_of(mail.encode()) == ("<b@x.example>", "<a@x.example>")


@pytest.mark.parametrize("mail", [b"", b"\r\n\r\n", b"no header", b"\xff" * 1000])
def test_what_has_no_header_answers_nothing(mail: bytes) -> None:
    assert thread_of(mail) == ()


@pytest.mark.parametrize("line", ["a a a a a a a a", "is the green logo final? so far we have three", ""])
def test_endless_repetition_is_read_to_its_end(line: str) -> None:
    mail = answer(f"{line}\n" * 2000 + "Make it four.", f"{line}\n" * 2000)

    assert mail.text.endswith("Make it four.")
