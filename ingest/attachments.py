"""Which attached files carry a brief, and their text."""

import codecs
import csv
import email
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from email.message import Message

from briefs.mail import Attachment
from ingest.body import is_text
from ingest.charsets import decode
from ingest.errors import Unreadable
from ingest.isolation import Child
from ingest.kinds import kind_of, why_unread
from ingest.limits import Limits
from ingest.lines import EMPTY, Rendered
from ingest.mime import Part, leaves_within, parse
from ingest.plain import read_plain
from ingest.rows import row_lines

_DOCUMENTS = frozenset(("docx", "pdf", "xlsx", "pptx", "odf", "rtf", "html"))
_TEXTS = frozenset(("text", "csv"))
_WHY = {
    "encrypted": "protected by a password; it was kept and not read",
    "too slow": "reading it took too long; it was kept and not read",
    "too large": "it unpacks to more than may be read; it was kept and not read",
    "unreadable": "the file could not be read; it may be damaged",
    "no text": "no text in it, perhaps it is a scan",
}
_UNRECOGNISED = {
    "no recognition": "the words on it could not be read, because tesseract or inbrief[ocr] is not installed",
    "too slow": "reading the words on it took too long",
    "too large": "it is too large for the words on it to be read",
}
_MOST_COLUMNS = 60
_PACKETS = frozenset(("message", "tnef", "mail"))
_PACKET_TYPES = frozenset(("application/ms-tnef", "application/vnd.ms-tnef", "application/vnd.ms-outlook"))


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file as it is kept, what it is (`ingest.kinds`), and its text where it is one that carries words."""

    part: Part
    kind: str
    kept: Attachment
    rendered: Rendered


@dataclass(slots=True)
class Files:
    """Reads a message's files, those of messages within too; counts what it may still read, notes what it leaves."""

    limits: Limits
    notes: list[str]
    child: Child
    read_so_far: int = 0
    calendars: list[tuple[str, bytes]] = field(default_factory=list)  # names, and what the child read of them
    recognised: list[str] = field(default_factory=list)  # parts whose text was read off a picture
    _packets: dict[str, str] = field(default_factory=dict)  # what became of them, by part

    def opened(self, parts: Sequence[Part]) -> list[Part]:
        """The parts with what was packed: a message file is a message within, winmail.dat stands for its parts.

        The text of a winmail.dat counts where the mail has no other.
        """
        found: list[Part] = []
        for part in parts:
            message = self._unpacked(part) if part.message is None and _may_be_packet(part) else None
            if message is None:
                found.append(part)
                continue
            whole = part._replace(message=message, packet=part.content)
            if kind_of(part.name, part.content_type, whole.packet) != "tnef":
                found.append(whole)
                continue
            within = leaves_within(whole, self.limits, self.notes)
            written = any(is_text(each) and each.content.strip() for each in parts)
            found.extend((part, *(each for each in within if not (written and is_text(each)))))
        return found

    def recognise(self, file: FileRead) -> FileRead:
        """The file with the words on its pictures; they may be wrong, and a note says so."""
        if not self.limits.ocr or file.kept.size > self.limits.attachment_bytes:
            return file
        answer = self.child.read("picture" if file.kind == "picture" else "scan", file.kept.content)
        if answer.outcome not in ("read", "no text"):
            self._note(file.part, _UNRECOGNISED.get(answer.outcome, "the words on it could not be read"))
        if answer.outcome != "read":
            return file
        self._note(file.part, "its words were read off a picture and may be wrong")
        self.recognised.append(file.part.specifier)
        return replace(file, rendered=read_plain(answer.text))

    def _unpacked(self, part: Part) -> Message | None:
        content = part.content
        kind = kind_of(part.name, part.content_type, content)
        if kind not in _PACKETS:
            return None
        outcome = self._allowed(part, content)
        if not outcome and kind == "mail":  # one that was saved, and attached as any file
            try:
                message, cut = parse(content, self.limits)
            except Unreadable:
                outcome = self._refused(part, "unreadable")
            else:
                self.notes.extend(cut)
                return message
        elif not outcome:
            answer = self.child.read(kind, content)
            if answer.outcome == "read":
                self._packets[part.specifier] = "opened"
                return email.message_from_bytes(answer.body)
            outcome = self._refused(part, answer.outcome)
        self._packets[part.specifier] = outcome
        return None

    def read(self, part: Part) -> FileRead:
        content = part.content
        kind = kind_of(part.name, part.content_type, content)
        outcome, rendered = self._read(part, kind, content)
        digest = hashlib.sha256(content).hexdigest()
        kept = Attachment(part.specifier, part.name, part.content_type, len(content), digest, outcome, content)
        return FileRead(part, kind, kept, rendered)

    def _read(self, part: Part, kind: str, content: bytes) -> tuple[str, Rendered]:
        if kind in _PACKETS:
            return self._packets.get(part.specifier, "kept"), EMPTY
        if kind == "encrypted":
            return self._refused(part, "encrypted"), EMPTY
        if kind != "calendar" and (part.related or kind not in _DOCUMENTS | _TEXTS):
            if why := why_unread(part.name):
                self._note(part, why)
            return "kept", EMPTY
        if outcome := self._allowed(part, content):
            return outcome, EMPTY
        if kind == "calendar":
            self._calendar(part, content)
            return "calendar", EMPTY
        return self._text(part, kind, content) if kind in _TEXTS else self._document(part, kind, content)

    def _allowed(self, part: Part, content: bytes) -> str:
        """ "" for a file that may be read, else what becomes of it."""
        self.read_so_far += 1
        if self.read_so_far > self.limits.attachments:
            self._note(part, f"kept and not read, because only {self.limits.attachments} files are")
            return "kept"
        if len(content) > self.limits.attachment_bytes:
            most = self.limits.attachment_bytes
            self._note(part, f"kept and not read, {len(content):,} bytes are over the limit of {most:,}")
            return "too large"
        return ""

    def _calendar(self, part: Part, content: bytes) -> None:
        answer = self.child.read("calendar", content)
        if answer.outcome == "read":
            self.calendars.append((part.name or "invitation", answer.body))
        else:
            self._note(part, "the appointment in it could not be read")

    def _text(self, part: Part, kind: str, content: bytes) -> tuple[str, Rendered]:
        wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        text = decode(content, "utf-16" if wide else part.charset)[0].removeprefix("\ufeff")
        if "\0" in text[:4000]:
            return "kept", EMPTY
        if len(text) > self.limits.attachment_characters:
            text = text[: self.limits.attachment_characters]
            self._cut(part)
        if kind == "csv":
            return "read", _unwrapped("\n".join(_rows(text)))
        return ("read" if text.strip() else "no text"), read_plain(text)

    def _document(self, part: Part, kind: str, content: bytes) -> tuple[str, Rendered]:
        answer = self.child.read(kind, content)
        if answer.cut:
            self._cut(part)
        if answer.outcome != "read":
            return self._refused(part, answer.outcome), EMPTY
        return "read", read_plain(answer.text) if kind == "pdf" else _unwrapped(answer.text)

    def _refused(self, part: Part, outcome: str) -> str:
        self._note(part, _WHY.get(outcome, _WHY["unreadable"]))
        return outcome

    def _cut(self, part: Part) -> None:
        self._note(part, f"only the first {self.limits.attachment_characters:,} characters were read")

    def _note(self, part: Part, words: str) -> None:
        self.notes.append(f"{part.name or f'part {part.specifier}'}: {words}")


def _may_be_packet(part: Part) -> bool:
    """By its label, before its bytes are looked at."""
    name = part.name.lower()
    unlabelled = part.content_type == "application/octet-stream" and "." not in name
    return part.content_type in _PACKET_TYPES or name.endswith((".msg", ".eml", "winmail.dat")) or unlabelled


def _unwrapped(text: str) -> Rendered:
    """Lines that their program did not break at a margin."""
    rendered = read_plain(text)
    return Rendered(rendered.text, rendered.lines)


def _rows(text: str) -> Iterator[str]:
    """The rows of a table kept as text; as it stands where it is none."""
    first = text.partition("\n")[0]
    delimiter = max("\t;,", key=first.count)
    try:
        for row in csv.reader(text.splitlines(keepends=True), delimiter=delimiter):
            yield from row_lines(row[:_MOST_COLUMNS])
    except csv.Error:  # a field longer than any cell
        yield from text.splitlines()
