"""What is known of a calendar on the network between two looks at it."""

import datetime as dt
import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from calendars.errors import Unreadable
from calendars.workdays import known_zones

_DEFINED = re.compile(r"^TZID:([^\r\n]*)", re.MULTILINE)
_NAMED = re.compile(r"(TZID:|TZID=\"?)([^\"\r\n:;]+)")


@dataclass(frozen=True, slots=True)
class Kept:
    """A calendar as it was last fetched. `etag` and `sync_token` are what its server calls that state.

    `body` is the feed itself; of a CalDAV calendar its resources (`packed`).
    """

    body: bytes = field(repr=False)
    etag: str = ""
    sync_token: str = ""


@dataclass(frozen=True, slots=True)
class Resource:
    """One resource of a CalDAV calendar: an event with all its exceptions, and what the server calls that state."""

    etag: str
    body: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Copy:
    """The last good copy of a calendar: known to be true at `as_of`; `key` is another where the body is."""

    as_of: dt.datetime
    key: str
    body: Callable[[], bytes] = field(repr=False)
    problem: str = ""  # why it could not be fetched since


def packed(resources: Mapping[str, Resource]) -> bytes:
    """The resources by their place on the server, as bytes that are equal when they are."""
    plain = {href: [one.etag, one.body] for href, one in sorted(resources.items())}
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def unpacked(body: bytes) -> dict[str, Resource]:
    """Raises `Unreadable` for a feed: a calendar may have been one before its settings changed."""
    try:
        return {href: Resource(etag, text) for href, (etag, text) in json.loads(body).items()}
    except (ValueError, TypeError, AttributeError) as problem:
        raise Unreadable("it was a feed, and has not been fetched from its server yet") from problem


def known_resources(body: bytes | None) -> dict[str, Resource]:
    """Those of an earlier look at the same server, if there was one."""
    try:
        return {} if body is None else unpacked(body)
    except Unreadable:
        return {}


def as_stream(body: bytes) -> bytes:
    """The packed resources as one iCalendar stream."""
    defined: dict[str, str] = {}
    joined = "\r\n".join(_with_zones_of_its_own(one.body, defined) for one in unpacked(body).values())
    return (joined or "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n").encode("utf-8", "replace")


def _with_zones_of_its_own(resource: str, defined: dict[str, str]) -> str:
    """Exchange calls every zone "Customized Time Zone": one that an earlier resource defines otherwise is renamed.

    All names of a resource in one pass, since an invitation of a stranger's may define any number of zones.
    """
    others: dict[str, str] = {}
    for zone in _zones(resource):
        found = _DEFINED.search(zone)
        if found is None or (name := found[1].strip()) in known_zones():
            continue
        if defined.setdefault(name, zone) != zone:
            others[name] = f"{name} {hashlib.sha256(zone.encode('utf-8', 'replace')).hexdigest()[:12]}"
    return _NAMED.sub(partial(_renamed, others=others), resource) if others else resource


def _renamed(found: re.Match[str], others: Mapping[str, str]) -> str:
    return found[1] + others.get(found[2], found[2])


def _zones(resource: str) -> Iterator[str]:
    start = resource.find("BEGIN:VTIMEZONE")
    while start >= 0 and (end := resource.find("END:VTIMEZONE", start)) >= 0:
        yield resource[start:end]
        start = resource.find("BEGIN:VTIMEZONE", end)


def changes(before: bytes | None, after: bytes, *, resources: bool) -> int:
    """How many entries changed, came or went; of a feed that is news to us as a whole, how many it holds."""
    if not resources:
        old, new = (set(_entries(body)) for body in (before or b"", after))
        return len({_uid(one) for one in old ^ new})
    was, is_ = known_resources(before), unpacked(after)
    return sum(was.get(href) != is_.get(href) for href in was.keys() | is_.keys())


def _entries(body: bytes) -> list[bytes]:
    """The entries of a feed; its time stamps, written anew at each look by many servers, count for nothing."""
    entries = (part.partition(b"END:VEVENT")[0] for part in body.split(b"BEGIN:VEVENT")[1:])
    return [re.sub(rb"^DTSTAMP.*?$", b"", entry, flags=re.MULTILINE) for entry in entries]


def _uid(entry: bytes) -> bytes:
    found = re.search(rb"^UID[^:]*:(.*)$", entry, re.MULTILINE)
    return found[1].strip() if found else entry
