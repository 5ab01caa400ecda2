"""What is to be asked of the client: what every job has to know, then what this kind of job does, and is not said.

A question costs the client time and us credit: what the mail says anywhere, even beside the point, is never asked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefs.draft import BriefValue, days_of
from briefs.findings import DateKind, Deliverable, Field
from briefs.needs import NEEDS, SIGNS, Need

_MOST_READ = 20_000  # characters; who writes more has said more than a line could ask
_RUN = 50  # of so many of a thing the number is a print run, not a number of designs

# Facts that a field of the brief answers by itself.
_ANSWERED_BY = {
    Need.BUDGET: Field.BUDGET,
    Need.WHAT: Field.DELIVERABLE,
    Need.OBJECTIVE: Field.OBJECTIVE,
    Need.CHANNEL: Field.CHANNEL,
    Need.RECIPIENTS: Field.AUDIENCE,
}
_GENERAL = (Need.WHAT, Need.DUE, Need.BUDGET)


@dataclass(frozen=True, slots=True)
class Question:
    """A fact to ask for; `items` are the things it is asked of, () where it concerns the whole job."""

    need: Need
    items: tuple[str, ...] = ()


def questions(values: tuple[BriefValue, ...], words: str) -> tuple[Question, ...]:
    """The open questions of a request, the most important first; `words` are the client's own."""
    told = "\n".join((words[:_MOST_READ], *(value.quote for value in values)))
    general = (Question(need) for need in _GENERAL if not _is_told(need, values, told))
    aim = () if _is_told(Need.OBJECTIVE, values, told) else (Question(Need.OBJECTIVE),)
    return (*general, *_of_jobs(values, told), *aim)


def _of_jobs(values: tuple[BriefValue, ...], told: str) -> Iterator[Question]:
    """Each fact once, with all the things that wait for it, in the order in which they stop the work."""
    waiting: dict[Need, list[str]] = {}
    order: dict[Need, int] = {}
    for thing in (value.value for value in values if isinstance(value.value, Deliverable)):
        for rank, need in enumerate(NEEDS.get(thing.job, ())):
            if need is Need.PRINT_RUN and (thing.quantity or 0) >= _RUN:
                continue
            if not _is_told(need, values, told):
                waiting.setdefault(need, []).append(thing.item)
                order[need] = min(rank, order.get(need, rank))
    for need in sorted(waiting, key=lambda need: order[need]):
        yield Question(need, tuple(dict.fromkeys(waiting[need])))


def _is_told(need: Need, values: tuple[BriefValue, ...], told: str) -> bool:
    if need is Need.DUE:
        return bool(days_of(values, DateKind.DUE))
    if any(value.field is _ANSWERED_BY.get(need) for value in values):
        return True
    return need in SIGNS and _sign(need).search(told) is not None


@cache
def _sign(need: Need) -> re.Pattern[str]:
    return re.compile(SIGNS[need], re.IGNORECASE)
