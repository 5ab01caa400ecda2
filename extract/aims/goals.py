"""The goal is to …; what I'm after is …; success = …; we'd call it a success if …"""

import re

from extract.aims.way import about_people, among, is_a_thing, rest_of
from extract.anycase import AnyCase
from extract.clauses import Sentence
from extract.grammar import grammar, wordset
from extract.text import Text

_IS = re.compile(
    # "the point of it all", "what matters to us"
    r"(?: (?:of|for|to|behind|here|with|this|that|in|we|i|it|all|time|now|really|on)\b[^.;:!?=,]{0,40}?)?"
    r"(?: ?(?:=|:) ?| - | (?:is|are|being|would be|has to be|has always been|remains|will be)\b(?: ?:)? )"
    r"(?:(?:simply|just|really|simple|still|not only|only|clear|very simple|pretty simple|mainly|partly)[:,]? )?"
    r"(?:(?:to|that|for|if|when)\b )?\s*",
    re.IGNORECASE,
)
_MANY = 50  # what is counted by so many is an effect, not a thing to be made
_DICTATED = 300  # a sentence this long has no signs
_FAR = 60  # a goal that is named deep in a sentence is another sentence's
# Words that begin other sentences too: people, a measure or an achievement has to follow.
_LOOSE = re.compile(
    r"^(?:.*\bidea|reason|point|task|challenge|priority|dream|win|outcome|result|hope|theory|bet|wish|desire|thinking.*"
    r"|job|job is|main thing|big thing|it in a nutshell|what .*|all i .*|all we .*|only thing .*|intention|ambition|kpi"
    r"|mission|goals?|aims?|objectives?|purpose|intent|aspiration|prize|prayer|upshot|target|long game)$"
)
_PLAIN = re.compile(r"^(?:.*\b(?:goals?|aims?|objectives?|purpose|mission|ambition|kpi|intent|aspiration))$")

# "What I long for is that …", "What we're at, truly, is getting …", "The one thing we pray for is …"
_CLEFT = AnyCase(
    r"\b(?:what|all|the (?:one |only |main |big |real )?thing(?: that)?) "
    r"(?:i|we|they|he|she|(?:the|our|my) [a-z-]{3,20})(?:'re|'m|'d|'s| are| am| is| would| do)?"
    r"(?: (?:really|actually|most|mostly|truly|only|just|ever|secretly|all|ultimately|honestly)){0,2} "
    r"(?:long(?:s|ing)? for|pray(?:s|ing)? for|hop(?:e|es|ing)(?: for| to see| to get)?|dream(?:s|ing)? (?:of|about)"
    r"|wish(?:es|ing)?(?: for)?|crave|pursue|aim(?:s|ing)? (?:for|at)|seek(?:s|ing)?|look(?:s|ing)? for|care about"
    r"|at|after|want(?:s|ed)?|need(?:s|ed)?|like|love|fight(?:ing)? for|work(?:ing)? (?:for|towards)|driv(?:e|ing) at"
    r"|getting at|trying to (?:do|achieve)|ask(?:s|ing)?(?: for)?)(?: to (?:see|get|have|achieve|do))?"
    r"(?: (?:from|with|by|of|for|out of) [^,.;:!?]{2,30}?)?(?:, [a-z ]{3,20},)? ?(?:is|are|would be|will be|:|=) "
    r"(?:(?:simply|just|really|only) )?(?:(?:that|to|for|if|when) )?(?=\w)"
)
_OF = re.compile(r" of (?=[a-z]+ing\b)", re.IGNORECASE)
_IF = re.compile(
    r"(?P<if>(?:and |so |but )?if )[^?!]{8,120}?\b(?:i|we|that|i'll|we'll|i'd|we'd|that'd|that's|it's)\b[^.?!]{0,30}"
    r"\b(?:stoked|happy|delighted|thrilled|over the moon|chuffed|made up|a win|job done|enough|worth it|satisfied"
    r"|smiling|content|pleased|a success|won|done our job|done its job|miracle|die happy|retire|sleep|on me|a pint"
    r"|champagne|dance|cry with joy|chuffed|ecstatic|elated|proud|relieved|call it|count it|consider it)\b",
    re.IGNORECASE,
)

_TO_US = re.compile(r" (?:to|for) (?:me|us)(?: (?:is|are|would be|means) | ?[:=] ?)(?:that |when |if )?", re.IGNORECASE)
_COMPARED = wordset("more fewer less higher lower bigger better faster stronger")
_US = wordset("us people them everyone everybody")  # "what I want is for us to look like the honest ones"


def begins(text: Text, sentence: Sentence) -> int | None:
    for term in text.terms_in(sentence, "goal"):
        if term.start - sentence.start > _FAR and len(sentence) < _DICTATED:
            return None
        copula = _IS.match(text.words, term.end, sentence.end)
        if copula is None:
            continue
        words = rest_of(text, sentence, copula.end())
        if len(words) < 2 or is_a_thing(text, words) or words[0].lower in ("not", "in", "on", "at"):
            continue
        named = text.words[term.start : term.end].lower()
        if _PLAIN.match(named) and not words[0].lower[0].isdigit():
            return copula.end()
        many = words[0].lower.replace(",", "").isdigit() and int(words[0].lower.replace(",", "")) >= _MANY
        first = words[0].lower
        compared = first in _COMPARED or (first in _US and words[1].lower == "to")
        if (
            not _LOOSE.match(named)
            or many
            or compared
            or about_people(text, words, 9)
            or among(text, words, 0, 2, "achieve")
        ):
            return copula.end()
    return None


def clefts(text: Text, sentence: Sentence) -> int | None:
    """What I long for is that a grandchild picks up a pencil."""
    cleft = _CLEFT.search(text.words, sentence.start, sentence.end)
    if cleft is None:
        return None
    words = rest_of(text, sentence, cleft.end())
    if len(words) < 3 or is_a_thing(text, words) or words[0].lower in ("not", "you", "your", "in", "on", "at"):
        return None
    told = (
        words[0].lower in _COMPARED | _US
        or words[0].lower.endswith("ing")
        or about_people(text, words, 9)
        or among(text, words, 0, 2, "achieve")
    )
    return cleft.end() if told else None


def gerunds(text: Text, sentence: Sentence) -> int | None:
    """With the aim of attracting …; in the hope of filling …"""
    for term in text.terms_in(sentence, "goal"):
        of = _OF.match(text.words, term.end, sentence.end)
        if of is not None:
            words = rest_of(text, sentence, of.end())
            if len(words) > 2 and words[0].lower.endswith("ing") and among(text, words, 0, 1, "achieve", "persuade"):
                return words[0].start
    return None


def succeeds(text: Text, sentence: Sentence) -> int | None:
    happy = _IF.match(text.words, sentence.start, sentence.end)
    if happy is not None:
        words = rest_of(text, sentence, happy.end("if"))
        told = about_people(text, words, 8) or (words[0].lower in _COMPARED or words[0].lower in grammar().numbers)
        return words[0].start if told and words[0].lower not in ("you", "i", "we", "it", "this") else None
    for term in text.terms_in(sentence, "success_if"):
        to_us = _TO_US.match(text.words, term.end, sentence.end)
        words = rest_of(text, sentence, to_us.end() if to_us else term.end)
        if len(words) < 3 or words[0].lower in ("you", "that", "this", "it", "we", "i"):
            continue
        if about_people(text, words, 6) or words[0].lower in _COMPARED:
            return words[0].start
    return None
