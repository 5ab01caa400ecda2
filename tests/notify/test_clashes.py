"""Every kind of scheduling conflict in words: for the house, and what may leave it."""

import datetime as dt

import pytest

from briefs.conflicts import Conflict, ConflictKind, Parameter, Severity
from briefs.draft import BriefValue
from briefs.findings import DateKind, DateSpan, Field, Origin
from notify.clashes import answer, besides_readings, clashing, gravest_first, inside, job_name, outside, severity_name
from notify.language import NO_BREAK, language

US = language("US", "America/New_York", dt.date(2026, 3, 3))
FRIDAY = dt.date(2026, 6, 12)
MONDAY = dt.date(2026, 6, 8)


def clash(kind: ConflictKind, severity: Severity = Severity.HIGH, **given: Parameter) -> Conflict:
    return Conflict(kind, severity, FRIDAY, dict(given))


CASES: list[tuple[Conflict, str, str]] = [
    (clash(ConflictKind.DAY_OFF, reason="weekend"), "Fri, June 12 is a weekend.", "same"),
    (
        clash(ConflictKind.DAY_OFF, reason="holiday", name="Juneteenth"),
        "Fri, June 12 is a public holiday (Juneteenth).",
        "same",
    ),
    (
        clash(ConflictKind.DAY_OFF, Severity.MEDIUM, reason="client_holiday", name="Fête nationale"),
        "Fri, June 12 is a public holiday in the client’s country (Fête nationale).",
        "same",
    ),
    (
        clash(ConflictKind.DAY_OFF, reason="closure", name="Pitch retreat for Dune"),
        "The office is closed on Fri, June 12 (Pitch retreat for Dune).",
        "The office is closed on Fri, June 12.",
    ),
    (clash(ConflictKind.DAY_OFF), "The office is closed on Fri, June 12.", "same"),
    (
        clash(ConflictKind.LEAD_TIME, job="html5_banner", needs=8, has=1),
        "Fri, June 12 is too soon for HTML5 banners: 8 working days are needed, 1 is left.",
        "same",
    ),
    (
        clash(ConflictKind.LEAD_TIME, job="", needs=10, has=-2),
        "Fri, June 12 is too soon for work of this kind: 10 working days are needed, none is left.",
        "same",
    ),
    (
        clash(ConflictKind.LEAD_TIME, Severity.MEDIUM, job="banner", needs=5, has=3, rush=MONDAY),
        "Fri, June 12 is too soon for banners: 5 working days are needed, 3 are left. It works only as a rush.",
        "same",
    ),
    (clash(ConflictKind.LEAD_TIME, job="video"), "Fri, June 12 is too soon for a video with a shoot.", "same"),
    (
        clash(
            ConflictKind.ABSENCE,
            Severity.MEDIUM,
            name="Ana Silva",
            first=MONDAY,
            last=FRIDAY,
            days=5,
            of=8,
            where="window",
        ),
        "Ana Silva is away June 8–12: 5 of the 8 working days until Fri, June 12.",
        "Fri, June 12 may not fit our schedule.",
    ),
    (
        clash(ConflictKind.ABSENCE, name="Ana Silva", first=FRIDAY, last=FRIDAY, days="0.5", of=1, where="day"),
        "Ana Silva is away on Fri, June 12, half of the day.",
        "Fri, June 12 does not fit our schedule.",
    ),
    (
        clash(
            ConflictKind.ABSENCE, Severity.LOW, name="Ana Silva", first=MONDAY, last=FRIDAY, days=1, of=1, where="day"
        ),
        "Ana Silva may be away June 8–12.",
        "",
    ),
    (clash(ConflictKind.ABSENCE), "A key person is away on Fri, June 12.", "Fri, June 12 does not fit our schedule."),
    (
        clash(ConflictKind.RESOURCE, resource="studio", first=FRIDAY, last=FRIDAY),
        "The studio is booked on Fri, June 12.",
        "Fri, June 12 does not fit our schedule.",
    ),
    (
        clash(ConflictKind.RESOURCE, Severity.LOW, resource="studio", first=MONDAY, last=FRIDAY),
        "The studio is pencilled on Fri, June 12 (June 8–12).",
        "",
    ),
    (clash(ConflictKind.CAPACITY), "The team is full on Fri, June 12.", "Fri, June 12 does not fit our schedule."),
    (clash(ConflictKind.CAPACITY, Severity.LOW), "The team is full on Fri, June 12.", ""),
    (clash(ConflictKind.SAME_CLIENT, Severity.LOW), "Another job for this client is due on Fri, June 12.", ""),
    (
        clash(ConflictKind.ORDER, due=FRIDAY, live=MONDAY),
        "In market on Mon, June 8, before delivery on Fri, June 12.",
        "same",
    ),
    (
        clash(ConflictKind.ORDER, medium="Trade Weekly", copy=MONDAY, due=FRIDAY),
        "Delivery on Fri, June 12, after the copy date of Trade Weekly (Mon, June 8).",
        "same",
    ),
    (
        clash(ConflictKind.ORDER, due=FRIDAY, live=FRIDAY),
        "In market on Fri, June 12, delivery on the same day.",
        "same",
    ),
    (clash(ConflictKind.APPROVAL, Severity.LOW), "An approval is still open shortly before Fri, June 12.", ""),
    (clash(ConflictKind.PAST), "Fri, June 12 had already passed when the client wrote.", "same"),
    (clash(ConflictKind.UNCLEAR, Severity.LOW), "Which day is meant? We read Fri, June 12.", "same"),
    (
        clash(ConflictKind.UNCLEAR, Severity.LOW, first=MONDAY, second=FRIDAY),
        "Which day is meant, Mon, June 8 or Fri, June 12?",
        "same",
    ),
    (
        clash(ConflictKind.NOT_CHECKED, calendar="team", since="2026-06-08T12:00:00+00:00", until=None),
        "Not checked: the calendar “team” could not be read since Mon, June 8, 2026, 8:00 AM.",
        "",
    ),
    (
        clash(ConflictKind.NOT_CHECKED, calendar="team", since=None, until=MONDAY),
        "Not checked: the calendar “team” is known until Mon, June 8 only.",
        "",
    ),
    (clash(ConflictKind.NOT_CHECKED, calendar="team"), "Not checked: the calendar “team” could not be read.", ""),
]


