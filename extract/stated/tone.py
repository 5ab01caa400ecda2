"""How the work is to speak: "tone should be warm and plain", "keep it light", "in a calm voice"."""

from collections.abc import Iterator, Sequence

from extract.clauses import Sentence
from extract.grammar import wordset
from extract.noun_phrases import words_in
from extract.span import Span
from extract.stated.extent import clause_end, cues, has_term, trimmed, turned
from extract.text import Text
from extract.tokens import Word

_DEGREES = wordset(
    "very really quite rather pretty fairly slightly more less a an bit little touch too never not but and or yet & , /"
)
_LOOSE = wordset("keep should must has needs make")  # a cue that opens so is said of many things
_WORKS = wordset(
    "it this everything all copy text texts film video videos spot spots ad ads campaign piece pieces design page site"
    " website look language writing brochure leaflet flyer poster posters letter email emails post posts story script"
    " headline headlines visuals mailer packaging radio voice mood whole thing"
)
# "Keep it quiet" asks for secrecy, "keep it fresh" for a cool box.
_OTHERWISE = wordset(
    "quiet discreet cool fresh urgent direct straight modest tight secret modern simple personal real fun light"
)
_BEHIND = wordset("please throughout though ok okay")


def cued(text: Text, sentence: Sentence) -> Iterator[Span]:
    for term in cues(text, sentence, "stated.lead", "tone"):
        cue = text.words[term.start : term.end].lower().split()
        end = clause_end(text, sentence, term.end)
        span = trimmed(text, turned(text, Span(term.end, max(term.end, end))))
        if span is None:
            continue
        if cue[0] in _LOOSE:
            loose = _loosely(text, sentence, span, term.start, cue[0])
            if loose is not None:
                yield loose
        elif has_term(text, Span(span.start, min(span.end, span.start + 60)), "stated.tone"):
            yield span
    for term in cues(text, sentence, "stated.tail", "tone"):
        words = text.tokens.within(sentence.start, term.start)
        run = _run(text, words[::-1])[::-1]
        while run and run[0].lower in _DEGREES and run[0].lower not in ("a", "an"):
            run = run[1:]
        if (
            len(run) > 1
            and run[0].lower in ("a", "an")
            and has_term(text, Span(run[1].start, term.start), "stated.tone")
        ):
            yield Span(run[1].start, run[-1].end)


def fits(text: Text, span: Span, called: str) -> bool:
    """ "Voice: Mrs Visvanathan" is who speaks: a voice and a mood have to be said in words of tone."""
    words = words_in(text, span)
    if not words or words[0].lower.isdigit():
        return False
    return called.startswith("ton") or called == "tov" or has_term(text, span, "stated.tone")


def _loosely(text: Text, sentence: Sentence, span: Span, cue: int, verb: str) -> Span | None:
    """The words of tone that follow at once and end the clause, where they are said of the work."""
    words = words_in(text, span)
    run = _run(text, words)
    tones = [word for word in run if has_term(text, Span(word.start, word.end), "stated.tone")]
    if not tones or run[0].lower in ("and", "or", ","):
        return None
    behind = [word for word in words[len(run) :] if word.lower not in _BEHIND and word.lower[0].isalnum()]
    if behind:
        return None
    if verb == "keep" and len(tones) == 1 and tones[0].lower in _OTHERWISE:
        return None
    before = text.tokens.within(sentence.start, cue)
    if verb != "keep" and verb != "make" and (not before or before[-1].lower not in _WORKS):
        return None  # "parents should feel confident" is an aim
    return Span(run[0].start, tones[-1].end)


def _run(text: Text, words: Sequence[Word]) -> list[Word]:
    """The words of tone and of degree at the beginning of `words`."""
    run: list[Word] = []
    for word in words:
        if word.lower not in _DEGREES and not has_term(text, Span(word.start, word.end), "stated.tone"):
            break
        run.append(word)
    return run
