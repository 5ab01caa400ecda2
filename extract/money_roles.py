"""Whether a sum is the budget of this work, weighed from the terms of vocabulary/money.jsonl around it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from extract import clauses
from extract.anycase import AnyCase
from extract.columns import column_of
from extract.money_shapes import Shape, counts_something, roundness, shapes
from extract.roles import Scene, dominant, label_of, scene
from extract.signs import Signs
from extract.span import Span, at
from extract.term import Term
from extract.text import Text
from extract.unmarked import doubt_of, is_asked
from extract.values.money import Bound, Sum

# What a kind of term says for or against, where it stands in the sum's own stretch of the sentence.
_NAMED, _GIVEN, _MORE, _PART = "money.named", "money.given", "money.more", "money.part"
_WEIGHTS = {
    _NAMED: 3.0,
    _GIVEN: 2.4,
    _MORE: 2.4,
    _PART: 2.0,
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
    "money.goods": -1.5,
    "money.source": 0.0,  # who the money is from: "from a donor" is not what donors gave in all
}
_BOUNDS = {Bound.EXACT: 0.0, Bound.RANGE: 0.5, Bound.MOST: 2.0, Bound.LEAST: 0.2}
_NEAR = (1.0, 0.5, 0.2)  # own stretch, the next, farther in the sentence
_AMONG_ROWS = 0.6
_SHAPES = {
    Shape.REPLACED: -6.0,
    Shape.TAKEN_OFF: -4.0,
    Shape.JOB: 3.0,
    Shape.ADDS_UP: 1.5,
    Shape.CORRECTS: 2.0,
    Shape.SHARE: 1.0,
}
_PER_PIECE = -6.0
_PER_PIECE_OF_OURS = -2.0  # "we have $2,000 per video"
_OF_ANOTHER_NOUN = -2.5
_ALONE = 1.8
_SMALL = 500
_PETTY, _OUTRIGHT = 50, 2.0  # a sum as small as this is a price unless a budget is named
_LEAST = 100  # of a number without a currency
_LEAST_PART = 200
_REACH_OF_THING = 32

_NAME = 48  # a longer "label" is a sentence that ends in a colon
_FEW = 6
_CLAUSE = 120  # characters on each side whose words count
_BREATH = 12  # words
_LONG = 400
_ASKS_MONEY = AnyCase(
    r"\b(?:budgets?|money(?:wise)?|spend|costs?|how much|funds?|funding|figure|number in mind|ballpark|investment|"
    r"total|fees?|"
    r"financials|(?:estimated|indicative|contract|tender|procurement)\s(?:\w+\s)?value)\b",
)
_MONEY_COLUMN = AnyCase(r"\b(?:budgets?|money|spend|funds?|we (?:can )?(?:pay|spend)|allocat\w+|ceiling|cap|limit)\b")
# "What'll 25 thousand buy me?", "what does $4,000 get us?"
_WHAT_DOES = AnyCase(r"\bwhat(?:'ll|'d|\s(?:will|would|does|do|can|could|might))\s(?:about\s|around\s|say\s)?$")
_GETS_US = re.compile(r"\s(?:buy|get|do\sfor|bring)\s(?:me|us)\b", re.IGNORECASE)
_SHARES_OUT = AnyCase(
    r"\b(?:(?:can|could|will|would|'ll) (?:pay|spend|commit|afford|do|give)|budgets?|money|spend|afford|"
    r"(?:split|divided?|shared?|broken|breaks?)\b.{0,24}\b(?:as follows|like (?:this|so)|down|out|below)|breakdown|"
    r"(?:have|set aside|put by) for (?:each|every|it|them)|allocat\w+)\b",
)
_ASKS_PAST = AnyCase(
    r"\b(?:was|were|last|did|paid|spent|charged?|quot\w+|invoice\w*|previous\w*|prior|ago|settlement)\b"
)
# A sum, not the year of "Budget for 2027?".
_STATES = AnyCase(r"[$€£₹¥]\s?\d|\d[.,]\d{3}|\d\s?(?:k|m|mio|million|thousand|grand|lakh|crore)\b|\b(?!20\d\d\b)\d{3,}")
_PRICED = AnyCase(r"\((?:it |this |that )?costs?:? $")  # "a survey in June (cost: $19,800)"
_PART_LABEL = AnyCase(
    r"\b(?:production|creative|media|design|print\w*|photograph\w*|shoot|video|film\w*|agency|fees?|placement|talent|"
    r"postage|mailing|"
    r"illustration|music|influencers?|digital|social|search|radio|tv|outdoor|studio|artwork|copywriting|development|"
    r"translation|"
    r"contingency|total)\b",
)
_ITEM_ENDS = re.compile(r"[,;](?:\s|$)|\sand\s")
# "With €8,000 from a foundation we would like to print a booklet".
_WITH = re.compile(
    r"\s*with\s(?:a\s|the\s|our\s|these\s|this\s|some\s|about\s|around\s|roughly\s|budget\sof\s)*$", re.IGNORECASE
)
_WE_MAKE = AnyCase(r"\b(?:we|I)(?:'d|'ll|\swould|\swant|\swill|\shope|\scan|\scould|\splan|\sneed|\sintend|\swish)\b")
# "Half a grand for postcards, 1.5k for Facebook ads": a part and the thing it is for.
_FOR_THING = re.compile(
    r"\s(?:for|on|towards?)\s(?:(?:the|our|some|an?|two|three|four|both|all|new)\s|\d{1,3}\s)*", re.IGNORECASE
)
# "We've put by 7,000, but that's for the new oven": for nothing that an agency makes.
_BUT_FOR = re.compile(
    r",?\s(?:but|only)\s(?:all\s)?(?:(?:that|it|this)(?:'s|\sis|\swas)|those\sare|they're)\s(?:all\s|already\s)?(?:for|going\s(?:on|to|into))\s"
    r"(?:the|our|my|her|his|their|a)\s(?!whole\b|entire\b|lot\b|total\b|year\b|season\b|campaign\b|job\b|work\b|project\b|launch\b)",
    re.IGNORECASE,
)
_RAISING = AnyCase(r"\braising\s(?:about\s|around\s|over\s|nearly\s|the\s(?:last\s|first\s|next\s)?|another\s)?$")
_CHARGED = AnyCase(r"\b(?:prices?|rates?|packages?|fees?|charges?|from|starting|costs?|sells?|buys?)\b")
# "The sellers do not want the street number": who refuses there refuses something else than the sum.
_OTHER_REFUSES = AnyCase(r"\b(?:the|my|your|his|her|their|our)\s(?:[\w'-]+\s){1,2}$")
_NAMES_A_THING = ("money.income", "money.goods", "money.price", "money.prize", "money.billed", "money.fined")
_ASIDE = re.compile(
    r"[(\s]*(?:it |this |that )?(?:was|previously|originally|formerly|ly|last year|up from|down from|vs|versus|not|"
    r"instead of|"
    r"rather than)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?:from|starting|starts?|begin\w*|over|above|more)\b", re.IGNORECASE)
_APPROXIMATE = frozenset(
    [
        "about",
        "around",
        "roughly",
        "approximately",
        "approx",
        "circa",
        "ca",
        "say",
        "maybe",
        "perhaps",
        "somewhere",
        "ideally",
        "please",
        "thanks",
        "or",
        "so",
        "i",
        "like",
        "just",
        "only",
        "probably",
        "cash",
        "in",
        "all",
        "plus",
        "vat",
        "moms",
        "mva",
        "guess",
        "think",
    ]
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """The evidence that a sum is a budget, above 0 for it, and the `signs` it is of."""

    weight: float
    signs: Signs


def weighed(text: Text, amount: Sum, told: Mapping[Shape, AbstractSet[Sum]]) -> Weighed | None:
    """None where the sum cannot be a budget. `told`: of which sums the other sums of the mail make something."""
    # Looked at first: it is cheap, and texts are full of bare numbers.
    if not amount.marked and ((amount.low < _LEAST and amount.scale < 1000) or counts_something(text.words, amount)):
        return None
    around = scene(text, amount)
    if around is None or amount.high <= 0:
        return None
    beside = shapes(text.words, amount) | {shape for shape, these in told.items() if these and amount in these}
    near = _terms(text, around, amount)
    if Shape.CHANGED in beside:
        near[_MORE] = 1.0
    doubt = 0.0 if amount.marked else doubt_of(text, around, amount, near)
    weight = sum(_WEIGHTS[label] * factor for label, factor in near.items()) + _BOUNDS[amount.bound] - doubt
    weight += sum(_SHAPES.get(shape, 0.0) for shape in beside)
    named = near.get(_NAMED, 0.0) >= 1.0
    if Shape.UNIT in beside:
        weight += _PER_PIECE_OF_OURS if named or near.get(_GIVEN) == 1.0 else _PER_PIECE
    if Shape.ATTRIBUTE in beside and not named:
        weight += _OF_ANOTHER_NOUN
    alone = _alone(text, around, amount)
    if amount.high < _SMALL and not named and near.get(_GIVEN) != 1.0 and not alone:
        weight -= 1.0  # a price that goes up is said as a budget is
    said = amount.marked and (named or near.get(_GIVEN) == 1.0) and Shape.UNIT not in beside
    plainly = amount.high < _PETTY and said and weight >= _OUTRIGHT  # "our budget is €20" says so outright
    weight += alone + (0.0 if plainly else roundness(amount))
    signs = _signs(near, beside, amount, alone) | _said_around(text, around, amount)
    return Weighed(weight, signs | {f"doubted {doubt}": 1.0} if doubt else signs)


def is_called_budget(each: Weighed) -> bool:
    """Whether the words beside the sum say outright that it is the money for the work."""
    return any(each.signs.get(f"{said} said in its own words") for said in ("named", "given"))


def _signs(near: Mapping[str, float], beside: Iterable[Shape], amount: Sum, alone: float) -> Signs:
    signs = {f"shaped as {shape}": 1.0 for shape in beside}
    for label, factor in near.items():
        said = label.removeprefix("money.")
        signs[f"{said} said"] = factor
        signs[f"{said} said in its own words"] = float(factor == 1.0)
    return signs | {"round": roundness(amount), "alone": alone}


def _said_around(text: Text, around: Scene, amount: Sum) -> Signs:
    """The words of the sum's own stretch, and whether it names something to be made."""
    own = around.own
    before = text.stems.within(max(own.start, amount.start - _CLAUSE), amount.start)
    behind = text.stems.within(amount.end, min(own.end, amount.end + _CLAUSE))
    signs = {f"'{word}' in its clause": 1.0 for word in dict.fromkeys((*before, *behind))}
    things = text.terms_in(Span(own.start, own.end), "deliverable")
    signs["a thing to make behind it"] = float(any(thing.start >= amount.end for thing in things))
    signs["a thing to make before it"] = float(any(thing.end <= amount.start for thing in things))
    return signs


