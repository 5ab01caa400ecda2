"""What the client wants the work to achieve: the clause behind "the goal is to", "we want people to", "so that more …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefs.findings import Field, Finding, Words
from extract.clauses import Sentence, Shape
from extract.grammar import grammar, wordset
from extract.headings import heading_of
from extract.noun_phrases import noun_phrases, words_in
from extract.span import Span
from extract.text import Text

# "The point of the exercise is to …", "Success = …", "Aim of the game is that …"
_GOAL_IS = re.compile(
    r"(?P<about> [^.;:!?=]{0,45}?)?(?: ?(?:=|:|-)| (?:is|are|was|being|will be|would be|has to be|has always been|remains)(?: simply| just| really| simple[:,]?| still| not| only| clear:?)?(?: ?:)?)"
    r"(?: (?:to|that|for|if|when))?\s+",
    re.IGNORECASE,
)
_WANT = re.compile(
    r"\b(?:(?:i|we|they|board|owner|owners|boss|who|and|to|you|also|really|just|that|client|council|committee|trustees|director|ceo|team|president|partners)"
    r" (?:really |just |also |only |simply |mostly |mainly |honestly |all |very much )?(?:want|wants|need|needs|would like|would love|should like|would want|hope for|wish for|expect)"
    r"|(?:i|we)'d (?:really |just |also )?(?:like|love|want|settle for|be glad of|be happy with|be thrilled with)"
    r"|should be glad of|would settle for|hoping for|hope for|looking for|wants|need|want) (?:to see |to have |to get |for )?",
    re.IGNORECASE,
)
_HOPE = re.compile(
    r"\b(?:hope|hopes|hoping|trust|fingers crossed)(?: is)?(?: that| the| this| it| these| to)?(?: [\w'-]+){0,3}? ?(?=\b)",
    re.IGNORECASE,
)
_TO_ACHIEVE = re.compile(
    r"\b(?:(?:want|wants|need|needs|like|love|hope|hopes|hoping|aim|aims|aiming|trying|looking|keen|meant|designed|supposed|intended|order|going|determined|desperate|here|job|has|have|had|needs|exists|help us|helps us|help) (?:it |this |them |us |all |the work |the campaign |everything )?to"
    r"|(?:must|should|will|can|could|that|which|it|this|let it|let this|let them|let's|help us|helps us)) (?=[a-z])",
    re.IGNORECASE,
)
_SO_THAT = re.compile(r"\b(?:so that|so|in order that) (?=[a-z])", re.IGNORECASE)
_WORKED = re.compile(
    r"\b(?:work(?:ed|s|ing)?|succe\w+|know|goal|objective|achieve|why|what for|purpose|do for you|point|win)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Aim:
    span: Span
    rule: str
    confidence: float


def find(text: Text) -> Iterator[Finding]:
    found = [aim for sentence in text.layout.sentences for aim in _aims(text, sentence)]
    sure = [aim for aim in found if aim.confidence >= 0.7]
    for aim in sure or found:
        words = " ".join(text.words[aim.span.start : aim.span.end].split())
        yield text.finding(Field.OBJECTIVE, Words(words), aim.span, aim.rule, aim.confidence)


def _aims(text: Text, sentence: Sentence) -> Iterator[_Aim]:
    if sentence.block.shape is Shape.HEADING:
        return
    heading = heading_of(text, sentence)
    if heading == "objectives" and _first_under(sentence):
        yield from _aim(text, sentence, sentence.body, "objective.heading", 0.9)
        return
    if heading in ("other", "requirements", "deliverables") and sentence.block.shape is not Shape.PARAGRAPH:
        return
    if text.words[sentence.start : sentence.end].endswith("?"):
        return
    for rule, confidence, judge in _FAMILIES:
        start = judge(text, sentence)
        if start is not None:
            yield from _aim(text, sentence, start, f"objective.{rule}", confidence)
            return


def _first_under(sentence: Sentence) -> bool:
    return sentence.body > sentence.start or sentence.start == sentence.block.start


def _goal(text: Text, sentence: Sentence) -> int | None:
    """The goal is to …; what I'm after is …; success = …"""
    for term in text.terms_in(sentence, "goal"):
        if term.start - sentence.start > 60:
            continue
        match = _GOAL_IS.match(text.words, term.end, sentence.end)
        if match is None or match.end() >= sentence.end:
            continue
        about = (match["about"] or "").lower()
        if any(
            f" {w} " in f" {about} "
            for w in ("can", "will", "would", "that", "which", "because", "when", "if", "on", "at", "and", "but")
        ):
            continue
        rest = words_in(text, Span(match.end(), sentence.end))
        if len(rest) < 2 or _asks_for_a_thing(text, Span(match.end(), sentence.end)):
            continue
        said = text.words[term.start : term.end].lower()
        if said in _LOOSE and not (_aspires(text, Span(match.end(), sentence.end))):
            continue
        return match.end()
    return None


