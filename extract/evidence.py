"""What in a mail speaks for what its writer wants.

Acts of its sentences (`vocabulary/acts.jsonl`, `vocabulary/intents.jsonl`), its subject, thread and writer, what was
found in it, new things against known ones, and the everyday words that tell an order from a story.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import repeat

from briefs.findings import DateKind, DateSpan, Field, Finding
from briefs.mail import SegmentKind
from extract.anycase import AnyCase
from extract.clauses import Sentence
from extract.grammar import wordset
from extract.renumbered import renumbered
from extract.span import Span, at
from extract.subjects import asks_for_money, said_by
from extract.term import Term
from extract.text import Text
from extract.thread import thread
from extract.writers import writers

_SURE = 0.65
_READ = 4000  # characters: what a mail is about is said by then
_WORDS = 250
_FAR = 20_000  # and what of acts and things stands beyond, is said again
_NEAR = 300  # characters of a sentence without end
_SIGN_OR_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[?!.:,]")
_REPLY = re.compile(r"^\s*(?:(?:fwd?|fw|wg|tr)\s*:\s*)*(?:re|aw|sv|vs|antw|ref|odp|rv|r)\s*:", re.IGNORECASE)
_SUPPOSED = re.compile(r"\b(?:if|in case|unless|whether|should you)\b", re.IGNORECASE)
_NEGATED = re.compile(
    r"(?:\bnot|n't|\bnever|\bwithout|\bno need to|\bif (?:we|i|they) (?:have to|had to|must))(?: \w+)? $", re.IGNORECASE
)
# A call or a lunch that moves is no change of the job; what was said on a call, or is called off, may be one.
_MEETING = AnyCase(
    r"\b(?<!\bon )(?<!\bper our )(?<!\bon our )(?<!\bon the )(?:calls?(?! (?:it|this|that|off|me|us|the|them)\b)"
    r"|meetings?|lunch|coffee|catch-?up|visit|dial-in|zoom|teams|appointment|dinner|1:1|weekly|drinks|review)\b"
)
_MOVABLE = frozenset(
    ("ends", "may end", "holds", "moves", "alters", "cancel", "maybe_cancel", "change", "maybe_change")
)
_NEW = wordset("a an another new two three four five six seven eight ten twelve some few couple one")
_KNOWN = wordset("the this that these those our your its their both")
_NOT_THIS = AnyCase(
    r"[-,;:] ?not (?=[\"'\w])|, (?:was|were|not) |\b(?:and|instead of|rather than|was|were|from) ?not (?=[\"'\w])"
    r"|\binstead\b|\bnot [^.,;!?\n]{1,24}, (?:but )?\w"
)
_NOT_THIS_NEEDS = ("not ", "instead", ", was ", ", were ")
_CENTS = re.compile(r"\d\.\d\d\b(?!\.)")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[?!]")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for what: how often each kind was seen, with the first words that showed it."""

    counts: Mapping[str, int]
    words: Mapping[str, str]
    phrases: frozenset[str]  # up to three everyday words in a row
    replies: bool

    def __getitem__(self, kind: str) -> int:
        return self.counts.get(kind, 0)


def evidence(text: Text, found: Sequence[Finding]) -> Evidence:
    return with_found(in_words(text), found)


def with_found(words: Evidence, found: Sequence[Finding]) -> Evidence:
    """What speaks in the words for it, with what was found in them."""
    return replace(words, counts={**words.counts, **of_found(words, found)})


def of_found(words: Evidence, found: Sequence[Finding]) -> Mapping[str, int]:
    """What the findings add to the words."""
    seen = Counter(_found(found))
    if words["answers about money"] and seen["found budget"]:
        seen["answers with a sum"] = 1
    return seen


def in_words(text: Text) -> Evidence:
    """What the words alone say, whatever is found in them."""
    seen: Counter[str] = Counter()
    words: dict[str, str] = {}
    for kind, act in _said(text):
        seen[kind] += 1
        words.setdefault(kind, act)
    seen.update(_things(text))
    lower = text.words[:_READ].lower()
    said = _SIGN_OR_WORD.findall(lower)
    seen.update(_shape(text, lower, said))
    seen.update(renumbered(lower))
    seen.update(said_by(text.mail.subject))
    seen.update(thread(text))
    seen.update(writers(text.mail))
    answers = replies(text)
    if answers:
        seen.update(_answers(text.mail.subject, seen))
    return Evidence(seen, words, frozenset(_phrases(said)), answers)


def _answers(subject: str, seen: Counter[str]) -> Iterator[str]:
    if seen["subject asks"]:
        yield "answers a question"
    if asks_for_money(subject):
        yield "answers about money"


