"""What the sums of one mail say of each other: which was corrected to which, which are the parts of which."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from briefs.mail import Mail, SegmentKind
from extract.anycase import AnyCase
from extract.country import Country
from extract.money_shapes import counts_something
from extract.signs import Signs
from extract.values.money import DAY_OF, LONGEST_NUMBERED, Bound, Sum, sums

_REACH = 160  # characters from a sum to the next that corrects it
_CLOSE = 60  # where the words alone do not tell that the same money is meant
_LEAD = 60  # characters before a sum
_MOST_PARTS = 6
_PARTS_REACH = 400  # characters from a part to the next
_BARE_REACH = 80  # where nothing shows that it is money: "July 1" and "September 11" make up no $12,000
_THOUSAND, _SMALL = 1000, 100

_ABOUT = r"(?:\s?(?:about|around|roughly|maybe|only|just|more\slike|at|a))?\s$"
# Right before the sum that stands: these take back what was said before.
_CORRECTS = AnyCase(
    r"(?:\b(?:becomes?|(?:is|has)\sbecome|turns\sinto|sorry|correction|(?:scratch|strike|scrap|forget)\sthat|kidding|(?:no,?\s)?wait|hang\son|I\smeant?|or\srather|oops|my\smistake|"
    r"(?:should|ought\sto|must)\s(?:be|read|have\s(?:been|said))|typo|not\sright|misspoke|make\sthat)"
    r"[,:.;!—–-]{0,2}(?:\s(?:it's|it\sis|make\s(?:it|that)|that's|to\ssay|we\shave|call\sit|no\smore\sthan))?)" + _ABOUT
)
# And these where the sum before was a plan: "we had 12k put by, so make it 9k".
_STANDS = AnyCase(
    r"(?:\b(?:make|call)\s(?:it|that|this)|\blet's\s(?:say|call\sit|make\sit)|\b(?:has|have|had|'s|'ve)?\s?(?:come|came)\s"
    r"(?:round|around|down|up)\sto|\bsettled\s(?:on|at|for)|\b(?:cut|trimmed|lowered|raised|brought|bumped|reduced|upped)"
    r"(?:\s(?:it|us|that|this|me|things))?(?:\s(?:back|down|up))?\sto|\b(?:down|back(?:\sup)?)\sto"
    r"|\bnow(?:\s(?:it's|it\sis|it\swill\sbe|we\shave|we've\sgot|I\shave|we're\sat|stands\sat|have|is|only|at))?"
    r"|\b(?:it\sis|it's|is|are|have|stands)\snow(?:\sonly|\sjust|\sat)?"
    r"|\b(?:but|only|just)\s(?:got|get|have|received|awarded|have\sto\sstick\sto)"
    r"|\bended\sup\s(?:with|at)|\bcan\s(?:only|now)\s(?:do|spend|go\sto|have|afford)|\bgoing\sto\sbe|\bdecided\son)"
    + _ABOUT
)
_PLANNED = AnyCase(
    r"\b(?:had|planned|planning|was|were|wanted|hoped|hoping|thinking|thought|intended|meant|mentioned|said|told|asked|"
    r"budgeted|originally|initially|at\sfirst|first|earlier|before|set\saside|in\smind|put\s(?:by|aside)|'d)\b"
)
_ANOTHER_THING = AnyCase(r"\b(?:for|on)\s(?:the|a|our|your|that)\s\w+(?:\s\w+)?,?\s(?:\w+\s){0,3}$|;\s")
# "We're at $27,000 now and not $33,500", "5500 for it all, not 4200".
_NOT_THAT = AnyCase(
    r"(?:\s(?:on|for)\s(?:the|this|that|it|all|both|everything)(?:\s[\w'-]+){0,4}|\snow)?,?\s(?:and\s|but\s)?"
    r"(?:not|instead\sof|rather\sthan|in\splace\sof|(?:down|up)\sfrom)\s(?:(?:the|that|our)\s)?(?:old\s)?$"
)
_SOME_OF_IT = AnyCase(
    r"\b(?:of\s(?:it|that|this|them|which)|(?:from|within|out\sof)\s(?:it|this|that|these|which)|thereof)\b",
)
_OF_IT = re.compile(
    r"\s(?:(?:out\s)?of|from|within)\s(?:it|that|this|which|the\s(?:total|whole|lot|sum))\b", re.IGNORECASE
)
_OF_IT_BEFORE = re.compile(
    r"\b(?:(?:of|from|within)\s(?:it|that|this|which|the\s(?:total|whole|lot|sum))|thereof),?\s(?:[\w'’-]+\s){0,3}$",
    re.IGNORECASE,
)
_SHARE_REACH = 160
_LEFT = AnyCase(r"\b(?:leav\w+|remain\w*|left|but\s(?:only|just)|what's\sleft|the\srest|balance)\b")
_YOURS = re.compile(
    r"\b(?:(?:for|to)\s(?:you|your\w*|ye|ya|y'all|us|comms|communications?|the\swork)"
    r"|(?:your|our)\s(?:part|side|share|bit)|"
    r"(?:you|ye|ya)(?:'ve|\shave|'ll)?\s(?:get|got|have)|(?:is|are)\sfor\sthis)\b",
    re.IGNORECASE,
)
_YOURS_NEAR = re.compile(rf"[^.!?\n]{{0,40}}?{_YOURS.pattern}", re.IGNORECASE)
_YOURS_REACH = 60


def corrected(words: str, found: Sequence[Sum]) -> dict[Sum, Sum]:
    """The sums that the next one stands for: "we had £12k put by, but the press broke, so make it £9k"."""
    money = [
        amount
        for amount in found
        if amount.marked or amount.scale > 1 or (amount.low >= _SMALL and not counts_something(words, amount))
    ]
    gone = {one: other for one, other in pairwise(money) if _is_corrected(words, one, other)}
    return gone | {other: one for one, other in pairwise(money) if _is_rather(words, one, other)}


def _is_corrected(words: str, one: Sum, other: Sum) -> bool:
    between = words[one.end : other.core.start]
    if len(between) > _REACH or "\n\n" in between or (one.marked and other.marked and one.currency != other.currency):
        return False
    if _CORRECTS.search(between):
        return len(between) <= _CLOSE or _PLANNED.search(words, max(0, one.start - _LEAD), one.end + _CLOSE) is not None
    if not _STANDS.search(between) or _ANOTHER_THING.search(between):
        return False
    before = max(words.rfind(stop, 0, one.start) for stop in (". ", "? ", "! ", "\n\n"))
    lead = words[max(0, before, one.start - _LEAD) : one.start]
    return _PLANNED.search(lead) is not None or _PLANNED.search(between) is not None


def _is_rather(words: str, one: Sum, other: Sum) -> bool:
    return (one.marked or other.marked) and _NOT_THAT.fullmatch(words, one.end, other.core.start) is not None


def is_stated(words: str, one: Sum, other: Sum) -> bool:
    """Whether what stands between the two says that the other is money as well: "make it", "I meant"."""
    between = words[one.end : other.start]
    return len(between) <= _REACH and bool(_CORRECTS.search(between) or _STANDS.search(between))


def adding_up(found: Sequence[Sum]) -> frozenset[Sum]:
    """A whole and the sums beside it that make it up: "$80,000: $50,000 production, $30,000 media"."""
    exact = [amount for amount in found if amount.bound is not Bound.RANGE and (amount.marked or amount.scale > 1)]
    told: set[Sum] = set()
    for index, whole in enumerate(exact):
        for beside in (exact[index + 1 : index + 1 + _MOST_PARTS], exact[max(0, index - _MOST_PARTS) : index][::-1]):
            told.update(_making_up(whole, beside, 1))
    return frozenset(told)


def shares(words: str, found: Sequence[Sum]) -> frozenset[Sum]:
    """The sums that are told as a part of the one before: "€15,000 of that must stay here", "9,000 of it"."""
    return frozenset(
        part
        for whole, part in pairwise(found)
        if (whole.marked or whole.scale > 1)
        and part.low < whole.high
        and part.start - whole.end <= _SHARE_REACH
        and (_OF_IT.match(words, part.end) or _OF_IT_BEFORE.search(words, whole.end, part.start))
    )


def bare_parts(words: str, found: tuple[Sum, ...]) -> dict[Sum, Sum]:
    """Bare numbers that make up the sum before them, as the sums they are: "of the £14k, 9 on the film, 5 on ads"."""
    sums_of: dict[Sum, Sum] = {}
    for index, whole in enumerate(found):
        if whole.low < _THOUSAND or whole.bound is Bound.RANGE or not (whole.marked or whole.scale > 1):
            continue
        beside = [
            amount
            for amount in found[index + 1 : index + 1 + 2 * _MOST_PARTS]
            if not amount.marked and amount.scale == 1 and amount.low < _SMALL and not _is_counted(words, amount)
        ]
        # The first may be what is no more: "$17,500 now instead of 35: ten for posters, seven and a half for ads".
        made = _making_up(whole, beside[:_MOST_PARTS], _THOUSAND, _BARE_REACH) or _making_up(
            whole, beside[1 : 1 + _MOST_PARTS], _THOUSAND, _BARE_REACH
        )
        for part in made[1:]:
            worth = part.low * _THOUSAND
            sums_of[part] = replace(
                part, low=worth, high=worth, scale=_THOUSAND, currency=whole.currency, marked=whole.marked
            )
    return sums_of


def _is_counted(words: str, amount: Sum) -> bool:
    if DAY_OF.search(words, max(0, amount.start - LONGEST_NUMBERED), amount.start):
        return True
    behind = words[amount.end : amount.end + 6].split()[:1]
    return counts_something(words, amount) and behind not in (["goes"], ["go"], ["into"], ["towards"])


def _making_up(whole: Sum, beside: list[Sum], times: int, reach: int = _PARTS_REACH) -> list[Sum]:
    """The whole and the nearest of `beside` that sum to it; nothing where they do not."""
    total, parts, last = 0 * whole.low, [], whole
    for part in beside:
        if max(part.start - last.end, last.start - part.end) > reach:
            break
        last = part
        total += part.low * times
        parts.append(part)
        if total == whole.low and len(parts) > 1:
            return [whole, *parts]
        if total > whole.low:
            break
    return []


def said_anew(words: str, found: tuple[Sum, ...], mail: Mail, country: Country) -> dict[Sum, Sum]:
    """Bare numbers told against a sum of the quoted mail: "make it 5500 not 4200" below which $4,200 stands."""
    pairs = [
        (one, other)
        for one, other in pairwise(found)
        if not one.marked and not other.marked and _NOT_THAT.fullmatch(words, one.end, other.start)
    ]
    if not pairs:
        return {}
    quoted = sums(mail.words_of(SegmentKind.HISTORY), country, "")
    earlier = {
        amount.low: amount
        for amount in quoted
        if amount.marked or (amount.low >= _THOUSAND and amount.low % _SMALL == 0)
    }
    anew: dict[Sum, Sum] = {}
    for one, other in pairs:
        for times in (1, _THOUSAND):
            known = earlier.get(other.low * times)
            if known is None or (times > 1 and (one.scale > 1 or one.low >= _THOUSAND)):
                continue
            scale = max(one.scale, times)
            worth = (one.low * times, one.high * times)
            anew[one] = replace(
                one, low=worth[0], high=worth[1], scale=scale, currency=known.currency, marked=known.marked
            )
            break
    return anew


def divided(words: str, amount: Sum, following: Sum | None) -> Signs:
    """Whether the next sum is what is left of this one for the work: "a grant of £1,000 but only £300 for this"."""
    if following is None or following.start - amount.end > _REACH or following.high > amount.high:
        return {}
    between = words[amount.end : following.start]
    behind = words[following.end : following.end + _YOURS_REACH]
    return {
        "a part follows": float(_SOME_OF_IT.search(between) is not None),
        "what is left follows": float(_LEFT.search(between) is not None),
        "what is yours follows": float(_YOURS.search(between) is not None or _YOURS_NEAR.match(behind) is not None),
    }
