"""Holds a brief's dates against the team's time: what stands in the way, and the earliest day that would work."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from briefs.conflicts import Conflict, ConflictKind, Parameter, Severity
from briefs.findings import DateSpan
from briefs.jobs import DEFAULT_JOBS, UNKNOWN_JOB, JobKind
from calendars.grounds import Grounds, Work
from calendars.question import Answer, Question, Step, StepKind
from calendars.snapshot import Snapshot
from calendars.workdays import Office, WorkingDays

__all__ = ["Answer", "Question", "check"]

_ONE = dt.timedelta(days=1)
_HORIZON = dt.timedelta(days=730)  # a day further off is no answer to a client
_LONGEST_SPAN = 366


def check(
    question: Question, snapshot: Snapshot, office: Office, jobs: Mapping[str, JobKind], now: dt.datetime
) -> Answer:
    """The conflicts of a brief as it stands at `now`; docs/calendar.md says how days are counted.

    Which date belongs to which piece of work is not known. Where there are several due dates, each must leave time for
    the shortest kind of job, the last one for the longest.
    """
    days = WorkingDays(office, snapshot)
    kinds = sorted((_kind(id, jobs) for id in question.jobs or (UNKNOWN_JOB,)), key=lambda kind: kind.lead_time)
    shortest, whole = (
        Grounds(_work(question, kind, kinds, days), days, snapshot, office.day(now)) for kind in (kinds[0], kinds[-1])
    )
    goes_live = not question.due
    earliest = _earliest(whole, goes_live=goes_live)
    conflicts = [*_unclear(question), *_unchecked(question, whole)]
    for span in question.due:
        last = span is question.due[-1]
        conflicts += _due(span, whole if last else shortest, earliest if last else _earliest(shortest), now)
    for span in question.live:
        conflicts += _live(span, whole, earliest) if goes_live else whole.past(span.end)
    conflicts += _order(question, whole)
    worst_first = sorted(conflicts, key=lambda conflict: (-conflict.severity, conflict.day, conflict.key))
    told: dict[str, Conflict] = {}
    for conflict in worst_first:
        told.setdefault(conflict.key, conflict)
    return Answer(
        conflicts=tuple(told.values()),
        earliest=earliest,
        checked=not any(conflict.kind is ConflictKind.NOT_CHECKED for conflict in conflicts),
        steps=tuple(_steps(question, whole, earliest, goes_live=goes_live)),
    )


def _kind(id: str, jobs: Mapping[str, JobKind]) -> JobKind:
    return jobs.get(id) or jobs.get(UNKNOWN_JOB) or DEFAULT_JOBS[UNKNOWN_JOB]


def _work(question: Question, kind: JobKind, kinds: Sequence[JobKind], days: WorkingDays) -> Work:
    arrived = days.office.day(question.received_at)
    # Whoever takes on a rush starts when it comes in, be it at night or on a Sunday.
    zero = arrived if question.rush else days.day_zero(question.received_at)
    length = kind.rush if question.rush else kind.lead_time
    needs = (need.casefold() for need in (*question.needs, *(need for each in kinds for need in each.needs)))
    return Work(
        kind=kind,
        days=length,
        zero=zero,
        enough=days.after(zero, length),
        rush_day=None if question.rush else days.after(arrived, kind.rush),
        needs=tuple(dict.fromkeys(needs)),
        people=question.people,
        client_country=question.client_country,
    )


def _earliest(grounds: Grounds, *, goes_live: bool = False) -> dt.date | None:
    return next((day for day, in_the_way in _candidates(grounds, goes_live=goes_live) if in_the_way is None), None)


def _candidates(grounds: Grounds, *, goes_live: bool) -> Iterator[tuple[dt.date, Conflict | None]]:
    """The working days from the lead time's end on, each with what stands in its way, up to the first free one."""
    day = grounds.days.at_or_after(max(grounds.work.enough, grounds.today))
    furthest = day + _HORIZON
    while day < furthest:
        in_the_way = next(grounds.moving(day, goes_live=goes_live), None)
        yield day, in_the_way
        if in_the_way is None:
            return
        day = grounds.days.after(day, 1)


def _due(span: DateSpan, grounds: Grounds, earliest: dt.date | None, now: dt.datetime) -> Iterator[Conflict]:
    day = _handed_over(span, grounds)
    yield from (replace(conflict, earliest=earliest) for conflict in grounds.moving(day))
    yield from grounds.warning(day)
    if day == grounds.today and span.time is not None and span.start == span.end:
        zone = _zone(span.zone) or grounds.days.office.zone
        if dt.datetime.combine(day, span.time, zone) < now:
            yield Conflict(ConflictKind.PAST, Severity.HIGH, day, {"day": day}, earliest=earliest)


