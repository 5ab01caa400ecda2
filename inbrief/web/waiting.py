"""What waits for whom: the order of the front page."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from briefs.draft import days_of
from briefs.findings import DateKind
from briefs.roles import Person, Role
from briefs.states import ENDED
from notify import clashes
from notify.views import BriefView

MOST_ROWS = 200


@dataclass(frozen=True, slots=True)
class Overview:
    """`mine` and `others` wait for a decision, the most pressing first; `settled` are the newest of the rest."""

    mine: tuple[BriefView, ...]
    others: tuple[BriefView, ...]
    settled: tuple[BriefView, ...]
    left_out: int


def overview(views: Iterable[BriefView], person: Person) -> Overview:
    """`views` newest first. Traffic is waited for where the timing does not work, whoever's brief it is."""
    mine: list[BriefView] = []
    others: list[BriefView] = []
    settled: list[BriefView] = []
    for view in views:
        (mine if _waits_for(view, person) else others if waits(view) else settled).append(view)
    return Overview(
        mine=tuple(sorted(mine, key=_pressing)),
        others=tuple(sorted(others, key=_pressing)),
        settled=tuple(settled[:MOST_ROWS]),
        left_out=max(0, len(settled) - MOST_ROWS),
    )


def waits(view: BriefView) -> bool:
    return not view.decided and view.state not in ENDED


def _waits_for(view: BriefView, person: Person) -> bool:
    if view.state in ENDED:
        return False
    if Role.TRAFFIC in person.roles and clashes.clashing(view.conflicts):
        return True
    return waits(view) and view.owner.id == person.id


def _pressing(view: BriefView) -> tuple[bool, dt.date, int]:
    """What does not work first, then what is due first."""
    spans = days_of(view.values, DateKind.DUE) or days_of(view.values, DateKind.LIVE)
    due = spans[0].end if spans else dt.date.max
    return not clashes.clashing(view.conflicts), due, -view.number
