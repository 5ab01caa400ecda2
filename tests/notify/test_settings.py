"""The outgoing section: one way out, and never in the clear."""

import pytest
from pydantic import ValidationError

from notify.settings import OutgoingSettings, SmtpSettings

SENDER = "Intake <intake@brightwater.example>"


def problem(**outgoing: object) -> str:
    with pytest.raises(ValidationError) as refused:
        OutgoingSettings.model_validate(outgoing)
    return "\n".join(f"{'.'.join(map(str, error['loc']))}: {error['msg']}" for error in refused.value.errors())


def test_a_folder_is_a_way_out() -> None:
    settings = OutgoingSettings.model_validate({"from": SENDER, "folder": "var/outgoing"})

    assert str(settings.folder) == "var/outgoing"
    assert settings.smtp is None


def test_a_server_is_a_way_out_with_starttls_on_587() -> None:
    settings = OutgoingSettings.model_validate(
        {
            "from": SENDER,
            "smtp": {"host": "smtp.b.example", "auth": {"user": "intake", "password_env": "SMTP_PASSWORD"}},
        }
    )

    assert settings.smtp is not None
    assert (settings.smtp.port, settings.smtp.starttls, settings.smtp.tls) == (587, True, False)
    assert settings.smtp.auth is not None
    assert settings.smtp.auth.password_env == "SMTP_PASSWORD"


def test_two_ways_out_or_none_are_refused() -> None:
    assert "name one way out: either folder or smtp" in problem(**{"from": SENDER})
    assert "name one way out: either folder or smtp" in problem(
        **{"from": SENDER, "folder": "out", "smtp": {"host": "smtp.b.example"}}
    )


def test_mail_does_not_leave_the_machine_in_the_clear() -> None:
    assert "without starttls or tls mail may go to this machine only, not to smtp.b.example" in problem(
        **{"from": SENDER, "smtp": {"host": "smtp.b.example", "starttls": False}}
    )


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.0.0.9", "::1"])
def test_this_machine_may_be_reached_in_the_clear(host: str) -> None:
    assert not SmtpSettings(host=host, starttls=False).starttls


def test_tls_takes_the_place_of_starttls() -> None:
    assert not SmtpSettings(host="smtp.b.example", port=465, tls=True).starttls
    assert "choose one of tls" in problem(
        **{"from": SENDER, "smtp": {"host": "smtp.b.example", "tls": True, "starttls": True}}
    )


def test_a_sender_that_is_no_address_is_named() -> None:
    assert "not a plain mail address: 'Intake'" in problem(**{"from": "Intake", "folder": "out"})


def test_an_unknown_key_is_refused() -> None:
    assert "foldr" in problem(**{"from": SENDER, "foldr": "out"})
    assert "smtp.auth.password" in problem(
        **{"from": SENDER, "smtp": {"host": "b.example", "auth": {"user": "a", "password": "plain"}}}
    )
