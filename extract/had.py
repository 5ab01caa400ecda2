"""What they have, sell, run or had made already: it is told of them, and nobody asks for it."""

from collections.abc import Sequence

from extract.asking import Stand
from extract.grammar import grammar, wordset
from extract.series import Judged
from extract.tokens import Word

_BETWEEN = wordset("also already only just still now currently both even since")
_LEFT_OPEN = wordset(
    "mind need needs needed require requires required want wants wanted wish please pls kindly left missing "
    "planned plan down instead due"
)
_LINKS = wordset(", and & or plus")
_ENDS = wordset(", ; . ! ? and but so")
_MONEY = wordset("$ £ € k grand quid budget")


def had_ones(words: Sequence[Word], judged: Sequence[Judged]) -> frozenset[int]:
    """Which of the phrases of a sentence, by their number: the banners and the lectern of "the venue has two banners
    and a lectern", not "we have three designs in mind"."""
    if not any(each.place.mood in ("have", "past") for each in judged):
        return frozenset()
    had: set[int] = set()
    for index, each in enumerate(judged):
        if each.place.mood not in ("have", "past") or each.rule or each.stand not in (Stand.FOLLOWS, Stand.JOINS):
            continue
        if each.stand is Stand.FOLLOWS:
            plain = _is_right_behind(words, each) and not _is_left_open(words, each)
        else:
            before = next((n for n in range(index - 1, -1, -1) if judged[n].stand is not Stand.INSIDE), index)
            linked = words[each.phrase.first - 1].lower in _LINKS and judged[before].phrase.term is not None
            plain = before in had and linked and not _is_left_open(words, each)
        if plain:
            had.add(index)
    return frozenset(had)


def _is_right_behind(words: Sequence[Word], each: Judged) -> bool:
    between = [word.lower for word in words[: each.phrase.first] if word.start >= each.place.reached]
    return words[each.phrase.first].lower != "no" and all(word in _BETWEEN for word in between)


def _is_left_open(words: Sequence[Word], each: Judged) -> bool:
    """What is had is to be spent, or still to be done: "we have two signs to make", "all we have for a poster"."""
    if not _MONEY.isdisjoint(word.lower for word in words):
        return True
    for place in range(each.phrase.last, len(words)):
        word = words[place].lower
        if word in _ENDS:
            return False
        if word in _LEFT_OPEN:
            return True
        if word == "to" and place + 1 < len(words) and words[place + 1].lower in grammar().verbs:
            return True
    return False