def _terms(text: Text, around: Scene, amount: Sum) -> dict[str, float]:
    """The kinds of terms around the sum, each with how near the nearest stands (1.0 in its own stretch)."""
    near: dict[str, float] = {}
    by_core = (_NAMED, "money.price") if amount.bound is Bound.RANGE else (_NAMED,)  # "they cost from 49 to 320"
    for index, stretch in enumerate(around.stretches):
        factor = _factor(text, around, index)
        for term in dominant(text.terms_in(stretch, *_WEIGHTS)):
            if _speaks_of_another(text, term, amount):
                continue
            if not (amount.core if term.label in by_core else amount).overlaps(term):
                says = (factor if _WEIGHTS[term.label] > 0 else factor * factor) * _faded(text.words, term, amount)
                near[term.label] = max(near.get(term.label, 0.0), says)
    column = column_of(text, amount)
    for term in dominant(text.terms_in(column or label_of(around), *_WEIGHTS)):
        near[term.label] = 1.0
    if column is not None:
        if _MONEY_COLUMN.search(text.words, column.start, column.end):
            near[_NAMED] = 1.0
        near.pop("money.price", None)  # "Rooms" names the thing in the row
        if text.terms_in(column, "money.price"):
            near["money.price"] = 1.0
    if _named(text, around, amount):
        near[_NAMED] = 1.0
    block = around.sentence.block
    if block.shape is clauses.Shape.ROW and _PART_LABEL.search(block.label):
        near[_PART] = 1.0
    if _is_for_thing(text, around, amount):
        near[_PART] = 1.0
    if _WITH.match(text.words[around.sentence.start : amount.start]) and _WE_MAKE.search(
        text.words, amount.end, around.sentence.end
    ):
        near[_GIVEN] = 1.0
    if is_asked(text.words, amount):
        near[_GIVEN] = 1.0
    if _GETS_US.match(text.words, amount.end) and _WHAT_DOES.search(
        text.words, max(0, amount.start - _NAME), amount.start
    ):
        near[_GIVEN] = 1.0
        near.pop("money.price", None)  # what we buy is the work
    if _leads_to_parts(text, around):
        near[_PART] = 1.0
    if _is_for_other(text, amount):
        near["money.elsewhere"] = 1.0
    if _RAISING.search(text.words, max(0, amount.start - _REACH_OF_THING), amount.start):
        near["money.income"] = 1.0
    if amount.marked and _PART_LABEL.fullmatch(_beside(text.words, around, amount)):
        near[_PART] = 1.0  # "Design €2,000, print €1,500"
    if block.shape is clauses.Shape.ROW and _among_rows_of_money(text, around):
        near[_NAMED] = max(near.get(_NAMED, 0.0), _AMONG_ROWS)
    return near


