"""Days and moments for the sample mails, counted from today so that the samples never grow old."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.utils import format_datetime
from functools import cache
from zoneinfo import ZoneInfo

import holidays


@dataclass(frozen=True, slots=True)
class SampleDays:
    """What a template may ask for. `zone` is the agency's; its public holidays are no working days here."""

    today: dt.date
    zone: ZoneInfo
    country: str = "US"

    def workday(self, number: int) -> dt.date:
        """The number-th working day after today, or before it for a negative number."""
        step = dt.timedelta(1 if number > 0 else -1)
        day = self.today
        for _ in range(abs(number)):
            day += step
            while not self._works(day):
                day += step
        return day

    def saturday(self, number: int, after: dt.date | None = None) -> dt.date:
        """The Saturday of the number-th week after today's, or after that of another day."""
        start = after or self.today
        return start + dt.timedelta(5 - start.weekday(), weeks=number)

    def monday(self, number: int) -> dt.date:
        return self.saturday(number) - dt.timedelta(5)

    def after(self, day: dt.date) -> dt.date:
        return day + dt.timedelta(1)

    def ambiguous(self, number: int, other_than: dt.date) -> dt.date:
        """The first working day from the number-th on that in figures reads as another, later day too: 04/03."""
        day = self.workday(number)
        while not day.month < day.day <= 12 or day == other_than or not self._works(day):
            day += dt.timedelta(1)
        return day

    def moment(self, number: int, clock: str, zone: str | None = None) -> dt.datetime:
        """A time of day on the number-th working day: `moment(-2, "09:14")` is the morning of the last but one."""
        return dt.datetime.combine(
            self.workday(number), dt.time.fromisoformat(clock), ZoneInfo(zone) if zone else self.zone
        )

    def _works(self, day: dt.date) -> bool:
        return day.weekday() < 5 and day not in _public_holidays(self.country, day.year)


@cache
def _public_holidays(country: str, year: int) -> holidays.HolidayBase:
    return holidays.country_holidays(country, years=year)


def _in_words(day: dt.date) -> str:
    return f"{day:%A}, {_month_day(day)}"


def _month_day(day: dt.date) -> str:
    return f"{day:%B} {day.day}"


def _british(day: dt.date) -> str:
    return f"{day:%A} {day.day} {day:%B}"


def _clock(moment: dt.datetime) -> str:
    return f"{moment.hour % 12 or 12}:{moment:%M}"


def _outlook(moment: dt.datetime) -> str:
    return f"{_in_words(moment)}, {moment.year} {_clock(moment)} {moment:%p}"


def _gmail(moment: dt.datetime) -> str:
    # Gmail puts a narrow no-break space before AM and PM.
    return f"{moment:%a, %b} {moment.day}, {moment.year} at {_clock(moment)}\u202f{moment:%p}"


def _apple(moment: dt.datetime) -> str:
    return f"{_month_day(moment)}, {moment.year} at {_clock(moment)}:{moment:%S}\u202f{moment:%p} {moment:%Z}"


FORMATS: Mapping[str, Callable[[dt.datetime], str] | Callable[[dt.date], str]] = {
    "in_words": _in_words,  # Friday, June 12
    "month_day": _month_day,  # June 12
    "british": _british,  # Friday 12 June
    "slashed": "{:%m/%d/%Y}".format,  # 06/12/2026
    "slashed_british": "{:%d/%m/%Y}".format,  # 12/06/2026
    "date_header": format_datetime,  # RFC 5322 3.3
    "outlook": _outlook,  # Friday, June 12, 2026 4:05 PM
    "gmail": _gmail,  # Fri, Jun 12, 2026 at 4:05 PM
    "apple": _apple,  # June 12, 2026 at 4:05:00 PM EDT
    "ics": "{:%Y%m%d}".format,  # 20260612 (RFC 5545 3.3.4)
}
