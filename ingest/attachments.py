"""Which attached files carry a brief, and their text."""

import hashlib

from briefs.mail import Attachment
from ingest.charsets import decode
from ingest.isolation import read_in_child
from ingest.limits import Limits
from ingest.lines import EMPTY, Rendered
from ingest.mime import Part
from ingest.plain import read_plain

_KINDS = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/pdf": "pdf",
    "application/x-pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "text/markdown": "txt",
    "text/x-markdown": "txt",
    "text/plain": "txt",
    "text/csv": "txt",
}
_ENDINGS = {"docx": "docx", "pdf": "pdf", "xlsx": "xlsx", "txt": "txt", "md": "txt", "markdown": "txt", "csv": "txt"}


def kind_of(part: Part) -> str:
    """How the file is read; "" when it is not. Its name's ending goes before its type: programs often give none."""
    return _ENDINGS.get(part.name.lower().rpartition(".")[2]) or _KINDS.get(part.content_type, "")


def read_attachment(part: Part, limits: Limits, notes: list[str], read: bool) -> tuple[Attachment, Rendered]:
    """The file as it is kept, and its text where it is one that carries words. `read` False keeps it only."""
    content = part.content
    kind = kind_of(part)
    shown = part.name or f"part {part.specifier}"
    rendered = EMPTY
    if part.content_type in ("text/calendar", "application/ics") or part.name.lower().endswith(".ics"):
        outcome = "calendar"
    elif not kind or part.related:
        outcome = "kept"
    elif not read:
        outcome = "kept"
        notes.append(f"{shown}: kept and not read, because only {limits.attachments} files are")
    elif len(content) > limits.attachment_bytes:
        outcome = "too large"
        notes.append(
            f"{shown}: kept and not read, {len(content):,} bytes are over the limit of {limits.attachment_bytes:,}"
        )
    else:
        outcome, rendered = _text_of(kind, part, content, shown, limits, notes)
    digest = hashlib.sha256(content).hexdigest()
    return Attachment(part.specifier, part.name, part.content_type, len(content), digest, outcome, content), rendered


def _text_of(
    kind: str, part: Part, content: bytes, shown: str, limits: Limits, notes: list[str]
) -> tuple[str, Rendered]:
    if kind == "txt":
        text = decode(content, part.charset)[0].removeprefix("\ufeff")
        if "\0" in text[:4000]:
            return "kept", EMPTY
        if len(text) > limits.attachment_characters:
            text = text[: limits.attachment_characters]
            notes.append(f"{shown}: only the first {limits.attachment_characters:,} characters were read")
        rendered = read_plain(text)
        return ("read" if text.strip() else "no text"), rendered
    answer = read_in_child(kind, content, limits)
    if answer.cut:
        notes.append(f"{shown}: only the first {limits.attachment_characters:,} characters were read")
    if answer.outcome not in ("read", "no text"):
        notes.append(f"{shown}: the file could not be read ({answer.outcome})")
        return answer.outcome, EMPTY
    if answer.outcome == "no text":
        notes.append(f"{shown}: no text in it, perhaps it is a scan")
    text = answer.text
    rendered = read_plain(text)
    return answer.outcome, rendered if kind == "pdf" else Rendered(rendered.text, rendered.lines)
