"""What the terms of vocabulary/dates.jsonl around a day say of it."""

import re
from collections.abc import Iterator

from extract.anycase import AnyCase
from extract.columns import column_of
from extract.roles import Scene, dominant, heading_of, label_of
from extract.span import Span
from extract.term import Term
from extract.text import Text
from extract.values.days import Days

# What a kind of term says where it stands in the day's own stretch of the sentence.
NEED, DUE, STRONG, LIVE, PUBLIC = "date.need", "date.due", "date.strong", "date.live", "date.public"
IDLE, PAST, NEUTRAL = "date.idle", "date.past", "date.neutral"
WEIGHTS = {
    NEED: 0.8,
    DUE: 2.0,
    STRONG: 0.4,
    LIVE: 2.2,
    PUBLIC: 2.4,
    IDLE: 2.4,
    PAST: 1.4,
    NEUTRAL: 0.0,
}
_LABELS = tuple(WEIGHTS)
_HAPPENS = (LIVE, PUBLIC, IDLE)
_NEAR = (1.0, 0.45, 0.15)  # own stretch, the next, farther in the sentence
_CLOSE = 3  # a meeting or an expiry is said right beside its day
_HEADING = 0.5
_FAR = 8  # words between term and day from which it says less
BECAUSE = re.compile(r"\s?(?:because|cos|coz|cuz|'?cause|since|as|otherwise)\s", re.IGNORECASE)
# "04/05/2026: goes to press": the day is the label of what stands behind it.
_LEADS_LINE = re.compile(r"\)?(?:\s?:|\s[-–—=]|\s?[–—]|\t|[ ]{2}|\s?\.{2,}|\s?\|)\s?")
_SAY = re.compile(r"(?:shall we|let's|lets|let us|can we|could we)\ssay\b|say\b", re.IGNORECASE)
_IF = AnyCase(r"\b(?:if|could|would|wish)\b")


def points_of(text: Text, around: Scene, one: Days, before: Days | None, after: Days | None) -> dict[str, float]:
    """For every label the best of its terms: each says less the farther it stands, and little beyond another day."""
    best = dict.fromkeys(_LABELS, 0.0)
    # A label is said of the first day behind it.
    if (column := column_of(text, one)) is not None:
        for term in _terms(text, column):
            best[term.label] = max(best[term.label], WEIGHTS[term.label])
    share = 1.0 if before is None or before.start < around.sentence.start else 0.4
    for term in _terms(text, label_of(around)):
        best[term.label] = max(best[term.label], WEIGHTS[term.label] * share)
    for term in _terms(text, heading_of(around)):
        best[term.label] = max(best[term.label], WEIGHTS[term.label] * _HEADING)
    near = (
        after if after is not None and after.start < around.sentence.end else None
    )  # of another sentence, it says nothing
    leads = not text.words[around.own.start : one.start].strip() and _LEADS_LINE.match(text.words, one.end)
    for index, stretch in enumerate(around.stretches):
        factor = _NEAR[min(abs(index - around.here), 2)]
        if leads and index == around.here + 1:
            factor = 1.0
        if index == around.here - 1 and _SAY.match(text.words, around.own.start):
            factor = 1.0  # "I want to see it again, shall we say Monday?"
        elif index > around.here and BECAUSE.match(text.words, stretch.start):
            factor = _NEAR[2]  # "by Friday as Priya is on leave after that"
        for term, weight in _weighed(text, stretch, one, before, near):
            best[term.label] = max(best[term.label], weight * factor)
    return best


def _weighed(
    text: Text, stretch: Span, one: Days, before: Days | None, after: Days | None
) -> Iterator[tuple[Term, float]]:
    for term in _terms(text, stretch):
        if term.overlaps(one) or (before is not None and before.start < term.start < before.end):
            continue
        between = text.words[term.end : one.start] if term.end <= one.start else text.words[one.end : term.start]
        distance = len(between.split())
        weight = WEIGHTS[term.label] * (1.0 if distance <= _FAR else 0.75) * (1.0 - 0.02 * min(distance, 10))
        if _crosses(term, one, before, after):
            weight *= 0.4
        if term.start >= one.end and text.words.startswith(":", term.end):
            weight *= 0.2  # "1st round: 28 Feb | Live: 3 Apr": the label of what stands behind it
        if term.label == IDLE:
            weight *= 1.0 if distance <= _CLOSE else 0.6 if distance <= _FAR else 0.35
        if term.label in (PAST, IDLE) and ":" in between and term.end <= one.start:
            weight *= 0.3
        if term.label == PAST and term.start > one.start and one.start - stretch.start > 6:
            weight *= 0.3  # "... the artwork in two weeks and was not charming about it"
        if term.label == PAST and term.end <= one.start and _IF.search(text.words, stretch.start, term.start):
            weight *= 0.3  # "if the printer had the art by Friday"
        yield term, weight


def _terms(text: Text, span: Span) -> list[Term]:
    """What speaks of a day; the "drop" of a door drop and the "launch" of a launch film only name a thing."""
    said = text.terms_in(span, *_LABELS)
    made = text.terms_in(span, "deliverable") if said else ()
    return [
        term
        for term in dominant(said)
        if term.label not in _HAPPENS or not any(_is_inside(term, thing) for thing in made)
    ]


def _is_inside(term: Term, thing: Term) -> bool:
    return thing.start <= term.start and term.end <= thing.end and len(term) < len(thing)


def _crosses(term: Term, one: Days, before: Days | None, after: Days | None) -> bool:
    """Whether the term belongs to another day: one stands between, or the next one is nearer."""
    if term.end <= one.start:
        return before is not None and before.start >= term.end
    if after is None:
        return False
    # "Due 5/22 and posts 6/1": what stands right before the next day is said of that one.
    return after.end <= term.start or 0 <= after.start - term.end < term.start - one.end
