"""The arithmetic in words: a sentence a step."""

import datetime as dt

import pytest

from briefs.conflicts import Parameter
from briefs.steps import Step, StepKind
from notify.language import NO_BREAK, language
from notify.why import department_name, step_name, step_sentence

US = language("US", "America/New_York", dt.date(2026, 3, 3))
MONDAY, FRIDAY = dt.date(2026, 6, 8), dt.date(2026, 6, 12)


def step(which: StepKind, **given: Parameter) -> Step:
    return Step(which, FRIDAY, tuple(given.items()))


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (
            step(StepKind.RECEIVED, at="2026-06-05T22:00:00+00:00", zero=MONDAY),
            "Received Fri, June 5, 2026, 6:00 PM; day 0 is Mon, June 8",
        ),
        (step(StepKind.NEEDS, job="banner", days=5, rush=0), "5 working days are needed for banners"),
        (step(StepKind.NEEDS, job="trafficking", days=1, rush=1), "1 working day is needed for trafficking, as a rush"),
        (step(StepKind.COUNTED, number=4), "Fri, June 12: working day 4"),
        (step(StepKind.SKIPPED, reason="weekend", name=""), "Fri, June 12: not counted, a weekend"),
        (
            step(StepKind.SKIPPED, reason="holiday", name="Juneteenth"),
            "Fri, June 12: not counted, a public holiday (Juneteenth)",
        ),
        (step(StepKind.SKIPPED, reason="closure", name=""), "Fri, June 12: not counted, the office is closed"),
        (step(StepKind.ENOUGH), "Fri, June 12: there is time enough from here on"),
        (step(StepKind.REFUSED, kind="absence"), "Fri, June 12: passed over, somebody is away"),
        (step(StepKind.REFUSED, kind="day_off"), "Fri, June 12: passed over, a day off"),
        (step(StepKind.EARLIEST), "Fri, June 12: the earliest day that works"),
    ],
)
def test_each_step_has_its_sentence(told: Step, sentence: str) -> None:
    assert step_sentence(told, US).replace(NO_BREAK, " ") == sentence


def test_steps_of_the_agencys_own_keep_their_names() -> None:
    assert [step_name(one) for one in ("review", "colour_grading")] == ["Review by the client", "Colour grading"]
    assert [department_name(one) for one in ("pr", "creative", "")] == ["PR", "Creative", ""]