def replies(text: Text) -> bool:
    history = any(True for _ in text.mail.parts_of(SegmentKind.HISTORY, SegmentKind.QUESTION))
    return history or bool(_REPLY.match(text.mail.subject))


def _said(text: Text) -> Iterator[tuple[str, str]]:
    """Acts known by their words; none that is denied or only supposed, and a meeting moves no job."""
    for label in ("intent", "act"):
        seen = set()
        for term in _longest(text.terms_in(Span(0, _FAR), label)):
            words = text.words[term.start : term.end].lower()
            if (term.id, words) not in seen and not _is_beside(text, term, at(text.layout.sentences, term.start)):
                seen.add((term.id, words))
                yield term.id, words


def _longest(terms: Sequence[Term]) -> list[Term]:
    """Without those that stand inside, or begin inside, a longer one; two meanings of the same words both stay."""
    kept: list[Term] = []
    for term in sorted(terms, key=lambda term: (term.start, -term.end)):
        if not kept or term.start >= kept[-1].end or (term.start, term.end) == (kept[-1].start, kept[-1].end):
            kept.append(term)
    return kept


def _is_beside(text: Text, term: Term, sentence: Sentence | None) -> bool:
    """A meeting that moves, and what is said not to happen."""
    if term.id not in _MOVABLE or sentence is None:
        return False
    start = max(sentence.start, term.start - _NEAR)
    words = text.words[start : min(sentence.end, term.end + _NEAR)]
    if _MEETING.search(words) and not text.terms_in(sentence, "deliverable"):
        return True
    if term.id in ("ends", "may end", "holds") and _SUPPOSED.search(text.words, start, term.start):
        return True
    return bool(_NEGATED.search(text.words[max(0, term.start - 24) : term.start]))


def _found(found: Sequence[Finding]) -> Iterator[str]:
    for finding in found:
        if finding.field is Field.DATE and isinstance(finding.value, DateSpan):
            yield "found due" if finding.value.kind is DateKind.DUE else "found live"
        elif finding.field is Field.DELIVERABLE and finding.confidence < _SURE:
            yield "found doubtful deliverable"
        else:
            yield f"found {finding.field}"


def _things(text: Text) -> Iterator[str]:
    """Things of the trade: "a poster" is new, "the poster" is known to both."""
    for term in text.terms_in(Span(0, _FAR), "deliverable", "thing", "job_noun"):
        sentence = at(text.layout.sentences, term.start)
        start = max(sentence.start if sentence else 0, term.start - 30)
        before = _WORD.findall(text.words[start : term.start].lower())[-3:]
        if "no" in before or "without" in before:
            yield "no thing"
        elif any(word in _KNOWN for word in before):
            yield "known " + ("job" if term.label == "job_noun" else "thing")
        elif any(word in _NEW or word.isdigit() for word in before):
            yield "new " + ("job" if term.label == "job_noun" else "thing")
        else:
            yield "bare " + ("job" if term.label == "job_noun" else "thing")


def _shape(text: Text, lower: str, said: Sequence[str]) -> Iterator[str]:
    words = len(said) - sum(map(said.count, ".:,"))
    yield from (f"over {size} words" for size in (8, 15, 25, 40, 60, 100, 200) if words > size)
    yield from repeat("question", said.count("?"))
    yield from repeat("exclamation", said.count("!"))
    yield from ("cents" for _ in _CENTS.finditer(text.words[:_READ]))
    if text.mail.forwarded_by is not None:
        yield "forwarded"
    if any(needed in lower for needed in _NOT_THIS_NEEDS):
        yield from ("corrects with not" for _ in _NOT_THIS.finditer(text.words[:_READ]))


@cache
def everyday() -> frozenset[str]:
    """Words of every mail: pronouns, articles, plain verbs and days, and no noun of anybody's business."""
    data = json.loads(files("extract.vocabulary").joinpath("everyday.json").read_text("utf-8"))
    return frozenset(" ".join(data["everyday"]).split()) | {".", ",", ":", "?", "!", "#", "^"}


def _phrases(said: Sequence[str]) -> Iterator[str]:
    """`^` is where the mail begins, `#` a number: "^ can you", "to #", ", not"."""
    words = ["#" if word.isdigit() else word for word in said[:_WORDS]]
    known = everyday()
    one = two = ""  # the word and the two words before this one, "" where one of them is not known
    for word in ["^", *words]:
        if word not in known:
            one = two = ""
            continue
        yield word
        if two:
            yield f"{two} {word}"
        two = f"{one} {word}" if one else ""
        if two:
            yield two
        one = word
