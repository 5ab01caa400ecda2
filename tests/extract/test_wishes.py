"""Deliverables, requirements and objectives, sentence by sentence."""

import pytest

from briefs.findings import Field
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
