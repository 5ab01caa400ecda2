"""text/plain to lines: quote marks taken off, flowed lines joined (RFC 3676)."""

import re

from ingest import phrases
from ingest.lines import Line, Rendered

# Programs quote with "> > text", ">> text" and ">text" alike; a space in front is space-stuffing.
_QUOTE = re.compile(r" ?(?:>[ \t]?)+")
# The Bat quotes with the writer's initials: "SO> text".
_INITIALS = re.compile(r"^ ?([A-Z][A-Za-z]{0,3})>", re.MULTILINE)
_MOST_INITIALED = 200  # lines that are counted one by one
_ADDRESS_PART = re.compile(r"[^\s]*[=/&%?_#)][^\s]*$")
# What stands in front of an attribution in its line: "Four. On Tue, Mar 3, 2026 at 9:14 AM, ana@x.example wrote:"
_SHARED = re.compile(r"\s(?=(?:On|Am|Le|El|Il|Op|Em|Den|Dnia|W dniu)\s[^\d:]{0,20}\d)")
_LONGEST_SHARED = 400  # characters
_BROKEN_AT = 60  # characters: shorter lines are not broken
LINE_END = re.compile(r"\r\n|[\r\n\x0b\x0c\u2028\u2029\x85]")
# Zero-width characters, directional marks and soft hyphens: seen by nobody, and in the way of every quote.
_UNSEEN = (
    *(0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0xFEFF),
    *(*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), *range(0x2066, 0x2070)),
    *(*range(9), *range(0x0E, 0x20), 0x7F),
)
# The zero-width joiner holds emoji together and is part of words in several scripts.
_INVISIBLE = dict.fromkeys(code for code in _UNSEEN if code not in (0x200C, 0x200D))
_HOLDS_INVISIBLE = re.compile(f"[{''.join(re.escape(chr(code)) for code in _INVISIBLE)}]")


def visible(text: str) -> str:
    """The text without characters that nobody sees."""
    # A look for them is cheaper than taking them out, and hardly any text has one.
    return text.translate(_INVISIBLE) if _HOLDS_INVISIBLE.search(text) else text


def read_plain(text: str, *, flowed: bool = False, delsp: bool = False) -> Rendered:
    """Lines of a plain text part. With `flowed`, a line ending in a space goes on in the next of the same depth."""
    lines: list[Line] = []
    pieces: list[str] = []
    place = 0
    open_depth = -1  # of the flowed line that still goes on
    parts: list[str] = []

    def close() -> None:
        nonlocal place, parts, open_depth
        if open_depth >= 0:
            whole = "".join(parts).rstrip()
            lines.append(Line(place, whole, open_depth))
            pieces.append(whole)
            place += len(whole) + 1
            parts, open_depth = [], -1

    initials = _quoting_initials(text)
    # As LINE_END parts them, and faster: the other characters that end a line for Python are not visible.
    for raw in f"{visible(text)}\v".splitlines():
        depth, body = 0, raw
        if initials and (named := _INITIALS.match(raw)) is not None and named[1] in initials:
            raw = raw[named.end() - 1 :]
        if raw[:2].lstrip(" ")[:1] == ">" and not _is_heading(raw):
            match = _QUOTE.match(raw)
            if match:
                depth = match[0].count(">")
                body = raw[match.end() :]
        if not flowed:
            whole = body.rstrip()
            lines.append(Line(place, whole, depth))
            pieces.append(whole)
            place += len(whole) + 1
        else:
            if depth == 0 and body.startswith(" "):
                body = body[1:]
            if open_depth not in (-1, depth):
                close()
            soft = body.endswith(" ") and body != "-- "
            if body == "-- ":
                close()
                parts, open_depth = ["--"], depth
                close()
                continue
            parts.append(body[:-1] if soft and delsp else body)
            open_depth = depth
            if not soft:
                close()
    close()
    whole_text = "\n".join(pieces)
    if any(line.depth for line in lines):
        whole_text, lines = _parted(whole_text, _requoted(lines))
    return Rendered(whole_text, tuple(lines), wrapped=not flowed)


def _quoting_initials(text: str) -> set[str]:
    if "> " not in text:
        return set()
    found = _INITIALS.findall(text)
    return {name for name in found if found.count(name) > 1} if len(found) < _MOST_INITIALED else set(found)


def _is_heading(raw: str) -> bool:
    """GroupWise: ">>> Ana Lopez <ana@x.example> 3/3/2026 9:14 AM >>>"."""
    return raw.startswith(">>>") and raw.endswith(">>>") and "@" in raw


def _requoted(lines: list[Line]) -> list[Line]:
    """The second half of a quoted line that a program broke after quoting it is quoted as well.

    > So far we have three banners for six thousand dollars, and June twelve as
    the date.
    > Is the logo final?
    """
    for index in range(1, len(lines) - 1):
        above, line, below = lines[index - 1], lines[index], lines[index + 1]
        ends = not below.text or below.depth == above.depth
        if ends and above.depth > line.depth and _goes_on(above.text, line.text):
            lines[index] = line._replace(depth=above.depth)
    return lines


def _goes_on(above: str, text: str) -> bool:
    """The rest of a long line, or of an address that stood at its end."""
    if "://" in above[-500:].rpartition(" ")[2] and _ADDRESS_PART.match(text[:500]):
        return True
    return text[:1].islower() and len(above) >= _BROKEN_AT and above[-1] not in ".!?:;" and len(text) < len(above)


def _parted(text: str, lines: list[Line]) -> tuple[str, list[Line]]:
    """An attribution that shares its line with the words above it, right over the quoted lines, begins a line."""
    found: list[Line] = []
    feeds: list[int] = []
    for index, line in enumerate(lines):
        below = lines[index + 1] if index + 1 < len(lines) else None
        if below is not None and below.depth > line.depth and line.text.endswith(":") and (at := _shared(line.text)):
            feeds.append(line.start + at)
            found.append(line._replace(text=line.text[:at]))
            found.append(Line(line.start + at + 1, line.text[at + 1 :], line.depth, line.marks))
        else:
            found.append(line)
    if feeds:
        characters = list(text)
        for at in feeds:
            characters[at] = "\n"
        text = "".join(characters)
    return text, found


def _shared(text: str) -> int:
    """Where the last attribution in the line begins; 0 where it is the whole line or there is none."""
    if len(text) > _LONGEST_SHARED:
        return 0
    at = max((match.start() for match in _SHARED.finditer(text)), default=0)
    return at if phrases.says_wrote(text[at:]) and text[:at].strip() else 0
