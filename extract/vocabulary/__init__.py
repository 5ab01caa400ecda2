"""Words as data: JSON lines in spaCy's pattern format, matched once over each text."""

import json
from collections.abc import Collection, Iterable, Iterator
from itertools import product
from sys import intern
from typing import Any

from spacy.attrs import IDS, IS_SPACE, LOWER  # type: ignore[import-not-found]  # compiled, no stub
from spacy.language import Language
from spacy.matcher import Matcher

from extract.own_words import Entry, Pattern, ours, spellings
from extract.phrases import Means, Phrases
from extract.term import Term
from extract.tokens import Tokens

_COUNTED = ("deliverable", "thing")  # these nouns are matched in the plural too


class Vocabulary:
    """Every `*.jsonl` beside this file, and over it an agency's own. A line has a `label`, a `pattern` or several
    `patterns`, and where the words mean one thing an `id`.

    A pattern is a list of spaCy token patterns, or a phrase in any case: `can|could spend`, `have got?` (a word that
    may be missing). Built once; matching a text is one pass however many phrases there are.
    """

    def __init__(self, nlp: Language, own: Iterable[Entry] = ()) -> None:
        known, added = tuple(_spread(ours())), tuple(_spread(own))
        _know_only(nlp.vocab, [pattern for _, _, pattern in (*known, *added)])
        self._vocab = nlp.vocab
        self._strings = nlp.vocab.strings
        self._phrases = Phrases()
        self._patterns = Matcher(nlp.vocab)
        self._means: dict[int, tuple[str, str]] = {}  # of the patterns
        self._begins: set[str] | None = set()  # the words that patterns begin with, None where one begins with any
        phrases: dict[str, set[tuple[str, str]]] = {}
        for label, meaning, pattern in known:
            self._add(phrases, label, meaning, pattern)
        for label, _, pattern in added:
            if isinstance(pattern, str):  # what ours says of the phrase under this label no longer counts
                for phrase in _spelled_out(pattern):
                    phrases[phrase] = {mean for mean in phrases.get(phrase, ()) if mean[0] != label}
        for label, meaning, pattern in added:
            if meaning is not None:
                self._add(phrases, label, meaning, pattern)
        alike: dict[Means, Means] = {}  # most phrases mean what hundreds do: it is kept once, and near at hand
        for phrase, means in phrases.items():
            if means:
                known_as = tuple(sorted(means))
                self._phrases.add(phrase, alike.setdefault(known_as, known_as))

    def _add(
        self, phrases: dict[str, set[tuple[str, str]]], label: str, meaning: str | None, pattern: str | Pattern
    ) -> None:
        if isinstance(pattern, str):
            for phrase in _spelled_out(pattern):
                phrases.setdefault(phrase, set()).add((intern(label), intern(meaning or "")))
        else:
            key = json.dumps([label, meaning, pattern])
            self._patterns.add(key, [pattern], greedy="LONGEST")
            self._means[self._strings[key]] = (label, meaning or "")
            begins = _begins(pattern)
            self._begins = None if self._begins is None or begins is None else self._begins | begins

    def terms(self, tokens: Tokens) -> tuple[Term, ...]:
        """All that is known among `tokens`, in the order of the text; terms of different labels may overlap."""
        return tuple([Term(start, -end, label, meaning) for start, end, label, meaning in sorted(self._found(tokens))])

    def _found(self, tokens: Tokens) -> Collection[tuple[int, int, str, str]]:
        """Where each begins, where it ends with a minus (of two the longer comes first), its label and meaning."""
        phrases = self._phrases.within(tokens)
        if not self._may_match(tokens):
            return phrases
        with self._vocab.memory_zone():  # or the words of every mail ever read stay in memory
            doc, words = tokens.doc(self._vocab)
            patterns = self._patterns(doc)
        return {
            *phrases,
            *((words[first].start, -words[last - 1].end, *self._means[key]) for key, first, last in patterns),
        }

    def _may_match(self, tokens: Tokens) -> bool:
        """Whether a pattern may be among the tokens: making a Doc of them takes longer than all phrases."""
        if not len(self._patterns):
            return False
        return self._begins is None or not self._begins.isdisjoint(tokens.lower)


def _begins(pattern: Pattern) -> set[str] | None:
    """The words that can begin the pattern, None where that may be any."""
    lower = pattern[0].get("LOWER") if "OP" not in pattern[0] else None
    if isinstance(lower, dict):
        lower = lower.get("IN") if lower.keys() == {"IN"} else None
    return {lower} if isinstance(lower, str) else set(lower) if isinstance(lower, list) else None


def _know_only(vocab: Any, patterns: Iterable[str | Pattern]) -> None:
    """Of every new word spaCy finds out a score of things, its shape among them; now only what patterns ask for."""
    asked = {IDS.get(key) for pattern in patterns if not isinstance(pattern, str) for token in pattern for key in token}
    known = vocab.lex_attr_getters
    vocab.lex_attr_getters = {key: known[key] for key in asked if key in known} | {
        LOWER: str.lower,
        IS_SPACE: str.isspace,
    }


def _spread(entries: Iterable[Entry]) -> Iterator[tuple[str, str | None, str | Pattern]]:
    for entry in entries:
        yield entry.label, entry.id, entry.pattern
        if entry.label in _COUNTED and isinstance(entry.pattern, str):
            yield entry.label, entry.id, plural(entry.pattern)


def _spelled_out(phrase: str) -> Iterator[str]:
    """`can|could spend` is two phrases, `have got?` too."""
    for chosen in product(*spellings(phrase)):
        yield " ".join(word for word in chosen if word)


def plural(noun: str) -> str:
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"
