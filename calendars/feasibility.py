"""Holds a brief's dates against the team's time: what stands in the way, and the earliest day that would work."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from briefs.conflicts import Conflict, ConflictKind, Parameter, Severity
from briefs.findings import DateSpan
from briefs.jobs import UNKNOWN_JOB, JobKind
from briefs.steps import Step, StepKind
from calendars.candidates import candidates, first_free, grounds_for, handed_over, materials_for
from calendars.grounds import Grounds
from calendars.options import options
from calendars.question import Answer, Question
from calendars.rules import Rules
from calendars.snapshot import Snapshot
from calendars.workback import workback
from calendars.workdays import WorkingDays

__all__ = ["Answer", "Question", "check"]

_ONE = dt.timedelta(days=1)


def check(question: Question, snapshot: Snapshot, rules: Rules, now: dt.datetime) -> Answer:
    """The conflicts of a brief as it stands at `now`; docs/calendar.md says how days are counted.

    Which date belongs to which piece of work is not known. Where there are several due dates, each must leave time for
    the shortest kind of job, the last one for the longest. Where only a live date is given, the day the materials have
    to be there for it is supposed to be due.
    """
    days = WorkingDays(rules.office, snapshot)
    shortest, whole = (grounds_for(question, kind, snapshot, rules, now) for kind in _ends(question, rules))
    earliest = first_free(whole)
    conflicts = [*_unclear(question), *_unchecked(question, whole)]
    for span in question.due:
        last = span is question.due[-1]
        conflicts += _due(span, whole if last else shortest, earliest if last else first_free(shortest), now)
    for span in question.live:
        conflicts += [*whole.live(span.end)] if question.due else _supposed(span, whole, earliest)
    conflicts += [*_order(question, whole), *_copy_dates(question, whole)]
    counted = (conflict for conflict in conflicts if rules.counts(conflict.kind))
    told: dict[str, Conflict] = {}
    for conflict in sorted(counted, key=lambda conflict: (-conflict.severity, conflict.day, conflict.key)):
        told.setdefault(conflict.key, conflict)
    asked = _asked(question, whole)
    return Answer(
        conflicts=tuple(told.values()),
        earliest=earliest,
        checked=all(conflict.kind is not ConflictKind.NOT_CHECKED for conflict in conflicts),
        steps=tuple(_steps(question, whole, earliest)),
        latest_start=None if asked is None else days.before(asked, whole.work.days),
        options=options(question, whole, asked, earliest, now),
        workback=workback(asked or earliest, whole),
    )


def _ends(question: Question, rules: Rules) -> tuple[JobKind, JobKind]:
    """The shortest and the longest kind of job asked for, up to the materials deadline where only that is judged."""
    wanted = (rules.kind(id) for id in question.jobs or (UNKNOWN_JOB,))
    supposed = bool(question.live) and not question.due
    kinds = sorted((kind.until_materials() if supposed else kind for kind in wanted), key=lambda kind: kind.lead_time)
    return kinds[0], kinds[-1]


def _asked(question: Question, grounds: Grounds) -> dt.date | None:
    """The day everything is to be there: the last due day, else what is supposed for the first live one."""
    if question.due:
        return handed_over(question.due[-1], grounds)
    return materials_for(question.live[0].start, grounds) if question.live else None


def _due(span: DateSpan, grounds: Grounds, earliest: dt.date | None, now: dt.datetime) -> Iterator[Conflict]:
    day = handed_over(span, grounds)
    yield from (replace(conflict, earliest=earliest) for conflict in grounds.moving(day))
    yield from grounds.warning(day)
    if day == grounds.today and span.time is not None and span.start == span.end:
        zone = _zone(span.zone) or grounds.days.office.zone
        if dt.datetime.combine(day, span.time, zone) < now:
            yield Conflict(ConflictKind.PAST, Severity.HIGH, day, {"day": day}, earliest=earliest)


def _zone(name: str | None) -> dt.tzinfo | None:
    try:
        return None if name is None else ZoneInfo(name)
    except (ValueError, ZoneInfoNotFoundError):
        return None


def _supposed(span: DateSpan, grounds: Grounds, earliest: dt.date | None) -> Iterator[Conflict]:
    """Judges the first day. What is solved by the last is low: the span may be a vague date and no campaign's run."""
    first, last = (materials_for(day, grounds) for day in (span.start, span.end))
    later = {conflict.kind for conflict in grounds.moving(last)}
    for conflict in grounds.moving(first):
        severity = conflict.severity if conflict.kind in later else Severity.LOW
        yield _as_supposed(replace(conflict, severity=severity, earliest=earliest), span)
    for conflict in grounds.warning(first):
        yield _as_supposed(conflict, span)


def _as_supposed(conflict: Conflict, live: DateSpan) -> Conflict:
    return replace(conflict, parameters={**conflict.parameters, "supposed": 1, "live": live.start})


def _order(question: Question, grounds: Grounds) -> Iterator[Conflict]:
    """Live on or before due. First is held against first and last against last, for their pairs are not known."""
    if not question.due or not question.live:
        return
    lives = sorted(question.live, key=lambda span: (span.start, span.end))
    for due, live in ((question.due[0], lives[0]), (question.due[-1], lives[-1])):
        day = handed_over(due, grounds)
        if live.start <= day:
            severity = Severity.HIGH if live.end < day else Severity.MEDIUM if live.end == day else Severity.LOW
            yield Conflict(ConflictKind.ORDER, severity, day, {"due": day, "live": live.start})


def _copy_dates(question: Question, grounds: Grounds) -> Iterator[Conflict]:
    """A medium wants its material by a day: what is delivered later, or live before, cannot be in it."""
    for wanted in question.copy_dates:
        about: dict[str, Parameter] = {"medium": wanted.medium, "copy": wanted.day}
        for span in question.due:
            day = handed_over(span, grounds)
            if day > wanted.day:
                yield Conflict(ConflictKind.ORDER, Severity.HIGH, day, {**about, "due": day})
        for span in question.live:
            if span.end < wanted.day:
                yield Conflict(ConflictKind.ORDER, Severity.HIGH, span.end, {**about, "live": span.end})


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
    running = grounds.snapshot.jobs
    wanted = running is not None or bool(grounds.rules.capacity)
    if wanted and (running is None or running.stale):
        parameters = {"list": "jobs", "since": None if running is None else running.as_of.isoformat()}
        yield Conflict(ConflictKind.NOT_CHECKED, Severity.LOW, day, parameters)
    if grounds.snapshot.calendars and not grounds.snapshot.covers(day):
        names = ", ".join(grounds.snapshot.names)
        parameters = {"calendar": names, "since": None, "until": grounds.snapshot.last}
        yield Conflict(ConflictKind.NOT_CHECKED, Severity.LOW, day, parameters)


def _steps(question: Question, grounds: Grounds, earliest: dt.date | None) -> Iterator[Step]:
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
    for candidate, in_the_way in candidates(grounds):
        if in_the_way is not None:
            yield Step(StepKind.REFUSED, candidate, (("kind", in_the_way.kind.value),))
    if earliest is not None:
        yield Step(StepKind.EARLIEST, earliest)
