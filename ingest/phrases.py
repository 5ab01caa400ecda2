"""Lookups over the words of mail programs: is this line a header's, a separator, an attribution's?"""

import functools
import re

from ingest import program_words

FROM, SENT, TO, CC, BCC, SUBJECT, REPLY_TO, OTHER = "from", "sent", "to", "cc", "bcc", "subject", "reply_to", "other"
_LISTS = {
    FROM: program_words.FROM,
    SENT: program_words.SENT,
    TO: program_words.TO,
    CC: program_words.CC,
    BCC: program_words.BCC,
    SUBJECT: program_words.SUBJECT,
    REPLY_TO: program_words.REPLY_TO,
    OTHER: program_words.OTHER,
}


def _entries(text: str) -> list[str]:
    return [" ".join(entry.split()) for entry in text.split("|")]


def _any_of(text: str) -> str:
    return "|".join(re.escape(entry) for entry in sorted(_entries(text), key=len, reverse=True))


@functools.cache
def _label_table() -> dict[str, str]:
    table: dict[str, str] = {}
    for field, labels in _LISTS.items():
        for label in _entries(labels):
            table.setdefault(label, field)
    return table


@functools.cache
def _separator_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<forwarded>{_any_of(program_words.FORWARDED)})|(?P<original>{_any_of(program_words.ORIGINAL)}))"
        rf"(?!\w)(?P<rest>.{{0,200}})$",
        re.IGNORECASE,
    )


@functools.cache
def _end_pattern() -> re.Pattern[str]:
    return re.compile(rf"[-=_*\s]{{0,60}}(?:{_any_of(program_words.FORWARD_ENDS)})[-=_*\s]{{0,60}}$", re.IGNORECASE)


@functools.cache
def _wrote_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any_of(program_words.WROTE)})(?!\w)", re.IGNORECASE)


@functools.cache
def _quoting_pattern() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{_any_of(program_words.QUOTING)})(?!\w)", re.IGNORECASE)


@functools.cache
def _prefix_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:\[[^\]\r\n]{{1,40}}\]\s*){{0,4}}(?:({_any_of(program_words.FORWARD_PREFIXES)})|"
        rf"({_any_of(program_words.REPLY_PREFIXES)}))(?:\[\d{{1,3}}\]|\(\d{{1,3}}\))?\s?[:：]",
        re.IGNORECASE,
    )


_FIELD = re.compile(r"[\s*•|_]{0,8}([^\W\d][^:：\r\n]{0,34}?)[\s*_]{0,4}[:：][\s*_]{0,80}(.*)$")
_EDGES = " \t-_–—=*>+.:|\u2500\u2501"
_FRAME = re.compile(r"\s*(?:[-=_–—─━*]{2,}|>\s*[-=]{2,})")


def header_field(line: str) -> tuple[str, str] | None:
    """("from", value) when the line is one of a header block's, in any of the languages."""
    if ":" not in line[:60] and "：" not in line[:60]:
        return None
    match = _FIELD.match(line[:2000])
    if match is None:
        return None
    field = _label_table().get(" ".join(match[1].replace("’", "'").lower().split()))
    return (field, match[2].strip()) if field else None


_INNER_LABEL = re.compile(r"(?:^|\s)\*?([^\W\d][^\s:：]{0,16}(?: [^\W\d][^\s:：]{0,12})?)\s?[:：]\*?\s")


def fields_in_line(line: str) -> dict[str, str]:
    """The fields of a header block that was run together on one line; empty when there are fewer than three."""
    found: list[tuple[str, int, int]] = []
    for match in _INNER_LABEL.finditer(line[:1500]):
        words = match[1].lower()
        field = _label_table().get(words) or _label_table().get(words.rpartition(" ")[2])
        if field:
            found.append((field, match.start(), match.end()))
    if len(found) < 3:
        return {}
    ends = [start for _, start, _ in found[1:]] + [len(line)]
    fields: dict[str, str] = {}
    for (field, _, start), end in zip(found, ends, strict=True):
        fields.setdefault(field, line[start:end].strip())
    return fields


def bare_header_field(line: str) -> tuple[str, str] | None:
    """The same without a colon, as some programs write them under their separator: `From "Ana" <ana@x.example>`."""
    label, _, rest = line.strip().partition(" ")
    field = _label_table().get(label.lower())
    return (field, rest.strip()) if field and rest.strip() else None


def separator(line: str) -> str:
    """ "forwarded" or "original" when the line is a program's separator above a quoted mail, else ""."""
    if not 8 <= len(line) <= 240 and not (4 <= len(line) < 8 and not line.isascii()):
        return ""
    framed = _FRAME.match(line) is not None
    if not framed and not line.rstrip().endswith((":", "：")):
        return ""
    match = _separator_pattern().match(line.strip(_EDGES))
    if match is None:
        return ""
    rest = match["rest"].strip(_EDGES)
    # "Forwarded by Ana on 3 March": only between dashes; without them a sentence may begin so.
    if rest and not framed:
        return ""
    return "forwarded" if match["forwarded"] else "original"


def ends_forward(line: str) -> bool:
    return "-" in line and len(line) < 200 and _end_pattern().match(line) is not None


def says_wrote(text: str) -> bool:
    return _wrote_pattern().search(text) is not None


def says_quoting(text: str) -> bool:
    return _quoting_pattern().match(text) is not None


def subject_prefix(subject: str) -> str:
    """ "forward", "reply" or "" by the subject's first prefix: weak evidence, programs and people both put it there."""
    match = _prefix_pattern().match(subject[:200])
    if match is None:
        return ""
    return "forward" if match[1] else "reply"