# These begin other sentences as well: they need an achievement, people or a measure behind them.
_LOOSE = frozenset("idea,reason,point,task,challenge,priority,dream,success,win,outcome,result,what we need,what i need,what i want,what we want,what we'd like,what i'd like,all i want,all we want,all i need,all we need,all i ask,job is,main thing,big thing,theory,bet,wish,desire,what i'm after,what we're after,what we are after,what i am after,what matters,what counts,hope,what we'd love,what i'd love".split(","))  # fmt: skip


def _want(text: Text, sentence: Sentence) -> int | None:
    """We want people to …; I'd like the members who left to …; I'd settle for forty families."""
    for match in _WANT.finditer(text.words, sentence.start, sentence.end):
        rest = Span(match.end(), sentence.end)
        words = words_in(text, rest)
        if len(words) < 3 or words[0].lower in (
            "you",
            "it",
            "this",
            "that",
            "to",
            "your",
            "me",
            "us",
            "him",
            "her",
            "them",
        ):
            continue
        if _asks_for_a_thing(text, rest):
            continue
        phrases = noun_phrases(text, words, ("deliverable",))
        if not phrases or phrases[0].first > 0:
            continue
        near = Span(match.end(), words[min(6, len(words) - 1)].end)
        people = text.terms_in(near, "audience")
        measured = text.terms_in(near, "metric")
        lower = [word.lower for word in words]
        if people and (_then_acts(lower[1:]) or measured):
            return match.end()
        if measured and (phrases[0].quantity or "more" in lower[:3] or _then_acts(lower[:8])):
            return match.end()
        if people and lower[0] in ("more", "fewer", "new", "every", "some") and "to" not in lower:
            return match.end()
        if people and phrases[0].quantity and (phrases[0].quantity > 4):
            return match.end()
    return None


def _then_acts(lower: list[str]) -> bool:
    return (
        any(w == "to" for w in lower)
        or any(w.endswith("ing") for w in lower[:3])
        or "up" in lower[:2]
        or "back" in lower[:3]
        or "talking" in lower
        or "through" in lower[:4]
    )


def _hope(text: Text, sentence: Sentence) -> int | None:
    """I hope the exhibition persuades …; I'm hoping that people will …"""
    match = re.compile(r"\b(?:hope|hopes|hoping)(?: (?:is|that))?\s", re.IGNORECASE).search(
        text.words, sentence.start, sentence.end
    )
    if match is None:
        return None
    rest = Span(match.end(), sentence.end)
    words = words_in(text, rest)
    if not words or words[0].lower in ("you", "you're", "your", "i", "to") and not _achieves(text, rest, 2):
        return None
    if words[0].lower in ("to",) and _achieves(text, rest, 2):
        return words[1].start if len(words) > 1 else None
    for index, word in enumerate(words[:7]):
        if (
            index
            and _achieves(text, Span(word.start, sentence.end), 1)
            and _aspires(text, Span(word.start, sentence.end))
        ):
            return word.start if words[0].lower in ("the", "this", "it", "these", "our") else words[0].start
    people = text.terms_in(Span(words[0].start, words[min(3, len(words) - 1)].end), "audience")
    return (
        words[0].start
        if people and any(w.lower in ("will", "can", "might", "would", "to", "see", "feel", "get") for w in words)
        else None
    )


def _to_achieve(text: Text, sentence: Sentence) -> int | None:
    """It has to convince …; posters that get people to …; we're trying to fill …"""
    for match in _TO_ACHIEVE.finditer(text.words, sentence.start, sentence.end):
        rest = Span(match.end(), sentence.end)
        said = match[0].lower().split()
        if not _achieves(text, rest, 1) or _asks_for_a_thing(text, rest):
            continue
        near = words_in(text, rest)[:9]
        if len(near) < 3 or near[1].lower in ("you", "me", "us", "it", "this", "back", "in", "on"):
            continue
        first = near[0].lower
        span = Span(near[0].start, near[-1].end)
        people, measured = bool(text.terms_in(span, "audience")), bool(text.terms_in(span, "metric"))
        if said[-1] in ("that", "which", "it", "this", "can", "could", "will", "should", "must") and not people:
            continue
        if first in ("get", "bring", "make", "turn", "let", "help") and not people:
            continue
        if first in ("get", "make") and not any(
            word.lower in ("to", "back", "into", "feel", "come", "think", "want") for word in near
        ):
            continue
        if not people and not measured:
            continue
        return match.end()
    return None


def _so_that(text: Text, sentence: Sentence) -> int | None:
    """… so that more families come back."""
    for match in _SO_THAT.finditer(text.words, sentence.start + 1, sentence.end):
        words = words_in(text, Span(match.end(), sentence.end))
        near = Span(match.end(), words[min(3, len(words) - 1)].end) if words else None
        if near is None or len(words) < 3 or not text.terms_in(near, "audience"):
            continue
        lower = [word.lower for word in words[:6]]
        if any(w in ("i", "we", "you", "our", "my", "no", "nobody", "everybody's", "please") for w in lower[:3]):
            continue
        if match[0].lower().strip() == "so" and lower[0] not in (
            "more",
            "that",
            "people",
            "customers",
            "parents",
            "families",
        ):
            continue
        return match.end()
    return None


