"""Correcting a brief's values on its page."""

import datetime as dt
from dataclasses import replace
from html import unescape

import pytest

from briefs.findings import DateKind, DateSpan, Deliverable, Field, Origin, Words
from briefs.money import MoneyRange
from tests.inbrief.browser import TestClient, submit, words_of
from tests.inbrief.fake_desk import FakeDesk
from tests.inbrief.pages import client_for, sign_in
from tests.inbrief.story import DRAFT, VALUES, desk
from tests.notify.invented import (
    BUDGET,
    PLAIN,
    found,
)

NEXT_FRIDAY = dt.date(2026, 3, 13)


def corrected_value(running: FakeDesk, position: int) -> object:
    value = running.revisions[17][-1].values[position]
    assert value.origin is Origin.CORRECTED
    assert (value.confidence, value.readings) == (1.0, ())
    return value.value


@pytest.mark.parametrize(
    ("position", "typed", "expected"),
    [
        (0, {"quantity": "4", "item": "banner ads", "job": "banner"}, Deliverable("banner ads", 4, "banner")),
        (0, {"quantity": "", "item": " banner\tads "}, Deliverable("banner ads")),
        (
            2,
            {"kind": "due", "first": "2026-03-13", "last": "", "time": "12:30"},
            DateSpan(DateKind.DUE, NEXT_FRIDAY, NEXT_FRIDAY, dt.time(12, 30), "America/New_York"),
        ),
        (5, {"sum": "up to 8k", "currency": "gbp"}, MoneyRange(None, 800_000, "GBP")),
        (6, {"words": "must carry the old logo"}, Words("must carry the old logo")),
    ],
)
def test_each_kind_of_value_can_be_corrected(
    running: FakeDesk, sam: TestClient, position: int, typed: dict[str, str], expected: object
) -> None:
    form = {"form": f"value-{position}", "position": str(position), "do": "save"}
    answer = submit(sam, sam.get("/briefs/17"), "/briefs/17/correct", **form, **typed)

    assert answer.headers["location"] == "/briefs/17?done=corrected"
    assert corrected_value(running, position) == expected
    assert running.revisions[17][-1].values[position].quote == VALUES[position].quote


@pytest.mark.parametrize(
    ("position", "typed", "problem"),
    [
        (5, {"sum": "lots", "currency": "USD"}, "A sum is needed, such as 40,000"),
        (5, {"sum": "40", "currency": "dollars"}, "A currency such as USD"),
        (5, {"sum": "45-40k", "currency": "USD"}, "The first sum is the smaller one"),
        (5, {"sum": "9 - 4", "currency": "USD"}, "The first sum is the smaller one"),
        (5, {"sum": "1.005", "currency": "USD"}, "USD has no coin that small."),
        (2, {"kind": "due", "first": ""}, "A day is needed."),
        (2, {"kind": "due", "first": "31/12/2026"}, "A day such as 2026-06-12 is needed."),
        (2, {"kind": "due", "first": "2026-06-12", "last": "2026-06-11"}, "The last day is before the first."),
        (2, {"kind": "due", "first": "2026-06-12", "time": "5ish"}, "A time such as 17:00 is needed."),
        (2, {"kind": "x", "first": "2026-06-12"}, "Choose delivery or in market."),
        (2, {"kind": "due", "first": "0001-01-01"}, "That is too far away."),
        (0, {"quantity": "some", "item": "banners"}, "A whole number is needed, or nothing."),
        (0, {"quantity": "3", "item": "  "}, "A few words are needed."),
        (6, {"words": "x" * 3000}, "That is too long"),
    ],
)
def test_bad_input_is_explained_and_what_was_typed_is_kept(
    running: FakeDesk, sam: TestClient, position: int, typed: dict[str, str], problem: str
) -> None:
    form = {"form": f"value-{position}", "position": str(position), "do": "save"}
    answer = submit(sam, sam.get("/briefs/17"), "/briefs/17/correct", **form, **typed)

    assert answer.status_code == 422
    assert words_of(answer).count(problem) == 2  # at the top of the page and at the form
    assert running.done == []
    for text in typed.values():
        assert not text.strip() or text in unescape(answer.text)


