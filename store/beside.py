"""What a mail holds beside its words, as plain data and back."""

from collections.abc import Mapping
from typing import Any

from briefs.mail import Address, CalendarEntry, Carrier, CarrierKind, Contact, Mail


def plain(mail: Mail) -> dict[str, object]:
    """Only what is there, so that most mails keep an empty one."""
    told: dict[str, object] = {
        "carriers": [[one.kind.value, one.name, one.part] for one in mail.carriers],
        "entries": [_plain_entry(one) for one in mail.entries],
        "contact": _plain_contact(mail.contact),
        "back_on": mail.back_on,
        "uncertain_parts": list(mail.uncertain_parts),
    }
    return {name: value for name, value in told.items() if value}


def carriers(kept: Mapping[str, Any]) -> tuple[Carrier, ...]:
    return tuple(Carrier(CarrierKind(kind), name, part) for kind, name, part in kept.get("carriers", ()))


def entries(kept: Mapping[str, Any]) -> tuple[CalendarEntry, ...]:
    return tuple(_entry(one) for one in kept.get("entries", ()))


def contact(kept: Mapping[str, Any]) -> Contact | None:
    return Contact(*kept["contact"]) if "contact" in kept else None


def _plain_entry(entry: CalendarEntry) -> dict[str, object]:
    organizer = [entry.organizer.address, entry.organizer.name] if entry.organizer is not None else None
    return {
        "method": entry.method,
        "uid": entry.uid,
        "summary": entry.summary,
        "location": entry.location,
        "organizer": organizer,
        "start": entry.start,
        "end": entry.end,
    }


def _entry(kept: Mapping[str, Any]) -> CalendarEntry:
    return CalendarEntry(**{**kept, "organizer": Address(*kept["organizer"]) if kept["organizer"] else None})


def _plain_contact(contact: Contact | None) -> list[str]:
    return [] if contact is None else [contact.name, contact.company, contact.phone, contact.country]
