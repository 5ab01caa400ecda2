"""An answer finds its brief by the address it was asked to go to; nobody can make such an address but us."""

import pytest

from briefs.reply_address import Signed, is_tagged, reply_address, signed_for

INTAKE = "intake@brightwater.example"
SAM, ANA = "sam@brightwater.example", "ana@brightwater.example"
KEY = bytes(range(32))
ADDRESS = reply_address(INTAKE, Signed(12, 3), SAM, KEY)


def test_an_address_of_ours_says_brief_and_revision() -> None:
    assert signed_for(ADDRESS, INTAKE, [ANA, SAM], KEY) == Signed(12, 3)


def test_a_mail_program_that_changes_the_case_changes_nothing() -> None:
    assert signed_for(ADDRESS.upper(), INTAKE, [SAM], KEY) == Signed(12, 3)


def test_it_fits_into_a_local_part() -> None:
    longest = reply_address(INTAKE, Signed(999_999_999, 999_999_999), SAM, KEY)

    assert len(longest.partition("@")[0]) <= 64
    assert longest.startswith("intake+b999999999.999999999.")


@pytest.mark.parametrize(
    "forged",
    [
        ADDRESS.replace("+b12.", "+b13."),
        ADDRESS.replace(".3.", ".4."),
        reply_address(INTAKE, Signed(12, 3), SAM, bytes(32)),
        reply_address(INTAKE, Signed(12, 3), "eve@elsewhere.example", KEY),
        "intake+b12.3.aaaaaaaaaaaaaaaa@brightwater.example",
    ],
)
def test_what_we_did_not_sign_says_nothing(forged: str) -> None:
    assert is_tagged(forged, INTAKE)
    assert signed_for(forged, INTAKE, [SAM, ANA], KEY) is None


@pytest.mark.parametrize(
    "other",
    [
        INTAKE,
        "intake+news@brightwater.example",
        ADDRESS.replace("brightwater", "evilbrightwater"),
        ADDRESS.replace("intake", "sales"),
        "",
    ],
)
def test_any_other_address_is_none_of_these(other: str) -> None:
    assert not is_tagged(other, INTAKE)
    assert signed_for(other, INTAKE, [SAM], KEY) is None
