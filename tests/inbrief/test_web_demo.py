"""The pages of the demo: nobody signs in, and no other machine or name is answered."""

import re

import pytest

from inbrief.clock import fixed
from inbrief.web.app import create_app
from inbrief.web.settings import WebSettings
from tests.inbrief.browser import TestClient, words_of
from tests.inbrief.fake_desk import FakeDesk
from tests.inbrief.pages import SETTINGS
from tests.notify.invented import (
    NOW,
)


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
