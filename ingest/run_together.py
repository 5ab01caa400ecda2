"""A header block that lost its line ends: `---- Forwarded Message ----From: Ana <a@x.example>To: …Subject: Spring`."""

import re
from collections.abc import Sequence

from ingest import phrases
from ingest.lines import Line

_COLON = re.compile(r"[:：]")
_LABEL = 20  # characters at most
_MOST = 1500  # characters of a line that are looked at
_MOST_LINES = 5
_FEWEST = 3


def fields_run_together(lines: Sequence[Line], index: int, text: str) -> tuple[dict[str, str], int]:
    """The fields that stand on one line, and the line after them; no fields where there are fewer than three.

    `text` is what lines[index] holds of the block. A program may have broken the long line again.
    """
    fields = _fields(text)
    if len(fields) < 2:
        return {}, index
    end = index + 1
    while (
        end < min(len(lines), index + _MOST_LINES) and not lines[end].blank and lines[end].depth == lines[index].depth
    ):
        text = f"{text} {lines[end].text.strip()}"
        more = _fields(text)
        if len(more) == len(fields) and all(fields.values()):
            break
        fields, end = more, end + 1
    return (fields, end) if len(fields) >= _FEWEST else ({}, index)


def _fields(text: str) -> dict[str, str]:
    text = text[:_MOST]
    found: list[tuple[str, int, int]] = []
    past = 0
    for colon in _COLON.finditer(text):
        label = _label_before(text, past, colon.start())
        past = colon.end()
        # "Subject: Save the Date: June 5": a field is told once.
        if label is not None and (label[0] == phrases.OTHER or all(label[0] != field for field, _, _ in found)):
            found.append((*label, past))
    ends = [*(start for _, start, _ in found[1:]), *([len(text)] if found else [])]
    return {field: text[past:end].strip(" *\t") for (field, _, past), end in zip(found, ends, strict=True)}


def _label_before(text: str, past: int, end: int) -> tuple[str, int] | None:
    """The longest label that ends at `end`, and where it begins. What it is glued to ends where a capital begins."""
    while end > past and text[end - 1] in " *\xa0":
        end -= 1
    for start in range(max(past, end - _LABEL), end):
        first = text[start]
        if not first.isalpha() or (start and text[start - 1].isalpha() and first.islower()):
            continue
        field = phrases.field_named(text[start:end])
        if field:
            return field, start
    return None
