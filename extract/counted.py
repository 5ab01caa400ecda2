"""How many of a thing are wanted where the number stands behind it, and the size that follows."""

import re
from collections.abc import Sequence

from extract.clauses import Sentence
from extract.grammar import grammar, wordset
from extract.text import Text

_HEDGES = wordset("say about around maybe roughly perhaps approx approximately circa like probably ideally")
_BE = (["to", "be"], ["should", "be"], ["must", "be"], ["will", "be"], ["becomes"], ["become"], ["shall", "be"])
_ENDS = wordset(". , ; ! ? ) instead rather not now and please")
_OF_THEM = wordset("pcs nos off total designs versions variants stations images pictures photos shots sites positions")
_NOT_ALL = wordset("in with should must will are have has had to at on showing without can need need which were that")
_SHORT = 9  # words of a sentence that says a number
_TAIL = 7  # words of "for the staff" between a thing and its number


def counted_after(after: Sequence[str], *, bare: bool = False) -> tuple[int | None, int]:
    """The number behind: "menu boards, 2 of them", "posters x 3", "posters (4)"; of a `bare` noun also further on."""
    words = [*after, "", "", "", ""]
    number = grammar().numbers
    skip = 1 if words[0] in (",", "-", ":", "(") else 0
    if words[skip] in ("x", "×") and words[skip + 1].isdigit():
        return int(words[skip + 1]), skip + 2
    value = _value(words[skip])
    of_them = words[skip + 1] == "of" and words[skip + 2] in ("them", "those", "these", "each")
    if value is not None and of_them and words[skip + 3] in _NOT_ALL:
        return None, 0  # "ads, two of them in Irish"
    if value is not None and of_them:
        return value, skip + 3
    if value is not None and skip and words[0] == "(" and words[2] == ")":
        return value, 3
    for place in range(len(after) - 2):  # "some posters, make it four"
        if (
            words[place] in ("make", "call")
            and words[place + 1] in ("it", "that", "them")
            and words[place + 2] in number
        ):
            return number[words[place + 2]], place + 3
    pieces = _pieces(words)
    return pieces if pieces[1] else _counted_far(words, len(after)) if bare else (None, 0)


_NUMBERS = wordset("numbers nos no pcs pc off pieces")
_FROM_THERE = ("", *_ENDS, "at", "in", "for", "on", "one", "and", "&", "-", "(")


def _pieces(words: Sequence[str]) -> tuple[int | None, int]:
    """ "Hoarding two numbers", "standees 4 nos": as they count in India, whatever the noun."""
    value = _value(words[0])
    counts = value is not None and words[1] in _NUMBERS and words[2] in _FROM_THERE
    return (value, 2) if counts else (None, 0)


_COUNTING = (
    ["i", "count"], ["we", "count"], ["i", "counted"], ["we", "counted"], ["that", "'s"], ["that's"], ["that", "makes"],
    ["which", "makes"], ["makes"], ["making"], ["there", "are"], ["there", "will", "be"], ["i", "make", "it"],
    ["we", "make", "it"], ["i", "think"], ["i", "believe"], ["i", "reckon"], ["we", "reckon"], ["in", "all"],
    ["we", "need"], ["i", "need"], ["we'd", "need"],
)  # fmt: skip
_IN_ALL = (["in", "all"], ["in", "total"], ["all", "told"], ["all", "in"], ["altogether"], ["total"], ["or", "so"])
_CLOSES = ("", ".", ",", ";", "!", "?", ")", "and", "&", "of", "please", "in", "-", "–")


def _said_aside(rest: Sequence[str]) -> int | None:
    """ "Plot signs, I count fourteen", "rink boards, eleven in all", "photos, a dozen or so"."""
    for lead in _COUNTING:
        if list(rest[1 : 1 + len(lead)]) == lead:
            value = _value(rest[1 + len(lead)])
            return value if value is not None and value > 1 and rest[2 + len(lead)] in _CLOSES else None
    words = ["12", *rest[3:]] if rest[1:3] == ["a", "dozen"] else list(rest[1:])
    value = _value(words[0])
    if value is None or value < 2:
        return None
    return value if any(list(words[1 : 1 + len(all_)]) == all_ for all_ in _IN_ALL) else None


