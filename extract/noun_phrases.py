"""Noun phrases of a stretch of text: how many of what, found by the little words around them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from extract.grammar import Grammar, grammar, wordset
from extract.lengths import length_in
from extract.span import Span
from extract.term import Term
from extract.text import Text
from extract.tokens import Word
from extract.value import value


class Article:
    """No `Enum`: a member of one is looked up in four times the time, and each word of a mail asks for some."""

    INDEFINITE: Final = "indefinite"  # a, another, a number
    LOOSE: Final = "loose"  # some, several
    DEFINITE: Final = "definite"  # the, our, no
    BARE: Final = "bare"


@value(frozen=True, slots=True)
class NounPhrase:
    """`words[first:last]`, with its article and number; `name` is the part without them and without measures.

    `quantity` is None where no number is given; `term` the longest known thing that ends where the phrase ends.
    """

    first: int
    last: int
    article: str
    quantity: int | None
    name: Span
    head: str
    term: Term | None


def words_in(text: Text, span: Span) -> tuple[Word, ...]:
    """The words that stand whole in `span`."""
    return text.tokens.within(span.start, span.end)


def noun_phrases(
    text: Text, words: Sequence[Word], labels: tuple[str, ...], verbs: frozenset[int] = frozenset()
) -> list[NounPhrase]:
    """All of them, left to right; things are looked up under `labels`, the words at `verbs` are in none."""
    return list(_each(text, words, labels, verbs))


def first_noun_phrase(text: Text, words: Sequence[Word], labels: tuple[str, ...]) -> NounPhrase | None:
    """The leftmost: where only that one tells, the others are not worked out."""
    return next(_each(text, words, labels, frozenset()), None)


def _each(text: Text, words: Sequence[Word], labels: tuple[str, ...], verbs: frozenset[int]) -> Iterator[NounPhrase]:
    if not words:
        return
    known = _known(text, words, labels)
    stops = verbs | _new_lines(text, words)
    position = noun = 0
    little = grammar()
    outside, openers, end = little.outside, little.openers, len(words)
    while position < end:
        if position not in known:
            word = words[position].lower
            if word in outside or (word not in openers and not _belongs(words, position, little)):
                position += 1  # as many words are: neither a phrase's article nor its noun
                continue
        if noun < position:
            noun = position
        while noun < end and noun not in known and not words[noun].lower[0].isalpha():
            noun += 1
        if noun - position >= _MOST_WORDS:  # a row of signs, or of figures: no phrase begins so far before its noun
            position = noun - _MOST_WORDS + 1 if noun < end else noun
            continue
        phrase = None if position in verbs else _phrase(words, position, known, stops, little)
        if phrase is None:
            position += 1
        else:
            phrase = _of_how_many(words, phrase, known, stops, little)
            yield phrase
            position = phrase.last


_SETS = wordset("series set suite pack batch bundle collection range sequence flow family")
_SOME = wordset("family batch bundle set suite range")  # "a small family of illustrations"
_LONGEST_ARTICLE = 12  # words; in a row of numbers each would be looked at from each one before it
_MOST_WORDS = 60  # signs are words too; without an end a row of quotation marks is looked through from each of them
_DEGREES = wordset("really very quite pretty rather truly super fairly")
_THOSE = ("those", "these", "them")
_Known = dict[int, tuple[int, Term]]  # where a thing's name begins: where it ends, and the thing


def _of_how_many(
    words: Sequence[Word], phrase: NounPhrase, known: _Known, stops: frozenset[int], little: Grammar
) -> NounPhrase:
    """ "A welcome series of five emails" is five emails, as "a series of five emails" is."""
    if phrase.head not in _SETS or phrase.article is not Article.INDEFINITE or (phrase.quantity or 1) > 1:
        return phrase
    if phrase.last + 2 >= len(words) or words[phrase.last].lower != "of" or phrase.last + 1 in stops:
        return phrase
    each = _phrase(words, phrase.last + 1, known, stops, little)
    if each is None or each.term is None or each.article is Article.DEFINITE:
        return phrase
    if (each.quantity or 0) < 2 and (phrase.head not in _SOME or phrase.term is not None):
        return phrase
    return replace(each, first=phrase.first)


def _known(text: Text, words: Sequence[Word], labels: tuple[str, ...]) -> _Known:
    known: _Known = {}
    terms = text.terms_between(words[0].start, words[-1].end, *labels)
    if not terms:
        return known
    starts = {word.start: index for index, word in enumerate(words)}
    ends = {word.end: index + 1 for index, word in enumerate(words)}
    for term in terms:
        first, last = starts.get(term.start), ends.get(term.end)
        if first is not None and last is not None and (first not in known or known[first][0] < last):
            known[first] = (last, term)
    return known


def _new_lines(text: Text, words: Sequence[Word]) -> frozenset[int]:
    """Where a line begins that carries a label: the "Budget" of "Pieces: flyer, takeover\\nBudget: $6,400"."""
    if "\n" not in text.words[words[0].start : words[-1].end]:
        return frozenset()  # as in most sentences
    return frozenset(
        n
        for n in range(1, len(words))
        if "\n" in text.words[words[n - 1].end : words[n].start] and any(word.lower == ":" for word in words[n : n + 5])
    )


def _phrase(
    words: Sequence[Word], first: int, known: _Known, stops: frozenset[int], little: Grammar
) -> NounPhrase | None:
    article, quantity, position = _article(words, first, little)
    if article is not Article.BARE and position + 1 < len(words) and words[position].lower in _DEGREES:
        position += 1  # "a really good ad"
    begins = position
    term: Term | None = None
    end = position
    stop = min(len(words), first + _MOST_WORDS)
    while position < stop:
        word = words[position].lower
        if position > first and position in stops:
            break
        if term is not None and (word in _HOW_MUCH or (position in known and word in little.numbers)):
            break  # "a trailer max one minute", "a handout one sheet"
        if term is not None and word in _TOOK and position + 1 < len(words) and words[position + 1].lower in _FROM:
            break  # "a film cut from what we have"
        if term is not None and word in _PEOPLE and position + 1 < len(words) and words[position + 1].lower in _MAY:
            break  # "a letter parents can forward"
        if term is not None and word == "n":
            break  # "a poster n 3 reels"
        if position in known and not _measures(words, position, known[position][0], little):
            if article is Article.BARE and known[position][0] == position + 1 and little.is_little(word):
                break  # "can you …" is no can
            position, term = known[position]
            end = position
            continue
        if term is not None and (word.endswith(("ing", "ed", "ly")) or not word[0].isalpha()):
            break  # "a poster showing …", "posters 24x36"
        if term is not None and _is_of_what_kind(words, position, little):
            break
        if position == begins and _is_a_noun_here(words, position, article, little):
            position += 1
            continue
        if not _belongs(words, position, little) or (position > begins and word in little.numbers):
            break
        position += 1
        if word[0].isalpha() and word != "x":
            end, term = position, None
    spot = length_in(words, first, begins, position) if quantity is not None and term is None else None
    if spot is not None:
        return NounPhrase(first, spot.last, article, spot.quantity or quantity, spot.name, spot.head, spot.term)
    if end == begins:
        return None
    name = Span(words[_past_measures(words, begins, end, known, little)].start, words[end - 1].end)
    return NounPhrase(first, end, article, quantity, name, words[end - 1].lower, term)


_HOW_MUCH = wordset("max maximum min minimum approx approximately circa ca")
_TOOK = wordset("cut shot made drawn built set lit hung spun")
_FROM = wordset("from out to down on in of for by")
_PEOPLE = wordset(
    "people parents guests kids children visitors customers members staff families students pupils teachers drivers "
    "mothers fathers locals readers volunteers patients shoppers users fans buyers tenants folk folks "
    "neighbours neighbors"
)
_MAY = wordset("can could will would may might must should")
_SIZES = ("size", "format", "portrait", "landscape")


def _is_of_what_kind(words: Sequence[Word], position: int, little: Grammar) -> bool:
    """The size behind a thing: "poster B2 size", "flyer DL", not "poster A3 version"."""
    sheet = words[position].lower in ("a", "b") and position + 1 < len(words) and _glued(words, position)
    if not sheet or not words[position + 1].lower.isdigit():
        return False
    after = position + 2
    return after >= len(words) or words[after].lower in _SIZES or not _belongs(words, after, little)


_ADVERBS = ("still", "live", "back", "first", "last")  # "three still images", "a back cover"


def _is_a_noun_here(words: Sequence[Word], position: int, article: str, little: Grammar) -> bool:
    """The launch of "a launch poster": behind an article and before another noun a verb is none."""
    return (
        article is not Article.BARE
        and (words[position].lower in little.verbs or words[position].lower in _ADVERBS)
        and not (words[position - 1].lower == "one" and words[position].lower.endswith("s"))  # "one wants billboards"
        and position + 1 < len(words)
        and words[position + 1].lower[0].isalpha()
        and _belongs(words, position + 1, little)
    )


_SECONDS = ('"', "”", "''", "″")
_APOSTROPHES = ("'", "’")


def _belongs(words: Sequence[Word], position: int, little: Grammar) -> bool:
    """Whether the word can stand before a noun or be one: no little word, no sign but those of measures."""
    word = words[position].lower
    if word in ("x", "by"):
        return position > 0 and words[position - 1].lower[0].isdigit() and position + 1 < len(words)
    if word[0].isalpha():
        return word not in little.apart
    if word[0].isdigit():
        return True
    if position + 1 < len(words) and position and words[position - 1].end == words[position].start:
        if word in _SECONDS and words[position - 1].lower.isdigit():
            return words[position + 1].lower[0].isalpha()  # a 30" film
        if word in _APOSTROPHES and words[position - 1].lower.endswith("s"):
            return _belongs(words, position + 1, little)  # "a kids' sheet"
    return word in "x×:/-\"'&#" and position + 1 < len(words) and words[position + 1].start == words[position].end


def _article(words: Sequence[Word], first: int, little: Grammar) -> tuple[str, int | None, int]:
    """The article, the number and where the rest begins: "a set of six", "two (2)", "3 x", "some of those"."""
    article: str = Article.BARE
    quantity, position = None, first
    stop = min(len(words), first + _LONGEST_ARTICLE)
    while position < stop:
        word = words[position].lower
        if not (word in little.openers or word[0].isdigit() or (quantity and word in _KINDS)):
            break  # as most words do
        following = words[position + 1].lower if position + 1 < len(words) else ""
        if word == "no" and following in ("fewer", "less") and position + 2 < len(words):
            position += 3  # "no fewer than eight"
        elif word in little.collectives and following == "of" and article is not Article.BARE:
            quantity, position = little.collectives[word] or None, position + 2
        elif quantity and word in _KINDS and following == "of" and not _is_known_one(words, position + 2, little):
            position += 2  # "three formats of poster"
        elif word == "half" and following in ("a", "dozen"):
            article, quantity, position = Article.INDEFINITE, 6, position + (3 if following == "a" else 2)
        elif word in ("couple", "dozen") and article is Article.INDEFINITE:
            quantity, position = little.collectives[word], position + 1
        elif word == "of" and article is Article.LOOSE:
            position += 1
        elif word == "one" and following == "of" and position + 2 < len(words) and words[position + 2].lower in _THOSE:
            article, quantity, position = Article.INDEFINITE, 1, position + 3
        elif word in little.indefinite and not (word == "one" and following == "of") and not _glued(words, position):
            # "another two posters", "one more poster"
            article = article if article is Article.DEFINITE else Article.INDEFINITE
            quantity, position = 1, _past_repeat(words, position + 1)
        elif word in little.loose:
            article, position = (Article.LOOSE if article is Article.BARE else article), position + 1
        elif word == "the" and following == "one" and position and words[position - 1].lower in ("just", "only"):
            article, quantity, position = Article.INDEFINITE, 1, position + 2  # "just the one label"
        elif word in little.definite:
            article, position = (Article.DEFINITE if article is Article.BARE else article), position + 1
        elif (number := _number(words, position, little)) is not None:
            article, position = (Article.INDEFINITE if article is Article.BARE else article), position + 1
            quantity = number
            position = _past_repeat(words, position)
        else:
            break
    return article, quantity, position


_YEARS = frozenset(map(str, range(1990, 2050)))
_KINDS = wordset("formats sizes designs kinds types styles")


def _is_known_one(words: Sequence[Word], position: int, little: Grammar) -> bool:
    return position >= len(words) or little.is_determiner(words[position].lower)


def _number(words: Sequence[Word], position: int, little: Grammar) -> int | None:
    """A number that counts: not the 30 of ":30" or "30-second", not the 24 of "24x36", not a code."""
    word = words[position]
    after = words[position + 1] if position + 1 < len(words) else None
    touching = after is not None and after.start == word.end
    if word.lower in little.numbers and not (touching and after is not None and after.lower == "-"):
        measures = after is not None and after.lower in little.units and after.lower not in ("x", "by")
        if measures and not _shots(words, position):
            return None
        return little.numbers[word.lower]
    digits = word.lower.replace(",", "")
    if not digits.isdigit() or len(digits) > 6:
        return None
    before = words[position - 1] if position else None
    if before is not None and word.lower in _YEARS and before.lower in little.definite | little.indefinite:
        return None  # "the 2027 catalog"
    if before is not None and before.end == word.start and before.lower not in "(\"'":
        return None
    if after is None:
        return None
    if after.lower in ("x", "×"):
        return int(digits) if _counts(words, position) else None
    if touching and after.lower != ")":
        return None
    if after.lower in little.units and not _shots(words, position):
        return None
    return int(digits)


def _shots(words: Sequence[Word], position: int) -> bool:
    """The pack of "twelve pack shots" is no unit."""
    return [word.lower for word in words[position + 1 : position + 3]] in (["pack", "shots"], ["pack", "designs"])


def _glued(words: Sequence[Word], position: int) -> bool:
    """The A of "A5" is no article."""
    return position + 1 < len(words) and words[position + 1].start == words[position].end


def _counts(words: Sequence[Word], position: int) -> bool:
    """ "3 x posters" and "2 x 30s" count; "24 x 36" and "728x90" measure."""
    if position + 2 >= len(words):
        return False
    second = words[position + 2]
    if not second.lower[0].isdigit():
        return second.lower[0].isalpha()
    unit = words[position + 3].lower if position + 3 < len(words) else ""
    return unit in ("s", "sec", "secs", "second", "seconds", "min", "minute", "-", '"', "x")


def _measures(words: Sequence[Word], first: int, last: int, little: Grammar) -> bool:
    """The page of "24-page" and the pack of "6-pack" are units where a noun follows."""
    if words[first].lower not in little.units or last - first > 1 or not first or last >= len(words):
        return False
    before = words[first - 2] if words[first - 1].lower == "-" and first > 1 else words[first - 1]
    return before.lower[0].isdigit() and _belongs(words, last, little)


def _past_repeat(words: Sequence[Word], position: int) -> int:
    """Past the figure that repeats a word, "two (2)", and past the "x" of "3 x"."""
    shape = [word.lower for word in words[position : position + 3]]
    if len(shape) == 3 and shape[0] == "(" and shape[1].isdigit() and shape[2] == ")":
        return position + 3
    if shape and shape[0] in ("x", "×", "nos", "no", "pcs", "copies"):
        return position + (2 if shape[1:2] == ["."] else 1)
    return position


def _past_measures(words: Sequence[Word], first: int, end: int, known: _Known, little: Grammar) -> int:
    """Where the name begins: past ":30", "12 oz", "8-page", "full-wrap", "printed"."""
    position = first
    while position < end - 1:
        if position in known and not _measures(words, position, known[position][0], little):
            break
        word = words[position].lower
        parts = word.split("-")
        measure = (
            not word[0].isalpha()
            or word in little.units
            or word in little.formats
            or (len(parts) > 1 and (parts[0] in little.numbers or parts[-1] in little.units))
        )
        if not measure:
            break
        position += 1
    return position
