"""The brand that the work is for, as the words name it: "our new brand, Kestrel", "for the Kestrel brand"."""

from collections.abc import Iterator, Sequence

from extract.clauses import Sentence
from extract.grammar import wordset
from extract.noun_phrases import words_in
from extract.span import Span
from extract.stated.extent import cues, is_capital
from extract.text import Text
from extract.tokens import Word

_MOST = 5
_JOINS = wordset("& and of the ' -")
_WHOSE = wordset("our the new")
# "The Kestrel brand guidelines" are a paper.
_OF_THE_BRAND = wordset("is are in on for at and to this will needs launches , . ; : ) ! ?")


def cued(text: Text, sentence: Sentence) -> Iterator[Span]:
    for term in cues(text, sentence, "stated.lead", "brand"):
        words = [word for word in text.tokens.within(term.end, sentence.end) if word.lower not in (",", ":", '"')]
        run = _capitals(text, words)
        if run and run[0] is words[0]:
            yield Span(run[0].start, run[-1].end)
    for term in cues(text, sentence, "stated.tail", "brand"):
        before = text.tokens.within(sentence.start, term.start)[-_MOST - 1 :]
        behind = text.tokens.within(term.end, sentence.end)[:1]
        if behind and behind[0].lower not in _OF_THE_BRAND:
            continue
        run = _capitals(text, before[::-1])[::-1]
        whose = before[-len(run) - 1] if 0 < len(run) < len(before) else None
        if whose is not None and whose.lower in _WHOSE:
            yield Span(run[0].start, run[-1].end)


def fits(text: Text, span: Span, called: str) -> bool:
    words = words_in(text, span)
    return 0 < len(words) <= _MOST and _capitals(text, words) == list(words)


def _capitals(text: Text, words: Sequence[Word]) -> list[Word]:
    """The name at the beginning of `words`: capitals, and what joins them."""
    run: list[Word] = []
    for word in words[:_MOST]:
        if not is_capital(text, word) and not (run and (word.lower in _JOINS or word.lower.isdigit())):
            break
        run.append(word)
    while run and not is_capital(text, run[-1]) and not run[-1].lower.isdigit():
        run.pop()
    return run
