"""Who may see the pages, what every answer carries, and that only a form of ours changes anything."""

import re
from collections.abc import Iterator

import pytest

from tests.inbrief.browser import TestClient, submit, words_of
from tests.inbrief.fake_desk import FakeDesk
from tests.inbrief.pages import client_for, sign_in
from tests.notify.invented import (
    ANA,
    SAM,
)

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


@pytest.mark.smoke
@pytest.mark.parametrize("path", ["/", "/briefs/17", "/messages", "/sign-in/x"])
def test_pages_need_no_script_no_style_attribute_and_no_other_host(sam: TestClient, path: str) -> None:
    page = sam.get(path).text

    assert re.findall(r"<script|<style| style=| on\w+=|(?:src|href)=\"(?:https?:)?//", page) == []


@pytest.mark.smoke
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
