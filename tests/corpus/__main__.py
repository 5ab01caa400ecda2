"""Scores the open corpus and shows every miss: `python -m tests.corpus [WORD]`, only misses that hold the word."""

import json
import sys

from tests.corpus.predicting import predictions
from tests.corpus.scoring import FLOORS, PARTS, cases, score
from tests.corpus.table import table

word = " ".join(sys.argv[1:])
found = predictions(cases())
scores = {part: score({case.name: case.label for case in cases([part])}, found) for part in PARTS}
scores["all"] = score({case.name: case.label for case in cases()}, found)
lines = [miss for miss in scores["all"].misses if word in miss]
lines += table(scores, json.loads(FLOORS.read_text(encoding="utf-8"))["at_least"])
sys.stdout.write("\n".join(lines) + "\n")
