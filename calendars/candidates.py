"""The days that may do for a brief, one after the other, each with what stands in its way."""

import datetime as dt
from collections.abc import Iterator

from briefs.conflicts import Conflict
from briefs.findings import DateSpan
from briefs.jobs import JobKind
from calendars.grounds import Grounds, Work
from calendars.question import Question
from calendars.rules import Rules
from calendars.snapshot import Snapshot
from calendars.workdays import WorkingDays

_HORIZON = dt.timedelta(days=730)  # a day further off is no answer to a client
_LONGEST_SPAN = 366


def grounds_for(
    question: Question, kind: JobKind, snapshot: Snapshot, rules: Rules, now: dt.datetime, days: int | None = None
) -> Grounds:
    """What a day is judged on for that kind of job, taking `days` working days where the table's are not meant."""
    calendar = WorkingDays(rules.office, snapshot)
    arrived = rules.office.day(question.received_at)
    # Whoever takes on a rush starts when it comes in, be it at night or on a Sunday.
    zero = arrived if question.rush else calendar.day_zero(question.received_at)
    length = days if days is not None else kind.rush if question.rush else kind.lead_time
    kinds = (rules.kind(id) for id in question.jobs)
    needs = (need.casefold() for need in (*question.needs, *(need for each in kinds for need in each.needs)))
    work = Work(
        kind=kind,
        days=length,
        zero=zero,
        enough=calendar.after(zero, length),
        rush_day=None if question.rush else calendar.after(arrived, kind.rush),
        needs=tuple(dict.fromkeys(needs)),
        question=question,
    )
    return Grounds(work, calendar, snapshot, rules, rules.office.day(now))


def first_free(grounds: Grounds, start: dt.date | None = None) -> dt.date | None:
    """The first working day from `start` on that nothing moves; None where there is none within two years."""
    return next((day for day, in_the_way in candidates(grounds, start) if in_the_way is None), None)


def candidates(grounds: Grounds, start: dt.date | None = None) -> Iterator[tuple[dt.date, Conflict | None]]:
    """The working days from the lead time's end on, each with what stands in its way, up to the first free one."""
    day = grounds.days.at_or_after(max(grounds.work.enough, grounds.today, start or grounds.today))
    furthest = day + _HORIZON
    while day < furthest:
        in_the_way = next(grounds.moving(day), None)
        yield day, in_the_way
        if in_the_way is None:
            return
        day = grounds.days.after(day, 1)


def handed_over(span: DateSpan, grounds: Grounds) -> dt.date:
    """The last day of the span on which something can be handed over: a due week does not end on its Sunday."""
    length = min((span.end - span.start).days, _LONGEST_SPAN)
    days = (span.end - dt.timedelta(days=number) for number in range(length + 1))
    return next((day for day in days if grounds.off(day) is None), span.end)


def materials_for(live: dt.date, grounds: Grounds) -> dt.date:
    """The materials deadline for a day something is live: that less print, posting, trafficking or shipping."""
    return grounds.days.before(grounds.days.at_or_before(live), grounds.work.kind.after)
