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
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from briefs.mail import Mail
from extract.evidence import evidence
from extract.intent import features
from extract.reading import Extractor, found_in
from extract.signs import Signs
from ingest.reading import read_message
from tests.corpus.fit_writing import numbers, write
from tests.corpus.marked import marked_lines
from tests.extract.marked import mail as written

_HERE = Path(__file__).parent
_FOLDERS = ("open/dev-a", "open/dev-c", "blind/blind-a", "briefs")
_SENTENCES = _HERE.parent / "extract" / "sentences" / "intent.txt"
_SEEN_LATER = dt.datetime(2028, 1, 1, tzinfo=dt.UTC)
_RARE = 20  # everyday phrases seen less often say nothing
_STRENGTH = 0.5
_SELDOM = {"cancel": 1.5, "none": 1.3}  # there are fewer of them here than in a mailbox
_WHOLE = 6.0  # a whole mail counts as so many lines
_PLAIN = 8.0  # and so does a sentence, which says one thing plainly


@dataclass(frozen=True, slots=True)
class Example:
    """A mail with the weight it has among the others, and its signs."""

    mail: str
    where: str
    intent: str
    share: float
    signs: Signs


def examples() -> list[Example]:
    """All but those that a machine wrote, with the signs that are seen often."""
    extractor = Extractor()
    read: list[Example] = []
    for name, where, mail, intent, share in _mails():
        if not mail.automatic:
            text = extractor.text(mail)
            signs = features(evidence(text, found_in(text)))
            read.append(Example(name, where, intent, share * _SELDOM.get(intent, 1.0), signs))
    often = Counter(sign for each in read for sign in each.signs)
    kept = [{n: v for n, v in each.signs.items() if not n.startswith("'") or often[n] >= _RARE} for each in read]
    return [dataclasses.replace(each, signs=signs) for each, signs in zip(read, kept, strict=True)]


def _mails() -> Iterator[tuple[str, str, Mail, str, float]]:
    """(name, where, mail, intent, weight)."""
    for folder in _FOLDERS:
        for path in sorted((_HERE / folder).glob("*.eml")):
            label = json.loads(path.with_suffix(".json").read_text("utf-8"))
            yield path.stem, folder, read_message(path.read_bytes(), _SEEN_LATER), label["intent"], _WHOLE
    for line in marked_lines():
        if not line.kept:
            yield line.name, "lines", line.mail, str(line.intent), 1.0
    for sentence in _SENTENCES.read_text("utf-8").splitlines():
        if sentence.strip() and not sentence.startswith("#"):
            intent, subject, words = (part.strip() for part in sentence.split("|", 2))
            mail = dataclasses.replace(written(words.replace("\\n", "\n")), subject=subject)
            yield sentence, "sentences", mail, intent, _PLAIN


def fitted(read: list[Example]) -> dict[str, Any]:
    vectorizer = import_module("sklearn.feature_extraction").DictVectorizer()  # no part of what is installed, or typed
    model = import_module("sklearn.linear_model").LogisticRegression(C=_STRENGTH, max_iter=5000)
    table = vectorizer.fit_transform([each.signs for each in read])
    model.fit(table, [each.intent for each in read], sample_weight=[each.share for each in read])
    return numbers(vectorizer.get_feature_names_out(), model, digits=2)


def main() -> None:
    read = examples()
    table = import_module("sklearn.feature_extraction").DictVectorizer().fit_transform([each.signs for each in read])
    model = import_module("sklearn.linear_model").LogisticRegression(C=_STRENGTH, max_iter=5000)
    selection = import_module("sklearn.model_selection")
    shares = {"sample_weight": [each.share for each in read]}
    guessed = selection.cross_val_predict(model, table, [each.intent for each in read], cv=10, params=shares)
    for where in dict.fromkeys(each.where for each in read):
        right = [guess == each.intent for guess, each in zip(guessed, read, strict=True) if each.where == where]
        print(f"{where:14} {len(right):5} {sum(right) / len(right):.3f}")
    write("intent", fitted(read))


if __name__ == "__main__":
    main()
