"""How far the words reach that a sentence states something with, and what speaks against taking them at all."""

from collections.abc import Iterator

from extract.clauses import Sentence
from extract.grammar import grammar, wordset
from extract.noun_phrases import words_in
from extract.span import Span
from extract.term import Term
from extract.text import Text
from extract.tokens import Word

CUES = ("stated.lead", "stated.tail")  # what is stated stands behind a lead or before a tail
_DENIED = wordset(
    "not never no isn't wasn't aren't weren't don't doesn't didn't won't was were had used if unless last"
)
_NEAR = 5  # words before a cue
_ASIDE = " \t\n,;:.!-—–(*_>"
_LONGEST_JOINED = 6  # words of a clause that goes on with a list
_TURNS = wordset("so because since while whereas although though unless until before by when which as if")


def cues(text: Text, sentence: Sentence, label: str, id: str) -> Iterator[Term]:
    """The cues of a plain statement: none of a question, of what was, or of what is not."""
    if text.words[sentence.end - 1] == "?":
        return
    reached = sentence.start
    for term in text.terms_in(sentence, label):
        if term.id != id or term.start < reached or term.end > sentence.end:
            continue
        quoted = text.words.count('"', sentence.start, term.start) % 2
        before = text.tokens.within(sentence.start, term.start)[-_NEAR:]
        if not quoted and not any(word.lower in _DENIED or word.lower.endswith("n't") for word in before):
            yield term
            reached = term.end


def clause_end(text: Text, sentence: Sentence, start: int) -> int:
    """Where the clause at `start` ends: a list goes on behind a comma ("warm, plain and a bit cheeky")."""
    clauses = [clause for clause in text.clauses_in(sentence) if clause.end > start]
    end = clauses[0].end if clauses else sentence.end
    little = grammar()
    for clause in clauses[1:]:
        words = [word.lower for word in words_in(text, clause)]
        goes_on = clause.joint == "," and 0 < len(words) <= _LONGEST_JOINED and words[0] not in _TURNS
        if not goes_on or any(word in little.pronouns or word in little.auxiliaries for word in words):
            break
        end = clause.end
    return end


def turned(text: Text, span: Span) -> Span:
    """`span` up to the word that begins a reason, a day or another thought."""
    words = words_in(text, span)
    for place, word in enumerate(words[1:], 1):
        behind = words[place + 1].lower if place + 1 < len(words) else ""
        if word.lower in _TURNS or (word.lower, behind) == ("and", "not"):
            return Span(span.start, word.start)
    return span


def trimmed(text: Text, span: Span) -> Span | None:
    """Without blanks, signs and a lone quotation mark at its ends; None where nothing is left."""
    start, end = span.start, span.end
    while start < end and text.words[start] in _ASIDE:
        start += 1
    while end > start and text.words[end - 1] in _ASIDE:
        end -= 1
    if end - start > 2 and text.words[start] == '"' and text.words.find('"', start + 1, end) in (-1, end - 1):
        start += 1
        end -= text.words[end - 1] == '"'
    while end > start and text.words[end - 1] in _ASIDE:
        end -= 1
    return Span(start, end) if end > start else None


def has_term(text: Text, span: Span, label: str) -> bool:
    return any(term.end <= span.end for term in text.terms_in(span, label))


def is_nothing(text: Text, span: Span) -> bool:
    """ "TBC", "see attached", "same as last time"."""
    return any(term.start == span.start for term in text.terms_in(span, "stated.none"))


def is_capital(text: Text, word: Word) -> bool:
    return text.words[word.start].isupper()
