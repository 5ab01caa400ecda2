"""config.yaml: read, merged with the environment, and refused with every problem at once."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, available_timezones

import yaml
from pydantic import AfterValidator, BaseModel, Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from briefs.jobs import DEFAULT_JOBS, JobKind
from briefs.money import MINOR_DIGITS, minor_units
from briefs.roles import Brand, Client, Directory, Person, Role, SignOffLimit
from calendars.settings import CalendarSettings, JobSettings, merged
from calendars.workdays import Office
from inbrief.errors import BadConfig, Problem
from inbrief.web.settings import WebSettings
from ingest.limits import Limits
from ingest.settings import MailboxSettings
from notify.settings import OutgoingSettings


def _zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("expected an IANA time zone such as Europe/London")
    return name


def _country(code: str) -> str:
    if not re.fullmatch("[A-Z]{2}", code):
        raise ValueError("expected a country as two capital letters (ISO 3166-1) such as GB")
    return code


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


Zone = Annotated[str, AfterValidator(_zone)]
Country = Annotated[str, AfterValidator(_country)]
Currency = Annotated[str, AfterValidator(_currency)]
MailAddress = Annotated[str, AfterValidator(_address)]
Domain = Annotated[str, AfterValidator(_domain)]
Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=64)]


class AgencySettings(BaseModel, frozen=True, extra="forbid"):
    name: str
    domains: tuple[Domain, ...] = Field(min_length=1)
    intake_owner: Id
    time_zone: Zone
    country: Country
    work_day: tuple[dt.time, dt.time] = (dt.time(9), dt.time(17))

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


class BrandSettings(BaseModel, frozen=True, extra="forbid"):
    id: Id
    name: str
    words: tuple[str, ...] = ()


class ClientSettings(BaseModel, frozen=True, extra="forbid"):
    id: Id
    name: str
    domains: tuple[Domain, ...] = ()
    addresses: tuple[MailAddress, ...] = ()
    account_executive: Id | None = None
    country: Country | None = None
    currency: Currency | None = None
    time_zone: Zone | None = None
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
    attachment_megabytes: int = Field(default=10, ge=1, le=200)
    attachments: int = Field(default=10, ge=0, le=100)
    attachment_seconds: int = Field(default=10, ge=1, le=120)

    @property
    def of_a_message(self) -> Limits:
        return Limits(
            bytes=self.message_megabytes * 1_000_000,
            attachment_bytes=self.attachment_megabytes * 1_000_000,
            attachments=self.attachments,
            attachment_seconds=self.attachment_seconds,
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
    sign_off_limits: dict[Role, SignOffSettings] = Field(default_factory=dict)
    limits: LimitSettings = LimitSettings()
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
        return Office(self.agency.country, self.zone, self.agency.work_day)


def _person(person: PersonSettings) -> Person:
    return Person(person.id, person.name, person.addresses, frozenset(person.roles), person.aliases, person.stand_in)


def _client(client: ClientSettings) -> Client:
    brands = tuple(Brand(brand.id, brand.name, brand.words) for brand in client.brands)
    return Client(**{**client.model_dump(), "brands": brands})


def read_config(path: Path) -> Config:
    """Read, merge and check; raises BadConfig with every problem found."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise BadConfig((Problem(str(path), "no such file; name one with --config or INBRIEF_CONFIG"),)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise BadConfig((Problem(str(path), f"cannot be read: {error}"),)) from error
    try:
        tree, lines = _parse(text)
    except yaml.MarkedYAMLError as error:
        line = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        raise BadConfig((Problem(f"{path.name}{line}", f"not valid YAML: {error.problem}"),)) from None
    except yaml.reader.ReaderError as error:
        raise BadConfig((Problem(path.name, f"not a text file: {error.reason}"),)) from None
    if not isinstance(tree, dict):
        raise BadConfig((Problem(path.name, "expected settings such as `agency: {…}`, found none"),))
    try:
        config = Config(**{str(key): value for key, value in tree.items()})
    except ValidationError as error:
        raise BadConfig(tuple(_problems(error, path.name, lines))) from None
    config = _anchored(config, path.resolve().parent)
    wrong = tuple(Problem(_placed(place, path.name, lines), sentence) for place, sentence in _contradictions(config))
    if wrong:
        raise BadConfig(wrong)
    return config


def _anchored(config: Config, base: Path) -> Config:
    """Paths mean the same wherever inbrief is started from."""
    mailboxes = tuple(
        box.model_copy(update={"folder": base / box.folder}) if box.folder is not None else box
        for box in config.mailboxes
    )
    calendars = tuple(one.model_copy(update={"file": base / one.file}) if one.file else one for one in config.calendars)
    outgoing = config.outgoing
    if outgoing.folder is not None:
        outgoing = outgoing.model_copy(update={"folder": base / outgoing.folder})
    samples = config.samples
    if samples is not None:
        samples = SampleSettings(mails=base / samples.mails, calendar=base / samples.calendar)
    database = re.sub(r"^(sqlite:///)(?!/)", lambda match: f"{match[1]}{base}/", config.database)
    return config.model_copy(
        update={
            "mailboxes": mailboxes,
            "calendars": calendars,
            "outgoing": outgoing,
            "samples": samples,
            "database": database,
        }
    )


def _anchored_mailbox(box: MailboxSettings, base: Path) -> MailboxSettings:
    if box.folder is None:
        return box
    processed = None if box.processed is None else base / box.processed
    return box.model_copy(update={"folder": base / box.folder, "processed": processed})


