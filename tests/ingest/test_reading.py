"""A message's bytes to a Mail: headers, keys, places, and the traps of real mail."""

import dataclasses
import datetime as dt

import pytest

from briefs.mail import Mail, SegmentKind
from ingest.errors import Unreadable
from ingest.reading import read_message
from tests.ingest.programs import forms, forward, page_forward, reply
from tests.ingest.reading_help import ARRIVED, HEAD, content, read, read_bytes, words

MIXED = (
    b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n"
    b"\r\nWe need a film.\r\n"
    b"--b\r\nContent-Type: text/plain; name=brief.txt\r\n\r\nThree minutes.\r\n--b--\r\n"
)


def with_head(rest: bytes, head: str = HEAD) -> bytes:
    return head.replace("\n", "\r\n").encode() + rest


def assert_places(mail: Mail) -> None:
    """Segments are in order, do not overlap, and hold words."""
    end = 0
    for segment in mail.segments:
        assert end <= segment.start < segment.end <= len(mail.text)
        assert mail.text[segment.start : segment.end].strip()
        end = segment.end


def test_segments_stand_in_order_and_do_not_overlap() -> None:
    for form in forms("forwards.txt"):
        assert_places(read_message(forward(form), ARRIVED))
        assert_places(read_message(page_forward(form), ARRIVED))
    for form in forms("replies.txt"):
        assert_places(read_message(reply(form), ARRIVED))


def test_a_segments_text_is_its_parts_text_at_its_offset() -> None:
    body = (
        "Hi Sam,\n\nwe need three banners and a landing page for the spring campaign of our bank,\nand soon.\n\nDana\n"
    )
    mail = read(body)

    for segment in mail.segments:
        there = body[segment.offset : segment.offset + segment.end - segment.start]
        assert mail.text[segment.start : segment.end].split() == there.split()
        assert len(there) == segment.end - segment.start


def test_a_hard_wrapped_paragraph_is_one_line() -> None:
    mail = read(
        "We need three banners and a landing page for the spring campaign of our bank,\nand we need them soon.\n"
    )

    assert (
        mail.text
        == "We need three banners and a landing page for the spring campaign of our bank, and we need them soon."
    )


def test_the_lines_of_a_list_stay_lines() -> None:
    text = (
        "We need the following pieces of work for the spring campaign, and all of them soon:\n"
        "- three banners in all of the "
        "usual sizes, animated and still ones alike\n- a landing page\n"
        "Thanks to you all for the good work on the last round of it!"
    )
    mail = read(text)

    assert mail.text.split("\n")[1:3] == [
        "- three banners in all of the usual sizes, animated and still ones alike",
        "- a landing page",
    ]


def test_an_unnamed_charset_keeps_the_pound_sign() -> None:
    mail = read_bytes(with_head(b"Content-Type: text/plain\r\n\r\nWe have \xa310,000.\r\n"))

    assert content(mail) == "We have £10,000."


@pytest.mark.parametrize("label", ["utf-8", "us-ascii", "klingon", "iso-8859-1"])
def test_a_wrong_charset_keeps_pound_and_euro_signs(label: str) -> None:
    rest = f"Content-Type: text/plain; charset={label}\r\n\r\n".encode() + b"\xa310,000 or \x8012,000 \x96 net"
    mail = read_bytes(with_head(rest))

    assert content(mail) == "£10,000 or €12,000 – net"


def test_utf_8_under_a_latin_label_is_utf_8() -> None:
    rest = b"Content-Type: text/plain; charset=iso-8859-1\r\n\r\n" + "Müller, £10,000".encode()
    mail = read_bytes(with_head(rest))

    assert content(mail) == "Müller, £10,000"


def test_a_missing_date_is_the_day_of_arrival() -> None:
    mail = read("We need a film.\n", head="From: dana@northpeak.example\nTo: intake@brightwater.example\n")

    assert mail.sent_at == ARRIVED
    assert mail.message_id == ""


def test_a_mail_without_structure_is_its_authors() -> None:
    mail = read("We need a film.\n")

    assert mail.client == mail.author
    assert mail.forwarded_by is None
    assert mail.sent_at == dt.datetime(2026, 3, 3, 9, 14, tzinfo=dt.timezone(dt.timedelta(hours=-5)))


def test_the_same_mail_by_two_ways_has_one_key() -> None:
    one = read_bytes(with_head(MIXED))
    other = read_bytes(b"Received: from a by b; Tue, 3 Mar 2026 14:14:09 +0000\r\nX-Spam: 1\r\n" + with_head(MIXED))

    assert one.sha256 == other.sha256


def test_white_space_makes_no_other_key() -> None:
    one = read("We  need a film.\n\n\nDana\n")
    other = read("We need a film.\n\nDana   \n")

    assert one.sha256 == other.sha256


def test_another_attachment_makes_another_key() -> None:
    one = read_bytes(with_head(MIXED))
    other = read_bytes(with_head(MIXED.replace(b"Three minutes", b"Four minutes")))

    assert one.sha256 != other.sha256


def test_a_text_file_is_read_after_the_body() -> None:
    mail = read_bytes(with_head(MIXED))

    assert mail.words_of(SegmentKind.CONTENT) == "We need a film.\nThree minutes."
    assert [(each.name, each.outcome, each.content) for each in mail.attachments] == [
        ("brief.txt", "read", b"Three minutes.")
    ]


