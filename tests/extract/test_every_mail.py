"""What holds for every mail of every corpus: quotes stand where they say, and no rule knows a mail's names."""

import re
from collections.abc import Iterator
from pathlib import Path

from briefs.findings import Field
from briefs.mail import Mail
from extract.country import data
from tests.corpus.read import Read, read
from tests.corpus.scoring import FOLDERS, PARTS

RULES = Path(__file__).parents[2] / "extract"
# The towns and provinces of the world, and its feasts: firms are called after them, people after the saints.
OF_THE_WORLD = ("countries.json", "holidays.json")
# Capitalised words in a row within a sentence are mostly somebody's or something's name; these are everybody's.
SEQUENCE = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)+\b")
EVERYBODYS = re.compile(
    r"(?:Dear|On|The|Open|Happy|Merry|British|New|Hong|Nova|St|Vice|General|Demand|South|Style|Easy"
    r"|Cape|Credit|Town|All|Accounts|Fun|Google|Te|Transit|Hiring|Brightwater|American|Mardi|United|To|Ash"
    r"|Fellowship|Coast|Sir|Corpus|Price|Fair|Awareness|Three|Saturday|Sunday|Time"
    r"|Annual|Field|April|Golden|Orthodox|Food"
    r"|Bonfire|Gift|Last|Main|Master|Procurement|Red|Sign|Task|Wayfinding|Work) \w+"
    r"|.*\b(?:Eve|Day|Friday|Monday|Tuesday|Sunday|Holiday|Christmas|Year)"
)
# Offices, titles and words of the trade that stand in an address or beside a name; saints that lend a day their name.
NO_NAMES = {
    *("awards", "buck", "comms", "dot", "events", "feather", "growth", "mrs", "pastor", "procurement", "prof"),
    *("registrar", "chief", "baptiste", "jean", "patrick"),
    *("hui", "len", "shan", "bello"),  # of "aujourd'hui", Python's own, of "shan't", Italian
    *("wexford", "lagos", "perth"),  # places that show the country, and in an address those of a shop
    "patty",  # a saint's day, as many spell it
    *("obi", "stephen", "teller"),  # a sash, a saint, who sits in a bank
    *("messe", "sri", "major", "magazin"),  # a fair, an island, a rank
    "jun",  # a month, and somebody's first name
    *("buchhaltung", "digest", "mag", "receivable"),  # desks that write
    *("disposition", "engineer", "heating", "honours", "nur", "ott", "roofing"),
    "paki",  # Tagalog's please
    *("brace", "crisp", "dutch", "hunt", "ing", "pascua", "stein"),  # words of the language, and of others'
    *("button", "notifications", "whit"),  # what is pressed, what a machine sends, a Sunday
    *("abril", "seo", "cpa"),  # a month, what makes a page be found, and what a click costs
    *("brewing", "deacon", "democracy", "ltd", "mutual", "prepress", "suites"),
    *("daemon", "pat", "pentecost"),
    *("admin", "col", "facilities", "gazette", "moe"),  # desks, a rank, a paper, a ministry
    *("ae", "ama", "augustus", "bass", "slater"),  # a country, a talk, a month, a sound, and "s" before "later"
    *("morris", "ting", "africa", "fils", "strick", "tagalog", "carr"),  # a column for posters, the end of "shutting"
}


def every() -> Iterator[Read]:
    for part in (*PARTS, *FOLDERS):
        yield from read(part)


def mails() -> tuple[Mail, ...]:
    return tuple(each.source.mail for each in every())


def test_every_quote_is_the_text_at_its_place() -> None:
    found = [(each.source.mail, finding) for each in every() for finding in each.weighed.found]

    assert len(found) > 2000
    assert [one for mail, one in found if mail.text[one.place.start : one.place.end] != one.quote] == []


def test_of_a_day_that_is_due_or_live_one_is_told() -> None:
    for each in every():
        places = [one.place for one in each.weighed.of(Field.DATE)]

        assert len(places) == len(set(places)), each.source.name


def test_no_rule_knows_the_name_of_a_client_or_a_company() -> None:
    known = {word for text in _rules() for word in re.findall(r"[^\W\d_]+", text.lower())}
    plain = {word for mail in mails() for word in re.findall(r"(?<![A-Za-z'])[a-z][a-z']+", mail.text)}
    names = {name for mail in mails() for name in _names(mail)}

    assert len(names) > 500
    assert (names & known) - plain - NO_NAMES == set()


def test_no_rule_knows_the_name_of_a_product_or_a_place_of_work() -> None:
    rules = "\n".join(_rules()).lower()
    names = {name for mail in mails() for name in SEQUENCE.findall(mail.text) if not EVERYBODYS.fullmatch(name)}

    assert len(names) > 300
    said = {name.lower() for name in names if name.lower() in rules}  # a cheap look before the expensive one
    assert {name for name in said if re.search(rf"\b{re.escape(name)}\b", rules)} == set()


def test_no_feast_is_called_as_somebody_who_writes() -> None:
    table = data("holidays")
    feasts = {name for part in ("fixed", "nth", "easter", "after", "library") for name in table[part]}
    plain = {word for mail in mails() for word in re.findall(r"(?<![A-Za-z'])[a-z][a-z']+", mail.text)}
    names = {name for mail in mails() for name in _names(mail)}

    assert (feasts & names) - plain - NO_NAMES - set(table["led"]) == set()


def _rules() -> Iterator[str]:
    for path in RULES.rglob("*"):
        if path.suffix in {".py", ".json", ".jsonl"} and path.name not in OF_THE_WORLD:
            yield path.read_text("utf-8")


def _names(mail: Mail) -> Iterator[str]:
    """Of the people and companies that wrote: the words of their names, and what their domains are called."""
    for address in (mail.client, mail.author):
        if address is not None:
            yield from re.findall(r"[^\W\d_]{3,}", (address.name or "").lower())
            yield from address.address.partition("@")[2].split(".")[-2:-1]
