"""Small calendars whose busy time is agreed: each .ics file of `agreed/` with the spans it takes beside it.

The first line of a .txt file is the window and the zone in which whole days and floating times are read. The spans were
worked out by hand from the text of RFC 5545; those of rule-*.ics by `by_hand`, which is held against them here again.
All of them are read in one process, so that nothing one calendar defines reaches the next.
"""

import datetime as dt
import re
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from calendars.child import read
from tests.calendars.by_hand import Rule

CALENDARS = sorted((Path(__file__).parent / "agreed").glob("*.ics"))
_LENGTH = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")


@pytest.mark.parametrize("calendar", CALENDARS, ids=lambda path: path.stem)
def test_a_calendar_takes_the_time_that_is_agreed(calendar: Path) -> None:
    window, *spans = calendar.with_suffix(".txt").read_text().splitlines()
    start, end, zone = window.split()

    first, last = (_instant(each, zone).isoformat() for each in (start, end))
    answer = read(calendar.read_bytes(), first, last, zone, own_zone=False)

    found = [
        (_instant(begins, zone), _instant(ends, zone), answer["entries"][index]["tentative"])
        for index, begins, ends in answer["occurrences"]
    ]
    assert sorted(found) == sorted(_span(each, zone) for each in spans), answer["unread"]


@pytest.mark.parametrize(
    "calendar", [path for path in CALENDARS if path.stem.startswith("rule-")], ids=lambda path: path.stem
)
def test_what_is_agreed_of_a_rule_is_what_asking_every_day_gives(calendar: Path) -> None:
    window, *spans = calendar.with_suffix(".txt").read_text().splitlines()

    assert spans == expected_of_rule(calendar.read_text(), window)


def expected_of_rule(text: str, window: str) -> list[str]:
    """The spans of a calendar of one entry with DTSTART, DURATION and RRULE."""
    start, end, zone_name = window.split()
    first, last = _instant(start, zone_name), _instant(end, zone_name)
    (parameter, written), (_, length), (_, rule) = (
        re.search(rf"^{name}((?:;[^:]*)?):(.*?)\r?$", text, re.MULTILINE).groups()  # type: ignore[union-attr]
        for name in ("DTSTART", "DURATION", "RRULE")
    )
    zone = (
        dt.UTC
        if written.endswith("Z")
        else ZoneInfo(parameter.removeprefix(";TZID=") if "TZID" in parameter else zone_name)
    )
    all_day = "T" not in written
    local = dt.datetime.fromisoformat(written.removesuffix("Z"))
    rule, until = _without_until(rule)
    bound = last if not until else _until(until, zone, all_day)
    days, hours, minutes, seconds = (int(part or 0) for part in _LENGTH.fullmatch(length).groups())  # type: ignore[union-attr]
    found = []
    for time in Rule(rule, local).starts(last.replace(tzinfo=None) + dt.timedelta(days=1)):
        begins = time.replace(tzinfo=zone).astimezone(dt.UTC)
        ends = (time + dt.timedelta(days=days)).replace(tzinfo=zone).astimezone(dt.UTC)
        ends += dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)
        if begins <= bound and begins < last and ends > first:
            form = "%Y%m%d" if all_day else "%Y%m%dT%H%M%SZ" if begins.second or ends.second else "%Y%m%dT%H%MZ"
            pair = (each.astimezone(zone) if all_day else each for each in (begins, ends))
            found.append("/".join(each.strftime(form) for each in pair))
    return sorted(found)


def _without_until(rule: str) -> tuple[str, str]:
    parts = rule.split(";")
    until = [part for part in parts if part.startswith("UNTIL=")]
    return ";".join(part for part in parts if part not in until), "".join(until).removeprefix("UNTIL=")


def _until(text: str, zone: dt.tzinfo, all_day: bool) -> dt.datetime:
    moment = dt.datetime.fromisoformat(text.removesuffix("Z"))
    return moment.replace(tzinfo=zone if all_day or not text.endswith("Z") else dt.UTC).astimezone(dt.UTC)


def _span(text: str, zone: str) -> tuple[dt.datetime, dt.datetime, bool]:
    first, last = text.removesuffix("?").split("/")
    return _instant(first, zone), _instant(last, zone), text.endswith("?")


def _instant(text: str, zone: str) -> dt.datetime:
    moment = dt.datetime.fromisoformat(text)
    return (moment if moment.tzinfo is not None else moment.replace(tzinfo=ZoneInfo(zone))).astimezone(dt.UTC)
