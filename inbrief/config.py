"""The settings: what may stand in config.yaml or the environment, and what it means."""

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, Field, field_validator, model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from briefs.jobs import DEFAULT_JOBS, JobKind
from briefs.money import MINOR_DIGITS, minor_units
from briefs.roles import Brand, Client, Directory, Person, Role, SignOffLimit
from calendars.offices import OtherOffice
from calendars.rules import Rules
from calendars.settings import (
    CalendarSettings,
    CapacitySettings,
    ClosureSettings,
    Country,
    HoldsSettings,
    JobSettings,
    OtherOfficeSettings,
    Region,
    Weights,
    ZoneName,
    merged,
)
from calendars.workdays import Office
from inbrief.web.settings import WebSettings
from ingest.limits import Limits
from ingest.settings import MailboxSettings
from notify.settings import OutgoingSettings


def _currency(code: str) -> str:
    if code not in MINOR_DIGITS:
        raise ValueError("expected a currency as three capital letters (ISO 4217) such as EUR")
    return code


def _address(text: str) -> str:
    address = text.strip().lower()
    if not re.fullmatch(r"[^\s@<>,;]+@[a-z0-9.-]+", address):
        raise ValueError("expected a bare mail address such as ana@agency.example")
    return address


def _domain(text: str) -> str:
    domain = text.strip().lower()
    if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", domain):
        raise ValueError("expected a domain such as agency.example, without @")
    return domain


Currency = Annotated[str, AfterValidator(_currency)]
MailAddress = Annotated[str, AfterValidator(_address)]
Domain = Annotated[str, AfterValidator(_domain)]
Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=64)]


class AgencySettings(BaseModel, frozen=True, extra="forbid"):
    name: str
    domains: tuple[Domain, ...] = Field(min_length=1)
    intake_owner: Id
    time_zone: ZoneName
    country: Country
    region: Region = None
    offices: tuple[OtherOfficeSettings, ...] = ()
    work_day: tuple[dt.time, dt.time] = (dt.time(9), dt.time(17))
    closures: tuple[ClosureSettings, ...] = ()

    @field_validator("work_day", mode="before")
    @classmethod
    def _clock_times(cls, value: object) -> object:
        # YAML 1.1 reads an unquoted 9:00 as the number 540.
        if isinstance(value, list | tuple) and any(isinstance(part, int) for part in value):
            raise ValueError('expected times in quotes such as ["09:00", "17:00"]')
        return value

    @model_validator(mode="after")
    def _in_order(self) -> "AgencySettings":
        if self.work_day[0] >= self.work_day[1]:
            raise ValueError("work_day: expected it to end after it begins")
        return self


class PersonSettings(BaseModel, frozen=True, extra="forbid"):
    id: Id
    name: str
    addresses: tuple[MailAddress, ...] = Field(min_length=1)
    roles: tuple[Role, ...] = Field(min_length=1)
    aliases: tuple[str, ...] = ()
    stand_in: Id | None = None
    office: Id | None = None


class BrandSettings(BaseModel, frozen=True, extra="forbid"):
    """Without an `id` the brand's is made of its name: "Zest Card" is zest-card."""

    id: Id
    name: str
    words: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _named(cls, given: object) -> object:
        if isinstance(given, dict) and "id" not in given and isinstance(given.get("name"), str):
            return {**given, "id": re.sub(r"[^a-z0-9]+", "-", given["name"].lower()).strip("-")}
        return given


class ClientSettings(BaseModel, frozen=True, extra="forbid"):
    id: Id
    name: str
    domains: tuple[Domain, ...] = ()
    addresses: tuple[MailAddress, ...] = ()
    account_executive: Id | None = None
    country: Country | None = None
    region: Region = None
    currency: Currency | None = None
    time_zone: ZoneName | None = None
    billing: Literal["project", "retainer", "hourly"] = "project"
    brands: tuple[BrandSettings, ...] = ()
    team: tuple[Id, ...] = ()


class SignOffSettings(BaseModel, frozen=True, extra="forbid"):
    budget: str | None = None
    rush: bool = True

    @field_validator("budget")
    @classmethod
    def _sum(cls, text: str | None) -> str | None:
        if text is not None:
            _money(text)
        return text

    @property
    def limit(self) -> SignOffLimit:
        if self.budget is None:
            return SignOffLimit(rush=self.rush)
        amount_minor, currency = _money(self.budget)
        return SignOffLimit(amount_minor, currency, self.rush)


def _money(text: str) -> tuple[int, str]:
    amount, _, currency = text.partition(" ")
    try:
        return minor_units(Decimal(amount), currency), currency
    except (InvalidOperation, ValueError):
        raise ValueError('expected a sum and a currency such as "25000 USD"') from None


