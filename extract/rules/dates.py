"""The days a job hangs on: days found anywhere, their role (due, live or neither) weighed from the words around them."""

import datetime as dt
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefs.findings import DateKind, DateSpan, Field, Finding
from extract.roles import Scene, dominant, label_of, scene
from extract.span import Span
from extract.term import Term
from extract.text import Text
from extract.values.days import Days, Grain, Reader
from extract.values.spans import spans

RULE = "dates"

# What a kind of term (vocabulary/dates.jsonl) says where it stands in the day's own stretch.
_NEED, _DUE, _STRONG, _LIVE, _PUBLIC = "date.need", "date.due", "date.strong", "date.live", "date.public"
_IDLE, _PAST, _NEUTRAL = "date.idle", "date.past", "date.neutral"
_WEIGHTS = {_NEED: 0.8, _DUE: 2.0, _STRONG: 0.4, _LIVE: 2.2, _PUBLIC: 2.4, _IDLE: 2.4, _PAST: 1.4, _NEUTRAL: 0.0}
_LABELS = tuple(_WEIGHTS)
_NEAR = (1.0, 0.45, 0.15)  # own stretch, the next, farther in the sentence
_FAR = 8  # words between cue and day from which it says less
_ENOUGH = 1.5

_BY = re.compile(
    r"\b(?:by|before|no later than|not later than|due(?: on| by)?|latest(?: by)?|deadline(?: is| of)?:?|on or before|prior to)\s(?:the\s|about\s|around\s)?$",
    re.IGNORECASE,
)
_IS = re.compile(
    r"\b(?:is|are|falls|will be|it's|that's|'s|moves|moved|pushed|now|slipped|set for|scheduled for|locked for|confirmed for|planned for|takes place)\b"
    r"[\s:]*(?:now\s|on\s|to\s|for\s|in\s|from\s|set\s|going to be\s|still\s|locked\s|confirmed\s|scheduled\s|the\s|again\s){0,3}$",
    re.IGNORECASE,
)
_WITHDRAWN = re.compile(
    r"(?:\bnot|\brather than|\binstead of|\bno longer|\bwas|\bwere|\boriginally|\bpreviously|\bversus|\bvs\.?|\bused to be|\bfrom the original|\bforget)"
    r"\s(?:on\s|for\s|the\s|by\s|from\s|in\s|planned\s){0,3}$",
    re.IGNORECASE,
)
_MOVED_FROM = re.compile(
    r"\b(?:moved?|moves|moving|push\w*|shift\w*|chang\w*|slip\w*|bring|brought|postpone\w*|delay\w*|pulled)\b[^.;!?\n]{0,60}\bfrom\s(?:the\s)?$",
    re.IGNORECASE,
)
_PASSED_ON = re.compile(r"\s?(?:to|→|->|until)\s", re.IGNORECASE)
_HABIT = re.compile(r"\b(?:every|each|any|most|on a|a|usual|usually|our|last|past|since)\s$", re.IGNORECASE)
_STAMP = re.compile(
    r"(?:\b(?:as of|dated?|updated|effective|eff\.|est\.|since|rev\.?|version|v|valid (?:un)?til|expires?(?: on)?|until dated)\s?:?\s?$)",
    re.IGNORECASE,
)
_POSSESSED = re.compile(
    r"'s?\s(?:call|meeting|kick-?off|chat|session|lunch|email|mail|note|message|version|invoice|visit|slot|paper|edition|zoom|review)",
    re.IGNORECASE,
)
_OF_MEETING = re.compile(
    r"\s(?:call|meeting|kick-?off|chat|session|lunch|catch-?up|zoom|review|visit|standup|sync|hours|paper)\b",
    re.IGNORECASE,
)
_ASKED_LIVE = re.compile(
    r"\b(?:live|launch|air|open|opening|start|event|up by|be up|in market|go out|run)\w*\b", re.IGNORECASE
)
_ASKED_DUE = re.compile(r"\b(?:deadline|due|need|proof|draft|layout|see|files?|deliver\w*|when)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Case:
    """The evidence on one day."""

    days: Days
    due: float
    live: float
    idle: float

    @property
    def kind(self) -> DateKind:
        return DateKind.DUE if self.due >= self.live else DateKind.LIVE

    @property
    def weight(self) -> float:
        return max(self.due, self.live) - self.idle


def find(text: Text) -> Iterator[Finding]:
    found = spans(text.words, reader_of(text))
    withdrawn = {(one.first, one.last) for one in found if _is_withdrawn(text, one)}
    seen: dict[tuple[DateKind, dt.date], Finding] = {}
    for index, one in enumerate(found):
        if _is_withdrawn(text, one) or (one.first, one.last) in withdrawn or one.last < text.sent_at.date():
            continue
        case = _case(text, one, found[:index], found[index + 1 :])
        if case is None or case.weight < _ENOUGH:
            continue
        finding = _finding(text, case)
        key = (case.kind, one.last)
        before = seen.get(key)
        if before is None or (
            isinstance(before.value, DateSpan) and before.value.time is None and one.time is not None
        ):
            seen[key] = finding
    yield from seen.values()


def reader_of(text: Text) -> Reader:
    """Day first by the country, and by the mail's own evidence: 25/12 can only be that."""
    own = _own_order(text.words)
    shown = text.country.day_first or _euro(text.words)
    day_first = own if own is not None else shown
    return Reader(text.sent_at.date(), text.country.code, day_first, own is not None or bool(text.country.code))


_FIGURES = re.compile(r"(?<![\w/.-])(\d{1,2})/(\d{1,2})(?:/(?:20)?\d\d)?(?![\w/-])")
_EURO = re.compile(r"[€£₹]|\b(?:EUR|GBP|INR|AUD|NZD|CHF)\b|A\$|NZ\$")


def _own_order(words: str) -> bool | None:
    for match in _FIGURES.finditer(words):
        one, other = int(match[1]), int(match[2])
        if 12 < one <= 31 and 1 <= other <= 12:
            return True
        if 12 < other <= 31 and 1 <= one <= 12:
            return False
    return None


def _euro(words: str) -> bool:
    return _EURO.search(words) is not None


def _is_withdrawn(text: Text, one: Days) -> bool:
    before = text.words[max(0, one.start - 90) : one.start]
    if _MOVED_FROM.search(before):
        return True
    if _WITHDRAWN.search(before[-40:]):
        return not re.search(r"\bif\snot\s(?:by\s|on\s)?$|\bwhy\snot\s$", before, re.IGNORECASE)
    return False


def _finding(text: Text, case: _Case) -> Finding:
    one = case.days
    value = DateSpan(case.kind, one.first, one.last, one.time)
    readings = tuple(DateSpan(case.kind, other, other, one.time) for other in one.readings)
    confidence = round(1 / (1 + math.exp(-0.8 * (case.weight - 0.3))), 2)
    span = Span(one.start, one.end)
    return text.finding(Field.DATE, value, span, RULE, confidence * (0.6 if readings else 1.0), readings)


def _case(text: Text, one: Days, before: tuple[Days, ...], after: tuple[Days, ...]) -> _Case | None:
    around = scene(text, one)
    if around is None:
        return None
    near = text.words[max(0, one.start - 48) : one.start]
    if (one.form == "weekday" and _HABIT.search(near)) or _STAMP.search(near):
        return None
    if _POSSESSED.match(text.words, one.end) or _OF_MEETING.match(text.words, one.end):
        return None
    if _is_quoted(text.words, around, one):
        return None
    points = _points(text, around, one, before, after)
    due, live, public = points[_DUE], points[_LIVE], points[_PUBLIC]
    idle = max(points[_IDLE], points[_PAST], _past_tense(text.words, around, one))
    if _BY.search(near) or points[_STRONG]:
        # "The site must be up by 2 April" says when it is public, "the launch film by 2 April" when it is handed over.
        if public > due:
            live = max(live, public) + 0.4
        else:
            due += points[_NEED] + (1.6 if _BY.search(near) else 0.4)
    else:
        due += 0.6 * points[_NEED] if due else 0.0
    live = max(live, public)
    if _IS.search(near) and due < _ENOUGH:
        live += 1.0
    if one.form == "holiday" and _FOR.search(near) and not due:
        live += 1.8
    if one.first != one.last and one.grain is Grain.DAY:
        live += 1.0
    due, live = _asked(text, one, due, live)
    return _Case(one, due, live, idle)


_FOR = re.compile(r"\b(?:for|on|over|this|come)\s(?:the\s)?$", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"\n]{3,120}"')
_ED = re.compile(r"\b(?!need|embed|red\b|bed\b|feed|speed|breed|led\b|exceed|proceed)(\w{2,}ed)\b(?!\s(?:by|for|to be)\b)", re.IGNORECASE)
_HELPED = re.compile(r"\b(?:be|is|are|get|gets|getting|been|being|will|to|need|needs|have|has|want|wants|them|it|fully|not|newly|our|the|a|of|and|all|'s|'re|files|assets|proofs|art|artwork|\w+s)\s(?:\w+ly\s)?$", re.IGNORECASE)


def _is_quoted(words: str, around: Scene, one: Days) -> bool:
    """Words of the ad itself: "Close in 3 Days"."""
    sentence = around.sentence
    return any(q.start() < one.start and one.end <= q.end() for q in _QUOTED.finditer(words, sentence.start, sentence.end))


def _past_tense(words: str, around: Scene, one: Days) -> float:
    """"The gala cleared $140,000 in December": a past verb without a helper, before the day."""
    for verb in _ED.finditer(words, around.own.start, one.start):
        if not _HELPED.search(words, max(around.own.start, verb.start() - 24), verb.start()):
            return 1.2
    return 0.0


def _asked(text: Text, one: Days, due: float, live: float) -> tuple[float, float]:
    """A bare day between quoted questions takes its meaning from the question."""
    question = text.question_before(one.start)
    if question and due < _ENOUGH and live < _ENOUGH:
        if _ASKED_LIVE.search(question):
            return due, live + 1.6
        if _ASKED_DUE.search(question):
            return due + 1.6, live
    return due, live


def _points(
    text: Text, around: Scene, one: Days, before: tuple[Days, ...], after: tuple[Days, ...]
) -> dict[str, float]:
    """For every label the best of its terms: each says less the farther it stands, and beyond another day hardly anything."""
    best = dict.fromkeys(_LABELS, 0.0)
    for label, weight in _label_points(text, around):
        best[label] = max(best[label], weight)
    for index, stretch in enumerate(around.stretches):
        factor = _NEAR[min(abs(index - around.here), 2)]
        for term in dominant(text.terms_in(stretch, *_LABELS)):
            if term.overlaps(one):
                continue
            distance = _distance(text.words, term, one)
            weight = _WEIGHTS[term.label] * factor * (1.0 if distance <= _FAR else 0.75)
            weight *= 1.0 - 0.02 * min(distance, 10)
            if _crosses(term, one, before, after):
                weight *= 0.4
            if term.label == _PAST and term.start > one.start:
                weight *= 0.3
            best[term.label] = max(best[term.label], weight)
    return best


def _label_points(text: Text, around: Scene) -> Iterator[tuple[str, float]]:
    """What the label of a row, of a sentence, or the heading above says: "First concepts: February 6"."""
    for term in dominant(text.terms_in(label_of(text, around), *_LABELS)):
        yield term.label, _WEIGHTS[term.label]


def _distance(words: str, term: Term, one: Days) -> int:
    between = words[term.end : one.start] if term.end <= one.start else words[one.end : term.start]
    return len(between.split())


def _crosses(term: Term, one: Days, before: tuple[Days, ...], after: tuple[Days, ...]) -> bool:
    """Another day stands between the term and this one."""
    if term.end <= one.start:
        return bool(before) and before[-1].start >= term.end
    return bool(after) and after[0].end <= term.start
