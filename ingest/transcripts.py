"""A pasted chat or a call's transcript as turns: only those of the client's side count, and their stamps are no dates."""

import re
from collections.abc import Sequence

from briefs.mail import Address, SegmentKind
from ingest.agency import Agency
from ingest.lines import Line

_NAME = r"([^\W\d_][^:\t\r\n\[\]<>]{0,38}?)"
_DAY = r"\d{1,4}[./\-]\d{1,2}[./\-]\d{1,4}"
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?\s?m\.?)?"
_STAMPED = re.compile(
    rf"^\s*(?:\[\s*(?:{_DAY},?\s+)?{_CLOCK}(?:,?\s+{_DAY})?\s*\]|\(?(?:{_DAY},?\s+)?{_CLOCK}\)?)\s*[-–—\t]?\s*~?\s*{_NAME}\s*(?::|\t)\s*",
    re.IGNORECASE,
)
_NAMED_THEN_STAMPED = re.compile(rf"^\s*{_NAME}\s*[\[(\t]\s*(?:{_DAY},?\s+)?{_CLOCK}\s*[\])]?\s*:?\s*", re.IGNORECASE)
_SPEAKER = re.compile(rf"^\s*{_NAME}:\s+(?=\S)")
_SYSTEM = re.compile(
    r"(?:<media omitted>|(?:image|video|audio|sticker|document|gif) omitted|you deleted this message|this message was deleted|messages and calls are end-to-end|"
    r"missed (?:voice|video) call|<attached:.*|bild weggelassen|image absente)\W*$",
    re.IGNORECASE,
)
_LABELS = frozenset(
    ["budget", "date", "dates", "due", "deadline", "launch", "live", "subject", "size", "sizes", "format", "formats", "quantity", "deliverables", "deliverable", "note", "notes", "mandatories", "objective", "objectives", "audience", "target", "timing", "cost", "total", "from", "to", "cc", "sent", "client", "brand", "project", "title", "when", "where", "what", "who", "why", "how", "background", "tone", "message", "media", "channel", "channels", "contact", "phone", "email", "address", "website", "location", "venue", "time", "ps", "re", "fyi", "tel", "mobile", "question", "answer", "q", "a", "requirements", "requirement", "scope"]
)
_MIN_TURNS = 3


def read_turns(
    lines: Sequence[Line], author: Address | None, people: Sequence[Address], agency: Agency
) -> dict[int, tuple[SegmentKind, int]]:
    """For each line of a transcript its kind and the column where its words begin. Empty when there is no transcript."""
    turns = _turns(lines)
    if not turns:
        return {}
    found: dict[int, tuple[SegmentKind, int]] = {}
    ours = _our_names(people, agency)
    theirs = _words(author.name) if author else set()
    positions = sorted(turns)
    for order, position in enumerate(positions):
        speaker, column = turns[position]
        words = _words(speaker)
        is_ours = bool(words) and not (words & theirs) and any(words <= name or name <= words for name in ours if name)
        kind = SegmentKind.QUESTION if is_ours else SegmentKind.CONTENT
        if _SYSTEM.match(lines[position].text[column:].strip()):
            kind = SegmentKind.FOOTER
        found[position] = (kind, column)
        stop = positions[order + 1] if order + 1 < len(positions) else len(lines)
        for index in range(position + 1, stop):
            if lines[index].blank:
                break
            found[index] = (kind, 0)
    return found


def _turns(lines: Sequence[Line]) -> dict[int, tuple[str, int]]:
    """Position to speaker and the column of the words; one pattern for the whole transcript."""
    for pattern in (_STAMPED, _NAMED_THEN_STAMPED, _SPEAKER):
        turns: dict[int, tuple[str, int]] = {}
        for index, line in enumerate(lines):
            match = pattern.match(line.text[:300])
            if match and _may_speak(match[1]):
                turns[index] = (match[1].strip(), match.end())
        speakers = [speaker.lower() for speaker, _ in turns.values()]
        if len(turns) < _MIN_TURNS or len(set(speakers)) < 2:
            continue
        if pattern is _SPEAKER and (len(set(speakers)) * 2 > len(speakers) or len(turns) < 4):
            continue  # labels, each once, are a form
        return turns
    return {}


def _may_speak(name: str) -> bool:
    words = name.split()
    return 0 < len(words) <= 4 and words[0].lower().strip(".,") not in _LABELS


def _our_names(people: Sequence[Address], agency: Agency) -> list[set[str]]:
    names: list[set[str]] = []
    for person in people:
        if agency.holds(person):
            names.append(_words(person.name))
            names.append(_words(re.sub(r"[._\-]", " ", person.address.partition("@")[0])))
    names.extend(_words(domain.partition(".")[0]) for domain in agency.domains)
    names.append({"agency"})
    return names


def _words(name: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]+", name.lower()) if len(word) > 1}
