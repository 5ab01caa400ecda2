"""A colleague's forward: the client is the original's author, in every program and language that we know."""

import datetime as dt
from collections.abc import Callable

import pytest

from briefs.mail import SegmentKind
from ingest.reading import read_message
from tests.ingest.programs import (
    ARRIVED,
    CLIENT,
    COLLEAGUE,
    NOTE,
    ORIGINAL,
    WRITTEN,
    Form,
    called,
    every,
    forms,
    forward,
    page_forward,
)
from tests.ingest.reading_help import content, read, read_bytes, words

WITH_A_ZONE = [form for form in forms("forwards.txt") if "zone" in form.settings]


@pytest.mark.parametrize(("form", "build"), every("forwards.txt", forward, page_forward), ids=called)
def test_a_forward_tells_its_client_its_day_and_its_words(form: Form, build: Callable[[Form], bytes]) -> None:
    mail = read_message(build(form), ARRIVED)

    assert mail.client is not None
    assert mail.client.address == CLIENT
    assert mail.forwarded_by is not None
    assert mail.forwarded_by.address == COLLEAGUE
    assert content(mail) == " ".join(ORIGINAL.split())
    assert words(mail, SegmentKind.NOTE) == NOTE
    if "undated" not in form.settings:
        assert mail.sent_at == WRITTEN


@pytest.mark.parametrize("form", WITH_A_ZONE, ids=called)
def test_a_date_with_a_zone_keeps_its_writers_offset(form: Form) -> None:
    mail = read_message(forward(form), ARRIVED)

    assert mail.sent_at.utcoffset() == dt.timedelta(hours=int(form.settings["zone"]))


FORWARD_HEAD = (
    "From: Priya Raman <priya@brightwater.example>\nTo: intake@brightwater.example\nSubject: FW: FW: balloons\n"
    "Date: Mon, 10 May 2027 10:02:19 -0600\n"
)


def test_of_two_forwards_the_innermost_client_counts() -> None:
    mail = read(
        "Logging this for Marcus.\n\nFrom: Marcus Bell <marcus@brightwater.example>\n"
        "Sent: Friday, May 7, 2027 1:20 PM\n"
        "To: Priya Raman <priya@brightwater.example>\nSubject: FW: balloons\n\nUnder 20k is thin.\n\n"
        "From: Deb Trujillo <deb@balloons.example>\nSent: Thursday, May 6, 2027 8:51 PM\n"
        "To: Marcus Bell <marcus@brightwater.example>\nSubject: balloons\n\nWe need two rack cards.\n",
        head=FORWARD_HEAD,
    )

    assert mail.client is not None
    assert mail.client.address == "deb@balloons.example"
    assert content(mail) == "We need two rack cards."
    assert words(mail, SegmentKind.NOTE) == "Logging this for Marcus. Under 20k is thin."


THREAD = (
    "Small but sweet.\n\n---------- Forwarded message ---------\nFrom: Tobias <tobias@orchard.example>\n"
    "Date: Sun, May 9, 2027 at 8:02 PM\nSubject: Re: small clients?\nTo: Priya Raman <priya@brightwater.example>\n\n"
    "Then here goes. Four road signs.\n\nOn Fri, May 7, 2027 at 4:45 PM Priya Raman "
    "<priya@brightwater.example>\nwrote:\n\n"
    "> What do you need?\n>\n> On Fri, May 7, 2027 at 11:20 AM Tobias <\n> tobias@orchard.example> wrote:\n>\n"
    ">> Do you take small clients? Maybe a billboard.\n"
)


def test_in_a_forwarded_thread_only_the_newest_client_mail_is_content() -> None:
    mail = read(THREAD, head=FORWARD_HEAD)

    assert content(mail) == "Then here goes. Four road signs."
    assert "billboard" in words(mail, SegmentKind.HISTORY)


def test_a_forwarded_outlook_thread_ends_where_the_answered_mail_begins() -> None:
    mail = read(
        "Fyi.\n\nFrom: Deb Trujillo <deb@balloons.example>\nSent: Thursday, May 6, 2027 8:51 PM\n"
        "To: Priya Raman <priya@brightwater.example>\nSubject: RE: balloons\n\nMake it three.\n\n"
        "From: Priya Raman <priya@brightwater.example>\nSent: Wednesday, May 5, 2027 8:00 AM\n"
        "To: Deb Trujillo <deb@balloons.example>\nSubject: RE: balloons\n\nTwo cards for $900?\n",
        head=FORWARD_HEAD,
    )

    assert content(mail) == "Make it three."
    assert words(mail, SegmentKind.HISTORY) == "Two cards for $900?"


