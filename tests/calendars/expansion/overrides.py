"""Overrides of a series, and entries that share a UID or have none."""

from tests.calendars.expansion.case import Case

CASES = (
    Case(
        "an override moves one occurrence",
        """
        UID:1
        DTSTART:20260105T100000Z
        DTEND:20260105T110000Z
        RRULE:FREQ=DAILY;COUNT=3

        UID:1
        RECURRENCE-ID:20260106T100000Z
        DTSTART:20260106T150000Z
        DTEND:20260106T153000Z
        """,
        "20260105T1000Z/20260105T1100Z 20260106T1500Z/20260106T1530Z 20260107T1000Z/20260107T1100Z",
    ),
    Case(
        "an override is found by its instant, whatever zone it is written in",
        """
        UID:1
        DTSTART;TZID=Europe/Berlin:20260105T100000
        DURATION:PT1H
        RRULE:FREQ=DAILY;COUNT=2

        UID:1
        RECURRENCE-ID;TZID=America/New_York:20260106T040000
        DTSTART;TZID=America/New_York:20260106T120000
        DURATION:PT1H
        """,
        "20260105T0900Z/20260105T1000Z 20260106T1700Z/20260106T1800Z",
    ),
    Case(
        "an override moves an occurrence into the year from outside",
        """
        UID:1
        DTSTART:20251230T100000Z
        DTEND:20251230T110000Z
        RRULE:FREQ=DAILY;COUNT=2

        UID:1
        RECURRENCE-ID:20251231T100000Z
        DTSTART:20260320T100000Z
        DTEND:20260320T110000Z
        """,
        "20260320T1000Z/20260320T1100Z",
    ),
    Case(
        "an override without its series stands alone",
        """
        UID:1
        RECURRENCE-ID:20260106T100000Z
        DTSTART:20260106T150000Z
        DTEND:20260106T153000Z
        """,
        "20260106T1500Z/20260106T1530Z",
    ),
    Case(
        "a cancelled, a free and a pencilled occurrence of a series",
        """
        UID:1
        DTSTART:20260105T100000Z
        DTEND:20260105T110000Z
        RRULE:FREQ=DAILY;COUNT=4

        UID:1
        RECURRENCE-ID:20260106T100000Z
        DTSTART:20260106T100000Z
        DTEND:20260106T110000Z
        STATUS:CANCELLED

        UID:1
        RECURRENCE-ID:20260107T100000Z
        DTSTART:20260107T100000Z
        DTEND:20260107T110000Z
        TRANSP:TRANSPARENT

        UID:1
        RECURRENCE-ID:20260108T100000Z
        DTSTART:20260108T100000Z
        DTEND:20260108T110000Z
        STATUS:TENTATIVE
        """,
        "20260105T1000Z/20260105T1100Z 20260108T1000Z/20260108T1100Z?",
    ),
    Case(
        "an override for this and all future occurrences shifts them and changes their length",
        """
        UID:1
        DTSTART:20260105T100000Z
        DTEND:20260105T110000Z
        RRULE:FREQ=DAILY;COUNT=4

        UID:1
        RECURRENCE-ID;RANGE=THISANDFUTURE:20260107T100000Z
        DTSTART:20260107T120000Z
        DTEND:20260107T140000Z
        """,
        "20260105T1000Z/20260105T1100Z 20260106T1000Z/20260106T1100Z "
        "20260107T1200Z/20260107T1400Z 20260108T1200Z/20260108T1400Z",
    ),
    Case(
        "the newest revision of an entry counts",
        """
        UID:1
        SEQUENCE:1
        DTSTART:20260106T100000Z
        DTEND:20260106T110000Z

        UID:1
        SEQUENCE:0
        DTSTART:20260105T100000Z
        DTEND:20260105T110000Z
        """,
        "20260106T1000Z/20260106T1100Z",
    ),
    Case(
        "entries that merely share a UID are all kept",
        """
        UID:1
        DTSTART:20260106T100000Z
        DTEND:20260106T110000Z

        UID:1
        DTSTART:20260105T100000Z
        DTEND:20260105T110000Z
        """,
        "20260105T1000Z/20260105T1100Z 20260106T1000Z/20260106T1100Z",
    ),
    Case(
        "entries without a UID are all kept",
        """
        DTSTART:20260106T100000Z
        DTEND:20260106T110000Z

        DTSTART:20260105T100000Z
        DTEND:20260105T110000Z
        """,
        "20260105T1000Z/20260105T1100Z 20260106T1000Z/20260106T1100Z",
    ),
)
