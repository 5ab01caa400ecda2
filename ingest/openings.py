"""Where quoted mails begin: header blocks, separators and attribution lines, found by their structure."""

import dataclasses
import re
from collections.abc import Sequence

from ingest import phrases
from ingest.attributions import MAX_LINES, attribution, dated_mailbox, groupwise, marked_quote
from ingest.blocks import Block, skip_blank
from ingest.header_blocks import header_block, notes_header
from ingest.lines import Line, Mark

_DASHES = re.compile(r"\s*[_\-=–—*─]{8,200}\s*$")
_LAST = (":", "：", "-", "=", "_", "–", "—", "*", "─", "━", ">", "#")
_STARTS = re.compile(r"\s*[-=_*>]{2}")
_INTRODUCTION = 60  # characters of a line that stands above a quoted block
_REPLY_ABOVE = ("-", "#", "=", "*")
_ENDS_WITH = ("-", "=", "_", "*")  # the line under a forwarded mail begins so


def find_blocks(lines: Sequence[Line]) -> list[Block]:
    """Every opening of a quoted mail, from top to bottom."""
    found: list[Block] = []
    past = 0  # lines before it are a block's
    for index in _places(lines):
        if index >= past:
            block = _block_at(lines, index)
            # Markup without words right below a header block marks the same mail: Proton sets both around a forward.
            again = (
                block is not None
                and block.start == block.end
                and found
                and skip_blank(lines, past, index - past) == index
            )
            if block is not None and not again:
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
            places.update(range(max(index - MAX_LINES + 1, 0), index + 1))
        elif ":" in text or "：" in text or line.marks & Mark.QUOTE or _begins_framed(text):
            places.add(index)
    return sorted(index for index in places if not lines[index].blank)


def _begins_framed(text: str) -> bool:
    return not text[:1].isalnum() and _STARTS.match(text) is not None


def _block_at(lines: Sequence[Line], index: int) -> Block | None:
    text = lines[index].text
    if text.lstrip()[:1] in _ENDS_WITH and phrases.ends_forward(text):
        return Block(index, index + 1, "ends", lines[index].depth)
    if text.lstrip()[:1] in _REPLY_ABOVE and phrases.asks_reply_above(text):
        return Block(index, index + 1, "original", lines[index].depth)
    return (
        _separated(lines, index)
        or _bare(lines, index)
        or groupwise(lines, index)
        or attribution(lines, index)
        or dated_mailbox(lines, index)
        or marked_quote(lines, index)
    )


def _separated(lines: Sequence[Line], index: int) -> Block | None:
    text = lines[index].text
    kind, rest = phrases.separator(text)
    if not kind and not phrases.is_framed(text):
        return None
    start = _with_rule(lines, index)
    if rest and (squashed := header_block(lines, index, 2, phrases.header_field, rest)) is not None:
        return dataclasses.replace(squashed, start=start, kind=kind)
    after = skip_blank(lines, index + 1, 4)
    block = (
        header_block(lines, after, 1, phrases.header_field)
        or header_block(lines, after, 2, phrases.bare_header_field)
        or notes_header(lines, after)
    )
    if block is not None:
        return dataclasses.replace(block, start=start, end=_past_rule(lines, block.end), kind=kind or "original")
    if after < len(lines) and (wrote := attribution(lines, after, vouched=bool(kind))) is not None:
        return dataclasses.replace(wrote, start=start, kind=kind or "wrote")
    if kind and text.strip(" >")[:2] in ("--", "==", "__"):
        return Block(start, index + 1, kind, lines[index].depth)
    return None


def _past_rule(lines: Sequence[Line], end: int) -> int:
    """Zoho writes its separator twice, KMail a line of dashes below, The Bat scissors."""
    below = skip_blank(lines, end, 2)
    if below < len(lines) and (phrases.separator(lines[below].text)[0] or _DASHES.match(lines[below].text)):
        return below + 1
    return end


def _bare(lines: Sequence[Line], index: int) -> Block | None:
    if phrases.header_field(lines[index].text) is None:
        return None
    start = _with_rule(lines, index)
    ruled = start < index or bool(lines[index].marks & Mark.RULE)
    block = header_block(lines, index, 1 if ruled else 2, phrases.header_field)
    if block is None:
        return None
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
    if _opens_quote(lines, above, block.depth) and text.endswith((":", "：")) and len(text) <= _INTRODUCTION:
        return dataclasses.replace(block, start=above)  # Apple Mail in a language that we do not know
    return block


def _opens_quote(lines: Sequence[Line], index: int, depth: int) -> bool:
    """Whether the line stands right above what is quoted `depth` deep, or is the first line of it."""
    if lines[index].depth < depth:
        return True
    return 0 < lines[index].depth == depth and (index == 0 or lines[index - 1].depth < depth)


def _with_rule(lines: Sequence[Line], index: int) -> int:
    """The line of dashes right above belongs to the block."""
    above = index - 1
    while above >= 0 and lines[above].blank and index - above < 3:
        above -= 1
    return above if above >= 0 and _DASHES.match(lines[above].text) else index