def test_a_forward_without_an_address_has_no_client_rather_than_the_colleague() -> None:
    mail = read(
        "See below.\n\nFrom: Deb Trujillo\nSent: Thursday, May 6, 2027 8:51 PM\nTo: Priya Raman\nSubject: balloons\n\n"
        "We need two rack cards.\n",
        head=FORWARD_HEAD,
    )

    assert mail.client is None
    assert mail.forwarded_by is not None
    assert content(mail) == "We need two rack cards."


def test_a_name_alone_is_known_where_the_mail_tells_its_address() -> None:
    mail = read(
        "See below.\n\nFrom: Trujillo, Deb\nSent: Thursday, May 6, 2027 8:51 PM\nTo: Priya Raman\nSubject: balloons\n\n"
        "We need two rack cards.\n",
        head=FORWARD_HEAD.replace("To: ", "Cc: Deb Trujillo <deb@balloons.example>\nTo: "),
    )

    assert mail.client is not None
    assert mail.client.address == "deb@balloons.example"


def test_a_subject_that_says_forward_makes_no_forward() -> None:
    mail = read(
        "Nothing is quoted here, I only typed the prefix.\n", head=FORWARD_HEAD.replace("brightwater", "northpeak", 1)
    )

    assert mail.forwarded_by is None
    assert mail.client is not None
    assert mail.client.address == "priya@northpeak.example"


def test_a_client_who_passes_on_their_own_directors_mail_is_no_colleague() -> None:
    mail = read(
        "From our director, see below.\n\n---------- Forwarded message ---------\n"
        "From: Hal Brandt <hal@northpeak.example>\n"
        "Date: Mon, Mar 2, 2026 at 9:00 AM\nSubject: Spring\nTo: Dana López <dana@northpeak.example>\n\n"
        "We need a film.\n"
    )

    assert mail.forwarded_by is None
    assert mail.client is not None
    assert mail.client.address == "hal@northpeak.example"
    assert content(mail) == "From our director, see below. We need a film."


def test_a_client_who_passes_on_a_suppliers_mail_is_the_client() -> None:
    mail = read(
        "Our printer's specs.\n\n---------- Forwarded message ---------\nFrom: Pete <pete@print.example>\n"
        "Date: Mon, Mar 2, 2026 at 9:00 AM\nSubject: specs\nTo: Dana López <dana@northpeak.example>\n\n3 mm bleed.\n"
    )

    assert mail.client == mail.author
    assert content(mail) == "Our printer's specs. 3 mm bleed."


def test_a_client_who_passes_our_own_mail_back_says_only_what_is_new() -> None:
    mail = read(
        "Can we cut this to 5k?\n\n---------- Forwarded message ---------\nFrom: Sam <sam@brightwater.example>\n"
        "Date: Mon, Mar 2, 2026 at 9:00 AM\nSubject: estimate\nTo: <dana@northpeak.example>\n\nThree banners, $6,000.\n"
    )

    assert content(mail) == "Can we cut this to 5k?"


def test_a_colleague_writing_from_home_is_known_by_the_mail_they_forward() -> None:
    mail = read(
        "For intake.\n\nFrom: Deb Trujillo <deb@balloons.example>\nSent: Thursday, May 6, 2027 8:51 PM\n"
        "To: Priya Raman <priya@brightwater.example>\nSubject: balloons\n\nWe need two rack cards.\n",
        head=FORWARD_HEAD.replace("priya@brightwater", "priya.raman@mail"),
    )

    assert mail.forwarded_by is not None
    assert mail.forwarded_by.address == "priya.raman@mail.example"
    assert mail.client is not None
    assert mail.client.address == "deb@balloons.example"


