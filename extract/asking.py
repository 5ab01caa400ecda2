"""How the words before a thing ask for it: cues of wanting and of not wanting, and how the thing stands behind them."""

from collections.abc import Iterable, Sequence
from typing import Final

from extract.clauses import Sentence
from extract.grammar import grammar, wordset
from extract.noun_phrases import Article, NounPhrase
from extract.term import Term
from extract.text import Text
from extract.tokens import Word
from extract.value import value

# Words that may stand between "need" and what is needed.
_FILLERS = wordset(
    "you to us me from your help with have get see is are be by for the following : basically just also maybe "
    "possibly please now really of at least up as simply then about another - ( our own urgently kindly therefore "
    "still only instead quickly hereby"
)
JOINTS = wordset(", and or & + / plus : - – ; also then maybe possibly perhaps ideally please so")
_OPENERS = wordset(
    "and also plus oh so then yes yep yeah maybe perhaps ok okay lastly finally secondly first firstly second third "
    "next please pls just only ideally possibly right well thirdly , - ( : & again wanted needed necessary required "
    "kindly urgently instead now"
)
_VERBS_AFTER = wordset(
    "to please pls plz you we i and can could just also us kindly then : they lets let's urgently team people guys "
    "studio folks someone anyone somebody anybody lot"
)


class Stand:
    """How a phrase stands in its sentence; no `Enum`, as `Article` is none."""

    OPENS: Final = "opens"  # first, or behind and/also/so
    FOLLOWS: Final = "follows"  # behind a cue, with nothing but fillers between
    JOINS: Final = "joins"  # behind a comma, and, plus
    OBJECT: Final = "object"  # behind some other verb
    INSIDE: Final = "inside"  # behind a preposition, or joined to a phrase that is


@value(frozen=True, slots=True)
class Place:
    """What the words before a phrase made of it: `mood` is the last cue's, `reached` where that ended.

    Moods that ask: "want" (we need), "make" (design us), "redo" (refresh), "list" (under a heading), "swap" (the radio
    for …). Moods that do not: "drop" (lose), "have" (we have), "past" (last year), "content" (the map on the brochure).
    """

    mood: str
    reached: int
    asked: bool  # something was asked for since
    inside: bool = False
    theirs: bool = False  # somebody else's wish, or none for sure
    said: str = ""  # the words of the last cue: "we sell" is another having than "we have"


def cues_of(text: Text, sentence: Sentence) -> list[Term]:
    """Words of asking and of not asking, in order; of overlapping ones the longest."""
    found = text.terms.within(sentence.body, sentence.end, ("ask", "unask"))
    if len(found) < 2:
        return list(found)
    terms = sorted(found, key=lambda term: (term.start, -term.end))
    kept: list[Term] = []
    for term in terms:
        if not kept or term.start >= kept[-1].end:
            kept.append(term)
        elif len(term) > len(kept[-1]):
            kept[-1] = term
    return kept


def verbs_of(words: Sequence[Word], cues: Iterable[Term]) -> frozenset[int]:
    """The words of verbs that could be nouns too: "design" in "please design two posters"."""
    verbs = set()
    for cue in cues:
        if cue.id not in ("make", "redo", "want"):
            continue
        for index, word in enumerate(words):
            if cue.start <= word.start and word.end <= cue.end:
                before = words[index - 1].lower if index else "and"
                if before in _VERBS_AFTER or cue.start < word.start:
                    verbs.add(index)
    return frozenset(verbs)


def is_in_a_name(words: Sequence[Word], phrases: Iterable[NounPhrase], cue: Term) -> bool:
    """The film of "one 2-minute film" is no verb."""
    return any(
        words[p.first].start <= cue.start and cue.end <= words[p.last - 1].end and (p.term or p.last - p.first > 1)
        for p in phrases
    )


def is_inventory(words: Sequence[Word], phrases: Sequence[NounPhrase]) -> bool:
    """ "Name, logo and the can for three flavours.": things between commas and no sentence around them."""
    little = grammar()
    named = [phrase for phrase in phrases if phrase.first == 0 or words[phrase.first - 1].lower in JOINTS]
    known = [phrase for phrase in named if phrase.term is not None]
    if (
        len(known) < 2
        or 2 * len(known) < len(named)
        or not any(p.term and p.term.label == "deliverable" for p in known)
    ):
        return False
    inside = {n for phrase in phrases for n in range(phrase.first, phrase.last)}
    outside = [word.lower for n, word in enumerate(words) if n not in inside and word.lower not in _POLITE]
    return not any(word in little.auxiliaries or word in little.pronouns or word in little.verbs for word in outside)


