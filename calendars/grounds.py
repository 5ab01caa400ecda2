"""Judges one day for one kind of work: every reason against it, kind by kind."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from briefs.conflicts import Conflict, ConflictKind, Evidence, Parameter, Severity
from briefs.jobs import UNKNOWN_JOB, JobKind
from briefs.roles import Person
from calendars.snapshot import Busy, Snapshot
from calendars.workdays import DayOff, Reason, WorkingDays, halves, holiday_name


@dataclass(frozen=True, slots=True)
class Work:
    """The work a day must leave room for.

    `days` are the working days it takes, counted from the one after `zero`: it is done from `enough` on. `rush_day` is
    the first day on which it would be as a rush, None where it is one. `needs` are resources.
    """

    kind: JobKind
    days: int
    zero: dt.date
    enough: dt.date
    rush_day: dt.date | None
    needs: tuple[str, ...]
    people: tuple[Person, ...]
    client_country: str | None


@dataclass(frozen=True, slots=True)
class Grounds:
    """The reasons against a day. Those from `moving` make another day the earliest; those from `warning` never do."""

    work: Work
    days: WorkingDays
    snapshot: Snapshot
    today: dt.date

    def moving(self, day: dt.date, *, goes_live: bool = False) -> Iterator[Conflict]:
        """A day something is due must be a working day of everyone's; something may go live on any."""
        yield from self.past(day)
        yield from self._lead_time(day)
        yield from self._booked(day, firm=True)
        if not goes_live:
            yield from self._day_off(day)
            yield from self._away_on(day, firm=True)

    def warning(self, day: dt.date, *, goes_live: bool = False) -> Iterator[Conflict]:
        yield from self._booked(day, firm=False)
        if not goes_live:
            yield from self._away_on(day, firm=False)
        yield from self._away_mostly(day, goes_live=goes_live)

    def off(self, day: dt.date) -> DayOff | None:
        """Why nothing can be handed over that day: the office does not work, or the client's country does not."""
        off = self.days.off(day)
        if off is None:
            name = holiday_name(self.work.client_country, day)
            off = None if name is None else DayOff(Reason.CLIENT_HOLIDAY, name)
        return off

    def past(self, day: dt.date) -> Iterator[Conflict]:
        if day < self.today:
            yield Conflict(ConflictKind.PAST, Severity.HIGH, day, {"day": day})

    def _day_off(self, day: dt.date) -> Iterator[Conflict]:
        off = self.off(day)
        if off is not None:
            severity = Severity.MEDIUM if off.reason is Reason.CLIENT_HOLIDAY else Severity.HIGH
            parameters: dict[str, Parameter] = {"reason": off.reason.value, "name": off.name}
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
        for person in self.work.people:
            absences = self.snapshot.absences(person.id, day)
            sure = _sure(absences)
            taken = halves(sure, day, self.days.office)
            if firm and taken:
                yield self._absence(Severity.MEDIUM, day, person, sure, "day", taken, 2)
            elif not firm and not taken and (perhaps := halves(absences, day, self.days.office)):
                yield self._absence(Severity.LOW, day, person, absences, "day", perhaps, 2)

    def _away_mostly(self, day: dt.date, *, goes_live: bool) -> Iterator[Conflict]:
        window = self.days.between(self.work.zero, day)
        for person in self.work.people:
            if not goes_live and halves(_sure(self.snapshot.absences(person.id, day)), day, self.days.office):
                continue  # told already, as away on the day itself
            away = {each: _sure(self.snapshot.absences(person.id, each)) for each in window}
            taken = sum(halves(absences, each, self.days.office) for each, absences in away.items())
            # Half days count half; exactly half of the time is not more than half of it.
            if taken > len(window):
                entries = tuple(dict.fromkeys(busy for absences in away.values() for busy in absences))
                yield self._absence(Severity.MEDIUM, day, person, entries, "window", taken, 2 * len(window))

    def _absence(
        self,
        severity: Severity,
        day: dt.date,
        person: Person,
        entries: tuple[Busy, ...],
        where: str,
        taken: int,
        of: int,
    ) -> Conflict:
        spans = [busy.days(self.snapshot.zone) for busy in entries]
        parameters: dict[str, Parameter] = {
            "person": person.id,
            "name": person.name,
            "first": min(first for first, _ in spans),
            "last": max(last for _, last in spans),
            "days": _days(taken),
            "of": of // 2,
            "where": where,
        }
        return Conflict(ConflictKind.ABSENCE, severity, day, parameters, _evidence(entries))

    def _booked(self, day: dt.date, *, firm: bool) -> Iterator[Conflict]:
        """A resource is in the way when no working day of the window is free of it for at least half the day."""
        window = self.days.between(self.work.zero, day) if self.work.needs else ()
        for resource in self.work.needs if window else ():
            bookings = {each: self.snapshot.bookings(resource, each) for each in window}
            sure = {each: _sure(booked) for each, booked in bookings.items()}
            if self._no_day_free(sure):
                if firm:
                    yield self._resource(Severity.HIGH, day, resource, sure)
            elif not firm and self._no_day_free(bookings):
                yield self._resource(Severity.LOW, day, resource, bookings)

    def _no_day_free(self, bookings: dict[dt.date, tuple[Busy, ...]]) -> bool:
        return all(halves(booked, day, self.days.office) == 2 for day, booked in bookings.items())

    def _resource(
        self, severity: Severity, day: dt.date, resource: str, bookings: dict[dt.date, tuple[Busy, ...]]
    ) -> Conflict:
        entries = tuple(dict.fromkeys(busy for booked in bookings.values() for busy in booked))
        parameters: dict[str, Parameter] = {"resource": resource, "first": min(bookings), "last": max(bookings)}
        return Conflict(ConflictKind.RESOURCE, severity, day, parameters, _evidence(entries))


def _sure(entries: tuple[Busy, ...]) -> tuple[Busy, ...]:
    return tuple(busy for busy in entries if not busy.tentative)


def _days(half_days: int) -> int | str:
    whole, rest = divmod(half_days, 2)
    return f"{whole}.5" if rest else whole


def _evidence(entries: tuple[Busy, ...]) -> tuple[Evidence, ...]:
    return tuple(Evidence(busy.calendar, busy.uid, busy.start, busy.end, busy.summary) for busy in entries)
