"""We want people to …; I'd settle for forty families; I hope the exhibition persuades …"""

import re

from extract.aims.way import among, is_a_thing, people_among, rest_of
from extract.anycase import AnyCase
from extract.clauses import Sentence
from extract.grammar import grammar, wordset
from extract.noun_phrases import first_noun_phrase
from extract.text import Text
from extract.tokens import Word

_SKIPPED = re.compile(r"\s*(?:to see |to have |to get |for |more of |(?P<that>that ))?(?:also )?", re.IGNORECASE)
# What a place or a thing is to become: "I should like the midweek trains fuller", "we want every seat taken".
_BECOMES = wordset("fuller busier full busy packed filled booked taken rented occupied sold gone noisier livelier")
_DONE = wordset("completed sold filled booked taken signed returned downloaded rented adopted finished")
_DREAMS = wordset("queue waitlist sell-out")  # "dreaming of a queue out the door"
_BEYOND = wordset("over above past beyond to at")
_FRESH = wordset("more fewer new younger fresh older")
_KNOWN_AS = AnyCase(
    r"\b(?:want|wants|would like|'d like|'d love|need|hope|aim) (?:us |the brand |our brand |our name )?to "
    r"(?P<be>(?:be|become) (?:known|seen|recogni[sz]ed|perceived|remembered|the first|the go-to|a household|number one"
    r"|top of mind|the place|the name|the one))\b",
)
_NOBODY = wordset("you it this that to your me us him her them i we")
_HOPE = AnyCase(
    r"\b(?:hope|hopes|hoping|hoped|hopefully|sana|fingers crossed|with (?:any |a bit of |some )?luck|god willing)\b,?"
    r"(?: is)?(?: that)?\s",
)
_IN_PICTURE = AnyCase(r"\bin (?:the|our|any|every) (?:photos?|pictures?|films?|videos?|ads?|shots?|images?)\b")
_BACK = wordset("back up in through over there talking coming")
_WORK = wordset("the this it these our they that")
_WILL = wordset("will can might would to see feel get could")


def begins(text: Text, sentence: Sentence) -> int | None:
    for term in text.terms_in(sentence, "wish"):
        skipped = _SKIPPED.match(text.words, term.end, sentence.end)
        words = rest_of(text, sentence, skipped.end() if skipped else term.end)
        if len(words) < 3 or words[0].lower in _NOBODY or (is_a_thing(text, words) and not _is_done(words)):
            continue
        if _IN_PICTURE.search(text.words, sentence.start, sentence.end):
            continue
        if _is_effect(text, words) or (
            ((skipped and skipped["that"]) or text.words[term.start : term.end].lower().endswith("time"))
            and people_among(text, words, 0, 5)
        ):
            return words[0].start  # "I want that cooks fry with it", "it's high time the young ones found us"
    known = _KNOWN_AS.search(text.words, sentence.start, sentence.end)
    return known.start("be") if known else None


def _is_done(words: tuple[Word, ...]) -> bool:
    """ "8,000 completed trails": things, but what is counted is that somebody does them."""
    return words[0].lower[0].isdigit() and bool(_DONE.intersection(word.lower for word in words[1:3]))


def _is_effect(text: Text, words: tuple[Word, ...]) -> bool:
    lower = [word.lower for word in words]
    if lower[:3] == ["there", "to", "be"] or lower[0] in ("seeing", "having"):
        return people_among(text, words, 1, 7)  # "there to be thirty volunteers", "seeing someone with our can"
    if among(text, words, 0, 1, "achieve") and (among(text, words, 1, 6, "audience", "metric") or "more" in lower[1:3]):
        return True  # "this is about getting renters to …", "we want sell more"
    if lower[0].endswith("ing") and among(text, words, 0, 1, "persuade"):
        return True  # "it's about filling the Sunday service"
    if _BECOMES.intersection(lower[2:7]) and grammar().is_determiner(lower[0]):
        return True
    phrase = first_noun_phrase(text, words, ("deliverable",))
    if phrase is None or phrase.first > 0:
        return False
    quantity = phrase.quantity or 0
    people = people_among(text, words, 0, 6)
    measured = among(text, words, 0, 6, "metric")
    acts = "to" in lower[1:] or any(word.endswith("ing") for word in lower[1:4]) or bool(_BACK.intersection(lower[1:6]))
    if lower[0] in ("a", "an"):
        if _DREAMS.intersection(lower[1:4]):
            return True
        if lower[1] not in grammar().numbers:  # "an audience under fifty"; not: "a member of staff"
            return people_among(text, words, 1, 4) and "of" not in lower[2:5]
        quantity = max(quantity, 10)
    if people and (acts or measured or quantity > 4 or lower[0] in _FRESH):
        return True
    if measured and _BEYOND.intersection(lower[1:5]) and any(word[0].isdigit() for word in lower[2:7]):
        return True  # "membership over 900 again"
    return measured and (quantity > 0 or "more" in lower[:3] or "fewer" in lower[:3] or acts)


def hopes(text: Text, sentence: Sentence) -> int | None:
    hope = _HOPE.search(text.words, sentence.start, sentence.end)
    if hope is None:
        return None
    words = rest_of(text, sentence, hope.end())
    if len(words) < 3:
        return None
    first = words[0].lower
    if first == "to":
        return (
            words[1].start
            if among(text, words, 1, 2, "achieve") and among(text, words, 1, 9, "audience", "metric")
            else None
        )
    if first in ("you", "you're", "your", "i", "we", "all", "everyone", "everybody") and not among(
        text, words, 1, 4, "achieve"
    ):
        return None
    for index in range(1, min(7, len(words))):
        if among(text, words, index, index + 1, "persuade"):
            return words[index].start if first in _WORK else words[0].start
        if among(text, words, index, index + 1, "achieve") and among(
            text, words, index, index + 9, "audience", "metric"
        ):
            return words[index].start if first in _WORK else words[0].start
    people = people_among(text, words, 0, 4)
    does = _WILL.intersection(word.lower for word in words) or among(text, words, 1, 5, "feeling")
    return words[0].start if people and does else None
