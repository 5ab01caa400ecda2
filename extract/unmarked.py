"""How much a number without a currency must make up for to be a sum of money."""

import re

from extract import clauses
from extract.anycase import AnyCase
from extract.roles import Scene
from extract.text import Text
from extract.values.money import Bound, Sum

_UNMARKED = 0.5  # more is asked of a number without a currency
_BARE = 2.5  # and of one without a scale too
_NO_MONEY = 5.0  # and of one that nothing near says is money
_NAMED = ("money.named", "money.part", "money.allin")
_LEAD = 96  # characters before it
_MUCH = 500  # from here on a bare number may be what somebody has
_BUDGET_BEFORE = AnyCase(
    r"\b(?:budget|spend|funding|funds|money|investment|allowance|cap|ceiling|limit|max|maximum)\b[^.!?\n]{0,24}$"
)
_METRES = re.compile(r"\d{1,3}(?:\.\d)? ?m")  # of a stand, or millions
_SAID = (
    r"(?:,?\s(?:gosh|oh|um+|uh|er|erm|well|what|let's\ssay|say|let\sme\ssee|like|I\sguess|I\sthink|you\sknow|hmm+),?"
    r"(?=\s))?"
)
_SPENDS = AnyCase(
    r"\b(?:(?:to|can|could|will|would|may|might)\s(?:only\s|just\s)?(?:spend|pay|afford|invest)|spending"
    r"|(?:what|all|which)\s(?:I|we)(?:'ll|\scan|\scould|\swill|\swould)\s(?:pay|give|offer|spare|do)(?:\syou)?(?:\s(?:for|on)\s[^.!?\n]{1,48})?\sis"
    rf"){_SAID}\s(?:about\s|around\s|roughly\s|only\s|maybe\s|up\sto\s|like\s|just\s)*$"
)
# "Found you 900 more", "top it up with 1,500 of my own": money is handed over.
_HANDS = AnyCase(
    r"\b(?:(?:found|find|finding|got|gotten|freed\sup|scraped\stogether|giv\w+|gave|spare)\s(?:you|us)"
    r"(?:\sguys|\sall|\sboth)?(?:\sup)?|top(?:ped|ping)?\s(?:(?:it|this|that|you|things|us)\s)?up\s(?:with|by)|"
    r"chip(?:ped|ping)?\sin(?:\swith)?|kick(?:ed|ing)?\sin|been\sgiven|"
    r"you\s(?:guys\s|all\s|lot\s)?(?:get|can\shave|can\stake|keep))\s"
    r"(?:about\s|around\s|another\s|an\sextra\s|up\sto\s|like\s|maybe\s)*$"
)
_GOES_TO = AnyCase(r"\b(?:go(?:ing)?\s(?:as\s(?:high|far)|(?:up\s)?to)|stretch|spend|pay|afford)\b")
_HAS = AnyCase(
    r"\b(?:I|we)(?:'ve|\shave)?(?:\sonly|\sjust)?(?:\s(?:have|got))?(?<!\bI)(?<!\bwe)\s"
    r"(?:about\s|around\s|roughly\s|only\s|maybe\s|like\s|just\s|some\s)*$"
)
# "Would 500 be enough?", "is 900 okay?", "will 250 do it?", "750 OK?": who asks that of a number asks it of money.
_ASKED = AnyCase(
    r"(?:^|[,.;:!?\n–—-]\s?|\b(?:would|will|is|if|does|could|can|think)\s)(?:about\s|around\s|like\s|maybe\s)*$",
)
_ENOUGH = re.compile(
    r"\s(?:(?:would|will|might)\s)?(?:be\s|seem\s|sound\s)?(?:too\s|at\sall\s|about\s|even\s|totally\s)?(?:enough|okay|ok|fine|all\sright|alright|do(?:\sit|\sthe\strick)?|suffice|"
    r"silly|ridiculous|reasonable|realistic|fair|doable|feasible|mad|crazy|daft|insane|laughable|unreasonable|low|little|"
    r"cover\s(?:it|that|this))(?:\s(?:for\s(?:it|this|that|all\s(?:of\s)?that|everything|the\slot)|with\syou))?\s?(?=[?]|$)",
    re.IGNORECASE,
)
_COUNTS = AnyCase(
    r"\b(?:how\smany|quantit\w+|qty|print\srun|run\sof|copies|pieces|units|pcs|seats|characters|words|guests|people|resolution|pixels|"
    r"dpi|gsm|tickets?|entr(?:y|ance)|fares?|prices?|charg\w+)\b",
)
_OPENS = re.compile(r"(?:^|[.;:!?\n]\s{0,2})$")
_PLEASE = re.compile(r",?\s(?:please|pls|plz|cash|cash\sin\shand|in\scash|tops|all\sin)\s?(?=[.!?\n]|$)", re.IGNORECASE)
# "Got about 1800 for it": as _HAS, where nobody is named.
_GOT = AnyCase(
    r"(?:^|[.;!?,\n]\s{0,2})(?:only\s|just\s)?(?:got|have)\s(?:(?:about|bout|around|roughly|only|maybe|like|just|some|another)\s)*$",
)
_DONE_FOR = AnyCase(
    r"\b(?:done|made|designed|drawn|printed|built|produced|do\s(?:it|this|that|one|them|(?:the|this|that|our|all|both)\s\w+(?:\s\w+)?))\sfor\s(?:about\s|around\s|under\s)?$"
)
_PUT_DOWN = AnyCase(r"\b(?:put|pencil|mark)\s(?:me|us)\s(?:down|in)\s(?:for|at)\s(?:about\s|around\s)?$")
# "Six fifty is what I got for it".
_IS_WHAT = re.compile(
    r"\s(?:is|was)\s(?:about\s)?(?:what|all)\s(?:that\s)?(?:I|we)(?:'ve)?\s"
    r"(?:got|have|can\s(?:spend|do|pay|give|afford|spare|manage)|could\s(?:find|spare|scrape))\b",
    re.IGNORECASE,
)
_FOR_IT = re.compile(
    r"\s(?:more\s|extra\s)?(?:to\sspend\b|(?:for|to\sspend\son)\s(?:it|this|that|the\s(?:job|whole|lot))\b)",
    re.IGNORECASE,
)
# "2k for the video, 400 for the cards": a list of what each is to cost.
_LISTED = AnyCase(
    r"(?:[$€£₹]\s?\d[\d.,]*|\d[\d.,]*\s?(?:k|grand|euros?|dollars|bucks|quid|pounds))\s(?:for|on)\s(?:the\s|our\s|each\s)?"
    r"[\w'-]+(?:\s[\w'-]+)?(?:,\s(?:and\s|then\s)?|\sand\s|;\s)(?:another\s)?$"
)
_LISTED_FOR = re.compile(r"\s(?:for|on)\s(?:the|our|each|every)\b", re.IGNORECASE)
_MONEY = AnyCase(r"[$€£₹]\s?\d|\b(?:budget|money|spend|afford|cost|costs|dollars|bucks|euros?|quid|pounds)\b")


