"""The closed classes of the language: the little words that hold phrases together and are no part of a thing's name."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from sys import intern
from typing import Any


@dataclass(frozen=True, slots=True)
class Grammar:
    """Words in lower case, from `vocabulary/grammar.json`; `numbers` and `collectives` say how many, if they do."""

    indefinite: frozenset[str]  # one of it: "a", "another"
    loose: frozenset[str]  # some of it
    definite: frozenset[str]  # a known one: "the", "our", "no"
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    pronouns: frozenset[str]
    auxiliaries: frozenset[str]
    verbs: frozenset[str]
    adverbs: frozenset[str]
    units: frozenset[str]  # of a measure: "12 oz", "30-second"
    formats: frozenset[str]  # adjectives of size and make, no part of a thing's name
    numbers: dict[str, int]
    collectives: dict[str, int | None]  # "a pair of", "a set of"

    little: frozenset[str]  # what ends a noun phrase: prepositions to adverbs, asked of every word of a mail
    determiners: frozenset[str]
    apart: frozenset[str]  # the little words and the determiners: no noun, and nothing that stands between it and them
    openers: frozenset[str]  # what may say how many at the beginning of a noun phrase, but figures
    outside: frozenset[str]  # what stands in no noun phrase, unless a known thing begins with it
    finite: frozenset[str]  # what tells a sentence from a list of things

    def is_little(self, word: str) -> bool:
        """Whether `word` ends a noun phrase."""
        return word in self.little

    def is_determiner(self, word: str) -> bool:
        return word in self.determiners


_LITTLE = ("prepositions", "conjunctions", "pronouns", "auxiliaries", "verbs", "adverbs")

_COUNT = ("half", "of")
_MEASURES = ("x", "by")  # between figures


@cache
def grammar() -> Grammar:
    data: dict[str, Any] = json.loads((files("extract.vocabulary") / "grammar.json").read_text("utf-8"))
    known: dict[str, Any] = {}
    for name, words in data.items():
        known[name] = (
            {intern(word): many for word, many in words.items()}
            if isinstance(words, dict)
            else frozenset(map(intern, words))
        )
    known["little"] = frozenset().union(*(known[name] for name in _LITTLE))
    known["determiners"] = known["indefinite"] | known["loose"] | known["definite"]
    known["apart"] = known["little"] | known["determiners"]
    known["openers"] = known["determiners"].union(known["numbers"], known["collectives"], _COUNT)
    spelled = frozenset(word for word in known["little"] if word[0].isalpha())  # a sign may be of a measure
    known["outside"] = spelled.difference(known["openers"], _MEASURES)
    known["finite"] = known["auxiliaries"] | known["verbs"] | known["pronouns"]
    return Grammar(**known)


def wordset(listed: str) -> frozenset[str]:
    """Words listed with spaces between them."""
    return frozenset(map(intern, listed.split()))
