"""Large groups of cases: `make test` takes a tenth of each, always the same one, and `make soak` all of them."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import pytest

Case = TypeVar("Case")


def tenth(cases: Sequence[Case], shows: Callable[[Case], Iterable[str]] = lambda _: ()) -> list[Case]:
    """Every tenth case, and each that is the first to show something that none of those does."""
    return [cases[at] for at in sorted(_places(cases, shows))]


def marked(
    cases: Sequence[Case], shows: Callable[[Case], Iterable[str]], values: Callable[[Case], tuple[object, ...]]
) -> list[pytest.ParameterSet]:
    """Each case's values for `parametrize`, marked as one of the tenth or as one for the soak alone."""
    now = _places(cases, shows)
    marks = pytest.mark.soak, pytest.mark.tenth
    return [pytest.param(*values(case), marks=marks[at in now]) for at, case in enumerate(cases)]


def _places(cases: Sequence[Case], shows: Callable[[Case], Iterable[str]]) -> set[int]:
    taken = set(range(9, len(cases), 10))
    shown = {what for at in taken for what in shows(cases[at])}
    for at, case in enumerate(cases):
        if not shown.issuperset(shows(case)):
            taken.add(at)
            shown.update(shows(case))
    return taken
