"""Which request a mail is and which brief it may join."""

import datetime as dt

import pytest

from briefs.mail import Address, Mail
from briefs.roles import Client, Directory, Person, Role
from briefs.subjects import bare_subject
from briefs.threads import KnownBrief, mail_key, may_join, request_key, same_words, thread_ids
from tests.briefs.making import a_mail

SAM = Person("sam", "Sam Ortiz", ("sam@brightwater.example",), frozenset({Role.ACCOUNT_EXECUTIVE}))
NORTHPEAK = Client("northpeak", "Northpeak Bank", domains=("northpeak.example",))
HOUSE = Directory("Brightwater", ("brightwater.example",), "US", "America/New_York", "sam", (SAM,), (NORTHPEAK,))
BRIEF = KnownBrief(7, "northpeak", frozenset({"omar@studio.example"}))


def written_by(address: str) -> Mail:
    return a_mail(author=Address(address), client=Address(address))


def test_a_forwarded_copy_has_the_key_of_the_direct_mail() -> None:
    direct = a_mail(sent_at=dt.datetime(2026, 3, 3, 9, 14, 41, tzinfo=dt.timezone(dt.timedelta(hours=-5))))
    forwarded = a_mail(
        sent_at=dt.datetime(2026, 3, 3, 14, 14, tzinfo=dt.UTC), author=Address("sam@brightwater.example")
    )

    assert request_key(direct) == request_key(forwarded)


def test_a_mail_whose_client_is_unknown_is_like_no_other() -> None:
    assert request_key(a_mail(client=None)) == ""


def test_two_mails_differ_by_their_message_id() -> None:
    assert mail_key(a_mail()) != mail_key(a_mail(message_id="<2@northpeak.example>"))


def test_layout_does_not_make_another_request() -> None:
    assert same_words("Two posters,\n  by *Friday*.", "two posters by friday")


ASKED = "Could you make us two {} for the spring sale in the lobby, please, by June 12? The budget for it is {}. Thanks"


def test_two_requests_of_one_minute_are_told_apart() -> None:
    assert not same_words("Two posters by Friday", "A radio spot for the June sale")
    assert not same_words(ASKED.format("posters", "$900"), ASKED.format("banners", "$900"))
    assert not same_words(ASKED.format("posters", "$900"), ASKED.format("posters", "$950"))


@pytest.mark.parametrize(
    "copy",
    [
        ASKED.format("posters", "$900") + " Dana Reyes 555 0134",
        ASKED.format("posters", "$900").replace("spring sale", "spring sale <https://northpeak.example/s?id=7>"),
        "CAUTION: external sender\n\n" + ASKED.format("posters", "$900"),
    ],
    ids=["signed", "with a link", "below a banner"],
)
def test_a_copy_that_won_words_is_the_same_request(copy: str) -> None:
    assert same_words(ASKED.format("posters", "$900"), copy)


def test_letters_that_suffered_on_the_way_are_no_other_words() -> None:
    assert same_words(ASKED.format("affiches d'été", "9 €"), ASKED.format("affiches d'�t�", "9 ?"))


@pytest.mark.parametrize(
    ("subject", "bare"),
    [
        ("Re: FW: AW: Spring posters", "Spring posters"),
        ("[EXTERNAL] RE: [Intake] Spring posters", "Spring posters"),
        ("Re[2]: Spring posters", "Spring posters"),
        ("Reply cards", "Reply cards"),
        ("Fw:", ""),
        ("TR : Affiche", "Affiche"),
    ],
)
def test_prefixes_are_no_part_of_a_subject(subject: str, bare: str) -> None:
    assert bare_subject(subject) == bare


def test_the_nearest_message_comes_first() -> None:
    mail = a_mail(in_reply_to=("<c>",), references=("<a>", "<b>", "<c>"), original_message_id="<o>")

    assert thread_ids(mail) == ("<c>", "<o>", "<b>", "<a>")


def test_a_stranger_who_quotes_a_message_id_joins_nothing() -> None:
    assert not may_join(written_by("eve@elsewhere.example"), BRIEF, HOUSE)


@pytest.mark.parametrize(
    "writer", ["dana@northpeak.example", "new@mail.northpeak.example", "omar@studio.example", "sam@brightwater.example"]
)
def test_the_client_a_participant_and_the_house_may_join(writer: str) -> None:
    assert may_join(written_by(writer), BRIEF, HOUSE)


def test_a_domain_that_only_ends_alike_is_a_stranger() -> None:
    assert not may_join(written_by("eve@evilnorthpeak.example"), BRIEF, HOUSE)