def _leads_to_parts(text: Text, around: Scene) -> bool:
    """A row or bullet under "What we can pay for each:", "Split as follows:", and no price list."""
    block = around.sentence.block
    if block.under is None or block.shape not in (clauses.Shape.ROW, clauses.Shape.BULLET):
        return False
    under = block.under
    if not _SHARES_OUT.search(text.words, under.start, under.end):
        return False
    against = (term for term in dominant(text.terms_in(under, *_WEIGHTS)) if _WEIGHTS[term.label] < 0)
    return all(text.words[term.start : term.end].lower() == "each" for term in against)


def _speaks_of_another(text: Text, term: Term, amount: Sum) -> bool:
    """A donor film is no donation, and what the sellers do not want is not the sum before."""
    if term.label == "money.refused" and term.start >= amount.end:
        if text.words[term.start : term.end].lower() == "not the":
            return True  # "4 grand, and the sage green not the mint": what follows is meant
        return _OTHER_REFUSES.search(text.words, amount.end, term.start) is not None
    if term.label not in _NAMES_A_THING:
        return False
    things = text.terms_in(Span(term.start, term.end + _REACH_OF_THING), "deliverable")
    return any(
        (thing.start <= term.start and term.end < thing.end) or 0 <= thing.start - term.end <= 1 for thing in things
    )


