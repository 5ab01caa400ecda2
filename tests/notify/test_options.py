"""What would work, in words for the house."""

import pytest

from briefs.conflicts import Parameter
from briefs.options import Option, OptionKind
from notify.language import NO_BREAK
from notify.options import option_sentence
from tests.notify.test_clashes import FRIDAY, US


@pytest.mark.parametrize(
    ("kind", "parameters", "sentence"),
    [
        (OptionKind.EARLIER, {}, "As asked, but earlier, from Fri, June 12 on."),
        (OptionKind.LATER, {}, "As asked, but later, on Fri, June 12."),
        (OptionKind.RUSH, {}, "As a rush on Fri, June 12."),
        (OptionKind.PERSON, {"person": "ana", "name": "Ana Lund"}, "With Ana Lund instead on Fri, June 12."),
        (OptionKind.FREE_DAY, {"resource": "studio"}, "The studio is free on Fri, June 12."),
        (OptionKind.FEWER_ROUNDS, {"rounds": 1}, "With 1 round of review on Fri, June 12."),
        (OptionKind.FEWER_ROUNDS, {"rounds": 2}, "With 2 rounds of review on Fri, June 12."),
    ],
)
def test_each_way_is_worded(kind: OptionKind, parameters: dict[str, Parameter], sentence: str) -> None:
    told = option_sentence(Option(kind, FRIDAY, tuple(parameters.items())), US)

    assert told.replace(NO_BREAK, " ") == sentence
