"""Sums said without their thousands ("signed off on 38", "we are at twelve") where other sums are of thousands."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from briefs.mail import SegmentKind
from extract.anycase import AnyCase
from extract.text import Text
from extract.values.money import Sum, sums, with_bound

_THOUSAND, _SMALL = 1000, 100
_LEAD, _BEHIND = 64, 40  # characters
_TIMES = 20  # how much larger than the largest known sum one may be, or smaller than the smallest

_ABOUT = (
    r"(?:(?:about|around|roughly|only|just|maybe|say|like|some|another|an\sextra|an\sadditional|a\sfurther|the|up\sto|"
    r"at\smost|no\smore\sthan|at\s(?:the\s)?most|under|max|something\slike|more\slike|probably)\s){0,3}$"
)
# Who says this of a number says it of money.
_GRANTED = AnyCase(
    r"\b(?:sign(?:s|ed)?\soff\son|ok'?(?:d|s|ed|ay)|okay(?:ed|s)|approv(?:ed|es)|sanctioned|cleared|earmarked|ring-?fenced|"
    r"allocated|authori[sz]ed|budgeted|penci?l+ed\s(?:us\s|me\s)?in(?:\sat|\sfor)?|set\saside|put\s(?:aside|by)|"
    r"grant(?:ed|s)\s(?:us|me|you)|(?:gave|gives|given|allowed|allows|found|find|finding|get|gets)\s(?:us|me|you)|"
    r"(?:go|goes|going|gone|stretch(?:es|ed|ing)?|run)\s(?:past|over|above|beyond|north\sof)|(?:spend|spending|pay|afford|invest)|"
    r"stretch(?:es|ed|ing)?\s(?:it\s)?to|cover(?:s|ing)?\s(?:it|this|that|us)(?:\sup\sto)?|"
    r"(?:budget|spend|cap|ceiling|limit|pot|kitty|top|total)(?:\sis|'s|\swas|\sof|\sat|\sto)?(?:\snow)?|"
    r"(?:(?:I|we)(?:'ve|\shave)?\s(?:only|just)|have\s(?:only|just))\s(?:have|got|had|can\sdo)?|"
    r"(?:like|need|want|have|hope|hoping)\sto\s(?:be|stay|land|come\sin|end\sup)\s(?:at|around|near|closer\sto)|"
    r"(?:cut|trimmed|bumped|raised|lifted|upped|brought|took|taken|knocked)\s(?:us|it|me|that|the\sbudget)\s(?:down\s|up\s|back\s)?to)\s"
    + _ABOUT
)
# And who says this does so where the words behind the number agree.
_HAS = AnyCase(
    r"(?:\b(?:I|we|you|he|she|they|there)(?:'ve|'s|'re|'d|'ll|\shave|\shas|\sis|\sare|\scan|\scould|\swill)?\s?(?:only\s|just\s|now\s|still\s)?"
    r"(?:got|have|has|do|does|at|say|says|find|stand|go\sto)?|\bof\s(?:which|that|this|it)|\bmake\sit|\bcall\sit|\bin\sat|\bit(?:'s|\sis)(?:\sstill)?|(?:^|[.;:!?,\n–—-]\s?)(?:still|got|only|just)?)\s?"
    + _ABOUT
)
_STOPS = AnyCase(
    r"(?:\s(?:more|extra|tops|max|maximum|at\s(?:the\s)?most|all[\s-]in|in\stotal))?"
    r"(?:\s?(?:[.,;!?)]|$)|\s(?:for|this|that|if|and|but|so|plus|on\stop|to\s(?:spend|do|cover|make)|from|because|as\slong|with|now|is\s(?:a|the|our)\s(?:hard|absolute|max\w*|cap|ceiling|limit))\b)"
)
_MONEY_BEHIND = AnyCase(
    r"\s(?:more\s|extra\s|now\s|left\s)*(?:in\smind|tops|max\b|maximum|to\s(?:spend|play\swith|work\swith)|in\s(?:it\sfor|the\s(?:pot|kitty|budget))\b|"
    r"(?:is|was)\s(?:what|all)\s(?:that\s)?(?:I|we)(?:'ve)?\s(?:got|have|can|could)|is\s(?:spoken\sfor|earmarked|ring-?fenced|set\saside)|"
    r"all[\s-]in\b|for\s(?:it|this|that|everything|you|the\s(?:lot|whole|job))\b|if\syou\b|instead\sof\s\S{0,3}\d|"
    r"(?:of\s(?:it|that|this|which)\s)?(?:is|goes|gets|(?:has|needs)\sto\s(?:go|stay|be\s(?:spent|held|kept|set\saside))|must\s(?:go|stay|be\s(?:spent|held|kept)))\s"
    r"(?:for|on|to|in|into|towards?|with)\s)"
)
# "At ten", "by twelve", "the 12th and 14": times, days and things counted.
_NO_MONEY = AnyCase(
    r"\b(?:by|until|till|before|after|since|between|page|pages|chapter|item|number|no|aged?|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|"
    r"aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\s(?:the\s)?$"
)


def in_short(text: Text, found: Iterable[Sum]) -> dict[Sum, Sum]:
    """The numbers that stand for so many thousands, as the sums they are."""
    small = [each for each in found if _is_small(each)]
    known = [each for each in found if _is_large(each)] if small else []
    if not known and not any(True for _ in text.mail.parts_of(SegmentKind.HISTORY)):
        return {}
    small = [each for each in small if _is_said(text.words, each)]
    known += [each for each in _quoted(text) if _is_large(each)] if small else []
    if not small or not known:
        return {}
    least, most = min(each.low for each in known) / _TIMES, max(each.high for each in known) * _TIMES
    return {
        each: with_bound(text.words, _thousands(each, known[0]))
        for each in small
        if least <= each.low * _THOUSAND <= most
    }


def _is_small(amount: Sum) -> bool:
    return (
        not amount.marked
        and amount.scale == 1
        and 1 < amount.low == amount.high < _SMALL * 10
        and _is_short(amount.low)
    )


def _is_large(amount: Sum) -> bool:
    return amount.low >= _THOUSAND and (amount.marked or amount.scale >= _THOUSAND)


def _is_short(value: Decimal) -> bool:
    """24.5 and 120, not 12.75."""
    return value * 2 == (value * 2).to_integral_value()


def _is_said(words: str, amount: Sum) -> bool:
    before = words[max(0, amount.core.start - _LEAD) : amount.core.start]
    behind = words[amount.core.end : amount.core.end + _BEHIND]
    granted = _STOPS.match(behind) and _GRANTED.search(before)
    if not granted and not (_MONEY_BEHIND.match(behind) and _HAS.search(before)):
        return False
    return _NO_MONEY.search(before) is None


def _thousands(amount: Sum, known: Sum) -> Sum:
    worth = amount.low * _THOUSAND
    return replace(
        amount,
        low=worth,
        high=worth,
        scale=_THOUSAND,
        start=amount.core.start,
        end=amount.core.end,
        currency=known.currency,
    )


def _quoted(text: Text) -> tuple[Sum, ...]:
    return sums(text.mail.words_of(SegmentKind.HISTORY), text.country, "")
