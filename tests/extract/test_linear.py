"""Reading takes time in proportion to the text, also for text written to make it slow."""

import time
from collections.abc import Callable

import pytest

from briefs.findings import Field, Finding, Place, Words
from extract.country import Country
from extract.reading import Extractor
from extract.rules import Rule, budgets, dates, deliverables, objectives, requirements
from extract.settle import settled
from extract.values.forms import Reader
from extract.values.money import sums
from extract.values.spans import spans
from tests.extract.attacks import ATTACKS, FURTHER
from tests.extract.marked import SENT_AT, mail
from tests.tenth import marked

_READER = Reader(SENT_AT.date(), "US", day_first=False, certain=True)
_LINEAR = 8 * 3  # for eight times the text, on a machine that does other things too; were it quadratic, it took 64
_NOISE = 0.3
_PIECES = ATTACKS | FURTHER
_NAMES = [*ATTACKS, *marked(list(FURTHER), lambda _: (), lambda name: (name,))]


def fastest(measure: Callable[[], float]) -> float:
    """Of three: what came between is the machine's, not the rule's."""
    return min(measure() for _ in range(3))


def _seconds(words: str) -> float:
    begun = time.process_time()
    sums(words, Country("US", shown=True), "USD")
    spans(words, _READER)
    return time.process_time() - begun


@pytest.mark.parametrize("attack", _NAMES, ids=str)
def test_values_are_found_in_linear_time(attack: str) -> None:
    piece = _PIECES[attack]
    small, large = piece * (3_000 // len(piece)), piece * (24_000 // len(piece))
    _seconds(small)  # compiles the patterns

    assert fastest(lambda: _seconds(large)) < max(_LINEAR * fastest(lambda: _seconds(small)), _NOISE)


@pytest.mark.parametrize("find", [budgets.find, dates.find], ids=["budgets", "dates"])
@pytest.mark.parametrize("piece", ["We have $5k for it by June 12, please. ", "June 12 and $5k, ", "Need it Friday "])
def test_roles_are_decided_in_linear_time(extractor: Extractor, find: Rule, piece: str) -> None:
    def seconds(length: int) -> float:
        text = extractor.text(mail(piece * (length // len(piece))))
        begun = time.process_time()
        list(find(text))
        return time.process_time() - begun

    assert fastest(lambda: seconds(24_000)) < max(_LINEAR * fastest(lambda: seconds(3_000)), _NOISE)


def test_very_many_days_are_looked_at_in_linear_time(extractor: Extractor) -> None:
    piece = "Friday June "

    def seconds(length: int) -> float:
        text = extractor.text(mail(piece * (length // len(piece))))
        begun = time.process_time()
        list(dates.find(text))
        return time.process_time() - begun

    assert fastest(lambda: seconds(96_000)) < max(_LINEAR * fastest(lambda: seconds(12_000)), _NOISE)


def test_the_things_of_many_lines_are_gathered_in_linear_time(extractor: Extractor) -> None:
    def seconds(lines: int) -> float:
        text = extractor.text(mail("• logo\n" * lines))
        begun = time.process_time()
        list(deliverables.find(text))
        return time.process_time() - begun

    assert fastest(lambda: seconds(28_000)) < max(2 * 8 * fastest(lambda: seconds(3_500)), _NOISE)


_WORDED = {"requirements": requirements.find, "objectives": objectives.find, "deliverables": deliverables.find}


@pytest.mark.parametrize("attack", _NAMES, ids=str)
def test_words_are_weighed_in_linear_time(extractor: Extractor, attack: str) -> None:
    """Mandatories, objectives and things, each rule by itself: the first of them cuts the sentences for all."""
    piece = _PIECES[attack]

    def seconds(length: int) -> dict[str, float]:
        taken = {}
        text = extractor.text(mail(piece * (length // len(piece))))
        for name, find in _WORDED.items():
            begun = time.process_time()
            list(find(text))
            taken[name] = time.process_time() - begun
        return taken

    small, large = seconds(2_000), seconds(16_000)
    slow = {name for name in _WORDED if large[name] > max(_LINEAR * small[name], _NOISE)}
    again = seconds(16_000) if slow else large  # what came between may have been the machine's

    assert not {name for name in slow if again[name] > max(_LINEAR * small[name], _NOISE)}


def test_findings_are_settled_in_linear_time() -> None:
    def seconds(number: int) -> float:
        places = [Place(9 * at, 9 * at + 8) for at in range(number)]
        found = [Finding(Field.REQUIREMENT, Words(f"{p.start}"), p, f"{p.start}", "rule", 0.5) for p in places]
        begun = time.thread_time()
        settled(found)
        return time.thread_time() - begun

    assert fastest(lambda: seconds(16_000)) < max(_LINEAR * fastest(lambda: seconds(2_000)), _NOISE)


def test_a_megabyte_of_prose_is_read_to_its_end(extractor: Extractor) -> None:
    prose = "The lake was still and the geese had gone south long before anybody thought of painting the boathouse. "
    words = prose * (1_000_000 // len(prose)) + "We have $5k for the poster. Please send a proof by June 12."

    found = extractor.find(mail(words))

    assert {"$5k", "June 12."} <= {finding.quote for finding in found} | {f.quote + "." for f in found}
