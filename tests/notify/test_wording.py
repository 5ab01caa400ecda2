"""The words for values, gaps and doubts."""

import datetime as dt

import pytest

from briefs.draft import BriefState, BriefValue
from briefs.findings import DateKind, Deliverable, Field, Origin, Words
from notify.language import NO_BREAK, language
from notify.wording import (
    Wording,
    field_heading,
    field_name,
    gap_sentence,
    gaps,
    headline,
    in_order,
    needs_a_look,
    origin_name,
    state_name,
)
from tests.notify.invented import BANNERS, BUDGET, DUE, LIVE, PAGE, PLAIN, TRIAL, VAGUE, day, found

WORDING = Wording(language("US", "America/New_York", dt.date(2026, 3, 3)))


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (PLAIN.values, ""),
        ((BANNERS, DUE, TRIAL), "No budget given."),
        ((BANNERS, LIVE, TRIAL), "No delivery date and no budget given."),
        ((), "No deliverables, no delivery date, no budget and no objective given."),
    ],
)
def test_what_is_missing_is_said_in_one_sentence(values: tuple[BriefValue, ...], sentence: str) -> None:
    assert gap_sentence(values) == sentence


def test_a_brief_with_everything_has_no_gap() -> None:
    assert gaps((BANNERS, DUE, BUDGET, TRIAL)) == {}


@pytest.mark.parametrize(
    ("values", "words"),
    [((BANNERS,), "3 banner ads"), ((BANNERS, PAGE, PAGE), "3 banner ads and 2 more"), ((), "Zest spring banners")],
)
def test_a_headline_names_the_first_thing_asked_for(values: tuple[BriefValue, ...], words: str) -> None:
    assert headline(values, "Zest spring banners") == words


def test_a_deliverable_without_a_number_stands_alone() -> None:
    assert WORDING.value(Deliverable("banner ads")) == "banner ads"


def test_an_ambiguous_day_is_never_told_as_certain() -> None:
    [ambiguous, _] = VAGUE.values

    assert plain(WORDING.readings(ambiguous)) == "“03/04” may mean Wed, March 4, 2026 or Fri, April 3, 2026"
    assert plain(WORDING.due(VAGUE.values)) == "live March 4?"
    assert needs_a_look(ambiguous)


def test_of_two_dates_the_first_delivery_is_named() -> None:
    later = found(day(DateKind.DUE, 2026, 3, 20), "the 20th")

    assert plain(WORDING.due((LIVE, later, DUE))) == "due March 6"
    assert WORDING.due(()) == ""


def test_dates_are_read_by_delivery_and_day_and_keep_their_positions() -> None:
    later = found(day(DateKind.DUE, 2026, 3, 20), "the 20th")

    assert [at for at, _ in in_order((LIVE, BANNERS, later, DUE), Field.DATE)] == [3, 2, 0]


def test_doubt_ends_where_a_person_said_so() -> None:
    unsure = found(Words("lose the balloon"), "lose the balloon", confidence=0.2)
    corrected = found(Words("lose the balloon"), "lose the balloon", confidence=0.2, origin=Origin.CORRECTED)

    assert needs_a_look(unsure)
    assert not needs_a_look(corrected)


def test_words_are_shown_without_the_mails_line_breaks_and_controls() -> None:
    assert WORDING.value(Words("keep\r\n  it\u202e \x00simple")) == "keep it simple"


def test_every_state_origin_and_field_has_its_words() -> None:
    assert all(state_name(state) for state in BriefState)
    assert all(origin_name(origin) for origin in Origin if origin is not Origin.FOUND)
    assert all(field_heading(field) and field_name(field) for field in Field)


def plain(text: str) -> str:
    return text.replace(NO_BREAK, " ")
