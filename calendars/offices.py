"""The agency's other offices: who is of one is away on its public holidays."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from briefs.roles import Person
from calendars.snapshot import Busy, BusyKind
from calendars.workdays import holiday_name

CALENDAR = "holidays"  # what the entries name as their calendar
_ONE = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OtherOffice:
    """Where some of the people work. Its holidays are theirs; working days are counted where the agency is."""

    id: str
    country: str
    zone: ZoneInfo
    region: str | None = None

    def holidays(self, first: dt.date, last: dt.date) -> Iterator[tuple[dt.date, str]]:
        """Both days included."""
        for number in range((last - first).days + 1):
            day = first + number * _ONE
            name = holiday_name(self.country, day, self.region)
            if name is not None:
                yield day, name


def days_away(people: Sequence[Person], offices: Sequence[OtherOffice], first: dt.date, last: dt.date) -> list[Busy]:
    """The absences of everybody who is of one of the offices."""
    return [
        Busy(day, day + _ONE, BusyKind.ABSENCE, CALENDAR, f"{office.id}-{day}", name, person_id=person.id)
        for office in offices
        for day, name in office.holidays(first, last)
        for person in people
        if person.active and person.office == office.id
    ]


def zone_of(person_id: str | None, people: Sequence[Person], offices: Sequence[OtherOffice]) -> ZoneInfo | None:
    """The zone of the other office a person is of."""
    at = next((person.office for person in people if person.id == person_id), None)
    return next((office.zone for office in offices if office.id == at), None)
