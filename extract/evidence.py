"""What in a mail speaks for what its writer wants.

Acts of its sentences (`vocabulary/acts.jsonl`, `vocabulary/intents.jsonl`), its subject, thread and writer, what was
found in it, new things against known ones, and the everyday words that tell an order from a story.
"""

import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import repeat

from briefs.findings import DateKind, DateSpan, Field, Finding
from briefs.mail import SegmentKind
from extract.anycase import AnyCase
from extract.doers import doers, nouns
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
_PLAIN_SIGN_OR_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|[0-9]+|[?!.:,]")  # the same where all is ASCII, in half the time
_REPLY = re.compile(r"^\s*(?:(?:fwd?|fw|wg|tr)\s*:\s*)*(?:re|aw|sv|vs|antw|ref|odp|rv|r)\s*:", re.IGNORECASE)
_SUPPOSED = AnyCase(r"\b(?:if|in case|unless|whether|should you)\b")
_NEGATED = AnyCase(
    r"(?:\bnot|n't|\bnever|\bwithout|\bno need to|\bif (?:we|i|they) (?:have to|had to|must))(?: \w+)? $"
)
# A call or a lunch that moves is no change of the job; what was said on a call, or is called off, may be one.
_MEETING = AnyCase(
    r"\b(?<!\bon )(?<!\bper our )(?<!\bon our )(?<!\bon the )(?:calls?(?! (?:it|this|that|off|me|us|the|them)\b)"
    r"|meetings?|lunch|coffee|catch-?up|visit|dial-in|zoom|teams|appointment|dinner|1:1|weekly|drinks|review)\b"
    r"|\b(?:make|do) it (?:on )?(?:\w+day|tomorrow) (?:at|@) (?:noon|half|1[0-2]|[1-9]|one|two|three|four|five"
    r"|six|seven|eight|nine|ten|eleven|twelve)\b"
)
_MEETING_NEEDS = (
    "make it", "do it",
    "call", "meeting", "lunch", "coffee", "catch", "visit", "dial-in", "zoom", "teams", "appointment", "dinner", "1:1",
    "weekly", "drinks", "review",
)  # fmt: skip
_MOVABLE = frozenset(
    ("ends", "may end", "holds", "moves", "alters", "cancel", "maybe_cancel", "change", "maybe_change")
)
_NEW = wordset("a an another new two three four five six seven eight ten twelve some few couple one")
_KNOWN = wordset("the this that these those our your its their both")
_NOT_THIS = re.compile(  # in lower case
    r"[-,;:] ?not (?=[\"'\w])|, (?:was|were|not) |\b(?:and|instead of|rather than|was|were|from) ?not (?=[\"'\w])"
    r"|\binstead\b|\bnot [^.,;!?\n]{1,24}, (?:but )?\w"
)
_NOT_THIS_WORD = re.compile(r"not |instead|, was |, were ")
_CENTS = re.compile(r"\d\.\d\d\b(?!\.)")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[?!]")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for what: how often each kind was seen, with the first words that showed it."""

    counts: Mapping[str, int]
    words: Mapping[str, str]
    said: Sequence[str]  # the first words, `^` before them: `#` a number, a noun of the trade its kind, "" one unknown
    replies: bool

    @property
    def phrases(self) -> frozenset[str]:
        """Up to three everyday words in a row: "^ can you", "to #", ", not"."""
        said = self.said
        rows = (said[at : at + many] for many in (1, 2, 3) for at in range(len(said) - many + 1))
        return frozenset(" ".join(row) for row in rows if all(row))

    def __getitem__(self, kind: str) -> int:
        return self.counts.get(kind, 0)


def evidence(text: Text, found: Sequence[Finding]) -> Evidence:
    return with_found(in_words(text), found)


def with_found(words: Evidence, found: Sequence[Finding]) -> Evidence:
    """What speaks in the words for it, with what was found in them."""
    return Evidence({**words.counts, **of_found(words, found)}, words.words, words.said, words.replies)


def of_found(words: Evidence, found: Sequence[Finding]) -> Mapping[str, int]:
    """What the findings add to the words."""
    seen = Counter(_found(found))
    if words["answers about money"] and seen["found budget"]:
        seen["answers with a sum"] = 1
    return seen


