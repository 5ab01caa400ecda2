"""The rules, in the order they run: each a module with its patterns on top, then `find`."""

from collections.abc import Callable, Iterator

from briefs.findings import Finding
from extract.rules import budgets, dates, deliverables, objectives, requirements, stated
from extract.text import Text

Rule = Callable[[Text], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    budgets.find,
    dates.find,
    requirements.find,
    deliverables.find,
    objectives.find,
    stated.find,
)