def past_the_colon(place: Place, words: Sequence[Word], phrases: Sequence[NounPhrase], index: int) -> Place:
    """ "So let's go: a statement, a holding page and a Q&A": behind the colon things are listed, whatever led there."""
    first = phrases[index].first
    if not first or words[first - 1].lower != ":" or place.mood in ("list", "content"):
        return place
    before = [word.lower for word in words[: first - 1]]
    rest = phrases[index:]
    named = [phrase for phrase in rest if words[phrase.first - 1].lower in JOINTS]
    known = [phrase for phrase in named if phrase.term is not None]
    little = grammar()
    inside = {n for phrase in rest for n in range(phrase.first, phrase.last)}
    outside = [
        word.lower for n, word in enumerate(words) if n >= first and n not in inside and word.lower not in _POLITE
    ]
    if (
        2 * len(known) < len(named)
        or not any(phrase.article is not Article.BARE or len(known) > 1 for phrase in known)
        or any(word in little.auxiliaries or word in little.pronouns or word in little.verbs for word in outside)
        or _UNLISTED.intersection(before)
        or ("instead" not in before and any(p.article is Article.DEFINITE and p.term for p in phrases[:index]))
    ):
        return place
    return Place("list", words[first - 1].end, asked=False)


def in_its_stead(place: Place, words: Sequence[Word], phrases: Sequence[NounPhrase], index: int) -> Place:
    """ "Instead of four posters we wish six", "instead of the recipe, a giveaway post"."""
    phrase = phrases[index]
    if place.mood != "drop":
        return place
    said = [n for n, word in enumerate(words) if word.end <= place.reached][-2:]
    if [words[n].lower for n in said] not in (["instead", "of"], ["rather", "than"]):
        return place
    leads = words[said[0] - 1].lower if said[0] else "."
    dropped = any(words[each.first].start >= place.reached for each in phrases[:index])
    between = words[phrase.first - 1].lower
    if (leads[0].isalpha() and leads not in grammar().conjunctions) or not dropped or between in ("and", "or", "&"):
        return place
    if phrase.article not in (Article.INDEFINITE, Article.LOOSE):
        return place
    return Place("want", words[phrase.first - 1].end, asked=False)


def is_beside(words: Sequence[Word], phrase: NounPhrase, before: NounPhrase | None, place: Place) -> bool:
    """ "A sign for the door and appointment cards": what is made does not stand beside a door."""
    if before is None or phrase.term is None or phrase.term.label != "deliverable" or not place.asked:
        return False
    return (
        before.term is None and before.last == phrase.first - 1 and words[phrase.first - 1].lower in ("and", "&", "+")
    )


def is_raised(words: Sequence[Word], phrase: NounPhrase) -> bool:
    """ "Bring it from two to three mesh banners"."""
    lead = [word.lower for word in words[max(0, phrase.first - 4) : phrase.first]]
    counts = len(lead) > 2 and lead[-1] == "to" and "from" in lead
    return counts and (lead[-2] in grammar().numbers or lead[-2].isdigit()) and (phrase.quantity or 0) > 1


def is_paid_for(words: Sequence[Word], phrase: NounPhrase, place: Place) -> bool:
    """ "The board voted $800 for a mirror cling": money for one more thing asks for it, money spent does not."""
    if not phrase.first or words[phrase.first - 1].lower != "for":
        return False
    if phrase.article is not Article.INDEFINITE or phrase.term is None:
        return False
    before = [word.lower for word in words[: phrase.first]]
    money = any(word[0].isdigit() or word in MONEY for word in before[-5:-1])
    return money and place.mood not in ("drop", "past", "content") and not _SPENT.intersection(before)


_POLITE = wordset("please pls plz kindly wanted needed required necessary thanks thx cheers ta")
_UNLISTED = wordset(
    "not no never without except excluding says say reads read copy text message headline line must avoid only have "
    "already attached supplied provided scope seen saw last previous example examples like love"
)
MONEY = wordset(
    "$ £ € dollars pounds euros quid grand bucks francs kronor crowns rupees pesos yen rand k hundred thousand"
)
_SPENT = wordset(
    "spent paid pay pays cost costs charged charge charges bought price prices invoice quoted quote sells was were"
)


def moved_on(place: Place, cues: list[Term], words: Sequence[Word], before: Sequence[NounPhrase], start: int) -> Place:
    for cue in cues:
        if place.reached <= cue.start and cue.end <= start:
            wish_dropped = place.mood == "drop" and cue.id == "want" and cue.start - place.reached < 6
            mood = "drop" if wish_dropped or _is_denied(words, cue) else cue.id  # "disregard my request for the menus"
            if mood == "make" and _is_our_doing(words, cue):
                mood = "have"
            if mood == "have" and _is_suggested(words, cue):
                mood = "want"
            if mood == "want" and _says_what_is_in_it(words, before, cue):
                mood = "content"
            said = " ".join(word.lower for word in words if cue.start <= word.start and word.end <= cue.end)
            place = Place(mood, cue.end, asked=False, theirs=_is_theirs(words, cue), said=said)
    return place


