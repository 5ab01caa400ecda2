"""What the writer wants of the agency: new work, a change, an end, or nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefs.findings import DateKind, DateSpan, Deliverable, Field, Finding, Intent
from briefs.mail import SegmentKind
from extract.acts import Act, deeds
from extract.clauses import Sentence
from extract.elsewhere import elsewhere
from extract.span import Span, at
from extract.term import Term
from extract.text import Text

_SUBJECTS = (
    (
        Intent.NONE,
        re.compile(
            r"\b(?:invoice|statement|remittance|receipt|out of (?:the )?office|auto(?:matic)?[- ]?(?:reply|response)"
            r"|newsletter|internship|application|résumé|resume|cv|webinar invitation|your order|password"
            r"|quarantine|undeliver\w*|delivery status|payment|w-?9|certificate|save the date|thank you|thanks|rates?"
            r"|rate card|inventory|media kit|closing dates?|portfolio|awards?)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Intent.CANCEL,
        re.compile(
            r"\b(?:cancel\w*|on hold|call(?:ed|ing)? off|is off|stop work|paus(?:e|ed|ing)|pull(?:ed|ing)? the plug"
            r"|not going ahead|shelved)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Intent.CHANGE,
        re.compile(
            r"\b(?:changes?|changed|change of \w+|revised|revisions?|new (?:date|dates|timing|deadline|budget|scope)"
            r"|updated? brief|amends?|amendments?|moved|rescheduled|corrections?|postponed)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Intent.REQUEST,
        re.compile(
            r"\b(?:brief|rfp|rfq|request|new (?:job|project|campaign|work)|invitation to (?:pitch|tender))\b",
            re.IGNORECASE,
        ),
    ),
)
# A call or a lunch that moves is no change of the job.
_MEETING = re.compile(
    r"\b(?:calls?|meetings?|lunch|coffee|catch-?up|visit|dial-in|zoom|teams|appointment|dinner|1:1|weekly|drinks)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"(?:\bnot|n't|\bnever|\bwithout|\bno need to|\bif (?:we|i|they) (?:have to|had to|must))(?: \w+)? $", re.IGNORECASE
)
_REPLY = re.compile(r"^\s*(?:(?:fwd?|fw|wg|tr)\s*:\s*)*(?:re|aw|sv|antw|ref)\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What speaks for what, with the words that said it."""

    cancels: Sequence[str]
    maybe_cancels: Sequence[str]
    changes: Sequence[str]
    maybe_changes: Sequence[str]
    nones: Sequence[str]
    maybe_nones: Sequence[str]
    requests: Sequence[str]
    briefs: Sequence[str]
    subject: Intent | None
    replies: bool
    things: int
    wishes: int  # requirements and objectives
    values: int  # budgets and dates
    aims: int
    ended: Sequence[str]  # what sentences do, whether the vocabulary knows their words or not
    dropped: Sequence[str]
    altered: Sequence[str]
    added: Sequence[str]
    asked: Sequence[str]
    asked_work: Sequence[str]
    made: bool  # asked to make something, be it a thing nobody knows
    names_work: bool


def intent_of(text: Text, found: tuple[Finding, ...]) -> tuple[Intent, str]:
    """The intent and the words, or the fact, that decided it."""
    if text.mail.automatic:
        return Intent.NONE, f"automatic: {text.mail.automatic}"
    if not text.words.strip():
        return elsewhere(text, False) or (Intent.NONE, "no words")
    seen = _evidence(text, found)
    decided = _decided(seen)
    if decided[0] is Intent.NONE and not seen.nones and (seen.replies or seen.subject is not Intent.NONE):
        return elsewhere(text, seen.replies) or decided
    return decided


