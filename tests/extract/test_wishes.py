"""Deliverables, requirements and objectives, sentence by sentence."""

import pytest

from briefs.findings import Field, Words
from extract.reading import Extractor
from tests.extract.marked import mail
from tests.extract.wishes import Sentence, sentences, unmatched, wishes

_FILES = {
    Field.DELIVERABLE: "deliverables",
    Field.REQUIREMENT: "requirements",
    Field.OBJECTIVE: "objectives",
}
_CASES = [
    pytest.param(field, sentence, id=sentence.place) for field, name in _FILES.items() for sentence in sentences(name)
]


@pytest.mark.parametrize(("field", "sentence"), _CASES)
def test_what_is_asked_for_is_read_and_nothing_else(extractor: Extractor, field: Field, sentence: Sentence) -> None:
    found = tuple(finding for finding in extractor.find(mail(sentence.words)) if finding.field is field)

    missed, extra = unmatched(sentence.expected, wishes(found))
    fired = [f"{finding.rule}: {finding.quote!r}" for finding in found]
    assert not missed, f"{sentence.words!r}: not found: {missed}; fired: {fired}"
    assert not extra, f"{sentence.words!r}: not asked for: {extra}; fired: {fired}"


@pytest.mark.parametrize("name", _FILES.values())
def test_every_wish_is_quoted_from_its_place(extractor: Extractor, name: str) -> None:
    for sentence in sentences(name):
        message = mail(sentence.words)
        for finding in extractor.find(message):
            assert message.text[finding.place.start : finding.place.end] == finding.quote
            assert 0 < finding.confidence <= 1


def test_the_words_of_a_wish_are_the_writers_own(extractor: Extractor) -> None:
    found = extractor.find(mail("The word “cure” must not appear."))

    assert [finding.value for finding in found] == [Words("The word “cure” must not appear")]


@pytest.mark.parametrize(
    "endless",
    ["we want people to come ", "no red, ", "- 2 posters\n", "(", "a poster and ", "x\n", "a: b ", "and dont show it "],
)
def test_endless_wishes_are_read_in_bounded_time(extractor: Extractor, endless: str) -> None:
    words = endless * (60_000 // len(endless))

    assert extractor.find(mail(words)) is not None  # the suite's timeout is the bound
