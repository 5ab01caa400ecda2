"""Few words with something beside them ask for work that a person must look for."""

import datetime as dt

import pytest

from briefs.findings import REQUEST_ELSEWHERE, Intent
from briefs.mail import Address, Carrier, CarrierKind, Mail, Segment, SegmentKind
from extract.reading import Extractor

SENT = dt.datetime(2026, 3, 3, 14, 14, tzinfo=dt.UTC)
PICTURE = Carrier(CarrierKind.PICTURE, "IMG_2041.jpg", "2")


def mail(words: str, carrier: Carrier | None = PICTURE, *, subject: str = "Spring", quoted: str = "") -> Mail:
    text = f"{words}\n\n{quoted}" if quoted else words
    segments = [Segment(0, len(words), SegmentKind.CONTENT, "1", 0)] if words else []
    if quoted:
        segments.append(Segment(len(words) + 2, len(text), SegmentKind.HISTORY, "1", len(words) + 2))
    dana = Address("dana@northpeak.example", "Dana")
    return Mail(
        reader=1, message_id="<1@x>", in_reply_to=(), references=(), original_message_id="", subject=subject,
        author=dana, recipients=(), client=dana, forwarded_by=None, arrived_at=SENT, sent_at=SENT, text=text,
        segments=tuple(segments), attachments=(), automatic="", bounced=(), notes=(), sha256="",
        carriers=(carrier,) if carrier else (),
    )  # fmt: skip


@pytest.mark.parametrize(
    "words",
    ["", "Hi Sam,", "Hi Sam, see attached. Thanks!", "Here it is.", "As discussed on the phone.", "Sketch below."],
)
def test_few_words_with_a_picture_are_a_request(extractor: Extractor, words: str) -> None:
    found = extractor.read(mail(words))

    assert (found.intent, found.intent_rule) == (Intent.REQUEST, REQUEST_ELSEWHERE)


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("New brief for you, on our portal:\nhttps://files.client.example/b/2\nPassword by text.", Intent.REQUEST),
        ("Thank you as always. Please make what is in the brief: https://drive.client.example/9f", Intent.REQUEST),
        ("A brief survey on your stay: https://survey.client.example/9f", Intent.NONE),
        ("Our new site is up: https://www.client.example/", Intent.NONE),
    ],
)
def test_a_brief_may_lie_behind_any_address(extractor: Extractor, words: str, intent: Intent) -> None:
    assert extractor.read(mail(words, None, subject="Hello")).intent is intent


def test_more_words_about_what_is_attached_are_still_a_request(extractor: Extractor) -> None:
    words = (
        "Dear team, attached is our briefing sheet, mind that it has two tabs. You need not wait for me with anything, "
        "Ana is in until the end of the month and knows all about it. Could you tell me that you received it? Last "
        "time our mail server ate it."
    )

    assert extractor.read(mail(words, Carrier(CarrierKind.FILE, "sheet.xlsx", "2"))).intent_rule == REQUEST_ELSEWHERE


@pytest.mark.parametrize(
    "carrier",
    [
        Carrier(CarrierKind.LINK, "https://we.tl/t-AbC123"),
        Carrier(CarrierKind.SOUND, "PTT-20260303-WA0001.opus", "2"),
        Carrier(CarrierKind.SCAN, "scan0001.pdf", "2"),
        Carrier(CarrierKind.FILE, "spring.zip", "2"),
    ],
)
def test_any_carrier_may_hold_it(extractor: Extractor, carrier: Carrier) -> None:
    assert extractor.read(mail("Hi Sam, here you go.", carrier)).intent_rule == REQUEST_ELSEWHERE


@pytest.mark.parametrize(
    ("words", "carrier", "subject"),
    [
        ("Thanks so much!", PICTURE, "Spring"),
        ("Thanks, see signed PO attached.", Carrier(CarrierKind.SCAN, "scan.pdf", "2"), "Spring"),
        ("Please see attached.", Carrier(CarrierKind.SCAN, "Invoice_4411.pdf", "2"), "Spring"),
        ("Please see attached.", PICTURE, "Invoice 4411"),
        ("For your records.", PICTURE, "Spring"),
        ("See below.", None, "Spring"),
        ("We had a lovely time at the fair and wanted you to see it. " * 5, PICTURE, "The fair"),
    ],
)
def test_thanks_papers_and_stories_ask_for_nothing(
    extractor: Extractor, words: str, carrier: Carrier | None, subject: str
) -> None:
    assert extractor.read(mail(words, carrier, subject=subject)).intent is Intent.NONE


def test_in_a_thread_it_is_a_change(extractor: Extractor) -> None:
    found = extractor.read(mail("My marks are in the scan.", quoted="Here is the first proof.", subject="Re: Spring"))

    assert (found.intent, found.intent_rule) == (Intent.CHANGE, REQUEST_ELSEWHERE)


def test_words_that_say_what_is_wanted_go_before_it(extractor: Extractor) -> None:
    assert extractor.read(mail("Please make three banners by June 12.")).intent_rule != REQUEST_ELSEWHERE
