"""The shape of the settings that belong to the team's time: calendars, kinds of job, the office."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, model_validator

from briefs.conflicts import ConflictKind, Severity
from briefs.credentials import Auth
from briefs.jobs import LEGAL, PER_ROUND, JobKind, WorkStep
from calendars.offices import OtherOffice
from calendars.rules import Full
from calendars.snapshot import Busy, BusyKind
from calendars.words import alternatives
from calendars.workdays import country_is_known, known_zones, region_of


class Role(StrEnum):
    """What a calendar as a whole is for."""

    ABSENCES = "absences"  # every entry is somebody's absence
    PERSON = "person"  # one person's own: `who`
    RESOURCE = "resource"  # every entry books `resource`
    CLOSURES = "closures"  # every entry closes the office
    JOBS = "jobs"  # every entry is a running job, due on its last day
    CLIENT = "client"  # whole days are days on which `client` does not work
    MIXED = "mixed"  # `entries` say what is what; the rest are meetings


class EntryIs(StrEnum):
    ABSENCE = "absence"
    RESOURCE = "resource"
    CLOSURE = "closure"
    MEETING = "meeting"
    IGNORE = "ignore"

    @property
    def kind(self) -> BusyKind | None:
        return None if self is EntryIs.IGNORE else BusyKind(self.value)


class Who(StrEnum):
    """Where an entry names its people."""

    SUMMARY = "summary"
    ORGANISER = "organiser"
    ATTENDEE = "attendee"


def _known_zone(name: str) -> str:
    if name not in known_zones():
        raise ValueError(f"expected an IANA time zone such as Europe/Berlin, got {name!r}")
    return name


def _known_country(code: str) -> str:
    if not country_is_known(code):
        raise ValueError(f"expected an ISO 3166 country code such as US, got {code!r}")
    return code.upper()


def _words(match: str) -> str:
    if not alternatives(match):
        raise ValueError(f"expected words, alternatives set apart by |, got {match!r}")
    return match


ZoneName = Annotated[str, AfterValidator(_known_zone)]
Country = Annotated[str, AfterValidator(_known_country)]


class _Settings(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


def _must_be_address(key: str, value: str | None, auth: Auth | None, *, allow_private: bool) -> None:
    if value is None:
        return
    if not value.startswith(("https://", "http://")):
        raise ValueError(f"{key}: expected an address that begins with https://, got {value!r}")
    if urlsplit(value).username is not None:
        raise ValueError(f"{key}: user and password belong into auth, not into the address")
    if value.startswith("http://") and auth is not None and not allow_private:
        raise ValueError(f"{key}: a password needs https:// outside of your own network (allow_private)")


class EntryRule(_Settings):
    """What the entries are whose title holds one of the words; the first rule that matches decides."""

    match: Annotated[str, AfterValidator(_words)]
    is_: EntryIs = Field(alias="is")
    who: Who | None = None
    resource: str | None = None


class CalendarSettings(_Settings):
    """One entry of `calendars:`: a file, a feed by URL, or a calendar on a CalDAV server.

    `allow_private` permits this one host and port to lie in the agency's own network. An entry that was last known to
    be true longer ago than `max_age_hours` counts as not checked. It is looked at `every_minutes`.
    """

    name: str = Field(min_length=1)
    file: Path | None = None
    url: str | None = None
    caldav: str | None = None
    auth: Auth | None = None
    allow_private: bool = False
    max_age_hours: float = Field(default=24, gt=0, le=24 * 365)
    every_minutes: float | None = Field(default=None, ge=1, le=24 * 60)
    role: str = Role.MIXED.value
    entries: tuple[EntryRule, ...] = ()
    who: str | None = None  # a person's id for `person`, else summary, organiser or attendee
    resource: str | None = None
    client: str | None = None
    department: str = ""
    time_zone: ZoneName | None = None

    @property
    def address(self) -> str | None:
        """Where on the network it lies; None for a file."""
        return self.url or self.caldav

    @property
    def every(self) -> float:
        """Seconds between two looks: asking a CalDAV server what changed costs little, a feed is fetched whole."""
        return 60 * (self.every_minutes or (15 if self.caldav is None else 5))

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        given = [key for key in ("file", "url", "caldav") if getattr(self, key) is not None]
        if len(given) != 1:
            raise ValueError(f"file: expected one of file, url or caldav, got {' and '.join(given) or 'none'}")
        for key in ("url", "caldav"):
            _must_be_address(key, getattr(self, key), self.auth, allow_private=self.allow_private)
        if self.file is not None and (self.auth is not None or self.allow_private):
            raise ValueError("auth: a file takes neither auth nor allow_private")
        if (self.role == Role.CLIENT) != (self.client is not None):
            raise ValueError("client: a calendar of role client, and no other, needs the id of its client")
        if self.role not in set(Role):
            raise ValueError(f"role: expected one of {', '.join(Role)}, got {self.role!r}")
        if self.role == Role.PERSON:
            if self.who is None:
                raise ValueError("who: a calendar of role person needs the id of its person")
        elif self.who is not None and self.who not in set(Who):
            raise ValueError(f"who: expected one of {', '.join(Who)}, got {self.who!r}")
        return self


class StepSettings(_Settings):
    """One step of a kind of job, in the order of the work."""

    id: str = Field(min_length=1)
    days: int = Field(ge=0, le=1000)
    department: str = ""

    def step(self) -> WorkStep:
        return WorkStep(self.id, self.days, self.department)


class Most(_Settings):
    """All that a department could do: how many jobs, or hours of work, may be due on a day or in a week."""

    jobs_a_day: float | None = Field(default=None, gt=0)
    jobs_a_week: float | None = Field(default=None, gt=0)
    hours_a_day: float | None = Field(default=None, gt=0)
    hours_a_week: float | None = Field(default=None, gt=0)

    def full(self, department: str, share: float) -> Full:
        def of(whole: float | None, minutes: int = 1) -> Fraction | None:
            # By way of the written figure: 0.7 of ten is seven, not a hair less.
            return None if whole is None else Fraction(str(whole)) * minutes * Fraction(str(share)) / 100

        return Full(
            department,
            jobs_a_day=of(self.jobs_a_day),
            jobs_a_week=of(self.jobs_a_week),
            minutes_a_day=of(self.hours_a_day, 60),
            minutes_a_week=of(self.hours_a_week, 60),
        )


class HoldsSettings(_Settings):
    """Our due dates in somebody's calendar: as a feed to subscribe to, or written there. Off unless asked for."""

    feed: bool = False
    caldav: str | None = None
    auth: Auth | None = None
    allow_private: bool = False

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        _must_be_address("caldav", self.caldav, self.auth, allow_private=self.allow_private)
        if self.caldav is None and (self.auth is not None or self.allow_private):
            raise ValueError("caldav: auth and allow_private are for the calendar that is written to; name it")
        return self


