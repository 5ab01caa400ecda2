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
from extract.signs import Signs
from extract.sure_signs import signs_of
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


def _chance(signs: Signs) -> float:
    says, bias = _says()
    return 1 / (1 + math.exp(-bias - sum([says[sign] * much for sign, much in signs.items() if sign in says])))


@cache
def _says() -> tuple[Mapping[str, float], float]:
    """How much each sign says for right over wrong: of two roles one number is enough, and every mail is weighed."""
    model = fitted("sure")
    right, wrong = model.roles.index(_RIGHT), 1 - model.roles.index(_RIGHT)
    return {sign: each[right] - each[wrong] for sign, each in model.of.items()}, model.bias[right] - model.bias[wrong]


def reasons(text: Text, found: Sequence[Finding], wanted: Wanted, sure: Sequence[Finding]) -> Iterator[Remark]:
    """What speaks most for and against each of `sure`, as `judged` of `found`; worked out for `--explain` alone."""
    stand = {(finding.place, finding.value) for finding in sure}
    every = candidates(text, found, wanted)
    for finding, its in zip(every, signs_of(text, every, len(found), wanted), strict=True):
        if finding.field in LABELLED and (finding.place, finding.value) in stand:
            yield Remark(finding.field, finding.place, finding.quote, "; ".join(_worded(its)), taken=True)


def _worded(signs: Signs) -> Iterator[str]:
    weights, _ = _says()
    says = {sign: weights[sign] * much for sign, much in signs.items() if sign in weights}
    for side, way in (("for it", 1), ("against it", -1)):
        strongest = sorted((sign for sign in says if says[sign] * way >= _SAYS), key=lambda sign: -says[sign] * way)
        if strongest:
            yield f"{side}: " + ", ".join(sign.partition(": ")[2] or sign for sign in strongest[:_TOLD])