def _ordered(text: Text, sentence: Sentence) -> int | None:
    """Get people who bought once to come back; make people come at lunch."""
    words = words_in(text, Span(sentence.body, sentence.end))
    if len(words) < 4 or words[0].lower not in (
        "get",
        "make",
        "bring",
        "win",
        "drive",
        "persuade",
        "convince",
        "encourage",
        "remind",
        "raise",
        "grow",
        "fill",
        "increase",
        "boost",
        "attract",
        "recruit",
        "build",
    ):
        return None
    near = Span(words[1].start, words[min(4, len(words) - 1)].end)
    if words[1].lower in ("me", "us", "it", "the", "a", "sure", "this", "that") and words[0].lower in (
        "get",
        "make",
        "bring",
    ):
        return None
    if text.terms_in(near, "audience") or (
        text.terms_in(near, "metric") and words[0].lower not in ("get", "make", "bring")
    ):
        return words[0].start
    return None


def _worked(text: Text, sentence: Sentence) -> int | None:
    """An answer to "how will you know it worked?"."""
    question = text.question_before(sentence.start)
    if not question or not _WORKED.search(question[-200:]) or not question.rstrip().endswith("?"):
        return None
    piece = next((p for p in text.pieces if p.start <= sentence.start < p.end), None)
    if piece is None or text.words[piece.start : sentence.start].strip():
        return None
    words = words_in(text, Span(sentence.body, sentence.end))
    if len(words) < 3:
        return None
    return words[1].start if words[0].lower in ("if", "when", "that", "to") else words[0].start


_FAMILIES = (
    ("goal", 0.9, _goal),
    ("worked", 0.75, _worked),
    ("want", 0.8, _want),
    ("hope", 0.75, _hope),
    ("achieve", 0.7, _to_achieve),
    ("ordered", 0.65, _ordered),
    ("so_that", 0.6, _so_that),
)


def _achieves(text: Text, span: Span, within: int) -> bool:
    """Whether a verb of achieving stands among the first words."""
    words = words_in(text, span)[:within]
    if not words:
        return False
    terms = text.terms_in(Span(words[0].start, words[-1].start + 1), "achieve")
    if terms:
        return True
    last = words[-1].lower
    stem = {last.removesuffix("s"), last.removesuffix("es"), last.removesuffix("ing"), last.removesuffix("ing") + "e"}
    return bool(stem & _VERBS)


_VERBS = wordset(
    "get bring win draw drive boost increase grow raise lift build persuade convince encourage tempt inspire remind attract recruit fill sell move shift reach generate make turn reassure help remind"
)


def _aspires(text: Text, span: Span) -> bool:
    words = words_in(text, span)
    near = Span(span.start, words[min(9, len(words) - 1)].end) if words else span
    return bool(text.terms_in(near, "audience", "metric")) or _achieves(text, span, 1) or _achieves(text, span, 2)


def _asks_for_a_thing(text: Text, span: Span) -> bool:
    """Whether the first thing named is work to be made, or a hand-over, not an effect."""
    words = words_in(text, span)
    phrases = noun_phrases(text, words, ("deliverable", "thing"))
    if not phrases or phrases[0].first > 2:
        return False
    first = phrases[0]
    if first.term is not None and first.term.label == "deliverable":
        return True
    interim = text.terms_in(first.name, "interim")
    audience = text.terms_in(first.name, "audience", "metric")
    return bool(interim) and not audience and first.first == 0


def _aim(text: Text, sentence: Sentence, start: int, rule: str, confidence: float) -> Iterator[_Aim]:
    """From `start` to the end of what is wanted: a remark behind a comma is left out."""
    end = sentence.end
    for clause in text.layout.clauses:
        if clause.sentence != sentence or clause.start <= start:
            continue
        if clause.joint in (";", "(", "-") or (clause.joint == "," and _is_remark(text, clause)):
            end = min(end, clause.start)
            break
    while end > start and (text.words[end - 1].isspace() or text.words[end - 1] in ".,;:!(-"):
        end -= 1
    if len(text.words[start:end].split()) >= 2:
        yield _Aim(Span(start, end), rule, confidence)


def _is_remark(text: Text, clause: Span) -> bool:
    words = [word.lower for word in words_in(text, clause)]
    if not words:
        return False
    if words[0] in ("and", "or") and len(words) > 1 and words[1] in ("not", "to"):
        return False
    if words[0] in ("not", "to", "or", "who", "especially", "particularly", "including", "without"):
        return False
    little = grammar()
    if words[0] in ("and", "but", "so", "because", "as", "which"):
        return len(words) > 1 and (words[1] in little.pronouns or words[0] in ("but", "so", "because", "which"))
    return words[0] in little.pronouns or any(word in little.auxiliaries for word in words[1:4])
