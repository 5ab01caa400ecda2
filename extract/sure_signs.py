"""What speaks for a finding being right and what against it, named so that a person can read it.

Nearly every sign is one of a kind of value ("due: hedged"), since what is usual for a day is odd for a sum.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence

from briefs.findings import DateSpan, Deliverable, Field, Finding, Intent, Place, Value
from briefs.money import MoneyRange
from extract.anycase import AnyCase
from extract.headings import heading_of
from extract.intent import Wanted
from extract.signs import Signs, first_stem, stems
from extract.span import Span, at
from extract.text import Text

_NEAR = 40  # characters before and behind a finding whose words count
_BESIDE = 3  # of those words
_WIDE = 300  # characters of a sentence that count
_CLOSE = 20  # characters between a known word and the finding
_OFTEN = 6  # more is no different
_FAR_AHEAD = (2, 8, 31, 92, 300)  # days
_HEDGED = AnyCase(
    r"\b(?:if|unless|maybe|perhaps|might|could|would|whether|or|possibly|probably|hopefully|ideally|think|guess"
    r"|not sure|wonder\w*|depend\w*|unlikely|tentative\w*|subject to)\b"
)
_PAST = AnyCase(r"\b(?:was|were|had|did|last|used to|previous\w*|already|ago)\b")
_FIGURES = re.compile(r"\d\d*")  # so `re` skips to them, as it does not with "\d+"
_THOUSANDS = AnyCase(r"\d ?k\b")
_WORDED = (Field.REQUIREMENT, Field.OBJECTIVE)
_KNOWN = {Field.DATE: "date.", Field.BUDGET: "money."}

# The signs of a finding, each with the kind of value that it is one of ("due" and "hedged" are "due: hedged"), "" where
# it says the same of every kind. Names are long and most have no weight: none is put together only to be looked up.
OfKind = tuple[str, Mapping[str, float]]
OfKinds = tuple[OfKind, ...]


class SignsOf:
    """The signs of the findings of a mail, of which a rule took the first `taken`, by their numbers."""

    def __init__(self, text: Text, found: Sequence[Finding], taken: int, wanted: Wanted) -> None:
        self._text, self._found, self._taken = text, found, taken
        self._kinds = [kind_of(finding) for finding in found]
        self._counts = Counter(self._kinds[:taken])
        self._in_parts = len({segment.part for segment in text.mail.segments}) > 1
        self._answers = any(text.window.questions)
        self._starts: dict[Field, list[int]] = {}
        for finding in found:
            self._starts.setdefault(finding.field, []).append(finding.place.start)
        for starts in self._starts.values():
            starts.sort()
        self._places = sorted((each.place.start, each.place.end, kind_of(each)) for each in found[:taken])
        self._around: dict[tuple[Field, Place], Signs] = {}  # a day may be looked at as due and as live
        self.mail: Signs = {  # of the mail as a whole: everyone's
            f"a {wanted.intent}": 1.0,
            "how sure the intent is": _logit(wanted.chances.get(wanted.intent, 1.0)),
            "it may ask for nothing": _logit(wanted.chances.get(Intent.NONE, 0.0)),
            "a long mail": math.log1p(len(text.words)) / 10,
            "in a thread": float(bool(text.mail.in_reply_to)),
            "forwarded": float(text.mail.forwarded_by is not None),
            "in several pieces": min(len(text.pieces), _OFTEN) / _OFTEN,
        }

    def first(self, number: int) -> OfKinds:
        """What is known of a finding without a look at its words and around it."""
        text, finding, kind = self._text, self._found[number], self._kinds[number]
        sure = _logit(finding.confidence)
        every: Signs = {finding.rule: 1.0, "its rule's own weight": sure, kind: 1.0}
        signs: Signs = {
            "its rule's own weight": sure,
            f"weighed {min(int(finding.confidence * 10), 9)} of 10 by its rule": 1.0,
            f"{min(self._counts[kind], _OFTEN)} of its kind": 1.0,
            "others beside it": min(self._beside(finding), _OFTEN) / _OFTEN,
        }
        if self._in_parts and _is_attached(text, finding):
            every["in an attachment"] = signs["in an attachment"] = 1.0
        if self._answers and text.question_before(text.window.offset(finding.place.start)):
            signs["answers a question"] = 1.0
        if number < self._taken:
            every["taken by its rule"] = signs["taken by its rule"] = 1.0
        if finding.field in _WORDED:
            signs.update(self._shared(finding))
        weighed = text.weighed.get((finding.field, finding.place.start, finding.place.end, finding.value), {})
        return ("", every), (kind, signs), (kind, weighed)

    def _shared(self, finding: Finding) -> Signs:
        """What was taken that stands within its words: "make it 60 shirts" changes a number, and sets no condition."""
        signs: Signs = {}
        own = finding.place
        index = bisect_left(self._places, (own.end,))
        while index and self._places[index - 1][0] > own.start - _WIDE:
            index -= 1
            _, end, kind = self._places[index]
            if end > own.start and kind != finding.field.value:
                signs[f"holds a {kind}"] = 1.0
        return signs

    def then(self, number: int) -> OfKinds:
        """What its words say, and those around it."""
        text, finding = self._text, self._found[number]
        at_place = (finding.field, finding.place)
        around = self._around.get(at_place)
        if around is None:
            around = self._around[at_place] = _around(text, finding, _span(text, finding))
        kind = self._kinds[number]
        return (kind, around), (kind, _value(text, finding, finding.value))

    def _beside(self, finding: Finding) -> int:
        """How many others of its field stand near."""
        starts, start = self._starts[finding.field], finding.place.start
        return bisect_left(starts, start + _WIDE // 2) - bisect_right(starts, start - _WIDE // 2) - 1


def signs_of(text: Text, found: Sequence[Finding], taken: int, wanted: Wanted) -> list[OfKinds]:
    """All signs of each finding."""
    signs = SignsOf(text, found, taken, wanted)
    return [(("", signs.mail), *signs.first(number), *signs.then(number)) for number in range(len(found))]


def named(signs: OfKinds) -> Signs:
    """The signs that say anything by their names, as weights are fitted to them."""
    return {f"{kind}: {sign}" if kind else sign: much for kind, its in signs for sign, much in its.items() if much}


def kind_of(finding: Finding) -> str:
    """Its field, of a day due or live."""
    value = finding.value
    return value.kind.value if isinstance(value, DateSpan) else finding.field.value


def _span(text: Text, finding: Finding) -> Span:
    place, offset = finding.place, text.window.offset
    return Span(offset(place.start), offset(place.end - 1) + 1)


def _is_attached(text: Text, finding: Finding) -> bool:
    segments = text.mail.segments
    held = next((each for each in segments if each.start <= finding.place.start < each.end), segments[0])
    return held.part != segments[0].part


def _around(text: Text, finding: Finding, span: Span) -> Signs:
    """What the sentence around it says."""
    sentence = at(text.layout.sentences, span.start)
    if sentence is None:
        return {"in no sentence": 1.0}
    begins, ends = max(sentence.start, span.start - _WIDE), min(sentence.end, span.end + _WIDE)
    before, behind = text.words[begins : span.start], text.words[span.end : ends]
    beside = f"{before}\n{behind}".lower()  # no phrase reaches across a line end
    signs = {
        f"in a {sentence.block.shape}": 1.0,
        f"under {heading_of(text, sentence) or 'no heading'}": 1.0,
        "hedged": float(_HEDGED.is_in(beside)),
        "of the past": float(_PAST.is_in(beside)),
        "in a question": float(text.words[max(begins, ends - 4) : ends].rstrip("\"') ").endswith("?")),
        "figures beside it": min(len(_FIGURES.findall(beside)), _OFTEN) / _OFTEN,
        "a long sentence": min(ends - begins, _WIDE) / _WIDE,
        "its share of the sentence": len(span) / max(1, ends - begins),
        "first in its sentence": float(not before.strip()),
        "last in its sentence": float(not behind.strip(" .!?")),
    }
    for side, words in (
        ("before it", text.stems.within(max(begins, span.start - _NEAR), span.start)[: -_BESIDE - 1 : -1]),
        ("behind it", text.stems.within(span.end, min(ends, span.end + _NEAR))[:_BESIDE]),
    ):
        for word in words:
            signs[f"'{word}' {side}"] = 1.0
        if words:
            signs[f"'{words[0]}' right {side}"] = 1.0
    if finding.field in _KNOWN:
        signs.update(_known(text, Span(begins, ends), span, _KNOWN[finding.field]))
    return signs


def _known(text: Text, around: Span, span: Span, prefix: str) -> Signs:
    """The words known to tell the role of a day or a sum; of several roles they may be the other's."""
    signs: Signs = {}
    roles = set()
    for term in text.terms_in(around):
        if term.label.startswith(prefix) and not term.overlaps(span):
            role = term.label.removeprefix(prefix)
            roles.add(role)
            before = term.end <= span.start
            signs[f"a word of {role} {'before' if before else 'behind'} it"] = 1.0
            if (span.start - term.end if before else term.start - span.end) < _CLOSE:
                signs[f"a word of {role} near it"] = 1.0
    signs[f"words of {min(len(roles), 4)} roles around it"] = 1.0
    return signs


