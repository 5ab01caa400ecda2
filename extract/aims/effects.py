"""It has to convince …; a mailer to remind patients …; help us sell out …; so that more families come."""

import re

from extract.aims.way import about_people, among, is_a_thing, people_among, rest_of
from extract.anycase import AnyCase
from extract.clauses import Sentence
from extract.grammar import grammar, wordset
from extract.text import Text
from extract.tokens import Word

_TO = re.compile(
    r"\b(?:to|must|should|will|can|could|that|which|let it|let this|let them|helps? us|let's|let us|and) (?=[a-z])",
    re.IGNORECASE,
)
# Of "we want to reach": the writer's own doing is an aim only where these stand before it.
_MEANT = AnyCase(
    r"(?:wants?|needs?|like|love|hopes?|hoping|aims?|aiming|trying|looking|keen|meant|designed|supposed|intended|order"
    r"|going|determined|desperate|here|has|have|had|exists|is|are|us|it|this|them|campaign|work|something|anything|way"
    r"|(?:poster|mailer|film|video|ad|flyer|leaflet|letter|email|spot|series|brochure|page|site|push|post|banner|piece)s?"
    r"),? $",
)
NEEDS_PEOPLE = wordset(
    "get gets getting bring brings make makes turn turns let lets help helps move moves change show tell have "
    "stop stops keep keeps"
)
_FIRST = ("", "mainly", "mostly", "purely", "just", "simply", "basically", "really", "all", "this is", "it is", "it's")
_MOVES = wordset("to back into feel come think want try look see understand believe hungry proud aware reading")
_NOT_US = wordset("you my me us it this that in on sure")
ORDERS = wordset(
    "get make bring win drive persuade convince encourage remind raise grow fill increase boost attract recruit "
    "build help sell obtain secure reduce cut gain earn keep"
)
_MEASURING = wordset("drive raise grow increase boost obtain secure reduce gain")
_SHOULD = wordset("should must ought need needs has have")
_BREAKS = wordset(", ; : ( ) - and so but because that if when")
_EARLY = 8  # words before a modal that its subject may have
_SO = re.compile(r"\b(?:so that|so|in order that) (?=[a-z\d])", re.IGNORECASE)
_OURS = wordset("i we you our my no please it he she they")


def begins(text: Text, sentence: Sentence) -> int | None:
    for link in _TO.finditer(text.words, sentence.start, sentence.end):
        words = rest_of(text, sentence, link.end())
        said = link[0].lower().split()[-1]
        if (
            len(words) < 3
            or not (words[0].lower in NEEDS_PEOPLE or among(text, words, 0, 1, "achieve", "persuade"))
            or is_a_thing(text, words)
        ):
            continue
        strong = among(text, words, 0, 1, "persuade")
        if words[1].lower in _NOT_US or not (strong or words[1].lower == "more" or about_people(text, words, 10)):
            continue
        moved = strong and people_among(text, words, 1, 5)
        if (
            said == "to"
            and not moved
            and text.words[sentence.body : link.start()].strip().lower() not in _FIRST
            and not _MEANT.search(text.words[max(sentence.start, link.start() - 40) : link.start()])
        ):
            continue
        people = people_among(text, words, 1, 8) or words[1].lower == "more"  # "it should sell more vouchers"
        if not people and not (strong or said in ("to", "us", "let's")):
            continue
        if words[0].lower in NEEDS_PEOPLE and not strong and not _moves_people(text, words):
            continue
        if words[0].lower.startswith("reach") and not among(text, words, 1, 5, "audience"):
            continue  # "has to reach the printer"
        if said == "and" and not among(text, words, 1, 5, "audience"):
            continue
        return link.end()
    return None


def _moves_people(text: Text, words: tuple[Word, ...]) -> bool:
    """Get people to come, make commuters look up, move 22 units; not: get the files to the printer."""
    if words[0].lower.startswith("move"):
        return among(text, words, 1, 7, "metric")
    near = people_among(text, words, 1, 4) and len(words) > 4
    return near or (among(text, words, 1, 8, "audience") and bool(_MOVES.intersection(w.lower for w in words[1:10])))


def felt(text: Text, sentence: Sentence) -> int | None:
    """Readers should come away knowing …; customers ought to feel welcome; …, so guests must feel at home."""
    words = rest_of(text, sentence, sentence.body)
    for index in range(1, len(words) - 2):
        said, follow = words[index].lower, words[index + 1].lower
        if said not in _SHOULD or (said not in ("should", "must") and follow != "to"):
            continue
        after = index + (2 if follow == "to" else 1)
        first = _subject_of(words, index)
        people = first < index and (
            people_among(text, words, first, index) or (words[first].lower == "they" and _thinks(words, after))
        )
        if people and (among(text, words, after, after + 1, "feeling") or _understands(words, after)):
            return words[first].start
        if index < _EARLY:
            return None
    return None


def _subject_of(words: tuple[Word, ...], index: int) -> int:
    """Where the subject of the verb at `index` begins: behind the last sign or conjunction, a few words back."""
    first = max(0, index - _EARLY + 1)
    for place in range(index - 1, first - 1, -1):
        if words[place].lower in _BREAKS:
            return place + 1
    return first


def _thinks(words: tuple[Word, ...], after: int) -> bool:
    """ "They must come away thinking we are the calm ones": no things do."""
    return words[after].lower in ("think", "believe", "feel") or words[after + 1].lower in ("away", "thinking")


def _understands(words: tuple[Word, ...], after: int) -> bool:
    """ "Investors should get within one slide that we lift": no thing is got."""
    return words[after].lower in ("get", "grasp") and "that" in [word.lower for word in words[after + 1 : after + 7]]


def ordered(text: Text, sentence: Sentence) -> int | None:
    """Get people who bought once to come back."""
    words = rest_of(text, sentence, sentence.body)
    if (
        words
        and words[0].lower in ("help", "let", "please")
        and len(words) > 4
        and words[1].lower in ("us", "it", "this", "them")
    ):
        words = words[2:]
    if len(words) < 3 or words[0].lower not in ORDERS or words[1].lower in _NOT_US:
        return None
    far = 12 if words[0].lower in _MEASURING else 5  # "drive first-time use of the app among seafarers"
    people = people_among(text, words, 1, far)
    measured = among(text, words, 1, 6, "metric")
    if words[0].lower in ("get", "make", "bring"):
        return words[0].start if people and _MOVES.intersection(w.lower for w in words[1:12]) else None
    return words[0].start if (people or measured) and not is_a_thing(text, words[1:]) else None


def more(text: Text, sentence: Sentence) -> int | None:
    """More walk-ins on Tuesdays."""
    words = rest_of(text, sentence, sentence.body)
    if len(words) < 3 or words[0].lower not in ("more", "fewer", "less") or len(words) > 14:
        return None
    return (
        words[0].start
        if (among(text, words, 1, 4, "metric") or people_among(text, words, 1, 4)) and not is_a_thing(text, words[1:])
        else None
    )


def so_that(text: Text, sentence: Sentence) -> int | None:
    for link in _SO.finditer(text.words, sentence.start + 1, sentence.end):
        words = rest_of(text, sentence, link.end())
        if len(words) < 3 or not among(text, words, 0, 4, "audience") or _OURS.intersection(w.lower for w in words[:3]):
            continue
        if link[0].lower().strip() == "so" and not (
            words[0].lower in ("more", "that")
            or people_among(text, words, 0, 1 + grammar().is_determiner(words[0].lower))
        ):
            continue  # "so the regulars notice"
        return link.end()
    return None
