"""Which sums are the budget of this work: money found anywhere, its role weighed from the words around it."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from briefs.errors import BriefsError
from briefs.findings import Field, Finding
from briefs.money import MoneyRange, minor_units
from extract.clauses import Shape
from extract.roles import Scene, dominant, label_of, scene
from extract.span import Span, at
from extract.text import Text
from extract.values.money import Bound, Sum, sums

RULE = "budgets"

# What a kind of term (vocabulary/money.jsonl) says for or against, where it stands in the sum's own stretch.
_WEIGHTS = {
    "money.named": 3.0,
    "money.given": 2.4,
    "money.more": 2.4,
    "money.part": 2.0,
    "money.allin": 2.2,
    "money.whole": 1.4,
    "money.past": -3.2,
    "money.was": -1.8,
    "money.price": -3.0,
    "money.billed": -3.6,
    "money.fined": -4.5,
    "money.quoted": -2.6,
    "money.refused": -3.4,
    "money.elsewhere": -4.0,
    "money.income": -3.6,
    "money.prize": -3.8,
    "money.rate": -3.4,
}
_BOUNDS = {Bound.EXACT: 0.0, Bound.RANGE: 0.5, Bound.MOST: 2.0, Bound.LEAST: 0.2}
_NEAR = (1.0, 0.5, 0.2)  # own stretch, the next, farther in the sentence
_ENOUGH = 1.0
_UNMARKED = 0.5  # more is asked of a number without a currency
_BARE = 2.5  # and of one without a scale too

_UNIT = re.compile(
    r"\s?(?:/\s?\w|each\b|apiece\b|a\s?piece\b|(?:per|p/)\s?\w+|an?\s(?:head|piece|pop|month|year|week|day|night|hour|person|unit|"
    r"bag|bottle|box|can|case|pound|kilo|seat|ticket|thousand|click|mile|copy|sheet|sign|panel|plate|pair|dozen|pack|go|"
    r"time|share|job|project|campaign|square|litre|liter|gallon|session|visit|class|couple|family|car|word|page|point|post|image|item|slot|spot)\b"
    r"|off\b|back\b|p/?m\b|pcm\b|pp\b|p\.a\b|cpm\b|cpc\b|CPM\b)",
    re.IGNORECASE,
)
_SUPERSEDED = re.compile(r"\s?(?:->|→|=>|to)\s?(?:about\s)?[A-Z]{0,3}[$€£₹]?\d")
_FROM = re.compile(r"\bfrom\s(?:the\s)?$", re.IGNORECASE)
_WITHDRAWN = re.compile(
    r"(?:\bnot|\binstead of|\brather than|\bwas|\bnot the|\bused to be|\boriginally|\bpreviously|\bno longer|\bversus|\bvs\.?|"
    r"\bdown from|\bup from|\bforget(?:\sabout)?)\s(?:the\s|our\s|that\s)?(?:old\s|original\s|previous\s)?$",
    re.IGNORECASE,
)
_ATTRIBUTE_BEFORE = re.compile(
    r"\b(?:an?|the|that|this|those|these|our|your|their|his|her)\s(?:\w+\s)?$", re.IGNORECASE
)
_ATTRIBUTE_AFTER = re.compile(
    r"(?:\s|-)(?!(?:so|in|on|at|to|for|and|or|if|but|we|I|you|he|she|they|it|is|are|was|from|of|as|all|plus|incl\w*|"
    r"excl\w*|ex|max\w*|tops|total|cap|ceiling|limit|budget|spend|media|production|creative|which|that|this|with|when|will|should|"
    r"would|can|may|must|has|had|have|by|net|gross|more|less|now|out|set|pot|figure|fund\w*|allowance|allocation|range|ballpark|"
    r"envelope|grant|mark|before|after|until|over|between|or|then|left|available|there|here|max|because|including)\b)[a-z]{3,}",
)
_GOES_ON = re.compile(
    r"(?:\s|-)(?=[^\W\d_])([^\W\d_']+)",
)
_AFTER_NUMBER = frozenset(
    "all and but or for to in is max maximum tops total plus incl including included inclusive excl excluding ex budget if on with "
    "at from as production media of cap ceiling limit set left though altogether this so because squirreled available net gross "
    "approved which that we i it he she you they from creative was will would should must should, cash ish ish. minimum min "
    "together tucked earmarked allocated thanks overall design print printing development everything thru through by over under a not no "
    "put aside please now then when once after before until would can could may".split()
)
_CODE_BEFORE = re.compile(
    r"(?:#|\bno\.?|\bjob|\bpo|\bp\.o\.|\binvoice|\border|\bref\.?|\bitem|\bversion|\bext\.?|\bx|\bpage|\broom|\bsuite|\bunit|\bline)\s?#?:?\s?$",
    re.IGNORECASE,
)
_ASKS_MONEY = re.compile(
    r"\b(?:budget|money|spend|cost|how much|funds?|figure|number in mind|price|ballpark|investment)\b", re.IGNORECASE
)
_BUDGET_BEFORE = re.compile(
    r"\b(?:budget|spend|funding|funds|money|investment|allowance|cap|ceiling|limit|max|maximum)\b[^.!?\n]{0,24}$",
    re.IGNORECASE,
)
_ASKS_PAST = re.compile(
    r"\b(?:was|were|last|did|paid|spent|charged?|quot\w+|invoice\w*|previous\w*|ago)\b", re.IGNORECASE
)
_PART_LABEL = re.compile(
    r"\b(?:production|creative|media|design|print\w*|photograph\w*|shoot|video|film\w*|agency|fees?|placement|talent|postage|mailing|illustration|"
    r"music|influencers?|digital|social|search|radio|tv|outdoor|studio|artwork|copywriting|development|translation|contingency|total)\b",
    re.IGNORECASE,
)
_NAME = 48  # a longer "label" is a sentence that ends in a colon
_ASIDE = re.compile(
    r"[(\s]*(?:it |this |that )?(?:was|previously|originally|formerly|ly|last year|up from|down from|vs|versus|not|instead of|rather than)\b",
    re.IGNORECASE,
)
_FEW = 6
_APPROXIMATE = frozenset(
    "about around roughly approximately approx circa ca say maybe perhaps somewhere ideally please thanks or so".split()
)
_TAKEN_OFF = re.compile(
    r"\b(?:cut|reduc\w+|trim\w*|los[et]\w*|knock\w*|shav\w+|tak\w+|sav\w+|slic\w+|drop\w*)\s(?:it\s|that\s|this\s|us\s|(?:the\s)?(?:budget|total|spend)\s)?"
    r"(?:by\s|back\s|off\s|out\s)?(?:another\s|about\s|the\s)?$",
    re.IGNORECASE,
)
# "Bring the media down to 40k", "increase the print by 2k".
_CHANGED = re.compile(
    r"\b(?:rais|increas|bump|lift|boost|extend|cut|reduc|trim|drop|bring|slash|lower|scal|pare|shrink|squeez|revis|adjust|chang|correct|amend|updat)\w*\s"
    r"(?:[\w'-]+\s){0,4}(?:to|by|at)\s(?:about\s|around\s|just\s)?$",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s(?:more|extra|on top|additional)\b(?!\sthan)", re.IGNORECASE)
_JOB = re.compile(r"(?:\s|-)(?:\w+\s)?(?:job|project|brief|assignment|campaign|buy|shoot|production)\b", re.IGNORECASE)
_VIDEO = re.compile(r"^[248]K$")  # the size of a picture
_SHARE = re.compile(r"\s(?:of\s(?:it|that|which|this|them)\b|(?:or\sso\s)?all[\s-]in\b)", re.IGNORECASE)


def find(text: Text) -> Iterator[Finding]:
    found = sums(text.words, text.country, "")
    home = _home(text, found)
    for index, amount in enumerate(found):
        shared = _shared(text, found[:index], amount)
        known = replace(shared, currency=shared.currency or home)
        weight = _weight(text, known)
        if weight is None or weight < _ENOUGH:
            continue
        try:
            value = _value(known)
        except BriefsError:  # finer than the currency's smallest coin, or no such currency: no sum anybody sets
            continue
        yield text.finding(Field.BUDGET, value, Span(known.start, known.end), RULE, _confidence(weight))


def _home(text: Text, found: tuple[Sum, ...]) -> str:
    """The currency of a number that shows none: what the rest of the mail shows, then the country's."""
    shown = next((amount.currency for amount in found if amount.marked), "")
    return (
        shown or (text.country.currency if text.country.shown else "") or text.setting.currency or text.country.currency
    )