def test_what_stands_under_the_forwards_end_line_is_the_colleagues() -> None:
    mail = read(
        "----- Forwarded message from Deb <deb@balloons.example> -----\n\nDate: Thu, 6 May 2027 20:51:00 -0600\n"
        "From: Deb <deb@balloons.example>\nTo: Priya Raman <priya@brightwater.example>\nSubject: balloons\n\n"
        "We need two rack cards.\n\n----- End forwarded message -----\n\nI would start at 3k.\n",
        head=FORWARD_HEAD,
    )

    assert content(mail) == "We need two rack cards."
    assert words(mail, SegmentKind.NOTE) == "I would start at 3k."


def test_the_clients_name_is_read_without_the_date_beside_it() -> None:
    mail = read(
        "For intake.\n\nOn Thu, May 6, 2027 at 8:51 PM Deb Trujillo <deb@balloons.example> wrote:\n\n"
        "> Two rack cards.\n",
        head=FORWARD_HEAD,
    )

    assert str(mail.client) == "Deb Trujillo <deb@balloons.example>"


def test_a_redirected_message_keeps_its_author_and_names_who_redirected_it() -> None:
    mail = read(
        "We need a film.\n",
        head="Resent-From: Sam <sam@brightwater.example>\nResent-To: intake@brightwater.example\n"
        "From: Dana <dana@northpeak.example>\nTo: sam@brightwater.example\nDate: Tue, 03 Mar 2026 09:14:00 -0500\n",
    )

    assert mail.client is not None
    assert mail.client.address == "dana@northpeak.example"
    assert mail.forwarded_by is not None
    assert mail.forwarded_by.address == "sam@brightwater.example"


ATTACHED = (
    b"From: Jules <jules@brightwater.example>\r\nTo: intake@brightwater.example\r\nSubject: Fwd: E-40\r\n"
    b"Date: Tue, 07 Oct 2025 08:02:55 -0400\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    b"--b\r\nContent-Type: text/plain\r\n\r\nBig one. Nobody quote him a fee.\r\n"
    b"--b\r\nContent-Type: message/rfc822\r\n\r\n"
    b"Message-ID: <inner@marine.example>\r\nFrom: Hollis <hollis@marine.example>\r\nTo: jules@brightwater.example\r\n"
    b"Subject: E-40\r\nDate: Mon, 06 Oct 2025 21:17:09 -0400\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n"
    b"--c\r\nContent-Type: text/plain\r\n\r\nWe need a 2-minute film.\r\n"
    b"--c\r\nContent-Type: text/plain; name=brief.txt\r\n\r\nNo engine noise.\r\n--c--\r\n\r\n--b--\r\n"
)


def test_a_message_attached_is_the_original() -> None:
    mail = read_bytes(ATTACHED)

    assert mail.client is not None
    assert mail.client.address == "hollis@marine.example"
    assert mail.sent_at == dt.datetime(2025, 10, 6, 21, 17, 9, tzinfo=dt.timezone(dt.timedelta(hours=-4)))
    assert mail.original_message_id == "<inner@marine.example>"
    assert content(mail) == "We need a 2-minute film. No engine noise."
    assert words(mail, SegmentKind.NOTE) == "Big one. Nobody quote him a fee."


def test_a_part_within_an_attached_message_has_its_imap_specifier() -> None:
    mail = read_bytes(ATTACHED)

    assert [segment.part for segment in mail.segments] == ["1", "2.1", "2.2"]
    assert [attachment.part for attachment in mail.attachments] == ["2", "2.2"]


def test_a_block_run_together_and_broken_again_tells_as_much() -> None:
    mail = read(
        "In full.\n\n----- Forwarded Message -----From: Deb Trujillo <deb@balloons.example>To: Priya Raman\n"
        "<priya@brightwater.example>Sent: Thursday, May 6, 2027 at 08:51:00 PM MDTSubject:\nSave the Date: June 5\n\n"
        "We need two rack cards.\n",
        head=FORWARD_HEAD,
    )

    assert str(mail.client) == "Deb Trujillo <deb@balloons.example>"
    assert mail.sent_at == dt.datetime(2027, 5, 6, 20, 51, tzinfo=dt.timezone(dt.timedelta(hours=-6)))
    assert content(mail) == "We need two rack cards."


def test_labels_in_a_sentence_are_no_block() -> None:
    text = "From: deb@balloons.example you get the logo, To: nobody, and the deadline: Date: June 5."
    mail = read(f"{text}\n")

    assert mail.client == mail.author


