"""Days that the client takes back: not the 12th, moved from June 5, the launch of June 5 is off."""

import re

from extract.anycase import AnyCase
from extract.day_decoys import is_corrected
from extract.text import Text
from extract.values.days import Days

_WITHDRAWN = AnyCase(
    r"(?:\bnot|\brather than|\binstead of|\bno longer|\bwas|\bwere|\boriginally|\bpreviously|\bversus|\bvs\.?|"
    r"\bused to be|"
    r"\bfrom the original|\bforget)\s(?:on\s|for\s|the\s|by\s|from\s|in\s|planned\s){0,3}$"
)
_QUESTIONED = re.compile(r"\b(?:if|why|whether or)\snot\s(?:by\s|on\s|the\s){0,2}$", re.IGNORECASE)
_MOVED_FROM = AnyCase(
    r"\b(?:moved?|moves|moving|(?:goes|gone|went)(?!\son\b)|push\w*|shift\w*|chang\w*|slip\w*|bring|brought|"
    r"postpone\w*|delay\w*|pulled)\b[^.,;!?\n]{0,60}\bfrom\s(?:the\s)?$"
)
_FROM_REACH = len("from the ")
_CALLED_OFF = re.compile(
    r"(?:(?!\b(?:as|because|since|while|when|if|so|and|but|before|after)\b)[^.,;!?\n]){0,40}?"
    r"\b(?:(?:is|are|was|been|gets)\s(?:now\s)?(?:off(?!\s(?:on|to|in|for|from|sick|work|\w+ing)\b)|"
    r"cancell?ed|postponed|called off|scrapped|dead)|"
    r"(?:isn't|not|won't be?)\shappening|(?:won't|will not|cannot|can't|doesn't|does not)\s"
    r"(?:happen|take place|go ahead)|"
    r"happens without (?:us|me))\b",
    re.IGNORECASE,
)


def is_withdrawn(text: Text, one: Days, after: Days | None) -> bool:
    """Whether the client takes this very mention back: "not the 12th", "moved from June 5", "the 4th, no, the 5th"."""
    if is_corrected(text.words, one, after):
        return True
    before = text.words[max(0, one.start - 90) : one.start]
    if one.form != "range" and "from" in before[-_FROM_REACH:].lower() and _MOVED_FROM.search(before):
        return True
    if _CALLED_OFF.match(text.words, one.end, min(len(text.words), one.end + 80)):
        return True
    return _WITHDRAWN.search(before[-40:]) is not None and not _QUESTIONED.search(before)
