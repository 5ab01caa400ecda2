"""The mails as people read them: whole texts, held against tests/notify/expected."""

import html
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from briefs.conflicts import Conflict, ConflictKind, Severity
from briefs.findings import DateKind, Deliverable, Intent, Origin, Words
from briefs.mail import Address, Attachment, Mail
from briefs.outgoing import OutgoingKind, OutgoingMail
from briefs.roles import Person
from notify.alert import alert
from notify.already_held import already_held
from notify.clash_news import MOST_BRIEFS, ClashNews, clash_news
from notify.late_start import late_start
from notify.letter import internal_line
from notify.parked import parked
from notify.pictures import enclosed
from notify.sign_in import sign_in
from notify.summary import MOST_ROWS, summary
from notify.undelivered import undelivered
from notify.views import BriefView, FileView
from notify.with_the_mail import care
from tests.notify.invented import (
    ALSO_SAID,
    ANA,
    ANA_AWAY,
    ASKING,
    BANNERS,
    BUDGET,
    CALLED_OFF,
    CHANGED_TWICE,
    CLASHING,
    DANA,
    DUE,
    ELSEWHERE,
    HOUSE,
    MOVED,
    NOW,
    PLAIN,
    PNG,
    POSTER,
    SAM,
    TESS,
    UNTOLD,
    VAGUE,
    day,
    found,
    to,
)

EXPECTED = Path(__file__).parent / "expected"
LONDON = replace(HOUSE, country="GB", time_zone="Europe/London")
LINK = "https://briefs.brightwater.example/sign-in/c2FtLjE3"


def mail_of(view: BriefView, to_whom: Person = SAM) -> OutgoingMail:
    return summary(view, to(to_whom), HOUSE, NOW)


def mail_with(content: bytes) -> Mail:
    """A mail whose first carrier is a picture."""
    sketch = Attachment(POSTER.part, POSTER.name, POSTER.content_type, POSTER.size, POSTER.sha256, "kept", content)
    return replace(picture_mail(), attachments=(sketch,), carriers=ELSEWHERE.carriers)


def picture_mail() -> Mail:
    return Mail(
        1, "<p@northpeak.example>", (), (), "", "Poster", DANA, (), DANA, None, NOW, NOW, "", (), (), "", (), (), ""
    )


def safe_part(mail: OutgoingMail) -> str:
    return mail.text.partition(internal_line())[0]


UNREAD = Conflict(ConflictKind.NOT_CHECKED, Severity.LOW, ANA_AWAY.day, {"calendar": "studio", "since": None})
NEWS = (
    ClashNews(CLASHING, (ANA_AWAY, UNREAD), ()),
    ClashNews(replace(PLAIN, number=18), (UNREAD,), (ANA_AWAY,)),
    ClashNews(replace(PLAIN, number=19), (UNREAD,), ()),
)

LETTERS = {
    "draft": mail_of(PLAIN),
    "clashing": mail_of(CLASHING),
    "clashing-in-london": summary(CLASHING, to(SAM), LONDON, NOW),
    "vague": mail_of(VAGUE),
    "also-said": mail_of(ALSO_SAID),
    "asking": mail_of(ASKING),
    "moved": mail_of(MOVED),
    "changed-twice": mail_of(CHANGED_TWICE),
    "called-off": mail_of(CALLED_OFF),
    "untold": mail_of(UNTOLD),
    "elsewhere": summary(ELSEWHERE, to(SAM), HOUSE, NOW, enclosed(mail_with(PNG))),
    "alert": alert(CLASHING, to(TESS), HOUSE, NOW),
    "clash-news": clash_news(NEWS, to(TESS), HOUSE, NOW),
    "late-start": late_start(CLASHING, to(SAM), HOUSE, NOW),
    "already-held": already_held(PLAIN, to(ANA), HOUSE, NOW),
    "undelivered": undelivered(mail_of(MOVED), "550 5.1.1 no such user", to(TESS), HOUSE, NOW),
    "parked": parked(
        "Re: Posters\r\nBcc: x", "dana@northpeak.example", "52 MB, over the limit of 30 MB", to(TESS), HOUSE, NOW
    ),
    "sign-in": sign_in(LINK, NOW, to(SAM), HOUSE, NOW),
}