NAMED_ONLY = (
    "See below.\n\nFrom: Deb Trujillo\nSent: Thursday, May 6, 2027 8:51 PM\nTo: Priya Raman\nSubject: balloons\n\n"
    "We need two rack cards.\n"
)


def test_a_name_alone_is_known_by_the_mailbox_in_its_signature() -> None:
    mail = read(f"{NAMED_ONLY}\nBest,\nDeb Trujillo\nBalloons Ltd\nd.trujillo@balloons.example\n", head=FORWARD_HEAD)

    assert str(mail.client) == "Deb Trujillo <d.trujillo@balloons.example>"


@pytest.mark.parametrize(
    "mailboxes",
    ["orders@balloons.example", "deb@balloons.example or trujillo@print.example", "deb@brightwater.example"],
)
def test_a_mailbox_that_may_be_somebody_elses_makes_no_client(mailboxes: str) -> None:
    mail = read(f"{NAMED_ONLY}\nBest,\nDeb Trujillo\n{mailboxes}\n", head=FORWARD_HEAD)

    assert mail.client is None
    assert mail.forwarded_by is not None


def test_a_name_alone_is_known_by_the_blocks_reply_to() -> None:
    text = NAMED_ONLY.replace("Sent:", "Reply-To: deb@balloons.example\nSent:")

    assert str(read(text, head=FORWARD_HEAD).client) == "Deb Trujillo <deb@balloons.example>"


def test_a_name_alone_is_known_by_the_link_behind_it() -> None:
    page = (
        '<div>See below.</div><hr><div><b>From:</b> <a href="mailto:Deb@balloons.example?subject=x">Deb Trujillo</a>'
        "<br><b>Sent:</b> Thursday, May 6, 2027 8:51 PM<br><b>To:</b> Priya Raman<br><b>Subject:</b> balloons</div>"
        "<div>We need two rack cards.</div>"
    )
    mail = read(page, head=FORWARD_HEAD, kind="html; charset=utf-8")

    assert str(mail.client) == "Deb Trujillo <deb@balloons.example>"
    assert content(mail) == "We need two rack cards."


def test_a_block_without_subject_and_mailbox_is_known_by_its_date() -> None:
    page = (
        '<div>See below.</div><div><b>From:</b> <a href="mailto:deb@balloons.example">Deb Trujillo</a><br>'
        "<b>Sent:</b> Thursday, May 6, 2027 8:51 PM<br><b>To:</b> Priya Raman</div><div>We need two rack cards.</div>"
    )
    mail = read(page, head=FORWARD_HEAD, kind="html; charset=utf-8")

    assert str(mail.client) == "Deb Trujillo <deb@balloons.example>"
    assert content(mail) == "We need two rack cards."


@pytest.mark.parametrize(
    "written",
    [
        "deb@balloons.example (Deb Trujillo)",
        "Deb Trujillo <deb@balloons.example<mailto:deb@balloons.example>>",
        "Deb Trujillo [mailto:deb@balloons.example]",
        "Deb Trujillo [mailto:deb@balloons.example] On Behalf Of Hal Brandt",
        "'Deb Trujillo' <deb@balloons.example>",
        "Deb Trujillo\n<deb@balloons.example>",
    ],
)
def test_the_client_is_read_from_a_sender_however_it_is_written(written: str) -> None:
    text = NAMED_ONLY.replace("From: Deb Trujillo", f"From: {written}")

    assert str(read(text, head=FORWARD_HEAD).client) == "Deb Trujillo <deb@balloons.example>"


def test_who_writes_on_behalf_of_somebody_lends_them_no_name() -> None:
    text = NAMED_ONLY.replace(
        "Deb Trujillo", "Deb Trujillo <deb@balloons.example> on behalf of hal@balloons.example", 1
    )

    assert str(read(text, head=FORWARD_HEAD).client) == "hal@balloons.example"


def test_what_stands_below_a_quoted_forward_is_the_colleagues() -> None:
    quoted = "\n".join(f"> {line}" for line in NAMED_ONLY.removeprefix("See below.\n\n").splitlines())
    mail = read(f"Begin forwarded message:\n\n{quoted}\n\nI would start at 3k.\n", head=FORWARD_HEAD)

    assert content(mail) == "We need two rack cards."
    assert words(mail, SegmentKind.NOTE) == "I would start at 3k."


