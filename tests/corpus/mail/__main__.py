"""Reads every message here and shows each miss of the open half: `python -m tests.corpus.mail [--blind] [WORD]`."""

import argparse
import sys
from collections import Counter

from tests.corpus.mail.cases import Answer, Case, answers, cases


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blind", action="store_true", help="the misses of the blind half too: for its keeper alone")
    parser.add_argument("word", nargs="?", default="", help="only misses whose line holds this")
    arguments = parser.parse_args()
    every = [(case, list(answers(case))) for case in cases()]
    misses = [(case, answer) for case, given in every if arguments.blind or not case.blind for answer in given]
    lines = [_miss(case, answer) for case, answer in misses if not answer.right]
    lines = [line for line in lines if arguments.word in line]
    halves = {half: [given for case, given in every if case.blind is (half == "blind")] for half in ("open", "blind")}
    lines += _table(halves)
    sys.stdout.write("\n".join(lines) + "\n")


def _miss(case: Case, answer: Answer) -> str:
    return f"{case.name}: {answer.key}\n    expected {answer.expected!r}\n    got      {answer.got!r}"


def _table(halves: dict[str, list[list[Answer]]]) -> list[str]:
    asked = {half: Counter(answer.key for given in every for answer in given) for half, every in halves.items()}
    right = {
        half: Counter(answer.key for given in every for answer in given if answer.right)
        for half, every in halves.items()
    }
    lines = [f"{'':16}" + "".join(f"{half + ', ' + str(len(every)):>16}" for half, every in halves.items())]
    for key in sorted(asked["open"] | asked["blind"]):
        figures = [f"{right[half][key]:>8}/{asked[half][key]:<7}" for half in halves]
        lines.append(f"{key:16}" + "".join(figures))
    return lines


if __name__ == "__main__":
    main()
