"""What ties a sum to the work asked for, or to something else: a roof, a van, the price of milk, somebody's wages."""

import re
from bisect import bisect_right

from extract.anycase import AnyCase
from extract.grammar import wordset
from extract.signs import Signs
from extract.span import Span
from extract.text import Text
from extract.values.money import Sum

_LEAD, _BEHIND = 120, 60  # characters of the sentence before a sum and behind it
_FAR = 3  # sentences; farther is no different
_NAMED_THING = 28  # characters behind "for the" in which its noun stands
_LONG = 8  # sentences of a mail

_ABOUT = (
    r"(?:(?:about|around|roughly|some|only|just|now|at|up|to|from|almost|nearly|over|under|us|me|you|a|an|another|whole|full|"
    r"cool|good|already|still|back|again)\s){0,4}$"
)
# "The roof will be €48,000", "one night is 32,000 yen", "the licence went up to £1,487".
_IT_IS = AnyCase(
    r"\b(?:(?P<whose>the|our|my|his|her|its|their|this|that|an?|one|each|every|new|your)\s)(?:[\w'-]+\s){0,3}?"
    r"(?P<thing>[\w'-]{3,})(?:'s|\s(?:is|are|was|were|(?:will|would|must|should|can|could|may)\s(?:be|cost|run|come)|has\sbeen|"
    r"comes?|came|costs?|runs?|ran|goes|go|went|rose|stays?|stands?|stood|remains?|sells?|sold|starts?))\s" + _ABOUT
)
# "My uncle had proposed his neighbour who", "his father is asking", "the municipality asks me".
_ASKS_FOR_IT = AnyCase(
    r"\b(?:ask(?:s|ed|ing)?|want(?:s|ed)|charg(?:es?|ed|ing)|demand(?:s|ed)|bill(?:s|ed)|fin(?:es?|ed)|wanting|expects?|quoted|offered)\s"
    r"(?:us\s|me\s|him\s|her\s|them\s)?(?:for\s)?" + _ABOUT
)
_BOUGHT = AnyCase(
    r"\b(?:bought|buy|buying|sold|lost|owes?|owed|stole|won|earned|raised|taken|took|made|inherited|borrowed|repair\w*|"
    r"fixed|mended|replaced|failed|insured|valued|appraised|worth|grew|fell|rose|spent|burnt|burned|paid|pay|pays|cost)\b"
    r"[^.!?;\n]{0,48}$"
)
_SAYS = re.compile(r"\b(i|we|you|he|she|they|it|who|there)(?:'(?:ve|d|ll|m|re|s))?\b")  # in lower case
_FOR = re.compile(
    r"\s?(?:,\s)?(?P<how>of|for|on|towards?|to|into|in|from|with|worth\sof)\s"
    r"(?P<lead>(?:(?:the|our|my|a|an|its|his|her|their|this|that|these|those|each|every|all|whole|full|new|old|first|second|"
    r"two|three|four|five|both|of|your)\s)*)(?P<thing>[\w'-]+)",
    re.IGNORECASE,
)
_IT = wordset("it this that everything both all these them lot whole job thing work project campaign")
_YOU = wordset("you yours us me")
_BRACKET = re.compile(r"\((?P<said>[^()]*)$")
_LASTS = re.compile(
    r"\s(?:over|across|in|for|within)\s(?:the\snext\s)?(?:\d+|two|three|four|five|ten)\s(?:years|months)\b"
)
_LEFT_OPEN = AnyCase(
    r"\b(?:no\s(?:number|figure|budget|money|sum|amount)\s(?:yet|so\sfar|to\s(?:give|offer|name)|from|for\syou|until|till|at\sthe\smoment)"
    r"|(?:talk|discuss|speak)\s(?:about\s|of\s)?(?:the\s)?(?:money|budgets?|figures)"
    r"|(?:figure|budget|number|sum|money)\s(?:for\syou\s)?(?:will\sfollow|to\sfollow|comes\slater|later\b|when|once|is\sanother\s(?:day|matter)|"
    r"(?:is\s)?(?:to\sbe|tbc|tbd|not\s(?:yet|been)|still\s(?:open|to))|depends|hasn't|isn't\s(?:set|known|agreed|decided|approved))"
    r"|(?:haven't|have\snot|hasn't|don't\shave|do\snot\shave|not)\s(?:got\s)?(?:a|one|any)\s"
    r"(?:dime|penny|cent|bean|budget|figure|number|sum|clue\swhat)"
    r"|(?:can't|cannot|couldn't|can\snot|don't|do\snot|won't)\s(?:yet\s)?(?:tell|say|know|name|give)\s(?:you\s)?(?:yet\s)?"
    r"(?:what|how\smuch|a\s(?:number|figure|budget|sum))"
    r"|no\s(?:dime|penny|cent|cash|funds)\b|without\s(?:any\s|a\s)?(?:budget|money)\b)"
)
_PRICE_ASKED = AnyCase(
    r"\b(?:what\s(?:would|will|does|do|might|could)\s(?:it|that|this|they|you|something|such)\b[^.!?\n]{0,40}\b(?:cost|charge|run|be|come\sto)"
    r"|how\smuch\s(?:would|will|is|are|do|does|for|it|you|that)|(?:send|give|get|let\sme\shave)\s(?:me\s|us\s)?(?:a|your|the)\s"
    r"(?:quote|price|estimate|quotation|offer|costs?)|what\s(?:do|would)\syou\scharge|(?:a|your)\s(?:quote|price|estimate|quotation)\s(?:for|please))\b"
)


