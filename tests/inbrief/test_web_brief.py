"""What the pages show of briefs and messages, and confirming and rejecting."""

import re
from dataclasses import replace
from html import unescape

import pytest

from briefs.draft import BriefState
from briefs.findings import Field, Intent
from briefs.money import MoneyRange
from notify.language import NO_BREAK
from tests.inbrief.browser import TestClient, submit, words_of
from tests.inbrief.fake_desk import FakeDesk
from tests.inbrief.pages import client_for, sign_in
from tests.inbrief.story import BODY, DRAFT, VALUES, desk, full_desk
from tests.notify.invented import (
    ANA,
    CALLED_OFF,
    HOUSE,
    MOVED,
    TESS,
    VAGUE,
)

# The front page and the messages


def test_what_waits_for_me_comes_first() -> None:
    running = full_desk()
    with client_for(running) as client:
        sign_in(client, running)
        page = words_of(client.get("/"))

    mine, _, rest = page.partition("Waiting for others")
    others, _, decided = rest.partition("Decided")
    assert [number for number in ("17", "16", "15") if f" {number} 3 banner ads" in mine] == ["17", "16", "15"]
    assert mine.index(" 17 3 banner") < mine.index(" 16 3 banner") < mine.index(" 15 3 banner")
    assert "Something for the store opening" in others
    assert "Autumn mailer" in decided


def test_traffic_sees_the_clashes_first() -> None:
    running = full_desk()
    with client_for(running) as client:
        sign_in(client, running, TESS.address)
        mine = words_of(client.get("/")).partition("Waiting for others")[0]

    assert " 17 3 banner ads" in mine
    assert " 16 3 banner ads" not in mine


def test_every_message_is_shown_with_its_outcome_and_its_reason() -> None:
    running = full_desk()
    with client_for(running) as client:
        sign_in(client, running)
        page = words_of(client.get("/messages"))
        parked = words_of(client.get("/messages?outcome=parked"))

    assert "All 6" in page
    assert "Ana Silva forwarded the same mail" in page
    assert "could not be read: 52 MB, over the limit of 30 MB" in parked
    assert "Out of office" not in parked


# One brief


def test_a_brief_shows_its_values_with_the_clients_words_and_where_they_stand(sam: TestClient) -> None:
    page = sam.get("/briefs/17")

    assert "$40,000–45,000" in words_of(page)
    assert re.search(r'<a href="#w5">\$40-45k all in</a>', page.text)
    assert re.search(r'<a id="w5"></a><mark class="f-budget">\$40-45k all in</mark>', page.text)


def test_the_mail_reads_letter_for_letter_between_the_marks(sam: TestClient) -> None:
    page = sam.get("/briefs/17").text
    texts = re.findall(r'<div class="text">(.*?)</div>', page, re.DOTALL)
    shown = unescape(re.sub(r"<[^>]+>", "", "\n".join(texts)))

    assert BODY.strip() in shown


def test_clashes_are_explained_with_the_earliest_day_that_works(sam: TestClient) -> None:
    page = words_of(sam.get("/briefs/17"))

    assert "8 working days are needed, 3 are left." in page
    assert "Ana Silva is away March 4–6" in page
    assert "surgery" not in page
    assert "Earliest day that works: Fri, March 13." in page


def test_what_would_work_stands_with_the_clashes_and_the_words_for_the_client(sam: TestClient) -> None:
    shown = words_of(sam.get("/briefs/17")).replace(NO_BREAK, " ")

    assert "Earliest day that works: Fri, March 13. As a rush on Tue, March 10." in shown
    assert "For the client Fri, March 6 is too soon for HTML5 banners" in shown
    assert "We could deliver on Fri, March 13, or as a rush on Tue, March 10." in shown


def test_the_workback_is_folded_with_the_latest_start(sam: TestClient) -> None:
    page = sam.get("/briefs/17")

    assert '<details class="workback">' in page.text
    shown = words_of(page).replace(NO_BREAK, " ")
    assert "Workback Latest start for the day asked: Tue, February 24." in shown
    assert "Production Production March 4–6" in shown


def test_gaps_and_unknown_clients_are_shown() -> None:
    running = desk(replace(VAGUE, number=17))
    with client_for(running) as client:
        sign_in(client, running)
        page = words_of(client.get("/briefs/17"))

    assert "No deliverables, no delivery date, no budget" in page
    assert "No budget given" in page
    assert "Not in the directory: Lee Park <lee@dune.example>" in page


def test_confirming_names_the_person_and_the_revision_seen(running: FakeDesk, sam: TestClient) -> None:
    answer = submit(sam, sam.get("/briefs/17"), "/briefs/17/confirm")

    assert answer.headers["location"] == "/briefs/17?done=confirmed"
    assert running.done == [("confirm", 17, "sam")]
    page = sam.get("/briefs/17?done=confirmed")
    assert "Confirmed brief 17" in words_of(page)
    assert 'action="/briefs/17/confirm"' not in page.text


