"""The lines of what calendars hold between two instants."""

import datetime as dt
from zoneinfo import ZoneInfo

from calendars.busy import busy_lines
from calendars.occurrences import Entry, Occurrence

BERLIN = ZoneInfo("Europe/Berlin")
START, END = (dt.datetime(2026, 6, 12, hour, tzinfo=dt.UTC) for hour in (8, 12))


def hours(first: int, last: int, uid: str = "1") -> Occurrence:
    start, end = (dt.datetime(2026, 6, 12, hour, tzinfo=dt.UTC) for hour in (first, last))
    return Occurrence(Entry(uid, "Call", tentative=True), start, end)


def lines(*occurrences: Occurrence) -> list[tuple[str, str, str]]:
    return [(line["uid"], line["start"], line["end"]) for line in busy_lines("team", occurrences, START, END, BERLIN)]


def test_a_line_says_everything_about_an_occurrence() -> None:
    assert busy_lines("team", [hours(9, 10)], START, END, BERLIN) == [
        {
            "start": "2026-06-12T09:00:00Z",
            "end": "2026-06-12T10:00:00Z",
            "summary": "Call",
            "tentative": True,
            "uid": "1",
            "calendar": "team",
        }
    ]


def test_the_window_is_half_open() -> None:
    found = lines(hours(7, 8, "before"), hours(12, 13, "after"), hours(8, 9, "first"), hours(11, 12, "last"))

    assert [uid for uid, _, _ in found] == ["first", "last"]


def test_what_reaches_over_the_window_is_not_clipped_nor_merged() -> None:
    found = lines(hours(6, 14, "long"), hours(6, 9, "early"))

    assert (
        found
        == [
            ("long", "2026-06-12T06:00:00Z", "2026-06-12T14:00:00Z"),
            ("early", "2026-06-12T06:00:00Z", "2026-06-12T09:00:00Z"),
        ][::-1]
    )


def test_what_has_no_length_takes_no_time() -> None:
    assert lines(hours(9, 9)) == []


def test_a_whole_day_is_one_of_the_zone() -> None:
    day = Occurrence(Entry("1", "Leave"), dt.date(2026, 6, 12), dt.date(2026, 6, 13))

    assert lines(day) == [("1", "2026-06-11T22:00:00Z", "2026-06-12T22:00:00Z")]
