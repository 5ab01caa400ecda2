"""The agency's directory: people with their roles, clients with their brands, and who hears of what."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from briefs.freemail import FREEMAIL


class Role(StrEnum):
    """What a person does in the agency; one person may hold several."""

    ACCOUNT_EXECUTIVE = "account_executive"
    ACCOUNT_COORDINATOR = "account_coordinator"
    ACCOUNT_MANAGER = "account_manager"
    ACCOUNT_DIRECTOR = "account_director"
    TRAFFIC = "traffic"
    CREATIVE = "creative"
    MEDIA = "media"
    PR = "pr"
    DIGITAL = "digital"
    PRODUCTION = "production"
    OPERATOR = "operator"


# Who answers to the client for a brief; traffic and departments work to what these confirmed.
MAY_CONFIRM = frozenset({Role.ACCOUNT_EXECUTIVE, Role.ACCOUNT_COORDINATOR, Role.ACCOUNT_MANAGER, Role.ACCOUNT_DIRECTOR})
# Who may live with a scheduling conflict: whoever answers for the brief, and whoever keeps the calendar.
MAY_ACCEPT = MAY_CONFIRM | {Role.TRAFFIC}


@dataclass(frozen=True, slots=True)
class Person:
    """Someone of the agency. `addresses` are in lower case, the first is where mail goes.

    `office` is the id of one of the agency's other offices, None where the agency itself is.
    """

    id: str
    name: str
    addresses: tuple[str, ...]
    roles: frozenset[Role]
    aliases: tuple[str, ...] = ()
    stand_in: str | None = None
    active: bool = True
    office: str | None = None

    @property
    def address(self) -> str:
        return self.addresses[0]


@dataclass(frozen=True, slots=True)
class Brand:
    id: str
    name: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Client:
    """A client as the agency knows it. `domains` and `addresses` say which mail is theirs."""

    id: str
    name: str
    domains: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    account_executive: str | None = None
    country: str | None = None  # ISO 3166-1 alpha-2
    currency: str | None = None
    time_zone: str | None = None
    billing: str = "project"
    brands: tuple[Brand, ...] = ()
    team: tuple[str, ...] = ()
    active: bool = True
    region: str | None = None  # of that country, as its holidays are told apart: BY for Bavaria


@dataclass(frozen=True, slots=True)
class Directory:
    """Everyone mail may go to, and everyone it may come from. `domains` are the agency's own."""

    agency: str
    domains: tuple[str, ...]
    country: str
    time_zone: str
    intake_owner: str
    people: tuple[Person, ...] = ()
    clients: tuple[Client, ...] = ()
    sign_off_limits: dict[Role, "SignOffLimit"] = field(default_factory=dict)

    def person(self, id: str | None) -> Person | None:
        return next((person for person in self.people if person.active and person.id == id), None)

    def person_at(self, address: str | None) -> Person | None:
        return next((person for person in self.people if person.active and address in person.addresses), None)

    def client(self, id: str | None) -> Client | None:
        return next((client for client in self.clients if client.id == id), None)

    def client_at(self, address: str | None) -> Client | None:
        """Whose mail this is: an exact address first, then the nearest domain (mail.x.example belongs to x.example).

        Where everybody can have an address, only the exact one is a client's.
        """
        if address is None:
            return None
        active = [client for client in self.clients if client.active]
        exact = next((client for client in active if address in client.addresses), None)
        if exact is not None:
            return exact
        domains = [domain for domain in _and_parents(address) if domain not in FREEMAIL]
        return next((client for domain in domains for client in active if domain in client.domains), None)

    def holders(self, role: Role) -> tuple[Person, ...]:
        return tuple(person for person in self.people if person.active and role in person.roles)

    def is_agency(self, address: str) -> bool:
        return self.person_at(address) is not None or any(domain in self.domains for domain in _and_parents(address))

    def summary_goes_to(self, forwarder: str | None, client: Client | None) -> Person:
        """The forwarder if an AE, else the client's AE, else the intake owner. Never an address outside the house."""
        person = self.person_at(forwarder)
        if person is not None and Role.ACCOUNT_EXECUTIVE in person.roles:
            return person
        owner = self.person(client.account_executive) if client is not None else None
        return owner or self.intake_person

    @property
    def intake_person(self) -> Person:
        person = self.person(self.intake_owner)
        if person is None:
            raise LookupError(f"agency.intake_owner {self.intake_owner!r} is not an active person")
        return person

    def next_person_up(self, unreached: Iterable[str]) -> Person | None:
        """Who is told when mail to these addresses bounced: the stand-in, then upwards, then whoever runs inbrief."""
        missing = {address.lower() for address in unreached}
        for person in self.people:
            if missing.intersection(person.addresses):
                stand_in = self.person(person.stand_in)
                if stand_in is not None and not missing.intersection(stand_in.addresses):
                    return stand_in
        ladder = (Role.ACCOUNT_MANAGER, Role.ACCOUNT_DIRECTOR, Role.TRAFFIC, Role.OPERATOR, Role.ACCOUNT_EXECUTIVE)
        candidates = (person for role in ladder for person in self.holders(role))
        return next((person for person in candidates if not missing.intersection(person.addresses)), None)


@dataclass(frozen=True, slots=True)
class SignOffLimit:
    """Up to where a role may confirm alone. `budget_minor` in `currency`; rush says whether a rush job may be."""

    budget_minor: int | None = None
    currency: str | None = None
    rush: bool = True


def _and_parents(address: str) -> list[str]:
    labels = address.rpartition("@")[2].split(".")
    return [".".join(labels[index:]) for index in range(len(labels) - 1)]