def _parse(text: str) -> tuple[Any, dict[str, int]]:
    """The settings, and for each key's place the line it stands on."""
    lines: dict[str, int] = {}
    root = yaml.compose(text, Loader=yaml.SafeLoader)

    def visit(node: yaml.Node | None, place: str) -> None:
        if isinstance(node, yaml.MappingNode):
            keys = set()
            for key, value in node.value:
                if key.value in keys:
                    raise yaml.MarkedYAMLError(problem=f"{key.value!r} stands twice", problem_mark=key.start_mark)
                keys.add(key.value)
                below = f"{place}.{key.value}" if place else str(key.value)
                lines[below] = key.start_mark.line + 1
                visit(value, below)
        elif isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                lines[f"{place}[{index}]"] = item.start_mark.line + 1
                visit(item, f"{place}[{index}]")

    visit(root, "")
    return yaml.safe_load(text), lines


def _problems(error: ValidationError, file: str, lines: Mapping[str, int]) -> Iterator[Problem]:
    details = error.errors()
    for detail in details:
        if detail["type"] == "too_short" and any(_below(other["loc"], detail["loc"]) for other in details):
            continue  # the list is short only because its entries were refused, which is said there
        place = ""
        for part in detail["loc"]:
            place += f"[{part}]" if isinstance(part, int) else f".{part}" if place else str(part)
        match detail["type"]:
            case "extra_forbidden":
                sentence = "no such setting"
            case "missing":
                sentence = "missing"
            case "too_short":
                sentence = "expected at least one"
            case "value_error":
                sentence = str(detail["ctx"]["error"])
            case _:
                sentence = _expected(detail["msg"])
        got = detail["input"]
        told = detail["type"] in {"missing", "extra_forbidden"} or repr(got) in sentence
        if not told and isinstance(got, str | int | float):  # never a whole section: a secret could stand in it
            sentence += f", got {got!r}"
        yield Problem(_placed(place, file, lines), sentence)


def _below(place: tuple[int | str, ...], parent: tuple[int | str, ...]) -> bool:
    return len(place) > len(parent) and place[: len(parent)] == parent


def _expected(message: str) -> str:
    return re.sub(r"^(Value error, |Input should be )", "expected ", message).replace("expected expected", "expected")


def _placed(place: str, file: str, lines: Mapping[str, int]) -> str:
    """`config.yaml:12: people[0].name`; a missing key stands where its nearest parent does."""
    nearest = place
    while nearest and nearest not in lines:
        nearest = re.sub(r"(\.[^.\[]*|\[\d+\]|^[^.\[]+)$", "", nearest)
    line = f":{lines[nearest]}" if nearest else ""
    return f"{file}{line}: {place}" if place else f"{file}{line}"


def _contradictions(config: Config) -> Iterator[tuple[str, str]]:
    """What single values cannot show: names that point nowhere, things said twice, a demo that is none."""
    people = {person.id for person in config.people}
    known = f"expected the id of a person ({', '.join(sorted(people))})"
    yield from _repeated("people", [person.id for person in config.people])
    yield from _repeated("clients", [client.id for client in config.clients])
    yield from _repeated("mailboxes", [mailbox.name for mailbox in config.mailboxes])
    yield from _repeated("calendars", [calendar.name for calendar in config.calendars])
    if config.agency.intake_owner not in people:
        yield "agency.intake_owner", f"{known}, got {config.agency.intake_owner!r}"
    owners: dict[str, int] = {}
    for index, person in enumerate(config.people):
        if person.stand_in is not None and person.stand_in not in people:
            yield f"people[{index}].stand_in", f"{known}, got {person.stand_in!r}"
        for address in person.addresses:
            if address in owners:
                yield f"people[{index}].addresses", f"{address} is also of people[{owners[address]}]"
            owners[address] = index
    for index, client in enumerate(config.clients):
        if client.account_executive is not None and client.account_executive not in people:
            yield f"clients[{index}].account_executive", f"{known}, got {client.account_executive!r}"
        for member in client.team:
            if member not in people:
                yield f"clients[{index}].team", f"{known}, got {member!r}"
        for domain in client.domains:
            if domain in config.agency.domains:
                yield f"clients[{index}].domains", f"{domain} is the agency's own"
    for index, calendar in enumerate(config.calendars):
        if calendar.role == "person" and calendar.who not in people:
            yield f"calendars[{index}].who", f"{known}, got {calendar.who!r}"
    try:
        merged(config.jobs, DEFAULT_JOBS)
    except ValueError as error:
        yield "jobs", str(error)
    if config.web.demo:
        for index, mailbox in enumerate(config.mailboxes):
            if mailbox.folder is None:
                yield (
                    f"mailboxes[{index}]",
                    "web.demo needs no sign-in, so it is refused with a real mailbox; set demo: false",
                )
        if config.outgoing.folder is None:
            yield "outgoing", "web.demo needs no sign-in, so it is refused with real outgoing mail; set demo: false"
    if config.samples is not None and not config.web.demo:
        yield "samples", "sample mails belong to the demo; take this out or set web.demo: true"


def _repeated(place: str, names: list[str]) -> Iterator[tuple[str, str]]:
    for index, name in enumerate(names):
        if name in names[:index]:
            yield f"{place}[{index}]", f"{name!r} stands twice"
