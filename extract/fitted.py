"""Weights fitted on labelled mails: from the signs around a value to the chance of each role it may have."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from extract.weights import weights

Vector = tuple[float, ...]  # a number for each role


@dataclass(frozen=True, slots=True)
class Weights:
    """Multinomial logistic regression: per role a bias, and per sign a weight for each role, in the roles' order."""

    roles: tuple[str, ...]
    bias: Vector
    of: Mapping[str, Vector]

    def chances(self, signs: Mapping[str, float]) -> dict[str, float]:
        """The chance of each role; they add up to 1."""
        return self.weighed(self.said(self.bias, signs))

    def said(self, base: Vector, signs: Mapping[str, float]) -> Vector:
        """`base` with the weights of all signs added; those that nobody has seen say nothing."""
        groups: dict[float, list[Vector]] = {}  # many signs count alike
        for sign, much in signs.items():
            weight = self.of.get(sign)
            if weight is not None:
                groups.setdefault(much, []).append(weight)
        return summed(base, [alike(each, much) for much, each in groups.items()])

    def weighed(self, sums: Vector) -> dict[str, float]:
        """The chance of each role where the bias and the weights of all signs add up to `sums`."""
        top = max(sums)
        powers = [math.exp(each - top) for each in sums]
        whole = sum(powers)
        return {role: power / whole for role, power in zip(self.roles, powers, strict=True)}

    def says(self, sign: str, role: str) -> float:
        """How much a sign says for a role, below 0 against it."""
        each = self.of.get(sign)
        return each[self.roles.index(role)] if each else 0.0


def summed(base: Vector, said: Iterable[Vector]) -> Vector:
    return tuple(map(sum, zip(base, *filter(None, said), strict=True)))


def alike(weights: Sequence[Vector], much: float) -> Vector:
    """What signs say that all count as `much`, () where there are none: their weights are added up first."""
    return tuple([sum(of_role) * much for of_role in zip(*weights, strict=True)])


@cache
def fitted(name: str) -> Weights:
    """Those of `extract/weights/NAME.json`."""
    read = weights(name)
    return Weights(tuple(read["roles"]), tuple(read["bias"]), {sign: tuple(of) for sign, of in read["weights"].items()})


_KEPT: list[Callable[[], None]] = []
_Made = TypeVar("_Made")


def from_weights(make: Callable[[], _Made]) -> Callable[[], _Made]:
    """Keeps what is made of fitted weights until `forget`."""
    made = cache(make)
    _KEPT.append(made.cache_clear)
    return made


def forget() -> None:
    """Weights, and all that was made of them, are read anew: where mails are read with others than those installed."""
    fitted.cache_clear()
    for clear in _KEPT:
        clear()
