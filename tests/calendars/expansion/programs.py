"""What calendar programs write of their own: status words, zones, alarms and free time."""

from tests.calendars.expansion.case import Case

CASES = (
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
)
