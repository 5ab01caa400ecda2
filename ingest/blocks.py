"""Where a quoted mail begins: header blocks, separators and attribution lines, found by their structure."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefs.mail import Address
from ingest import phrases
from ingest.headers import LOOSE_ADDRESS, addresses_in
from ingest.lines import Line, Mark
from ingest.sent_dates import read_sent_date

_DASHES = re.compile(r"\s*[_\-=–—]{8,}\s*$")
_ADDRESS_NAME = re.compile(r"\s*[\"']?([^\"<\[(]{0,120}?)[\"']?\s*[<\[(]")
_MAX_ATTRIBUTION = 4  # lines
_DATE_HINT = re.compile(r"\d{1,2}[:.h]\d{2}|\b(?:19|20)\d\d\b|\d{1,2}[./\-]\d{1,2}[./\-]")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines [start, end) that open a quoted mail. `kind`: "forwarded" or "original" by its separator, "bare" without,
    "wrote" for an attribution line. What they tell is "" or None where they do not."""

    start: int
    end: int
    kind: str
    depth: int
    author: Address | None = None
    author_text: str = ""
    sent: str = ""
    recipients: tuple[Address, ...] = ()
    subject: str = ""

    def sent_at(self, arrived: dt.datetime) -> dt.datetime | None:
        return read_sent_date(self.sent, arrived)


def find_blocks(lines: Sequence[Line]) -> list[Block]:
    """Every opening of a quoted mail, from top to bottom."""
    found: list[Block] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        block = None
        if not line.blank:
            block = _separated(lines, index) or _bare(lines, index) or _attribution(lines, index)
        if block is None:
            index += 1
        else:
            found.append(block)
            index = max(block.end, index + 1)
    return found


def _separated(lines: Sequence[Line], index: int) -> Block | None:
    kind = phrases.separator(lines[index].text)
    if kind is None:
        return None
    after = _skip_blank(lines, index + 1, 3)
    block = _header_block(lines, after, 1)
    if block is not None:
        return _replace(block, start=_with_rule(lines, index), kind=kind)
    if after < len(lines) and (wrote := _attribution(lines, after)) is not None:
        return _replace(wrote, start=_with_rule(lines, index), kind=kind)
    framed = lines[index].text.strip()
    if framed.startswith("--") and framed.endswith("--"):
        return Block(_with_rule(lines, index), index + 1, kind, lines[index].depth)
    return None


def _replace(block: Block, *, start: int, kind: str) -> Block:
    return Block(
        start,
        block.end,
        kind,
        block.depth,
        block.author,
        block.author_text,
        block.sent,
        block.recipients,
        block.subject,
    )


def _bare(lines: Sequence[Line], index: int) -> Block | None:
    block = _header_block(lines, index, 2)
    return None if block is None else _replace(block, start=_with_rule(lines, index), kind="bare")


def _with_rule(lines: Sequence[Line], index: int) -> int:
    """The line of dashes right above belongs to the block."""
    above = index - 1
    while above >= 0 and lines[above].blank and index - above < 3:
        above -= 1
    if above >= 0 and _DASHES.match(lines[above].text):
        return above
    return index


def _skip_blank(lines: Sequence[Line], index: int, most: int) -> int:
    end = min(index + most, len(lines))
    while index < end and lines[index].blank:
        index += 1
    return index


