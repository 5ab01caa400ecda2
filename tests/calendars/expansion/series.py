"""Series: how RRULE, RDATE, EXDATE, COUNT and UNTIL are meant."""

from tests.calendars.expansion.case import Case

CASES = (
    Case(
        "a series with DTEND keeps its exact length in the night of the change",
        """
        UID:1
        DTSTART;TZID=Europe/Berlin:20260327T200000
        DTEND;TZID=Europe/Berlin:20260328T080000
        RRULE:FREQ=DAILY;COUNT=3
        """,
        "20260327T1900Z/20260328T0700Z 20260328T1900Z/20260329T0700Z 20260329T1800Z/20260330T0600Z",
    ),
    Case(
        "a weekly meeting keeps its local time over the change of clocks",
        """
        UID:1
        DTSTART;TZID=Europe/Berlin:20260323T090000
        DURATION:PT1H
        RRULE:FREQ=WEEKLY;COUNT=2
        """,
        "20260323T0800Z/20260323T0900Z 20260330T0700Z/20260330T0800Z",
    ),
    Case(
        "a weekly meeting in UTC keeps its time in UTC",
        """
        UID:1
        DTSTART:20260323T090000Z
        DURATION:PT1H
        RRULE:FREQ=WEEKLY;COUNT=2
        """,
        "20260323T0900Z/20260323T1000Z 20260330T0900Z/20260330T1000Z",
    ),
    Case(
        "every second week on two days",
        """
        UID:1
        DTSTART:20260106T100000Z
        DTEND:20260106T110000Z
        RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=4
        """,
        "20260106T1000Z/20260106T1100Z 20260108T1000Z/20260108T1100Z "
        "20260120T1000Z/20260120T1100Z 20260122T1000Z/20260122T1100Z",
    ),
    Case(
        "the week's start decides which weeks are the second ones, Monday (RFC 5545 3.3.10)",
        """
        UID:1
        DTSTART;VALUE=DATE:20260804
        RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO
        """,
        "20260804/20260805 20260809/20260810 20260818/20260819 20260823/20260824",
    ),
    Case(
        "the week's start decides which weeks are the second ones, Sunday",
        """
        UID:1
        DTSTART;VALUE=DATE:20260804
        RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU
        """,
        "20260804/20260805 20260816/20260817 20260818/20260819 20260830/20260831",
    ),
    Case(
        "the second Tuesday of the month",
        """
        UID:1
        DTSTART:20260113T100000Z
        DTEND:20260113T110000Z
        RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=3
        """,
        "20260113T1000Z/20260113T1100Z 20260210T1000Z/20260210T1100Z 20260310T1000Z/20260310T1100Z",
    ),
    Case(
        "the last day of the month",
        """
        UID:1
        DTSTART;VALUE=DATE:20260131
        RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3
        """,
        "20260131/20260201 20260228/20260301 20260331/20260401",
    ),
    Case(
        "the 31st skips months without one",
        """
        UID:1
        DTSTART;VALUE=DATE:20260131
        RRULE:FREQ=MONTHLY;COUNT=3
        """,
        "20260131/20260201 20260331/20260401 20260531/20260601",
    ),
    Case(
        "the last working day of the month",
        """
        UID:1
        DTSTART;VALUE=DATE:20260130
        RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3
        """,
        "20260130/20260131 20260227/20260228 20260331/20260401",
    ),
    Case(
        "the 29th of February comes in leap years only",
        """
        UID:1
        DTSTART;VALUE=DATE:20240229
        RRULE:FREQ=YEARLY
        """,
        "",
    ),
    Case(
        "COUNT counts what EXDATE takes out",
        """
        UID:1
        DTSTART:20260105T100000Z
        DTEND:20260105T110000Z
        RRULE:FREQ=DAILY;COUNT=3
        EXDATE:20260106T100000Z
        """,
        "20260105T1000Z/20260105T1100Z 20260107T1000Z/20260107T1100Z",
    ),
    Case(
        "EXDATE in UTC takes out a local time, several in one line",
        """
        UID:1
        DTSTART;TZID=Europe/Berlin:20260105T100000
        DURATION:PT1H
        RRULE:FREQ=DAILY;COUNT=4
        EXDATE:20260106T090000Z,20260107T090000Z
        """,
        "20260105T0900Z/20260105T1000Z 20260108T0900Z/20260108T1000Z",
    ),
    Case(
        "EXDATE as a day takes that day out of a timed series",
        """
        UID:1
        DTSTART;TZID=Europe/Berlin:20260105T100000
        DURATION:PT1H
        RRULE:FREQ=DAILY;COUNT=3
        EXDATE;VALUE=DATE:20260106
        """,
        "20260105T0900Z/20260105T1000Z 20260107T0900Z/20260107T1000Z",
    ),
    Case(
        "EXDATE as a time takes the day out of an all-day series, as Exchange writes it",
        """
        UID:1
        DTSTART;VALUE=DATE:20260216
        RRULE:FREQ=DAILY;COUNT=4
        EXDATE;TZID=W. Europe Standard Time:20260217T000000
        EXDATE:20260217T230000Z
        """,
        "20260216/20260217 20260219/20260220",
    ),
    Case(
        "EXDATE takes out the first",
        """
        UID:1
        DTSTART:20260105T100000Z
        DTEND:20260105T110000Z
        RRULE:FREQ=DAILY;COUNT=2
        EXDATE:20260105T100000Z
        """,
        "20260106T1000Z/20260106T1100Z",
    ),
    Case(
        "RDATE adds days to a series and to a single entry",
        """
        UID:1
        DTSTART;VALUE=DATE:20260105
        RRULE:FREQ=WEEKLY;COUNT=2
        RDATE;VALUE=DATE:20260107,20260109

        UID:2
        DTSTART:20260201T100000Z
        DTEND:20260201T110000Z
        RDATE:20260203T120000Z
        """,
        "20260105/20260106 20260107/20260108 20260109/20260110 20260112/20260113 "
        "20260201T1000Z/20260201T1100Z 20260203T1200Z/20260203T1300Z",
    ),
    Case(
        "RDATE as a period brings its own end",
        """
        UID:1
        DTSTART:20260105T100000Z
        DTEND:20260105T110000Z
        RDATE;VALUE=PERIOD:20260106T100000Z/20260106T140000Z,20260107T100000Z/PT30M
        """,
        "20260105T1000Z/20260105T1100Z 20260106T1000Z/20260106T1400Z 20260107T1000Z/20260107T1030Z",
    ),
    Case(
        "UNTIL in UTC includes an occurrence at that instant",
        """
        UID:1
        DTSTART;TZID=Europe/Berlin:20260105T100000
        DURATION:PT1H
        RRULE:FREQ=DAILY;UNTIL=20260107T090000Z
        """,
        "20260105T0900Z/20260105T1000Z 20260106T0900Z/20260106T1000Z 20260107T0900Z/20260107T1000Z",
    ),
    Case(
        "UNTIL as a day includes that day of a timed series",
        """
        UID:1
        DTSTART;TZID=Europe/Berlin:20260105T100000
        DURATION:PT1H
        RRULE:FREQ=DAILY;UNTIL=20260106
        """,
        "20260105T0900Z/20260105T1000Z 20260106T0900Z/20260106T1000Z",
    ),
    Case(
        "UNTIL without Z is in the zone of the series",
        """
        UID:1
        DTSTART;TZID=America/New_York:20260105T200000
        DURATION:PT1H
        RRULE:FREQ=DAILY;UNTIL=20260106T200000
        """,
        "20260106T0100Z/20260106T0200Z 20260107T0100Z/20260107T0200Z",
    ),
    Case(
        "UNTIL as a local midnight in UTC ends an all-day series on that day",
        """
        UID:1
        DTSTART;VALUE=DATE:20260302
        RRULE:FREQ=DAILY;UNTIL=20260303T230000Z
        """,
        "20260302/20260303 20260303/20260304 20260304/20260305",
    ),
    Case(
        "UNTIL before the start leaves nothing",
        """
        UID:1
        DTSTART:20260105T100000Z
        DTEND:20260105T110000Z
        RRULE:FREQ=DAILY;UNTIL=20260101T000000Z
        """,
        "",
    ),
    Case(
        "what began before the year and what ends after it, unclipped",
        """
        UID:1
        DTSTART;VALUE=DATE:20251220
        DTEND;VALUE=DATE:20260106

        UID:2
        DTSTART:20261231T220000Z
        DTEND:20270102T100000Z

        UID:3
        DTSTART:20251231T100000Z
        DTEND:20260101T000000Z
        """,
        "20251220/20260106 20261231T2200Z/20270102T1000Z",
    ),
    Case(
        "a series from long ago",
        """
        UID:1
        DTSTART;VALUE=DATE:19990704
        RRULE:FREQ=YEARLY
        """,
        "20260704/20260705",
    ),
)
