"""What stands right beside a sum and tells what it is: a price per piece, a code, a change, the size of a video."""

import re
from enum import StrEnum

from extract.anycase import AnyCase
from extract.values.money import LONGEST_NUMBERED, NUMBERED, Bound, Sum

_REACH = 48  # characters before a sum
_NO_PRICE = 500  # nobody sells "the pair" for that: "$16,500 for the pair" is what both jobs may cost

_UNIT = re.compile(
    r"""\s?(?:/\s?\w | each\b | apiece\b | a\s?piece\b | (?:per|p/)\s?\w+
    | an?\s(?:head|piece|pop|month|year|week|day|night|hour|person|unit|bag|bottle|box|can|case|pound|kilo|seat|ticket|
        thousand|click|mile|copy|sheet|sign|panel|plate|pair|dozen|pack|go|time|share|job|project|campaign|square|lit(?:re|er)|
        gallon|session|visit|class|
        couple|family|car|word|page|point|post|image|item|slot|spot)\b
    | (?:for\s|on\s)?the\s(?:one|piece|kilo|ton(?:ne)?|litre|liter|night|head|pair|box|case|bag|metre|meter|bale|
        gallon|barrel|dozen|bottle|day|month|hour|bushel|hectare|acre)\b(?!\sof)
    | off\b | back\b | p/?m\b | pcm\b | pp\b | p\.a\b | cp[mc]\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_SUPERSEDED = re.compile(r"\s?(?:->|→|=>|to)\s?(?:about\s)?[A-Z]{0,3}[$€£₹]?\d")
_BECOMES = re.compile(r"\s(?:becomes|is\snow|has\sbecome)\s(?:about\s)?[A-Z]{0,3}[$€£₹]?\d")
_DOWN_FROM = re.compile(r"\d\s?[kKmM]?(?:\s\w{1,8}){0,2},\sfrom\s$")  # "£9,500, from £12,000"
_FROM = AnyCase(r"\b(?:from\s(?:the\s)?|(?:by|up|down)\s(?:another\s|about\s)?)$")
_WITHDRAWN = AnyCase(
    r"\b(?:not|not\sthe|instead\sof|in\splace\sof|rather\sthan|(?:replac|supersed)(?:es|ed|ing)|was|used\sto\sbe|originally|previously|no\slonger|versus|vs\.?|"
    r"down\sfrom|up\sfrom|"
    r"forget(?:\sabout)?)\s(?:the\s|our\s|that\s)?(?:old\s|original\s|previous\s)?$"
)
_TAKEN_OFF = AnyCase(
    r"\b(?:cut|reduc\w+|trim\w*|los[et]\w*|knock\w*|shav\w+|tak\w+|sav\w+|slic\w+|drop\w*)\s"
    r"(?:it\s|that\s|this\s|us\s|(?:the\s)?(?:budget|total|spend)\s)?(?:by\s|back\s|off\s|out\s)?(?:another\s|about\s|"
    r"the\s)?$",
    re.IGNORECASE,
)
# "Bring the media down to 40k", "increase the print by 2k".
_CHANGED = AnyCase(
    r"\b(?:rais|increas|bump|lift|boost|extend|cut|reduc|trim|drop|bring|slash|lower|scal|pare|shrink|squeez|revis|"
    r"adjust|chang|correct|"
    r"amend|updat)\w*\s(?:[\w'-]+\s){0,4}(?:to|by|at)\s(?:about\s|around\s|just\s)?$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\s(?:more|extra|en plus|on top|additional)\b(?!\sthan)"
    r"|\s(?:for\s(?:the\s)?\w+\s)?(?:instead\sof|rather\sthan|in\splace\sof)\s(?:the\s)?(?:[A-Z]{3}\s)?[$€£₹]?\d",
    re.IGNORECASE,
)
_JOB = re.compile(r"(?:\s|-)(?:\w+\s)?(?:job|project|brief|assignment|campaign|buy|shoot|production)\b", re.IGNORECASE)

# "The $38,000 print order", "a $50,000 drawing": an article before, a noun of its own behind.
_ARTICLE = AnyCase(r"\b(?:an?|the|that|this|those|these|our|your|their|his|her)\s(?:\w+\s)?$", re.IGNORECASE)
_NO_NOUN = (
    "so in on at to for and or if but we I you he she they it is are was from of as all plus incl\\w* excl\\w* ex "
    "max\\w* tops total cap "
    "ceiling limit budget spend media production creative which that this with when will should would can may must "
    "has had have by net "
    "gross more less now out set pot figure fund\\w* allowance allocation range ballpark envelope grant mark before "
    "after until over "
    "pour für de "
    "between or then left available there here max because including once while towards toward instead though "
    "stays stay remains remain goes covers comes still stands holds was were gets does works"
)
_NOUN = re.compile(rf"(?:\s|-)(?!(?:{'|'.join(_NO_NOUN.split())})\b)[a-z]{{3,}}")

# What may follow a number without a currency; any other word is what it counts.
_NEXT_WORD = re.compile(r"(?:[^\S\n]|-|\n(?=[a-z]))(?=[^\W\d_])([^\W\d_']+)")
_NOT_COUNTED = frozenset(
    re.findall(
        r"\w+",
        "all and but or for to in is max maximum tops total plus incl including included inclusive excl excluding ex "
        "budget if on with only "
        "at from as production media of cap ceiling limit set left though altogether this so because squirreled "
        "available net gross "
        "approved which that we i it he she you they creative was will would should must cash ish minimum min "
        "together tucked "
        "earmarked allocated thanks overall design print printing development everything thru through by over under "
        "a not no put aside oh um uh er erm okay ok lol haha cheers ta thx ish flat tops "
        "zone territory mark the most all gets got makes does gst hst btw moms mva iva kdv tva na lang aja "
        "netto brutto even spare spend spending "
        "please now then when once after before until could can may towards toward while instead "
        "covers cover be been enough okay fine silly ridiculous reasonable realistic fair doable feasible mad "
        "crazy daft insane laughable unreasonable suffice suffices pls plz tks thank again too seems sounds "
        "feels goes comes do does sits stays remains stands kindly maybe perhaps probably nz aussie belongs "
        "bout tho phase phases stage stages cos coz cus cuz since bcs "
        "are were rather into includes include buy buys saved toward signed agreed "
        "okayed cleared sanctioned released granted confirmed give",
    )
)
_FAR_OFF = re.compile(
    r"\d{1,4} ?m (?:of|from|to|away|off|along|across|above|below|high|tall|wide|long|deep)\b"
)  # metres
_PRICE_OF = AnyCase(r"[$€£₹]\s?\d[\d.,]*\sa\s$")  # "£62 a thousand"
_SIGNS = ("%", "°", '"', "'", ":")
_VIDEO = re.compile(r"[248]K")


class Shape(StrEnum):
    """What the words touching a sum make of it."""

    UNIT = "unit"
    REPLACED = "replaced"
    TAKEN_OFF = "taken off"
    CHANGED = "changed"
    JOB = "job"
    ATTRIBUTE = "attribute"
    ADDS_UP = "adds up"
    CORRECTS = "corrects"
    SHARE = "a share"


def shapes(words: str, amount: Sum) -> set[Shape]:
    before = words[max(0, amount.start - _REACH) : amount.start].lower()
    core = words[max(0, amount.core.start - _REACH) : amount.core.start]
    found = set()
    unit = _UNIT.match(words, amount.end)
    if unit and not (amount.high >= _NO_PRICE and unit[0].lower().endswith("the pair")):
        found.add(Shape.UNIT)
    if _BECOMES.match(words, amount.end) or _DOWN_FROM.search(core):
        found.add(Shape.REPLACED)
    if _WITHDRAWN.search(core) or (_FROM.search(core) and _SUPERSEDED.match(words, amount.end)):
        found.add(Shape.REPLACED)
    if _TAKEN_OFF.is_in(before):
        found.add(Shape.TAKEN_OFF)
    if _CHANGED.is_in(before) or _MORE.match(words, amount.end):
        found.add(Shape.CHANGED)
    if _JOB.match(words, amount.end):
        found.add(Shape.JOB)
    elif _ARTICLE.is_in(before) and _NOUN.match(words, amount.end):
        found.add(Shape.ATTRIBUTE)
    return found


def counts_something(words: str, amount: Sum) -> bool:
    """Whether a number without a currency is no money: "12,000 flyers", job 25-0611, 4K, 50%."""
    following = _NEXT_WORD.match(words, amount.end)
    if following and following[1].lower() in ("more", "extra"):  # "900 more so do the third"; not "900 more flyers"
        following = _NEXT_WORD.match(words, following.end())
    if following and following[1].lower() not in _NOT_COUNTED:
        return True
    sign = words[amount.end : amount.end + 1]
    if (sign in _SIGNS and not (sign == ":" and amount.scale > 1)) or _FAR_OFF.match(words, amount.core.start):
        return True
    written = words[amount.core.start : amount.core.end]
    if amount.worded and _PRICE_OF.search(words, max(0, amount.start - _REACH), amount.core.start + 2):
        return True
    if NUMBERED.search(words, max(0, amount.start - LONGEST_NUMBERED), amount.start) or _VIDEO.fullmatch(written):
        return True
    return written.isdigit() and amount.low in range(1990, 2040)


def roundness(amount: Sum) -> float:
    """Budgets are round, prices end in nines and invoices in cents."""
    if amount.high < 50:
        return -6.0
    if amount.bound is Bound.RANGE or amount.scale >= 1000:
        return 0.7
    if amount.high != amount.high.to_integral_value() or amount.high % 10 == 9:
        return -1.2
    if amount.high < 1000:
        return 0.0
    return 0.7 if amount.high % (500 if amount.high < 100_000 else 5000) == 0 else -0.2