def _decided(seen: _Evidence) -> tuple[Intent, str]:
    asks = 2 * min(seen.things, 3) + seen.wishes + min(len(seen.requests), 2)
    asks += min(len(seen.asked_work), 2) if len(seen.nones) < 2 else 0
    refuses = 2 * len(seen.nones) + len(seen.maybe_nones)
    if seen.asked_work:
        refuses -= sum(words.startswith(("thank", "congrat")) for words in seen.maybe_nones)
    if seen.subject is Intent.NONE and not seen.replies:
        refuses += 1 if seen.asked else 2
    changes = 2 * len(seen.changes) + len(seen.maybe_changes) + (2 if seen.subject is Intent.CHANGE else 0)
    changes = max(changes, 2 * len(seen.altered) if seen.replies else 0)
    ends = 2 * len(seen.cancels) + len(seen.maybe_cancels) + (2 if seen.subject is Intent.CANCEL else 0)
    if not seen.things and (seen.wishes < 3 or len(seen.ended) > 1):
        ends = max(ends, 2 * len(seen.ended) + len(seen.dropped))
    if (
        ends >= 2
        and (seen.cancels or changes <= ends)
        and (seen.cancels or seen.ended or seen.replies or seen.subject is Intent.CANCEL)
        and ends * 2 > 2 * seen.things + seen.aims
    ):
        return Intent.CANCEL, _words(seen.cancels, [*seen.maybe_cancels, *seen.ended], "the subject")
    if (
        refuses >= 2
        and refuses * 2 > asks
        and not (seen.replies and changes >= 2 and (refuses < changes or (seen.altered and refuses <= changes)))
    ):
        return Intent.NONE, _words(seen.nones, seen.maybe_nones, "the subject")
    if changes and _changes_a_job(seen, changes):
        return Intent.CHANGE, _words(seen.changes, seen.maybe_changes, "the subject")
    if (
        (seen.altered or (seen.ended and seen.things) or (seen.replies and seen.added))
        and seen.things <= 1
        and not seen.aims
        and seen.wishes < 3
    ):
        return Intent.CHANGE, _words([*seen.altered, *seen.ended], seen.added, "")
    if seen.things:
        return Intent.REQUEST, "deliverables asked for"
    if seen.briefs and not seen.nones:
        return Intent.REQUEST, _words(seen.briefs, (), "")
    if refuses * 2 > asks:
        return Intent.NONE, _words(seen.nones, seen.maybe_nones, "the subject")
    if seen.replies and (seen.wishes or (seen.values and not seen.asked)) and not seen.aims:
        return (Intent.CHANGE, "conditions in a reply") if seen.wishes else (Intent.NONE, "nothing asked for")
    if seen.replies and (seen.altered or seen.asked) and not seen.aims:
        return _by_the_acts(seen)
    if seen.wishes + seen.values + min(len(seen.requests), 2) >= 3 or seen.subject is Intent.REQUEST:
        return Intent.REQUEST, _words(seen.requests, (), "what it says of the work")
    return _by_the_acts(seen)


def _by_the_acts(seen: _Evidence) -> tuple[Intent, str]:
    """Where nothing was found to order, the plain sentences say whether something is wanted."""
    if seen.replies and (seen.altered or seen.asked or seen.dropped):
        return Intent.CHANGE, _words([*seen.altered, *seen.asked, *seen.dropped], (), "")
    if seen.dropped and not seen.asked:
        return Intent.CANCEL, _words(seen.dropped, (), "")
    if seen.asked_work and (seen.names_work or seen.made):
        return Intent.REQUEST, _words(seen.asked_work, (), "")
    if seen.names_work and seen.values and seen.requests:
        return Intent.REQUEST, _words(seen.requests, (), "")
    return Intent.NONE, "nothing asked for"


def _changes_a_job(seen: _Evidence, changes: int) -> bool:
    """In a thread a word of change is enough; out of the blue it has to be plain, and no whole brief beside it."""
    if seen.aims and (seen.things > 1 or not seen.replies):
        return False
    if seen.replies:
        return not (seen.things > 1 and changes < 2) and (changes >= 2 or seen.things + seen.wishes + seen.values > 0)
    return seen.things <= 2 and (changes >= 3 or (bool(seen.changes) and seen.wishes + seen.things < 6))


