"""What one calendar entry says about one stretch of time, as plain data."""

import datetime as dt
from dataclasses import dataclass

Moment = dt.datetime | dt.date


@dataclass(frozen=True, slots=True)
class Party:
    """An organiser or attendee. `address` is in lower case or ""; `status` is PARTSTAT in upper case or ""."""

    address: str
    name: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What all occurrences of one component share; only entries that take up time are kept.

    `out_of_office` is what Outlook marks as such (X-MICROSOFT-CDO-BUSYSTATUS:OOF).
    """

    uid: str
    summary: str
    tentative: bool = False
    out_of_office: bool = False
    organiser: Party | None = None
    attendees: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One entry at one time, half-open: two instants in UTC, or two dates, the end being the first day after."""

    entry: Entry
    start: Moment
    end: Moment


def is_day(moment: Moment) -> bool:
    """Whether this is a whole day; a datetime is a date to `isinstance`."""
    return not isinstance(moment, dt.datetime)


def instant(moment: Moment, zone: dt.tzinfo) -> dt.datetime:
    """The instant in UTC; a day begins at midnight in `zone`."""
    if isinstance(moment, dt.datetime):
        return moment.astimezone(dt.UTC)
    return dt.datetime.combine(moment, dt.time(), zone).astimezone(dt.UTC)
