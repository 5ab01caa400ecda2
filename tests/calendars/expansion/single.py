"""Entries that come once: zones, whole days, lengths and the change of clocks."""

from tests.calendars.expansion.case import Case

CASES = (
    Case(
        "a single meeting in UTC",
        """
        UID:1
        DTSTART:20260105T090000Z
        DTEND:20260105T103000Z
        """,
        "20260105T0900Z/20260105T1030Z",
    ),
    Case(
        "a meeting in a named zone in winter and one in summer",
        """
        UID:1
        DTSTART;TZID=Europe/Berlin:20260105T090000
        DTEND;TZID=Europe/Berlin:20260105T100000

        UID:2
        DTSTART;TZID=Europe/Berlin:20260706T090000
        DTEND;TZID=Europe/Berlin:20260706T100000
        """,
        "20260105T0800Z/20260105T0900Z 20260706T0700Z/20260706T0800Z",
    ),
    Case(
        "start and end in two zones",
        """
        UID:1
        DTSTART;TZID=Europe/Berlin:20260105T090000
        DTEND;TZID=America/New_York:20260105T110000
        """,
        "20260105T0800Z/20260105T1600Z",
    ),
    Case(
        "all-day leave of several days ends before its DTEND",
        """
        UID:1
        DTSTART;VALUE=DATE:20260706
        DTEND;VALUE=DATE:20260711
        """,
        "20260706/20260711",
    ),
    Case(
        "a day without an end is one day",
        """
        UID:1
        DTSTART;VALUE=DATE:20260706
        """,
        "20260706/20260707",
    ),
    Case(
        "a day with a length in days",
        """
        UID:1
        DTSTART;VALUE=DATE:20260706
        DURATION:P1W
        """,
        "20260706/20260713",
    ),
    Case(
        "an instant without length takes no time",
        """
        UID:1
        DTSTART:20260105T090000Z

        UID:2
        DTSTART:20260105T090000Z
        DTEND:20260105T090000Z
        """,
        "",
    ),
    Case(
        "a length of one day is the same time of day after the change of clocks",
        """
        UID:1
        DTSTART;TZID=Europe/Berlin:20260328T120000
        DURATION:P1D
        """,
        "20260328T1100Z/20260329T1000Z",
    ),
    Case(
        "a length of 24 hours is 24 hours over the change of clocks",
        """
        UID:1
        DTSTART;TZID=Europe/Berlin:20260328T120000
        DURATION:PT24H
        """,
        "20260328T1100Z/20260329T1100Z",
    ),
    Case(
        "a local time that the change of clocks leaves out is read with the offset before it",
        """
        UID:1
        DTSTART;TZID=Europe/Berlin:20260328T023000
        DURATION:PT30M
        RRULE:FREQ=DAILY;COUNT=3
        """,
        "20260328T0130Z/20260328T0200Z 20260329T0130Z/20260329T0200Z 20260330T0030Z/20260330T0100Z",
    ),
    Case(
        "a local time that comes twice is its first",
        """
        UID:1
        DTSTART;TZID=Europe/Berlin:20261025T023000
        DURATION:PT30M
        """,
        "20261025T0030Z/20261025T0100Z",
    ),
)