@pytest.mark.parametrize(("conflict", "full", "forwardable"), CASES, ids=[case[1] for case in CASES])
def test_each_clash_is_worded_for_the_house_and_for_outside(conflict: Conflict, full: str, forwardable: str) -> None:
    told = " ".join(outside([conflict], US)).replace(NO_BREAK, " ")

    assert inside(conflict, US).replace(NO_BREAK, " ") == full
    assert told == (full if forwardable == "same" else forwardable)


def test_every_kind_has_its_words() -> None:
    assert {case[0].kind for case in CASES} == set(ConflictKind)


def test_several_clashes_of_the_house_are_one_sentence_outside() -> None:
    away, booked = clash(ConflictKind.ABSENCE), clash(ConflictKind.RESOURCE)

    assert len(outside([away, booked], US)) == 1


def test_a_day_with_a_reason_that_may_be_told_needs_no_vague_one() -> None:
    away, closed = clash(ConflictKind.ABSENCE), clash(ConflictKind.DAY_OFF)

    assert outside([away, closed], US) == outside([closed], US)


def test_the_gravest_comes_first() -> None:
    low, high = clash(ConflictKind.UNCLEAR, Severity.LOW), clash(ConflictKind.PAST)

    assert gravest_first([low, high]) == (high, low)


LATER, EARLIER = FRIDAY + dt.timedelta(days=7), MONDAY


def test_a_day_that_would_work_is_named_as_later_or_earlier() -> None:
    too_soon = clash(ConflictKind.LEAD_TIME)

    assert answer([too_soon], LATER, US).replace(NO_BREAK, " ") == "Earliest day that works: Fri, June 19."
    assert answer([too_soon], EARLIER, US).replace(NO_BREAK, " ") == "An earlier day would work: Mon, June 8."
    assert answer([too_soon], None, US) == ""
    assert answer([too_soon], FRIDAY, US) == ""


@pytest.mark.parametrize("kind", [ConflictKind.UNCLEAR, ConflictKind.NOT_CHECKED])
def test_a_doubt_is_no_clash_and_needs_no_other_day(kind: ConflictKind) -> None:
    doubt = clash(kind)

    assert not clashing([doubt])
    assert answer([doubt], LATER, US) == ""


def test_a_doubt_is_not_told_beside_the_readings_it_is_about() -> None:
    span = DateSpan(DateKind.DUE, FRIDAY, FRIDAY)
    unsure = BriefValue(Field.DATE, span, Origin.FOUND, readings=(DateSpan(DateKind.DUE, MONDAY, MONDAY),))
    doubt, too_soon = clash(ConflictKind.UNCLEAR, Severity.LOW), clash(ConflictKind.LEAD_TIME)

    assert besides_readings([doubt, too_soon], [unsure]) == (too_soon,)
    assert besides_readings([doubt, too_soon], []) == (too_soon, doubt)


def test_a_kind_of_job_from_the_agencys_own_table_is_named_by_its_id() -> None:
    assert job_name("window_display") == "window display"


def test_every_severity_has_its_words() -> None:
    assert len({severity_name(severity) for severity in Severity}) == len(Severity)
