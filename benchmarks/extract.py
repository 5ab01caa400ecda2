"""Mails a second over the open corpus in one process, against parsing alone with mail-parser in the same run."""

import argparse
import datetime as dt
import logging
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

import mailparser

from extract.reading import Extractor
from ingest.reading import read_message
from tests.corpus.scoring import cases

ARRIVED_AT = dt.datetime(2028, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Stage:
    """One thing to measure: `run` does it once to every mail of the corpus."""

    name: str
    run: Callable[[], object]


def stages() -> tuple[Stage, ...]:
    contents = [case.path.read_bytes() for case in cases()]
    extractor = Extractor()
    mails = [read_message(content, ARRIVED_AT) for content in contents]
    return (
        Stage("parsing alone", lambda: [mailparser.parse_from_bytes(content) for content in contents]),
        Stage("reading", lambda: [read_message(content, ARRIVED_AT) for content in contents]),
        Stage("extraction", lambda: [extractor.read(mail) for mail in mails]),
        Stage("whole", lambda: [extractor.read(read_message(content, ARRIVED_AT)) for content in contents]),
    )


def seconds(stages: tuple[Stage, ...], rounds: int) -> dict[str, float]:
    """The median time of a pass, by stage. Stages take turns, so that a busy machine slows all of them alike."""
    taken: dict[str, list[float]] = {stage.name: [] for stage in stages}
    for turn in range(rounds + 1):
        for stage in stages:
            started = time.perf_counter()
            stage.run()
            if turn:  # the first is the warm-up
                taken[stage.name].append(time.perf_counter() - started)
    return {name: statistics.median(times) for name, times in taken.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="passes over the corpus that are measured")
    rounds = parser.parse_args().rounds
    logging.disable(logging.WARNING)  # mail-parser names every part it does not know
    number = sum(1 for _ in cases())
    measured = seconds(stages(), rounds)
    alone = measured["parsing alone"]
    print(f"{number} mails, median of {rounds} passes")
    print(f"{'':14}{'mails/s':>9}{'ms/mail':>9}{'times as long as parsing alone':>33}")
    for name, median in measured.items():
        print(f"{name:14}{number / median:9.0f}{1000 * median / number:9.2f}{median / alone:33.1f}")


if __name__ == "__main__":
    main()
