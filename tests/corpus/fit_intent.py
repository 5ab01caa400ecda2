"""Fits `extract/weights/intent.json`: `python -m tests.corpus.fit_intent`. Needs scikit-learn.

Learned from are the open mails but `dev-b`, our own briefs, `blind-a`, three of four marked lines and the sentences of
`tests/extract`; `dev-b`, the other blind mails and every fourth line are for measuring and never seen. Prints what
cross-validation finds, since what was fitted is read nearly without a mistake.
"""

import dataclasses
import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from briefs.mail import Mail
from extract.evidence import evidence
from extract.intent import features
from extract.reading import Extractor, found_in
from ingest.reading import read_message
from tests.corpus.fit_writing import write
from tests.corpus.marked import marked_lines
from tests.corpus.reading_lines import KEPT
from tests.extract.marked import mail as written

_HERE = Path(__file__).parent
_FOLDERS = ("open/dev-a", "open/dev-c", "blind/blind-a", "briefs")
_SENTENCES = _HERE.parent / "extract" / "sentences" / "intent.txt"
_SEEN_LATER = dt.datetime(2028, 1, 1, tzinfo=dt.UTC)
_RARE = 20  # everyday phrases seen less often say nothing
_STRENGTH = 0.5
_SELDOM = {"cancel": 1.5, "none": 1.3}  # there are fewer of them here than in a mailbox
_WHOLE = 3.0  # a whole mail counts as so many lines


def examples() -> Iterator[tuple[str, Mail, str, float]]:
    """(where, mail, intent, weight)."""
    for folder in _FOLDERS:
        for path in sorted((_HERE / folder).glob("*.eml")):
            label = json.loads(path.with_suffix(".json").read_text("utf-8"))
            yield folder, read_message(path.read_bytes(), _SEEN_LATER), label["intent"], _WHOLE
    for number, line in enumerate(marked_lines()):
        if number % KEPT:
            yield "lines", line.mail, str(line.intent), 1.0
    for sentence in _SENTENCES.read_text("utf-8").splitlines():
        if sentence.strip() and not sentence.startswith("#"):
            intent, subject, words = (part.strip() for part in sentence.split("|", 2))
            yield "sentences", dataclasses.replace(written(words.replace("\\n", "\n")), subject=subject), intent, 2.0


def main() -> None:
    features_of = import_module("sklearn.feature_extraction")  # no part of what is installed to run, or typed
    linear = import_module("sklearn.linear_model")
    selection = import_module("sklearn.model_selection")

    extractor = Extractor()
    places: list[str] = []
    rows: list[dict[str, float]] = []
    intents: list[str] = []
    shares: list[float] = []
    for place, mail, intent, share in examples():
        if mail.automatic:
            continue
        with extractor.text(mail) as text:
            rows.append(features(evidence(text, found_in(text))))
        places.append(place)
        intents.append(intent)
        shares.append(share * _SELDOM.get(intent, 1.0))
    often = Counter(name for row in rows for name in row)
    rows = [{n: v for n, v in row.items() if not n.startswith("'") or often[n] >= _RARE} for row in rows]
    vectorizer = features_of.DictVectorizer()
    table = vectorizer.fit_transform(rows)
    model = linear.LogisticRegression(C=_STRENGTH, max_iter=5000)
    guessed = selection.cross_val_predict(model, table, intents, cv=10, params={"sample_weight": shares})
    for place in dict.fromkeys(places):
        right = [
            guess == intent for guess, intent, where in zip(guessed, intents, places, strict=True) if where == place
        ]
        print(f"{place:14} {len(right):5} {sum(right) / len(right):.3f}")
    model.fit(table, intents, sample_weight=shares)
    write("intent", vectorizer.get_feature_names_out(), model, digits=2)


if __name__ == "__main__":
    main()
