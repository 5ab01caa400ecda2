"""Briefs under way against the calendars as they are now: which to look at, what changed, and what of it is news."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefs.conflicts import Conflict, ConflictKind, Severity
from briefs.draft import BriefState, BriefValue
from briefs.findings import DateSpan
from briefs.roles import Directory
from calendars.question import Answer
from inbrief.counting import counted_from
from inbrief.letters import Letters
from inbrief.timing import Timing
from inbrief.views import answered, brief_view, owner_of
from notify.clash_news import ClashNews
from notify.views import BriefView
from store import briefs, conflicts
from store.briefs import BriefRow
from store.conflicts import ConflictRow
from store.database import Transaction

UNDER_WAY = frozenset(
    {BriefState.DRAFT, BriefState.CONFIRMED, BriefState.OPENED, BriefState.IN_WORK, BriefState.WITH_CLIENT}
)
# What a calendar, a table or the job list can bring about; the rest is a matter of the brief or of the day's date.
_FROM_OUTSIDE = frozenset(
    {
        ConflictKind.DAY_OFF,
        ConflictKind.LEAD_TIME,
        ConflictKind.ABSENCE,
        ConflictKind.RESOURCE,
        ConflictKind.CAPACITY,
        ConflictKind.SAME_CLIENT,
        ConflictKind.APPROVAL,
    }
)


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A brief somebody works to, or may, with the clashes known of it."""

    row: BriefRow
    counted_from: dt.datetime
    values: tuple[BriefValue, ...]
    known: tuple[ConflictRow, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """A brief of which the check says something else than before, as a mail shows it."""

    row: BriefRow
    answer: Answer
    view: BriefView


def under_way(tx: Transaction, today: dt.date) -> Iterator[UnderWay]:
    """Briefs with a day ahead. A draft's day may be over: that nobody confirmed it in time is told once."""
    for row in briefs.list_briefs(tx, UNDER_WAY):
        values = briefs.values(tx, row.id)
        days = [value.value.end for value in values if isinstance(value.value, DateSpan)]
        if days and (row.state is BriefState.DRAFT or max(days) >= today):
            yield UnderWay(row, counted_from(tx, row), values, conflicts.list_conflicts(tx, row.id))


def differing(
    found: Iterable[UnderWay], directory: Directory, timing: Timing, now: dt.datetime
) -> Iterator[tuple[BriefRow, Answer]]:
    """The briefs of which a check says something else than what is known."""
    for one in found:
        row, client = one.row, directory.client(one.row.client_id)
        owner = owner_of(row, directory)
        answer = timing.check(
            one.values, client, owner, one.counted_from, now, brand=row.brand_id, number=row.job_number
        )
        if not conflicts.known_already(one.known, row.revision, answer.conflicts):
            yield row, answer


def shown(tx: Transaction, found: Iterable[tuple[BriefRow, Answer]], directory: Directory) -> Iterator[Changed]:
    """Looked up before anything is written: whoever writes keeps others waiting."""
    for row, answer in found:
        yield Changed(row, answer, answered(brief_view(tx, row.id, directory), answer))


def keep(tx: Transaction, found: Iterable[Changed], letters: Letters, now: dt.datetime) -> None:
    """What changed is kept, and told in one mail; whoever changed a brief meanwhile has checked it, too."""
    news = []
    for one in found:
        standing = briefs.get(tx, one.row.id)
        if (standing.revision, standing.state) != (one.row.revision, one.row.state):
            continue
        told = conflicts.record(tx, one.row.id, one.row.revision, one.answer.conflicts, now)
        opened, resolved = _worth_telling(told.opened, standing.state), _worth_telling(told.resolved, standing.state)
        if opened or resolved:
            standing_now = tuple(row.conflict for row in (*told.opened, *told.still_open))
            news.append(ClashNews(replace(one.view, conflicts=standing_now), opened, resolved))
    letters.tell_clash_news(tuple(news))


def _worth_telling(rows: Iterable[ConflictRow], state: BriefState) -> tuple[Conflict, ...]:
    return tuple(row.conflict for row in rows if _is_news(row.conflict, state))


def _is_news(conflict: Conflict, state: BriefState) -> bool:
    """The day turning over is none, but for a draft that nobody confirmed in time."""
    match conflict.kind:
        case ConflictKind.NOT_CHECKED:
            return conflict.parameters.get("until") is None
        case ConflictKind.PAST:
            return state is BriefState.DRAFT
    return conflict.kind in _FROM_OUTSIDE and conflict.severity >= Severity.MEDIUM