class CapacitySettings(_Settings):
    """`share` per cent of what a department could do may be planned; `agency` is all departments together.

    A list of jobs older than `list_days` counts as not checked.
    """

    share: float = Field(default=80, gt=0, le=100)
    agency: Most | None = None
    departments: dict[str, Most] = Field(default_factory=dict)
    list_days: float = Field(default=7, gt=0, le=366)

    def full(self) -> tuple[Full, ...]:
        """What may be planned, `share` of what could be done."""
        whole = {"": self.agency} if self.agency is not None else {}
        return tuple(most.full(department, self.share) for department, most in {**whole, **self.departments}.items())


class Weight(StrEnum):
    """How much a kind of conflict counts, whatever it would by itself; `off` leaves it out."""

    OFF = "off"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def severity(self) -> Severity | None:
        return None if self is Weight.OFF else Severity[self.name]


Weights = dict[ConflictKind, Weight]


class ClosureSettings(_Settings):
    """Days on which the agency is closed, both included."""

    first: dt.date
    last: dt.date | None = None
    name: str = ""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last is not None and self.last < self.first:
            raise ValueError("last: it must not be before first")
        return self

    def busy(self) -> Busy:
        after = (self.last or self.first) + dt.timedelta(days=1)
        return Busy(self.first, after, BusyKind.CLOSURE, "agency.closures", f"{self.first}", self.name)


