"""What no rule takes for a thing to be made but the whole mail may make likely: candidates, and what is none."""

import pytest

from briefs.findings import Deliverable
from extract.reading import Extractor, found_in
from tests.extract.marked import mail


def _weak(extractor: Extractor, words: str) -> dict[str, int | None]:
    text = extractor.text(mail(words))
    found_in(text)
    return {each.value.item: each.value.quantity for each in text.weak if isinstance(each.value, Deliverable)}


@pytest.mark.parametrize(
    ("words", "item", "quantity"),
    [
        ("We have €500 for yard signs and a banner.", "yard signs", None),
        ("We have €500 for yard signs and a banner.", "banner", 1),
        ("The council gives £900 towards two thingummies and a poster.", "thingummies", 2),
        ("Requirements: a wibble poster in blue.", "wibble poster", 1),
        ("Budget line by line:\nSigns – $700\nBags – $450\n", "Signs", None),
        ("One change. Reels to be 6 instead of 8.", "Reels", 6),
        ("Deliver three layouts by 18 March.", "layouts", 3),
    ],
)
def test_a_thing_no_rule_takes_is_weighed(extractor: Extractor, words: str, item: str, quantity: int | None) -> None:
    weak = _weak(extractor, words)

    assert item in weak, weak
    assert weak[item] == quantity


@pytest.mark.parametrize(
    "words",
    [
        "Our aunt sleeps by the river.",
        "Thank you for the wibble you sent.",
        "Budget line by line:\nTravel – $700\nFreight – $450\n",
        "We waited with a wobble for a week.",
    ],
)
def test_what_nobody_asks_for_is_not_even_weighed(extractor: Extractor, words: str) -> None:
    assert not _weak(extractor, words)
