"""Takes the bytes of an iCalendar stream apart into its components, so that one broken entry breaks alone."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from calendars.errors import Unreadable
from calendars.lenient import straightened

_FOLD = re.compile(rb"(?:\r\n|\n|\r)[ \t]")  # RFC 5545 3.1; on bytes, because a fold may fall inside a UTF-8 character
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Block:
    """One VEVENT, VFREEBUSY or VTIMEZONE as its unfolded lines, BEGIN and END included."""

    name: str
    lines: tuple[str, ...]
    whole: bool  # False where the next component began before this one ended

    def value(self, name: str) -> str | None:
        """The text after the colon of the component's own first line of that name, parameters left out."""
        depth = 0
        for line in self.lines:
            head, _, value = line.partition(":")
            key = head.partition(";")[0].upper()
            depth += {"BEGIN": 1, "END": -1}.get(key, 0)
            if depth == 1 and key == name:
                return value.strip()
        return None

    @property
    def text(self) -> str:
        return "\r\n".join(straightened(line) for line in self.lines) + "\r\n"


@dataclass(frozen=True, slots=True)
class Feed:
    """A calendar taken apart.

    `zone_name` is X-WR-TIMEZONE, which says where floating times were meant. `called_off` is METHOD:CANCEL: the message
    takes back what it lists.
    """

    events: tuple[Block, ...]
    zones: tuple[Block, ...]
    zone_name: str | None
    called_off: bool = False


def take_apart(raw: bytes) -> Feed:
    """The components of a stream; raises `Unreadable` for what is no calendar or ends in the middle."""
    text = whole_text(raw)
    lines = [line for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()]
    scale = _calendar_property(lines, "CALSCALE")
    if scale is not None and scale.upper() != "GREGORIAN":
        raise Unreadable(f"its CALSCALE is {scale}, only GREGORIAN can be read")
    blocks = tuple(_blocks(lines))
    return Feed(
        events=tuple(block for block in blocks if block.name in {"VEVENT", "VFREEBUSY"}),
        # The resources of a CalDAV calendar each bring the same zone along.
        zones=tuple(dict.fromkeys(block for block in blocks if block.name == "VTIMEZONE")),
        zone_name=_calendar_property(lines, "X-WR-TIMEZONE"),
        called_off=_calendar_property(lines, "METHOD") == "CANCEL" and text.upper().count("BEGIN:VCALENDAR") == 1,
    )


def whole_text(raw: bytes) -> str:
    """The stream as unfolded text; raises `Unreadable` for what is no calendar or ends in the middle."""
    text = _decoded(raw)
    if not text.strip():
        raise Unreadable("it is empty")
    if "BEGIN:VCALENDAR" not in text.upper():
        raise Unreadable(f"it is not a calendar: it starts with {text.strip()[:_SHOWN]!r}")
    if "END:VCALENDAR" not in text.upper():
        # A file still being written or a cut download: entries are missing, and which ones cannot be known.
        raise Unreadable("it ends in the middle: END:VCALENDAR is missing")
    return text


def _decoded(raw: bytes) -> str:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raw = raw.decode("utf-16", "replace").encode()
    raw = _FOLD.sub(b"", raw.removeprefix(codecs.BOM_UTF8).replace(b"\0", b""))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        # Older exporters write the machine's own code page; in the west that is cp1252.
        return raw.decode("cp1252", "replace")


def _calendar_property(lines: list[str], name: str) -> str | None:
    for line in lines:
        head, _, value = line.partition(":")
        key = head.partition(";")[0].strip().upper()
        if key == name:
            return value.strip() or None
        if key == "BEGIN" and value.strip().upper() != "VCALENDAR":
            return None
    return None


_OURS = {"VEVENT", "VFREEBUSY", "VTIMEZONE"}


def _blocks(lines: list[str]) -> Iterator[Block]:
    name: str | None = None
    gathered: list[str] = []
    for line in lines:
        head, _, value = line.partition(":")
        mark, about = head.strip().upper(), value.strip().upper()
        starts = mark == "BEGIN" and about in _OURS
        ends = mark == "END" and about in {name, "VCALENDAR"}
        if name is not None and (starts or ends):
            whole = mark == "END" and about == name
            yield Block(name, (*gathered, line if whole else f"END:{name}"), whole)
            name, gathered = None, []
        if starts:
            name = about
        if name is not None:
            gathered.append(line)
