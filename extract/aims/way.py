"""What every way of telling an aim looks like, and the questions they share."""

import re
from collections.abc import Callable

from extract.clauses import Sentence
from extract.noun_phrases import Article, first_noun_phrase
from extract.text import Text
from extract.tokens import Word

_DOERS = re.compile(
    r"^(?!others|orders|offers|letters|numbers|papers|corners|answers|quarters|dollars)[a-z]{3,}(?:ers|ists|ians|eers)$"
)
_AHEAD = 400  # characters that decide; the rest of the sentence only follows
Way = Callable[[Text, Sentence], int | None]  # where in `text.words` the aim begins, None where there is none


def rest_of(text: Text, sentence: Sentence, start: int) -> tuple[Word, ...]:
    return text.tokens.within(start, min(sentence.end, start + _AHEAD))


def among(text: Text, words: tuple[Word, ...], first: int, last: int, *labels: str) -> bool:
    """Whether a term of these labels begins among `words[first:last]`."""
    some = words[first:last]
    return bool(some) and bool(text.terms_between(some[0].start, some[-1].start + 1, *labels))


def people_among(text: Text, words: tuple[Word, ...], first: int, last: int) -> bool:
    """People of the audience: known ones, or a noun that ends as those who do something end ("bartenders")."""
    if among(text, words, first, last, "audience"):
        return True
    return any(
        (_DOERS.search(word.lower) or _is_people(text, word)) and not _is_other(text, word)
        for word in words[first:last]
    )


def _is_people(text: Text, word: Word) -> bool:
    """Germans, Clevelanders: a name in the plural."""
    name = text.words[word.start : word.end]
    return len(name) > 5 and name.istitle() and name.endswith("ns") and not name.endswith("ions")


def _is_other(text: Text, word: Word) -> bool:
    return any(
        term.end == word.end for term in text.terms_in(word, "deliverable", "thing", "interim", "metric", "mark")
    )


def about_people(text: Text, words: tuple[Word, ...], within: int) -> bool:
    """People of the audience, or a measure of the business, near the beginning."""
    return people_among(text, words, 0, within) or among(text, words, 0, within, "metric")


def is_a_thing(text: Text, words: tuple[Word, ...]) -> bool:
    """Whether the first thing named is work to be made or a hand-over, no effect of it."""
    first = first_noun_phrase(text, words, ("deliverable", "thing"))
    if first is None or first.first > 2:
        return False
    if first.term is not None and (first.term.label == "deliverable" or first.article is Article.INDEFINITE):
        return True
    interim = text.terms_in(first.name, "interim")
    if not interim or first.first > 0 or among(text, words, 0, 1, "achieve"):
        return False  # "reduce cash payments"
    return not text.terms_in(first.name, "audience", "metric")
