"""Where a quoted mail begins: header blocks, separators and attribution lines, found by their structure."""

import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefs.mail import Address
from ingest import phrases
from ingest.headers import LOOSE_ADDRESS, addresses_in
from ingest.lines import Line, Mark
from ingest.run_together import fields_run_together
from ingest.sent_dates import read_sent_date

_DASHES = re.compile(r"\s*[_\-=–—*─]{8,200}\s*$")
_ADDRESS_NAME = re.compile(r"[\s\"'*]{0,5}([^\"<\[(]{0,120}?)[\"']?\s*[<\[(]")
_VIA = re.compile(r"^['\"]?(.{1,80}?)['\"]? (?:via|über|por|par|przez) ", re.IGNORECASE)
_LAST = (":", "：", "-", "=", "_", "–", "—", "*", "─", "━", ">", "#")
_STARTS = re.compile(r"\s*[-=_*>]{2}")
_AFTER_NUMBERS = re.compile(r"\d\W*")
_CLOCK_WORDS = frozenset(
    ("am", "pm", "a.m", "p.m", "uhr", "est", "edt", "cst", "cdt", "pst", "pdt", "gmt", "utc", "cet", "cest")
)
_UNKNOWN_FIELD = re.compile(r"\s{0,4}[^\W\d_][\w /]{1,24}[:：]\s[^@]{0,120}@")
_NAME_WORDS = 6
_INTRODUCTION = 60  # characters of a line that stands above a quoted block
_REPLY_ABOVE = ("-", "#", "=", "*")
_ENDS_WITH = ("-", "=", "_", "*")  # the line under a forwarded mail begins so
_MAX_ATTRIBUTION = 4  # lines
_MAX_HEADERS = 60  # lines; recipients fill many
_DATE_HINT = re.compile(r"\d{1,2}\s?[:.h]\s?\d{2}|(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}[./\-]\s?\d{1,2}[./\-]")
# Zoho: "---- On Tue, 3 Mar 2026 09:14:00 -0500 Ana <ana@x.example> wrote ----"
_WROTE_DASHES = re.compile(r"-{2,20}\s*$")


