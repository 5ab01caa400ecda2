"""`extract --explain`: of each value why it was taken, of each candidate why it was not."""

import json

import pytest
from rich.console import Console

from briefs.findings import Field
from extract.label import explanation
from extract.reading import Extractor
from extract.remarks import Explained
from extract.terminal_reasons import reasons
from tests.extract.marked import mail

_BRIEF = (
    "Last year we spent $30k on the fair. This year the budget is $40k.\n"
    "We need three posters; we already have the banner. Call me on Thursday.\n"
    "Proofs by June 12, not June 10. We met on January 5, 2026. The fair opens on June 30.\n"
    "The logo must stay on the front. Nothing must be sent before Friday. We need three posters.\n"
)


@pytest.fixture(scope="module")
def told(extractor: Extractor) -> Explained:
    return extractor.explain(mail(_BRIEF))


def _why(told: Explained, field: Field, quote: str) -> str:
    return next(each.why for each in told.rejected if each.field is field and quote in each.quote)


def test_what_is_told_is_what_is_read(told: Explained, extractor: Extractor) -> None:
    assert told.findings == extractor.read(mail(_BRIEF))
    assert [one.finding for one in told.stood] == list(told.findings.found)


@pytest.mark.parametrize(
    ("field", "quote", "why"),
    [
        (Field.BUDGET, "$30k", "'Last year' past"),
        (Field.DATE, "Thursday", "'Call' idle"),
        (Field.DATE, "June 10", "withdrawn"),
        (Field.DATE, "January 5", "past: 2026-01-05 was before the mail"),
        (Field.DELIVERABLE, "the banner", "they have it already"),
        (Field.REQUIREMENT, "Nothing must be sent", "about a day or talk of the process"),
    ],
)
def test_what_was_passed_over_says_why(told: Explained, field: Field, quote: str, why: str) -> None:
    assert why in _why(told, field, quote)


def test_a_value_says_on_which_words_it_was_taken(told: Explained) -> None:
    assert "'budget' named" in next(one.why for one in told.stood if one.finding.field is Field.BUDGET)


def test_a_mail_that_asks_for_nothing_says_what_was_left_untold(extractor: Extractor) -> None:
    told = extractor.explain(mail("Your invoice for $400 is attached. Please pay the invoice by June 12. Unsubscribe."))

    assert told.stood == ()
    assert all(remark.why for remark in told.rejected)


def test_every_place_holds_its_quote(told: Explained) -> None:
    places = [*told.rejected, *(remark for one in told.stood for remark in one.over)]

    assert all(_BRIEF[each.place.start : each.place.end] == each.quote for each in places)


def test_nothing_is_noted_where_nobody_asks(extractor: Extractor) -> None:
    text = extractor.text(mail(_BRIEF))
    text.remark(Field.DATE, text.layout.sentences[0], "no reason")

    assert text.remarks is None


def test_it_is_printed_and_written_as_json(told: Explained) -> None:
    console = Console(width=160, record=True)
    with console.capture() as capture:
        console.print(reasons(told))
    written = json.loads(json.dumps(explanation(told)))

    assert "they have it already" in capture.get()
    assert {remark["why"] for remark in written["rejected"]} == {remark.why for remark in told.rejected}
    assert len(written["found"]) == len(told.findings.found)