def in_words(text: Text) -> Evidence:
    """What the words alone say, whatever is found in them."""
    words: dict[str, str] = {}
    kinds: list[str] = []
    for kind, act in _said(text):
        kinds.append(kind)
        words.setdefault(kind, act)
    kinds += _things(text)
    lower = text.words[:_READ].lower()
    said = (_PLAIN_SIGN_OR_WORD if lower.isascii() else _SIGN_OR_WORD).findall(lower)
    kinds += _shape(text, lower, len(said))
    kinds += renumbered(lower)
    kinds += said_by(text.mail.subject)
    kinds += thread(text)
    kinds += writers(text.mail)
    kinds += doers(text)
    answers = replies(text)
    if answers:
        kinds += _answers(text.mail.subject, kinds)
    known = _known()
    everyday_words = [known.get(word) or ("#" if word.isdigit() else "") for word in said[:_WORDS]]
    return Evidence(Counter(kinds), words, ["^", *everyday_words], answers)


def _answers(subject: str, seen: Sequence[str]) -> Iterator[str]:
    if "subject asks" in seen:
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
            if (term.id, words) not in seen and not (term.id in _MOVABLE and _is_beside(text, term)):
                seen.add((term.id, words))
                yield term.id, words


def _longest(terms: Sequence[Term]) -> list[Term]:
    """Without those that stand inside, or begin inside, a longer one; two meanings of the same words both stay."""
    kept: list[Term] = []
    for term in sorted(terms, key=lambda term: (term.start, -term.end)):
        if not kept or term.start >= kept[-1].end or (term.start, term.end) == (kept[-1].start, kept[-1].end):
            kept.append(term)
    return kept


def _is_beside(text: Text, term: Term) -> bool:
    """A meeting that moves, and what is said not to happen."""
    sentence = at(text.layout.sentences, term.start)
    if sentence is None:
        return False
    start = max(sentence.start, term.start - _NEAR)
    words = text.words[start : min(sentence.end, term.end + _NEAR)]
    if _may_meet(words) and _MEETING.search(words) and not text.terms_in(sentence, "deliverable"):
        return True
    if term.id in ("ends", "may end", "holds") and _SUPPOSED.search(text.words, start, term.start):
        return True
    return bool(_NEGATED.search(text.words[max(0, term.start - 24) : term.start]))


def _may_meet(words: str) -> bool:
    lower = words.lower()
    return any(needed in lower for needed in _MEETING_NEEDS)


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
    sentences = text.layout.sentences
    starts = [sentence.start for sentence in sentences]
    for term in text.terms_in(Span(0, _FAR), "deliverable", "thing", "job_noun"):
        index = bisect_right(starts, term.start) - 1
        inside = index >= 0 and term.start < sentences[index].end
        start = max(starts[index] if inside else 0, term.start - 30)
        before = _WORD.findall(text.words[start : term.start].lower())[-3:]
        if not before:
            how = "bare "
        elif "no" in before or "without" in before:
            yield "no thing"
            continue
        elif not _KNOWN.isdisjoint(before):
            how = "known "
        elif not _NEW.isdisjoint(before) or any(map(str.isdigit, before)):
            how = "new "
        else:
            how = "bare "
        yield how + ("job" if term.label == "job_noun" else "thing")


def _shape(text: Text, lower: str, said: int) -> Iterator[str]:
    words = said - sum(map(lower.count, ".:,"))
    yield from [f"over {size} words" for size in (8, 15, 25, 40, 60, 100, 200) if words > size]
    yield from repeat("question", lower.count("?"))
    yield from repeat("exclamation", lower.count("!"))
    yield from ["cents" for _ in _CENTS.finditer(lower)]
    if text.mail.forwarded_by is not None:
        yield "forwarded"
    yield from repeat("corrects with not", _corrected(lower))


def _corrected(lower: str) -> int:
    """How often something is said not to be so, looked for around the few words that can say it."""
    times = reached = 0
    for word in _NOT_THIS_WORD.finditer(lower):
        found = _NOT_THIS.search(lower, max(reached, word.start() - 16), word.end() + 40)
        if found is not None:
            times += 1
            reached = found.end()
    return times


@cache
def everyday() -> frozenset[str]:
    """Words of every mail: pronouns, articles, plain verbs and days, and no noun of anybody's business."""
    data = json.loads(files("extract.vocabulary").joinpath("everyday.json").read_text("utf-8"))
    return frozenset(" ".join(data["everyday"]).split()) | {".", ",", ":", "?", "!", "#", "^"}


@cache
def _known() -> Mapping[str, str]:
    """As what each known word stands in a phrase."""
    return nouns() | {word: word for word in everyday()}
