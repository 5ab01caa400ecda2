"""A day that only a name stands before: "masters February 20", "Key visual: June 5", "the launch (9 Feb)"."""

import re

from extract.anycase import AnyCase
from extract.roles import Scene, label_of
from extract.span import Span
from extract.text import Text
from extract.values.days import Days

# A sentence with one of these in it is more than the name of a thing.
_VERBS = AnyCase(
    r"\b(?:is|are|was|were|be|will|would|has|have|had|can|could|should|must|do|does|did|goes|go|comes|gets|get|"
    r"I|we|he|she|they|you|it|who|which|that|there)\b|'(?:s|re|ll|d|ve|m)\s",
)
_ITEM, _FEW, _REACH = 48, 5, 40
_DATES_IT = re.compile(r"\s?\(|\s(?:of|on)\s(?:the\s)?|,\s", re.IGNORECASE)
_FINAL = AnyCase(r"\b(?:finals?|round\s\w+|v\d)\W*$")
_FROM = AnyCase(r"\b(?:from|until|till|til|through|thru|starting)\s(?:the\s)?$")

# Whose day it is makes it one of its own: not the last day, a working day, the day of delivery.
_OWN_DAY = AnyCase(
    r"(?:^|[\s(>•*-])(?!(?:last|first|second|third|final|due|same|next|every|one|two|some|any|half|full|all|working|business|"
    r"calendar|week|shoot|shooting|filming|meeting|travel|rest|day|each|that|this|the|which|what|other|another|good|big|"
    r"earlier|later|previous|following|present|sick|off|mid|per|of|and|or|for|by|on|to|a|an|our|your|my)\b)[\w'’-]+\sday"
    r"(?:\s(?:in|at)\s[\w'’-]+(?:\s[\w'’-]+)?)?(?:(?:\s(?:is|falls|takes\splace)|'s)\s|\s?[:=–—]\s|,\s)(?:on\s)?(?:the\s)?$",
)
_OWN_DAY_REACH = 64
_SINCE = re.compile(r"\bfrom\s?:\s(?:the\s)?$")


def is_own_day(words: str, one: Days) -> bool:
    """ "Almond day in Modesto: 15 April", "Founders' day is 3 May": when something of its own name is held;
    "in shops from: 2/2" when something begins."""
    reach = max(0, one.start - _OWN_DAY_REACH)
    begins = words.rfind("\n\n", reach, one.start) + 1 or reach  # a line alone may end within: "Adoption\nday is 3 May"
    before = words[begins : one.start].lower()
    if _SINCE.search(before):
        return True
    return "day" in before and _OWN_DAY.search(words, begins, one.start) is not None


def is_item(words: str, around: Scene, one: Days) -> bool:
    """ "Masters February 20": a name and no verb before the day, in a stretch of its own."""
    before = words[around.own.start : one.start]
    return len(before) <= _ITEM and len(before.split()) <= _FEW and _VERBS.search(before) is None


def names_event(text: Text, around: Scene, one: Days) -> bool:
    """Whether the day only dates the event named right before it: "the launch (9 Feb)", "the gala on 9 Feb"."""
    near = Span(max(around.sentence.start, one.start - _REACH), one.start)
    named = text.terms_in(near, "date.live")
    return bool(named) and _DATES_IT.fullmatch(text.words, named[-1].end, one.start) is not None


def is_thing(text: Text, around: Scene, one: Days) -> bool:
    """Whether what stands before the day is something that is made: "Icon 9 January", "Key visual: June 5"."""
    if _FROM.search(text.words, around.own.start, one.start):
        return False
    label = label_of(around) if around.own.start == around.sentence.body else None
    named = label if label is not None and len(label) else Span(around.own.start, one.start)
    return bool(text.terms_in(named, "deliverable")) or _FINAL.search(text.words, named.start, named.end) is not None