@pytest.mark.parametrize("name", LETTERS)
def test_each_letter_reads_as_expected(name: str) -> None:
    """After a wanted change: `UPDATE_EXPECTED=1 pytest tests/notify/test_letters.py`, then read the difference."""
    mail = LETTERS[name]
    expected = EXPECTED / f"{name}.txt"
    written = f"Subject: {mail.subject}\n\n{mail.text}"
    if os.environ.get("UPDATE_EXPECTED"):
        expected.write_text(written, encoding="utf-8")

    assert written == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LETTERS)
def test_every_line_fits_a_narrow_window(name: str) -> None:
    lines = [line for line in LETTERS[name].text.splitlines() if "https://" not in line]

    assert [line for line in lines if len(line) > 78] == []


@pytest.mark.parametrize("name", LETTERS)
def test_html_says_what_the_text_says(name: str) -> None:
    mail = LETTERS[name]
    body = re.sub(r'<a [^>]*?href="([^"]*)"[^>]*>', r" \1 ", mail.html.partition("<body")[2])
    shown = html.unescape(re.sub(r"<[^>]+>", " ", body))

    words = set(re.findall(r"\w+", mail.text.casefold())) - {"to"}
    assert words - set(re.findall(r"\w+", shown.casefold())) == set()


@pytest.mark.parametrize("name", LETTERS)
def test_html_asks_no_other_machine_for_anything(name: str) -> None:
    assert re.findall(r"src=\"(?!cid:)|src=[^\"]|background=|url\(|@import|<link|<script", LETTERS[name].html) == []


def test_html_keeps_the_dark_palette_and_inlines_the_light_one() -> None:
    page = LETTERS["draft"].html

    assert "@media (prefers-color-scheme: dark)" in page
    assert re.search(r'<h1 style="[^"]*color: ?#16191c', page)


def test_nothing_of_an_absence_is_above_the_internal_line() -> None:
    mail = mail_of(CLASHING)

    assert "Ana Silva is away" in mail.text
    assert "Ana" not in safe_part(mail)
    assert "surgery" not in mail.text + mail.html


def test_an_absence_that_decides_is_told_without_its_reason() -> None:
    only_ana = replace(CLASHING, conflicts=(replace(ANA_AWAY, severity=Severity.HIGH),))

    assert "Fri, March 6 does not fit our schedule. Earliest day that works: Fri, March 13." in flat(
        safe_part(mail_of(only_ana))
    )


def test_what_is_merely_worth_knowing_of_the_house_stays_inside() -> None:
    perhaps = replace(CLASHING, conflicts=(replace(ANA_AWAY, severity=Severity.LOW),))
    mail = mail_of(perhaps)

    assert "schedule" not in safe_part(mail)
    assert "(clash)" not in mail.subject
    assert "Ana Silva may be away" in flat(mail.text)
    assert "Earliest day that works: Fri, March 13." in flat(mail.text)


def test_news_of_clashes_names_nobody_above_the_internal_line() -> None:
    mail = LETTERS["clash-news"]

    assert "Ana Silva is away" in flat(mail.text)
    assert "Ana" not in safe_part(mail)
    assert "surgery" not in mail.text + mail.html


def test_a_calendar_that_was_not_read_is_one_line_for_all_its_briefs() -> None:
    assert flat(LETTERS["clash-news"].text).count("the calendar “studio” could not be read. (briefs 17, 18, 19)") == 1


