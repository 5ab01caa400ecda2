"""Money and days of the open corpus: ours beside others' libraries over the same words, each mail under a time limit.

Ours reads all five fields and the intent in the time that is shown, and in a second line money and days alone, with no
look at what the mail is about; that is what the others do. They are given
the client's own words, which ours found, without the quoted and the signed, and the client's country.
"""

import argparse
import datetime as dt
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import mailparser

from benchmarks.limits import TooSlow, at_most
from benchmarks.peers import Missing, Question, peers
from briefs.findings import Findings, Intent
from briefs.mail import Mail
from extract.label import Label, label
from extract.reading import Extractor
from extract.rules import budgets, dates
from extract.settle import settled
from ingest.reading import read_message
from tests.corpus.scoring import Case, Score, cases, score

ARRIVED_AT = dt.datetime(2028, 1, 1, tzinfo=dt.UTC)
LIMIT = 5.0  # seconds; a library that needs longer for one mail is stopped and counted


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one reader said of each mail, None where it was stopped or fell over, in how many seconds."""

    answers: dict[str, Label | None]
    seconds: float


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    logging.disable(logging.WARNING)  # mail-parser names every part it does not know
    found = list(cases())
    extractor = Extractor()
    contents = {case.name: case.path.read_bytes() for case in found}
    mails = {name: read_message(content, ARRIVED_AT) for name, content in contents.items()}
    questions = {}
    for name, mail in mails.items():
        text = extractor.text(mail)
        sentences = tuple(text.words[each.start : each.end] for each in text.layout.sentences)
        country = text.country
        questions[name] = Question(text.words, sentences, mail.sent_at, country.code, country.day_first, country.dollar)
    names = list(contents)
    alone = run(lambda name: mailparser.parse_from_bytes(contents[name]) and {}, names).seconds
    print(f"{len(names)} mails of the open corpus, one process, after a warm-up; a limit of {LIMIT:g} s a mail")
    columns = ("budgets: F1, P/R", "dates: F1, P/R", "without kind")
    print(f"{'':27}" + "".join(f"{each:>18}" for each in columns) + f"{'stopped':>9}{'mails/s':>9}{'parse = 1':>11}")
    show("inbrief", run(lambda name: label(mails[name], extractor.read(mails[name])), names), found, alone)
    show("inbrief, these two alone", run(lambda name: _money_and_days(extractor, mails[name]), names), found, alone)
    for peer in peers():
        if isinstance(peer, Missing):
            print(f"{peer.name:27}left out: {peer.reason}")
        else:
            show(peer.name, run(_asked(peer.read, questions), names), found, alone)
    print(f"{'parsing alone':27}{'':63}{len(names) / alone:9.0f}{1:11.1f}")
    print("* with price-parser for money")


def _money_and_days(extractor: Extractor, mail: Mail) -> Label:
    text = extractor.text(mail)
    found = settled([*budgets.find(text), *dates.find(text)])
    return label(mail, Findings(Intent.REQUEST, "", found))


def _asked(read: Callable[[Question], Label], questions: dict[str, Question]) -> Callable[[str], Label]:
    return lambda name: read(questions[name])


def run(read: Callable[[str], Label], names: list[str]) -> Outcome:
    _limited(read, names[0])  # the warm-up: patterns compiled, tables loaded
    _limited(read, names[-1])
    begun = time.process_time()
    answers = {name: _limited(read, name) for name in names}
    return Outcome(answers, time.process_time() - begun)


def _limited(read: Callable[[str], Label], name: str) -> Label | None:
    try:
        with at_most(LIMIT):
            return read(name)
    except TooSlow:
        return None
    except Exception:  # noqa: BLE001 (a peer may raise anything at all; it is counted, and the run goes on)
        return None


def show(name: str, outcome: Outcome, found: list[Case], alone: float) -> None:
    lists = score({case.name: case.label for case in found}, _given(outcome)).lists
    kindless: Score = score({case.name: _without_kind(case.label) for case in found}, _given(outcome, _without_kind))
    print(
        f"{name:27}"
        + "".join(
            f"{each.f1:8.2f} {each.precision:.2f}/{each.recall:.2f}"
            for each in (lists["budgets"], lists["dates"], kindless.lists["dates"])
        )
        + f"{sum(answer is None for answer in outcome.answers.values()):9}"
        + f"{len(outcome.answers) / outcome.seconds:9.1f}{outcome.seconds / alone:11.1f}"
    )


def _given(outcome: Outcome, shape: Callable[[Label], Label] = lambda each: each) -> dict[str, Label]:
    return {name: shape(answer) for name, answer in outcome.answers.items() if answer is not None}


def _without_kind(given: Any) -> Label:
    """A day that is due and live at once is one day."""
    days = {day["date"]: {**day, "kind": ""} for day in given["dates"]}
    return {**given, "dates": list(days.values())}


if __name__ == "__main__":
    main()