def _value(amount: Sum) -> MoneyRange:
    low = None if amount.bound is Bound.MOST else minor_units(amount.low, amount.currency)
    high = None if amount.bound is Bound.LEAST else minor_units(amount.high, amount.currency)
    return MoneyRange(low, high, amount.currency)


def _shared(text: Text, before: tuple[Sum, ...], amount: Sum) -> Sum:
    """ "$60k, 40 of it media": the 40 takes its thousands and its currency from the sum before."""
    if amount.marked or amount.scale > 1 or amount.low >= 1000 or not before:
        return amount
    whole = before[-1]
    if whole.end < amount.start - 80 or whole.low < 1000 or not _SHARE.match(text.words, amount.end):
        return amount
    thousand = Decimal(1000)
    return replace(
        amount,
        low=amount.low * thousand,
        high=amount.high * thousand,
        scale=1000,
        currency=whole.currency,
        marked=whole.marked,
    )


def _weight(text: Text, amount: Sum) -> float | None:
    """The evidence that this sum is a budget; None where it cannot be one."""
    around = scene(text, amount)
    if around is None or amount.high <= 0:
        return None
    before = text.words[max(0, amount.start - 48) : amount.start]
    core = text.words[max(0, amount.core.start - 48) : amount.core.start]
    labels = _labels(text, around, amount)
    if _CHANGED.search(before) or _MORE.match(text.words, amount.end):
        labels["money.more"] = 1.0
    weight = sum(_WEIGHTS[label] * factor for label, factor in labels.items()) + _BOUNDS[amount.bound]
    named = labels.get("money.named", 0.0) >= 1.0
    if not amount.marked:
        doubt = _doubt(text, around, amount, before, labels)
        if doubt is None:
            return None
        weight -= doubt
    if _UNIT.match(text.words, amount.end):
        weight -= 2.0 if named or labels.get("money.given") == 1.0 else 6.0
    if _WITHDRAWN.search(core) or (_FROM.search(core) and _SUPERSEDED.match(text.words, amount.end)):
        weight -= 6.0
    job = _JOB.match(text.words, amount.end)
    if not named and not job and _ATTRIBUTE_BEFORE.search(before) and _ATTRIBUTE_AFTER.match(text.words, amount.end):
        weight -= 2.5
    if _TAKEN_OFF.search(before):
        weight -= 4.0
    if job:
        weight += 3.0
    return weight + _roundness(amount) + _alone(text, around, amount)


