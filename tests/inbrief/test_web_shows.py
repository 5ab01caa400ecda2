"""What strangers wrote, as the pages show it."""

from dataclasses import replace

from briefs.conflicts import Conflict, ConflictKind, Severity
from briefs.findings import Deliverable, Words
from briefs.mail import Address
from notify.views import FileView
from tests.inbrief.browser import submit, words_of
from tests.inbrief.pages import client_for, sign_in
from tests.inbrief.story import DRAFT, MAIL, desk, full_desk
from tests.notify.invented import (
    ANA_AWAY,
    CALLED_OFF,
    PNG,
    found,
)

NASTY = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


def file_named(name: str) -> FileView:
    return FileView(9, "2", name, "image/png", len(PNG), "c0" * 32)


def test_markup_in_what_strangers_wrote_is_shown_not_run() -> None:
    words = found(Words(NASTY), NASTY)
    hostile = replace(
        DRAFT,
        title=NASTY,
        client_name=NASTY,
        brand=NASTY,
        contact=Address("a@b.example", NASTY),
        values=(words, found(Deliverable(NASTY, 2), NASTY)),
        conflicts=(Conflict(ConflictKind.NOT_CHECKED, Severity.LOW, ANA_AWAY.day, {"calendar": NASTY}),),
        files=(file_named(NASTY),),
        notes=(NASTY,),
    )
    running = desk(hostile, replace(CALLED_OFF, number=18, excerpt=NASTY))
    running.texts = (replace(MAIL, subject=NASTY, author=Address("a@b.example", NASTY), text=NASTY, segments=()),)
    running.rows = tuple(replace(one, subject=NASTY, author_name=NASTY, reason=NASTY) for one in full_desk().rows)
    with client_for(running) as client:
        sign_in(client, running)
        pages = [client.get(path) for path in ("/", "/briefs/17", "/messages", "/messages?outcome=parked")]
        form = {"form": "value-0", "position": "0", "do": "save", "words": NASTY * 100}
        pages.append(submit(client, pages[1], "/briefs/17/correct", **form))
        pages.append(client.get("/sign-in/%22%3E%3Cscript%3E?then=/%22%3E%3Cscript%3E"))

    for page in pages:
        assert "<script" not in page.text
        assert "<img" not in page.text
    assert "&lt;script&gt;" in pages[1].text


def test_controls_and_reordering_marks_do_not_reach_a_page() -> None:
    odd = "a\u202eb\u2066c\x00d\x1be"
    running = desk(replace(DRAFT, title=odd, values=(found(Words(odd), odd),), files=(file_named(odd),)))
    running.texts = (replace(MAIL, subject=odd, text=odd, segments=()),)
    with client_for(running) as client:
        sign_in(client, running)
        page = client.get("/briefs/17").text

    assert not set("\u202e\u2066\x00\x1b") & set(page)


def test_a_very_long_mail_is_shown_to_a_point_and_says_so() -> None:
    running = desk()
    running.texts = (replace(MAIL, text="word " * 100_000, segments=()),)
    with client_for(running) as client:
        sign_in(client, running)
        page = client.get("/briefs/17")

    assert "460000 more characters are not shown." in words_of(page)
    assert len(page.text) < 100_000
