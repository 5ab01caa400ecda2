"""Calendar parts are appointments, never prose."""

import datetime as dt

import pytest

from briefs.mail import Address, CalendarEntry, Mail
from tests.ingest.reading_help import content
from tests.ingest.test_carriers import mail

WHEN = "DTSTART:20260312T090000Z\nDTEND:20260312T100000Z"
NINE, TEN = dt.datetime(2026, 3, 12, 9, tzinfo=dt.UTC), dt.datetime(2026, 3, 12, 10, tzinfo=dt.UTC)


def calendar(lines: str, *, zone: str = "") -> bytes:
    event = f"BEGIN:VEVENT\nUID:1@x\nSUMMARY:Kick-off\nDESCRIPTION:Three banners for $6\\,000\n{lines}\nEND:VEVENT"
    return f"BEGIN:VCALENDAR\nMETHOD:request\n{zone}{event}\nEND:VCALENDAR\n".replace("\n", "\r\n").encode()


def invited(file: bytes) -> Mail:
    return mail([("invite.ics", "text/calendar", file)], text="Join us.")


def test_an_invitation_becomes_an_entry() -> None:
    lines = f"{WHEN}\nLOCATION:Room 2\nORGANIZER;CN=Dana:mailto:Dana@northpeak.example"
    found = invited(calendar(lines))

    assert found.entries == (
        CalendarEntry("REQUEST", "1@x", "Kick-off", "Room 2", Address("dana@northpeak.example", "Dana"), NINE, TEN),
    )
    assert content(found) == "Join us."
    assert found.carriers == ()


ZONE = (
    "BEGIN:VTIMEZONE\nTZID:Customized Time Zone\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:{0}\n"
    "TZOFFSETTO:{0}\nEND:STANDARD\nEND:VTIMEZONE\n"
)


@pytest.mark.parametrize(
    ("lines", "start", "end"),
    [
        ("DTSTART;VALUE=DATE:20260312\nDTEND;VALUE=DATE:20260314", dt.date(2026, 3, 12), dt.date(2026, 3, 13)),
        ("DTSTART;VALUE=DATE:20260312", dt.date(2026, 3, 12), None),
        ("DTSTART:20260312T090000Z\nDURATION:PT1H", NINE, TEN),
        ("DTSTART;TZID=Europe/Berlin:20260312T100000", NINE, None),
        ("DTSTART;TZID=W. Europe Standard Time:20260312T100000", NINE, None),
        ("DTSTART:20260312T040000", NINE, None),  # the sender's offset is -05:00
    ],
)
def test_times_are_instants_and_whole_days_are_days(lines: str, start: dt.date, end: dt.date | None) -> None:
    found = invited(calendar(lines))

    assert [(each.start, each.end) for each in found.entries] == [(start, end)]


def test_two_calendars_may_call_different_zones_by_one_name() -> None:
    lines = "DTSTART;TZID=Customized Time Zone:20260312T100000"
    files = [calendar(lines, zone=ZONE.format(offset)) for offset in ("+0100", "+0300")]
    found = mail([(f"{n}.ics", "text/calendar", file) for n, file in enumerate(files)])

    assert [each.start for each in found.entries] == [NINE, NINE - dt.timedelta(hours=2)]


@pytest.mark.parametrize(
    ("lines", "note"),
    [
        ("DTSTART;TZID=Nowhere/Else:20260312T100000", "its time zone 'Nowhere/Else' is not known"),
        ("DTSTART:tomorrow", "it does not say when"),
        ("", "it does not say when"),
    ],
)
def test_an_appointment_without_its_time_is_noted(lines: str, note: str) -> None:
    found = invited(calendar(lines))

    assert [each.start for each in found.entries] == [None]
    assert found.notes == (f"invite.ics: an appointment without its time: {note}",)


@pytest.mark.parametrize("file", [b"BEGIN:VCALENDAR\r\n", b"\0\1", b"BEGIN:VEVENT\r\n" * 10_000, b""])
def test_a_broken_calendar_is_noted(file: bytes) -> None:
    found = invited(file)

    assert (found.entries, found.notes) == ((), ("invite.ics: the appointment in it could not be read",))


def test_an_invitation_in_the_text_and_as_a_file_is_one_entry() -> None:
    files = [("a.ics", "text/calendar", calendar(WHEN)), ("b.ics", "application/ics", calendar(WHEN))]

    assert len(mail(files).entries) == 1