def tied(text: Text, amount: Sum, named: bool) -> Signs:
    """Signs of where the sum stands among the things asked for, whose it is and what it is for.

    `named`: whether any sum of the mail is called a budget.
    """
    sentences = text.layout.sentences
    here = bisect_right(sentences, amount.start, key=lambda one: one.start) - 1
    if here < 0:
        return {}
    sentence = sentences[here]
    begins = max(sentence.start, amount.core.start - _LEAD)
    before = text.words[begins : amount.core.start]
    behind = text.words[amount.end : min(sentence.end, amount.end + _BEHIND)]
    signs: Signs = {
        "far into the mail": min(here, _LONG) / _LONG,
        "in the first sentences": float(here < 2),
        "in the last sentences": float(here >= len(sentences) - 3),
        "nothing else is called a budget": float(not named),
        "for years": float(_LASTS.match(behind) is not None),
        "asked for by others": float(_ASKS_FOR_IT.search(before) is not None),
        "bought or sold": float(_BOUGHT.search(before) is not None),
        **_near_things(text, here, amount),
        **_whose(before),
        **_of_what(text, amount, behind),
    }
    if (bracket := _BRACKET.search(before)) is not None:
        signs["in brackets"] = 1.0
        signs["opens its brackets"] = float(not bracket["said"].strip())
    if (it_is := _IT_IS.search(before)) is not None:
        span = Span(begins + it_is.start(), begins + it_is.end())
        made = bool(text.terms_in(span, "deliverable"))
        money = bool(text.terms_in(span, "money.named", "money.given", "money.more", "money.allin"))
        signs["the price of a thing to make" if made else "money is it" if money else "a thing of no job is it"] = 1.0
    return signs


def of_mail(text: Text) -> Signs:
    """Whether the mail leaves the money open, or asks what the work would cost: then its sums are of other things."""
    return {
        "money is left open": float(_LEFT_OPEN.search(text.words) is not None),
        "a price is asked for": float(_PRICE_ASKED.search(text.words) is not None),
    }


def _near_things(text: Text, here: int, amount: Sum) -> Signs:
    """How many sentences off the nearest thing to make is named, and whether one was named before at all."""
    sentences = text.layout.sentences
    block = sentences[here].block
    signs: Signs = {}
    back = _steps(text, range(here, max(-1, here - _FAR - 1), -1))
    ahead = _steps(text, range(here, min(len(sentences), here + _FAR + 1)))
    signs[f"a thing to make {back} sentences back"] = 1.0
    signs[f"a thing to make {ahead} sentences on"] = 1.0
    signs["no thing to make in its paragraph"] = float(not text.terms_between(block.start, block.end, "deliverable"))
    first = text.terms_between(0, amount.start, "deliverable")
    signs["before any thing to make"] = float(not first)
    return signs


def _steps(text: Text, indexes: range) -> str:
    for steps, index in enumerate(indexes):
        sentence = text.layout.sentences[index]
        if text.terms_in(sentence, "deliverable"):
            return str(steps)
    return "more"


def _whose(before: str) -> Signs:
    """Who is spoken of last before the sum."""
    said = _SAYS.findall(before.lower())
    return {f"said of {said[-1]}" if said else "said of nobody": 1.0}


def _of_what(text: Text, amount: Sum, behind: str) -> Signs:
    """What the words behind the sum say it is for: a thing to make, the work, you, or something else."""
    says = _FOR.match(behind)
    if says is None:
        return {}
    start = amount.end + says.start("thing")
    how = says["how"].lower()
    thing = says["thing"].lower()
    if thing in _IT or says["lead"].lower().split()[-1:] in (["this"], ["that"]):
        return {f"{how} it": 1.0}
    if thing in _YOU:
        return {f"{how} you": 1.0}
    made = text.terms_between(start, start + _NAMED_THING, "deliverable")
    return {f"{how} a thing to make" if made else f"{how} something else": 1.0}
