"""How likely each finding is right: its signs (`sure_signs`), weighed by fitted numbers (`weights/sure.json`)."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat
from operator import mul

from briefs.findings import Field, Finding
from extract.fitted import fitted, from_weights
from extract.intent import Wanted, told
from extract.remarks import Remark
from extract.settle import settled
from extract.sure_signs import OfKinds, SignsOf, signs_of
from extract.text import Text

_RIGHT = "right"
# Only of these have people written down what is right; values of other fields keep their rule's own weight.
LABELLED = (Field.BUDGET, Field.DATE, Field.REQUIREMENT, Field.DELIVERABLE, Field.OBJECTIVE)
# A wrong sum embarrasses, a missing one is a question.
_LIKELY = dict.fromkeys(LABELLED, 0.5) | {Field.BUDGET: 0.6}
# Before the words of a value and around it are looked at: of 6,650 mails no value is told that stood lower here.
_HOPELESS = -4.0
_NOTHING = repeat(0.0)  # said by a sign without a weight
_TOLD = 3  # signs for and against
_SAYS = 0.05  # less than this is not worth telling


def judged(text: Text, found: Sequence[Finding], wanted: Wanted) -> tuple[Finding, ...]:
    """The findings, the confidence of each now the chance that its value is right, not what its rule weighed.

    With them what no rule took by itself, where it is likely and nothing surer reads the same words.
    """
    every = candidates(text, found, wanted)
    if not every:
        return ()
    signs = SignsOf(text, every, len(found), wanted)
    says = _says()
    mail = _bias() + _weight(says, (("", signs.mail),))
    standing: list[Finding] = []
    for number, finding in enumerate(every):
        weighed = mail + _weight(says, signs.first(number))
        if number >= len(found) and weighed < _HOPELESS:
            continue
        weighed += _weight(says, signs.then(number))
        chance = round(1 / (1 + math.exp(-weighed)), 2)
        if number < len(found) or _is_enough(finding.field, chance):
            standing.append(_told_as(finding, chance))
    return settled(standing) if len(standing) > len(found) else tuple(standing)


def _told_as(finding: Finding, chance: float) -> Finding:
    """As `replace` has it, which takes thrice as long."""
    return Finding(finding.field, finding.value, finding.place, finding.quote, finding.rule, chance, finding.readings)


def candidates(text: Text, found: Sequence[Finding], wanted: Wanted) -> list[Finding]:
    """What the rules took, then what they would not take by themselves and says anything new."""
    said = {(finding.field, finding.value) for finding in found}
    weak = told(wanted.intent, tuple(text.weak))
    return [*found, *(finding for finding in weak if (finding.field, finding.value) not in said)]


def is_likely(finding: Finding) -> bool:
    """Whether it is likelier right than wrong: a wrong value costs more than a question about a missing one."""
    return _is_enough(finding.field, finding.confidence)


def _is_enough(field: Field, chance: float) -> bool:
    return field not in LABELLED or chance >= _LIKELY[field]


def _weight(says: Mapping[str, Mapping[str, float]], signs: OfKinds) -> float:
    weighed = 0.0
    for kind, its in signs:
        of_kind = says.get(kind)
        if of_kind is not None:
            weighed += sum(map(mul, its.values(), map(of_kind.get, its, _NOTHING)))
    return weighed


@from_weights
def _says() -> Mapping[str, Mapping[str, float]]:
    """How much each sign says for right over wrong, by its kind of value: of two roles one number is enough."""
    model = fitted("sure")
    right, wrong = model.roles.index(_RIGHT), 1 - model.roles.index(_RIGHT)
    of_kinds: dict[str, dict[str, float]] = {}
    for name, each in model.of.items():
        kind, colon, sign = name.partition(": ")
        of_kinds.setdefault(kind if colon else "", {})[sign if colon else name] = each[right] - each[wrong]
    return of_kinds


@from_weights
def _bias() -> float:
    model = fitted("sure")
    right = model.roles.index(_RIGHT)
    return model.bias[right] - model.bias[1 - right]


def reasons(text: Text, found: Sequence[Finding], wanted: Wanted, sure: Sequence[Finding]) -> Iterator[Remark]:
    """What speaks most for and against each of `sure`, as `judged` of `found`; worked out for `--explain` alone."""
    stand = {(finding.place, finding.value) for finding in sure}
    every = candidates(text, found, wanted)
    for finding, its in zip(every, signs_of(text, every, len(found), wanted), strict=True):
        if finding.field in LABELLED and (finding.place, finding.value) in stand:
            yield Remark(finding.field, finding.place, finding.quote, "; ".join(_worded(its)), taken=True)


def _worded(signs: OfKinds) -> Iterator[str]:
    of_kinds = _says()
    weights = [
        (sign, of_kinds.get(kind, {}).get(sign, 0.0) * much) for kind, its in signs for sign, much in its.items()
    ]
    for side, way in (("for it", 1), ("against it", -1)):
        strongest = sorted([each for each in weights if each[1] * way >= _SAYS], key=lambda each: -each[1] * way)
        if strongest:
            yield f"{side}: " + ", ".join(sign for sign, _ in strongest[:_TOLD])
