"""How long reading takes as a text grows to a megabyte: each rule, over ordinary text and over text made to slow it."""

import argparse
import gc
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from benchmarks.ordinary import kinds
from extract.bounded import LONGEST_TEXT
from extract.intent import intent_of
from extract.reading import Extractor
from extract.rules import RULES
from extract.settle import settled
from extract.several import cuts_of
from extract.sure import judged
from tests.extract.attacks import ATTACKS, FURTHER, of_vocabulary
from tests.extract.marked import mail

DOUBLINGS = 3
MOST = 2.3  # the time of twice the text, in times of the text's
SHORT = 0.05  # seconds; what is shorter is noise
TURNS = 3  # how often a step that seems too steep is measured, each time with new words: what came between is not ours

Make = Callable[[int, int], str]
Series = dict[str, list[float]]  # by what was measured, the seconds for each length


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--longest", type=int, default=1_000_000, help="characters of ordinary text at most")
    parser.add_argument("--attacks", type=int, default=128_000, help="characters of each attack at most")
    parser.add_argument("--only", default="", help="texts with these letters in their name")
    parser.add_argument("--all", action="store_true", help="print every series, not those of ordinary text alone")
    given = parser.parse_args()
    extractor = Extractor()
    ordinary = kinds()
    pieces = ATTACKS | FURTHER | of_vocabulary()
    attacks = {name: _repeated(piece) for name, piece in pieces.items()}
    over = []
    print(f"{'':48}{'characters':>11}{'seconds':>9}   per doubling", flush=True)
    for name, make in {**ordinary, **attacks}.items():
        if given.only not in name:
            continue
        for longest, what, times in measured(extractor, make, given.longest if name in ordinary else given.attacks):
            ratios = _ratios(times)
            if name in ordinary or given.all or max(ratios) > MOST:
                line = f"{name}: {what}"
                steps = " ".join(f"{ratio:.2f}" for ratio in ratios)
                print(f"{line:48}{longest:11,}{times[-1]:9.2f}   {steps}", flush=True)
            if max(ratios) > MOST:
                over.append(f"{name}: {what}")
    print(f"over {MOST} per doubling: {', '.join(over) or 'none'}")


def _repeated(piece: str) -> Make:
    return lambda length, _: (piece * (length // len(piece) + 1))[:length]


def measured(extractor: Extractor, make: Make, longest: int) -> Iterator[tuple[int, str, list[float]]]:
    """How long the longest text was, what was measured, and the seconds it took for each length up to that.

    Rules are shown all of the text; a whole mail is read as it always is, up to its limit.
    """
    for most, seconds in ((longest, _by_rule), (min(longest, LONGEST_TEXT), _whole)):
        series: Series = {}
        for turn in range(TURNS):
            for step in range(DOUBLINGS, -1, -1):
                for what, taken in seconds(extractor, make(most >> step, turn)).items():
                    _note(series.setdefault(what, []), DOUBLINGS - step, taken)
            if max(ratio for times in series.values() for ratio in _ratios(times)) <= MOST:
                break
        yield from ((most, what, times) for what, times in series.items())


def _note(times: list[float], place: int, taken: float) -> None:
    """The best that was measured for each length."""
    if place == len(times):
        times.append(taken)
    times[place] = min(times[place], taken)


def _ratios(times: Sequence[float]) -> list[float]:
    return [later / max(earlier, SHORT) for earlier, later in pairwise(times)]


def _by_rule(extractor: Extractor, words: str) -> dict[str, float]:
    seconds: dict[str, float] = {}
    found = []
    gc.collect()
    gc.disable()  # what earlier texts left is not this one's
    begun = time.thread_time()
    text = extractor.text(mail(words))
    seconds["tokens, terms, clauses"] = time.thread_time() - begun
    for rule in RULES:
        begun = time.thread_time()
        found += list(rule(text))
        seconds[rule.__module__.rpartition(".")[2]] = time.thread_time() - begun
    begun = time.thread_time()
    standing = settled(found)
    seconds["settling"] = time.thread_time() - begun
    begun = time.thread_time()
    wanted = intent_of(text, standing)
    seconds["intent"] = time.thread_time() - begun
    begun = time.thread_time()
    sure = judged(text, standing, wanted)  # also where nothing is asked for: which it is, chance decides here
    seconds["confidence"] = time.thread_time() - begun
    begun = time.thread_time()
    cuts_of(text, sure)
    seconds["jobs"] = time.thread_time() - begun
    gc.enable()
    return seconds


def _whole(extractor: Extractor, words: str) -> dict[str, float]:
    gc.collect()
    gc.disable()
    begun = time.thread_time()
    extractor.read(mail(words))
    taken = time.thread_time() - begun
    gc.enable()
    return {"a whole mail": taken}


if __name__ == "__main__":
    main()