def test_an_ambiguous_day_is_settled_by_one_press(running: FakeDesk, sam: TestClient) -> None:
    page = sam.get("/briefs/17")
    assert "It is Fri, April 3, 2026" in words_of(page)

    submit(sam, page, "/briefs/17/correct", position="4", do="settle", reading="1")
    assert corrected_value(running, 4) == VALUES[4].readings[0]


def test_a_value_that_needs_a_look_is_settled_as_it_stands(running: FakeDesk, sam: TestClient) -> None:
    submit(sam, sam.get("/briefs/17"), "/briefs/17/correct", position="1", do="settle", reading="0")

    assert corrected_value(running, 1) == VALUES[1].value


def test_a_value_can_be_taken_out_and_another_added(running: FakeDesk, sam: TestClient) -> None:
    submit(sam, sam.get("/briefs/17"), "/briefs/17/correct", position="0", do="remove")
    submit(
        sam,
        sam.get("/briefs/17"),
        "/briefs/17/correct",
        form="objective",
        do="add",
        words="fill the branches",
        position="",
    )

    values = running.revisions[17][-1].values
    assert values[:-1] == VALUES[1:]
    assert values[-1].value == Words("fill the branches")
    assert (values[-1].field, values[-1].origin, values[-1].place) == (Field.OBJECTIVE, Origin.CORRECTED, None)


@pytest.mark.parametrize(
    "typed",
    [
        {"do": "save", "position": "99"},
        {"do": "save", "position": "-1"},
        {"do": "save", "position": "²"},
        {"do": "add", "form": "nothing", "position": ""},
        {"do": "fly"},
        {"do": "settle", "position": ""},
    ],
)
def test_a_form_that_is_not_of_this_page_changes_nothing(
    running: FakeDesk, sam: TestClient, typed: dict[str, str]
) -> None:
    answer = submit(sam, sam.get("/briefs/17"), "/briefs/17/correct", **typed)

    assert answer.status_code == 409
    assert running.done == []


def test_a_colleagues_words_stay_a_colleagues_after_a_correction() -> None:
    running = desk(replace(DRAFT, values=(found(Words("margin 30%"), "margin 30%", origin=Origin.NOTE),)))
    with client_for(running) as client:
        sign_in(client, running)
        form = {"form": "value-0", "position": "0", "do": "save", "words": "margin 25%"}
        submit(client, client.get("/briefs/17"), "/briefs/17/correct", **form)

    assert running.revisions[17][-1].values[0].origin is Origin.NOTE


def test_values_of_the_same_words_are_corrected_apart(running: FakeDesk) -> None:
    running = desk(replace(PLAIN, values=(BUDGET, BUDGET)))
    with client_for(running) as client:
        sign_in(client, running)
        form = {"form": "value-1", "position": "1", "do": "save", "sum": "9k", "currency": "USD"}
        submit(client, client.get("/briefs/17"), "/briefs/17/correct", **form)

    first, second = running.revisions[17][-1].values
    assert first == BUDGET
    assert second.value == MoneyRange(900_000, 900_000, "USD")


def test_what_is_also_said_stands_in_one_block_that_can_be_corrected(running: FakeDesk, sam: TestClient) -> None:
    assert "Also said" not in sam.get("/briefs/17").text

    submit(sam, sam.get("/briefs/17"), "/briefs/17/correct", form="tone", do="add", words="warm and plain", position="")
    page = sam.get("/briefs/17")

    assert (running.revisions[17][-1].values[-1].field, "Also said" in page.text) == (Field.TONE, True)
    assert "Tone warm and plain" in words_of(page)