def _is_for_thing(text: Text, around: Scene, amount: Sum) -> bool:
    """ "1.5k for Facebook ads", unless somebody's prices are listed."""
    leads = _FOR_THING.match(text.words, amount.end)
    if leads is None or amount.high < _LEAST_PART or _CHARGED.search(text.words, around.sentence.start, amount.start):
        return False
    things = text.terms_in(Span(leads.end(), leads.end() + _REACH_OF_THING), "deliverable")
    return bool(things) and not text.words[leads.end() : things[0].start].count(" ") > 2


def _is_for_other(text: Text, amount: Sum) -> bool:
    """ "£7,000, but that's for the new oven", unless what it is for is something to make."""
    leads = _BUT_FOR.match(text.words, amount.end)
    return leads is not None and not text.terms_in(Span(leads.end(), leads.end() + _REACH_OF_THING), "deliverable")


def _beside(words: str, around: Scene, amount: Sum) -> str:
    """The words that share the sum's item of a list."""
    before = _ITEM_ENDS.split(words[around.own.start : amount.start])[-1]
    behind = _ITEM_ENDS.split(words[amount.end : around.own.end])[0]
    return (before + behind).strip(" .:-–")


def _faded(words: str, term: Term, amount: Sum) -> float:
    """In a sentence without a stop, a dictated one, what stands twenty words off is about something else."""
    between = words[term.end : amount.start] if term.end <= amount.start else words[amount.end : term.start]
    apart = len(between.split())
    return 1.0 if apart <= _BREATH else 0.5 if apart <= 2 * _BREATH else 0.2


