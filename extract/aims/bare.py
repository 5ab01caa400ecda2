"""An aim and nothing else: "To make reading a habit.", "80% turnout.", "Until every driver slows down."."""

import re

from extract.aims.way import about_people, among, is_a_thing, rest_of
from extract.clauses import Sentence
from extract.grammar import grammar, wordset
from extract.text import Text

_INFINITIVE = re.compile(
    r"(?:(?:simply|just|and|basically|mainly|all|only|in order|so as) )?to (?=[a-z])", re.IGNORECASE
)
_MAKES = wordset("make get let keep give bring have turn put show help become stop remind earn find be")
_FOR_US = wordset("me us you be it")
_NOT_SIGNS = wordset("sec secs seconds second min mins minutes pages page copies posters prints words px mm cm inch")


def infinitive(text: Text, sentence: Sentence) -> int | None:
    """A sentence that is an infinitive: no main clause, and no list of what is to be made."""
    to = _INFINITIVE.match(text.words, sentence.body, sentence.end)
    if to is None:
        return None
    words = rest_of(text, sentence, to.end())
    if len(words) < 4 or is_a_thing(text, words) or words[1].lower in _FOR_US or not words[1].lower[0].isalnum():
        return None
    if not (words[0].lower in _MAKES or among(text, words, 0, 1, "achieve", "persuade")):
        return None
    behind = text.words[to.end() : sentence.end]
    if "," in behind:
        main = rest_of(text, sentence, to.end() + behind.index(",") + 1)[:4]
        if any(word.lower in grammar().finite for word in main):
            return None  # "To make the show, we need …"
    return words[0].start


def counted(text: Text, sentence: Sentence) -> int | None:
    """ "80% turnout", "8,000 completed trails": a number of what is no thing to be made, first in the sentence."""
    words = rest_of(text, sentence, sentence.body)
    if len(words) < 2 or not (words[0].lower[0].isdigit() or words[0].lower in grammar().numbers):
        return None
    percent = words[1].lower in ("%", "percent", "per")
    if _NOT_SIGNS.intersection(word.lower for word in words[1:3]) or is_a_thing(text, words):
        return None
    if percent and not about_people(text, words, 6):
        return None
    many = words[0].lower.replace(",", "")
    if not percent and many.isdigit() and int(many) < 10:
        return None
    return words[0].start if percent or about_people(text, words[1:], 4) else None
