"""Who says yes in the end: "legal must approve", "sign-off is with the board"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.clauses import Sentence
from extract.evidence import everyday
from extract.grammar import grammar, wordset
from extract.noun_phrases import words_in
from extract.span import Span
from extract.stated.extent import clause_end, cues, has_term, is_capital, trimmed
from extract.text import Text
from extract.tokens import Word

_MOST = 8  # words of a name and an office
_LEADS_IN = wordset("and but then also so please note that once when after until before because as , however finally")
_NOBODY = wordset(
    "who which that it this they we you i he she everyone everybody nobody someone somebody anyone one someone's"
)
_ENDS = wordset(
    "before by on in until at for who which when as once if after prior via with is are has have will must"
    " should to not"
)
_DAYS = wordset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
    " today tomorrow"
    " january february march april may june july august september october november december jan feb mar apr jun jul aug"
    " sep sept oct nov dec eod cob asap"
)


def cued(text: Text, sentence: Sentence) -> Iterator[Span]:
    for term in cues(text, sentence, "stated.lead", "approver"):
        yield from _behind(text, sentence, term.end)
    for term in cues(text, sentence, "stated.tail", "approver"):
        yield from _before(text, sentence, Span(term.start, term.end))


def fits(text: Text, span: Span, called: str) -> bool:
    words = words_in(text, span)
    if not words or len(words) > 2 * _MOST or _is_dated(words):
        return False
    if has_term(text, span, "stated.signer"):
        return True
    asks_who = called.startswith(("approver", "who", "final approver", "decision", "approving")) or called.endswith(
        "by"
    )
    if asks_who and (len(words) == 1 or words[0].lower in ("me", "myself")):
        return words[0].lower in ("me", "myself") or (is_capital(text, words[0]) and not _is_plain(words[0]))
    return any(is_capital(text, one) and is_capital(text, two) for one, two in pairwise(words))


def _behind(text: Text, sentence: Sentence, start: int) -> Iterator[Span]:
    """ "needs sign-off from the brand team before it prints": up to the word that goes on."""
    words = text.tokens.within(start, clause_end(text, sentence, start))
    said: list[Word] = []
    for word in words:
        if word.lower in _ENDS or word.lower in (",", ";", "(", ":", "-"):
            break
        said.append(word)
    span = trimmed(text, Span(said[0].start, said[-1].end)) if said else None
    if span is not None and len(said) <= _MOST and not _is_dated(said) and _names(text, said, begins=False):
        yield span


def _before(text: Text, sentence: Sentence, cue: Span) -> Iterator[Span]:
    """ "Chief and Council approve the wording": the subject, back to where its clause begins."""
    clause = next((clause for clause in text.clauses_in(sentence) if clause.start <= cue.start < clause.end), None)
    behind = text.tokens.within(cue.end, sentence.end)[:1]
    if clause is None or any(word.lower == "of" for word in behind):
        return
    words = list(text.tokens.within(clause.start, cue.start))
    while words and words[0].lower in _LEADS_IN:
        words.pop(0)
    little = grammar()
    if not words or len(words) > _MOST or _is_dated(words):
        return
    if any(word.lower in _NOBODY or word.lower in little.auxiliaries or word.lower in little.verbs for word in words):
        return
    if _names(text, words, begins=words[0].start == sentence.start):
        yield Span(words[0].start, words[-1].end)


def _names(text: Text, words: Sequence[Word], *, begins: bool) -> bool:
    """An office, or a name; at the beginning of a sentence every word has a capital."""
    span = Span(words[0].start, words[-1].end)
    if any(word.lower in _NOBODY or word.lower in ("me", "us") for word in words):
        return False
    if has_term(text, span, "stated.signer"):
        return True
    capitals = [word for word in words if is_capital(text, word) and not _is_plain(word)]
    if begins and capitals and capitals[0] is words[0]:
        return len(words) == 1 or len(capitals) > 1
    return bool(capitals)


def _is_plain(word: Word) -> bool:
    return word.lower in everyday() or word.lower in grammar().verbs


def _is_dated(words: Sequence[Word]) -> bool:
    return any(word.lower in _DAYS or word.lower[0].isdigit() for word in words)
