"""The pages with an invented desk behind them, and who looks at them."""

from collections.abc import Iterator

import pytest

from inbrief.clock import fixed
from inbrief.web.app import create_app
from inbrief.web.settings import WebSettings
from tests.inbrief.browser import TestClient, submit
from tests.inbrief.fake_desk import FakeDesk
from tests.inbrief.story import desk
from tests.notify.invented import NOW, SAM

BASE = "https://briefs.brightwater.example"
SETTINGS = WebSettings(base_url=BASE, secret_env="INBRIEF_SECRET")


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