def test_a_mail_of_news_is_no_longer_than_people_read() -> None:
    many = tuple(ClashNews(replace(CLASHING, number=number), (ANA_AWAY,), ()) for number in range(1, 100))
    mail = clash_news(many, to(TESS), HOUSE, NOW)

    assert mail.subject == "Scheduling: 99 new conflicts (briefs 1, 2, 3, 4, 5, 6, 7, 8…)"
    assert mail.text.count("Ana Silva is away") == MOST_BRIEFS
    assert "69 more briefs stand on the page." in mail.text


def test_a_colleagues_note_stays_below_the_internal_line() -> None:
    mail = mail_of(VAGUE)

    assert "margin" in mail.text
    assert "margin" not in safe_part(mail)


def test_a_change_that_only_a_colleague_noted_stays_below_the_internal_line() -> None:
    note = found(day(DateKind.DUE, 2026, 3, 12), "tell them the 12th is our real limit", origin=Origin.NOTE)
    mail = mail_of(replace(MOVED, values=(note,), changes=(replace(MOVED.changes[0], after=note),)))

    assert "real limit" not in safe_part(mail)
    assert "March 12" not in safe_part(mail)
    assert "March 12" in mail.text


def test_an_unknown_client_is_marked() -> None:
    assert "Not in the directory: Lee Park <lee@dune.example>" in mail_of(VAGUE).text


def test_a_forward_without_its_writer_says_so() -> None:
    mail = mail_of(replace(PLAIN, client_id=None, client_name="", contact=None))

    assert "client not known" in mail.subject
    assert "who asked cannot be told from the mail" in flat(mail.text)


def test_a_calendar_that_was_not_checked_is_never_told_as_no_conflict() -> None:
    unread = Conflict(ConflictKind.NOT_CHECKED, Severity.MEDIUM, ANA_AWAY.day, {"calendar": "team"})
    mail = mail_of(replace(PLAIN, conflicts=(unread,)))

    assert "Not checked: the calendar “team” could not be read." in flat(mail.text)
    assert "calendar" not in safe_part(mail)


def test_long_lists_are_cut_with_a_count() -> None:
    many = tuple(found(Words(f"rule number {n}"), f"rule number {n}") for n in range(MOST_ROWS + 3))
    mail = mail_of(replace(PLAIN, values=(BUDGET, DUE, BANNERS, *many)))

    assert "and 3 more on the page" in mail.text
    assert f"rule number {MOST_ROWS}" not in mail.text


def test_a_recipient_is_the_persons_first_address() -> None:
    assert mail_of(PLAIN).recipient == "sam.ortiz@brightwater.example"
    assert mail_of(PLAIN).kind is OutgoingKind.SUMMARY


def test_markup_in_a_clients_words_is_shown_not_run() -> None:
    nasty = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    view = replace(
        PLAIN,
        title=nasty,
        client_name=nasty,
        brand=nasty,
        contact=Address("a@b.example", nasty),
        values=(found(Words(nasty), nasty), found(Deliverable(nasty, 2), nasty)),
        files=(FileView(9, "2", nasty, "image/png", 1, "c0" * 32),),
        notes=(nasty,),
        excerpt=nasty,
    )

    for letter in (mail_of(view), mail_of(replace(view, intent=Intent.CANCEL)), alert(view, to(TESS), HOUSE, NOW)):
        assert "<script" not in letter.html
        assert "<img" not in letter.html


def test_template_marks_in_a_clients_words_are_words() -> None:
    mail = mail_of(replace(PLAIN, title="{{ 7 * 7 }} {number}", values=()))

    assert "{{ 7 * 7 }} {number}" in mail.subject


@pytest.mark.parametrize("nasty", ["a\r\nBcc: x@evil.example", "a\nb", "a\u202eb\u2066", "a\x00\x1b[31mb"])
def test_controls_in_a_title_reach_neither_subject_nor_body(nasty: str) -> None:
    mail = mail_of(replace(PLAIN, title=nasty, client_name=nasty, values=()))

    for text in (mail.subject, mail.text, mail.html):
        assert not set("\r\x00\x1b\u202e\u2066") & set(text)
    assert "\n" not in mail.subject