def _factor(text: Text, around: Scene, index: int) -> float:
    """How much a stretch has to say about the sum; an aside about another sum ("(was 64)", "LY 120k") nothing."""
    if index == around.here:
        return 1.0
    stretch, own = around.stretches[index], around.own
    if _ASIDE.match(text.words, stretch.start):
        return 0.0
    between = text.words[min(own.end, stretch.end) - 1 : max(own.start, stretch.start)]
    return _NEAR[2] if ";" in between else _NEAR[min(abs(index - around.here), 2)]


def _named(text: Text, around: Scene, amount: Sum) -> bool:
    """Whether a label, a heading, a short sentence before or a quoted question says that money for the job follows."""
    sentence = around.sentence
    names = (sentence.label, sentence.block.label, sentence.block.heading, _said_before(text, around))
    question = text.question_before(amount.start)
    if _PRICED.search(text.words, max(0, amount.start - _NAME), amount.start):
        return False
    return any(_asks_money(name) for name in names if len(name) <= _NAME) or _asks_money(question)


def _asks_money(words: str) -> bool:
    return _ASKS_MONEY.search(words) is not None and _ASKS_PAST.search(words) is None


def _among_rows_of_money(text: Text, around: Scene) -> bool:
    """A row of a table whose earlier rows, a few at most, name a budget."""
    blocks = text.layout.blocks
    index = bisect_left(blocks, around.sentence.block.start, key=lambda block: block.start)
    for block in reversed(blocks[max(0, index - _FEW) : index]):
        if block.shape is not clauses.Shape.ROW:
            return block.shape is clauses.Shape.HEADING and _asks_money(text.words[block.start : block.end])
        if _asks_money(block.label):
            return True
    return False


def _said_before(text: Text, around: Scene) -> str:
    """A sentence of a few words right before ("Budget? 20k.", "Money is tight. 3k.") names what follows."""
    before = at(text.layout.sentences, around.sentence.start - 2)
    if before is None or before.block != around.sentence.block or len(before) > _LONG:
        return ""
    words = text.words[before.start : before.end]
    if _STATES.search(words):
        return ""  # "Budget CAD 6,000. Franchise fee 50,000 is another thing."
    return words if len(words.split()) <= _FEW or words.endswith("?") else ""


def _alone(text: Text, around: Scene, amount: Sum) -> float:
    """A sentence that is little more than the sum ("4 grand including postage.") states the money for the job."""
    sentence = around.sentence.words
    from_it = amount.bound is Bound.LEAST and _FROM.match(text.words, amount.start) is not None
    if from_it or around.sentence.block.shape is clauses.Shape.ROW or len(sentence) > _LONG:
        return 0.0
    others = text.words[sentence.start : amount.start] + " " + text.words[amount.end : sentence.end]
    said = [word for word in re.findall(r"[\w'-]+", others.lower()) if word not in _APPROXIMATE]
    return _ALONE if len(said) <= 3 else 0.0