def _value(text: Text, finding: Finding, value: Value) -> Signs:
    """What kind of value it is, and how it was written."""
    quote = finding.quote
    match value:
        case MoneyRange():
            top = value.max if value.max is not None else value.min
            return {
                "no least": float(value.min is None),
                "no most": float(value.max is None),
                "a range": float(None not in (value.min, value.max) and value.min != value.max),
                f"{len(str(int(top or 0)))} figures long": 1.0,
                "in thousands": float(_THOUSANDS.search(quote) is not None),
            }
        case DateSpan():
            days, ahead = (value.end - value.start).days, (value.end - text.sent_at.date()).days
            return {
                "one day" if not days else "a week" if days < 7 else "weeks": 1.0,
                f"ahead: step {bisect_right(_FAR_AHEAD, ahead)}": 1.0,
                "with a time": float(value.time is not None),
                "ambiguous": float(bool(finding.readings)),
                "in figures": float(_FIGURES.search(quote) is not None),
                f"'{first_stem(quote)}' begins it": 1.0,
            }
        case Deliverable():
            return {
                "counted": float(value.quantity is not None),
                "several": float((value.quantity or 0) > 1),
                "of no known job": float(not value.job),
                f"{min(len(value.item.split()), _OFTEN)} words": 1.0,
                f"'{(stems(value.item) or [''])[-1]}' ends it": 1.0,
                f"'{first_stem(quote)}' begins it": 1.0,
            }
        case _:
            words = stems(quote)
            return {
                f"{3 * min(len(words) // 3, 8)} words or more": 1.0,
                "many words": min(len(words), 30) / 30,
                **{f"'{word}' begins it": 1.0 for word in words[:2]},
                "figures in it": float(_FIGURES.search(quote) is not None),
                "a comma in it": float("," in quote),
                "begins small": float(quote[:1].islower()),
            }


def _logit(chance: float) -> float:
    bounded = 0.01 if chance < 0.01 else min(chance, 0.99)
    return math.log(bounded / (1 - bounded)) / 5
