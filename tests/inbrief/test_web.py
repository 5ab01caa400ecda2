"""The pages: who may see them, what they show, and that only a form of ours changes anything."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

import pytest

from briefs.conflicts import Conflict, ConflictKind, Severity
from briefs.draft import BriefState
from briefs.findings import DateKind, DateSpan, Deliverable, Field, Intent, Origin, Words
from briefs.mail import Address
from briefs.money import MoneyRange
from inbrief.clock import fixed
from inbrief.web.app import create_app
from inbrief.web.settings import WebSettings
from notify.views import FileView
from tests.inbrief.browser import TestClient, submit, words_of
from tests.inbrief.fake_desk import FakeDesk
from tests.inbrief.story import BODY, DRAFT, MAIL, VALUES, desk, full_desk
from tests.notify.invented import (
    ANA,
    ANA_AWAY,
    BUDGET,
    CALLED_OFF,
    HOUSE,
    MOVED,
    NOW,
    PLAIN,
    PNG,
    SAM,
    TESS,
    VAGUE,
    found,
)

BASE = "https://briefs.brightwater.example"
SETTINGS = WebSettings(base_url=BASE, secret_env="INBRIEF_SECRET")
NEXT_FRIDAY = dt.date(2026, 3, 13)
NASTY = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


def file_named(name: str) -> FileView:
    return FileView(9, "2", name, "image/png", len(PNG), "c0" * 32)


def client_for(running: FakeDesk) -> TestClient:
    return TestClient(create_app(running, SETTINGS, fixed(NOW), "a long secret"), base_url=BASE, follow_redirects=False)


@pytest.fixture
def running() -> FakeDesk:
    return desk()


@pytest.fixture
def stranger(running: FakeDesk) -> Iterator[TestClient]:
    with client_for(running) as client:
        yield client


@pytest.fixture
def sam(running: FakeDesk, stranger: TestClient) -> TestClient:
    sign_in(stranger, running)
    return stranger


def sign_in(client: TestClient, running: FakeDesk, address: str = SAM.address) -> None:
    submit(client, client.get("/sign-in"), "/sign-in", address=address)
    link = f"/sign-in/link-{len(running.mailed)}"
    assert submit(client, client.get(link), link).status_code == 303


# Who may see and do what


@pytest.mark.parametrize("path", ["/", "/briefs/17", "/briefs/17?seen=1", "/messages"])
def test_nobody_sees_a_page_without_signing_in(stranger: TestClient, path: str) -> None:
    answer = stranger.get(path)

    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in")


def test_after_signing_in_the_page_that_was_asked_for_is_shown(running: FakeDesk, stranger: TestClient) -> None:
    asked = stranger.get("/briefs/17?seen=1").headers["location"]
    submit(stranger, stranger.get(asked), "/sign-in", address=SAM.address)

    assert running.mailed == [(SAM.address, "/briefs/17?seen=1")]
    page = stranger.get("/sign-in/link-1?then=/briefs/17%3Fseen%3D1")
    assert submit(stranger, page, "/sign-in/link-1").headers["location"] == "/briefs/17?seen=1"


@pytest.mark.parametrize(
    "then", ["//evil.example", "https://evil.example", "/\\evil.example", "\\/evil.example", "x", ""]
)
def test_signing_in_leads_nowhere_else(running: FakeDesk, stranger: TestClient, then: str) -> None:
    page = stranger.get("/sign-in", params={"then": then})
    submit(stranger, page, "/sign-in", address=SAM.address)

    assert running.mailed == [(SAM.address, "/")]


@pytest.mark.parametrize("address", [SAM.address, "nobody@elsewhere.example", "", "x" * 5000])
def test_asking_for_a_link_answers_everybody_the_same(stranger: TestClient, address: str) -> None:
    answer = submit(stranger, stranger.get("/sign-in"), "/sign-in", address=address)

    assert answer.status_code == 200
    assert "Please look into your mail" in words_of(answer)


def test_only_people_of_the_directory_are_mailed_a_link(running: FakeDesk, stranger: TestClient) -> None:
    for address in ("nobody@elsewhere.example", SAM.address):
        submit(stranger, stranger.get("/sign-in"), "/sign-in", address=address)

    assert [mailed for mailed, _ in running.mailed] == [SAM.address]


def test_opening_a_link_uses_nothing_up(running: FakeDesk, stranger: TestClient) -> None:
    running.links["link-1"] = SAM
    for _ in range(3):
        assert stranger.get("/sign-in/link-1").status_code == 200

    assert running.sessions == {}
    assert submit(stranger, stranger.get("/sign-in/link-1"), "/sign-in/link-1").status_code == 303


def test_a_link_works_once(running: FakeDesk, stranger: TestClient) -> None:
    running.links["link-1"] = SAM
    page = stranger.get("/sign-in/link-1")
    submit(stranger, page, "/sign-in/link-1")
    stranger.cookies.delete("__Host-session")

    again = submit(stranger, page, "/sign-in/link-1")
    assert again.status_code == 410
    assert "has been used or is too old" in words_of(again)


def test_signing_out_ends_the_session(running: FakeDesk, sam: TestClient) -> None:
    submit(sam, sam.get("/"), "/sign-out")

    assert running.sessions == {}
    assert sam.get("/").status_code == 303


def test_cookies_are_out_of_reach_of_scripts_other_sites_and_plain_http(
    running: FakeDesk, stranger: TestClient
) -> None:
    running.links["link-1"] = SAM
    page = stranger.get("/sign-in/link-1")
    answer = submit(stranger, page, "/sign-in/link-1")

    for cookie in (page.headers["set-cookie"], answer.headers["set-cookie"]):
        assert cookie.startswith("__Host-")
        assert {"HttpOnly", "Secure", "SameSite=lax", "Path=/"} <= set(cookie.split("; "))


@pytest.mark.parametrize(
    "path", ["/briefs/17/confirm", "/briefs/17/reject", "/briefs/17/correct", "/sign-out", "/sign-in", "/act-as"]
)
def test_a_form_without_our_token_changes_nothing(running: FakeDesk, sam: TestClient, path: str) -> None:
    for forged in ({}, {"csrf": "x"}, {"csrf": ""}):
        answer = sam.post(path, data={"seen": "1", "reason": "no", "address": SAM.address} | forged)
        assert answer.status_code == 403
    assert running.done == []
    assert len(running.sessions) == 1


def test_a_token_of_another_browser_changes_nothing(running: FakeDesk, sam: TestClient) -> None:
    with client_for(running) as other:
        sign_in(other, running, ANA.address)
        foreign = re.findall(r'name="csrf" value="([^"]+)"', other.get("/briefs/17").text)[0]

    assert sam.post("/briefs/17/confirm", data={"csrf": foreign, "seen": "1"}).status_code == 403
    assert running.done == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_form_sent_from_another_site_changes_nothing(
    running: FakeDesk, sam: TestClient, headers: dict[str, str]
) -> None:
    token = re.findall(r'name="csrf" value="([^"]+)"', sam.get("/briefs/17").text)[0]

    answer = sam.post("/briefs/17/confirm", data={"csrf": token, "seen": "1"}, headers=headers)
    assert answer.status_code == 403
    assert running.done == []


@pytest.mark.parametrize("action", ["confirm", "reject", "correct"])
def test_looking_never_changes_anything(running: FakeDesk, sam: TestClient, action: str) -> None:
    assert sam.get(f"/briefs/17/{action}?seen=1&reason=x").status_code == 405
    assert sam.get("/briefs/17?done=confirmed&seen=1").status_code == 200
    assert running.done == []


def test_what_is_not_a_form_is_refused(running: FakeDesk, sam: TestClient) -> None:
    assert sam.post("/briefs/17/confirm", json={"seen": 1}).status_code == 403
    assert sam.post("/briefs/17/confirm", files={"seen": b"1"}).status_code == 403
    assert sam.post("/briefs/17/confirm", content=b"x" * 70_000).status_code == 413
    assert running.done == []


def test_a_form_in_endless_chunks_is_cut_off(running: FakeDesk, sam: TestClient) -> None:
    def chunks() -> Iterator[bytes]:
        for _ in range(100):
            yield b"x" * 10_000

    answer = sam.post(
        "/briefs/17/confirm", content=chunks(), headers={"Content-Type": "application/x-www-form-urlencoded"}
    )
    assert answer.status_code >= 400
    assert running.done == []


# What every answer carries


@pytest.mark.parametrize(
    "path", ["/", "/briefs/17", "/messages", "/sign-in", "/nowhere", "/static/style.css", "/healthz"]
)
def test_every_answer_keeps_scripts_frames_and_other_sites_out(sam: TestClient, path: str) -> None:
    headers = sam.get(path).headers

    assert "default-src 'none'" in headers["content-security-policy"]
    assert "script-src" not in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["strict-transport-security"]


@pytest.mark.parametrize("path", ["/", "/briefs/17", "/messages", "/sign-in/x"])
def test_pages_need_no_script_no_style_attribute_and_no_other_host(sam: TestClient, path: str) -> None:
    page = sam.get(path).text

    assert re.findall(r"<script|<style| style=| on\w+=|(?:src|href)=\"(?:https?:)?//", page) == []


def test_pages_are_not_kept_by_the_browser_but_style_is(sam: TestClient) -> None:
    page = sam.get("/")
    sheet = re.findall(r'href="(/static/style.css\?v=\w+)"', page.text)[0]

    assert page.headers["cache-control"] == "no-store"
    assert "immutable" in sam.get(sheet).headers["cache-control"]


@pytest.mark.parametrize("host", ["evil.example", "briefs.brightwater.example.evil.example", "", "a b", "[::1"])
def test_another_name_than_ours_is_refused(sam: TestClient, host: str) -> None:
    assert sam.get("/", headers={"Host": host}).status_code == 421


def test_health_is_told_to_anybody(running: FakeDesk, stranger: TestClient) -> None:
    assert stranger.get("/healthz", headers={"Host": "10.0.0.7:8000"}).json() == {"database": "ok"}
    running.parts["calendars"] = "not read"

    assert stranger.get("/healthz").status_code == 503


@pytest.mark.parametrize(
    "path", ["/nowhere", "/briefs/99", "/briefs/x", "/briefs/99999999999999999999", "/docs", "/openapi.json"]
)
def test_what_is_not_there_is_said_kindly(sam: TestClient, path: str) -> None:
    answer = sam.get(path)

    assert answer.status_code == 404
    assert "There is no such page or brief." in words_of(answer)


# The demo


def demo_client(running: FakeDesk) -> TestClient:
    app = create_app(running, WebSettings(demo=True), fixed(NOW))
    return TestClient(app, base_url="http://127.0.0.1:8000", follow_redirects=False)


def test_the_demo_acts_as_the_intake_owner_without_signing_in(running: FakeDesk) -> None:
    with demo_client(running) as client:
        page = client.get("/briefs/17")
        token = re.findall(r'name="csrf" value="([^"]+)"', page.text)[0]

        assert client.post("/briefs/17/confirm", data={"csrf": token, "seen": "1"}).status_code == 303
    assert running.done == [("confirm", 17, "sam")]


def test_the_demo_can_be_seen_through_another_persons_eyes(running: FakeDesk) -> None:
    with demo_client(running) as client:
        token = re.findall(r'name="csrf" value="([^"]+)"', client.get("/").text)[0]
        client.post("/act-as", data={"csrf": token, "person": "ana"})

        assert "Nothing waits for you" in words_of(client.get("/"))
        client.cookies.delete("acting")
        client.cookies.set("acting", "tess.forged")
        assert "Waiting for you" in words_of(client.get("/"))


@pytest.mark.parametrize(
    "headers",
    [
        {"Forwarded": "for=1.2.3.4"},
        {"X-Forwarded-For": "1.2.3.4"},
        {"X-Forwarded-Host": "127.0.0.1"},
        {"X-Forwarded-Proto": "https"},
        {"Via": "1.1 proxy"},
        {"X-Real-IP": "1.2.3.4"},
    ],
)
def test_the_demo_is_not_served_through_a_proxy(running: FakeDesk, headers: dict[str, str]) -> None:
    with demo_client(running) as client:
        for path in ("/", "/briefs/17", "/healthz", "/static/style.css"):
            assert client.get(path, headers=headers).status_code == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil.example"]
)
def test_the_demo_answers_to_no_name_but_this_machines(running: FakeDesk, host: str) -> None:
    with demo_client(running) as client:
        for path in ("/", "/healthz", "/static/style.css"):
            assert client.get(path, headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000", "LOCALHOST", "127.0.0.1"])
def test_the_demo_answers_on_this_machine(running: FakeDesk, host: str) -> None:
    with demo_client(running) as client:
        assert client.get("/", headers={"Host": host}).status_code == 200


def test_only_a_demo_goes_without_a_secret(running: FakeDesk) -> None:
    with pytest.raises(ValueError, match="need a secret"):
        create_app(running, SETTINGS, fixed(NOW))


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


# Correcting


def corrected_value(running: FakeDesk, position: int) -> object:
    value = running.revisions[17][-1].values[position]
    assert value.origin is Origin.CORRECTED
    assert (value.confidence, value.readings) == (1.0, ())
    return value.value


@pytest.mark.parametrize(
    ("position", "typed", "expected"),
    [
        (0, {"quantity": "4", "item": "banner ads", "job": "banner"}, Deliverable("banner ads", 4, "banner")),
        (0, {"quantity": "", "item": " banner\tads "}, Deliverable("banner ads")),
        (
            2,
            {"kind": "due", "first": "2026-03-13", "last": "", "time": "12:30"},
            DateSpan(DateKind.DUE, NEXT_FRIDAY, NEXT_FRIDAY, dt.time(12, 30), "America/New_York"),
        ),
        (5, {"sum": "up to 8k", "currency": "gbp"}, MoneyRange(None, 800_000, "GBP")),
        (6, {"words": "must carry the old logo"}, Words("must carry the old logo")),
    ],
)
def test_each_kind_of_value_can_be_corrected(
    running: FakeDesk, sam: TestClient, position: int, typed: dict[str, str], expected: object
) -> None:
    form = {"form": f"value-{position}", "position": str(position), "do": "save"}
    answer = submit(sam, sam.get("/briefs/17"), "/briefs/17/correct", **form, **typed)

    assert answer.headers["location"] == "/briefs/17?done=corrected"
    assert corrected_value(running, position) == expected
    assert running.revisions[17][-1].values[position].quote == VALUES[position].quote


@pytest.mark.parametrize(
    ("position", "typed", "problem"),
    [
        (5, {"sum": "lots", "currency": "USD"}, "A sum is needed, such as 40,000"),
        (5, {"sum": "40", "currency": "dollars"}, "A currency such as USD"),
        (5, {"sum": "45-40k", "currency": "USD"}, "The first sum is the smaller one"),
        (5, {"sum": "9 - 4", "currency": "USD"}, "The first sum is the smaller one"),
        (5, {"sum": "1.005", "currency": "USD"}, "USD has no coin that small."),
        (2, {"kind": "due", "first": ""}, "A day is needed."),
        (2, {"kind": "due", "first": "31/12/2026"}, "A day such as 2026-06-12 is needed."),
        (2, {"kind": "due", "first": "2026-06-12", "last": "2026-06-11"}, "The last day is before the first."),
        (2, {"kind": "due", "first": "2026-06-12", "time": "5ish"}, "A time such as 17:00 is needed."),
        (2, {"kind": "x", "first": "2026-06-12"}, "Choose delivery or in market."),
        (2, {"kind": "due", "first": "0001-01-01"}, "That is too far away."),
        (0, {"quantity": "some", "item": "banners"}, "A whole number is needed, or nothing."),
        (0, {"quantity": "3", "item": "  "}, "A few words are needed."),
        (6, {"words": "x" * 3000}, "That is too long"),
    ],
)
def test_bad_input_is_explained_and_what_was_typed_is_kept(
    running: FakeDesk, sam: TestClient, position: int, typed: dict[str, str], problem: str
) -> None:
    form = {"form": f"value-{position}", "position": str(position), "do": "save"}
    answer = submit(sam, sam.get("/briefs/17"), "/briefs/17/correct", **form, **typed)

    assert answer.status_code == 422
    assert words_of(answer).count(problem) == 2  # at the top of the page and at the form
    assert running.done == []
    for text in typed.values():
        assert not text.strip() or text in unescape(answer.text)


def test_an_ambiguous_day_is_settled_by_one_press(running: FakeDesk, sam: TestClient) -> None:
    page = sam.get("/briefs/17")
    assert "It is Fri, April 3, 2026" in words_of(page)

    submit(sam, page, "/briefs/17/correct", position="4", do="settle", reading="1")
    assert corrected_value(running, 4) == VALUES[4].readings[0]


def test_a_value_that_needs_a_look_is_settled_as_it_stands(running: FakeDesk, sam: TestClient) -> None:
    submit(sam, sam.get("/briefs/17"), "/briefs/17/correct", position="1", do="settle", reading="0")

    assert corrected_value(running, 1) == VALUES[1].value


def test_a_value_can_be_taken_out_and_another_added(running: FakeDesk, sam: TestClient) -> None:
    submit(sam, sam.get("/briefs/17"), "/briefs/17/correct", position="0", do="remove")
    submit(
        sam,
        sam.get("/briefs/17"),
        "/briefs/17/correct",
        form="objective",
        do="add",
        words="fill the branches",
        position="",
    )

    values = running.revisions[17][-1].values
    assert values[:-1] == VALUES[1:]
    assert values[-1].value == Words("fill the branches")
    assert (values[-1].field, values[-1].origin, values[-1].place) == (Field.OBJECTIVE, Origin.CORRECTED, None)


@pytest.mark.parametrize(
    "typed",
    [
        {"do": "save", "position": "99"},
        {"do": "save", "position": "-1"},
        {"do": "save", "position": "²"},
        {"do": "add", "form": "nothing", "position": ""},
        {"do": "fly"},
        {"do": "settle", "position": ""},
    ],
)
def test_a_form_that_is_not_of_this_page_changes_nothing(
    running: FakeDesk, sam: TestClient, typed: dict[str, str]
) -> None:
    answer = submit(sam, sam.get("/briefs/17"), "/briefs/17/correct", **typed)

    assert answer.status_code == 409
    assert running.done == []


def test_a_colleagues_words_stay_a_colleagues_after_a_correction() -> None:
    running = desk(replace(DRAFT, values=(found(Words("margin 30%"), "margin 30%", origin=Origin.NOTE),)))
    with client_for(running) as client:
        sign_in(client, running)
        form = {"form": "value-0", "position": "0", "do": "save", "words": "margin 25%"}
        submit(client, client.get("/briefs/17"), "/briefs/17/correct", **form)

    assert running.revisions[17][-1].values[0].origin is Origin.NOTE


# What strangers wrote


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


def test_values_of_the_same_words_are_corrected_apart(running: FakeDesk) -> None:
    running = desk(replace(PLAIN, values=(BUDGET, BUDGET)))
    with client_for(running) as client:
        sign_in(client, running)
        form = {"form": "value-1", "position": "1", "do": "save", "sum": "9k", "currency": "USD"}
        submit(client, client.get("/briefs/17"), "/briefs/17/correct", **form)

    first, second = running.revisions[17][-1].values
    assert first == BUDGET
    assert second.value == MoneyRange(900_000, 900_000, "USD")


def test_the_house_is_named_on_every_page(sam: TestClient) -> None:
    assert all(HOUSE.name in words_of(sam.get(path)) for path in ("/", "/messages", "/briefs/17", "/nowhere"))


def test_what_is_also_said_stands_in_one_block_that_can_be_corrected(running: FakeDesk, sam: TestClient) -> None:
    assert "Also said" not in sam.get("/briefs/17").text

    submit(sam, sam.get("/briefs/17"), "/briefs/17/correct", form="tone", do="add", words="warm and plain", position="")
    page = sam.get("/briefs/17")

    assert (running.revisions[17][-1].values[-1].field, "Also said" in page.text) == (Field.TONE, True)
    assert "Tone warm and plain" in words_of(page)
