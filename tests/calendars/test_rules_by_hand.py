"""Random rules of every frequency and part, expanded by us and by asking every day whether the rule has it."""

import datetime as dt

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.calendars.by_hand import NAMES, Rule
from tests.calendars.feeds import answer, ics, spans

FIRST, LAST, END = (dt.datetime.fromisoformat(each) for each in ("2025-09-01", "2026-09-30", "2026-12-31T23:00"))


def some(name: str, values: st.SearchStrategy[str], most: int = 3) -> st.SearchStrategy[str]:
    lists = st.lists(values, min_size=1, max_size=most, unique=True)
    return st.just("") | lists.map(lambda each: f";{name}={','.join(each)}")


def numbers(most: int) -> st.SearchStrategy[str]:
    return (st.integers(1, most) | st.integers(-most, -1)).map(str)


MONTHS = some("BYMONTH", st.integers(1, 12).map(str))
DAYS = some("BYDAY", st.sampled_from(NAMES))
MONTH_DAYS = some("BYMONTHDAY", numbers(31))
HOURS = some("BYHOUR", st.integers(0, 23).map(str), 2)
COUNTED = some("BYDAY", st.builds(str.__add__, numbers(5), st.sampled_from(NAMES)))
PARTS = st.one_of(
    st.tuples(st.just("FREQ=DAILY"), MONTHS, DAYS, MONTH_DAYS, HOURS),
    st.tuples(st.just("FREQ=WEEKLY"), MONTHS, DAYS, HOURS, st.sampled_from(["", ";WKST=SU", ";WKST=WE"])),
    st.tuples(st.just("FREQ=MONTHLY"), MONTHS, DAYS | COUNTED, MONTH_DAYS, HOURS),
    st.tuples(st.just("FREQ=YEARLY"), MONTHS, DAYS | COUNTED, MONTH_DAYS),
    st.tuples(st.just("FREQ=YEARLY"), some("BYDAY", st.builds(str.__add__, numbers(52), st.sampled_from(NAMES)))),
    st.tuples(st.just("FREQ=YEARLY"), some("BYYEARDAY", numbers(366)), DAYS),
    st.tuples(st.just("FREQ=YEARLY"), some("BYWEEKNO", numbers(53)), DAYS),
    st.tuples(st.just("FREQ=HOURLY"), DAYS, HOURS, some("BYMINUTE", st.integers(0, 59).map(str), 2)),
).map("".join)
POSITIONS = some("BYSETPOS", numbers(4), 2)
ENDS = st.just("") | st.integers(1, 9).map(lambda count: f";COUNT={count}")


@given(
    parts=PARTS,
    interval=st.integers(1, 4),
    positions=POSITIONS,
    end=ENDS,
    start=st.datetimes(FIRST, LAST),
)
@settings(deadline=None, max_examples=60)
def test_a_rule_of_any_kind_has_the_times_that_satisfy_it(
    parts: str, interval: int, positions: str, end: str, start: dt.datetime
) -> None:
    start = start.replace(second=0, microsecond=0)
    text = f"{parts};INTERVAL={interval}" + (positions if ";BY" in parts else "") + end
    rule = Rule(text, start)
    first = next(rule.matches(END), None)
    assume(first is not None and (interval == 1 or rule.has_its_start))
    assert first is not None
    rule = Rule(text, first if interval == 1 else start)
    assume(rule.has_its_start)

    read = answer(ics(f"UID:1\nDTSTART:{rule.start:%Y%m%dT%H%M%S}Z\nDURATION:PT1M\nRRULE:{text}"))

    expected = [f"{time:%Y%m%dT%H%MZ}" for time in rule.starts(END) if time.year == 2026]
    found = [each.split("/")[0] for each in spans(read)]
    if read["unread"]:
        assert read["unread"][0].endswith(("worked out", "times"))
    else:
        assert [each for each in found if each < "20261231T23"] == [each for each in expected if each < "20261231T23"]
