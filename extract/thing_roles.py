"""By which rule a thing is asked for, and why it is not."""

from collections.abc import Sequence

from extract.asking import Place, Stand
from extract.counted import counted_after
from extract.grammar import grammar, wordset
from extract.noun_phrases import Article, NounPhrase
from extract.text import Text
from extract.tokens import Word
from extract.unmade import is_interim, may_be_made

# What may follow a thing that is named without a sentence around it: "Quarter page ad for the Herald please."
_AFTER_FRAGMENT = wordset(", . ; ! ? : and & + / ( - for please pls x × too certainly plus with")


def rule_of(
    text: Text, words: Sequence[Word], phrase: NounPhrase, before: NounPhrase | None, place: Place, stand: str
) -> tuple[str, float]:
    """The rule by which the phrase is asked for and how sure that is; no rule where it is not."""
    mood = place.mood
    known = phrase.term is not None
    strong = phrase.term is not None and phrase.term.label == "deliverable"
    if phrase.article is Article.BARE and phrase.head in grammar().units and not strong:
        return "", 0.0  # "a brochure, 16 pages"
    if words[phrase.first].lower in ("no", "every") and phrase.quantity is None:
        return "", 0.0  # "no invented characters"
    if mood in ("drop", "have", "past", "content") or is_interim(text, words, phrase):
        return "", 0.0
    if mood == "swap" and stand is not Stand.FOLLOWS:
        swapped_in = strong and phrase.last < len(words) and words[phrase.last].lower == "in"
        return ("deliverable.asked", 0.7) if swapped_in else ("", 0.0)  # "swap the postcard in for the hanger"
    if _is_an_infinitive(words, phrase):
        return "", 0.0
    if (
        phrase.term is not None
        and phrase.term.id == "event"
        and phrase.first
        and words[phrase.first - 1].lower == "for"
    ):
        return "", 0.0  # "it's for a launch event"
    counted = phrase.article in (Article.INDEFINITE, Article.LOOSE) or (
        counted_after([word.lower for word in words[phrase.last : phrase.last + 3]])[0] is not None
    )
    governed = stand is Stand.FOLLOWS or (place.asked and stand is not Stand.OBJECT)
    if phrase.article is Article.DEFINITE:
        after = words[phrase.last].lower if phrase.last < len(words) else "."
        if strong and is_to_be_done(words, phrase, governed=mood in ("make", "want") and governed):
            return "deliverable.redone", 0.7
        if known and stand is Stand.OPENS and _is_only_that(words, phrase):
            return "deliverable.fragment", 0.6
        if mood == "list" and stand in (Stand.OPENS, Stand.JOINS) and known and after not in grammar().auxiliaries:
            return "deliverable.listed", 0.75
        if mood in ("make", "want") and strong and governed and not place.theirs and _stands_alone(words, phrase):
            return "deliverable.asked", 0.7
        again = mood in ("redo", "list") or (strong and words[phrase.first + 1].lower == "same")
        return ("deliverable.redone", 0.7) if known and governed and again else ("", 0.0)
    whole = phrase.article is not Article.BARE or known or len(words) <= 6
    if mood == "list" and ((stand is Stand.OPENS and whole) or (stand is Stand.JOINS and (known or counted))):
        return "deliverable.listed", 0.9 if known else 0.75
    if mood and governed and (strong or (known and counted)):
        return "deliverable.asked", 0.9
    if mood and known and stand is Stand.FOLLOWS and phrase.head.endswith("s"):
        return "deliverable.asked", 0.75
    if (
        mood in ("want", "make", "list")
        and known
        and place.asked
        and stand is Stand.JOINS
        and phrase.head.endswith("s")
    ):
        return "deliverable.joined", 0.7
    if mood and governed and counted and _ends_well(words, phrase):
        if mood in ("make", "list"):
            return "deliverable.asked", 0.6
        if mood == "want" and stand is Stand.FOLLOWS and not place.theirs and may_be_made(words, phrase):
            return "deliverable.asked", 0.6
        if before is not None and before.term is not None and may_be_made(words, phrase):
            return "deliverable.joined", 0.6
    if place.asked and stand is Stand.JOINS and (strong or (known and counted)):
        return "deliverable.joined", 0.75
    if not strong:
        plain = known and counted and stand is Stand.OPENS and phrase.last < len(words)
        plain = plain and (
            words[phrase.last].lower in ("needed", "required", "wanted", "please", "pls")
            or (phrase.article is Article.INDEFINITE and _is_no_sentence(words, phrase))
        )
        if plain and words[phrase.last].lower not in ("needed", "required", "wanted", "please", "pls"):
            return "deliverable.fragment", 0.6
        return ("deliverable.fragment", 0.7) if plain else ("", 0.0)  # "three new labels needed"
    if stand is Stand.OPENS and _is_fragment(words, phrase, counted):
        return "deliverable.fragment", 0.8
    if stand is Stand.OPENS and phrase.last + 1 == len(words) and words[-1].lower == ".":
        return "deliverable.fragment", 0.6  # "Web banner."
    if counted and not _is_aside(words, phrase, place):
        return "deliverable.named", 0.65
    return "", 0.0


