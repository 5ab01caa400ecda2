"""What the writer wants of the agency: new work, a change, an end, or nothing.

The evidence of a mail (`evidence`) is weighed by fitted numbers (`weights/intent.json`); what a machine wrote, empty
mails and those whose request is in an attachment are decided without them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from briefs.findings import APPROVAL, EARLIER_JOB, REFUSAL, DateKind, DateSpan, Field, Finding, Intent
from extract.elsewhere import elsewhere
from extract.evidence import Evidence, in_words, of_found, with_found
from extract.fitted import Vector, fitted, from_weights
from extract.text import Text

# Where the words alone say so surely that nothing is asked for, nothing that could be found in them says otherwise: of
# 2,570 mails and lines none that asks for anything came above 0.9996.
_CERTAIN = 0.9999
_MOST = 3  # what is seen more often counts no more
_IN_A_THREAD = 0.3
_PHRASE = 0.45
_FACTS = {
    "found deliverable": "deliverables asked for",
    "found requirement": "conditions for the work",
    "found objective": "what the work is for",
    "found budget": "a budget",
    "found due": "a due date",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """The intent, the words or the fact that decided it, and how likely each was by the mail's words, where weighed."""

    intent: Intent
    rule: str
    chances: Mapping[str, float] = field(default_factory=dict)


def intent_of(text: Text, found: tuple[Finding, ...]) -> Wanted:
    return nothing_asked(text) or asked(text, found)


def nothing_asked(text: Text) -> Wanted | None:
    """That nothing is asked for, where the words leave no doubt: the mail need not be read for what it asks."""
    if text.mail.automatic:
        return Wanted(Intent.NONE, f"automatic: {text.mail.automatic}")
    if not text.words.strip():
        return None
    seen, said = _heard(text)
    chances = fitted("intent").weighed(said)
    if chances[Intent.NONE] < _CERTAIN:
        return None
    intent, rule = _decided(text, seen, Intent.NONE)
    return Wanted(intent, rule, chances) if intent is Intent.NONE else None


def asked(text: Text, found: tuple[Finding, ...]) -> Wanted:
    """What the words say together with what was found in them."""
    if not text.words.strip():
        return Wanted(*(elsewhere(text, False) or (Intent.NONE, "no words")))
    words, said = _heard(text)
    model = fitted("intent")
    chances = model.weighed(model.said(said, _counted(of_found(words, found), words.replies)))
    intent = max(Intent, key=lambda intent: chances[intent])
    return Wanted(*_decided(text, with_found(words, found), intent), chances)


def _heard(text: Text) -> tuple[Evidence, Vector]:
    """What the words alone show, and how much it says for each intent; worked out once."""
    if not text.heard:
        seen = in_words(text)
        known = replace(seen, phrases=seen.phrases & _weighed_phrases())  # of some hundred a dozen tell anything
        model = fitted("intent")
        text.heard.append((seen, model.said(model.bias, features(known))))
    return text.heard[0]


@from_weights
def _weighed_phrases() -> frozenset[str]:
    return frozenset(sign[1:-1] for sign in fitted("intent").of if sign[0] == sign[-1] == "'")


def _decided(text: Text, seen: Evidence, intent: Intent) -> tuple[Intent, str]:
    """What was weighed, unless the mail's few words point elsewhere; and why."""
    named = bool(seen["found deliverable"]) or intent is Intent.CANCEL
    if not named and (intent is not Intent.NONE or not (seen["none"] or (seen["subject none"] and not seen.replies))):
        pointed = elsewhere(text, seen.replies)
        if pointed is not None:
            return (pointed[0] if intent is Intent.NONE else intent), pointed[1]
    return intent, _reason(seen, intent)


def features(seen: Evidence) -> dict[str, float]:
    """The evidence as numbers: "ends 2" is there when the job was ended twice or more, "ends 2 in a thread" as well."""
    numbers = _counted(seen.counts, seen.replies)
    if seen.replies:
        numbers["in a thread"] = 1.0
    for phrase in sorted(seen.phrases):  # a set's order is another in each process, and with it a sum's last digit
        numbers[f"'{phrase}'"] = _PHRASE
    return numbers


def _counted(counts: Mapping[str, int], replies: bool) -> dict[str, float]:
    numbers: dict[str, float] = {}
    for kind, count in counts.items():
        for times in range(1, min(count, _MOST) + 1):
            numbers[f"{kind} {times}"] = 1.0
            if replies:
                numbers[f"{kind} {times} in a thread"] = _IN_A_THREAD
    return numbers


def _reason(seen: Evidence, intent: Intent) -> str:
    """An approval, a refusal and an earlier job have words of their own; else what weighed most."""
    if intent is Intent.NONE and (seen["refuses"] or seen["approves"]):
        return REFUSAL if seen["refuses"] else APPROVAL
    if intent is Intent.REQUEST and seen["earlier job"]:
        return EARLIER_JOB

    def weight(kind: str) -> float:
        return fitted("intent").says(f"{kind} 1", intent)

    said = max(seen.words, key=weight, default="")
    if said and weight(said) > 0 and (intent is not Intent.REQUEST or not seen["found deliverable"]):
        return f"said {seen.words[said]!r}"
    if intent is Intent.NONE:
        return "nothing asked for"
    fact = max((kind for kind in _FACTS if seen[kind]), key=weight, default="")
    return _FACTS.get(fact, "the subject" if seen[f"subject {intent}"] else "the mail as a whole")


def told(intent: Intent, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What of the findings is told: nothing where nothing is asked, no day that a dead job would have gone out."""
    if intent is Intent.NONE:
        return ()
    if intent is Intent.CANCEL:
        return tuple(finding for finding in found if finding.field is Field.BUDGET or _is_due(finding))
    return found


def _is_due(finding: Finding) -> bool:
    return isinstance(finding.value, DateSpan) and finding.value.kind is DateKind.DUE
