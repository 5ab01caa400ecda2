"""The web section: a demo stays on this machine, everybody else signs in over https."""

import pytest
from pydantic import ValidationError

from inbrief.web.settings import WebSettings


def problem(**given: object) -> str:
    with pytest.raises(ValidationError) as refused:
        WebSettings.model_validate(given)
    return str(refused.value)


def test_the_demo_needs_nothing_but_its_word() -> None:
    settings = WebSettings(demo=True)

    assert (settings.host, settings.port, settings.base_host, settings.https) == ("127.0.0.1", 8000, "127.0.0.1", False)


def test_without_demo_a_secret_is_needed() -> None:
    assert "secret_env is needed" in problem()
    assert WebSettings(secret_env="S").secret_env == "S"


def test_the_demo_listens_on_this_machine_only() -> None:
    assert "not on 0.0.0.0" in problem(demo=True, listen="0.0.0.0:8000")
    assert "must be this machine" in problem(demo=True, base_url="https://briefs.agency.example")
    assert WebSettings(demo=True, listen="[::1]:8000", base_url="http://[::1]:8000").host == "::1"


def test_people_sign_in_over_https() -> None:
    assert "base_url must be https" in problem(secret_env="S", base_url="http://briefs.agency.example")
    settings = WebSettings(secret_env="S", base_url="https://Briefs.agency.example/")
    assert settings.base_url == "https://briefs.agency.example"


@pytest.mark.parametrize(
    "base_url", ["briefs.agency.example", "ftp://a.example", "https://a.example/x", "https://u:p@a.example"]
)
def test_a_base_url_is_an_origin(base_url: str) -> None:
    assert base_url in problem(secret_env="S", base_url=base_url)


@pytest.mark.parametrize("listen", ["8000", "127.0.0.1", ":8000", "127.0.0.1:x", "127.0.0.1:99999"])
def test_listen_is_host_and_port(listen: str) -> None:
    assert "expected host:port" in problem(demo=True, listen=listen)


def test_an_unknown_key_is_refused() -> None:
    assert "demmo" in problem(demo=True, demmo=True)
