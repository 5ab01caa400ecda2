"""Days that the client takes back: not the 12th, moved from June 5, the launch of June 5 is off."""

import re

from extract.anycase import AnyCase
from extract.columns import column_of
from extract.day_decoys import is_corrected
from extract.text import Text
from extract.values.days import Days

_WITHDRAWN = AnyCase(
    r"\b(?:(?:is|are|was|wo)n't|not|(?:not|n't) be|skip(?:ping)?|rather than|instead of|in (?:place|lieu) of|"
    r"as opposed to|(?:replac|supersed)(?:es|ing)|no longer(?: be)?|was|were|originally|previously|formerly|versus|"
    r"vs\.?|used to be|from the original|forget(?: about)?)\s(?:on\s|for\s|the\s|by\s|from\s|in\s|planned\s){0,3}$"
)
# "The ads can't start January 5", "we won't make the 12th", "we're not opening on Friday"; what cannot start until
# then does so then.
_CANNOT = AnyCase(
    r"\b(?:can't|cannot|can not|won't|will not|couldn't|not going to|unable to|not able to)\s(?:now\s|any longer\s)?"
    r"(?:be|start|begin|launch|open|happen|air|make|manage|keep|hold|meet|go live|go ahead|go out|go up|be ready|"
    r"take place)"
    r"(?:\s(?:it|this|that))?(?:\s(?:on|in|for|by))?(?:\s(?:the|its|our))?\s$"
    r"|(?:\bnot|n't)\s(?:launching|opening|starting|holding|having|hosting|running|going\s(?:live|ahead|out))\b"
    r"[^.,;:!?\n]{0,32}\son\s(?:the\s)?$"
)
_QUESTIONED = AnyCase(r"\b(?:if|why|whether or)\snot\s(?:by\s|on\s|the\s){0,2}$")
_MOVED_FROM = AnyCase(
    r"(?<![\w-])(?:moved?|moves|moving|(?:pre|post)pon\w*|resched\w*|advanced|push\w*|shift\w*|chang\w*|"
    r"slip\w*(?!\sint?o?\b)|slid\w*|bring|brought|delay\w*|pulled)\b(?:(?!\band\b)[^.,:;!?\n]){0,60}(?:,\s|\b)(?<!\bnow\s)from\s(?:the\s)?$"
    r"|\b(?:goes|gone|went)\s(?:back\s|out\s)?from\s(?:the\s)?$"
)
# The number of a day was read with what leads to it: "to the 15th from 22nd".
_OWN_LEAD = AnyCase(r"(?:from|by|on|for|until|till|before)\s")
# "May 5 is now May 12", "the May 5 launch moves to May 12".
_BECOMES = re.compile(
    r"(?:(?!\b(?:and|but|so|then|with|for|while|as|because)\b)[^.,;:!?\n()]){0,40}?"
    r"\s(?:(?:has\s|have\s|is\s|was\s|are\s|been\s|being\s|will\s|now\s|to\sbe\s)*"
    r"(?:mov(?:es?|ed|ing)|slip(?:s|ped)?|shift(?:s|ed)?|pushed|postponed|delayed|rescheduled|changed?|changes|brought|pulled|goes|put)"
    r"\s(?:back\s|out\s|up\s|forward\s|ahead\s|off\s|on\s)?(?:to|until|till)|becomes|is\snow|has\sbecome)\s(?:on\s)?(?:the\s)?",
    re.IGNORECASE,
)
_OLD = ("was", "old", "old date", "previous", "previously", "original", "originally", "before", "until now", "so far")
_BECOMES_REACH = 80
# "The box cannot be in shops on 2 November as planned".
_NOT_AS_PLANNED = re.compile(
    r"[ ](?:as\s(?:(?:was\s|we\s)?(?:planned|agreed|said|hoped|promised)|originally)|any\s?more|any\slonger"
    r"|after\sall)\b",
    re.IGNORECASE,
)
_CANNOT_BE = AnyCase(r"(?:n't|\bnot|cannot|\bno longer)\s[^.;!?\n]{0,48}$")
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


def _is_old(text: Text, one: Days) -> bool:
    """Whether the day stands in the column of what was, before it was changed: "Was | Now"."""
    column = column_of(text, one)
    return column is not None and text.words[column.start : column.end].strip(" :").lower() in _OLD


def is_withdrawn(text: Text, one: Days, after: Days | None) -> bool:
    """Whether the client takes this very mention back: "not the 12th", "moved from June 5", "the 4th, no, the 5th"."""
    if is_corrected(text.words, one, after) or _is_old(text, one):
        return True
    lead = _OWN_LEAD.match(text.words, one.start)
    before = text.words[max(0, one.start - 90) : lead.end() if lead else one.start]
    if after is not None and _BECOMES.fullmatch(text.words, one.end, min(after.start, one.end + _BECOMES_REACH)):
        return True
    if one.form != "range" and "from" in before[-_FROM_REACH:].lower() and _MOVED_FROM.search(before):
        return True
    if _CALLED_OFF.match(text.words, one.end, min(len(text.words), one.end + 80)):
        return True
    if _CANNOT.search(before[-64:]):
        return True
    if _NOT_AS_PLANNED.match(text.words, one.end) and _CANNOT_BE.search(before):
        return True
    return _WITHDRAWN.search(before[-40:]) is not None and not _QUESTIONED.search(before)
