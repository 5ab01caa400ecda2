"""Lookups over the words of mail programs: is this line a header's, a separator, an attribution's?"""

import functools
import re

from ingest import program_words
from ingest.hints import folded

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
        rf"(?!\w)(?P<rest>.{{0,1500}})$",
        re.IGNORECASE,
    )


@functools.cache
def _end_pattern() -> re.Pattern[str]:
    return re.compile(rf"[-=_*<8\s]{{0,60}}(?:{_any_of(program_words.FORWARD_ENDS)})[-=_*\s]{{0,60}}$", re.IGNORECASE)


@functools.cache
def _wrote_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any_of(folded(program_words.WROTE))})(?!\w)")


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
_SCISSORS = re.compile(r"^\s*[-=]{1,60}8<[-=]{1,60}")
# "------ words in a language that we do not know ------", "====== words ======"
_FRAMED = re.compile(r"\s*([-=~_*])\1{2,80}\s?[^\W\d_][^-=~_*]{2,80}\1{3,80}\s*$")
_ABOVE_THIS = re.compile(
    r"\W{0,12}(?:please )?(?:(?:type|write|enter) )?(?:your )?reply above (?:this|the) line|"
    r"\W{0,12}(?:bitte )?(?:antworten sie|antworte|ihre antwort) (?:bitte )?(?:oberhalb|über) dieser (?:zeile|linie)|"
    r"\W{0,12}(?:veuillez )?répond(?:re|ez) au[- ]dessus de cette ligne|"
    r"\W{0,12}(?:por favor,? )?(?:responda|escriba su respuesta) (?:por )?encima de esta línea",
    re.IGNORECASE,
)
# La Poste and Orange tell the date above their block, and not in it.
_DATED_ABOVE = re.compile(r"message du \d{1,2}[./]\d{1,2}[./]\d{2,4}\b", re.IGNORECASE)
_LONGEST = 1500  # characters, with a header block run together behind it
_FRAMING = frozenset("-=_–—─━*>~")
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


def field_named(label: str) -> str:
    """The field that a label stands for, "" when it is none."""
    return _label_table().get(label.lower(), "")


def bare_header_field(line: str) -> tuple[str, str] | None:
    """The same without a colon, as some programs write them under their separator: `From "Ana" <ana@x.example>`."""
    label, _, rest = line.strip().partition(" ")
    field = _label_table().get(label.lower())
    return (field, rest.strip()) if field and rest.strip() else None


def separator(line: str) -> tuple[str, str]:
    """("forwarded" or "original", what stands behind it) for a program's separator above a quoted mail, else ("", "").

    Behind it may stand who passed it on and when, or a header block that was run together with it.
    """
    if not 8 <= len(line) <= _LONGEST and not (4 <= len(line) < 8 and not line.isascii()):
        return "", ""
    framed = line.lstrip()[:1] in _FRAMING and _FRAME.match(line) is not None
    if not framed and not line.rstrip().endswith((":", "：")):
        return "", ""
    match = _separator_pattern().match(_SCISSORS.sub("", line).strip(_EDGES))
    if match is None:
        return "", ""
    rest = match["rest"].strip(_EDGES)
    # "Forwarded by Ana on 3 March": only between dashes; without them a sentence may begin so.
    if rest and not framed:
        return "", ""
    return "forwarded" if match["forwarded"] else "original", rest


def separator_alone(line: str) -> str:
    """ "forwarded" or "original" for the words of a separator without any dashes: only right above a header block."""
    match = _separator_pattern().match(line.strip(_EDGES)) if 8 <= len(line) <= 80 else None
    if match is None or match["rest"].strip(_EDGES):
        return ""
    return "forwarded" if match["forwarded"] else "original"


def is_framed(line: str) -> bool:
    """Words between dashes, in whatever language."""
    return len(line) < 240 and line.lstrip()[:1] in _FRAMING and _FRAMED.match(line) is not None


def asks_reply_above(line: str) -> bool:
    """ "Please type your reply above this line": helpdesks quote below it."""
    return len(line) < 240 and _ABOVE_THIS.match(line) is not None


def is_dated_above(line: str) -> bool:
    return len(line) < 80 and _DATED_ABOVE.search(line) is not None


def ends_forward(line: str) -> bool:
    return len(line) < 200 and _end_pattern().match(line) is not None


def says_wrote(text: str) -> bool:
    return _wrote_pattern().search(folded(text)) is not None


def says_quoting(text: str) -> bool:
    return _quoting_pattern().match(text) is not None


def subject_prefix(subject: str) -> str:
    """ "forward", "reply" or "" by the subject's first prefix: weak evidence, programs and people both put it there."""
    match = _prefix_pattern().match(subject[:200])
    if match is None:
        return ""
    return "forward" if match[1] else "reply"
