"""Working days: weekends, public holidays and the agency's own closures, and counting between them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, available_timezones

import holidays

from calendars.occurrences import instant
from calendars.snapshot import Busy, Snapshot

_ONE = dt.timedelta(days=1)
_FURTHEST = 3660  # days; a table or a closure gone wrong must not count for ever


class Reason(StrEnum):
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    CLOSURE = "closure"
    CLIENT_HOLIDAY = "client_holiday"
    CLIENT_CLOSED = "client_closed"


@dataclass(frozen=True, slots=True)
class DayOff:
    """Why nobody works on a day. `name` is the holiday's or the closure's; `closures` the calendar's entries."""

    reason: Reason
    name: str = ""
    closures: tuple[Busy, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """Where and when the agency works. Without a country there are weekends but no public holidays.

    `region` is a part of the country with holidays of its own, by the code of the tables: BY for Bavaria.
    """

    country: str | None
    zone: ZoneInfo
    work_day: tuple[dt.time, dt.time] = (dt.time(9), dt.time(17))
    region: str | None = None

    def day(self, moment: dt.datetime) -> dt.date:
        return moment.astimezone(self.zone).date()


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The office's working days as the calendar has them."""

    office: Office
    snapshot: Snapshot

    def off(self, day: dt.date) -> DayOff | None:
        """Why the office does not work that day, or None."""
        if day.weekday() in _weekend(self.office.country):
            return DayOff(Reason.WEEKEND)
        holiday = holiday_name(self.office.country, day, self.office.region)
        if holiday is not None:
            return DayOff(Reason.HOLIDAY, holiday)
        closed = tuple(busy for busy in self.snapshot.closures(day) if not busy.tentative)
        # A closure from noon on leaves a working morning, so it takes most of the day to close it.
        if halves(closed, day, self.office) == 2:
            return DayOff(Reason.CLOSURE, closed[0].summary, closed)
        return None

    def works(self, day: dt.date) -> bool:
        return self.off(day) is None

    def at_or_after(self, day: dt.date) -> dt.date:
        """The day itself if worked, else the next worked day."""
        return self.after(day - _ONE, 1)

    def after(self, day: dt.date, count: int) -> dt.date:
        """The `count`-th working day after `day`; `day` itself for 0."""
        for _ in range(_FURTHEST):
            if count == 0:
                return day
            day += _ONE
            count -= self.works(day)
        raise OverflowError(f"no working day within {_FURTHEST} days")

    def at_or_before(self, day: dt.date) -> dt.date:
        """The day itself if worked, else the last worked day before."""
        return self.before(day + _ONE, 1)

    def before(self, day: dt.date, count: int) -> dt.date:
        """The `count`-th working day before `day`; `day` itself for 0."""
        for _ in range(_FURTHEST):
            if count == 0:
                return day
            day -= _ONE
            count -= self.works(day)
        raise OverflowError(f"no working day within {_FURTHEST} days")

    def between(self, after: dt.date, until: dt.date) -> tuple[dt.date, ...]:
        """The working days after `after` up to and including `until`; none if `until` is not later."""
        length = min((until - after).days, _FURTHEST)
        days = (after + dt.timedelta(days=number) for number in range(1, length + 1))
        return tuple(day for day in days if self.works(day))

    def day_zero(self, received_at: dt.datetime) -> dt.date:
        """The day a brief counts as received: after the working day's end or on a day off, the next working day."""
        local = received_at.astimezone(self.office.zone)
        late = local.time() > self.office.work_day[1]
        return self.at_or_after(local.date() + _ONE if late else local.date())


def halves(busy: tuple[Busy, ...], day: dt.date, office: Office) -> int:
    """How much of the working day is taken, in half days: 0, 1 or 2.

    Up to a quarter (a doctor's appointment) is none, over three quarters is all of it, what lies between is half.
    """
    if not busy:
        return 0
    opens, closes = (dt.datetime.combine(day, time, office.zone).astimezone(dt.UTC) for time in office.work_day)
    taken, reached = dt.timedelta(0), opens
    for start, end in sorted((instant(one.start, office.zone), instant(one.end, office.zone)) for one in busy):
        first, last = max(start, reached), min(end, closes)
        if last > first:
            taken += last - first
            reached = last
    share = taken / (closes - opens)
    return 0 if share <= 0.25 else 2 if share > 0.75 else 1


@cache
def known_zones() -> frozenset[str]:
    """The names of the IANA time zones."""
    return frozenset(available_timezones())


def country_is_known(code: str) -> bool:
    return code.upper() in _supported()


def region_of(country: str | None, text: str) -> str:
    """The code of a part of the country, written BY or DE-BY; ValueError where it has no holidays of its own."""
    known = {code.upper(): code for code in _regions().get(country or "", ())}
    code = known.get(text.upper().removeprefix(f"{country}-"))
    if code is None:
        expected = (
            f"expected one of {', '.join(known)}" if known else "its holidays are the same everywhere, or not known"
        )
        raise ValueError(f"{text!r} is no region of {country or 'no country'}; {expected}")
    return code


def holiday_name(country: str | None, day: dt.date, region: str | None = None) -> str | None:
    """The public holiday of the whole country, or of that region of it too; None for a country without data."""
    return None if country is None else _holidays(country.upper(), region, day.year).get(day)


@lru_cache(maxsize=1)
def _regions() -> Mapping[str, list[str]]:
    return holidays.list_supported_countries(include_aliases=False)


@lru_cache(maxsize=1)
def _supported() -> frozenset[str]:
    return frozenset(_regions())


@lru_cache(maxsize=512)
def _holidays(country: str, region: str | None, year: int) -> Mapping[dt.date, str]:
    if country not in _supported():
        return {}
    # Names in English where the data has them; a country without falls back to its own language.
    return dict(holidays.country_holidays(country, subdiv=region, years=year, expand=False, language="en_US"))


@lru_cache(maxsize=256)
def _weekend(country: str | None) -> frozenset[int]:
    if country is None or country.upper() not in _supported():
        return frozenset({5, 6})
    return frozenset(holidays.country_holidays(country.upper()).weekend)
