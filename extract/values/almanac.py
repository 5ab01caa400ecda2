"""Counting days: next weekdays, ends of months, business days; nothing is searched without a bound."""

import calendar
import datetime as dt

from extract.values import languages

MONDAY, FRIDAY, SATURDAY, SUNDAY = 0, 4, 5, 6
ONE_DAY = dt.timedelta(days=1)
_MONTHS = (
    "jan january januar janvier januari enero gennaio janeiro stycznia ledna",
    "feb february februar février fevrier februari febrero febbraio fevereiro lutego února",
    "mar march märz mars maart marzo março maret března",
    "apr april avril abril aprile kwietnia dubna",
    "may mai mayo maggio maio května",
    "jun june juni juin junio giugno junho czerwca června",
    "jul july juli juillet julio luglio julho července",
    "aug august août aout augustus augusti agosto agustus sierpnia srpna",
    "sep sept september septembre septiembre settembre setembro września",
    "oct october oktober octobre octubre ottobre outubro października října",
    "nov november novembre noviembre novembro listopada listopadu",
    "dec december dezember décembre decembre desember diciembre dicembre dezembro grudnia prosince",
)
_WEEKDAYS = (
    "mon monday",
    "tue tues tuesday",
    "wed weds wednesday",
    "thu thur thurs thursday",
    "fri friday",
    "sat saturday",
    "sun sunday",
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
MONTHS |= {name: number + 1 for name, number in languages.numbered("months").items()}
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAYS) for name in names.split()}
WEEKDAYS |= languages.numbered("weekdays")


def day(year: int, month: int, number: int) -> dt.date | None:
    """None for 31 April."""
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def coming(sent: dt.date, month: int, number: int) -> dt.date | None:
    """The first such day on or after `sent`; 29 February may be years ahead."""
    for year in range(sent.year, sent.year + 9):
        found = day(year, month, number)
        if found is not None and found >= sent:
            return found
    return None


def latest(until: dt.date, month: int, number: int) -> dt.date | None:
    """The last such day on or before `until`."""
    for year in range(until.year, until.year - 9, -1):
        found = day(year, month, number)
        if found is not None and found <= until:
            return found
    return None


def coming_number(sent: dt.date, number: int) -> dt.date | None:
    """The next day of that number after `sent`, in this month or a later one."""
    first = sent.replace(day=1)
    for ahead in range(4):
        month = add_months(first, ahead)
        found = day(month.year, month.month, number)
        if found is not None and found > sent:
            return found
    return None


def next_weekday(after: dt.date, weekday: int) -> dt.date:
    """The first such day after `after`."""
    return after + dt.timedelta(days=(weekday - after.weekday() - 1) % 7 + 1)


def monday(of: dt.date) -> dt.date:
    return of - dt.timedelta(days=of.weekday())


def month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def add_months(of: dt.date, months: int) -> dt.date:
    """The same day of that month, or its last."""
    index = of.year * 12 + of.month - 1 + months
    year, month = divmod(index, 12)
    return dt.date(year, month + 1, min(of.day, calendar.monthrange(year, month + 1)[1]))


def add_business_days(of: dt.date, days: int) -> dt.date:
    """That many Mondays to Fridays on (or back)."""
    weeks, rest = divmod(abs(days), 5)
    step = ONE_DAY if days >= 0 else -ONE_DAY
    found = of
    while found.weekday() > FRIDAY and weeks:  # from a weekend the first step is already a business day
        found -= step
    found += step * 7 * weeks
    while rest:
        found += step
        rest -= found.weekday() <= FRIDAY
    return found


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    """The nth such weekday of the month, the last for -1."""
    if nth < 0:
        last = month_end(year, month)
        return last - dt.timedelta(days=(last.weekday() - weekday) % 7)
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> dt.date:
    """Gregorian, by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    rest = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * rest) // 451
    month, number = divmod(h + rest - 7 * m + 114, 31)
    return dt.date(year, month, number + 1)


def orthodox_easter(year: int) -> dt.date:
    """In Gregorian days, from 1900 to 2099, by the Julian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, number = divmod(d + e + 114, 31)
    return dt.date(year, month, number + 1) + dt.timedelta(days=13)
