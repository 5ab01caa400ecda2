"""The words about timing for the client's letter: what may leave the house, in a sentence or two."""

import datetime as dt

import pytest

from briefs.conflicts import Conflict, ConflictKind, Parameter, Severity
from briefs.options import Option, OptionKind
from notify.language import NO_BREAK, language
from notify.timing_note import timing_note

US = language("US", "America/New_York", dt.date(2026, 3, 3))
MONDAY, FRIDAY, WEDNESDAY, NEXT_MONDAY = (
    dt.date(2026, 6, 8),
    dt.date(2026, 6, 12),
    dt.date(2026, 6, 17),
    dt.date(2026, 6, 22),
)


def clash(kind: ConflictKind, severity: Severity = Severity.HIGH, **given: Parameter) -> Conflict:
    return Conflict(kind, severity, FRIDAY, dict(given))


AWAY = clash(ConflictKind.ABSENCE, Severity.MEDIUM, name="Ana Silva", first=FRIDAY, last=FRIDAY, where="day")
BOOKED = clash(ConflictKind.RESOURCE, resource="studio", first=FRIDAY, last=FRIDAY)
FULL = clash(ConflictKind.CAPACITY, Severity.MEDIUM, department="creative", due=9, of=8, unit="jobs", span="day")
OTHER = clash(ConflictKind.SAME_CLIENT, Severity.LOW, title="Autumn mailer", client="northpeak")
SOON = clash(ConflictKind.LEAD_TIME, job="banner", needs=8, has=3, rush=FRIDAY)
RUSH = Option(OptionKind.RUSH, FRIDAY)
LATER = Option(OptionKind.LATER, WEDNESDAY)

CASES: list[tuple[str, tuple[Conflict, ...], dt.date | None, tuple[Option, ...], str]] = [
    ("a day that works", (), WEDNESDAY, (), ""),
    ("what only the house need know", (OTHER,), WEDNESDAY, (LATER,), ""),
    (
        "somebody is away",
        (AWAY,),
        WEDNESDAY,
        (Option(OptionKind.PERSON, FRIDAY, (("name", "Tom Beck"),)), LATER),
        "Fri, June 12 may not fit our schedule. We could deliver on Wed, June 17.",
    ),
    (
        "the studio is booked",
        (BOOKED,),
        WEDNESDAY,
        (Option(OptionKind.FREE_DAY, WEDNESDAY, (("resource", "studio"),)),),
        "Fri, June 12 does not fit our schedule. We could deliver on Wed, June 17.",
    ),
    (
        "the department is full",
        (FULL,),
        WEDNESDAY,
        (LATER,),
        "Fri, June 12 may not fit our schedule. We could deliver on Wed, June 17.",
    ),
    (
        "too soon, and a rush would do",
        (AWAY, SOON),
        WEDNESDAY,
        (RUSH, LATER),
        (
            "Fri, June 12 is too soon for banners: 8 working days are needed, 3 are left. "
            "We could deliver on Wed, June 17, or as a rush on Fri, June 12."
        ),
    ),
    (
        "too soon, and fewer rounds would do",
        (SOON,),
        WEDNESDAY,
        (Option(OptionKind.FEWER_ROUNDS, MONDAY, (("rounds", 1),)), LATER),
        (
            "Fri, June 12 is too soon for banners: 8 working days are needed, 3 are left. "
            "We could deliver on Wed, June 17, or on Mon, June 8 with 1 round of review."
        ),
    ),
    (
        "a holiday of the client's",
        (clash(ConflictKind.DAY_OFF, Severity.MEDIUM, reason="client_holiday", name="Fête nationale"),),
        WEDNESDAY,
        (LATER,),
        "Fri, June 12 is a public holiday where you are (Fête nationale). We could deliver on Wed, June 17.",
    ),
    (
        "a closure is not explained",
        (clash(ConflictKind.DAY_OFF, reason="closure", name="Pitch for Dune"),),
        WEDNESDAY,
        (LATER,),
        "The office is closed on Fri, June 12. We could deliver on Wed, June 17.",
    ),
    ("a day that is over", (clash(ConflictKind.PAST),), None, (), "Fri, June 12 has already passed."),
    (
        "only a live date was given",
        (clash(ConflictKind.LEAD_TIME, job="banner", needs=8, has=3, supposed=1, live=WEDNESDAY),),
        NEXT_MONDAY,
        (),
        (
            "To be in market on Wed, June 17 we would have to deliver by Fri, June 12. "
            "Fri, June 12 is too soon for banners: 8 working days are needed, 3 are left. "
            "We could deliver on Mon, June 22."
        ),
    ),
    ("a doubt is asked elsewhere", (clash(ConflictKind.UNCLEAR, Severity.MEDIUM),), WEDNESDAY, (), ""),
    ("what was not checked is no news outside", (clash(ConflictKind.NOT_CHECKED, calendar="team"),), None, (), ""),
]


@pytest.mark.parametrize(
    ("conflicts", "earliest", "options", "note"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_the_client_is_told_the_day_and_what_we_offer(
    conflicts: tuple[Conflict, ...], earliest: dt.date | None, options: tuple[Option, ...], note: str
) -> None:
    assert timing_note(conflicts, earliest, options, US).replace(NO_BREAK, " ") == note
