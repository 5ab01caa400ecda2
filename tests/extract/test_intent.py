"""What a writer wants, in small mails: `intent | subject | words`."""

import dataclasses
from pathlib import Path

import pytest

from briefs.findings import APPROVAL, EARLIER_JOB, REFUSAL, Field, Intent
from briefs.mail import Carrier, CarrierKind
from extract.intent import asked, nothing_asked
from extract.reading import Extractor, found_in
from tests.corpus.examples import mails
from tests.extract.marked import mail

_FILE = Path(__file__).parent / "sentences" / "intent.txt"


def _cases() -> list[object]:
    cases: list[object] = []
    for number, line in enumerate(_FILE.read_text("utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            intent, subject, words = (part.strip() for part in line.split("|", 2))
            cases.append(pytest.param(intent, subject, words.replace("\\n", "\n"), id=f"intent.txt:{number}"))
    return cases


@pytest.mark.parametrize(("intent", "subject", "words"), _cases())
def test_the_intent_of_a_mail_is_known_by_its_words(
    extractor: Extractor, intent: str, subject: str, words: str
) -> None:
    findings = extractor.read(dataclasses.replace(mail(words), subject=subject))

    assert findings.intent.value == intent, f"{words!r}: {findings.intent_rule}"


def test_what_a_machine_wrote_asks_for_nothing(extractor: Extractor) -> None:
    reply = dataclasses.replace(mail("We need two posters by Friday, budget $4,000."), automatic="auto-replied")

    findings = extractor.read(reply)

    assert (findings.intent, findings.found) == (Intent.NONE, ())


def test_the_words_that_decided_are_told(extractor: Extractor) -> None:
    findings = extractor.read(mail("I'm sorry, we have to cancel the campaign."))

    assert findings.intent_rule.startswith("said ")
    assert "cancel" in findings.intent_rule


def test_a_called_off_job_asks_for_no_work(extractor: Extractor) -> None:
    findings = extractor.read(
        mail("The festival is off, please stop all work. Posters, radio, the shirts. Send me the files by July 31.")
    )

    assert findings.intent is Intent.CANCEL
    assert {finding.field for finding in findings.found} == {Field.DATE}


def test_a_mail_of_nothing_but_a_picture_is_a_request(extractor: Extractor) -> None:
    picture = Carrier(CarrierKind.PICTURE, "brief.png", "2")

    findings = extractor.read(dataclasses.replace(mail("\n"), carriers=(picture,)))

    assert (findings.intent, findings.found) == (Intent.REQUEST, ())


@pytest.mark.parametrize("words", ["Approved, go to print.", "Legal is fine with v3.", "All good, off you go."])
def test_a_bare_approval_is_told_as_one(extractor: Extractor, words: str) -> None:
    findings = extractor.read(dataclasses.replace(mail(words), subject="Re: Leaflet"))

    assert (findings.intent, findings.intent_rule) == (Intent.NONE, APPROVAL)


@pytest.mark.parametrize("words", ["Not yet, sorry.", "We can't approve this yet."])
def test_a_bare_refusal_is_told_as_one(extractor: Extractor, words: str) -> None:
    findings = extractor.read(dataclasses.replace(mail(words), subject="Re: Leaflet"))

    assert (findings.intent, findings.intent_rule) == (Intent.NONE, REFUSAL)


@pytest.mark.parametrize("words", ["Thank you for the flowers!", "The invoice is paid."])
def test_thanks_and_papers_approve_nothing(extractor: Extractor, words: str) -> None:
    findings = extractor.read(dataclasses.replace(mail(words), subject="Re: Leaflet"))

    assert findings.intent_rule not in (APPROVAL, REFUSAL)


def test_a_request_for_the_same_as_last_time_points_at_an_earlier_job(extractor: Extractor) -> None:
    findings = extractor.read(mail("Could you do us a flyer for Saturday? Same as last time, new date."))

    assert (findings.intent, findings.intent_rule) == (Intent.REQUEST, EARLIER_JOB)


def test_where_words_leave_no_doubt_that_nothing_is_asked_nothing_found_in_them_does(extractor: Extractor) -> None:
    without_doubt = 0
    for source in mails(["dev-a", "dev-c", "blind-a"]):
        text = extractor.text(source.mail)
        wanted = nothing_asked(text)
        if wanted is not None and text.words.strip() and not source.mail.automatic:
            without_doubt += 1
            assert asked(text, found_in(text)).intent is wanted.intent is Intent.NONE
            assert extractor.read(source.mail).found == ()

    assert without_doubt > 5