def _is_theirs(words: Sequence[Word], cue: Term) -> bool:
    """Somebody else's wish ("comms want"), or words that only may be one: "it's a cliché", "we're doing a gose"."""
    if cue.id != "want":
        return False
    said = [word.lower for word in words if cue.start <= word.start and word.end <= cue.end]
    if said[-1] not in _WISHES or (len(said) == 1 and said[0] in ("wants", "needs", "asks", "requires")):
        return True
    if len(said) != 1:
        return False
    before = [word.lower for word in words if word.end <= cue.start]
    lead = before[-1] if before else ","
    return lead[0].isalpha() and not grammar().is_little(lead) and lead not in _SELF


_WISHES = wordset(
    "need needed needing want wanting require like love prefer appreciate welcome for after with have get seek seeking "
    "wish desire over handle request requesting lack ask propose order ordering missing on you obtain commission is are"
)
_SELF = wordset("also then still now we'll i'll we'd i'd really just only therefore hence")


def _is_our_doing(words: Sequence[Word], cue: Term) -> bool:
    """ "We print a podcast" says what they do; "could we do", "we would make" and "we add" ask."""
    before = [word.lower for word in words if word.end <= cue.start]
    if any(word.lower in ("add", "adding") for word in words if cue.start <= word.start and word.end <= cue.end):
        return False
    asks = len(before) > 1 and (
        before[-2] in grammar().auxiliaries or before[-2] in ("that", "if", "when", "suggest", "so")
    )
    return bool(before) and before[-1] in ("we", "i") and not asks


def _is_suggested(words: Sequence[Word], cue: Term) -> bool:
    """ "Could we run a radio ad", not "we run a café"."""
    said = [word.lower for word in words if cue.start <= word.start and word.end <= cue.end]
    before = [word.lower for word in words if word.end <= cue.start][-1:]
    return (
        len(said) > 1
        and said[0] in ("we", "i", "they")
        and said[1] not in ("have", "had", "got")
        and any(word in ("can", "could", "should", "may", "might", "shall", "would", "let") for word in before)
    )


def _is_denied(words: Sequence[Word], cue: Term) -> bool:
    """ "Nobody will give me a calendar", "we can't make films"."""
    before = [word.lower for word in words if word.end <= cue.start][-4:]
    return bool({"nobody", "none", "never", "neither"}.intersection(before)) or (
        bool(before)
        and before[-1] in ("not", "can't", "cannot", "won't", "never", "couldn't", "didn't", "doesn't", "don't")
    )


def _says_what_is_in_it(words: Sequence[Word], before: Sequence[NounPhrase], cue: Term) -> bool:
    """ "The brochure needs a map", "each ad should have a coupon": what is on a thing is not made apart from it."""
    if cue.id != "want":
        return False
    subject = next((phrase for phrase in reversed(before) if words[phrase.last - 1].end <= cue.start), None)
    if subject is None or subject.term is None or subject.article is not Article.DEFINITE:
        return False
    return all(
        word.lower.split("'")[0].split("’")[0] not in ("we", "i", "you")
        for word in words[subject.last :]
        if word.end <= cue.start
    )


def stand_of(words: Sequence[Word], phrase: NounPhrase, place: Place) -> str:
    lead = words[phrase.first - 1].lower if phrase.first else ""
    if all(word.lower in _OPENERS for word in words[: phrase.first]):
        return Stand.OPENS
    if place.reached and _follows(words, phrase.first, place.reached):
        return Stand.OBJECT if place.mood == "swap" else Stand.FOLLOWS
    if place.mood == "swap" and lead in ("for", "with", "to"):
        return Stand.FOLLOWS
    if lead in JOINTS:
        if place.inside and phrase.article is Article.BARE and lead in ("and", "or", "&", "/"):
            return Stand.INSIDE  # "for schools and libraries"
        return Stand.JOINS
    if lead in grammar().prepositions or lead in grammar().conjunctions or lead.endswith("ed") or lead == "'":
        return Stand.INSIDE
    return Stand.OBJECT


def _follows(words: Sequence[Word], first: int, reached: int) -> bool:
    """Whether nothing but fillers stands between the cue that ended at `reached` and the phrase."""
    for word in reversed(words[:first]):
        if word.end <= reached:
            return True
        if word.lower not in _FILLERS:
            return False
    return False
