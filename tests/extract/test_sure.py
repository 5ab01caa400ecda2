"""Confidence means something: measured on mails that no weight was fitted on."""

import pytest

from briefs.findings import SURE_ENOUGH, Field
from extract.reading import Extractor
from extract.remarks import Explained, Remark
from extract.sure import LABELLED, is_likely
from tests.conftest import RecordFigure
from tests.corpus.read import read
from tests.corpus.reliability import UNSEEN, Told, covered, table, told
from tests.extract.marked import mail

_SOME = 500  # mails


@pytest.fixture(scope="module")
def unseen(record_figure: RecordFigure) -> dict[str, list[Told]]:
    by_part = {part: told([part]) for part in UNSEEN}
    record_figure("confidence", "\n".join(table([value for values in by_part.values() for value in values])))
    return by_part


def test_most_wrong_values_need_a_look(unseen: dict[str, list[Told]]) -> None:
    assert covered(unseen["dev-b"], right=False) >= 0.8


def test_few_right_values_need_a_look(unseen: dict[str, list[Told]]) -> None:
    assert covered(unseen["dev-b"], right=True) <= 0.21


def test_a_confidence_is_the_share_that_is_right(unseen: dict[str, list[Told]]) -> None:
    everything = [value for values in unseen.values() for value in values]
    for low, high, most_off in ((0.0, 0.7, 0.15), (0.7, SURE_ENOUGH, 0.12), (SURE_ENOUGH, 1.01, 0.05)):
        held = [value for value in everything if low <= value.confidence < high]
        mean = sum(value.confidence for value in held) / len(held)

        assert sum(value.right for value in held) / len(held) == pytest.approx(mean, abs=most_off)


def test_a_plain_budget_is_surer_than_a_hedged_one(extractor: Extractor) -> None:
    plain = extractor.read(mail("We need three posters by June 12. Our budget for it is $4,000."))
    hedged = extractor.read(mail("We need three posters by June 12. The old ones were maybe $4,000 or so in budget."))

    (sum_of_plain,) = plain.of(Field.BUDGET)
    assert all(found.confidence < sum_of_plain.confidence for found in hedged.of(Field.BUDGET))


def test_what_no_rule_takes_is_told_where_the_whole_mail_makes_it_likely(extractor: Extractor) -> None:
    taken = 0
    for each in read("briefs")[:_SOME]:
        by_rules = {(one.place, one.value) for one in extractor.find(each.source.mail)}
        taken += any(one.field in LABELLED and (one.place, one.value) not in by_rules for one in each.told.found)

    assert taken > 20


def test_an_explanation_names_what_speaks_for_a_value(extractor: Extractor) -> None:
    told = extractor.explain(mail("We need three posters by June 12. Our budget for it is $4,000."))

    assert told.stood
    assert all("for it: " in one.why for one in told.stood if one.finding.field in LABELLED)


def test_what_is_likelier_wrong_than_right_is_told_to_nobody_but_who_asks_why(extractor: Extractor) -> None:
    doubtful = next(each for each in read("dev-b") if not all(map(is_likely, each.weighed.found)))
    weighed = doubtful.weighed.found
    told = extractor.explain(doubtful.source.mail)

    assert {each for each in weighed if is_likely(each)} == set(told.findings.found)
    unlikely = [each for each in weighed if not is_likely(each)]
    assert unlikely
    for finding in unlikely:
        assert any(one.place == finding.place and "with a chance of" in one.why for one in _rejected(told))


def _rejected(told: Explained) -> list[Remark]:
    return [*told.rejected, *(remark for one in told.stood for remark in one.over)]
