"""Films and radio spots named by their length alone: "two thirties", "a :60", "3x15s"."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.grammar import wordset
from extract.span import Span
from extract.term import Term
from extract.tokens import Word

_PLURALS = wordset("fives sixes tens fifteens twenties thirties forties forty-fives sixties nineties")
_WORDS = wordset("fifteen twenty thirty sixty")
_SECONDS = frozenset(map(str, (5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 45, 50, 60, 75, 90, 120)))
_UNITS = wordset('s sec secs second seconds " ” ″')
_TAIL = 2  # words of a length behind its figure: "s", "secs", the sign of seconds
_JOB = "video_edit"


@dataclass(frozen=True, slots=True)
class Length:
    """A spot up to `last`; `quantity` where the number before it was read as its length."""

    last: int
    name: Span
    head: str
    term: Term
    quantity: int | None = None


def length_in(words: Sequence[Word], first: int, begins: int, last: int) -> Length | None:
    """The length that a counted phrase is: `words[first:begins]` are its article and number, nothing is behind it."""
    if begins == last:
        said = begins - 1  # "a fifteen": the number is the thing
        plain = said == first + 1 and words[first].lower in ("a", "an") and words[said].lower in _WORDS
        return _length(words, said, begins, 1) if plain else None
    if words[begins].lower in _PLURALS:
        alone = last == begins + 1 and (last == len(words) or words[last].lower != "of")  # "tens of posters"
        return _length(words, begins, last) if alone else None
    figure = begins + (words[begins].lower == ":")
    if figure >= last or words[figure].lower not in _SECONDS or last - figure > _TAIL:
        return None
    tail = [word.lower for word in words[figure + 1 : last]]
    if not all(word in _UNITS for word in tail) or not (tail or figure > begins):
        return None
    return _length(words, begins, last)


def _length(words: Sequence[Word], first: int, last: int, quantity: int | None = None) -> Length:
    name = Span(words[first].start, words[last - 1].end)
    return Length(last, name, words[last - 1].lower, Term(name.start, name.end, "thing", _JOB), quantity)
