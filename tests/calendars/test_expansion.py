"""Busy time as RFC 5545 means it."""

import pytest

from tests.calendars.expansion import overrides, programs, series, single
from tests.calendars.expansion.case import Case
from tests.calendars.feeds import answer, ics, spans

CASES = (*single.CASES, *series.CASES, *overrides.CASES, *programs.CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_calendar_takes_exactly_this_time(case: Case) -> None:
    read = answer(ics(case.entries))

    assert (spans(read), read["unread"]) == (sorted(case.expected.split()), [])