def test_a_name_that_looks_like_a_format_is_only_a_name() -> None:
    mail = mail_of(replace(PLAIN, contact=Address(DANA.address, "{address} {0}")))

    assert "{address} {0}" in mail.text


def test_a_change_to_an_ambiguous_day_is_told_with_all_its_readings() -> None:
    unsure = found(day(DateKind.DUE, 2026, 3, 4), "03/04", readings=(day(DateKind.DUE, 2026, 4, 3),))
    told = replace(MOVED, values=(unsure,), changes=(replace(MOVED.changes[0], after=unsure),))
    mail = mail_of(told)

    assert "→ Wed, March 4, 2026 or Fri, April 3, 2026 (to be confirmed)" in flat(mail.text)
    assert "March 4" not in mail.subject


def test_what_a_change_adds_is_marked_as_added() -> None:
    note = found(Words("no balloons"), "no balloons")
    mail = mail_of(replace(MOVED, changes=(replace(MOVED.changes[0], field=note.field, before=None, after=note),)))

    assert "no balloons (added)" in flat(mail.text)


def test_a_link_names_the_brief_and_the_revision_seen() -> None:
    assert f"{HOUSE.base_url}/briefs/17?seen=2" in mail_of(MOVED).text


def flat(text: str) -> str:
    return " ".join(text.split())


def test_who_asked_is_asked_for_where_it_cannot_be_told() -> None:
    mail = mail_of(UNTOLD)

    assert "Who is the client? Reply with their address, or name them on the page." in flat(safe_part(mail))
    assert f"{HOUSE.brief_url(UNTOLD)}#client" in mail.text
    assert "client not known" in mail.subject


def test_the_colleague_who_forwarded_is_never_said_to_be_the_client() -> None:
    mail = mail_of(UNTOLD)

    assert "Sam Ortiz" not in safe_part(mail) + mail.subject
    assert "Forwarded by Sam Ortiz" in mail.text


def test_the_picture_that_is_the_request_stands_in_the_summary() -> None:
    mail = LETTERS["elsewhere"]

    (picture,) = mail.pictures
    assert (picture.content, picture.content_type) == (PNG, "image/png")
    (tag,) = re.findall(r"<img [^>]*>", mail.html)
    assert f'src="cid:{picture.cid}"' in tag
    assert 'alt="poster sketch.png, 1 kB"' in tag


@pytest.mark.parametrize("content", [b"<svg/>", b"<html>", PNG + b"\0" * 2_000_000])
def test_what_may_not_be_shown_is_named_instead(content: bytes) -> None:
    mail = summary(ELSEWHERE, to(SAM), HOUSE, NOW, enclosed(mail_with(content)))

    assert mail.pictures == ()
    assert "not shown here, look on the page" in flat(mail.text)


def test_a_link_to_shared_files_is_text_with_its_host() -> None:
    mail = LETTERS["elsewhere"]

    assert "Files shared on files.sharing.example" in mail.text
    assert 'href="https://files.sharing.example' not in mail.html


def test_what_the_house_knows_of_a_client_stays_inside() -> None:
    mail = LETTERS["elsewhere"]

    for inside in ("out-of-office", "brief 12", "Zest kick-off", "was kept and not read"):
        assert inside in flat(mail.text)
        assert inside not in flat(safe_part(mail))


def test_a_file_that_may_run_something_has_a_word_of_warning() -> None:
    assert "run me.pdf.exe, 1 kB (open with care)" in LETTERS["elsewhere"].text
    assert [care(name) for name in ("a.docx", "exe", "a.EXE. ", "b.tar.js\u202e")] == [
        "",
        care("exe"),
        *[care("a.exe")] * 2,
    ]


def test_a_change_order_asks_nobody_who_the_client_is() -> None:
    assert "Who is the client?" not in mail_of(replace(MOVED, contact=None)).text
