"""Who does what on a day, and in which words: what sets the days of everybody else apart from those of the job."""

import re
from collections.abc import Iterator

from extract.anycase import AnyCase
from extract.roles import Scene
from extract.signs import Signs
from extract.span import Span
from extract.text import Text

_WIDE = 200  # characters of its sentence on either side
_REACH = 300  # of its paragraph
_SUBJECTS = (
    ("I", r"I(?:'m|'ll|'ve|'d)?|me"),
    ("we", r"we(?:'re|'ll|'ve|'d)?|us|let's"),
    ("the reader", r"you(?:'d|'ll|'re|'ve)?|please|pls|plz|kindly"),
    ("a question", r"can|could|would|will|shall|may|might|is|are|do|does|did|have|has|any"),
    ("he or she", r"(?:he|she)(?:'s|'ll|'d)?|who|someone|somebody|everyone|everybody|nobody"),
    ("they", r"they(?:'re|'ll|'ve|'d)?|them|these|those"),
    ("it", r"it(?:'s|'ll|'d)?|this|that(?:'s)?|which|there(?:'s)?"),
    ("ours", r"our|my"),
    ("theirs", r"their|his|her|its|your"),
    ("a known one", r"the"),
    ("some", r"an?|some|one|two|three|four|all|every|each|no|another|more"),
    ("a time", r"on|by|from|for|in|at|until|till|before|after|not|as|with|of|to|up|live|due|starting"),
)
_NAMED = "|".join(f"(?P<_{number}>{words})" for number, (_, words) in enumerate(_SUBJECTS))
_SUBJECT = re.compile(
    r"[\W_]*(?:(?:and|but|so|also|then|now|because|since|well|ok|plus|though|while|if|when|anyway|btw|fyi|oh)\b[\W_]+)*"
    rf"(?:(?:{_NAMED})\b|(?P<name>[A-Z][\w'-]*)|(?P<figure>\d)|(?P<other>[\w'-]+))",
    re.IGNORECASE,
)
# "The bank wants its papers by Friday", "half is due": somebody's own dealings; the agency owes none of it.
_ANOTHER_WANTS = AnyCase(
    r"\b(?!it\s|this\s|that\s|which\s)[\w'-]+\s(?:\w+ly\s|still\s|also\s)?"
    r"(?:wants|needs|expects|requires|asks|wanted|insists|demands|collects|takes|gets)\b"
    r"|\b(?:he|she|they|people|folks|someone|somebody|nobody|who)\s(?:\w+ly\s|still\s|also\s|all\s)?"
    r"(?:want|need|expect|require|ask|demand|must|have\sto|has\sto)\b"
)
_WE_WANT = AnyCase(
    r"\b(?:I|we|us)(?:'d|'ll|'re|'m)?\s(?:\w+ly\s|still\s|also\s|would\s|will\s|do\s|just\s|all\s|are\s|am\s)*"
    r"(?:need|want|like|love|require|expect|appreciate|hope|hoping|must\shave|have\sto\shave|looking|after|wish)\b"
)
_SUM = AnyCase(
    r"[$€£₹¥₦]\s?\d|\b(?:Rs\.?|R|N|kr|USD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|AED|CAD|AUD|NZD|INR|KES)\s?\d"
    r"|\b\d[\d.,]*\s?(?:k\b|grand\b|bucks\b|quid\b|euros?\b|pounds\b|dollars\b|rand\b|kr\b|kronor\b|kroner\b|lakhs?\b|"
    r"crores?\b|cents\b|p\b|%|per\s?cent\b|percent\b|€|£|zł)"
)
_NEGATED = AnyCase(
    r"\b(?:can't|cannot|can not|won't|don't|doesn't|didn't|isn't|aren't|wasn't|wouldn't|shouldn't|not|never|no longer|"
    r"nothing|nobody|none|neither|nor|without)\b"
)
# What is in good hands: "she has the flyers", "the course prints the signs", "that's theirs".
_IN_HAND = AnyCase(
    r"\b(?:covered|sorted|in hand|taken care of|arranged|handled|seen to|looked after|"
    r"(?:prints?|makes?|does|do|did|done|handles?|brings?|builds?|designs?|runs?|supplies|supply|sends?|took|takes?|"
    r"hands? out)"
    r"\s(?:the|their|its|his|her|our|my|all|that|it|own|of that|those|these|up)\b|"
    r"(?:that's|that is|those are|these are|it's|they're)\s"
    r"(?:my|his|her|their|ours|mine|theirs|hers|\w+'s|with|down to|up to|for)\b|"
    r"(?:has|have|had|got|we've|they've|he's|she's)\s(?:already\s)?(?:the|an|their|got|done|been|printed|booked|paid)\b|"
    r"already\s(?:have|has|got|booked|sorted|printed|done|made|paid|ordered)|not (?:us|ours|yours|you|mine)|"
    r"(?:out of|from)\s(?:another|a different|a separate|my own|their own|his|her)\s(?:pocket|pot|budget))\b"
)
_MENTIONED = AnyCase(
    r"\b(?:only mention|just so you know|so you know|for context|in case you|don't read|don't mind|not that|"
    r"you'll hear|nothing for you|unrelated|separately|aside|speaking of|in other news|meanwhile|as you know|"
    r"pray for|wish me|wish us|fingers crossed|thank god|touch wood|ha ha|haha|lol|so bear with|hence the|no hurry|"
    r"no rush|whenever|i'll be|i will be|i'm|i am)\b"
)
_ASKS = AnyCase(
    r"\b(?:need|want|would like|could you|can you|would you|please|pls|looking for|after a|like you to|love|send|make|"
    r"do us|do me|knock up|put together|come up with|design)\b"
)