# A line to its header field and value: with a colon, or without.
_FieldReader = Callable[[str], tuple[str, str] | None]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines [start, end) that open a quoted mail; what they tell is "" or None where they do not.

    `kind`: "forwarded" or "original" by the separator, "bare" for a header block without one, "wrote" for an
    attribution line, "ends" for the line under a forwarded mail.
    """

    start: int
    end: int
    kind: str
    depth: int
    author: Address | None = None
    author_text: str = ""
    sent: str = ""
    recipients: tuple[Address, ...] = ()
    subject: str = ""

    @property
    def author_address(self) -> str:
        return self.author.address if self.author else ""

    def sent_at(self, arrived: dt.datetime) -> dt.datetime | None:
        return read_sent_date(self.sent, arrived)


def find_blocks(lines: Sequence[Line]) -> list[Block]:
    """Every opening of a quoted mail, from top to bottom."""
    found: list[Block] = []
    past = 0  # lines before it are a block's
    for index in _places(lines):
        if index >= past:
            block = _block_at(lines, index)
            if block is not None:
                found.append(block)
                past = max(block.end, index + 1)
    return found


def _places(lines: Sequence[Line]) -> list[int]:
    """Lines where a block could begin: one that ends in a colon or dashes follows closely, or the line has a colon."""
    places: set[int] = set()
    for index, line in enumerate(lines):
        text = line.text
        if not text:
            continue
        last = text.rstrip()[-1:]
        if last in _LAST and last:
            places.update(range(max(index - _MAX_ATTRIBUTION + 1, 0), index + 1))
        elif ":" in text or "：" in text or line.marks & Mark.QUOTE or _STARTS.match(text):
            places.add(index)
    return sorted(index for index in places if not lines[index].blank)


def _block_at(lines: Sequence[Line], index: int) -> Block | None:
    text = lines[index].text
    if text.lstrip()[:1] in _ENDS_WITH and phrases.ends_forward(text):
        return Block(index, index + 1, "ends", lines[index].depth)
    if text.lstrip()[:1] in _REPLY_ABOVE and phrases.asks_reply_above(text):
        return Block(index, index + 1, "original", lines[index].depth)
    return (
        _separated(lines, index)
        or _bare(lines, index)
        or _groupwise(lines, index)
        or _attribution(lines, index)
        or _marked(lines, index)
    )


def _separated(lines: Sequence[Line], index: int) -> Block | None:
    text = lines[index].text
    kind, rest = phrases.separator(text)
    if not kind and not phrases.is_framed(text):
        return None
    start = _with_rule(lines, index)
    if rest and (squashed := _header_block(lines, index, 2, phrases.header_field, rest)) is not None:
        return dataclasses.replace(squashed, start=start, kind=kind)
    after = _skip_blank(lines, index + 1, 4)
    block = (
        _header_block(lines, after, 1, phrases.header_field)
        or _header_block(lines, after, 2, phrases.bare_header_field)
        or _notes_header(lines, after)
    )
    if block is not None:
        return dataclasses.replace(block, start=start, end=_past_rule(lines, block.end), kind=kind or "original")
    if after < len(lines) and (wrote := _attribution(lines, after, vouched=bool(kind))) is not None:
        return dataclasses.replace(wrote, start=start, kind=kind or "wrote")
    if kind and text.strip(" >")[:2] in ("--", "==", "__"):
        return Block(start, index + 1, kind, lines[index].depth)
    return None


def _past_rule(lines: Sequence[Line], end: int) -> int:
    """Zoho writes its separator twice, KMail a line of dashes below, The Bat scissors."""
    below = _skip_blank(lines, end, 2)
    if below < len(lines) and (phrases.separator(lines[below].text)[0] or _DASHES.match(lines[below].text)):
        return below + 1
    return end


def _bare(lines: Sequence[Line], index: int) -> Block | None:
    block = _header_block(lines, index, 2, phrases.header_field)
    if block is None:
        return None
    start = _with_rule(lines, index)
    if start < index:
        return dataclasses.replace(block, start=start)
    above = index - 1
    while above > index - 3 and above >= 0 and lines[above].blank:
        above -= 1
    if above < 0 or lines[above].blank:
        return block
    text = lines[above].text.strip()
    if phrases.is_dated_above(text):
        return dataclasses.replace(block, start=above, sent=block.sent or text)
    kind = phrases.separator_alone(text)
    if kind:
        return dataclasses.replace(block, start=above, end=_past_rule(lines, block.end), kind=kind)
    if lines[above].depth < block.depth and text.endswith((":", "：")) and len(text) <= _INTRODUCTION:
        return dataclasses.replace(block, start=above)  # Apple Mail in a language that we do not know
    return block


def _with_rule(lines: Sequence[Line], index: int) -> int:
    """The line of dashes right above belongs to the block."""
    above = index - 1
    while above >= 0 and lines[above].blank and index - above < 3:
        above -= 1
    return above if above >= 0 and _DASHES.match(lines[above].text) else index


def _skip_blank(lines: Sequence[Line], index: int, most: int) -> int:
    end = min(index + most, len(lines))
    while index < end and lines[index].blank:
        index += 1
    return index


def _header_block(
    lines: Sequence[Line], index: int, needed: int, field_of: _FieldReader, text: str = ""
) -> Block | None:
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
    if "@" not in text and not (len(named) >= 3 and _DATE_HINT.search(sent)):
        return None  # "From: the roof. To: the lobby." is a brief's own list
    recipients = addresses_in(_tidied(fields.get(phrases.TO, ""))) + addresses_in(_tidied(fields.get(phrases.CC, "")))
    subject = fields.get(phrases.SUBJECT, "")
    return Block(index, end, "bare", depth, author_of(text), text, sent, tuple(recipients), subject)


def _collect(lines: Sequence[Line], index: int, field_of: _FieldReader) -> tuple[dict[str, str], int]:
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


def _notes_header(lines: Sequence[Line], index: int) -> Block | None:
    """Old Notes: the sender on a line, the date on the next, then labels without values."""
    if index + 1 >= len(lines) or "@" not in lines[index].text or len(lines[index].text) > 200:
        return None
    author = author_of(lines[index].text)
    date = lines[index + 1].text
    if author is None or not _DATE_HINT.search(date) or len(date) > 80:
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
    recipients = tuple(addresses_in(_tidied(fields.get(phrases.TO, ""))))
    return Block(index, end, "bare", lines[index].depth, author, lines[index].text, date, recipients, subject)


def _tidied(text: str) -> str:
    """`a@b <mailto:a@b>` and `[mailto:a@b]` as plain mailboxes, semicolons as commas."""
    text = re.sub(r"[\[<(]\s*mailto:\s*([^\s\]>)]{1,300})[\]>)]{0,3}", r"<\1>", text)
    text = re.sub(r"<([^<>\s]{1,200})<[^<>\s]{1,200}>>?", r"<\1>", text)
    return re.sub(r"([^\s<>]{1,100}@[^\s<>]{1,200})\s*<\1>", r"\1", text).replace(";", ",")


def author_of(text: str) -> Address | None:
    """The mailbox in a From value as programs write it; None when there is only a name."""
    found = LOOSE_ADDRESS.findall(text[:600]) if "@" in text else []
    if not found:
        return None
    # "a@b on behalf of c@d", "a@b <mailto:a@b>": the last.
    address = found[-1].lower()
    name = _ADDRESS_NAME.match(text)
    words = name[1].strip(" *\t,'") if name else ""
    if "@" in words or words.lower().startswith("mailto"):
        words = ""
    return Address(address, words)


def name_via(name: str) -> str:
    """The person in "'Ana Lopez' via Intake", as groups rewrite senders; "" when nobody was rewritten."""
    match = _VIA.match(f"{name} ")
    return match[1].strip("'\" ") if match else ""


def _groupwise(lines: Sequence[Line], index: int) -> Block | None:
    """ ">>> Ana Lopez <ana@x.example> 3/3/2026 9:14 AM >>>", and the mail below it unmarked."""
    text = lines[index].text.strip()
    if not text.startswith(">>>") or not text.endswith(">>>") or len(text) > 300:
        return None
    text = text.strip("> ")
    date = _DATE_HINT.search(text)
    author = author_of(text)
    return Block(index, index + 1, "wrote", lines[index].depth, author, text, text) if date else None


def _attribution(lines: Sequence[Line], index: int, *, vouched: bool = False) -> Block | None:
    """ "On Monday, Ana wrote:", wrapped over up to four lines, in any order and language, with or without a date.

    `vouched`: a separator stands above, so that no verb and no quote marks are needed.
    """
    depth = lines[index].depth
    text = ""
    for cursor in range(index, min(index + _MAX_ATTRIBUTION, len(lines))):
        line = lines[cursor]
        if line.blank or line.depth != depth:
            return None
        text = f"{text} {line.text.strip()}".strip()
        if len(text) > 400:
            return None
        if text.endswith((":", "：")) or _WROTE_DASHES.search(text):
            break
    else:
        return None
    whole = _attributed(lines, index, cursor + 1, text, vouched)
    if whole is None:
        return None
    # "Answers below." may stand right above: the attribution is the fewest lines that tell as much.
    for start in range(cursor, index, -1):
        fewer = _attributed(lines, start, cursor + 1, " ".join(line.text.strip() for line in lines[start : cursor + 1]))
        if (
            fewer is not None
            and fewer.author_address == whole.author_address
            and _tells_as_much(fewer.sent, whole.sent)
        ):
            return fewer
    return whole


def _attributed_author(text: str) -> Address | None:
    """The mailbox, with the name between the time and it: "On 3 March at 9:14 AM Ana Lopez <ana@…> wrote:"."""
    author = author_of(text)
    if author is None:
        return None
    words = _AFTER_NUMBERS.split(author.name)[-1].replace(",", " ").split()
    while words and (words[0].islower() or words[0].strip(".").lower() in _CLOCK_WORDS):
        words.pop(0)
    return Address(author.address, " ".join(words) if len(words) <= _NAME_WORDS else "")


def _tells_as_much(fewer: str, whole: str) -> bool:
    """The same date and time, and the verb, stand in it."""
    return (
        phrases.says_wrote(fewer) == phrases.says_wrote(whole)
        and len(_DATE_HINT.findall(fewer)) == len(_DATE_HINT.findall(whole))
        and not fewer[:1].islower()
    )


def _attributed(lines: Sequence[Line], start: int, end: int, text: str, vouched: bool = False) -> Block | None:
    address = _attributed_author(text)
    dated = _DATE_HINT.search(text) is not None
    depth = lines[start].depth
    after = _skip_blank(lines, end, 3)
    deeper = after < len(lines) and (lines[after].depth > depth or bool(lines[after].marks & Mark.QUOTE))
    marked = vouched or bool(lines[start].marks & Mark.QUOTE)
    if not (deeper or marked or (address is not None and dated)):
        return None
    wrote = phrases.says_wrote(text)
    if not text.endswith((":", "：")) and not (wrote and address and dated):
        return None
    if wrote:
        believed = (address is not None and dated) or (
            (deeper or marked) and (dated or address is not None or len(text) < 80)
        )
    else:
        # Gmail in Russian and Japanese, mail.ru: date and mailbox alone.
        believed = (deeper or marked) and ((address is not None and dated) or phrases.says_quoting(text))
    return Block(start, end, "wrote", depth, address, text, text) if believed else None


def _marked(lines: Sequence[Line], index: int) -> Block | None:
    """The program's own markup says that a quote follows, in a language that we do not know."""
    line = lines[index]
    if not line.marks & Mark.QUOTE or len(line.text) > 300:
        return None
    after = _skip_blank(lines, index + 1, 3)
    if after < len(lines) and lines[after].depth > line.depth and line.text.rstrip().endswith((":", "：", "-")):
        return Block(index, index + 1, "wrote", line.depth, author_of(line.text), line.text, line.text)
    return None