def why_none(text: Text, words: Sequence[Word], phrase: NounPhrase, place: Place) -> str:
    if is_interim(text, words, phrase):
        return "a hand-over on the way, no thing to be made"
    if place.mood in _MOODS:
        return _MOODS[place.mood]
    return "the thing is there already" if phrase.article is Article.DEFINITE else "not asked for"


_MOODS = {
    "drop": "it is to be left out",
    "have": "they have it already",
    "past": "it was made before",
    "content": "it is what another thing shows",
    "swap": "something else comes in its place",
}


def _is_an_infinitive(words: Sequence[Word], phrase: NounPhrase) -> bool:
    """ "We'd like to invite you", "we want to film in May"."""
    alone = phrase.article is Article.BARE and phrase.last - phrase.first == 1
    return alone and phrase.first > 0 and words[phrase.first - 1].lower == "to" and not phrase.head.endswith("s")


_ASIDE = wordset(
    "if when whenever unless whether until before after while because since that which who whose where was were "
    "had did ago has have he she his her like than belongs contains shows says looks saw seen once every ever"
)


def _is_aside(words: Sequence[Word], phrase: NounPhrase, place: Place) -> bool:
    """Whether the phrase stands in a condition, in a memory, or in what somebody else does."""
    since = [word.lower for word in words[: phrase.first] if word.start >= place.reached]
    lead = since[-1] if since else ""
    after = words[phrase.last].lower if phrase.last < len(words) else ""
    if after in ("is", "are", "was", "were", "has", "have", "had", "did", "does", "went", "came", "ran", "that's"):
        return True
    return (
        bool(_ASIDE.intersection(since))
        or lead.endswith(("ed", "ing"))
        or lead in ("use", "carry", "include", "show", "contain", "not")
    )


def _ends_well(words: Sequence[Word], phrase: NounPhrase) -> bool:
    """Whether the phrase is whole: a sign or a little word follows, not "of"."""
    if len(phrase.head) < 3 or not phrase.head[0].isalpha():
        return False
    after = words[phrase.last].lower if phrase.last < len(words) else "."
    return after != "of" and after not in grammar().auxiliaries and after not in grammar().pronouns


def _stands_alone(words: Sequence[Word], phrase: NounPhrase) -> bool:
    """ "Please make the roadside banner and …", not "make the logo bigger"."""
    after = words[phrase.last].lower if phrase.last < len(words) else "."
    return after in (".", ",", "!", "?", "and", "for", "&", "again", "now", "please", "too")


