"""Signs of what a mail is: its writer's desk, its subject, numbers said to be new, the history it answers."""

import dataclasses

import pytest

from briefs.findings import Intent
from briefs.mail import Address, Segment, SegmentKind
from extract.evidence import in_words
from extract.fitted import fitted
from extract.intent import features, leaning
from extract.reading import Extractor
from extract.renumbered import renumbered
from extract.subjects import said_by
from extract.thread import thread
from extract.writers import writers
from tests.extract.marked import mail


@pytest.mark.parametrize(
    ("sign", "said"),
    [
        ("number now", "the sale runs through 14 september now"),
        ("number now", "race day is now 3 may"),
        ("number more", "there's another €750 for it"),
        ("number more", "you get 5k more"),
        ("number not", "seven videos instead of 5 please"),
        ("number not", "six boards, was 4"),
        ("number less", "they took 10% off"),
    ],
)
def test_a_number_is_known_to_be_new(sign: str, said: str) -> None:
    assert sign in renumbered(said)


@pytest.mark.parametrize(
    "said", ["12 posters by 3 may", "we now have 2 shops", "more than 40 people came", "not in may 3"]
)
def test_a_number_alone_is_no_new_one(said: str) -> None:
    assert not list(renumbered(said))


@pytest.mark.parametrize(
    ("sign", "address"),
    [
        ("from sales", Address("bookings@pier.example")),
        ("from sales", Address("pat@pier.example", "Outdoor Sales")),
        ("from billing", Address("accounts@pier.example")),
        ("from news", Address("events@pier.example")),
        ("from the trade", Address("pat@pierprint.example")),
    ],
)
def test_the_desk_of_a_writer_is_told_by_the_address(sign: str, address: Address) -> None:
    assert sign in writers(dataclasses.replace(mail("Hello."), author=address, client=address))


def test_a_colleague_writes_from_the_mailbox_s_own_domain() -> None:
    ours, client = Address("briefs@agency.example"), Address("dana@client.example")
    within = dataclasses.replace(mail("Hello."), author=Address("sam@agency.example"), client=None, recipients=(ours,))
    forwarded = dataclasses.replace(within, client=client, forwarded_by=within.author)

    assert list(writers(within)) == ["from a colleague"]
    assert not list(writers(dataclasses.replace(within, subject="Re: Draft brief 17: Northpeak Bank, Zest")))
    assert not list(writers(forwarded))
    assert not list(writers(dataclasses.replace(within, author=client, client=client)))


def test_a_thing_is_named_in_the_history_or_new_to_it() -> None:
    words = "Please add a banner to the brochure.\nThe brochure proof is attached, OK to print?"
    end = words.index("\n")
    segments = (
        Segment(0, end, SegmentKind.CONTENT, "1", 0),
        Segment(end, len(words), SegmentKind.HISTORY, "1", end),
    )
    signs = set(thread(Extractor().text(dataclasses.replace(mail(words), segments=segments))))

    assert {"thing of the thread", "thing new to the thread", "history shows work", "history awaits a yes"} <= signs


@pytest.mark.parametrize(
    ("sign", "subject"),
    [
        ("subject shows work", "Re: Proof 2"),
        ("subject sells", "Q3 avails, 4 boards left"),
        ("subject mends", "leaflet fix"),
        ("subject ends", "Please disregard request 12"),
        ("subject meets", "Re: Thursday"),
    ],
)
def test_a_subject_heads_a_kind_of_mail(sign: str, subject: str) -> None:
    assert sign in said_by(subject)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (
            "ann@brightpress.example",
            "We'd like an A2 poster for our open day on 12 June. Could you design it by 20 May?",
        ),
        ("sales@northmedia.example", "Our logo looks tired. We'd like you to design a new one. Budget is £6,000."),
        ("raj@lithohouse.example", "Can you design a sample book for our papers, 48 pages, by the end of March?"),
        ("production@filmworks.example", "We want a new website for our studio, five pages. Launch is 1 October."),
        ("jobs@recruitright.example", "We would like a two-minute video about working here. Can you do it for $9,000?"),
        ("may@staffnetwork.example", "I'd like a quote for a brochure for employers: 12 pages, A5, by 14 April."),
    ],
)
def test_who_is_in_the_trade_can_still_ask_for_work(extractor: Extractor, address: str, words: str) -> None:
    writer = Address(address)

    brief = extractor.read(dataclasses.replace(mail(words), author=writer, client=writer))

    assert brief.intent is Intent.REQUEST


@pytest.mark.parametrize("replies", [False, True])
def test_what_is_not_named_says_as_much_as_if_it_were(extractor: Extractor, replies: bool) -> None:
    text = extractor.text(
        mail("Please stop the poster, we cancel it. Could you send the invoice for 200? Now 3 not 4.")
    )
    seen = dataclasses.replace(in_words(text), replies=replies)
    model = fitted("intent")

    assert leaning(seen) == pytest.approx(model.said(model.bias, features(seen)))