def counted_next(words: Sequence[str]) -> int | None:
    """What a sentence of little more than a number says of the things before it: "Menus! Twelve of them, please."."""
    said = [*words, "", "", ""]
    skip = 1 if said[0] in _HEDGES else 0
    if said[skip : skip + 2] == ["a", "dozen"]:
        return 12
    value = _value(said[skip])
    if value is None or value < 2 or len(words) > _SHORT:
        return None
    behind = said[skip + 1 :]
    if behind[0] == "of":
        return value if behind[1].lstrip("'’") in _THEM and behind[2] not in _NOT_ALL else None
    if behind[0] in _PIECES and behind[1] in ("", *_ENDS):
        return value
    return value if behind[0] in ("", *_ENDS, "this") or behind[:2] in _IN_ALL else None


def _counted_far(words: Sequence[str], many: int) -> tuple[int | None, int]:
    """ "Caps for the staff (12)", "pictures of the inn, 20 or so", "signs, say a dozen", "reels to be 6"."""
    little = grammar()
    for be in _BE:
        value = _value(words[len(be)]) if list(words[: len(be)]) == be else None
        if value is not None and (words[len(be) + 1] or ".") in _ENDS:
            return value, 0
    tail = 0
    if words[0] in little.prepositions:
        tail = next((n for n in range(min(many, _TAIL)) if words[n] in ("(", ",", ".", ";")), 0)
        if not tail:
            return None, 0
    rest = list(words[tail:])
    value = _value(rest[1])
    if rest[0] == "(" and value is not None and (rest[2] == ")" or (rest[3] == ")" and rest[2] in _OF_THEM)):
        return value, 0
    if rest[0] == "," and value is not None and rest[2:4] == ["or", "so"]:
        return value, 0
    if rest[0] in (",", "-", "–", "(", ":") and (aside := _said_aside(rest)) is not None:
        return aside, 0
    if rest[0] == "," and rest[1] in _HEDGES:
        value = 12 if rest[2:4] == ["a", "dozen"] else _value(rest[2])
        if value is not None and (rest[3] in ("", "dozen", *_ENDS)):
            return value, 0
    return None, 0


_THEM = wordset("them those these em")
_BRINGS = wordset(", ( : - – like say about maybe around again please pls")
_PIECES = wordset("pcs pc nos no off pieces numbers designs versions variants variations kinds types")


def counted_apart(after: Sequence[str]) -> tuple[int | None, int]:
    """Further behind, before any other thing: "corflutes for the auction, 10 of them", "standees, 4 nos"."""
    words = [*after, "", "", "", "", ""]
    for place in range(len(after)):
        if words[place] in (".", ";", "!", "?"):
            break
        lead = words[place - 1] if place else ","
        if lead not in _BRINGS:
            continue
        skip = words[place] in ("x", "×")
        value = _value(words[place + skip])
        if value is None or value < 2:
            continue
        if skip and place == 0:
            continue  # "posters x 3" is nearer
        behind = place + skip + 1
        if words[behind] == "of" and words[behind + 1].lstrip("'’") in _THEM:
            return (value, behind + 2) if words[behind + 2] not in _NOT_ALL else (None, 0)
        if words[behind] == "of" and words[behind + 1] in ("'", "’") and words[behind + 2] in _THEM:
            return value, behind + 3
        if words[behind] in _PIECES and words[behind + 1] in ("", *_ENDS, "and", "&", "-", "("):
            return value, behind + 1
        if lead == "(" and words[behind : behind + 3] == ["to", "start", "with"]:
            return value, behind + 3
    return None, 0


def each_of(after: Sequence[str]) -> int | None:
    """ "A sticker for each of the three bins": as many as there are of those."""
    words = [*after, "", "", "", "", "", ""]
    if list(words[:2]) != ["for", "each"]:
        return None
    rest = words[2:]
    if rest[0] == "of":
        rest = rest[2:] if rest[1] in grammar().definite else rest[1:]
        return _value(rest[0])
    return None


def _value(word: str) -> int | None:
    return int(word) if word.isdigit() and len(word) < 6 else grammar().numbers.get(word)


_SIZE = re.compile(
    r"\s?\([^()\n]{0,30}\d[^()\n]{0,30}\)|,\s?\d{1,4}\s?[x×]\s?\d{1,4}(?:\s?(?:mm|cm|px|in|ft))?\b|,\s?A\d\b"
)


def past_sizes(text: Text, sentence: Sentence, end: int) -> int:
    """Past a size in brackets or behind a comma: "12 ads (1080x1350)", "4 ads, 1200x627"."""
    size = _SIZE.match(text.words, end, sentence.end)
    return size.end() if size else end
