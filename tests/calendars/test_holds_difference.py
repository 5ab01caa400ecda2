"""What has to be written of holds, as a table."""

import datetime as dt
from dataclasses import replace

import pytest

from briefs.holds import Hold, Written
from calendars.holds_difference import Difference, difference

HOLD = Hold("inbrief-1-1-aa", "Brief 1", dt.date(2026, 6, 12), dt.date(2026, 6, 12), firm=False)
FIRM, MOVED = replace(HOLD, firm=True), replace(HOLD, first=dt.date(2026, 6, 11))
TITLED = replace(HOLD, title="Brief 1: Zest")
SENT = Written(HOLD, '"1"')
UNSURE, THEIRS = Written(HOLD), Written(HOLD, theirs=True)


@pytest.mark.parametrize(
    ("wanted", "written", "expected"),
    [
        ([], [], Difference((), (), ())),
        ([HOLD], [], Difference((HOLD,), (), ())),
        ([HOLD], [SENT], Difference((), (), ())),
        ([FIRM], [SENT], Difference((), ((FIRM, SENT),), ())),
        ([MOVED], [SENT], Difference((), ((MOVED, SENT),), ())),
        ([TITLED], [SENT], Difference((), ((TITLED, SENT),), ())),
        ([], [SENT], Difference((), (), (SENT,))),
        ([HOLD], [UNSURE], Difference((HOLD,), (), ())),
        ([], [UNSURE], Difference((), (), (UNSURE,))),
        ([MOVED], [THEIRS], Difference((), (), ())),
        ([], [THEIRS], Difference((), (), ())),
    ],
)
def test_only_differences_are_written(wanted: list[Hold], written: list[Written], expected: Difference) -> None:
    assert difference(wanted, written) == expected
    assert bool(expected) == (expected != Difference((), (), ()))
