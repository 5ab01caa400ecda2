"""Weights fitted on labelled mails: from the signs around a value to the chance of each role it may have."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extract.weights import weights


@dataclass(frozen=True, slots=True)
class Weights:
    """Multinomial logistic regression: per role a bias, and per sign a weight for each role, in the roles' order."""

    roles: tuple[str, ...]
    bias: tuple[float, ...]
    of: Mapping[str, tuple[float, ...]]

    def chances(self, signs: Mapping[str, float]) -> dict[str, float]:
        """The chance of each role; they add up to 1. Signs that nobody has seen say nothing."""
        said = [self.bias]
        for sign, much in signs.items():
            weights = self.of.get(sign)
            if weights is not None:
                said.append(weights if much == 1.0 else tuple(weight * much for weight in weights))
        sums = [sum(each) for each in zip(*said, strict=True)]
        top = max(sums)
        powers = [math.exp(each - top) for each in sums]
        whole = sum(powers)
        return {role: power / whole for role, power in zip(self.roles, powers, strict=True)}

    def says(self, sign: str, role: str) -> float:
        """How much a sign says for a role, below 0 against it."""
        each = self.of.get(sign)
        return each[self.roles.index(role)] if each else 0.0


@cache
def fitted(name: str) -> Weights:
    """Those of `extract/weights/NAME.json`."""
    read = weights(name)
    return Weights(tuple(read["roles"]), tuple(read["bias"]), {sign: tuple(of) for sign, of in read["weights"].items()})
