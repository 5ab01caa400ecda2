"""What is asked of the client, and above all what is not."""

import pytest

from briefs.draft import BriefValue
from briefs.findings import Field, Origin, Words
from briefs.jobs import DEFAULT_JOBS
from briefs.needs import NEEDS, SIGNS, Need
from briefs.questions import Question, questions
from tests.briefs.making import budget, deliverable, due
from tests.briefs.test_changes import JUNE_12

GENERAL = {Need.WHAT, Need.DUE, Need.BUDGET, Need.OBJECTIVE}
KNOWN = (budget(40_000_00), due(JUNE_12))


def of_the_job(words: str, *values: BriefValue) -> list[Need]:
    return [question.need for question in questions(values, words) if question.need not in GENERAL]


def test_a_mail_that_says_nothing_is_asked_the_general_things_first() -> None:
    assert [question.need for question in questions((deliverable("film", None, "video"),), "We want a film.")] == [
        Need.DUE,
        Need.BUDGET,
        Need.DURATION,
        Need.CHANNEL,
        Need.USAGE,
        Need.OBJECTIVE,
    ]


def test_without_anything_to_make_that_is_the_first_question() -> None:
    assert questions((), "Can you help us?")[0] == Question(Need.WHAT)


def test_what_the_brief_holds_is_not_asked() -> None:
    aim = BriefValue(Field.OBJECTIVE, Words("fill the hall"), Origin.FOUND)

    assert questions((*KNOWN, deliverable("logo", 1, "logo"), aim), "A logo, please.") == ()


def test_one_question_names_all_the_things_that_wait_for_it() -> None:
    asked = questions(
        (*KNOWN, deliverable("flyer", 1, "flyer"), deliverable("poster", 1, "poster")), "A flyer and a poster."
    )

    assert asked[0] == Question(Need.SIZE, ("flyer", "poster"))


@pytest.mark.parametrize(
    ("job", "need", "words"),
    [
        ("social_post", Need.CHANNEL, "A post for Instagram, please."),
        ("email", Need.RECIPIENTS, "It goes to our subscribers."),
        ("email", Need.COPY, "The text is attached."),
        ("banner", Need.SIZE, "We need it in 728x90."),
        ("banner", Need.LINK, "It leads to our website."),
        ("print_ad", Need.SIZE, "A half-page ad."),
        ("print_ad", Need.SIZE, "An ad, 90 mm wide."),
        ("flyer", Need.SIZE, "An A5 flyer."),
        ("flyer", Need.PRINT_RUN, "We want 2,000 copies."),
        ("poster", Need.PRINTER, "Our printer is Litho Brothers."),
        ("brochure", Need.PAGES, "A 16-page brochure."),
        ("brochure", Need.PAGES, "It is a tri-fold."),
        ("signage", Need.SIZE, "The sign is 4 ft by 8 ft."),
        ("radio", Need.DURATION, "A 30-second spot."),
        ("radio", Need.DURATION, "One :30 spot"),
        ("video", Need.DURATION, "About two minutes, ninety seconds at least: one-minute cut."),
        ("video", Need.USAGE, "With a buyout for Europe."),
        ("tv_spot", Need.DURATION, 'A 20" spot.'),
        ("photo", Need.LOCATION, "The shoot is in Leeds."),
        ("packaging", Need.DIELINE, "The dieline is attached."),
        ("website", Need.SYSTEM, "It runs on WordPress."),
        ("event", Need.GUESTS, "We expect 120 people."),
    ],
)
def test_what_is_said_in_any_words_is_not_asked(job: str, need: Need, words: str) -> None:
    value = deliverable("thing", 1, job)

    assert need in of_the_job("We want it.", *KNOWN, value)
    assert need not in of_the_job(words, *KNOWN, value)


@pytest.mark.parametrize(
    "words",
    ["Please quote for it.", "How much would this cost?", "The budget is still with the board.", "Send an estimate."],
)
def test_who_asks_for_the_price_or_speaks_of_the_budget_is_not_asked_for_it(words: str) -> None:
    assert Need.BUDGET not in {question.need for question in questions((deliverable("logo", 1, "logo"),), words)}


def test_a_channel_that_was_read_is_not_asked_for() -> None:
    channel = BriefValue(Field.CHANNEL, Words("our noticeboard"), Origin.FOUND)

    assert of_the_job("A post.", *KNOWN, channel, deliverable("post", 1, "social_post")) == []


def test_many_of_a_thing_are_a_print_run() -> None:
    assert Need.PRINT_RUN not in of_the_job("Flyers.", *KNOWN, deliverable("flyers", 5000, "flyer"))


def test_work_of_an_unknown_kind_is_asked_nothing_special() -> None:
    assert of_the_job("A thing.", *KNOWN, deliverable("sculpture", 1)) == []


def test_every_kind_with_needs_is_a_kind_of_job_and_every_need_of_theirs_can_be_said() -> None:
    assert set(NEEDS) <= set(DEFAULT_JOBS)
    assert {need for needs in NEEDS.values() for need in needs} <= set(SIGNS)
