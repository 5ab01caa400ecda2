"""Things named in a row: where some of a series are asked for, so are the others, whole between commas."""

from collections.abc import Iterator, Sequence

from extract.asking import JOINTS, Place, Stand
from extract.grammar import grammar, wordset
from extract.noun_phrases import Article, NounPhrase
from extract.text import Text
from extract.tokens import Word
from extract.unmade import is_interim, may_be_made
from extract.value import value

_ASKING = ("want", "make", "list", "redo", "")
_AFTER = wordset(", . ; ! ? : and & + / ( ) - – plus also please pls too")
_TONGUES = wordset(
    "english french german spanish italian dutch polish portuguese swedish danish norwegian finnish russian arabic "
    "turkish somali chinese mandarin cantonese japanese korean hindi urdu punjabi bengali tamil telugu marathi "
    "gujarati vietnamese tagalog filipino malay welsh irish gaelic czech slovak hungarian romanian greek hebrew "
    "ukrainian swahili zulu xhosa"
)
_LINKS = wordset("and & + plus")


@value(frozen=True, slots=True)
class Judged:
    """A phrase, how it stands, and the rule by which it is asked for ("" where it is not)."""

    phrase: NounPhrase
    place: Place
    stand: str
    rule: str
    confidence: float


def _ruled(each: Judged, rule: str, confidence: float) -> Judged:
    return Judged(each.phrase, each.place, each.stand, rule, confidence)


def completed(text: Text, words: Sequence[Word], judged: Sequence[Judged]) -> Iterator[Judged]:
    """The phrases that stand for themselves; with what is asked for, the rest of the series it stands in."""
    inside = _inside(judged)
    for series in _series(words, judged, inside):
        asked = sum(bool(each.rule) for each in series)
        sure = asked > 0 or _is_plainly_asked(text, words, series)
        if _is_taken_care_of(words, series):
            yield from (_ruled(each, "", 0.0) for each in series)
            continue  # "posters and banners are done in the house"
        long = len(series) > 2 or any(words[each.phrase.first - 1].lower in _LINKS for each in series[1:])
        for each in series:
            if each.rule:
                yield each
            elif (
                sure
                and len(series) > 1
                and _belongs(
                    text,
                    words,
                    each,
                    long or each.place.mood == "list",
                    _has_a_tail(words, each.phrase, inside),
                )
            ):
                yield _ruled(each, "deliverable.series", 0.6)
            else:
                yield each


def _series(words: Sequence[Word], judged: Sequence[Judged], inside: set[int]) -> Iterator[list[Judged]]:
    run: list[Judged] = []
    for each in judged:
        if each.stand is Stand.INSIDE and not each.rule:
            continue
        if run and not _is_linked(words, run[-1].phrase, each.phrase, inside):
            yield run
            run = []
        run.append(each)
    if run:
        yield run


_CARED_FOR = wordset("done handled covered finished ready fine sorted supplied approved ours already in being")


def _is_taken_care_of(words: Sequence[Word], series: Sequence[Judged]) -> bool:
    last = series[-1].phrase.last
    after = [word.lower for word in words[last : last + 3]] + ["", ""]
    return after[0] in ("is", "are", "was", "were") and bool(_CARED_FOR.intersection(after[1:]))


def _has_a_tail(words: Sequence[Word], phrase: NounPhrase, inside: set[int]) -> bool:
    """ "Box graphics in three sizes and …": what follows may belong to the sizes."""
    position = phrase.first - 1
    while position >= 0 and words[position].lower in JOINTS:
        position -= 1
    return position in inside


def _is_linked(words: Sequence[Word], one: NounPhrase, other: NounPhrase, inside: set[int]) -> bool:
    """Only a comma or "and" stands between, or a tail before it: "a stamp for the bags, a card"."""
    between = list(range(one.last, other.first))
    if not between or words[between[-1]].lower not in JOINTS:
        return False
    while between and words[between[-1]].lower in JOINTS:
        between.pop()
    little = grammar()
    return all(
        n in inside
        or words[n].lower in little.prepositions
        or words[n].lower in little.units
        or words[n].lower in JOINTS
        or not words[n].lower[0].isalpha()
        for n in between
    ) and (not between or words[between[0]].lower in little.prepositions or not words[between[0]].lower[0].isalpha())


def _inside(judged: Sequence[Judged]) -> set[int]:
    """The words of what stands inside another."""
    return {n for each in judged if each.stand is Stand.INSIDE for n in range(each.phrase.first, each.phrase.last)}


def _is_plainly_asked(text: Text, words: Sequence[Word], series: Sequence[Judged]) -> bool:
    """ "We need cookie tin, greeting video": the first behind the cue, and most of them known."""
    first = series[0]
    if first.stand is not Stand.FOLLOWS or first.place.mood not in ("want", "make", "list") or first.place.theirs:
        return False
    if first.phrase.article is Article.DEFINITE or is_interim(text, words, first.phrase):
        return False
    known = [each for each in series if each.phrase.term is not None]
    return first.phrase.term is not None and 2 * len(known) >= len(series) > 1


def _belongs(text: Text, words: Sequence[Word], each: Judged, long: bool, tail: bool) -> bool:
    phrase = each.phrase
    if each.place.mood not in _ASKING or each.stand in (Stand.OBJECT, Stand.INSIDE):
        return False
    if is_interim(text, words, phrase) or phrase.head in grammar().formats:
        return False
    if phrase.head in grammar().units and (phrase.term is None or phrase.term.label != "deliverable"):
        return False
    after = words[phrase.last].lower if phrase.last < len(words) else "."
    if after not in _AFTER and after not in grammar().prepositions:
        return False
    if phrase.article is Article.DEFINITE:
        return phrase.term is not None and words[phrase.first].lower == "its"  # "a film and its teaser"
    if phrase.term is not None:
        return True
    if each.place.theirs or not may_be_made(words, phrase):
        return False
    if phrase.article is not Article.BARE:
        return long or not words[phrase.first].lower[0].isdigit()  # "a radio drama, 6 episodes"
    if tail or any(word.lower in _TONGUES for word in words[phrase.first : phrase.last]):
        return False
    if words[phrase.last - 1].lower in grammar().numbers or phrase.head.endswith("ed"):
        return False
    several = phrase.last - phrase.first > 1 or phrase.head.endswith("s")
    return long and words[phrase.first].lower[0].isalpha() and (several or each.place.mood == "list")
