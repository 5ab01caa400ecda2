"""Judges one day for one kind of work: every reason against it, kind by kind."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from briefs.conflicts import Conflict, ConflictKind, Evidence, Parameter, Severity
from briefs.jobs import UNKNOWN_JOB, JobKind, RunningJob
from briefs.roles import Person
from calendars.question import Question
from calendars.rules import Full, Rules
from calendars.snapshot import Busy, Snapshot
from calendars.workdays import DayOff, Reason, WorkingDays, halves, holiday_name

_ONE = dt.timedelta(days=1)
_SOON = 2  # working days before a release within which an approval should not be open


@dataclass(frozen=True, slots=True)
class Work:
    """The work a day must leave room for.

    `days` are the working days it takes, counted from the one after `zero`: it is done from `enough` on. `rush_day` is
    the first day on which it would be as a rush, None where it is one. `needs` are resources, in lower case.
    """

    kind: JobKind
    days: int
    zero: dt.date
    enough: dt.date
    rush_day: dt.date | None
    needs: tuple[str, ...]
    question: Question


@dataclass(frozen=True, slots=True)
class Grounds:
    """The reasons against a day. Those from `moving` make another day the earliest; those from `warning` never do."""

    work: Work
    days: WorkingDays
    snapshot: Snapshot
    rules: Rules
    today: dt.date

    def moving(self, day: dt.date) -> Iterator[Conflict]:
        """A day something is due must be a working day of everyone's, with room for one job more."""
        for conflict in self._moving(day):
            yield from self._weighed(conflict)

    def warning(self, day: dt.date) -> Iterator[Conflict]:
        for pencilled in (*self._booked(day, firm=False), *self._away_on(day, firm=False)):
            if self.rules.counts(pencilled.kind):  # low, whatever the firm ones count
                yield pencilled
        for conflict in (*self._away_mostly(day), *self._same_client(day), *self._unapproved(day)):
            yield from self._weighed(conflict)

    def live(self, day: dt.date) -> Iterator[Conflict]:
        """What stands against a day something is live: it may be any day, but not one that is over."""
        for conflict in (*self._past(day), *self._unapproved(day)):
            yield from self._weighed(conflict)

    def _moving(self, day: dt.date) -> Iterator[Conflict]:
        yield from self._past(day)
        yield from self._lead_time(day)
        yield from self._booked(day, firm=True)
        yield from self._day_off(day)
        yield from self._away_on(day, firm=True)
        yield from self._full(day)

    def _weighed(self, conflict: Conflict) -> Iterator[Conflict]:
        weighed = self.rules.weighed(conflict)
        if weighed is not None:
            yield weighed

    def off(self, day: dt.date) -> DayOff | None:
        """Why nothing can be handed over that day: the office does not work, or the client does not."""
        off = self.days.off(day)
        if off is not None:
            return off
        name = holiday_name(self.work.question.client_country, day, self.work.question.client_region)
        if name is not None:
            return DayOff(Reason.CLIENT_HOLIDAY, name)
        closed = _sure(self.snapshot.client_closed(self.work.question.client or "", day))
        return DayOff(Reason.CLIENT_CLOSED, closed[0].summary, closed) if closed else None

    def _past(self, day: dt.date) -> Iterator[Conflict]:
        if day < self.today:
            yield Conflict(ConflictKind.PAST, Severity.HIGH, day, {"day": day})

    def _day_off(self, day: dt.date) -> Iterator[Conflict]:
        off = self.off(day)
        if off is not None:
            of_the_client = off.reason in {Reason.CLIENT_HOLIDAY, Reason.CLIENT_CLOSED}
            parameters: dict[str, Parameter] = {"reason": off.reason.value, "name": off.name}
            severity = Severity.MEDIUM if of_the_client else Severity.HIGH
            yield Conflict(ConflictKind.DAY_OFF, severity, day, parameters, _evidence(off.closures))

    def _lead_time(self, day: dt.date) -> Iterator[Conflict]:
        work = self.work
        if day >= work.enough:
            return
        as_a_rush = work.rush_day is not None and day >= work.rush_day
        # What kind of work it is may be unknown; then the table's ten days are no more than likely.
        severity = Severity.MEDIUM if as_a_rush or work.kind.id == UNKNOWN_JOB else Severity.HIGH
        yield Conflict(
            ConflictKind.LEAD_TIME,
            severity,
            day,
            {
                "job": work.kind.id,
                "needs": work.days,
                "has": len(self.days.between(work.zero, day)),
                "rush": work.rush_day,
            },
        )

    def _away_on(self, day: dt.date, *, firm: bool) -> Iterator[Conflict]:
        for person in self.work.question.people:
            yield from self._one_away_on(day, person, firm=firm)
        for department, people in self.work.question.pools.items():
            yield from self._all_away_on(day, department, people, firm=firm)

    def _one_away_on(self, day: dt.date, person: Person, *, firm: bool) -> Iterator[Conflict]:
        absences = self.snapshot.absences(person.id, day)
        sure = _sure(absences)
        taken = halves(sure, day, self.days.office)
        if firm and taken:
            yield self._absence(Severity.MEDIUM, day, _who(person), sure, "day", taken, 2)
        elif not firm and not taken and (perhaps := halves(absences, day, self.days.office)):
            yield self._absence(Severity.LOW, day, _who(person), absences, "day", perhaps, 2)

    def _all_away_on(
        self, day: dt.date, department: str, people: tuple[Person, ...], *, firm: bool
    ) -> Iterator[Conflict]:
        """Before anybody is assigned, one person's leave is nobody's business; nobody left is."""
        absences = [self.snapshot.absences(person.id, day) for person in people]
        sure = [_sure(each) for each in absences]
        taken, perhaps = (
            min((halves(one, day, self.days.office) for one in each), default=0) for each in (sure, absences)
        )
        if firm and taken:
            yield self._absence(Severity.MEDIUM, day, {"department": department}, _flat(sure), "day", taken, 2)
        elif not firm and not taken and perhaps:
            yield self._absence(Severity.LOW, day, {"department": department}, _flat(absences), "day", perhaps, 2)

    def _away_mostly(self, day: dt.date) -> Iterator[Conflict]:
        window = self.days.between(self.work.zero, day)
        for person in self.work.question.people:
            if halves(_sure(self.snapshot.absences(person.id, day)), day, self.days.office):
                continue  # told already, as away on the day itself
            away = {each: _sure(self.snapshot.absences(person.id, each)) for each in window}
            taken = sum(halves(absences, each, self.days.office) for each, absences in away.items())
            # Half days count half; exactly half of the time is not more than half of it.
            if taken > len(window):
                entries = _flat(away.values())
                yield self._absence(Severity.MEDIUM, day, _who(person), entries, "window", taken, 2 * len(window))

    def _absence(
        self,
        severity: Severity,
        day: dt.date,
        who: Mapping[str, Parameter],
        entries: tuple[Busy, ...],
        where: str,
        taken: int,
        of: int,
    ) -> Conflict:
        spans = [busy.days(self.snapshot.zone) for busy in entries]
        parameters: dict[str, Parameter] = {
            **who,
            "first": min(first for first, _ in spans),
            "last": max(last for _, last in spans),
            "days": _days(taken),
            "of": of // 2,
            "where": where,
        }
        return Conflict(ConflictKind.ABSENCE, severity, day, parameters, _evidence(entries))

    def _booked(self, day: dt.date, *, firm: bool) -> Iterator[Conflict]:
        """What the job needs is taken on the day, for half of it or more."""
        for resource in self.work.needs:
            bookings = self.snapshot.bookings(resource, day)
            sure = _sure(bookings)
            taken = halves(sure, day, self.days.office)
            if firm and taken:
                yield self._resource(Severity.HIGH, day, resource, sure)
            elif not firm and not taken and halves(bookings, day, self.days.office):
                yield self._resource(Severity.LOW, day, resource, bookings)

    def _resource(self, severity: Severity, day: dt.date, resource: str, entries: tuple[Busy, ...]) -> Conflict:
        spans = [busy.days(self.snapshot.zone) for busy in entries]
        parameters: dict[str, Parameter] = {
            "resource": resource,
            "first": min(first for first, _ in spans),
            "last": max(last for _, last in spans),
        }
        return Conflict(ConflictKind.RESOURCE, severity, day, parameters, _evidence(entries))

    def _full(self, day: dt.date) -> Iterator[Conflict]:
        """More than may be planned is due that day, or in its week, of a department that has a part in the work."""
        if self.snapshot.jobs is None or self.snapshot.jobs.stale:
            return
        for full in self.rules.capacity:
            if full.department and full.department not in self.work.kind.roles:
                continue
            over = self._over(full, day)
            if over is not None:
                unit, span, due, of = over
                parameters: dict[str, Parameter] = {
                    "department": full.department,
                    "unit": unit,
                    "span": span,
                    "due": _number(due),
                    "of": _number(of),
                }
                yield Conflict(ConflictKind.CAPACITY, Severity.MEDIUM, day, parameters)

    def _over(self, full: Full, day: dt.date) -> tuple[str, str, Fraction, Fraction] | None:
        """The first bound that is passed: its unit and span, what is due with this job, and what may be."""
        monday = day - dt.timedelta(days=day.weekday())
        for span, days in (("day", (day,)), ("week", tuple(monday + number * _ONE for number in range(7)))):
            jobs = [job for each in days for job in self._others(each) if full.department in {"", job.department}]
            most, most_minutes = (
                (full.jobs_a_day, full.minutes_a_day) if span == "day" else (full.jobs_a_week, full.minutes_a_week)
            )
            if most is not None and len(jobs) + 1 > most:
                return "jobs", span, Fraction(len(jobs) + 1), most
            minutes = Fraction(sum(job.minutes or 0 for job in jobs))
            # How long this job takes nobody has said yet, so it needs some room, not a certain one.
            if most_minutes is not None and minutes >= most_minutes:
                return "hours", span, minutes / 60, most_minutes / 60
        return None

    def _others(self, day: dt.date) -> Iterator[RunningJob]:
        number = self.work.question.number
        return (job for job in self.snapshot.jobs_due(day) if not number or job.number != number)

    def _same_client(self, day: dt.date) -> Iterator[Conflict]:
        question = self.work.question
        if question.client is None or self.snapshot.jobs is None or self.snapshot.jobs.stale:
            return
        for job in self._others(day):
            same_brand = not question.brand or not job.brand or question.brand == job.brand
            if job.client == question.client and same_brand:
                parameters: dict[str, Parameter] = {
                    "job": job.number,
                    "title": job.title,
                    "client": job.client,
                    "brand": job.brand,
                }
                yield Conflict(ConflictKind.SAME_CLIENT, Severity.LOW, day, parameters)

    def _unapproved(self, day: dt.date) -> Iterator[Conflict]:
        """Somebody has yet to approve what is released or live within two working days."""
        if day < self.today or len(self.days.between(self.today, day)) > _SOON:
            return
        for approval in self.work.question.approvals:
            parameters: dict[str, Parameter] = {"by": approval.by, "what": approval.what, "day": day}
            yield Conflict(ConflictKind.APPROVAL, Severity.MEDIUM, day, parameters)


def _who(person: Person) -> Mapping[str, Parameter]:
    return {"person": person.id, "name": person.name}


def _flat(entries: Iterable[tuple[Busy, ...]]) -> tuple[Busy, ...]:
    return tuple(dict.fromkeys(busy for each in entries for busy in each))


def _number(value: Fraction) -> int | str:
    """A whole number, or one decimal: parameters hold no floats."""
    return int(value) if value.denominator == 1 else f"{float(value):.1f}"


def _sure(entries: tuple[Busy, ...]) -> tuple[Busy, ...]:
    return tuple(busy for busy in entries if not busy.tentative)


def _days(half_days: int) -> int | str:
    whole, rest = divmod(half_days, 2)
    return f"{whole}.5" if rest else whole


def _evidence(entries: tuple[Busy, ...]) -> tuple[Evidence, ...]:
    return tuple(Evidence(busy.calendar, busy.uid, busy.start, busy.end, busy.summary) for busy in entries)