def _labels(text: Text, around: Scene, amount: Sum) -> dict[str, float]:
    """The kinds of terms around the sum, each with how near the nearest stands (1.0 in its own stretch)."""
    near: dict[str, float] = {}
    for index, stretch in enumerate(around.stretches):
        factor = _factor(text, around, index)
        for term in dominant(text.terms_in(stretch, *_WEIGHTS)):
            if not (amount.core if term.label == "money.named" else amount).overlaps(term):
                less = factor if _WEIGHTS[term.label] > 0 else factor * factor
                near[term.label] = max(near.get(term.label, 0.0), less)
    for term in dominant(text.terms_in(label_of(text, around), *_WEIGHTS)):
        near[term.label] = 1.0
    if _named(text, around, amount):
        near["money.named"] = 1.0
    block = around.sentence.block
    if block.shape is Shape.ROW and _PART_LABEL.search(block.label):
        near["money.part"] = 1.0
    if block.shape is Shape.ROW and _among_rows_of_money(text, around):
        near["money.named"] = max(near.get("money.named", 0.0), 0.6)
    return near


def _named(text: Text, around: Scene, amount: Sum) -> bool:
    """Whether a label, a heading, a short sentence before or a quoted question says that money for the job follows."""
    sentence = around.sentence
    names = (sentence.label, sentence.block.label, sentence.block.heading, _said_before(text, around))
    if any(len(name) <= _NAME and _ASKS_MONEY.search(name) and not _ASKS_PAST.search(name) for name in names):
        return True
    question = text.question_before(amount.start)
    return bool(question) and _ASKS_MONEY.search(question) is not None and not _ASKS_PAST.search(question)


