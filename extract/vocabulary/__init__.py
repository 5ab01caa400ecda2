"""Words as data: JSON lines in spaCy's pattern format, matched once over each text."""

import json
from collections.abc import Iterator
from importlib.resources import files
from itertools import product

from spacy.language import Language
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc

from extract.term import Term
from extract.tokens import tokenizer

_SPACES = str.maketrans("\n\t\r", "   ")

Pattern = list[dict[str, object]]

_COUNTED = ("deliverable", "thing")  # these nouns are matched in the plural too


class Vocabulary:
    """Every `*.jsonl` beside this file. A line has a `label`, a `pattern` or several `patterns`, and where the words
    mean one thing an `id`.

    A pattern is a list of spaCy token patterns, or a phrase in any case: `can|could spend`, `have got?` (a word that
    may be missing). Built once; matching a text is one pass however many phrases there are.
    """

    def __init__(self, nlp: Language) -> None:
        nlp.tokenizer = tokenizer(nlp.vocab)
        self._tokenizer = nlp.tokenizer
        self._phrases = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._patterns = Matcher(nlp.vocab)
        self._means: dict[int, tuple[tuple[str, str], ...]] = {}
        phrases: dict[str, set[tuple[str, str]]] = {}
        for label, meaning, pattern in _entries():
            if isinstance(pattern, str):
                for phrase in _spelled_out(pattern):
                    phrases.setdefault(phrase, set()).add((label, meaning))
            else:
                key = json.dumps([label, meaning, pattern])
                self._patterns.add(key, [pattern], greedy="LONGEST")
                self._means[nlp.vocab.strings[key]] = ((label, meaning),)
        for phrase, means in phrases.items():
            self._phrases.add(phrase, [self.doc(phrase)])
            self._means[nlp.vocab.strings[phrase]] = tuple(sorted(means))

    def doc(self, words: str) -> Doc:
        """A line end inside a paragraph is a space: "you\\nhave" is still the phrase."""
        doc: Doc = self._tokenizer(words.translate(_SPACES))
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
                    for pattern in entry.get("patterns") or [entry["pattern"]]:
                        yield entry["label"], entry.get("id", ""), pattern
                        if entry["label"] in _COUNTED and isinstance(pattern, str):
                            yield entry["label"], entry.get("id", ""), plural(pattern)


def _spelled_out(phrase: str) -> Iterator[str]:
    """`can|could spend` is two phrases, `have got?` too."""
    choices = []
    for word in phrase.lower().split():
        optional = word.endswith("?") and len(word) > 1
        choices.append([*word.rstrip("?").split("|"), *([""] if optional else [])] if len(word) > 1 else [word])
    for chosen in product(*choices):
        yield " ".join(word for word in chosen if word)


def plural(noun: str) -> str:
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"
