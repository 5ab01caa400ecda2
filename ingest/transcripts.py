"""A pasted chat or a call's transcript as turns: only those of the client's own side count, and no stamp is a date."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefs.mail import Address, SegmentKind
from ingest.agency import Agency
from ingest.lines import Line

_NAME = r"~?\s?([^\W\d_][^:\t\r\n\[\]<>()]{0,38}?)"
_NUMBERS = r"\d{1,4}[./\-]\s?\d{1,2}(?:[./\-]\s?\d{1,4})?"
_DAY = rf"(?:{_NUMBERS}|[^\W\d]{{3,9}}\.? \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}}\.? [^\W\d]{{3,9}}\.?(?: \d{{4}})?)"
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,3})?(?:\s?[ap]\.?\s?m\.?)?"
_STAMP = rf"(?:{_DAY},?\s+(?:at\s+)?)?{_CLOCK}(?:\s?(?:-->|–|-)\s?{_CLOCK})?(?:,?\s+{_DAY})?"
# "[18/08/25, 7:42 PM] Ana: …", "18.08.25, 19:42 - Ana: …", "0:12<tab>Ana<tab>…", "(00:12) Ana: …"
_STAMPED = re.compile(rf"^\s*(?:\[\s*{_STAMP}\s*\]|\(?{_STAMP}\)?)\s*[-–—]?\s*{_NAME}\s*(?::|\t)\s*", re.IGNORECASE)
# "[3/3 9:14 AM] Ana" with the words on the next lines
_STAMPED_ALONE = re.compile(rf"^\s*\[\s*{_STAMP}\s*\]\s*{_NAME}\s*$", re.IGNORECASE)
# "Ana [10:02 AM]: …", "Ana (10:02): …", "Ana 10:02 AM" with the words on the next lines
_NAMED = re.compile(rf"^\s*{_NAME}\s*(?:,|[\[(\t]|\s)\s*{_STAMP}\s*[\])]?\s*:?\s*", re.IGNORECASE)
# "Ana: …"
_SPEAKER = re.compile(rf"^\s*{_NAME}:\s+(?=\S)")
_SYSTEM = re.compile(
    r"(?:<media omitted>|(?:image|video|audio|sticker|document|gif) omitted|you deleted this message|"
    r"this message was deleted|messages and calls are end-to-end.*|missed (?:voice|video) call|<attached:.*|"
    r"bild weggelassen|image absente)\W*$",
    re.IGNORECASE,
)
_LABELS_WORDS = """
budget date dates due deadline launch live subject size sizes format formats quantity deliverables deliverable
note notes mandatories objective objectives audience target timing cost total from to cc sent client brand
project title when what where who why how background tone message media channel channels contact phone email
address website location venue time ps re fyi tel mobile question answer q a requirements requirement scope
"""
_LABELS = frozenset(_LABELS_WORDS.split())
# Cheap looks before the patterns.
_STAMP_HINT = re.compile(r"^\s{0,4}[\[(]?\s?\d")
_CLOCK_HINT = re.compile(r"\d[:.]\d\d")
_COLON_HINT = re.compile(r"^[^:]{1,44}:\s")
_HINT_LENGTH = 80
_MIN_TURNS = 3
_MAX_LINE = 300


_PATTERNS = (
    (_STAMPED, _STAMP_HINT),
    (_STAMPED_ALONE, _STAMP_HINT),
    (_NAMED, _CLOCK_HINT),
    (_SPEAKER, _COLON_HINT),
)
# "03/03/2026, 09:14 - Messages and calls are end-to-end encrypted."
_STAMPED_LINE = re.compile(rf"^\s*\[?\s*{_DAY},?\s+{_CLOCK}\s*\]?\s*[-–—]?\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Turn:
    speaker: str
    column: int  # where the words begin


def read_turns(
    lines: Sequence[Line], author: Address | None, people: Sequence[Address], agency: Agency
) -> dict[int, tuple[SegmentKind, int]]:
    """For each line of a transcript its kind and the column its words begin at; empty when there is no transcript."""
    turns, spread = _turns(lines)
    if not turns:
        return {}
    found: dict[int, tuple[SegmentKind, int]] = {}
    ours = _our_names(people, agency)
    theirs = _words(author.name) if author and not agency.holds(author) else frozenset()
    positions = sorted(turns)
    for order, position in enumerate(positions):
        turn = turns[position]
        kind = SegmentKind.QUESTION if _is_ours(_words(turn.speaker), ours, theirs) else SegmentKind.CONTENT
        words = lines[position].text[turn.column :].strip()
        found[position] = (SegmentKind.FOOTER if _SYSTEM.match(words) else kind, turn.column)
        stop = positions[order + 1] if order + 1 < len(positions) else len(lines)
        for index in range(position + 1, stop):
            if _STAMP_HINT.search(lines[index].text, 0, _HINT_LENGTH) and _STAMPED_LINE.match(lines[index].text[:80]):
                found[index] = (SegmentKind.FOOTER, 0)  # what the program says, no speaker
                continue
            if lines[index].blank and (words or not spread or order + 1 == len(positions)):
                break
            found[index] = (kind, 0)
    for index in range(max(positions[0] - 3, 0), positions[0]):
        if _STAMPED_LINE.match(lines[index].text[:80]):
            found[index] = (SegmentKind.FOOTER, 0)
    return found


def _turns(lines: Sequence[Line]) -> tuple[dict[int, _Turn], bool]:
    """Position to turn, by one pattern for the whole transcript; and whether the words stand below their speakers."""
    stamped = [
        (index, line)
        for index, line in enumerate(lines)
        if ":" in line.text[:_HINT_LENGTH] or ("." in line.text and _CLOCK_HINT.search(line.text, 0, _HINT_LENGTH))
    ]
    if len(stamped) < _MIN_TURNS:
        return {}, False
    for pattern, hint in _PATTERNS:
        turns: dict[int, _Turn] = {}
        for index, line in stamped:
            if not hint.search(line.text, 0, _HINT_LENGTH):
                continue
            match = pattern.match(line.text[:_MAX_LINE])
            if match and _may_speak(match[1]):
                turns[index] = _Turn(match[1].strip().lower(), match.end())
        speakers = [turn.speaker for turn in turns.values()]
        if len(turns) < _MIN_TURNS or len(set(speakers)) < 2:
            continue
        if pattern is _SPEAKER and (len(set(speakers)) * 2 > len(speakers) or len(turns) <= _MIN_TURNS):
            continue  # labels, each once, are a form
        bare = sum(not line_words(lines[index], turn) for index, turn in turns.items())
        if pattern is _NAMED and bare * 2 < len(turns) and not _punctuated(lines, turns):
            continue  # "Sunday 10:30 brunch, Monday 9:00 …" is a list of hours
        return turns, bare * 2 >= len(turns)
    return {}, False


def line_words(line: Line, turn: _Turn) -> str:
    return line.text[turn.column :].strip()


def _punctuated(lines: Sequence[Line], turns: dict[int, _Turn]) -> bool:
    """The stamps stand in brackets or before a colon or a tab."""
    return all(lines[index].text[: turn.column].rstrip(" ")[-1:] in "]):\t" for index, turn in turns.items())


def _may_speak(name: str) -> bool:
    words = name.split()
    return 0 < len(words) <= 4 and words[0].lower().strip(".,") not in _LABELS


def _is_ours(words: frozenset[str], ours: Sequence[frozenset[str]], theirs: frozenset[str]) -> bool:
    if not words or words & theirs:
        return False
    return any(name and (words <= name or name <= words) for name in ours)


def _our_names(people: Sequence[Address], agency: Agency) -> list[frozenset[str]]:
    names = [frozenset({"agency"}), frozenset({"account"})]
    for person in people:
        if agency.holds(person):
            names.append(_words(person.name))
            names.append(_words(re.sub(r"[._\-]", " ", person.address.partition("@")[0])))
    names.extend(_words(domain.partition(".")[0]) for domain in agency.domains)
    return names


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[^\W\d_]+", name.lower()) if len(word) > 1)