def doubt_of(text: Text, around: Scene, amount: Sum, near: dict[str, float]) -> float:
    """How much a number without a currency must make up for."""
    if amount.scale >= 1000 and _METRES.fullmatch(text.words, amount.core.start, amount.core.end) is None:
        return _UNMARKED
    row = around.sentence.block.shape is clauses.Shape.ROW
    named = near.get("money.named", 0.0) >= 1.0 or (row and any(near.get(kind) for kind in _NAMED))
    if named:
        return 0.0
    before = text.words[max(0, amount.start - _LEAD) : amount.start].lower()
    if _is_spent(text.words, amount, before):
        return _UNMARKED
    if amount.scale > 1 and amount.bound is Bound.MOST and _MONEY.search(text.words):
        return _UNMARKED  # "last year cost me 700, so a hundred tops"
    stated = amount.scale > 1 or near.get("money.allin") == 1.0 or _BUDGET_BEFORE.is_in(before)
    return _BARE if stated else _NO_MONEY


def is_asked(words: str, amount: Sum) -> bool:
    """ "Would 500 be enough?", "is $900 okay?", where no number of pieces was spoken of."""
    if _ENOUGH.match(words, amount.end) is None:
        return False
    before = words[max(0, amount.start - _LEAD) : amount.start]
    return _ASKED.search(before) is not None and _COUNTS.search(before) is None


def _is_spent(words: str, amount: Sum, before: str) -> bool:
    """ "I can spend about 1800"; "I've got about 3800" where the mail speaks of money at all."""
    if (
        _IS_WHAT.match(words, amount.end)
        or _SPENDS.is_in(before)
        or _HANDS.is_in(before)
        or _DONE_FOR.is_in(before)
        or _PUT_DOWN.is_in(before)
        or (_LISTED_FOR.match(words, amount.end) and _LISTED.is_in(before))
    ):
        return True
    if is_asked(words, amount) or (
        _OPENS.search(before) and _PLEASE.match(words, amount.end) and _COUNTS.search(before) is None
    ):
        return True
    if _GOT.search(before) and (
        amount.low >= _MUCH or _FOR_IT.match(words, amount.end) or _PLEASE.match(words, amount.end)
    ):
        return True
    if amount.bound is Bound.MOST and amount.low >= _MUCH and _GOES_TO.search(words, amount.start, amount.core.start):
        return True
    if _HAS.is_in(before) and amount.low >= _MUCH and _FOR_IT.match(words, amount.end):
        return True
    return _HAS.is_in(before) and amount.low >= _MUCH and _MONEY.search(words) is not None
