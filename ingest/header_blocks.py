"""Blocks of From/Sent/To/Subject lines: their fields gathered from the lines that they were wrapped over."""

import re
from collections.abc import Callable, Sequence

from briefs.mail import Address
from ingest import phrases
from ingest.blocks import DATE_HINT, Block
from ingest.clock_times import read_clock
from ingest.headers import LOOSE_ADDRESS, addresses_in
from ingest.lines import Line
from ingest.mailboxes import author_of, tidied
from ingest.run_together import fields_run_together

_UNKNOWN_FIELD = re.compile(r"\s{0,4}[^\W\d_][\w /]{1,24}[:：]\s[^@]{0,120}@")
_WORD = re.compile(r"[^\W\d_]{3,}")
_YEAR = re.compile(r"\b20\d\d\b")
_WHOLE = {phrases.FROM, phrases.SENT, phrases.TO, phrases.SUBJECT}
_MAX_HEADERS = 60  # lines; recipients fill many

# A line to its header field and value: with a colon, or without.
FieldReader = Callable[[str], tuple[str, str] | None]


def header_block(lines: Sequence[Line], index: int, needed: int, field_of: FieldReader, text: str = "") -> Block | None:
    """Fields that stand under one another, blank lines between allowed. `needed` fields beside From must be there.

    `text` is where they begin within the first line, when something stands in front.
    """
    if index >= len(lines) or field_of(text or lines[index].text) is None:
        return None
    depth = lines[index].depth
    fields, end = fields_run_together(lines, index, text or lines[index].text)
    if not fields and not text:
        fields, end = _collect(lines, index, field_of)
    named = set(fields) - {phrases.OTHER, phrases.BCC, phrases.REPLY_TO}
    text = fields.get(phrases.FROM, "")
    if not text or len(named) - 1 < needed:
        return None
    sent = fields.get(phrases.SENT, "")
    if "@" not in text and not _is_dated(named, sent, needed):
        return None  # "From: Denver. To: Boulder. Date: 12 May." is a brief's own list
    recipients = addresses_in(tidied(fields.get(phrases.TO, ""))) + addresses_in(tidied(fields.get(phrases.CC, "")))
    subject = fields.get(phrases.SUBJECT, "")
    author = author_of(text) or _answered_at(text, fields.get(phrases.REPLY_TO, ""))
    return Block(index, end, "bare", depth, author, text, sent, tuple(recipients), subject)


def _is_dated(named: set[str], sent: str, needed: int) -> bool:
    """Whether a block without an address is a mail's; where nothing vouches for it, it must tell the time too.

    With all four of From, Sent, To and Subject the day of the week, the day and the year are enough.
    Windows Mail leaves an empty subject out; then the date has the day of the week, as programs write it.
    """
    if len(named) < 3 or not DATE_HINT.search(sent):
        return False
    if needed == 1:
        return True
    if named >= _WHOLE and _YEAR.search(sent) and len(_WORD.findall(sent)) > 1:
        return True
    return read_clock(sent) != (0, 0, 0) and (phrases.SUBJECT in named or len(_WORD.findall(sent)) > 1)


def _answered_at(name: str, reply_to: str) -> Address | None:
    """The author by the block's Reply-To, where From tells a name only."""
    mailboxes = addresses_in(tidied(reply_to)) if reply_to else []
    return Address(mailboxes[0].address, mailboxes[0].name or name.strip(" *\t'\"")) if len(mailboxes) == 1 else None


def _collect(lines: Sequence[Line], index: int, field_of: FieldReader) -> tuple[dict[str, str], int]:
    """The fields from `index` on, and the line after the last."""
    fields: dict[str, str] = {}
    last = ""
    end = cursor = index
    after_blank = False
    while cursor < min(len(lines), index + _MAX_HEADERS):
        line = lines[cursor]
        if line.blank:
            # Some programs set every header in a paragraph of its own.
            following = field_of(lines[cursor + 1].text) if cursor + 1 < len(lines) else None
            if after_blank or following is None or following[0] in fields:
                break
            after_blank = True
            cursor += 1
            continue
        field = field_of(line.text)
        if field is not None and (field[0] not in fields or field[0] == phrases.OTHER):
            fields[field[0]] = field[1]
            last = field[0]
        elif field is None and last and not after_blank and _UNKNOWN_FIELD.match(line.text):
            last = phrases.OTHER  # a field whose label we do not know
            fields.setdefault(last, "")
        elif field is None and last and not after_blank and _goes_on(line, fields[last], last):
            fields[last] = f"{fields[last]} {line.text.strip()}".strip()
        else:
            break
        after_blank = False
        cursor += 1
        end = cursor
    return fields, end


def _goes_on(line: Line, value: str, field: str) -> bool:
    """A header that was wrapped: recipients after a comma, an address alone, anything indented."""
    text = line.text.strip()
    if not value or line.text[:1] in (" ", "\t"):
        return True
    if field in (phrases.TO, phrases.CC, phrases.FROM, phrases.BCC):
        if value.endswith((",", ";")):
            return True
        # "To: Ana Lopez" / "<ana@x.example>" or the second half of a name
        unclosed = value.count("<") > value.count(">")
        return unclosed or (LOOSE_ADDRESS.search(text) is not None and text.endswith((">", "]", ";", ",")))
    return False


def notes_header(lines: Sequence[Line], index: int) -> Block | None:
    """Old Notes: the sender on a line, the date on the next, then labels without values."""
    if index + 1 >= len(lines) or "@" not in lines[index].text or len(lines[index].text) > 200:
        return None
    author = author_of(lines[index].text)
    date = lines[index + 1].text
    if author is None or not DATE_HINT.search(date) or len(date) > 80:
        return None
    end = index + 2
    fields: dict[str, str] = {}
    while end < min(len(lines), index + 30) and (lines[end].blank or end < index + 2 + 12):
        text = lines[end].text.strip()
        label = phrases.header_field(f"{text}:") if text and len(text) < 30 else None
        if label is not None and end + 1 < len(lines):
            fields[label[0]] = lines[end + 1].text.strip()
            end += 2
        elif not text and any(
            phrases.header_field(f"{line.text.strip()}:") for line in lines[end + 1 : end + 3] if line.text.strip()
        ):
            end += 1
        else:
            break
    subject = fields.get(phrases.SUBJECT, "")
    recipients = tuple(addresses_in(tidied(fields.get(phrases.TO, ""))))
    return Block(index, end, "bare", lines[index].depth, author, lines[index].text, date, recipients, subject)
