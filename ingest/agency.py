"""Who belongs to the house: by the configured domains, else supposed from where the mail was delivered."""

import re
from dataclasses import dataclass

from briefs.freemail import FREEMAIL
from briefs.mail import Address
from ingest.headers import LOOSE_ADDRESS, Fields

_INTAKE = re.compile(
    r"(?:new[._-]?)?(?:intake|briefs?|briefing|brief-?in|jobs?|job-?bag|traffic|requests?|newbiz|business|inbox|studio|"
    r"projects?|hello|work|team|office|info|accounts?|mail|agency|creative|production|hola|bonjour|hallo|ciao)",
    re.IGNORECASE,
)
_DELIVERED = ("delivered-to", "x-delivered-to", "envelope-to", "x-envelope-to", "x-original-to")


@dataclass(frozen=True, slots=True)
class Agency:
    """The house's domains, subdomains included, and single addresses where a domain is everybody's."""

    domains: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    supposed: bool = False

    def holds(self, address: Address | None) -> bool:
        if address is None or not address.address:
            return False
        if address.address in self.addresses:
            return True
        domain = address.domain
        return any(
            domain == own or domain.endswith(f".{own}") or (self.supposed and own.endswith(f".{domain}"))
            for own in self.domains
        )

    def with_person(self, address: Address) -> "Agency":
        return Agency(self.domains, self.addresses | {address.address}, self.supposed)


def agency_of(
    fields: Fields,
    author: Address | None,
    recipients: tuple[Address, ...],
    configured: frozenset[str],
    own_addresses: frozenset[str],
) -> Agency:
    if configured:
        domains = frozenset(domain.lower().lstrip("@") for domain in configured)
        return Agency(domains, own_addresses)
    if own_addresses:
        return _supposed(*own_addresses)
    for recipient in recipients:
        if _INTAKE.fullmatch(recipient.address.partition("@")[0]):
            return _supposed(recipient.address)
    delivered = [
        found[0].lower() for name in _DELIVERED if (found := LOOSE_ADDRESS.search(fields.raw(name)[:500])) is not None
    ]
    if delivered:
        return _supposed(delivered[0])
    outside = [each.address for each in recipients if author is None or each.domain != author.domain]
    everyone = outside or [each.address for each in recipients]
    return _supposed(everyone[0]) if everyone else Agency(supposed=True)


def _supposed(*addresses: str) -> Agency:
    domains = frozenset(address.rpartition("@")[2] for address in addresses)
    return Agency(domains - FREEMAIL, frozenset(addresses), True)
