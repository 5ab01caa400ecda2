"""Calendars that are broken, odd or hostile: the good entries are read, the rest is named."""

from collections.abc import Callable

import pytest

from calendars.errors import Unreadable
from tests.calendars.feeds import answer, ics, spans

GOOD = """
UID:good
SUMMARY:Good
DTSTART:20260105T100000Z
DTEND:20260105T110000Z
"""
GOOD_SPAN = "20260105T1000Z/20260105T1100Z"


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ("DTSTART:2026-01-05T10:00", "DTSTART"),
        ("DTSTART:100000", "DTSTART"),
        ("LOCATION:no start", "no DTSTART"),
        ("DTSTART:20260105T100000Z\nDTEND:20260105T090000Z", "ends before it starts"),
        ("DTSTART:20260105T100000Z\nDURATION:an hour", "DURATION"),
        ("DTSTART:20260105T100000Z\nDURATION:-PT1H", "DURATION"),
        ("DTSTART;VALUE=DATE:20260105\nDTEND:20260105T090000Z", "the other a time"),
        ("DTSTART:20260105T100000Z\nDURATION:PT1H\nRRULE:FREQ=SOMETIMES", "RRULE"),
        ("DTSTART:20260105T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=x", "RRULE"),
        ("DTSTART:20260105T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2\nEXDATE:never", "EXDATE"),
        ("DTSTART:20260105T100000Z\nDURATION:PT1H\nRRULE:FREQ=SECONDLY", "repeats"),
        ("DTSTART:19700101T000000Z\nDURATION:PT1S\nRRULE:FREQ=MINUTELY", "repeats"),
        ("DTSTART:20260101T000000Z\nDURATION:PT1M\nRRULE:FREQ=MINUTELY;COUNT=300", "repeats more than 200 times"),
        ("DTSTART:20260101T000000Z\nDURATION:PT1M\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;BYHOUR=1", None),
        ("DTSTART:00010101T000000Z\nDTEND:99991231T235959Z\nRRULE:FREQ=YEARLY;COUNT=2", None),
        ("DTSTART:20260105T100000Z\nDURATION:P99999999999999D", ""),
        ("DTSTART;TZID=Europe:20260105T100000", "its time zone has a name that cannot be looked up"),
        (f"DTSTART;TZID={'x' * 5000}:20260105T100000", "its time zone has a name that cannot be looked up"),
    ],
)
def test_a_broken_or_endless_entry_costs_only_itself(
    entry: str, reason: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("calendars.child._SECONDS", 0.5)
    monkeypatch.setattr("calendars.child._OCCURRENCES", 200)

    read = answer(ics(f"{GOOD}\n\nUID:bad\n{entry}"))

    assert GOOD_SPAN in spans(read)
    assert (reason is None and not read["unread"]) or (reason is not None and "bad: " in read["unread"][0])
    assert (reason or "") in "".join(read["unread"])


def test_a_skipped_entry_is_named_with_its_title() -> None:
    read = answer(ics("UID:7@x\nSUMMARY:Studio shoot\nDTSTART:tomorrow"))

    assert [line.startswith("'Studio shoot' (7@x): DTSTART: ") for line in read["unread"]] == [True]


def test_an_entry_without_its_end_line_is_named_and_the_next_is_read() -> None:
    read = answer(ics(f"BEGIN:VEVENT\nUID:bad\nDTSTART:20260105T080000Z\n\n{GOOD}"))

    assert (spans(read), read["unread"]) == ([GOOD_SPAN], ["bad: END:VEVENT is missing"])


def test_a_broken_override_takes_its_series_along() -> None:
    """Read without it, the series would claim a day that may have been called off."""
    read = answer(
        ics(
            """
            UID:1
            DTSTART:20260105T100000Z
            DURATION:PT1H
            RRULE:FREQ=DAILY;COUNT=3

            UID:1
            RECURRENCE-ID:20260106T100000Z
            DTSTART:called off
            """
        )
    )

    assert (spans(read), len(read["unread"])) == ([], 1)


def test_a_broken_property_that_says_nothing_about_time_is_no_hindrance() -> None:
    read = answer(ics(GOOD + "PRIORITY:very\nGEO:here"))

    assert (spans(read), read["unread"]) == ([GOOD_SPAN], [])


def test_a_zone_nobody_defines_is_read_in_the_calendars_and_said() -> None:
    read = answer(ics("UID:1\nSUMMARY:Shoot\nDTSTART;TZID=Agency HQ:20260105T100000\nDURATION:PT1H"))

    assert spans(read) == ["20260105T0900Z/20260105T1000Z"]
    assert read["assumed"] == ["'Shoot' (1): the time zone 'Agency HQ' is not known, read in Europe/Berlin"]


def test_two_feeds_may_define_the_same_zone_differently() -> None:
    def feed(offset: str) -> bytes:
        zone = "BEGIN:VTIMEZONE\nTZID:Customized Time Zone\nBEGIN:STANDARD\nDTSTART:16010101T000000\n"
        zone += f"TZOFFSETFROM:{offset}\nTZOFFSETTO:{offset}\nEND:STANDARD\nEND:VTIMEZONE"
        return ics(f"{zone}\n\nUID:1\nDTSTART;TZID=Customized Time Zone:20260105T100000\nDURATION:PT1H")

    first, second = answer(feed("+0500")), answer(feed("-0300"))

    assert spans(first) + spans(second) == ["20260105T0500Z/20260105T0600Z", "20260105T1300Z/20260105T1400Z"]


def test_a_zone_that_cannot_be_read_is_said() -> None:
    zone = "BEGIN:VTIMEZONE\nTZID:Odd\nBEGIN:STANDARD\nDTSTART:16010101T000000\nEND:STANDARD\nEND:VTIMEZONE"

    read = answer(ics(f"{zone}\n\nUID:1\nDTSTART;TZID=Odd:20260105T100000\nDURATION:PT1H"))

    assert spans(read) == ["20260105T0900Z/20260105T1000Z"]
    assert any("'Odd'" in guess for guess in read["assumed"])


@pytest.mark.parametrize("name", ["Europe", "../../etc", "x" * 5000, "Nowhere"])
def test_a_calendar_whose_own_zone_is_none_is_read_in_the_offices(name: str) -> None:
    read = answer(ics(f"X-WR-TIMEZONE:{name}\n\nUID:1\nDTSTART:20260105T100000\nDURATION:PT1H"))

    assert spans(read) == ["20260105T0900Z/20260105T1000Z"]


def test_a_line_folded_inside_a_character_is_whole_again() -> None:
    raw = ics(GOOD.replace("Good", "Urlaub für Ana")).replace("für".encode(), b"f\xc3\r\n \xbcr")

    assert answer(raw)["entries"][0]["summary"] == "Urlaub für Ana"


def test_a_calendar_in_the_machines_own_code_page_is_read() -> None:
    raw = ics(GOOD.replace("Good", "Urlaub für Ana – frei")).decode().encode("cp1252")

    assert answer(raw)["entries"][0]["summary"] == "Urlaub für Ana – frei"


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: b"\xef\xbb\xbf" + raw,
        lambda raw: raw.decode().encode("utf-16"),
        lambda raw: raw.replace(b"\r\n", b"\n"),
        lambda raw: raw.replace(b"\r\n", b"\r"),
        lambda raw: raw.replace(b"\r\n", b"\r\n\r\n"),
        lambda raw: raw.replace(b"DTSTART", b"dtstart").replace(b"BEGIN:VEVENT", b"begin:vevent"),
        lambda raw: raw.replace(b"Good", b"Go\0od"),
    ],
    ids=["byte order mark", "UTF-16", "LF", "CR", "blank lines", "lower case", "NUL"],
)
def test_how_the_file_was_saved_does_not_matter(change: Callable[[bytes], bytes]) -> None:
    assert spans(answer(change(ics(GOOD)))) == [GOOD_SPAN]


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "it is empty"),
        (b" \r\n\r\n", "it is empty"),
        (b"<!DOCTYPE html><title>Sign in</title>", "it is not a calendar: it starts with '<!DOCTYPE html>"),
        (b"\x00\x01\x02\xff" * 100, "it is not a calendar"),
        (ics(GOOD)[:-20], "it ends in the middle: END:VCALENDAR is missing"),
        (ics(GOOD).replace(b"VERSION", b"CALSCALE:JULIAN\r\nVERSION"), "its CALSCALE is JULIAN"),
    ],
    ids=["nothing", "blank", "a web page", "bytes", "cut", "not Gregorian"],
)
def test_what_is_no_calendar_is_refused_with_a_sentence(raw: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable, match="^" + sentence.replace("(", r"\(")):
        answer(raw)


def test_a_calendar_without_entries_is_a_calendar() -> None:
    assert spans(answer(ics(""))) == []


def test_a_calendar_of_bombs_is_given_up_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("calendars.child._SECONDS", 0.02)
    monkeypatch.setattr("calendars.child._FILE_SECONDS", 0.0)

    with pytest.raises(Unreadable, match="take more than 0 seconds"):
        answer(ics("\n\n".join(f"UID:{n}\nDTSTART:20260101T000000Z\nRRULE:FREQ=SECONDLY" for n in range(20))))