def test_the_innermost_client_of_three_forwards_counts_also_through_our_own_separators() -> None:
    mail = read(
        "For intake.\n\n---------- Forwarded message ---------\nFrom: Marcus <marcus@brightwater.example>\n"
        "Date: Fri, May 7, 2027 at 4:45 PM\nSubject: Fwd: balloons\nTo: Priya <priya@brightwater.example>\n\n"
        "Thin budget.\n\n---------- Forwarded message ---------\nFrom: Ana <ana@brightwater.example>\n"
        "Date: Fri, May 7, 2027 at 9:45 AM\nSubject: Fwd: balloons\nTo: Marcus <marcus@brightwater.example>\n\n"
        "Yours?\n\n---------- Forwarded message ---------\nFrom: Deb <deb@balloons.example>\n"
        "Date: Thu, May 6, 2027 at 8:51 PM\nSubject: balloons\nTo: Ana <ana@brightwater.example>\n\n"
        "We need two cards.\n",
        head=FORWARD_HEAD,
    )

    assert mail.client is not None
    assert mail.client.address == "deb@balloons.example"
    assert content(mail) == "We need two cards."


@pytest.mark.parametrize(
    "text",
    [
        "Travel for the shoot:\n\nFrom: Denver\nTo: Boulder\nDate: May 12, 2027\nSubject: scouting\n\nPlease book.\n",
        "Travel for the shoot:\n\nFrom: Denver\nTo: Boulder\nDate: May 12, 2027 9:00 AM\n\nPlease book.\n",
        "On May 6, 2027 I wrote to Deb <deb@balloons.example> the following:\n\nTwo cards cost 900.\n",
        "Deb rang on May 6, 2027 at 8:51 PM, deb@balloons.example, she said:\nTwo rack cards for June.\n",
        "Name: Deb\nEmail: deb@balloons.example\nDate: May 12, 2027\n\nWants two cards.\n",
        "May 6, 2027 10:00: Deb (deb@balloons.example) sends the copy:\nMay 9: we lay it out.\n",
        "Begin forwarded message: that is the title of our next film.\n",
    ],
    ids=["travel", "departure", "wrote", "rang", "contact", "schedule", "title"],
)
def test_a_colleagues_own_words_are_no_forward(text: str) -> None:
    mail = read(text, head=FORWARD_HEAD.replace("FW: FW: ", ""))

    assert mail.forwarded_by is None
    assert mail.client == mail.author


def test_a_forward_within_an_attached_forward_has_no_identifier_that_is_its_own() -> None:
    inner = (
        b"Message-ID: <passed-on@brightwater.example>\r\nFrom: Ana <ana@brightwater.example>\r\nSubject: Fwd: E-40\r\n"
        b"Date: Mon, 06 Oct 2025 22:17:09 -0400\r\nContent-Type: text/plain\r\n\r\n"
        b"---------- Forwarded message ---------\r\nFrom: Hollis <hollis@marine.example>\r\n"
        b"Date: Mon, Oct 6, 2025 at 9:17 PM\r\nSubject: E-40\r\nTo: Ana <ana@brightwater.example>\r\n\r\nA film.\r\n"
    )
    head, _, _ = ATTACHED.partition(b"Message-ID: <inner")
    mail = read_bytes(head + inner + b"\r\n--b--\r\n")

    assert mail.client is not None
    assert mail.client.address == "hollis@marine.example"
    assert mail.original_message_id == ""


def test_quote_marks_of_a_program_below_the_header_block_mark_the_same_mail() -> None:
    mail = read(
        "<div>Please log.</div><br><div class='protonmail_quote'>------- Forwarded Message -------<br>"
        "From: Dana López &lt;dana@northpeak.example&gt;<br>Date: On Tuesday, March 3rd, 2026 at 9:14 AM<br>"
        "Subject: Spring<br>To: Sam &lt;sam@brightwater.example&gt;<br><br>"
        "<blockquote class='protonmail_quote' type='cite'><div>Three banners, please.</div></blockquote></div>",
        kind="html; charset=utf-8",
        head=FORWARD_HEAD,
    )

    assert content(mail) == "Three banners, please."
