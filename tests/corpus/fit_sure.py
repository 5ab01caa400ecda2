"""Fits `extract/weights/sure.json`: `python -m tests.corpus.fit_sure`, after the others. Needs scikit-learn.

Learned from are the open mails but `dev-b`, our own briefs, `blind-a`, three of four marked lines and the sentences of
`tests/extract` with their days and sums, which keep plain words plain. What was fitted
on a mail reads it nearly without a mistake, as it reads no other: so each part of the mails is read with weights fitted
on the other parts, and its mistakes are those of mail that nobody has seen. Prints what cross-validation finds.
"""

import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any
from unittest import mock

from briefs.findings import SURE_ENOUGH, Intent
from extract import fitted as extract_fitted
from extract.reading import Extractor
from extract.signs import Signs
from tests.corpus import fit_intent, fit_pieces
from tests.corpus.examples import LEARNT, Source, lines, mails, sources, values
from tests.corpus.fit_writing import numbers, write
from tests.corpus.verdicts import Verdict, verdicts

PARTS = 4
STRENGTH = 0.2  # the inverse of the penalty on weights
SEEN = 5  # mails that a sign must occur in
WHOLE = 3.0  # a whole mail's finding counts as so many of a line's
PLAIN = 1.5  # one of a sentence, which rules were written by
ASKS_NOTHING = 0.3  # of that, one of a mail that asks for nothing: most here are of those that are hard to tell
FOLDS = 8


def main() -> None:
    selection = import_module("sklearn.model_selection")
    whole = list(mails(LEARNT))
    plain = list(values())
    read = [*lines(), *whole, *plain]
    seen = list(verdicts_unseen(read))
    share = {source.name: WHOLE * (ASKS_NOTHING if source.intent is Intent.NONE else 1.0) for source in whole}
    share |= {source.name: PLAIN for source in plain}
    shares = [share.get(each.mail, 1.0) for each in seen]
    signs = _kept(seen, fit_pieces.said_plainly(read))
    vectorizer = import_module("sklearn.feature_extraction").DictVectorizer()
    table = vectorizer.fit_transform(signs)
    right = ["right" if each.right else "wrong" for each in seen]
    model = import_module("sklearn.linear_model").LogisticRegression(C=STRENGTH, max_iter=5000)
    chances = selection.cross_val_predict(
        model,
        table,
        right,
        groups=[each.mail for each in seen],
        cv=selection.GroupKFold(FOLDS),
        params={"sample_weight": shares},
        method="predict_proba",
    )[:, 0]
    for what in ("right", "wrong"):
        doubtful = [chance < SURE_ENOUGH for chance, is_right in zip(chances, right, strict=True) if is_right == what]
        print(f"{len(doubtful):5} {what}, need a look: {sum(doubtful) / len(doubtful):.3f}")
    model.fit(table, right, sample_weight=shares)
    write("sure", numbers(vectorizer.get_feature_names_out(), model, digits=3))


def verdicts_unseen(read: list[Source]) -> Iterator[Verdict]:
    """On each part of the mails with weights that were fitted on the others."""
    pieces, intents = fit_pieces.examples_of(list(sources())), fit_intent.examples()
    extractor = Extractor()
    for part in range(PARTS):
        others = {
            "pieces": fit_pieces.fitted([each for each in pieces if _part(each.mail) != part]),
            "intent": fit_intent.fitted([each for each in intents if _part(each.mail) != part]),
        }
        with _weights(others):
            yield from verdicts(extractor, (source for source in read if _part(source.name) == part))


def _part(mail: str) -> int:
    return zlib.crc32(mail.encode()) % PARTS


@contextmanager
def _weights(others: Mapping[str, Any]) -> Iterator[None]:
    with mock.patch.object(extract_fitted, "weights", others.__getitem__):
        extract_fitted.forget()
        yield
    extract_fitted.forget()


def _kept(seen: list[Verdict], plain: set[str]) -> list[Signs]:
    """Without signs that few mails show, and without words that may be somebody's name."""
    where: dict[str, set[str]] = {}
    for each in seen:
        for sign in each.signs:
            where.setdefault(sign, set()).add(each.mail)
    often = {sign for sign, names in where.items() if len(names) >= SEEN and _is_plain(sign, plain)}
    return [{sign: much for sign, much in each.signs.items() if sign in often and much} for each in seen]


def _is_plain(sign: str, plain: set[str]) -> bool:
    _, quoted, rest = sign.partition(": '")
    word = rest.partition("' ")[0]
    return not quoted or word in plain or not word[:1].isalpha()


if __name__ == "__main__":
    main()
