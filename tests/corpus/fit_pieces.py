"""Fits `extract/weights/pieces.json`: `python -m tests.corpus.fit_pieces`. Needs scikit-learn.

Learned from are the open mails but `dev-b`, our own briefs, `blind-a`, the marked lines and the sentences of
`tests/extract`. Prints what cross-validation finds, no mail being on both sides.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from importlib import import_module
from typing import Any

from extract.reading import Extractor
from extract.signs import Signs, stems
from tests.corpus.examples import NOTHING, Example, Source, pieces, sources
from tests.corpus.fit_writing import numbers, write

SEEN = 3  # mails that a sign must occur in
FOLDS = 10
STRENGTH = 0.5  # the inverse of the penalty on weights
_ADDRESS = re.compile(r"\S+@\S+")
_LOWER = re.compile(r"(?<![A-Za-z'])[a-zß-öø-ÿ][a-zß-öø-ÿ']*")
_NO_WORDS = ("rule", "shape", "heading", "joint", "t", "ts")  # signs of these kinds hold none


def main() -> None:
    selection = import_module("sklearn.model_selection")

    read = list(sources())
    examples = examples_of(read)
    roles = [each.role for each in examples]
    print(f"{len(examples)} pieces of {len(read)} mails: {dict(Counter(roles))}")
    table = import_module("sklearn.feature_extraction").DictVectorizer().fit_transform([e.signs for e in examples])
    model = import_module("sklearn.linear_model").LogisticRegression(C=STRENGTH, max_iter=5000)
    groups = [each.mail for each in examples]
    guessed = list(selection.cross_val_predict(model, table, roles, groups=groups, cv=selection.GroupKFold(FOLDS)))
    for role in sorted(set(roles) - {NOTHING}):
        hits = sum(one == other == role for one, other in zip(guessed, roles, strict=True))
        precision, recall = hits / max(1, guessed.count(role)), hits / roles.count(role)
        print(f"  {role}: precision {precision:.3f}, recall {recall:.3f}")
    write("pieces", fitted(examples))


def examples_of(read: list[Source]) -> list[Example]:
    """All pieces, with the signs that are seen often and are nobody's name."""
    extractor = Extractor()
    examples: list[Example] = []
    for source in read:
        text = extractor.text(source.mail)
        examples += pieces(text, source)
    kept = _kept(examples, said_plainly(read))
    return [replace(each, signs=signs) for each, signs in zip(examples, kept, strict=True)]


def fitted(examples: list[Example]) -> dict[str, Any]:
    vectorizer = import_module("sklearn.feature_extraction").DictVectorizer()  # no part of what is installed, or typed
    model = import_module("sklearn.linear_model").LogisticRegression(C=STRENGTH, max_iter=5000)
    model.fit(vectorizer.fit_transform([each.signs for each in examples]), [each.role for each in examples])
    return numbers(vectorizer.get_feature_names_out(), model, digits=3)


def said_plainly(read: Iterable[Source]) -> set[str]:
    """Stems of words that mails write in lower case: never somebody's name."""
    mails: dict[str, set[str]] = {}
    for source in read:
        for word in _LOWER.findall(_ADDRESS.sub(" ", source.mail.text)):
            for stem in stems(word):
                mails.setdefault(stem, set()).add(source.name)
    return {stem for stem, where in mails.items() if len(where) >= SEEN}


def _kept(examples: list[Example], plain: set[str]) -> list[Signs]:
    mails: dict[str, set[str]] = {}
    for each in examples:
        for sign in each.signs:
            mails.setdefault(sign, set()).add(each.mail)
    often = {sign for sign, where in mails.items() if len(where) >= SEEN and _is_plain(sign, plain)}
    return [{sign: much for sign, much in each.signs.items() if sign in often and much} for each in examples]


def _is_plain(sign: str, plain: set[str]) -> bool:
    kind, _, words = sign.partition(":")
    if not words or kind in _NO_WORDS:
        return True
    return all(word in plain or not word[0].isalpha() for word in words.split())


if __name__ == "__main__":
    main()
