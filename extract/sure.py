"""How likely each finding is right: its signs (`sure_signs`), weighed by fitted numbers (`weights/sure.json`)."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from briefs.findings import Field, Finding
from extract.fitted import fitted
from extract.intent import Wanted, told
from extract.remarks import Remark
from extract.settle import settled
from extract.sure_signs import OfKinds, signs_of
from extract.text import Text

_RIGHT = "right"
# Only of these have people written down what is right; values of other fields keep their rule's own weight.
LABELLED = (Field.BUDGET, Field.DATE, Field.REQUIREMENT, Field.DELIVERABLE, Field.OBJECTIVE)
_LIKELY = 0.5
_LIKELY_BUDGET = 0.6  # cross-validated: wrong sums a fifth fewer for as good an F1, and a wrong sum costs the most
_TOLD = 3  # signs for and against
_SAYS = 0.05  # less than this is not worth telling


def judged(text: Text, found: Sequence[Finding], wanted: Wanted) -> tuple[Finding, ...]:
    """The findings, the confidence of each now the chance that its value is right, not what its rule weighed.

    With them what no rule took by itself, where it is likely and nothing surer reads the same words.
    """
    every = candidates(text, found, wanted)
    if not every:
        return ()
    signs = signs_of(text, every, len(found), wanted)
    sure = [replace(finding, confidence=round(_chance(its), 2)) for finding, its in zip(every, signs, strict=True)]
    standing = [*sure[: len(found)], *filter(is_likely, sure[len(found) :])]
    return settled(standing) if len(standing) > len(found) else tuple(standing)


def candidates(text: Text, found: Sequence[Finding], wanted: Wanted) -> list[Finding]:
    """What the rules took, then what they would not take by themselves and says anything new."""
    said = {(finding.field, finding.value) for finding in found}
    weak = told(wanted.intent, tuple(text.weak))
    return [*found, *(finding for finding in weak if (finding.field, finding.value) not in said)]


def is_likely(finding: Finding) -> bool:
    """Whether it is likelier right than wrong: a wrong value costs more than a question about a missing one."""
    least = _LIKELY_BUDGET if finding.field is Field.BUDGET else _LIKELY
    return finding.confidence >= least or finding.field not in LABELLED


def _chance(signs: OfKinds) -> float:
    says, bias = _says()
    weighed = bias
    for kind, its in signs:
        of_kind = says.get(kind, {})
        weighed += sum([of_kind[sign] * much for sign, much in its.items() if sign in of_kind])
    return 1 / (1 + math.exp(-weighed))


@cache
def _says() -> tuple[Mapping[str, Mapping[str, float]], float]:
    """How much each sign says for right over wrong, by its kind of value: of two roles one number is enough."""
    model = fitted("sure")
    right, wrong = model.roles.index(_RIGHT), 1 - model.roles.index(_RIGHT)
    of_kinds: dict[str, dict[str, float]] = {}
    for name, each in model.of.items():
        kind, colon, sign = name.partition(": ")
        of_kinds.setdefault(kind if colon else "", {})[sign if colon else name] = each[right] - each[wrong]
    return of_kinds, model.bias[right] - model.bias[wrong]


def reasons(text: Text, found: Sequence[Finding], wanted: Wanted, sure: Sequence[Finding]) -> Iterator[Remark]:
    """What speaks most for and against each of `sure`, as `judged` of `found`; worked out for `--explain` alone."""
    stand = {(finding.place, finding.value) for finding in sure}
    every = candidates(text, found, wanted)
    for finding, its in zip(every, signs_of(text, every, len(found), wanted), strict=True):
        if finding.field in LABELLED and (finding.place, finding.value) in stand:
            yield Remark(finding.field, finding.place, finding.quote, "; ".join(_worded(its)), taken=True)


def _worded(signs: OfKinds) -> Iterator[str]:
    of_kinds, _ = _says()
    weights = [
        (sign, of_kinds.get(kind, {}).get(sign, 0.0) * much) for kind, its in signs for sign, much in its.items()
    ]
    for side, way in (("for it", 1), ("against it", -1)):
        strongest = sorted([each for each in weights if each[1] * way >= _SAYS], key=lambda each: -each[1] * way)
        if strongest:
            yield f"{side}: " + ", ".join(sign for sign, _ in strongest[:_TOLD])