def test_text_that_goes_on_under_a_picture_is_body() -> None:
    rest = (
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nWe need a film.\r\n"
        b"--b\r\nContent-Type: image/png; name=a.png\r\nContent-Disposition: inline; filename=a.png\r\n\r\nx\r\n"
        b"--b\r\nContent-Type: text/plain\r\n\r\nBy June 12.\r\n\r\n"
        b"> On 3 March 2026 Sam <sam@brightwater.example> wrote:\r\n"
        b"> When?\r\n--b--\r\n"
    )
    mail = read_bytes(with_head(rest))

    assert content(mail) == "We need a film. By June 12."
    assert words(mail, SegmentKind.HISTORY) == "When?"
    assert {segment.part for segment in mail.segments} == {"1", "3"}


def test_the_page_is_read_and_its_plain_copy_is_not() -> None:
    rest = (
        b"Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n"
        b"We need a film.\r\n"
        b"--b\r\nContent-Type: text/html\r\n\r\n<p>We need a <s>film</s> banner.</p>\r\n--b--\r\n"
    )
    mail = read_bytes(with_head(rest))

    assert content(mail) == "We need a banner."
    assert words(mail, SegmentKind.WITHDRAWN) == "film"


def test_a_page_that_says_less_gives_way_to_the_plain_text() -> None:
    rest = (
        b"Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n"
        b"We need a film for the spring campaign, by June 12.\r\n"
        b"--b\r\nContent-Type: text/html\r\n\r\n<p><img src=x></p>\r\n--b--\r\n"
    )
    mail = read_bytes(with_head(rest))

    assert content(mail) == "We need a film for the spring campaign, by June 12."


def test_both_renderings_side_by_side_are_read_once() -> None:
    rest = (
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nWe need a film.\r\n"
        b"--b\r\nContent-Type: text/html\r\n\r\n<p>We need a film.</p>\r\n--b--\r\n"
    )
    mail = read_bytes(with_head(rest))

    assert content(mail) == "We need a film."


def test_flowed_text_is_joined() -> None:
    mail = read("We need a film \nfor spring.\n\n-- \nDana\n", kind="plain; charset=utf-8; format=flowed")

    assert content(mail) == "We need a film for spring."
    assert words(mail, SegmentKind.SIGNATURE) == "-- Dana"


def test_flowed_text_with_delsp_is_joined_without_the_space() -> None:
    mail = read("We need a bill \nboard.\n", kind="plain; charset=utf-8; format=flowed; delsp=yes")

    assert content(mail) == "We need a billboard."


def test_nobody_sees_soft_hyphens_and_zero_width_spaces() -> None:
    mail = read("Due 3\u00ad/4,\u200b with\u00a0the logo\u2060.\n")

    assert mail.text == "Due 3/4, with the logo."


def test_an_encoded_subject_is_decoded() -> None:
    head = HEAD.replace("Subject: Spring", "Subject: =?utf-8?q?Fr=C3=BChjahr_?=\n =?utf-8?b?4oKs?=")

    assert read("x\n", head=head).subject == "Frühjahr €"


def test_an_8_bit_subject_is_read_as_what_it_is() -> None:
    assert read_bytes(with_head(b"\r\nx").replace(b"Spring", b"\xa310k")).subject == "£10k"


def test_the_configured_house_decides_who_is_a_colleague() -> None:
    message = with_head(
        b"\r\nFor intake.\r\n\r\n---------- Forwarded message ---------\r\nFrom: Deb <deb@balloons.example>\r\n"
        b"Date: Mon, Mar 2, 2026 at 9:00 AM\r\nSubject: x\r\nTo: <dana@northpeak.example>\r\n\r\nWe need two cards.\r\n"
    )
    mail = read_message(message, ARRIVED, agency_domains=frozenset({"northpeak.example"}))

    assert mail.forwarded_by is not None
    assert mail.client is not None
    assert (mail.forwarded_by.address, mail.client.address) == ("dana@northpeak.example", "deb@balloons.example")


def test_a_sender_rewritten_by_a_group_is_who_they_were() -> None:
    head = (
        "From: \"'Dana López' via Intake\" <intake@brightwater.example>\n"
        "X-Original-From: Dana López <dana@northpeak.example>\n"
        "Reply-To: Dana López <dana@northpeak.example>\nTo: intake@brightwater.example\n"
        "List-Id: <intake.brightwater.example>\n"
    )
    mail = read("We need a film.\n", head=head)

    assert mail.author.address == "dana@northpeak.example"
    assert mail.client == mail.author


def test_the_header_alone_of_an_oversized_message_can_be_read() -> None:
    mail = read_bytes(with_head(b""))

    assert mail.author.address == "dana@northpeak.example"
    assert mail.segments == ()


def test_an_mbox_line_in_front_is_no_header() -> None:
    mail = read_bytes(b"From dana@northpeak.example Tue Mar  3 09:14:00 2026\n" + with_head(b"\r\nWe need a film."))

    assert content(mail) == "We need a film."


def test_bytes_without_any_header_are_unreadable() -> None:
    with pytest.raises(Unreadable, match="no header line"):
        read_message(b"hello\r\n", ARRIVED)


def test_a_naive_time_of_arrival_is_refused() -> None:
    with pytest.raises(Exception, match=r"naive|offset|zone"):
        dataclasses.replace(read("x\n"), arrived_at=dt.datetime(2026, 3, 4))  # noqa: DTZ001


def test_a_message_that_ends_within_a_part_says_that_it_may_be_cut_off() -> None:
    mail = read_bytes(
        b"From: Dana <dana@northpeak.example>\r\nTo: intake@brightwater.example\r\nContent-Type: multipart/mixed; "
        b"boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nWe need a fi"
    )

    assert content(mail) == "We need a fi"
    assert mail.notes == ("the message ends within its last part; it may have been cut off on its way",)
