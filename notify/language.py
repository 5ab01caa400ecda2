"""How days, times and sums are written in the house's country."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from gettext import gettext as _
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time
from babel.numbers import format_decimal, get_currency_symbol

from briefs.findings import DateSpan
from briefs.money import MoneyRange, major_units

# Countries whose own English is written with the symbol before the sum; elsewhere English is read as in Britain.
_OWN_ENGLISH = frozenset({"US", "CA", "GB", "IE", "AU", "NZ", "SG"})
NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Language:
    """`time_zone` is the house's. Days of the year of `today` are told without it where space is short."""

    locale: Locale
    time_zone: str
    today: dt.date

    def day(self, day: dt.date) -> str:
        """`Fri, June 12` or `Fri 12 June`; the year only when it is not this one."""
        return self._day(day, with_year=day.year != self.today.year)

    def short_day(self, day: dt.date) -> str:
        """`June 12` or `12 June`, for a subject line."""
        year = (", y" if self._month_first else " y") * (day.year != self.today.year)
        pattern = ("MMMM d" if self._month_first else "d MMMM").replace(" ", NO_BREAK)
        return format_date(day, pattern + year, locale=self.locale)

    def full_day(self, day: dt.date) -> str:
        return self._day(day, with_year=True)

    def days(self, first: dt.date, last: dt.date) -> str:
        """A span as people write it: `June 8–12`, `8–12 June`, `June 29 – July 3`; one day is `day`."""
        if first == last:
            return self.day(first)
        if (first.year, first.month) != (last.year, last.month):
            return f"{self.short_day(first)} – {self.short_day(last)}"
        if self._month_first:
            year = f", {last.year}" if last.year != self.today.year else ""
            return f"{format_date(first, f'MMMM{NO_BREAK}d', locale=self.locale)}–{last.day}{year}"
        return f"{first.day}–{self.short_day(last)}"

    def time(self, time: dt.time) -> str:
        # CLDR puts a narrow no-break space before PM, which some mail fonts lack.
        return format_time(time, "short", locale=self.locale).replace("\N{NARROW NO-BREAK SPACE}", NO_BREAK)

    def moment(self, moment: dt.datetime) -> str:
        """An instant on the house's clock."""
        local = moment.astimezone(ZoneInfo(self.time_zone))
        return f"{self.full_day(local.date())}, {self.time(local.time())}"

    def between(self, start: dt.datetime | dt.date | None, end: dt.datetime | dt.date | None) -> str:
        """An appointment on the house's clock: `Tue, March 10, 2026, 10:00 AM – 11:00 AM`; "" without a start."""
        if start is None:
            return ""
        if not isinstance(start, dt.datetime):
            last = end if isinstance(end, dt.date) and not isinstance(end, dt.datetime) else start
            return self.full_day(start) if last <= start else f"{self.full_day(start)} – {self.full_day(last)}"
        if not isinstance(end, dt.datetime) or end <= start:
            return self.moment(start)
        zone = ZoneInfo(self.time_zone)
        same_day = start.astimezone(zone).date() == end.astimezone(zone).date()
        return f"{self.moment(start)} – {self.time(end.astimezone(zone).time()) if same_day else self.moment(end)}"

    def span(self, span: DateSpan) -> str:
        """In full, with its year, its time and, when it is not the house's, whose clock that is."""
        if span.start == span.end:
            days = self.full_day(span.start)
        else:
            with_year = span.start.year != span.end.year
            days = f"{self._day(span.start, with_year=with_year)} – {self.full_day(span.end)}"
        if span.time is None:
            return days
        clock = f"{days}, {self.time(span.time)}"
        if span.zone is None or span.zone == self.time_zone:
            return clock
        return _("{clock} ({city} time)").format(clock=clock, city=span.zone.rpartition("/")[2].replace("_", " "))

    def money(self, money: MoneyRange) -> str:
        """`$40,000–45,000`, `up to £8,000`, `from €12,500`."""
        if money.min_minor is None:
            return _("up to {sum}").format(sum=self._sum(money.max_minor, money.currency))
        if money.max_minor is None:
            return _("from {sum}").format(sum=self._sum(money.min_minor, money.currency))
        least = self._sum(money.min_minor, money.currency)
        if money.min_minor == money.max_minor:
            return least
        return f"{least}–{self._number(money.max_minor, money.currency)}"

    @property
    def _month_first(self) -> bool:
        return str(self.locale.date_formats["long"].pattern).startswith("M")

    def _day(self, day: dt.date, *, with_year: bool) -> str:
        # A weekday, month and day stay on one line, on a phone too.
        pattern = ("EEE, MMMM d" if self._month_first else "EEE d MMMM").replace(" ", NO_BREAK)
        year = ", y" if self._month_first else " y"
        return format_date(day, pattern + year * with_year, locale=self.locale)

    def _sum(self, amount_minor: int | None, currency: str) -> str:
        symbol = get_currency_symbol(currency, locale=self.locale)
        gap = NO_BREAK if symbol.isalpha() and len(symbol) > 1 else ""
        return f"{symbol}{gap}{self._number(amount_minor, currency)}"

    def _number(self, amount_minor: int | None, currency: str) -> str:
        amount = major_units(amount_minor or 0, currency)
        whole = amount == amount.to_integral_value()
        pattern = "#,##0" if whole else "#,##0." + "0" * -int(amount.as_tuple().exponent)
        return format_decimal(amount if not whole else Decimal(int(amount)), pattern, locale=self.locale)


def language(country: str, time_zone: str, today: dt.date) -> Language:
    country = country.upper() if country.upper() in _OWN_ENGLISH else "GB"
    return Language(Locale("en", country), time_zone, today)
