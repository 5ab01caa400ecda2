"""How long reading takes as a text grows: each rule over prose up to a megabyte, and over text written to slow it."""

import argparse
import gc
import time
from collections.abc import Callable, Iterator
from itertools import pairwise

from extract.reading import Extractor
from extract.rules import RULES
from extract.text import Text
from tests.extract.attacks import ATTACKS
from tests.extract.marked import mail

DOUBLINGS = 3
MOST = 2.3  # the time of twice the text, in times of the text's
SHORT = 0.02  # seconds; what is shorter is noise
PROSE = (
    "We'd like three posters and a flyer for the spring fair, please. The lake was still, and nobody had painted the "
    "boathouse. Our budget is $12,000 all in. Keep the logo off the back cover! Proofs by June 12; it opens on June "
    "30. We want more families to come in on weekdays.\n\n"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--prose", type=int, default=1_000_000, help="characters of prose at most")
    parser.add_argument("--attacks", type=int, default=128_000, help="characters of each attack at most")
    given = parser.parse_args()
    extractor = Extractor()
    over = []
    print(f"{'':34}{'characters':>11}{'seconds':>9}   per doubling")
    for name, piece, longest in [("prose", PROSE, given.prose)] + [(k, v, given.attacks) for k, v in ATTACKS.items()]:
        for what, times in measured(extractor, piece, longest):
            ratios = [later / max(earlier, SHORT) for earlier, later in pairwise(times)]
            slow = max(ratios) > MOST
            if name == "prose" or slow:
                line = f"{name}: {what}"
                print(
                    f"{line:34}{longest:11,}{times[-1]:9.2f}   " + " ".join(f"{ratio:.2f}" for ratio in ratios),
                    flush=True,
                )
            if slow:
                over.append(f"{name}: {what}")
    print(f"over {MOST} per doubling: {', '.join(over) or 'none'}")


def measured(extractor: Extractor, piece: str, longest: int) -> Iterator[tuple[str, list[float]]]:
    """What is measured, and the seconds it takes for each length up to `longest`."""
    times: dict[str, list[float]] = {}
    for step in range(DOUBLINGS, -1, -1):
        words = (piece * (longest // len(piece) + 1))[: longest >> step]
        for what, seconds in _seconds(extractor, words).items():
            times.setdefault(what, []).append(seconds)
    yield from times.items()


def _seconds(extractor: Extractor, words: str) -> dict[str, float]:
    """The better of two texts, since what a rule worked out stays with its text; what earlier ones left is not ours."""
    taken: dict[str, float] = {}
    for _ in range(2):
        gc.collect()
        gc.disable()
        begun = time.process_time()
        with extractor.text(mail(words)) as text:
            seconds = {"tokens, terms, clauses": time.process_time() - begun}
            for rule in RULES:
                seconds[rule.__module__.rpartition(".")[2]] = _run(rule, text)
        gc.enable()
        taken = {what: min(each, taken.get(what, each)) for what, each in seconds.items()}
    return taken


def _run(rule: Callable[[Text], Iterator[object]], text: Text) -> float:
    begun = time.process_time()
    for _ in rule(text):
        pass
    return time.process_time() - begun


if __name__ == "__main__":
    main()
