"""Words as data: JSON lines in spaCy's pattern format, matched once over each text."""

import json
from collections.abc import Iterator
from importlib.resources import files

from spacy.language import Language
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc

from extract.term import Term
from extract.tokens import tokenizer

Pattern = list[dict[str, object]]


class Vocabulary:
    """Every `*.jsonl` beside this file. A line has a `label`, a `pattern` and, where the words mean one thing, an `id`.

    A pattern is a phrase (any case) or a list of spaCy token patterns. Built once; matching a text is one pass.
    """

    def __init__(self, nlp: Language) -> None:
        nlp.tokenizer = tokenizer(nlp.vocab)
        self._tokenizer = nlp.tokenizer
        self._phrases = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._patterns = Matcher(nlp.vocab)
        self._means: dict[int, tuple[tuple[str, str], ...]] = {}
        grouped: dict[str, set[tuple[str, str]]] = {}
        patterns: dict[str, Pattern] = {}
        for label, meaning, pattern in _entries():
            key = pattern.lower() if isinstance(pattern, str) else json.dumps(pattern)
            grouped.setdefault(key, set()).add((label, meaning))
            if not isinstance(pattern, str):
                patterns[key] = pattern
        for key, means in grouped.items():
            if key in patterns:
                self._patterns.add(key, [patterns[key]], greedy="LONGEST")
            else:
                self._phrases.add(key, [self.doc(key)])
            self._means[nlp.vocab.strings[key]] = tuple(sorted(means))

    def doc(self, words: str) -> Doc:
        doc: Doc = self._tokenizer(words)
        return doc

    def terms(self, doc: Doc) -> tuple[Term, ...]:
        """All that is known in `doc`, in the order of the text; terms of different labels may overlap."""
        found = set(self._found(doc))
        return tuple(sorted(found, key=lambda term: (term.start, -term.end, term.label, term.id)))

    def _found(self, doc: Doc) -> Iterator[Term]:
        for matcher in (self._phrases, self._patterns):
            for key, first, last in matcher(doc) if len(matcher) else ():
                start = doc[first].idx
                end = doc[last - 1].idx + len(doc[last - 1])
                for label, meaning in self._means[key]:
                    yield Term(start, end, label, meaning)


def _entries() -> Iterator[tuple[str, str, str | Pattern]]:
    for file in sorted(files(__package__).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".jsonl"):
            for line in file.read_text("utf-8").splitlines():
                if line.strip():
                    entry = json.loads(line)
                    yield entry["label"], entry.get("id", ""), entry["pattern"]