@pytest.mark.parametrize("action", ["confirm", "reject", "correct"])
def test_when_a_newer_revision_stands_nothing_changes_and_the_difference_is_shown(
    running: FakeDesk, sam: TestClient, action: str
) -> None:
    page = sam.get("/briefs/17")
    newer = tuple(
        replace(value, value=MoneyRange(5_000_000, 5_000_000, "USD")) if value.field is Field.BUDGET else value
        for value in VALUES
    )
    running.correct(17, 1, ANA, newer)
    running.done.clear()

    answer = submit(sam, page, f"/briefs/17/{action}", reason="no", do="settle", reading="0")
    assert answer.status_code == 409
    assert "Nothing was changed: revision 2 stands by now, and you saw revision 1." in words_of(answer)
    assert "Budget $40,000–45,000 → $50,000" in words_of(answer)
    assert running.done == []
    assert 'name="seen" value="2"' in answer.text


def test_coming_from_an_older_mail_the_difference_since_is_shown(running: FakeDesk, sam: TestClient) -> None:
    running.correct(17, 1, ANA, VALUES[:-1])

    page = words_of(sam.get("/briefs/17?seen=1"))
    assert "What is different since revision 1" in page
    assert "Objectives drive trial among 25-34s in the Northeast taken out" in page
    assert "What is different" not in words_of(sam.get("/briefs/17?seen=2"))
    assert "What is different" not in words_of(sam.get("/briefs/17?seen=99"))


def test_rejecting_needs_a_reason(running: FakeDesk, sam: TestClient) -> None:
    page = sam.get("/briefs/17")
    empty = submit(sam, page, "/briefs/17/reject", reason="  ")

    assert empty.status_code == 422
    assert "Please say in a few words why" in words_of(empty)
    submit(sam, page, "/briefs/17/reject", reason="we passed\n on this one")
    assert running.done == [("reject", 17, "sam", "we passed on this one")]


def test_a_brief_that_has_ended_offers_nothing_to_do() -> None:
    running = desk(replace(DRAFT, state=BriefState.REJECTED, decided=True))
    with client_for(running) as client:
        sign_in(client, running)

        assert 'action="/briefs/' not in client.get("/briefs/17").text


def test_the_way_from_the_top_of_the_page_to_a_form_that_came_back_exists(sam: TestClient) -> None:
    page = sam.get("/briefs/17")
    answers = [
        submit(sam, page, "/briefs/17/reject", reason=""),
        submit(sam, page, "/briefs/17/correct", form="value-0", position="0", do="save", item=""),
        submit(sam, page, "/briefs/17/correct", form="budget", do="add", sum="x", position=""),
    ]

    for answer in answers:
        [target] = re.findall(r'<a href="#([\w-]+)">To the form', answer.text)
        assert f'id="{target}"' in answer.text


def test_what_the_desk_refuses_is_said_and_nothing_changes(running: FakeDesk, sam: TestClient) -> None:
    page = sam.get("/briefs/17")
    running.revisions[17][-1] = replace(running.revisions[17][-1], state=BriefState.CANCELLED)

    answer = submit(sam, page, "/briefs/17/confirm")
    assert answer.status_code == 409
    assert "Nothing was changed: a brief that is cancelled cannot become confirmed." in words_of(answer)


def test_a_purged_mail_leaves_its_words_with_the_values(running: FakeDesk, sam: TestClient) -> None:
    running.texts = ()

    page = words_of(sam.get("/briefs/17"))
    assert "The mail itself is no longer kept" in page
    assert "three 728x90 banner ads" in page


def test_a_change_order_shows_before_and_after() -> None:
    running = desk(replace(MOVED, number=17, state=BriefState.CONFIRMED))
    with client_for(running) as client:
        sign_in(client, running)
        page = words_of(client.get("/briefs/17"))

    assert "What changes Dates Fri, March 6, 2026, 5:00 PM → Fri, March 20, 2026" in page
    assert "Confirm this revision" in page


def test_what_changed_is_told_once() -> None:
    running = desk()
    running.correct(17, 1, ANA, VALUES[:-1])
    with client_for(running) as client:
        sign_in(client, running)

        assert "What changes" in words_of(client.get("/briefs/17"))
        assert "What changes" not in words_of(client.get("/briefs/17?seen=1"))


def test_a_called_off_job_asks_to_confirm_just_that() -> None:
    running = desk(replace(CALLED_OFF, number=17, intent=Intent.CANCEL))
    with client_for(running) as client:
        sign_in(client, running)

        assert "Confirm that it is called off" in words_of(client.get("/briefs/17"))


def test_the_house_is_named_on_every_page(sam: TestClient) -> None:
    assert all(HOUSE.name in words_of(sam.get(path)) for path in ("/", "/messages", "/briefs/17", "/nowhere"))
