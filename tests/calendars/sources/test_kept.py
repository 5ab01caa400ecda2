"""What is kept of a calendar between two looks."""

import time

import pytest

from calendars.sources.kept import Resource, as_stream, changes, packed, unpacked
from tests.calendars.feeds import answer, ics, spans


def zone(offset: str) -> str:
    rules = f"DTSTART:16010101T000000\nTZOFFSETFROM:{offset}\nTZOFFSETTO:{offset}"
    return f"BEGIN:VTIMEZONE\nTZID:Customized Time Zone\nBEGIN:STANDARD\n{rules}\nEND:STANDARD\nEND:VTIMEZONE"


def entry(uid: str, offset: str) -> str:
    times = "DTSTART;TZID=Customized Time Zone:20260105T100000\nDURATION:PT1H"
    return ics(f"{zone(offset)}\n\nUID:{uid}\n{times}").decode()


def test_resources_come_back_as_they_were() -> None:
    resources = {"/a/ü.ics": Resource('"1"', "BEGIN:…\r\n\ud800"), "/a/b.ics": Resource("", "")}

    assert unpacked(packed(resources)) == resources
    assert packed(resources) == packed(dict(reversed(resources.items())))


def test_a_calendar_without_entries_is_one() -> None:
    assert spans(answer(as_stream(packed({})))) == []


def test_each_resource_keeps_the_zone_it_defines() -> None:
    bodies = [entry("1", "+0500"), entry("2", "-0300"), entry("3", "+0500"), entry("4", "-0300")]

    read = answer(as_stream(packed({f"/{n}.ics": Resource("", body) for n, body in enumerate(bodies)})))

    assert spans(read) == ["20260105T0500Z/20260105T0600Z"] * 2 + ["20260105T1300Z/20260105T1400Z"] * 2
    assert read["assumed"] == []


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        (None, "UID:1\nSUMMARY:a\n\nUID:2", 2),
        ("UID:1\nSUMMARY:a", "UID:1\nSUMMARY:b", 1),
        ("UID:1\nDTSTAMP:20260101T000000Z", "UID:1\nDTSTAMP:20260102T000000Z", 0),
        ("UID:1\n\nUID:2", "UID:2\n\nUID:1", 0),
        ("UID:1\n\nUID:2", "UID:2\n\nUID:3", 2),
    ],
)
def test_changed_entries_of_a_feed_are_counted(before: str | None, after: str, count: int) -> None:
    assert changes(None if before is None else ics(before), ics(after), resources=False) == count


def test_any_number_of_zones_takes_linear_time() -> None:
    def seconds(zones: int) -> float:
        here, there = (
            "".join(f"BEGIN:VTIMEZONE\r\nTZID:Zone {at}\r\nX:{mark}\r\nEND:VTIMEZONE\r\n" for at in range(zones))
            for mark in "ab"
        )
        body = packed({"1": Resource("", here), "2": Resource("", there)})
        start = time.process_time()
        as_stream(body)
        return time.process_time() - start

    short, long = (min(seconds(zones) for _ in range(3)) for zones in (2_000, 16_000))

    assert long < 24 * short  # 8 times the work; a pass for each zone would take 64