_DOING = wordset(
    "redoing remaking redesigning designing rebuilding building rewriting writing refreshing reworking updating "
    "redrawing drawing reprinting reshooting shooting relaunching replacing translating overhauling modernising "
    "printing modernizing revamping rebranding retouching re-doing re-designing re-writing re-printing sprucing doing"
)
_DONE = wordset(
    "redone remade redesigned designed rebuilt built rewritten written refreshed reworked redrawn drawn reprinted "
    "printed reshot relaunched replaced translated overhauled modernised modernized revamped rebranded made done "
    "produced created illustrated animated typeset re-done re-designed re-written re-printed adapted"
)
_REDOING = wordset(
    "redesign refresh rework rewrite redo makeover facelift overhaul revamp reprint rebuild relaunch remake face-lift "
    "redraw reshoot design"
)
_PEOPLE = wordset("us me him her them our my his their the a your")
_MUST = (["to", "be"], ["must", "be"], ["should", "be"], ["has", "to", "be"], ["have", "to", "be"], ["is", "to", "be"],
         ["are", "to", "be"], ["will", "need"], ["needs"], ["need"], ["needs", "to", "be"], ["need", "to", "be"],
         ["could", "do", "with"], ["wants"], ["requires"], ["require"], ["is", "due"], ["are", "due"])  # fmt: skip


def is_to_be_done(words: Sequence[Word], phrase: NounPhrase, *, governed: bool) -> bool:
    """ "Our menu needs redoing", "we'd like the tags redone", "the site is due a refresh", "it must be built"."""
    after = [word.lower for word in words[phrase.last : phrase.last + 7]] + [""] * 5
    if governed and after[0] in _DONE and after[1] not in ("by", "in", "for", "last", "ago"):
        return True
    for lead in _MUST:
        if after[: len(lead)] != lead:
            continue
        rest = after[len(lead) :]
        if rest[0] in ("a", "some", "complete", "total"):
            rest = rest[1:]
            rest = rest[1:] if rest[0] in ("complete", "total", "full", "proper", "new", "bit") else rest
            if rest[0] in _REDOING and rest[1] != "for":
                return True
        elif (rest[0] in _DOING and lead[-1] != "be") or (rest[0] in _DONE and lead[-1] == "be"):
            return rest[1] not in ("on", "as", "with", "up") and (rest[1] != "by" or rest[2] not in _PEOPLE)
    return False


def _is_only_that(words: Sequence[Word], phrase: NounPhrase) -> bool:
    """ "Just the poster this time", "only the cover, please"."""
    before = [word.lower for word in words[: phrase.first]]
    after = [word.lower for word in words[phrase.last : phrase.last + 2]] + ["", ""]
    only = bool(before) and before[-1] in ("just", "only", "again")
    return only and (after[0] in ("please", "pls", ".", "") or after[1] in ("please", "pls", "time", "round", "no"))


def _is_no_sentence(words: Sequence[Word], phrase: NounPhrase) -> bool:
    """ "A race card and four silks.", "So a wrap for the food truck": no verb in it."""
    little = grammar()
    after = words[phrase.last].lower
    if after not in (".", ",", "and", "&", "+", "for"):
        return False
    rest = [word.lower for word in words[phrase.last :]]
    return not any(word in little.auxiliaries or word in little.verbs or word in little.pronouns for word in rest)


def _is_fragment(words: Sequence[Word], phrase: NounPhrase, counted: bool) -> bool:
    after = words[phrase.last].lower if phrase.last < len(words) else "."
    if after in ("would", "wanted", "needed", "required", "please", "pls"):
        return True
    rest = [word.lower for word in words[phrase.last :]]
    if any(word in grammar().auxiliaries for word in rest[: rest.index(",") if "," in rest else len(rest)]):
        return False
    if counted:
        return after in _AFTER_FRAGMENT or after in grammar().prepositions
    if phrase.head.endswith("s"):
        return after in _AFTER_FRAGMENT
    return after in ("please", "pls", "for")
