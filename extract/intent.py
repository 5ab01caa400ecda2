"""What the writer wants of the agency: new work, a change, an end, or nothing.

The evidence of a mail (`evidence`) is weighed by fitted numbers (`weights/intent.json`); what a machine wrote, empty
mails and those whose request is in an attachment are decided without them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefs.findings import APPROVAL, EARLIER_JOB, REFUSAL, DateKind, DateSpan, Field, Finding, Intent
from extract.elsewhere import elsewhere
from extract.evidence import Evidence, in_words, of_found, with_found
from extract.fitted import Vector, alike, fitted, from_weights, summed
from extract.text import Text

# Where the words alone say so surely that nothing is asked for, nothing that could be found in them says otherwise: of
# 2,570 mails and lines none that asks for anything came above 0.9996.
_CERTAIN = 0.9999
_MOST = 3  # what is seen more often counts no more
_IN_A_THREAD = 0.3
_WHOLE = "the mail as a whole"  # the reason where no single word, fact or subject is one
_PHRASE = 0.45
_THREAD = "in a thread"
_KIND = re.compile(r"([^'].*) [1-9](?: in a thread)?")
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
    chances = fitted("intent").weighed(_with_counted(said, of_found(words, found), words.replies))
    intent = max(Intent, key=lambda intent: chances[intent])
    return Wanted(*_decided(text, with_found(words, found), intent), chances)


def _heard(text: Text) -> tuple[Evidence, Vector]:
    """What the words alone show, and how much it says for each intent; worked out once."""
    if not text.heard:
        seen = in_words(text)
        text.heard.append((seen, leaning(seen)))
    return text.heard[0]


def leaning(seen: Evidence) -> Vector:
    """What its `features` say: most have no weight, and none is named only to be looked up."""
    model = fitted("intent")
    thread = [model.of[_THREAD]] if seen.replies and _THREAD in model.of else []
    counted = _with_counted(model.bias, seen.counts, seen.replies, thread)
    return summed(counted, [alike(_phrases_among(seen.said), _PHRASE)])


def _phrases_among(said: Sequence[str]) -> list[Vector]:
    """What the phrases say that begin anywhere among the words, of each once."""
    weighed = _weighed_phrases()
    heard: dict[str, Vector] = {}
    one = two = ""  # the word and the two words before this one, "" where one of them is not known
    for word in said:
        if not word:
            one = two = ""
            continue
        pair = f"{one} {word}" if one else ""
        for phrase in (word, pair, f"{two} {word}" if two else ""):
            if phrase in weighed:
                heard[phrase] = weighed[phrase]
        one, two = word, pair
    return list(heard.values())


def _with_counted(base: Vector, counts: Mapping[str, int], replies: bool, also: Sequence[Vector] = ()) -> Vector:
    """`base` with what `_counted` says, and what is there `also`."""
    kinds = _weighed_kinds()
    known = [(kinds[kind], count) for kind, count in counts.items() if kind in kinds]
    said = [alike([each for (times, _), count in known for each in times[:count]] + [*also], 1.0)]
    if replies:
        said.append(alike([each for (_, times), count in known for each in times[:count]], _IN_A_THREAD))
    return summed(base, said)


@from_weights
def _weighed_phrases() -> Mapping[str, Vector]:
    """By the phrase itself."""
    return {sign[1:-1]: weight for sign, weight in fitted("intent").of.items() if sign[0] == sign[-1] == "'"}


@from_weights
def _weighed_kinds() -> Mapping[str, tuple[list[Vector], list[Vector]]]:
    """What a kind of evidence says that is seen once, twice and oftener, and the same in a thread."""
    model = fitted("intent")
    nothing = (0.0,) * len(model.roles)
    kinds = {found[1] for found in map(_KIND.fullmatch, model.of) if found is not None}
    every = range(1, _MOST + 1)
    return {
        kind: (
            [model.of.get(f"{kind} {times}", nothing) for times in every],
            [model.of.get(f"{kind} {times} in a thread", nothing) for times in every],
        )
        for kind in kinds
    }


def _decided(text: Text, seen: Evidence, intent: Intent) -> tuple[Intent, str]:
    """What was weighed, unless the mail's few words point elsewhere; and why."""
    named = bool(seen["found deliverable"]) or intent is Intent.CANCEL
    if not named and (intent is not Intent.NONE or not (seen["none"] or (seen["subject none"] and not seen.replies))):
        pointed = elsewhere(text, seen.replies)
        if pointed is not None:
            return (pointed[0] if intent is Intent.NONE else intent), pointed[1]
    reason = _reason(seen, intent)
    if intent is Intent.REQUEST and reason == _WHOLE and len(text.words.split()) == 1:
        return Intent.NONE, "nothing said"  # "Below."
    return intent, reason


def features(seen: Evidence) -> dict[str, float]:
    """The evidence as numbers: "ends 2" is there when the job was ended twice or more, "ends 2 in a thread" as well."""
    numbers = _counted(seen.counts, seen.replies)
    if seen.replies:
        numbers[_THREAD] = 1.0
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
    return _FACTS.get(fact, "the subject" if seen[f"subject {intent}"] else _WHOLE)


def told(intent: Intent, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What of the findings is told: nothing where nothing is asked, no day that a dead job would have gone out."""
    if intent is Intent.NONE:
        return ()
    if intent is Intent.CANCEL:
        return tuple(finding for finding in found if finding.field is Field.BUDGET or _is_due(finding))
    return found


def _is_due(finding: Finding) -> bool:
    return isinstance(finding.value, DateSpan) and finding.value.kind is DateKind.DUE