class SampleSettings(BaseModel, frozen=True, extra="forbid"):
    """Where the demo's mails and calendar are; they are dated and copied once into the first mailbox and calendar."""

    mails: Path
    calendar: Path


class LimitSettings(BaseModel, frozen=True, extra="forbid"):
    """Bounds on the work for one message; what goes over them is cut off with a note, never in silence."""

    message_megabytes: int = Field(default=30, ge=1, le=200)
    message_seconds: int = Field(default=60, ge=1, le=600)
    parts: int = Field(default=200, ge=1, le=2000)
    depth: int = Field(default=20, ge=1, le=50)  # the library that writes a message out again does so by recursion
    header_kilobytes: int = Field(default=256, ge=16, le=4000)
    recipients: int = Field(default=500, ge=1, le=2000)
    text_characters: int = Field(default=4_000_000, ge=10_000, le=20_000_000)
    attachments: int = Field(default=10, ge=0, le=100)
    attachment_megabytes: int = Field(default=10, ge=1, le=200)
    attachment_characters: int = Field(default=400_000, ge=1000, le=4_000_000)
    attachment_seconds: int = Field(default=10, ge=1, le=120)
    attachments_seconds: int = Field(default=30, ge=1, le=600)
    attachment_memory_megabytes: int = Field(default=512, ge=128, le=4096)
    ocr: bool = False

    @property
    def of_a_message(self) -> Limits:
        return Limits(
            bytes=self.message_megabytes * 1_000_000,
            seconds=self.message_seconds,
            parts=self.parts,
            depth=self.depth,
            header_bytes=self.header_kilobytes * 1000,
            recipients=self.recipients,
            text_characters=self.text_characters,
            attachments=self.attachments,
            attachment_bytes=self.attachment_megabytes * 1_000_000,
            attachment_characters=self.attachment_characters,
            attachment_seconds=self.attachment_seconds,
            attachments_seconds=self.attachments_seconds,
            attachment_memory=self.attachment_memory_megabytes * 1_000_000,
            ocr=self.ocr,
        )


class Config(BaseSettings):
    """The whole file, checked, with every relative path made absolute from the file's folder."""

    model_config = SettingsConfigDict(
        env_prefix="INBRIEF_",
        env_nested_delimiter="__",
        extra="forbid",
        frozen=True,
        nested_model_default_partial_update=True,
    )

    agency: AgencySettings
    database: str = "sqlite:///var/inbrief.db"
    mailboxes: tuple[MailboxSettings, ...] = Field(min_length=1)
    outgoing: OutgoingSettings
    calendars: tuple[CalendarSettings, ...] = ()
    people: tuple[PersonSettings, ...] = Field(min_length=1)
    clients: tuple[ClientSettings, ...] = ()
    jobs: dict[str, JobSettings] = Field(default_factory=dict)
    capacity: CapacitySettings = CapacitySettings()
    holds: HoldsSettings = HoldsSettings()
    checks: Weights = Field(default_factory=dict)
    sign_off_limits: dict[Role, SignOffSettings] = Field(default_factory=dict)
    limits: LimitSettings = LimitSettings()
    vocabulary: Path | None = None
    samples: SampleSettings | None = None
    web: WebSettings

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return env_settings, init_settings  # the environment comes before the file

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.agency.time_zone)

    @property
    def directory(self) -> Directory:
        return Directory(
            agency=self.agency.name,
            domains=self.agency.domains,
            country=self.agency.country,
            time_zone=self.agency.time_zone,
            intake_owner=self.agency.intake_owner,
            people=tuple(_person(person) for person in self.people),
            clients=tuple(_client(client) for client in self.clients),
            sign_off_limits={role: setting.limit for role, setting in self.sign_off_limits.items()},
        )

    @property
    def job_kinds(self) -> Mapping[str, JobKind]:
        """The published lead times, overridden by the agency's own table."""
        return merged(self.jobs, DEFAULT_JOBS)

    @property
    def office(self) -> Office:
        return Office(self.agency.country, self.zone, self.agency.work_day, self.agency.region)

    @property
    def offices(self) -> tuple[OtherOffice, ...]:
        return tuple(office.office() for office in self.agency.offices)

    @property
    def rules(self) -> Rules:
        """What the team's time is judged by."""
        severities = {kind: weight.severity for kind, weight in self.checks.items()}
        return Rules(self.office, self.job_kinds, self.capacity.full(), severities)


def _person(person: PersonSettings) -> Person:
    return Person(
        id=person.id,
        name=person.name,
        addresses=person.addresses,
        roles=frozenset(person.roles),
        aliases=person.aliases,
        stand_in=person.stand_in,
        office=person.office,
    )


def _client(client: ClientSettings) -> Client:
    brands = tuple(Brand(brand.id, brand.name, brand.words) for brand in client.brands)
    return Client(**{**client.model_dump(), "brands": brands})
