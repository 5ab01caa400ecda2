"""The pages of what arrived: whole mails, their files and pictures, and naming the client."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

import pytest

from briefs.mail import Segment, SegmentKind
from briefs.messages import Outcome
from inbrief.web.files import disposition
from inbrief.web.service import MailText
from notify.views import FileView
from tests.inbrief.browser import TestClient, submit, words_of
from tests.inbrief.fake_desk import FakeDesk, row
from tests.inbrief.pages import client_for, sign_in
from tests.inbrief.story import MAIL, desk
from tests.notify.invented import DANA, ELSEWHERE, NOW, PNG, POSTER, UNTOLD

SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
PAGE = b"<!doctype html><script>alert(1)</script>"


def file_of(content: bytes, name: str, content_type: str, kept: bool = True) -> FileView:
    return FileView(9, "2", name, content_type, len(content), hashlib.sha256(content).hexdigest(), kept)


@pytest.fixture
def running() -> FakeDesk:
    running = desk(replace(ELSEWHERE, number=17), replace(UNTOLD, number=18))
    running.rows = (row(9, Outcome.BRIEF, "Poster", briefs=(17,)), row(8, Outcome.PARKED, "Scan", reason="too large"))
    running.contents[POSTER.sha256] = PNG
    return running


@pytest.fixture
def sam(running: FakeDesk) -> Iterator[TestClient]:
    with client_for(running) as client:
        sign_in(client, running)
        yield client


def with_file(running: FakeDesk, content: bytes, name: str, content_type: str) -> FileView:
    file = file_of(content, name, content_type)
    running.texts = (replace(MAIL, files=(file,)),)
    running.contents[file.sha256] = content
    return file


# Files


@pytest.mark.parametrize("path", ["files", "pictures"])
def test_nobody_gets_a_file_without_signing_in(running: FakeDesk, path: str) -> None:
    with client_for(running) as stranger:
        assert stranger.get(f"/messages/9/{path}/{POSTER.sha256}").status_code == 303
        assert stranger.get("/messages/9/original").status_code == 303


def test_a_file_comes_as_it_was_sent(sam: TestClient) -> None:
    answer = sam.get(f"/messages/9/files/{POSTER.sha256}")

    assert answer.content == PNG
    assert answer.headers["content-disposition"] == 'attachment; filename="poster sketch.png"'
    assert answer.headers["cache-control"] == "private, no-cache"


@pytest.mark.parametrize(
    ("content", "content_type"), [(SVG, "image/svg+xml"), (PAGE, "text/html"), (PAGE, "image/png")]
)
def test_what_could_run_in_a_browser_is_bytes_to_be_saved(
    running: FakeDesk, sam: TestClient, content: bytes, content_type: str
) -> None:
    file = with_file(running, content, "logo", content_type)
    answer = sam.get(f"/messages/9/files/{file.sha256}")

    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert sam.get(f"/messages/9/pictures/{file.sha256}").status_code == 404


def test_a_picture_is_shown_under_a_policy_that_lets_nothing_run(sam: TestClient) -> None:
    answer = sam.get(f"/messages/9/pictures/{POSTER.sha256}")

    assert (answer.content, answer.headers["content-type"]) == (PNG, "image/png")
    assert answer.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"


def test_a_file_that_the_browser_has_is_not_sent_again(sam: TestClient) -> None:
    first = sam.get(f"/messages/9/files/{POSTER.sha256}")
    again = sam.get(f"/messages/9/files/{POSTER.sha256}", headers={"If-None-Match": first.headers["etag"]})

    assert (again.status_code, again.content) == (304, b"")


def test_a_purged_file_is_said_to_be_gone(running: FakeDesk, sam: TestClient) -> None:
    etag = sam.get(f"/messages/9/files/{POSTER.sha256}").headers["etag"]
    running.contents.clear()

    answer = sam.get(f"/messages/9/files/{POSTER.sha256}", headers={"If-None-Match": etag})
    assert answer.status_code == 410
    assert "No longer kept" in words_of(answer)


@pytest.mark.parametrize(
    "path", ["9/files/" + "0" * 64, "8/files/{sha}", "9/files/x", "9/files/..%2f..%2fetc", "99999999999999999999"]
)
def test_a_file_of_another_message_is_not_there(sam: TestClient, path: str) -> None:
    assert sam.get("/messages/" + path.format(sha=POSTER.sha256)).status_code == 404


def test_the_message_itself_can_be_saved(sam: TestClient) -> None:
    answer = sam.get("/messages/9/original")

    assert answer.content == b"Subject: Poster\r\n"
    assert answer.headers["content-disposition"] == 'attachment; filename="message-9.eml"'


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("brief.pdf", 'attachment; filename="brief.pdf"'),
        ("Größe.pdf", "attachment; filename=\"Groe.pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe.pdf"),
        ('a"\r\nSet-Cookie: x.pdf', 'attachment; filename="a_ Set-Cookie_ x.pdf"'),
        ("../../etc/passwd", 'attachment; filename="_.._etc_passwd"'),
        ("exe.fdp\u202e", 'attachment; filename="exe.fdp"'),
        ("", 'attachment; filename="file"'),
        ("...", 'attachment; filename="file"'),
    ],
)
def test_a_strangers_file_name_is_a_name_and_nothing_more(name: str, told: str) -> None:
    assert disposition("attachment", name) == told


def test_a_long_name_keeps_its_ending() -> None:
    assert disposition("attachment", "x" * 400 + ".docx").endswith('xx.docx"')


# Pages


def test_the_picture_that_is_the_request_is_shown_on_the_brief(sam: TestClient) -> None:
    page = sam.get("/briefs/17")

    assert f'<img src="/messages/9/pictures/{POSTER.sha256}"' in page.text
    assert "The request is in the attachment." in words_of(page)
    assert "Files shared on files.sharing.example" in words_of(page)
    assert 'href="https://files' not in page.text


def test_suspicions_appointments_and_absences_are_shown_on_the_brief(sam: TestClient) -> None:
    page = words_of(sam.get("/briefs/17"))

    assert "May belong to brief 12, because of its thread" in page
    assert "Zest kick-off Tue, March 10, 2026, 11:00 AM – 12:00 PM, Studio 2, invited by Dana Reyes" in page
    assert "Dana Reyes is away until Thu, March 12" in page


def test_files_have_their_size_and_a_word_of_warning(running: FakeDesk, sam: TestClient) -> None:
    gone = file_of(b"gone", "old.pdf", "application/pdf", kept=False)
    running.texts = (replace(MAIL, files=(file_of(b"MZ", "brief.pdf.exe", "application/pdf"), gone)),)
    page = sam.get("/messages/9")

    assert "brief.pdf.exe 1 kB open with care" in words_of(page)
    assert "old.pdf 1 kB no longer kept" in words_of(page)
    assert gone.sha256 not in page.text


def test_the_whole_mail_is_shown_in_the_readers_parts(sam: TestClient) -> None:
    page = words_of(sam.get("/messages/9"))

    parts = ["The colleague’s note", "Keep the margin", "Header of the mail below", "Read for the brief", "Signature"]
    assert [page.index(part) for part in parts] == sorted(page.index(part) for part in parts)


def test_a_message_that_could_not_be_read_has_its_page_too(sam: TestClient) -> None:
    page = words_of(sam.get("/messages/8"))

    assert "too large" in page
    assert "The message as it arrived" in page


def test_answers_stand_with_their_questions_and_struck_words_are_struck(running: FakeDesk, sam: TestClient) -> None:
    text = "Which size?\nSquare,  oblong please\n"
    kinds = (
        (0, 12, SegmentKind.QUESTION),
        (12, 20, SegmentKind.CONTENT),
        (20, 27, SegmentKind.WITHDRAWN),
        (27, 35, SegmentKind.CONTENT),
    )
    segments = tuple(Segment(start, end, kind, "1", start) for start, end, kind in kinds)
    running.texts = (MailText(9, 7, "Sizes", DANA, NOW, text, segments),)
    page = sam.get("/briefs/17").text

    assert page.index("Which size?") < page.index("Square,")
    assert "<s> oblong</s>" in page


# Naming the client


def test_who_the_client_is_can_be_said_on_the_page(running: FakeDesk, sam: TestClient) -> None:
    page = sam.get("/briefs/18")
    answer = submit(sam, page, "/briefs/18/client", address=" lee@dune.example ", known="")

    assert "Who is the client?" in words_of(page)
    assert answer.headers["location"] == "/briefs/18?done=named"
    assert running.done == [("name_client", 18, "sam", "lee@dune.example")]


def test_somebody_who_wrote_before_can_be_picked(running: FakeDesk, sam: TestClient) -> None:
    submit(sam, sam.get("/briefs/18"), "/briefs/18/client", known=DANA.address, address="")

    assert running.done == [("name_client", 18, "sam", DANA.address)]


def test_no_address_changes_nothing_and_says_so_beside_the_input(running: FakeDesk, sam: TestClient) -> None:
    answer = submit(sam, sam.get("/briefs/18"), "/briefs/18/client", address="  ")

    assert answer.status_code == 422
    assert "Their mail address is needed." in words_of(answer)
    assert 'aria-invalid="true"' in answer.text
    assert running.done == []


def test_naming_the_client_of_an_older_revision_changes_nothing(running: FakeDesk, sam: TestClient) -> None:
    page = sam.get("/briefs/18")
    running.revisions[18].append(replace(running.revisions[18][-1], revision=2))

    assert submit(sam, page, "/briefs/18/client", address="lee@dune.example").status_code == 409
    assert running.done == []


def test_a_known_client_is_not_asked_for(sam: TestClient) -> None:
    assert "Who is the client?" not in words_of(sam.get("/briefs/17"))
