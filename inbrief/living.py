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
from inbrief.letters import Letters, late_key
from inbrief.timing import Timing
from inbrief.views import answered, brief_view, owner_of
from notify.clash_news import ClashNews
from notify.views import BriefView
from store import briefs, conflicts, outbox
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
    """A brief somebody works to, or may, with the clashes known of it.

    `told_late` where its account executive was told, of this revision, that its work would begin too late.
    """

    row: BriefRow
    counted_from: dt.datetime
    values: tuple[BriefValue, ...]
    known: tuple[ConflictRow, ...]
    told_late: bool


@dataclass(frozen=True, slots=True)
class Differing:
    """A brief of which the check says something else than what is known.

    `begun_now` is the check of a draft as if work on it began now, where that is too late for the first time.
    """

    row: BriefRow
    answer: Answer
    begun_now: Answer | None


@dataclass(frozen=True, slots=True)
class Shown:
    """The same as a mail shows it."""

    found: Differing
    view: BriefView


def under_way(tx: Transaction, today: dt.date) -> Iterator[UnderWay]:
    """Briefs with a day ahead."""
    for row in briefs.list_briefs(tx, UNDER_WAY):
        values = briefs.values(tx, row.id)
        days = [value.value.end for value in values if isinstance(value.value, DateSpan)]
        if days and max(days) >= today:
            told = row.state is BriefState.DRAFT and outbox.queued_before(tx, late_key(row.id, row.revision))
            yield UnderWay(row, counted_from(tx, row), values, conflicts.list_conflicts(tx, row.id), told)


def differing(found: Iterable[UnderWay], directory: Directory, timing: Timing, now: dt.datetime) -> Iterator[Differing]:
    for one in found:
        answer = _check(one, one.counted_from, directory, timing, now)
        late = None
        if one.row.state is BriefState.DRAFT and not one.told_late and _could_be_late(answer, timing, now):
            begun_now = _check(one, now, directory, timing, now)
            late = _unaccepted(begun_now, one.known) if _too_soon(begun_now) else None
        if late is not None or not conflicts.known_already(one.known, one.row.revision, answer.conflicts):
            yield Differing(one.row, answer, late)


def _check(one: UnderWay, since: dt.datetime, directory: Directory, timing: Timing, now: dt.datetime) -> Answer:
    row, client, owner = one.row, directory.client(one.row.client_id), owner_of(one.row, directory)
    return timing.check(one.values, client, owner, since, now, brand=row.brand_id, number=row.job_number)


def _unaccepted(answer: Answer, known: Iterable[ConflictRow]) -> Answer:
    accepted = {row.conflict.key for row in conflicts.accepted(known)}
    return replace(answer, conflicts=tuple(one for one in answer.conflicts if one.key not in accepted))


def _could_be_late(answer: Answer, timing: Timing, now: dt.datetime) -> bool:
    """A day that was too soon from the first is told already."""
    today = timing.rules.office.day(now)
    return answer.latest_start is not None and answer.latest_start <= today and not _too_soon(answer)


def _too_soon(answer: Answer) -> bool:
    return any(conflict.kind is ConflictKind.LEAD_TIME for conflict in answer.conflicts)


def shown(tx: Transaction, found: Iterable[Differing], directory: Directory) -> Iterator[Shown]:
    """Looked up before anything is written: whoever writes keeps others waiting."""
    for one in found:
        yield Shown(one, answered(brief_view(tx, one.row.id, directory), one.answer))


def keep(tx: Transaction, found: Iterable[Shown], letters: Letters, now: dt.datetime) -> None:
    """What changed is kept, and told in one mail; whoever changed a brief meanwhile has checked it, too."""
    news = []
    for one in found:
        row, answer, late = one.found.row, one.found.answer, one.found.begun_now
        standing = briefs.get(tx, row.id)
        if (standing.revision, standing.state) != (row.revision, row.state):
            continue
        told = conflicts.record(tx, row.id, row.revision, answer.conflicts, now)
        opened, resolved = _worth_telling(told.opened), _worth_telling(told.resolved)
        if opened or resolved:
            open_now = tuple(row.conflict for row in (*told.opened, *told.still_open))
            news.append(ClashNews(replace(one.view, conflicts=open_now), opened, resolved))
        if late is not None:
            letters.tell_late_start(replace(answered(one.view, late), conflicts=late.conflicts), row.id)
    letters.tell_clash_news(tuple(news))


def _worth_telling(rows: Iterable[ConflictRow]) -> tuple[Conflict, ...]:
    return tuple(row.conflict for row in rows if _is_news(row.conflict))


def _is_news(conflict: Conflict) -> bool:
    """That a day goes by is none."""
    if conflict.kind is ConflictKind.NOT_CHECKED:
        return conflict.parameters.get("until") is None
    return conflict.kind in _FROM_OUTSIDE and conflict.severity >= Severity.MEDIUM
