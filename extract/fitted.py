"""Weights fitted on labelled mails: from the signs around a value to the chance of each role it may have."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extract.signs import Signs
from extract.weights import weights


@dataclass(frozen=True, slots=True)
class Weights:
    """Multinomial logistic regression: per role a bias, and per sign a weight for each role, in the roles' order."""

    roles: tuple[str, ...]
    bias: tuple[float, ...]
    of: Mapping[str, tuple[float, ...]]

    def chances(self, signs: Signs) -> dict[str, float]:
        """The chance of each role; they add up to 1. Signs that nobody has seen say nothing."""
        sums = list(self.bias)
        for sign, much in signs.items():
            for index, weight in enumerate(self.of.get(sign, ())):
                sums[index] += weight * much
        top = max(sums)
        powers = [math.exp(each - top) for each in sums]
        whole = sum(powers)
        return {role: power / whole for role, power in zip(self.roles, powers, strict=True)}

    def reasons(self, signs: Signs, role: str, most: int = 6) -> list[tuple[str, float]]:
        """The signs that said most for or against `role`, the strongest first."""
        index = self.roles.index(role)
        said = [(sign, self.of[sign][index] * much) for sign, much in signs.items() if sign in self.of]
        return sorted(said, key=lambda each: -abs(each[1]))[:most]


@cache
def fitted(name: str) -> Weights:
    """Those of `extract/weights/NAME.json`."""
    read = weights(name)
    return Weights(tuple(read["roles"]), tuple(read["bias"]), {sign: tuple(of) for sign, of in read["weights"].items()})
