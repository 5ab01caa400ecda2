"""Busy time as RFC 5545 means it: each case is a small calendar and its spans, worked out by hand.

Berlin is UTC+1 until 29 March 2026 at 02:00 and from 25 October at 03:00 on, UTC+2 between; New York changes on
8 March and 1 November.
"""

from dataclasses import dataclass

import pytest

from tests.calendars.feeds import answer, ics, spans


@dataclass(frozen=True)
class Case:
    name: str
    entries: str
    expected: str


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
    Case(
        "free, cancelled, declined and elsewhere take no time",
        """
        UID:1
        DTSTART:20260105T100000Z
        DTEND:20260105T110000Z
        TRANSP:TRANSPARENT

        UID:2
        DTSTART:20260105T100000Z
        DTEND:20260105T110000Z
        STATUS:CANCELLED

        UID:3
        DTSTART:20260105T100000Z
        DTEND:20260105T110000Z
        ATTENDEE;PARTSTAT=DECLINED:mailto:ana@agency.example

        UID:4
        DTSTART:20260105T100000Z
        DTEND:20260105T110000Z
        X-MICROSOFT-CDO-BUSYSTATUS:FREE

        UID:5
        DTSTART:20260105T100000Z
        DTEND:20260105T110000Z
        X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE
        """,
        "",
    ),
    Case(
        "tentative by status and by Outlook's word is kept apart",
        """
        UID:1
        DTSTART:20260105T100000Z
        DTEND:20260105T110000Z
        STATUS:TENTATIVE

        UID:2
        DTSTART:20260106T100000Z
        DTEND:20260106T110000Z
        X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE
        """,
        "20260105T1000Z/20260105T1100Z? 20260106T1000Z/20260106T1100Z?",
    ),
    Case(
        "a floating time is read in the office's zone",
        """
        UID:1
        DTSTART:20260105T100000
        DTEND:20260105T110000
        """,
        "20260105T0900Z/20260105T1000Z",
    ),
    Case(
        "a floating time is read in the zone the calendar names",
        """
        X-WR-TIMEZONE:America/New_York

        UID:1
        DTSTART:20260105T100000
        DTEND:20260105T110000
        """,
        "20260105T1500Z/20260105T1600Z",
    ),
    Case(
        "a floating series with floating exceptions",
        """
        UID:1
        DTSTART:20260105T100000
        DTEND:20260105T110000
        RRULE:FREQ=DAILY;UNTIL=20260107T100000
        EXDATE:20260106T100000
        """,
        "20260105T0900Z/20260105T1000Z 20260107T0900Z/20260107T1000Z",
    ),
    Case(
        "a Windows zone name without a definition",
        """
        UID:1
        DTSTART;TZID=Eastern Standard Time:20260105T100000
        DTEND;TZID=Eastern Standard Time:20260105T110000
        """,
        "20260105T1500Z/20260105T1600Z",
    ),
    Case(
        "a zone defined in the calendar itself, with its summer time",
        """
        BEGIN:VTIMEZONE
        TZID:Customized Time Zone
        BEGIN:STANDARD
        DTSTART:16010101T030000
        TZOFFSETFROM:+0600
        TZOFFSETTO:+0500
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:16010101T020000
        TZOFFSETFROM:+0500
        TZOFFSETTO:+0600
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
        END:DAYLIGHT
        END:VTIMEZONE

        UID:1
        DTSTART;TZID=Customized Time Zone:20260105T100000
        DTEND;TZID=Customized Time Zone:20260105T110000
        RRULE:FREQ=MONTHLY;INTERVAL=6;COUNT=2
        """,
        "20260105T0500Z/20260105T0600Z 20260705T0400Z/20260705T0500Z",
    ),
    Case(
        "alarms and tasks are no time taken, and their lengths are not the entry's",
        """
        BEGIN:VEVENT
        UID:1
        DTSTART:20260105T100000Z
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:-PT15M
        REPEAT:2
        DURATION:PT5M
        END:VALARM
        DURATION:PT1H
        END:VEVENT

        BEGIN:VTODO
        UID:2
        DTSTART:20260105T100000Z
        DUE:20260105T110000Z
        END:VTODO
        """,
        "20260105T1000Z/20260105T1100Z",
    ),
    Case(
        "published free and busy times",
        """
        BEGIN:VFREEBUSY
        UID:1
        FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260105T100000Z/PT1H,20260105T120000Z/20260105T130000Z
        FREEBUSY:20260105T150000Z/PT1H
        FREEBUSY;FBTYPE=FREE:20260105T170000Z/PT1H
        END:VFREEBUSY
        """,
        "20260105T1000Z/20260105T1100Z? 20260105T1200Z/20260105T1300Z? 20260105T1500Z/20260105T1600Z",
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


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_calendar_takes_exactly_this_time(case: Case) -> None:
    read = answer(ics(case.entries))

    assert (spans(read), read["unread"]) == (sorted(case.expected.split()), [])