def _among_rows_of_money(text: Text, around: Scene) -> bool:
    """A row of a table whose earlier rows, a few at most, name a budget."""
    index = bisect_left(text.layout.blocks, around.sentence.block.start, key=lambda block: block.start)
    for block in reversed(text.layout.blocks[max(0, index - _FEW) : index]):
        if block.shape is not Shape.ROW:
            return block.shape is Shape.HEADING and _ASKS_MONEY.search(text.words[block.start : block.end]) is not None
        if _ASKS_MONEY.search(block.label):
            return True
    return False


def _said_before(text: Text, around: Scene) -> str:
    """A sentence of a few words right before ("Budget? 20k.", "Money is tight. 3k.") names what follows."""
    before = at(text.layout.sentences, around.sentence.start - 2)
    if before is None or before.block != around.sentence.block:
        return ""
    words = text.words[before.start : before.end]
    return words if len(words.split()) <= _FEW or words.endswith("?") else ""


def _roundness(amount: Sum) -> float:
    """Budgets are round, prices end in nines and invoices in cents."""
    if amount.high < 50:
        return -3.0
    if amount.bound is Bound.RANGE or amount.scale >= 1000:
        return 0.7
    if amount.high != amount.high.to_integral_value() or amount.high % 10 == 9:
        return -1.2
    if amount.high < 1000:
        return 0.0
    return 0.7 if amount.high % (500 if amount.high < 100_000 else 5000) == 0 else -0.2


def _factor(text: Text, around: Scene, index: int) -> float:
    """How much a stretch has to say about the sum; an aside about another sum ("(was 64)", "LY 120k") nothing."""
    if index == around.here:
        return 1.0
    if _ASIDE.match(text.words, around.stretches[index].start):
        return 0.0
    between = text.words[
        min(around.own.end, around.stretches[index].end) - 1 : max(around.own.start, around.stretches[index].start)
    ]
    return _NEAR[2] if ";" in between else _NEAR[min(abs(index - around.here), 2)]


def _doubt(text: Text, around: Scene, amount: Sum, before: str, labels: dict[str, float]) -> float | None:
    """How much a number without a currency must make up for; None where it counts something else."""
    named = labels.get("money.named", 0.0) >= 1.0
    following = _GOES_ON.match(text.words, amount.end)
    if following and following[1].lower() not in _AFTER_NUMBER:
        return None
    if text.words[amount.end : amount.end + 1] in ("%", "°", '"', "'", ":"):
        return None
    if _CODE_BEFORE.search(before):
        return None
    if amount.scale >= 1000:
        return None if _VIDEO.search(text.words[amount.start : amount.end]) else _UNMARKED
    in_row = around.sentence.block.shape is Shape.ROW and any(
        labels.get(f"money.{kind}") for kind in ("part", "allin", "named")
    )
    named = named or in_row
    if amount.low < 100 or (amount.scale == 1 and not named and not _BUDGET_BEFORE.search(before)):
        return None
    if amount.low in range(1990, 2040) and text.words[amount.core.start : amount.core.end].isdigit():
        return None
    return 0.0 if named else _BARE


def _alone(text: Text, around: Scene, amount: Sum) -> float:
    """A sentence that is little more than the sum ("4 grand including postage.") states the money for the job."""
    sentence = around.sentence.words
    others = text.words[sentence.start : amount.start] + " " + text.words[amount.end : sentence.end]
    said = [word for word in re.findall(r"[\w'-]+", others.lower()) if word not in _APPROXIMATE]
    if amount.bound is Bound.LEAST or around.sentence.block.shape is Shape.ROW:
        return 0.0
    return 1.8 if len(said) <= 3 else 0.0


def _confidence(weight: float) -> float:
    return round(1 / (1 + math.exp(-0.7 * (weight - 0.6))), 2)
