"""Mails a second over the open corpus in one process, against parsing alone with mail-parser in the same run."""

import argparse
import datetime as dt
import logging
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

import mailparser

from briefs.mail import Mail
from extract.reading import Extractor
from ingest.reading import read_message
from tests.corpus.scoring import cases

ARRIVED_AT = dt.datetime(2028, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Stage:
    """One thing to measure: `run` does it once to every mail of a set."""

    name: str
    run: Callable[[], object]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="passes over the corpus that are measured")
    rounds = parser.parse_args().rounds
    logging.disable(logging.WARNING)  # mail-parser names every part it does not know
    contents = [case.path.read_bytes() for case in cases()]
    documents = [content for content in contents if _brings_a_document(read_message(content, ARRIVED_AT))]
    show("mails without attached documents", [each for each in contents if each not in documents], rounds)
    show("mails with one, which a child process opens", documents, rounds)
    show("all mails", contents, rounds)


def show(title: str, contents: list[bytes], rounds: int) -> None:
    measured = seconds(stages(contents), rounds)
    alone, number = measured["parsing alone"], len(contents)
    print(f"{number} {title}, median of {rounds} passes")
    print(f"{'':14}{'mails/s':>9}{'ms/mail':>9}{'times as long as parsing alone':>33}")
    for name, median in measured.items():
        print(f"{name:14}{number / median:9.0f}{1000 * median / number:9.2f}{median / alone:33.1f}")


def stages(contents: list[bytes]) -> tuple[Stage, ...]:
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


def _brings_a_document(mail: Mail) -> bool:
    return any(attachment.content_type.startswith("application/") for attachment in mail.attachments)


if __name__ == "__main__":
    main()
