"""Which words stand around a value, and how near: what roles are decided from."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from extract.anycase import AnyCase
from extract.clauses import Sentence
from extract.span import Span, at
from extract.term import Term
from extract.text import Text
from extract.value import value

# Where a sentence turns without a sign: "I had 28k penciled in but finance trimmed that".
_TURN = AnyCase(
    r"\s(?=(?:but|so|because|cos|coz|cuz|'?cause|since|although|though|while|whereas|unless|otherwise|yet|instead\sof|rather\sthan|as\sopposed\sto)\s"
    r"|and\s(?:I|we|you|he|she|they|it|the|then|that|there|please|can|my|our|ends|closes)\b"
    r"|as\s(?:the|our|we|they|he|she)\s(?<!same\sas\sthe\s)(?<!same\sas\sour\s)"
    r"|as\s(?!it\b|soon\b|that\b|this\b|long\b)[\w'-]+\s(?:is|are|was|has|goes|leaves|starts|will)\s(?<!same\sas\s))"
)
# A short month's full stop that also ends the sentence: "withdrawn on 12 Jan. Layouts on Friday."
_MONTH_ENDS = re.compile(r"\d\s(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.\s(?=[A-Z][a-z])")


# A row of a table that was taken for the end of the one before it.
_NEW_LABEL = re.compile(r"\n[ \t]*(?=[^\W\d_][^\n:]{0,30}:\s)")
_ONE_MORE = re.compile(
    r"and\s(?:the|my|our)\s[\w'-]+(?:\s(?!\w+(?:s|ed)\s)[\w'-]+)?\s(?:by|from|before|until|till|on|for|through)\s(?:the\s)?",
    re.IGNORECASE,
)
_PLACED = re.compile(r"\b(?:at|in|on|for|to|with|from|between)\s(?:(?:the|our|my|an?)\s)?[\w'-]+(?:\s[\w'-]+)?\s$")
_REACH = 300
_NO_NAME = re.compile(
    r"(?:on|by|is|at|say|maybe|so|then|to|for|until|till|from|in|not|only|now|about|around|roughly|perhaps|preferably|"
    r"ideally|like|please|pls|and|or|the|i|we|it|just|possibly|probably|actually|up|max|this|next|before|after)$",
    re.IGNORECASE,
)
_SHORT = 48
_ANY_WORD, _TWO_WORDS = re.compile(r"\w+"), re.compile(r"\w\W+\w")


@value(frozen=True, slots=True)
class Scene:
    """The sentence a value stands in, cut at every turn; `here` is the index of the value's own stretch."""

    sentence: Sentence
    stretches: tuple[Span, ...]
    here: int

    @property
    def own(self) -> Span:
        return self.stretches[self.here]


def scene(text: Text, value: Span) -> Scene | None:
    """None where the value stands outside every sentence (an ornament, a label); worked out once."""
    place = value.start, value.end
    if place not in text.scenes:
        text.scenes[place] = _scene(text, value)
    return text.scenes[place]


def _scene(text: Text, value: Span) -> Scene | None:
    sentence = at(text.layout.sentences, value.start)
    if sentence is None:
        return _scene_of_label(text, value)
    stretches = tuple(_stretches(text, sentence, value))
    here = next((i for i, stretch in enumerate(stretches) if stretch.start <= value.start < stretch.end), None)
    return None if here is None else Scene(sentence, stretches, here)


def _scene_of_label(text: Text, value: Span) -> Scene | None:
    """A value in a row's label: "95k total: 75k production"."""
    following = text.layout.sentences[bisect_left(text.layout.sentences, value.start, key=lambda one: one.start) :][:1]
    if not following:
        return None
    label = following[0].block.labelled
    if label is None or not label.start <= value.start < label.end:
        return None
    return Scene(following[0], (label, *_stretches(text, following[0], value)), 0)


def _stretches(text: Text, sentence: Sentence, value: Span) -> Iterator[Span]:
    """Clauses, cut at turns; none ends inside the value."""
    # A sentence may be a megabyte long: what stands far away says nothing.
    begins = max(sentence.start, value.start - _REACH)
    # "Vom 3. bis 10. August im Urlaub": a figure's full stop within the value ends no sentence.
    last = at(text.layout.sentences, value.end - 1) if value.end > sentence.end else None
    ends = min(last.end if last is not None else sentence.end, value.end + _REACH)
    edges = [begins]
    for clause in text.clauses_in(Span(begins, ends)):
        # What stands before a colon names what stands behind it; a bare value belongs to what stands before it.
        if clause.joint != ":" and not (
            clause.start <= value.start < clause.end and _is_bare(text.words, clause, value)
        ):
            edges.append(clause.start)
        edges += [
            turn.end()
            for turn in _TURN.finditer(text.words, max(clause.start, begins), min(clause.end, ends))
            if not _is_joined(text.words, turn.end(), value)
        ]
    edges += [turn.end() for turn in _MONTH_ENDS.finditer(text.words, begins, ends)]
    edges += [turn.end() for turn in _NEW_LABEL.finditer(text.words, begins, ends)]
    edges.sort()
    inner = [edge for edge in dict.fromkeys(edges) if not value.start < edge < value.end]
    for start, end in pairwise([*inner, ends]):
        if start < end:
            yield Span(start, end)


def _is_joined(words: str, place: int, value: Span) -> bool:
    """ "Up at the dairy and the library by the 2nd": one more place of the same kind, and no sentence behind it."""
    if place >= value.start or _ONE_MORE.fullmatch(words, place, value.start) is None:
        return False
    return _PLACED.search(words, max(0, place - _SHORT), place) is not None


def _is_bare(words: str, clause: Span, value: Span) -> bool:
    others = words[clause.start : max(clause.start, value.start)] + " " + words[min(value.end, clause.end) : clause.end]
    if _TWO_WORDS.search(others):
        return False
    said = _ANY_WORD.search(others)
    # "Draft 10 March; final 20 March": a name before the value is its own.
    named = _ANY_WORD.match(words[clause.start : max(clause.start, value.start)].strip()) is not None
    return said is None or not named or _NO_NAME.match(said[0]) is not None


def label_of(around: Scene) -> Span:
    """Where the label of the value's row stands ("Budget" in a table); empty where there is none."""
    return around.sentence.block.labelled or Span(around.sentence.start, around.sentence.start)


def heading_of(around: Scene) -> Span:
    """The heading the value stands under; empty where there is none, or a whole sentence leads in."""
    under = around.sentence.block.under
    return under if under is not None and len(under) <= _SHORT else Span(around.sentence.start, around.sentence.start)


def dominant(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Without those that stand inside a longer one: "paid media" is not "paid"."""
    kept: list[Term] = []
    reach = -1
    for term in terms:  # sorted by start, the longest first
        if term.end > reach or any(term.start == other.start and term.end == other.end for other in kept[-3:]):
            kept.append(term)
            reach = max(reach, term.end)
    return tuple(kept)
