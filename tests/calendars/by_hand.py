"""A second reading of recurrence rules, from the text of RFC 5545 3.3.10 alone: ask every time whether the rule has it.

It knows no library of recurrences, looks at every day (hour, minute) from DTSTART on, and is slow on purpose.
"""

import datetime as dt
from collections.abc import Iterator
from itertools import groupby, product

NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ORDER = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY")
_ONE = dt.timedelta(days=1)


class Rule:
    """One RRULE on a local DTSTART; a whole day is its midnight."""

    def __init__(self, text: str, start: dt.datetime) -> None:
        parts = dict(part.split("=") for part in text.upper().split(";"))
        self.start = start
        self.freq = parts["FREQ"]
        self.interval = int(parts.get("INTERVAL", 1))
        self.count = int(parts["COUNT"]) if "COUNT" in parts else None
        self.wkst = NAMES.index(parts.get("WKST", "MO"))
        self.weekdays = [(int(name[:-2] or 0), NAMES.index(name[-2:])) for name in _list(parts, "BYDAY")]
        self.positions = [int(one) for one in _list(parts, "BYSETPOS")]
        self.by = {
            name: [int(one) for one in _list(parts, f"BY{name}")]
            for name in ("MONTH", "WEEKNO", "YEARDAY", "MONTHDAY", "HOUR", "MINUTE", "SECOND")
        }
        self._defaults()

    def _defaults(self) -> None:
        """Information missing from the rule is taken from DTSTART."""
        by, start, rank = self.by, self.start, _ORDER.index(self.freq)
        on_days = self.weekdays or by["YEARDAY"] or by["MONTHDAY"]
        if self.freq == "YEARLY" and by["WEEKNO"] and not on_days:
            self.weekdays = [(0, start.weekday())]
        elif self.freq == "YEARLY" and not on_days:
            by["MONTHDAY"] = [start.day]
            by["MONTH"] = by["MONTH"] or [start.month]
        elif self.freq == "MONTHLY" and not on_days:
            by["MONTHDAY"] = [start.day]
        elif self.freq == "WEEKLY" and not self.weekdays:
            self.weekdays = [(0, start.weekday())]
        for name, least, value in (("HOUR", 4, start.hour), ("MINUTE", 5, start.minute), ("SECOND", 6, start.second)):
            if not by[name] and rank < least:
                by[name] = [value]

    @property
    def has_its_start(self) -> bool:
        """What COUNT means where DTSTART is no time of the rule, RFC 5545 leaves open."""
        return next(self.matches(self.start), None) == self.start

    def starts(self, until: dt.datetime) -> list[dt.datetime]:
        """All local starts up to and including `until`; DTSTART is always the first."""
        found = [self.start]
        for time in self.matches(until):
            if len(found) == self.count:
                break
            if time > self.start:
                found.append(time)
        return found

    def matches(self, until: dt.datetime) -> Iterator[dt.datetime]:
        """What the rule itself has from DTSTART on."""
        for period, times in groupby(self._times(until), key=self._period):
            if period % self.interval:
                continue
            inside = sorted(times)
            if self.positions:
                chosen = {place - 1 if place > 0 else len(inside) + place for place in self.positions}
                inside = [time for place, time in enumerate(inside) if place in chosen]
            for time in inside:
                if time > until:
                    return
                if time >= self.start:
                    yield time

    def _times(self, until: dt.datetime) -> Iterator[dt.datetime]:
        """Every time that satisfies the rule, from the beginning of DTSTART's period to the end of the last."""
        day, last = self.start.date(), dt.date(until.year, 12, 31)
        if self.freq in {"YEARLY", "MONTHLY", "WEEKLY"}:
            day = dt.date(self.start.year, 1, 1) - 7 * _ONE
        hours, minutes, seconds = (
            self.by[name] or range(most) for name, most in (("HOUR", 24), ("MINUTE", 60), ("SECOND", 60))
        )
        while day <= last:
            if self._on(day):
                for hour, minute, second in product(sorted(hours), sorted(minutes), sorted(seconds)):
                    yield dt.datetime.combine(day, dt.time(hour, minute, second))
            day += _ONE

    def _on(self, day: dt.date) -> bool:
        by = self.by
        year_length = dt.date(day.year, 12, 31).timetuple().tm_yday
        year_day = day.timetuple().tm_yday
        month_length = (dt.date(day.year + day.month // 12, day.month % 12 + 1, 1) - _ONE).day
        return (
            (not by["MONTH"] or day.month in by["MONTH"])
            and (not by["WEEKNO"] or bool(self._weeks(day) & set(by["WEEKNO"])))
            and (not by["YEARDAY"] or bool({year_day, year_day - year_length - 1} & set(by["YEARDAY"])))
            and (not by["MONTHDAY"] or bool({day.day, day.day - month_length - 1} & set(by["MONTHDAY"])))
            and (not self.weekdays or self._weekday(day, month_length, year_length))
        )

    def _weekday(self, day: dt.date, month_length: int, year_length: int) -> bool:
        in_the_year = self.freq == "YEARLY" and not self.by["MONTH"]
        number = day.timetuple().tm_yday if in_the_year else day.day
        length = year_length if in_the_year else month_length
        places = {0, (number + 6) // 7, -((length - number) // 7 + 1)}
        return any(place in places and weekday == day.weekday() for place, weekday in self.weekdays)

    def _weeks(self, day: dt.date) -> set[int]:
        """The number of the day's week in the year it belongs to (four days at least), from the front and the end."""
        first = day - (day.weekday() - self.wkst) % 7 * _ONE
        year = (first + 3 * _ONE).year
        number = (first - self._week_one(year)).days // 7
        weeks = (self._week_one(year + 1) - self._week_one(year)).days // 7
        return {number + 1, number - weeks}

    def _week_one(self, year: int) -> dt.date:
        fourth = dt.date(year, 1, 4)
        return fourth - (fourth.weekday() - self.wkst) % 7 * _ONE

    def _period(self, time: dt.datetime) -> int:
        """How many years, months, … after DTSTART's."""
        start, hours = self.start, (time - self.start.replace(minute=0, second=0)) // dt.timedelta(hours=1)
        weeks = [each.date() - (each.weekday() - self.wkst) % 7 * _ONE for each in (start, time)]
        return {
            "YEARLY": time.year - start.year,
            "MONTHLY": 12 * (time.year - start.year) + time.month - start.month,
            "WEEKLY": (weeks[1] - weeks[0]).days // 7,
            "DAILY": (time.date() - start.date()).days,
            "HOURLY": hours,
            "MINUTELY": (time - start.replace(second=0)) // dt.timedelta(minutes=1),
            "SECONDLY": (time - start) // dt.timedelta(seconds=1),
        }[self.freq]


def _list(parts: dict[str, str], name: str) -> list[str]:
    return parts[name].split(",") if name in parts else []