def _handed_over(span: DateSpan, grounds: Grounds) -> dt.date:
    """The last day of the span on which something can be handed over: a due week does not end on its Sunday."""
    length = min((span.end - span.start).days, _LONGEST_SPAN)
    days = (span.end - dt.timedelta(days=number) for number in range(length + 1))
    return next((day for day in days if grounds.off(day) is None), span.end)


def _zone(name: str | None) -> dt.tzinfo | None:
    try:
        return None if name is None else ZoneInfo(name)
    except (ValueError, ZoneInfoNotFoundError):
        return None


def _live(span: DateSpan, grounds: Grounds, earliest: dt.date | None) -> Iterator[Conflict]:
    """Judges the first day. What is solved by the last is low: the span may be a vague date and no campaign's run."""
    later = {conflict.kind for conflict in grounds.moving(span.end, goes_live=True)}
    for conflict in grounds.moving(span.start, goes_live=True):
        severity = conflict.severity if conflict.kind in later else Severity.LOW
        yield replace(conflict, severity=severity, earliest=earliest)
    yield from grounds.warning(span.start, goes_live=True)


def _order(question: Question, grounds: Grounds) -> Iterator[Conflict]:
    """Live on or before due. First is held against first and last against last, for their pairs are not known."""
    if not question.due or not question.live:
        return
    lives = sorted(question.live, key=lambda span: (span.start, span.end))
    for due, live in ((question.due[0], lives[0]), (question.due[-1], lives[-1])):
        day = _handed_over(due, grounds)
        if live.start <= day:
            severity = Severity.HIGH if live.end < day else Severity.MEDIUM if live.end == day else Severity.LOW
            yield Conflict(ConflictKind.ORDER, severity, day, {"due": day, "live": live.start})


def _unclear(question: Question) -> Iterator[Conflict]:
    for readings in question.unclear:
        first, second = readings[0], readings[1] if len(readings) > 1 else None
        parameters: dict[str, Parameter] = {"first": first.end, "second": None if second is None else second.end}
        yield Conflict(ConflictKind.UNCLEAR, Severity.MEDIUM, first.end, parameters)


def _unchecked(question: Question, grounds: Grounds) -> Iterator[Conflict]:
    """What is not known of the day everything hangs on, or of today where no day is asked for."""
    spans = question.due or question.live
    day = spans[-1].end if spans else grounds.today
    for failure in grounds.snapshot.failed:
        since = None if failure.last_good is None else failure.last_good.isoformat()
        severity = Severity.MEDIUM if since is None else Severity.LOW
        parameters: dict[str, Parameter] = {"calendar": failure.calendar, "since": since, "until": None}
        yield Conflict(ConflictKind.NOT_CHECKED, severity, day, parameters)
    if grounds.snapshot.calendars and not grounds.snapshot.covers(day):
        names = ", ".join(grounds.snapshot.names)
        parameters = {"calendar": names, "since": None, "until": grounds.snapshot.last}
        yield Conflict(ConflictKind.NOT_CHECKED, Severity.LOW, day, parameters)


def _steps(question: Question, grounds: Grounds, earliest: dt.date | None, *, goes_live: bool) -> Iterator[Step]:
    """The arithmetic, day by day."""
    work, days = grounds.work, grounds.days
    yield Step(
        StepKind.RECEIVED,
        days.office.day(question.received_at),
        (("at", question.received_at.isoformat()), ("zero", work.zero)),
    )
    yield Step(StepKind.NEEDS, work.zero, (("job", work.kind.id), ("days", work.days), ("rush", int(question.rush))))
    day, number = work.zero, 0
    while day < work.enough:
        day += _ONE
        off = days.off(day)
        if off is None:
            number += 1
            yield Step(StepKind.COUNTED, day, (("number", number),))
        else:
            yield Step(StepKind.SKIPPED, day, (("reason", off.reason.value), ("name", off.name)))
    yield Step(StepKind.ENOUGH, work.enough)
    for candidate, in_the_way in _candidates(grounds, goes_live=goes_live):
        if in_the_way is not None:
            yield Step(StepKind.REFUSED, candidate, (("kind", in_the_way.kind.value),))
    if earliest is not None:
        yield Step(StepKind.EARLIEST, earliest)
