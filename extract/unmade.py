"""What is asked for and is not made: hand-overs on the way, help, money, time, people, and words of no substance."""

from collections.abc import Sequence

from extract.grammar import grammar, wordset
from extract.noun_phrases import Article, NounPhrase
from extract.text import Text
from extract.tokens import Word

_CUTS = wordset("cut cuts edit edits version versions")  # "three 30-second cuts", "a Spanish version"; not "rough cut"
_ARTWORK = wordset("artwork artworks art")
# How far artwork is, not what it is for: "final artwork", "the print-ready art".
_STAGES = wordset(
    "final finished print print-ready ready press-ready camera-ready approved revised corrected updated signed-off "
    "layered vector existing current new old original supplied draft master editable open all full complete good nice "
    "our your my the"
)
_OF_ABSTRACTS = ("ness", "ity", "ance", "ence", "ism", "tion", "sion", "ship", "hood", "ing", "ly", "ed")
_NO_NOUNS = wordset(
    "whole entire full more less better cheaper bigger smaller simple serious happy sure own same other such "
    "piece item asset"
)
_SETS = ("series", "set", "suite")
_ANOTHER = ("second", "third", "fourth", "another", "extra")
_WHERE = wordset("in on at under behind above below beside inside over around next near to than")


def is_interim(text: Text, words: Sequence[Word], phrase: NounPhrase) -> bool:
    """Hand-overs, money, time and people are asked for too, and are not made."""
    end = phrase.name.end
    terms = text.terms_in(phrase.name, "interim", "unmade")
    longest = max((len(term) for term in terms if term.end == end), default=0)
    after = words[phrase.last].lower if phrase.last < len(words) else ""
    if phrase.head in _CUTS and phrase.term is not None:
        if any(word.lower[0].isdigit() or word.lower in _ANOTHER for word in words[phrase.first : phrase.last - 1]):
            return False  # "a 15-second cut", "a second version"
        bare = phrase.name.start == phrase.name.end - len(phrase.head)
        return (phrase.quantity or 1) < 2 and bare and after not in ("in", "without")
    if phrase.head in ("script", "scripts") and phrase.article is Article.INDEFINITE and after == "for":
        return False  # "a script for managers"
    if phrase.head in _SETS and phrase.name.start < phrase.name.end - len(phrase.head):
        return False  # "a branch poster series"
    if phrase.head in _ARTWORK:
        name = [word.lower for word in words[phrase.first : phrase.last - 1] if word.start >= phrase.name.start]
        return not any(word[0].isalpha() and word not in _STAGES for word in name)  # "hamper box artwork" is made
    known = len(phrase.term) if phrase.term is not None and phrase.term.label == "deliverable" else 0
    return longest > 0 and known <= longest


def may_be_made(words: Sequence[Word], phrase: NounPhrase) -> bool:
    """Whether an unknown noun that is asked for can be a thing: "a trailer skin", not "a cow on it"."""
    head = phrase.head
    if len(head) < 3 or not head[0].isalpha() or head.endswith(_OF_ABSTRACTS) or head in _NO_NOUNS:
        return False
    after = words[phrase.last].lower if phrase.last < len(words) else "."
    if after in _WHERE or after in grammar().auxiliaries or after in ("of", "that", "who", "'s", "’s"):
        return False
    behind = words[phrase.last + 1].lower if phrase.last + 1 < len(words) else "."
    single = sum(word.start >= phrase.name.start for word in words[phrase.first : phrase.last]) == 1
    adjective = single and after == "," and behind[0].isalpha() and not grammar().is_determiner(behind)
    return not (adjective and behind not in grammar().numbers and behind not in grammar().conjunctions)