class JobSettings(_Settings):
    """One entry of `jobs:`; what is left out is taken from the table that ships, or follows from the rest."""

    lead_time: int | None = Field(default=None, ge=0, le=1000)
    rush: int | None = Field(default=None, ge=0, le=1000)
    rounds: int | None = Field(default=None, ge=0, le=50)
    roles: tuple[str, ...] | None = None
    needs: tuple[str, ...] | None = None
    after: int | None = Field(default=None, ge=0, le=1000)
    steps: tuple[StepSettings, ...] | None = None
    after_included: bool | None = None
    legal: bool | None = None

    def over(self, id: str, known: JobKind | None) -> JobKind:
        """The kind of job with these settings over what is known of it; a new kind needs its lead time."""
        if self.lead_time is None and known is None:
            raise ValueError(f"jobs.{id}.lead_time: a kind of job of your own needs its working days")
        base = known or JobKind(id, self.lead_time or 0, ((self.lead_time or 0) + 1) // 2)
        rounds = base.rounds if self.rounds is None else self.rounds
        legal = base.legal if self.legal is None else self.legal
        # A lead time of the agency's own holds its rounds and its lawyers; the published one holds what it was given.
        more = PER_ROUND * (rounds - base.rounds) + LEGAL * (legal - base.legal)
        lead_time = max(base.lead_time + more, 1 if base.lead_time else 0) if self.lead_time is None else self.lead_time
        half = base.rush if lead_time == base.lead_time else (lead_time + 1) // 2
        rush = half if self.rush is None else self.rush
        if rush > lead_time:
            raise ValueError(f"jobs.{id}.rush: {rush} days are more than the lead time of {lead_time}")
        return JobKind(
            id=id,
            lead_time=lead_time,
            rush=rush,
            rounds=rounds,
            roles=base.roles if self.roles is None else self.roles,
            needs=base.needs if self.needs is None else self.needs,
            after=base.after if self.after is None else self.after,
            steps=base.steps if self.steps is None else tuple(step.step() for step in self.steps),
            after_included=self._included(base),
            legal=legal,
        )

    def _included(self, base: JobKind) -> bool:
        """What follows the agency's own materials deadline follows it, unless it says otherwise."""
        if self.after_included is not None:
            return self.after_included
        return base.after_included and self.after is None


def merged(settings: Mapping[str, JobSettings], known: Mapping[str, JobKind]) -> dict[str, JobKind]:
    """The table of kinds of job in force; raises ValueError naming every entry that does not add up."""
    jobs, problems = dict(known), []
    for id, one in settings.items():
        try:
            jobs[id] = one.over(id, known.get(id))
        except ValueError as problem:
            problems.append(str(problem))
    if problems:
        raise ValueError("; ".join(problems))
    return jobs


def known_region(region: str | None, info: ValidationInfo) -> str | None:
    """For fields `region` that stand below their `country`."""
    return None if region is None else region_of(info.data.get("country"), region)


Region = Annotated[str | None, AfterValidator(known_region)]


class OtherOfficeSettings(_Settings):
    """One entry of `agency.offices`: where people work who are not where the agency is."""

    id: str = Field(min_length=1)
    country: Country
    region: Region = None
    time_zone: ZoneName

    def office(self) -> OtherOffice:
        return OtherOffice(self.id, self.country, ZoneInfo(self.time_zone), self.region)
