"""Which brief a mail joins, which it is only suspected of, and what leads there at all."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from briefs.mail import Address, Mail, Segment, SegmentKind
from briefs.roles import Client, Directory, Person, Role
from briefs.subjects import numbers_in, tells_a_job
from briefs.threads import Belonging, Evidence, KnownBrief, Trail, belonging, stems
from tests.briefs.making import SENT, a_mail

SAM = Person("sam", "Sam Ortiz", ("sam@brightwater.example",), frozenset({Role.ACCOUNT_EXECUTIVE}))
NORTHPEAK = Client("northpeak", "Northpeak Bank", domains=("northpeak.example",))
BAKERY = Client("bakery", "Corner Bakery", domains=("gmail.com",), addresses=("rosa.bakery@gmail.com",))
HOUSE = Directory("Brightwater", ("brightwater.example",), "US", "America/New_York", "sam", (SAM,), (NORTHPEAK, BAKERY))

DANA = "dana@northpeak.example"
BRIEF = KnownBrief(7, "northpeak", frozenset({DANA, "omar@studio.example", "sam@brightwater.example"}))
OTHER = KnownBrief(8, "northpeak", frozenset({DANA}))
ANSWERS = Trail(Evidence.REFERENCE, BRIEF)
NAMED = Trail(Evidence.NUMBER, BRIEF)


def under_the_subject(brief: KnownBrief = BRIEF, days_ago: int = 5) -> Trail:
    return Trail(Evidence.SUBJECT, brief, SENT - dt.timedelta(days=days_ago))


def written(by: str, subject: str = "Zest card posters", **given: Any) -> Mail:
    return a_mail(author=Address(by), client=Address(by), subject=subject, **given)


def content(words: str) -> tuple[Segment, ...]:
    return (Segment(0, len(words), SegmentKind.CONTENT, "1", 0),)


def joined(found: Belonging) -> tuple[int, Evidence] | None:
    return None if found.joined is None else (found.joined.brief.brief_id, found.joined.evidence)


def suspected(found: Belonging) -> list[int]:
    return [trail.brief.brief_id for trail in found.suspected]


@pytest.mark.parametrize(
    "writer", [DANA, "li@mail.northpeak.example", "omar@studio.example", "sam@brightwater.example"]
)
def test_an_answer_of_a_party_joins(writer: str) -> None:
    assert joined(belonging(written(writer), [ANSWERS], HOUSE)) == (7, Evidence.REFERENCE)


@pytest.mark.parametrize("evidence", [Evidence.REFERENCE, Evidence.ADDRESS])
@pytest.mark.parametrize(
    "writer", ["eve@elsewhere.example", "eve@evilnorthpeak.example", "dana@northpeak.example.evil.example"]
)
def test_a_stranger_joins_nothing_and_is_only_suspected(writer: str, evidence: Evidence) -> None:
    found = belonging(written(writer), [Trail(evidence, BRIEF)], HOUSE)

    assert (joined(found), suspected(found)) == (None, [7])


def test_a_stranger_who_forwards_what_the_client_wrote_joins_nothing() -> None:
    mail = a_mail(author=Address("eve@elsewhere.example"), client=Address(DANA))

    assert joined(belonging(mail, [ANSWERS], HOUSE)) is None


def test_a_colleague_outside_the_directory_brings_in_what_a_party_wrote() -> None:
    temp = Address("temp@brightwater.example")

    assert joined(belonging(a_mail(author=temp, client=Address(DANA)), [ANSWERS], HOUSE)) is not None
    assert joined(belonging(a_mail(author=temp, client=Address("eve@x.example")), [ANSWERS], HOUSE)) is None


def test_at_a_freemail_domain_only_the_exact_address_is_the_client() -> None:
    brief = Trail(Evidence.REFERENCE, KnownBrief(9, "bakery", frozenset()))

    assert joined(belonging(written("rosa.bakery@gmail.com"), [brief], HOUSE)) is not None
    assert joined(belonging(written("rosa.bakery2@gmail.com"), [brief], HOUSE)) is None


def test_a_brief_without_a_client_is_open_to_its_participants_only() -> None:
    nobodys = Trail(Evidence.REFERENCE, KnownBrief(9, None, frozenset({"omar@studio.example"})))

    assert joined(belonging(written("omar@studio.example"), [nobodys], HOUSE)) is not None
    assert joined(belonging(written("eve@elsewhere.example"), [nobodys], HOUSE)) is None


def test_the_nearest_reference_wins_and_the_others_are_suspected() -> None:
    found = belonging(written(DANA), [Trail(Evidence.REFERENCE, OTHER), ANSWERS], HOUSE)

    assert (joined(found), suspected(found)) == ((8, Evidence.REFERENCE), [7])


FLYER = KnownBrief(11, "northpeak", frozenset({DANA}), origin=3, words=stems("Zest flyer for shops"))
BANNER = KnownBrief(12, "northpeak", frozenset({DANA}), origin=3, words=stems("Zest banners for shops"))


@pytest.mark.parametrize(
    ("words", "which"),
    [
        ("The banner has to be with us a week earlier.", 12),
        ("FLYERS: please print 500 more.", 11),
        ("The day moves by a week.", None),
        ("Both the flyer and the banner move by a week.", None),
        ("The Zest one for shops moves.", None),
    ],
)
@pytest.mark.parametrize("evidence", [Evidence.REFERENCE, Evidence.SUBJECT])
def test_of_the_briefs_of_one_mail_the_one_that_is_named_is_joined(
    words: str, which: int | None, evidence: Evidence
) -> None:
    trails = [Trail(evidence, brief, SENT) for brief in (FLYER, BANNER)]

    found = belonging(written(DANA, text=words, segments=content(words)), trails, HOUSE)

    assert joined(found) == (None if which is None else (which, evidence))
    assert {trail.brief.brief_id for trail in found.one_of} == (set() if which else {11, 12})
    assert suspected(found) == [number for number in (11, 12) if number != which]


def test_a_later_mail_about_one_of_them_leads_to_that_one() -> None:
    trails = [Trail(Evidence.REFERENCE, BANNER), Trail(Evidence.REFERENCE, FLYER, step=1)]

    assert joined(belonging(written(DANA), trails, HOUSE)) == (12, Evidence.REFERENCE)


def test_the_one_that_is_named_and_has_ended_is_not_joined_nor_the_other() -> None:
    trails = [Trail(Evidence.REFERENCE, replace(FLYER, ended=True)), Trail(Evidence.REFERENCE, BANNER)]
    words = "Please print 500 more flyers."

    found = belonging(written(DANA, text=words, segments=content(words)), trails, HOUSE)

    assert (joined(found), suspected(found)) == (None, [11, 12])


def test_our_signed_address_is_surer_than_a_reference() -> None:
    found = belonging(written(DANA), [ANSWERS, Trail(Evidence.ADDRESS, OTHER)], HOUSE)

    assert joined(found) == (8, Evidence.ADDRESS)


def test_nothing_joins_a_brief_that_has_ended() -> None:
    ended = Trail(Evidence.REFERENCE, KnownBrief(7, "northpeak", frozenset({DANA}), ended=True))

    found = belonging(written(DANA), [ended], HOUSE)

    assert (joined(found), suspected(found)) == (None, [7])


def test_the_same_subject_and_people_join() -> None:
    assert joined(belonging(written(DANA), [under_the_subject()], HOUSE)) == (7, Evidence.SUBJECT)


def test_a_colleagues_forward_joins_by_subject_and_the_clients_name() -> None:
    mail = a_mail(author=Address(SAM.address), client=Address(DANA), subject="Fwd: Zest card posters")

    assert joined(belonging(mail, [under_the_subject()], HOUSE)) == (7, Evidence.SUBJECT)


def test_a_subject_of_two_briefs_is_only_suspected() -> None:
    found = belonging(written(DANA), [under_the_subject(), under_the_subject(OTHER)], HOUSE)

    assert (joined(found), suspected(found)) == (None, [7, 8])


def test_a_subject_is_old_after_sixty_days() -> None:
    assert belonging(written(DANA), [under_the_subject(days_ago=61)], HOUSE) == Belonging()


def test_another_person_of_the_client_under_the_same_subject_is_only_suspected() -> None:
    found = belonging(written("li@northpeak.example"), [under_the_subject()], HOUSE)

    assert (joined(found), suspected(found)) == (None, [7])


def test_a_stranger_under_the_same_subject_is_not_even_suspected() -> None:
    assert belonging(written("eve@elsewhere.example"), [under_the_subject()], HOUSE) == Belonging()


def test_a_stranger_who_copies_the_client_under_the_same_subject_joins_nothing() -> None:
    mail = written("eve@elsewhere.example", recipients=(Address(DANA),))

    assert joined(belonging(mail, [under_the_subject()], HOUSE)) is None


def test_colleagues_are_in_everything_and_make_no_thread() -> None:
    forwards_another = a_mail(
        author=Address(SAM.address), client=Address("li@kestrel.example"), subject="Zest card posters"
    )

    assert joined(belonging(forwards_another, [under_the_subject()], HOUSE)) is None


@pytest.mark.parametrize(
    "subject",
    [
        "",
        "Hi",
        "Invoice",
        "Invoice 2041",
        "Re: Quick question",
        "Question",
        "Weekly status",
        "Weekly status report",
        "Status update March",
        "Minutes of the meeting",
        "New brief",
        "New project request",
        "Urgent!!!",
        "Re: Re: Fwd:",
        "Rechnung",
        "Neue Anfrage",
        "Demande de devis",
        "Presupuesto",
        "No subject",
        "Banner",
        "12/04",
    ],
)
def test_a_subject_that_heads_any_mail_leads_nowhere(subject: str) -> None:
    assert belonging(written(DANA, subject), [under_the_subject()], HOUSE) == Belonging()


@pytest.mark.parametrize(
    "subject", ["Zest card posters", "Spring posters", "Plakate für die Sparwoche", "春のキャンペーン"]
)
def test_a_subject_of_its_own_tells_a_job(subject: str) -> None:
    assert tells_a_job(subject)


def test_a_colleague_who_names_the_job_number_joins() -> None:
    mail = a_mail(author=Address(SAM.address), subject="NPK-104 new date")

    assert joined(belonging(mail, [NAMED], HOUSE)) == (7, Evidence.NUMBER)


@pytest.mark.parametrize("writer", [DANA, "omar@studio.example", "eve@elsewhere.example", "temp@brightwater.example"])
def test_a_number_from_anybody_else_leads_nowhere(writer: str) -> None:
    assert belonging(written(writer, "brief 7"), [NAMED], HOUSE) == Belonging()


def test_what_leads_nowhere_joins_nothing() -> None:
    assert belonging(written(DANA), [], HOUSE) == Belonging()


def test_several_ways_to_one_brief_are_one() -> None:
    found = belonging(written(DANA), [ANSWERS, under_the_subject()], HOUSE)

    assert (joined(found), suspected(found)) == ((7, Evidence.REFERENCE), [])


def test_numbers_stand_in_a_subject_as_people_write_them() -> None:
    assert numbers_in("Re: Draft brief 12: posters (NPK-104, job 2026/33)") == ((12,), ("NPK-104", "2026/33"))


def test_words_are_no_numbers() -> None:
    assert numbers_in("Briefing for the brief, Q and A") == ((), ())
