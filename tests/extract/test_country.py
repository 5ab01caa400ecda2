"""Where a writer is, as the mail or the directory shows it."""

from dataclasses import replace

import pytest

from briefs.findings import DateSpan, Field
from briefs.mail import Address, Mail
from briefs.money import MoneyRange
from extract.country import country_of
from extract.reading import Extractor
from extract.setting import Setting
from tests.extract.marked import mail


def _from(address: str, words: str = "Hello") -> Mail:
    return replace(mail(words), client=Address(address))


@pytest.mark.parametrize(
    ("domain", "code"),
    [("client.com.au", "AU"), ("client.co.uk", "GB"), ("client.scot", "GB"), ("client.de", "DE"), ("client.edu", "US")],
)
def test_a_domain_shows_the_country(domain: str, code: str) -> None:
    assert country_of(_from(f"dana@{domain}"), Setting()).code == code


@pytest.mark.parametrize("domain", ["client.com", "client.io", "client.co", "client.tv", "client.example"])
def test_a_domain_of_everybody_shows_none(domain: str) -> None:
    assert country_of(_from(f"dana@{domain}"), Setting()).code == ""


@pytest.mark.parametrize(
    ("signature", "code"),
    [
        ("Unit 4, Leeds | +44 113 496 0118", "GB"),
        ("Saltworks Pty Ltd, Wagga Wagga", "AU"),
        ("Margaux, Ottawa", "CA"),
        ("Green Gables Vets, Toowoomba QLD", "AU"),
        ("Sr. Agnes\nMangaluru", "IN"),
        ("Werk GmbH, Musterstadt", "DE"),
        ("Berlin, NH 03570", ""),
        ("Paris TX", ""),
    ],
)
def test_a_signature_shows_the_country(signature: str, code: str) -> None:
    assert country_of(_from("dana@client.example", f"Please call.\n\n{signature}"), Setting()).code == code


def test_the_directory_is_asked_last() -> None:
    setting = Setting(country="AU")

    assert country_of(_from("dana@client.example"), setting).code == "AU"
    assert country_of(_from("dana@client.co.uk"), setting).code == "GB"


def test_a_bare_dollar_is_the_directorys_where_the_mail_shows_nothing(extractor: Extractor) -> None:
    message = _from("dana@client.example", "Our budget is $5,000.")

    values = [one.value for one in extractor.find(message, Setting(country="CA")) if one.field is Field.BUDGET]

    assert values == [MoneyRange(500_000, 500_000, "CAD")]


def test_a_bare_number_takes_the_currency_of_the_rest_of_the_mail(extractor: Extractor) -> None:
    message = _from("dana@client.example", "Last year it cost us €9,000. This year the budget is 12k.")

    values = [one.value for one in extractor.find(message) if one.field is Field.BUDGET]

    assert values == [MoneyRange(1_200_000, 1_200_000, "EUR")]


def test_another_date_of_the_mail_shows_which_figure_is_the_month(extractor: Extractor) -> None:
    message = _from("dana@client.example", "Proofs by 04/05/2026 please, the launch is on 25/06/2026.")

    days = [one.value.end.isoformat() for one in extractor.find(message) if isinstance(one.value, DateSpan)]

    assert days == ["2026-05-04", "2026-06-25"]


def test_an_ambiguous_day_keeps_its_other_reading(extractor: Extractor) -> None:
    message = _from("dana@client.example", "Please send proofs by 04/05/2026.")

    (found,) = (one for one in extractor.find(message) if one.field is Field.DATE)

    assert [reading.end.isoformat() for reading in found.readings if isinstance(reading, DateSpan)] == ["2026-05-04"]
    assert found.confidence < 0.7
