"""The closed classes of the language: the little words that hold phrases together and are no part of a thing's name."""

import json
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
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

    def is_little(self, word: str) -> bool:
        """Whether `word` ends a noun phrase."""
        return (
            word in self.prepositions
            or word in self.conjunctions
            or word in self.pronouns
            or word in self.auxiliaries
            or word in self.verbs
            or word in self.adverbs
        )

    def is_determiner(self, word: str) -> bool:
        return word in self.indefinite or word in self.loose or word in self.definite


@cache
def grammar() -> Grammar:
    data: dict[str, Any] = json.loads((files("extract.vocabulary") / "grammar.json").read_text("utf-8"))
    known: dict[str, Any] = {}
    for field in fields(Grammar):
        words = data[field.name]
        known[field.name] = words if isinstance(words, dict) else frozenset(words)
    return Grammar(**known)


def wordset(listed: str) -> frozenset[str]:
    """Words listed with spaces between them."""
    return frozenset(listed.split())
