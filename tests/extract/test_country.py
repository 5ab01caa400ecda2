"""Where a writer is, as the mail or the directory shows it."""

import datetime as dt
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
        ("Lorna, Melfort, SK", "CA"),
        ("The Tannery, Dubbo NSW 2830", "AU"),
        ("Otway Dairy, Adelaide SA", "AU"),
        ("Rae, Whakatāne, Bay of Plenty", "NZ"),
        ("Berlin, NH 03570", ""),
        ("Ingrid\nLondon, ON", "CA"),
        ("Tofino BC", "CA"),
        ("Perth, Ontario", "CA"),
        ("It opens in London on 12 March.", "GB"),
        ("Thanks, SK", ""),
        ("Cheers, Victoria", ""),
        ("Ontario, CA 91761", ""),
        ("Paris TX", ""),
        ("Pippi Surf School, Torquay VIC", "AU"),
        ("Prairie Rink, Moose Jaw, SK", "CA"),
        ("Mill Lane, Olympia WA", ""),
        ("Mill Lane, Olympia, WA 98501", ""),
    ],
)
def test_a_signature_shows_the_country(signature: str, code: str) -> None:
    assert country_of(_from("dana@client.example", f"Please call.\n\n{signature}"), Setting()).code == code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("The regionals are in Red Deer, Alberta, this year.\nWe need a banner.\nIn two sizes.\nAnd soon.\n\nMo", "CA"),
        ("The shire (NSW, Australia) wants signs.\nNine of them.\nBy May.\nNot before.\n\nMo", "AU"),
        ("Kia ora from Dunedin!\nWe need a banner.\nIn two sizes.\nAnd soon.\nIn red.\n\nMo", "NZ"),
        ("The budget is $4,000 plus HST.\nNot more.\nBy May.\nPlease.\nA flyer.\n\nMo", "CA"),
        ("Gail, Procurement, ABN 00 111 222 333\nA flyer.\nBy May.\nNot before.\n\nMo", "AU"),
        ("We sell in Texas, Ontario and Quebec.\nA flyer.\nBy May.\nNot before.\nGreen.\n\nMo", ""),
        ("Victoria, Ana and Paul will decide.\nA flyer.\nBy May.\nNot before.\nGreen.\n\nMo", ""),
        # The clock of this mail is an American one, and the States have no such tax.
        ("The budget is $4,000 plus GST.\nNot more.\nBy May.\nPlease.\nA flyer.\n\nMo", "CA"),
    ],
)
def test_the_clients_words_show_the_country(words: str, code: str) -> None:
    assert country_of(_from("dana@client.example", words), Setting()).code == code


@pytest.mark.parametrize(
    ("hours", "code", "dollar", "day_first"),
    [
        (11, "AU", "AUD", True),
        (13, "NZ", "NZD", True),
        (-3.5, "CA", "CAD", True),
        (2, "", "USD", True),
        (0, "", "USD", False),  # many servers write their own clock, which is this one
        (-5, "", "USD", False),
        (8, "SG", "SGD", True),
        (4, "AE", "USD", True),
        (9, "JP", "USD", True),
    ],
)
def test_a_clock_tells_where_a_mail_was_written(hours: float, code: str, dollar: str, day_first: bool) -> None:
    zone = dt.timezone(dt.timedelta(hours=hours))
    message = replace(_from("dana@client.example"), sent_at=dt.datetime(2026, 5, 4, 9, tzinfo=zone))

    found = country_of(message, Setting())

    assert (found.code, found.dollar, found.day_first, found.shown) == (code, dollar, day_first, False)


def test_the_directory_is_asked_before_the_clock() -> None:
    zone = dt.timezone(dt.timedelta(hours=11))
    message = replace(_from("dana@client.example"), sent_at=dt.datetime(2026, 5, 4, 9, tzinfo=zone))

    assert country_of(message, Setting(country="US")).code == "US"


@pytest.mark.parametrize(
    ("words", "code"),
    [("Two corflutes please.", "AU"), ("We can give 2 lakh.", "IN"), ("A vic and a lake.", "")],
)
def test_words_of_one_country_alone_show_it(words: str, code: str) -> None:
    assert country_of(_from("dana@client.example", words), Setting()).code == code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("We have R$ 12.000 for it.", "BR"),
        ("The budget is ₦2.5m, all in.", "NG"),
        ("S$8,000 at most.", "SG"),
        ("We can spend R 12 000.", "ZA"),
        ("We can spend 12 000 rand.", "ZA"),
        ("KES 350,000 is there.", "KE"),
        ("Fr. 5000, not more.", "CH"),
        ("3 million won for all.", "KR"),
        ("£900 for two banners, $50 for the domain.", "GB"),
        ("£900 there, A$1,500 here.", ""),
        ("$5,000 or €5,000 or USD 9,000.", ""),
        ("Please TRY 2 of them and send PEN 50.", ""),
        ("Room R1204, size R 12.", ""),
        ("We won 3000 readers; 2 soles are left.", ""),
        ("Rs 40,000 is what we have.", ""),  # India's, Pakistan's, Sri Lanka's
    ],
)
def test_money_of_one_country_alone_shows_it_where_nothing_else_does(words: str, code: str) -> None:
    found = country_of(_from("dana@client.example", words), Setting())

    assert (found.code, found.shown) == (code, False)


def test_the_directory_and_the_mail_itself_count_before_its_money() -> None:
    assert country_of(_from("dana@client.example", "We have £900."), Setting(country="US")).code == "US"
    assert country_of(_from("dana@client.com.au", "We have £900."), Setting()).code == "AU"


@pytest.mark.parametrize(
    ("words", "hours", "month", "code"),
    [
        ("Hei, we need a flyer.", 1, 1, "NO"),
        ("Hei, we need a flyer.", 2, 5, "NO"),
        ("Hei, we need a flyer.", 2, 1, "FI"),
        ("Hei, we need a flyer.", 3, 5, "FI"),
        ("Moi! We need a flyer.", 2, 1, "FI"),
        ("Hej, we need a flyer.", 1, 1, "SE"),
        ("Hej, we need a flyer. Venlig hilsen", 1, 1, "DK"),
        ("We need a flyer.\nGroet, Jo", 2, 5, "NL"),
        ("Bom dia, we need a flyer.", -3, 5, "BR"),
        ("Bom dia, we need a flyer.", 1, 5, "PT"),
        ("Jambo, we need a flyer.", 3, 5, "KE"),
        ("Salamat, we need a flyer.", 8, 5, "PH"),
        ("Kia ora, we need a flyer.", 12, 5, "NZ"),
        ("G'day, we need a flyer.", 10, 5, "AU"),
        ("Hola, we need a flyer.", -6, 5, ""),
        ("Moi Avenue is where we are.", 3, 5, ""),
    ],
)
def test_a_greeting_shows_the_country_by_a_fitting_clock(words: str, hours: float, month: int, code: str) -> None:
    sent_at = dt.datetime(2026, month, 11, 9, tzinfo=dt.timezone(dt.timedelta(hours=hours)))
    message = replace(_from("dana@client.example", words), sent_at=sent_at)

    found = country_of(message, Setting())

    assert (found.code, found.shown) == (code, False)


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
