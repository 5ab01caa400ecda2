"""Money and days, sentence by sentence: `sentences/money.txt` and `sentences/dates.txt` say what each one holds."""

import pytest

from briefs.findings import Field
from extract.reading import Extractor
from tests.extract.marked import Sentence, mail, said, same, sentences, values_only


def _unlike(expected: tuple[str, ...], found: list[str]) -> str:
    """What is missing and what is too much, or "" where they agree."""
    left, missed = list(found), []
    for one in expected:
        hit = next((other for other in left if same(one, other)), None)
        if hit is None:
            missed.append(one)
        else:
            left.remove(hit)
    return "; ".join([*(f"missed {one}" for one in missed), *(f"not there: {one}" for one in left)])


@pytest.mark.parametrize("sentence", sentences("money"), ids=lambda sentence: sentence.place)
def test_the_budgets_of_a_sentence_are_those_marked_in_it(extractor: Extractor, sentence: Sentence) -> None:
    found = extractor.find(mail(sentence.words, sentence.country))

    assert not _unlike(sentence.expected, [said(one) for one in found if one.field is Field.BUDGET]), sentence.words


@pytest.mark.parametrize("sentence", sentences("dates"), ids=lambda sentence: sentence.place)
def test_the_days_of_a_sentence_are_those_marked_in_it(extractor: Extractor, sentence: Sentence) -> None:
    found = extractor.find(mail(sentence.words, sentence.country))

    assert not _unlike(sentence.expected, [said(one) for one in found if one.field is Field.DATE]), sentence.words


@pytest.mark.parametrize("sentence", [*sentences("german"), *sentences("french")], ids=lambda sentence: sentence.place)
def test_money_and_days_in_other_languages(extractor: Extractor, sentence: Sentence) -> None:
    found = extractor.find(mail(sentence.words, sentence.country))

    assert not _unlike(sentence.expected, values_only(found)), sentence.words


@pytest.mark.parametrize("name", ["money", "dates", "german", "french"])
def test_every_quote_is_the_text_at_its_place(extractor: Extractor, name: str) -> None:
    for sentence in sentences(name):
        message = mail(sentence.words, sentence.country)
        for finding in extractor.find(message):
            assert message.text[finding.place.start : finding.place.end] == finding.quote
            assert finding.quote.strip()
            assert 0 < finding.confidence <= 1
