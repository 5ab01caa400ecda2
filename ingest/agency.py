"""Who belongs to the house: by the configured domains, else supposed from where the mail was delivered."""

import re
from dataclasses import dataclass
from email.message import Message

from briefs.mail import Address
from ingest.headers import LOOSE_ADDRESS, raw_text

_INTAKE = re.compile(
    r"intake|briefs?|jobs?|traffic|requests?|newbiz|new\.?business|inbox|studio|projects?|hello|brief-?in|work|team|office|info|accounts?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Agency:
    """The house's domains; a subdomain of one belongs too."""

    domains: frozenset[str]

    def holds(self, address: Address | None) -> bool:
        if address is None:
            return False
        domain = address.domain
        return any(domain == own or domain.endswith(f".{own}") for own in self.domains)


def agency_of(
    message: Message, recipients: tuple[Address, ...], configured: frozenset[str], own: frozenset[str]
) -> Agency:
    if configured:
        return Agency(frozenset(domain.lower().lstrip("@") for domain in configured))
    if own:
        return Agency(frozenset(address.lower().rpartition("@")[2] for address in own))
    for name in ("Delivered-To", "X-Delivered-To", "Envelope-To", "X-Envelope-To", "X-Original-To"):
        found = LOOSE_ADDRESS.search(raw_text(message.get(name))[:500])
        if found:
            return Agency(frozenset({found[0].lower().rpartition("@")[2]}))
    for recipient in recipients:
        if _INTAKE.fullmatch(recipient.address.partition("@")[0]):
            return Agency(frozenset({recipient.domain}))
    domains = list(dict.fromkeys(recipient.domain for recipient in recipients if recipient.domain))
    return Agency(frozenset(domains[:1]))
