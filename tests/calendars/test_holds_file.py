"""Holds as other programs read them."""

import datetime as dt

import pytest

from briefs.holds import Hold
from calendars.holds_file import hold_entry, holds_file, unchanged
from tests.calendars.feeds import answer, spans

STAMP = dt.datetime(2026, 6, 1, 8, tzinfo=dt.UTC)
FIRM = Hold(
    "inbrief-12-1-aa", "Brief 12: Café; banners, flyers\nX:Y", dt.date(2026, 6, 12), dt.date(2026, 6, 13), firm=True
)


def test_a_hold_takes_nobodys_time() -> None:
    assert spans(answer(holds_file([FIRM], STAMP))) == []


def test_a_hold_is_whole_days_with_its_state() -> None:
    opaque = holds_file([FIRM, FIRM], STAMP).replace(b"TRANSPARENT", b"OPAQUE")
    pencilled = holds_file([Hold("u", "t", FIRM.first, FIRM.first, firm=False)], STAMP).replace(
        b"TRANSPARENT", b"OPAQUE"
    )

    assert set(spans(answer(opaque))) == {"20260612/20260614"}
    assert spans(answer(pencilled)) == ["20260612/20260613?"]


def test_words_of_a_title_stay_words() -> None:
    lines = holds_file([FIRM], STAMP).decode().replace("\r\n ", "").split("\r\n")

    assert r"SUMMARY:Brief 12: Café\; banners\, flyers\nX:Y" in lines
    assert not any(line.startswith("X:Y") for line in lines)


KEY = b"k" * 32
ENTRY = hold_entry(FIRM, 3, STAMP, KEY).decode()


def test_an_entry_of_ours_is_known_again_also_as_a_server_folds_and_adds_to_it() -> None:
    elsewhere = ENTRY.replace("\r\n ", "").replace("inbrief//holds", "server").replace("\r\n", "\n")
    added = elsewhere.replace("END:VEVENT", "CREATED:20260601T080000Z\nX-SERVER-COLOR:red\nEND:VEVENT")

    assert unchanged(ENTRY, KEY) == unchanged(added, KEY) == (FIRM, 3)
    assert unchanged(ENTRY, b"another house") is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("DTSTART;VALUE=DATE:20260612", "DTSTART;VALUE=DATE:20260611"),
        ("DTSTART;VALUE=DATE:20260612", "DTSTART:20260612T090000Z"),
        ("DTEND;VALUE=DATE:20260614", "DTEND;VALUE=DATE:20260613"),
        ("DTEND;VALUE=DATE:20260614\r\n", ""),
        ("SUMMARY:Brief 12", "SUMMARY:Brief 13"),
        ("STATUS:CONFIRMED", "STATUS:TENTATIVE"),
        ("STATUS:CONFIRMED", "STATUS:CANCELLED"),
        ("TRANSP:TRANSPARENT", "TRANSP:OPAQUE"),
        ("SEQUENCE:3", "SEQUENCE:4"),
        ("SEQUENCE:3", "SEQUENCE:x"),
        ("UID:inbrief-12-1-aa", "UID:inbrief-12-2-aa"),
        ("X-INBRIEF-MARK:", "X-INBRIEF-MARK:0"),
        ("END:VEVENT", "DESCRIPTION:Call Dana first\r\nEND:VEVENT"),
        ("END:VEVENT", "ATTENDEE:mailto:dana@northpeak.example\r\nEND:VEVENT"),
        ("END:VEVENT", "RRULE:FREQ=WEEKLY\r\nEND:VEVENT"),
        ("END:VEVENT", "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-P1D\r\nEND:VALARM\r\nEND:VEVENT"),
        ("END:VCALENDAR", "BEGIN:VTODO\r\nUID:hers\r\nEND:VTODO\r\nEND:VCALENDAR"),
        ("END:VCALENDAR", ""),
        ("BEGIN:VCALENDAR", "<html>"),
        ("SUMMARY:", "SUMMARY:" + "x" * 200_000),
    ],
)
def test_whatever_somebody_changed_makes_it_theirs(before: str, after: str) -> None:
    assert before in ENTRY

    assert unchanged(ENTRY.replace(before, after), KEY) is None
