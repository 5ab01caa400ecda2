"""Pieces of a sentence that say one thing each: clauses cut again before "and don't", without openers and reasons."""

from collections.abc import Iterator, Sequence

from extract.clauses import Clause, Sentence
from extract.grammar import grammar, wordset
from extract.joints import joints_of
from extract.span import Span
from extract.text import Text
from extract.tokens import Word
from extract.value import value

# Said before a condition and no part of it.
OPENERS = wordset(
    "and but also oh so plus please pls plz however then first second third lastly finally again obviously "
    "honestly frankly naturally clearly ok okay well yes yep just really still now ps p.s. nb n.b. "
    "btw likewise thirdly secondly firstly furthermore moreover additionally , - : ( * & > ! otherwise meanwhile "
    "though kindly ideally lol hey hi n"
)
_LONG_OPENERS = (
    "in addition",
    "as ever",
    "as always",
    "as usual",
    "by the way",
    "of course",
    "one thing",
    "one more thing",
    "other thing",
    "heads up",
    "note that",
    "please note",
    "please note that",
    "remember that",
    "be aware that",
    "more importantly",
    "most importantly",
    "most of all",
    "above all",
    "last thing",
    "two things",
    "on top of that",
    "same as ever",
    "for the record",
    "to be clear",
    "in other words",
    "needless to say",
    "new rule",
    "as before",
    "i repeat",
    "and again",
    "at the same time",
    "in any case",
    "that said",
    "fair warning",
    "just so you know",
    "you know the drill",
    "last but not least",
    "i'm afraid",
    "just a reminder",
    "a reminder that",
    "for what it's worth",
    "if you can",
    "if possible",
    "where possible",
    "with that in mind",
    "either way",
    "any case",
    "or",
    "nor",
    "even so",
)
_MOST = 100  # pieces of a sentence; what is cut finer is no language
_OPEN = tuple(f"{opener} " for opener in _LONG_OPENERS)
_OPENING = OPENERS | {opener.split()[0] for opener in _LONG_OPENERS}  # any opener's first word
_SUBJECTS = wordset(
    "i we they he she it you i'm i've i'd i'll we're we've we'd we'll they're they've they'd they'll he's she's "
    "that's there's it's im ive"
)


@value(frozen=True, slots=True)
class Piece:
    """`joint` is the sign or word before it; `words` are without openers and not empty."""

    sentence: Sentence
    joint: str
    words: tuple[Word, ...]
    span: Span
    lower: str  # the words with one space between

    @classmethod
    def of(cls, sentence: Sentence, joint: str, words: tuple[Word, ...]) -> "Piece":
        lower = " ".join([word.lower for word in words])
        return cls(sentence, joint, words, Span(words[0].start, words[-1].end), lower)


def pieces_of(text: Text) -> list[list[Piece]]:
    """The pieces of each sentence, cut once for all rules."""
    if not text.cut:
        text.cut.extend(_pieces_of(text))
    return text.cut


def _pieces_of(text: Text) -> Iterator[list[Piece]]:
    by_sentence: dict[int, list[Clause]] = {}
    for clause in text.layout.clauses:
        by_sentence.setdefault(clause.sentence.start, []).append(clause)
    for clauses in by_sentence.values():
        sentence = clauses[0].sentence
        found: list[Piece] = []
        for clause in _with_brackets(text, clauses):
            if clause.end <= sentence.body and sentence.body > sentence.start:
                continue
            words = text.tokens.within(max(clause.start, sentence.body), clause.end)
            for part, joint in _parts(words, clause.joint if clause.start > sentence.body else ""):
                opened = _opened(part)
                if opened:
                    found.append(Piece.of(sentence, joint, opened))
        if len(found) > _MOST:
            text.left_out(
                f"Of a sentence of {len(found):,} parts only the first {_MOST} were read for conditions and aims."
            )
        if found:
            yield found[:_MOST]


def _with_brackets(text: Text, clauses: list[Clause]) -> Iterator[Clause]:
    """A bracket as one clause; where the sentence goes on behind it, all as one: "the APR (24.9%) has to be larger"."""
    index = 0
    while index < len(clauses):
        clause = clauses[index]
        if clause.joint == "(":
            last = _closed(text, clauses, index)
            yield Clause(clause.start, clauses[last].end, clause.sentence, "(")
            index = last + 1
            continue
        index += 1
        while index < len(clauses) and clauses[index].joint == "(":
            last = _closed(text, clauses, index)
            behind = clauses[last + 1] if last + 1 < len(clauses) else None
            if behind is None or behind.joint != ")" or not text.words[behind.start].islower():
                break
            clause = Clause(clause.start, behind.end, clause.sentence, clause.joint)
            index = last + 2
        yield clause


def _closed(text: Text, clauses: list[Clause], first: int) -> int:
    """The last clause inside the bracket that opens before `clauses[first]`; it never holds more than a few."""
    for index in range(first, min(first + 4, len(clauses))):
        if text.words[clauses[index].end : clauses[index].end + 1] == ")":
            return index
    return first


def _parts(words: Sequence[Word], joint: str) -> Iterator[tuple[Sequence[Word], str]]:
    start = 0
    for index, anew in joints_of(words):
        yield words[start:index], joint
        start, joint = index, anew
    yield words[start:], joint


def _opened(words: Sequence[Word]) -> tuple[Word, ...]:
    position = 0
    while position < len(words) and words[position].lower in _OPENING:
        joined = " ".join([word.lower for word in words[position : position + 6]])
        longer = ""
        if f"{joined} ".startswith(_OPEN):
            longer = next(opener for opener in _LONG_OPENERS if f"{joined} ".startswith(f"{opener} "))
        if longer and len(words) > position + len(longer.split()):
            position += len(longer.split())
        elif words[position].lower in OPENERS and not joined.startswith(("so that", "otherwise")):
            position += 1
        else:
            break
    last = len(words)
    while last > position and not words[last - 1].lower[0].isalnum() and words[last - 1].lower not in "\")'%":
        last -= 1
    return tuple(words[position:last])


def has_subject(words: Sequence[Word]) -> bool:
    """Whether the words look like a clause of their own: a pronoun, or a noun with a finite verb, begins it."""
    if not words:
        return False
    little = grammar()
    if words[0].lower in _SUBJECTS or words[0].lower in ("there", "this", "that", "who", "here"):
        return True
    return any(word.lower in little.auxiliaries or word.lower in little.verbs for word in words[1:6])


def next_sentence(words: Sequence[Word]) -> int:
    """Dictated words have no signs: where the next "we are", "I have" begins something else, else their end."""
    little = grammar()
    for index in range(3, len(words) - 1):
        word, verb = words[index].lower, words[index + 1].lower
        begins = word in ("we", "i", "they", "he", "she") and (verb in little.auxiliaries or verb in little.verbs)
        if begins and words[index - 1].lower not in ("that", "what", "if", "and", "when", "who"):
            return words[index].start
    return words[-1].end