def _header_block(lines: Sequence[Line], index: int, needed: int) -> Block | None:
    """Fields that stand under one another, blank lines between allowed. `needed` fields beside From must be there."""
    if index >= len(lines) or phrases.header_field(lines[index].text) is None:
        return None
    depth = lines[index].depth
    fields: dict[str, str] = {}
    last = ""
    end = cursor = index
    blanks = 0
    while cursor < len(lines) and cursor < index + 60:
        line = lines[cursor]
        if line.blank:
            blanks += 1
            # Some programs set every header in a paragraph of its own.
            if blanks > 1 or not (
                cursor + 1 < len(lines)
                and (phrases.header_field(lines[cursor + 1].text) or ("",))[0] not in ("", *fields)
            ):
                break
            cursor += 1
            continue
        field = phrases.header_field(line.text)
        if (field is not None and field[0] not in fields) or (field is not None and field[0] == phrases.OTHER):
            fields[field[0]] = field[1]
            last = field[0]
        elif field is None and blanks == 0 and last and _goes_on(line, fields[last], last):
            fields[last] = f"{fields[last]} {line.text.strip()}".strip()
        else:
            break
        blanks = 0
        cursor += 1
        end = cursor
    named = set(fields) - {phrases.OTHER, phrases.BCC, phrases.REPLY_TO}
    if phrases.FROM not in fields or len(named) - 1 < needed:
        return None
    text = fields[phrases.FROM]
    has_address = "@" in text
    if not text or not (has_address or len(named) >= 3):
        return None
    if not has_address and not (phrases.SENT in fields and (_DATE_HINT.search(fields[phrases.SENT]) is not None)):
        return None
    recipients = addresses_in(_tidied(fields.get(phrases.TO, ""))) + addresses_in(_tidied(fields.get(phrases.CC, "")))
    author = author_of(text)
    return Block(
        index,
        end,
        "bare",
        depth,
        author,
        text,
        fields.get(phrases.SENT, ""),
        tuple(recipients),
        fields.get(phrases.SUBJECT, ""),
    )


def _goes_on(line: Line, value: str, field: str) -> bool:
    """A header that was wrapped: recipients after a comma, an address alone, anything indented."""
    text = line.text
    if field in (phrases.TO, phrases.CC, phrases.FROM):
        stripped = text.strip()
        if value.rstrip().endswith((",", ";")) or not value:
            return True
        return bool(LOOSE_ADDRESS.search(stripped)) and stripped.endswith((">", "]", ";", ","))
    return not value or (text[:1] in (" ", "\t") and not text.isspace())


def _tidied(text: str) -> str:
    """`a@b <mailto:a@b>` and `[mailto:a@b]` as plain mailboxes, semicolons as commas."""
    text = re.sub(r"[\[<(]\s*mailto:\s*([^\s\]>)]{1,300})[\]>)]*", r"<\1>", text)
    text = re.sub(r"<([^<>\s]{1,200})<[^<>\s]{1,200}>>?", r"<\1>", text)
    return re.sub(r"([^\s<>]+@[^\s<>]+)\s*<\1>", r"\1", text).replace(";", ",")


def author_of(text: str) -> Address | None:
    """The mailbox in a From value as programs write it; None when there is only a name."""
    found = LOOSE_ADDRESS.findall(text[:600])
    if not found:
        return None
    address = found[-1].lower()
    name = _ADDRESS_NAME.match(text)
    words = name[1].strip(" *\t,") if name else ""
    if "@" in words or words.lower().startswith("mailto"):
        words = ""
    # "a@b on behalf of c@d": the one who wrote stands first in Outlook's order, and Groups put themselves first.
    return Address(address, words)


def _attribution(lines: Sequence[Line], index: int) -> Block | None:
    """ "On Monday, Ana wrote:", wrapped over up to four lines, in any order and language, with or without a date."""
    depth = lines[index].depth
    text = ""
    for offset in range(_MAX_ATTRIBUTION):
        cursor = index + offset
        if cursor >= len(lines) or lines[cursor].blank or lines[cursor].depth < depth:
            return None
        if offset and lines[cursor].depth != depth:
            # Apple quotes its attribution's second line with the mail that it introduces: no.
            return None
        piece = lines[cursor].text.strip()
        text = f"{text} {piece}".strip()
        if len(text) > 400:
            return None
        if piece.endswith((":", "：")):
            break
    else:
        return None
    if not phrases.says_wrote(text):
        return None
    address = author_of(text)
    dated = _DATE_HINT.search(text) is not None
    after = _skip_blank(lines, cursor + 1, 2)
    deeper = after < len(lines) and (lines[after].depth > depth or bool(lines[after].marks & Mark.QUOTE))
    if not ((deeper and len(text) < 300 and (dated or address or len(text) < 80)) or (address and dated)):
        return None
    return Block(index, cursor + 1, "wrote", depth, address, text, text)
