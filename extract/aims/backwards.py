"""The aim, and behind it that it is one: "more walk-ins, that's the point"; "a full house would make my year"."""

from extract.aims.way import about_people, among, is_a_thing, rest_of
from extract.anycase import AnyCase
from extract.clauses import Sentence
from extract.grammar import grammar, wordset
from extract.span import at
from extract.text import Text

_CALLED = (
    r"(?:(?:the|our|my|her|his|their|all|really|basically|honestly|whole|only|main|real|big|ultimate) ){0,3}"
    r"(?:goal|aim|objective|purpose|point|dream|win|ambition|mission|hope|prize|target|intention|endgame|end game)\b"
    r"(?! (?:size|font|colou?r|audience|group|market))"
)
_ASKED = (
    r"(?:what (?:it|this|that|it all|this all)(?:'s| is) (?:all )?(?:for|about)\b"
    r"|(?:what|all|the only thing|the one thing) (?:i|we)(?:'re|'m|'d| are| am| would)? ?(?:really |actually |ever )?"
    r"(?:want(?:ed)?|need|ask|hope for|hoping for|after|dream of|pray for|care about|like|love)(?:$|(?=[ ,.!;:)])))"
)
_IS = r"(?:(?:that|this|which|it)(?:'d| would| will|'ll)? be|(?:that|this|it)(?:'s| is)|which is|that was always)"
# "…, that's the dream", "…, that'd be the win", "…: that is what it's for"
_THAT_IS = AnyCase(rf"[,;:.–-]\s+(?:and )?{_IS} (?:{_CALLED}|{_ASKED})")
# "… would make me a happy man", "… is all we ask", "… would be the dream"
_MAKES = AnyCase(
    r" (?:(?:would|will|'d|'ll) (?:really )?(?:make (?:me|us) (?:an? )?(?:very |so |really )?"
    r"(?:happy|proud|glad|rich|delighted|jump|cry|dance)\b"
    r"|make (?:my|our|the \w+'s) (?:day|week|month|year|season|summer|winter|spring|autumn|decade|life|century)\b"
    r"|be (?:the dream|a dream|a win|a success|a miracle|the win|heaven|job done)\b)"
    rf"|(?:is|would be) (?:the goal|the aim|the objective|the dream|the ambition|{_ASKED})"
    r"|is (?:the )?(?:whole|entire|only|real) (?:point|idea|reason|purpose)\b)"
)
_COUNTED = wordset("more fewer less no nobody half a full every one two three another")
_OTHERS = wordset("you your i i'm i'd it this which there he she what who these those")


def begins(text: Text, sentence: Sentence) -> int | None:
    after = _THAT_IS.search(text.words, sentence.start, sentence.end)
    makes = None if after else _MAKES.search(text.words, sentence.start, sentence.end)
    if after is not None:
        start, end = sentence.body, after.start()
    elif makes is not None:
        clause = at(text.layout.clauses, makes.start())
        start, end = max(sentence.body, clause.start if clause else sentence.start), makes.start()
    else:
        return None
    words = [word for word in rest_of(text, sentence, start) if word.end <= end]
    while words and (
        words[0].lower in grammar().conjunctions or words[0].lower == "that" or not words[0].lower[0].isalnum()
    ):
        words = words[1:]
    if len(words) < 2 or words[0].lower in _OTHERS or is_a_thing(text, tuple(words)):
        return None
    if makes is not None and not (
        about_people(text, tuple(words), 8)
        or among(text, tuple(words), 0, 3, "achieve")
        or words[0].lower in _COUNTED
        or words[0].lower[0].isdigit()
        or words[0].lower.endswith("ing")
    ):
        return None
    return words[0].start


def ends(text: Text, start: int, end: int) -> int:
    """Where what is called the aim ends and the calling begins."""
    found = _THAT_IS.search(text.words, start, end) or _MAKES.search(text.words, start, end)
    return found.start() if found else end