def _evidence(text: Text, found: tuple[Finding, ...]) -> _Evidence:
    said: dict[str, list[str]] = {}
    for term in _longest(text.terms_in(Span(0, len(text.words)), "intent")):
        sentence = at(text.layout.sentences, term.start)
        words = text.words[term.start : term.end].lower()
        if not _is_beside(text, term, sentence):
            meant = (
                "cancel"
                if term.id == "maybe_cancel" and sentence and _names_a_job(text, sentence) and words != "pulled out"
                else term.id
            )
            if words not in said.setdefault(meant, []):
                said[meant].append(words)
    counts = {field: sum(finding.field is field for finding in found) for field in Field}
    sure = [
        f for f in found if f.field is Field.DELIVERABLE and isinstance(f.value, Deliverable) and f.confidence >= 0.65
    ]
    mail = text.mail
    acts = deeds(text, mail.subject)
    return _Evidence(
        cancels=said.get("cancel", ()),
        maybe_cancels=said.get("maybe_cancel", ()),
        changes=said.get("change", ()),
        maybe_changes=said.get("maybe_change", ()),
        nones=said.get("none", ()),
        maybe_nones=said.get("maybe_none", ()),
        requests=said.get("request", ()),
        briefs=said.get("brief", ()),
        subject=next((intent for intent, words in _SUBJECTS if words.search(mail.subject)), None),
        replies=any(True for _ in mail.parts_of(SegmentKind.HISTORY, SegmentKind.QUESTION))
        or bool(_REPLY.match(mail.subject)),
        things=len(sure),
        wishes=counts[Field.REQUIREMENT] + counts[Field.OBJECTIVE],
        values=counts[Field.BUDGET] + counts[Field.DATE],
        aims=counts[Field.OBJECTIVE],
        ended=[deed.words for deed in acts if deed.act is Act.ENDS],
        dropped=[deed.words for deed in acts if deed.act is Act.DROPS],
        altered=[deed.words for deed in acts if deed.act is Act.ALTERS],
        added=[deed.words for deed in acts if deed.act is Act.ADDS],
        asked=[deed.words for deed in acts if deed.act is Act.ASKS],
        asked_work=[deed.words for deed in acts if deed.act in (Act.ASKS, Act.ALTERS) and deed.work and deed.plain],
        made=any(deed.makes for deed in acts),
        names_work=bool(text.terms_in(Span(0, len(text.words)), "job_noun", "deliverable", "thing")),
    )


def _names_a_job(text: Text, sentence: Span) -> bool:
    return bool(text.terms_in(sentence, "job_noun", "deliverable"))


def _longest(terms: Sequence[Term]) -> list[Term]:
    kept: list[Term] = []
    for term in sorted(terms, key=lambda term: (term.start, -term.end)):
        if not kept or term.start >= kept[-1].end:
            kept.append(term)
    return kept


def _is_beside(text: Text, term: Term, sentence: Sentence | None) -> bool:
    """A meeting that moves, and what is said not to happen."""
    if term.id.endswith(("none", "request", "brief")) or sentence is None:
        return False
    words = text.words[sentence.start : sentence.end]
    if _MEETING.search(words) and not text.terms_in(sentence, "deliverable"):
        return True
    return bool(_NEGATED.search(text.words[max(0, term.start - 24) : term.start]))


def _words(strong: Sequence[str], weak: Sequence[str], otherwise: str) -> str:
    said = strong or weak
    return f"said {said[0]!r}" if said else otherwise


def told(intent: Intent, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What of the findings is told: nothing where nothing is asked, no day that a dead job would have gone out."""
    if intent is Intent.NONE:
        return ()
    if intent is Intent.CANCEL:
        return tuple(finding for finding in found if finding.field is Field.BUDGET or _is_due(finding))
    return found


def _is_due(finding: Finding) -> bool:
    return isinstance(finding.value, DateSpan) and finding.value.kind is DateKind.DUE
