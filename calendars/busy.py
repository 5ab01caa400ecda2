"""What calendars hold between two instants, as lines a program reads."""

import datetime as dt
from collections.abc import Iterable
from typing import TypedDict

from calendars.occurrences import Occurrence, instant


class BusyLine(TypedDict):
    """`start` and `end` are instants in UTC, ISO 8601."""

    start: str
    end: str
    summary: str
    tentative: bool
    uid: str
    calendar: str


def busy_lines(
    calendar: str, occurrences: Iterable[Occurrence], start: dt.datetime, end: dt.datetime, zone: dt.tzinfo
) -> list[BusyLine]:
    """One line for each occurrence that overlaps the half-open window, unclipped and unmerged, in order.

    Whole days begin at midnight in `zone`. What ends as the window begins, or has no length, is left out.
    """
    lines = []
    for occurrence in occurrences:
        first, last = instant(occurrence.start, zone), instant(occurrence.end, zone)
        if first < last and first < end and last > start:
            entry = occurrence.entry
            lines.append(
                BusyLine(
                    start=_written(first),
                    end=_written(last),
                    summary=entry.summary,
                    tentative=entry.tentative,
                    uid=entry.uid,
                    calendar=calendar,
                )
            )
    return sorted(lines, key=lambda line: (line["start"], line["end"], line["uid"]))


def _written(moment: dt.datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")