def clause_signs(text: Text, around: Scene, one: Span, near: Span, most: str) -> Signs:
    """`most` is the label that says most of the day."""
    words, own, sentence = text.words, around.own, around.sentence
    before, behind = words[near.start : one.start].lower(), words[one.end : near.end].lower()
    wide = Span(max(sentence.start, one.start - _WIDE), min(sentence.end, one.end + _WIDE))
    sums = [sum_.span() for sum_ in _SUM.finditer(words, min(near.start, wide.start), max(near.end, wide.end))]
    block = sentence.block
    around_it = Span(max(block.start, one.start - _REACH), min(block.end, one.end + _REACH))
    paragraph = words[around_it.start : around_it.end].lower()
    nothing_made = not text.terms_between(near.start, one.start, "deliverable")
    another = _ANOTHER_WANTS.is_in(before)
    in_hand = _IN_HAND.is_in(paragraph)
    in_sentence = any(wide.start <= start and end <= wide.end for start, end in sums)
    budgeted = in_sentence and bool(text.terms_in(wide, "money.named", "money.given"))
    flags = {
        "another wants it": another,
        "another wants it, nothing made before it": another and nothing_made,
        "the writer wants it": _WE_WANT.is_in(before),
        "a sum right before it": any(near.start <= start and end <= one.start for start, end in sums),
        "a sum behind it": any(one.end <= start and end <= near.end for start, end in sums),
        "a sum in its sentence": in_sentence and not budgeted,
        "a budget in its sentence": in_sentence and budgeted,
        "negated before it": _NEGATED.is_in(before),
        "in hand near it": in_hand and _IN_HAND.is_in(f"{before}\n{behind}"),
        "in hand in its paragraph": in_hand,
        "only mentioned": _MENTIONED.is_in(words[wide.start : wide.end].lower()),
        "its paragraph asks": _ASKS.is_in(paragraph),
        "nothing made in its paragraph": not text.terms_in(around_it, "deliverable"),
    }
    signs: Signs = {name: 1.0 for name, there in flags.items() if there}
    if in_sentence and not budgeted:
        signs[f"a sum in its sentence, most of {most}"] = 1.0
    signs |= dict.fromkeys(_subjects(words, own, one, most), 1.0)
    return signs


def _subjects(words: str, own: Span, one: Span, most: str) -> Iterator[str]:
    subject = subject_of(words, own, one)
    yield f"of {subject}"
    yield f"of {subject}, most of {most}"


def subject_of(words: str, own: Span, one: Span) -> str:
    """What its stretch begins with, a kind of word."""
    found = _SUBJECT.match(words, own.start, one.start)
    if found is None:
        return "nothing"
    if found["figure"]:
        return "a figure"
    if found["name"] and found["name"][0].isupper():
        return "a name"
    if found["other"] or found["name"]:
        return "a thing"
    return next(name for number, (name, _) in enumerate(_SUBJECTS) if found[f"_{number}"])
