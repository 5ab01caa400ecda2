"""A mail's text with the words marked that values were read from."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefs.draft import BriefValue
from briefs.findings import Field
from briefs.mail import SegmentKind
from inbrief.web.service import MailText
from notify.headers import without_controls

# A page is for people: what is beyond these is said to be left out.
MOST_CHARACTERS = 40_000
MOST_MARKS = 400


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under the same marks: `field` colours it, `begins` are the values whose words begin here."""

    text: str
    field: Field | None = None
    begins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    kind: SegmentKind | None
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class MarkedMail:
    mail: MailText
    blocks: tuple[Block, ...]
    left_out: int


def marked(mail: MailText, values: Sequence[BriefValue]) -> MarkedMail:
    """The mail in blocks, one for each kind of segment in turn; what no segment holds has the kind None."""
    text = mail.text[:MOST_CHARACTERS]
    spots = _spots(mail, values, len(text))
    blocks = tuple(
        block for kind, start, end in _stretches(mail, len(text)) if (block := _block(kind, text, start, end, spots))
    )
    return MarkedMail(mail, blocks, len(mail.text) - len(text))


@dataclass(frozen=True, slots=True)
class _Spot:
    start: int
    end: int
    field: Field
    position: int


def _spots(mail: MailText, values: Sequence[BriefValue], end: int) -> list[_Spot]:
    return [
        _Spot(value.place.start, min(value.place.end, end), value.field, position)
        for position, value in enumerate(values)
        if value.place is not None
        and value.place.text_id == mail.text_id
        and 0 <= value.place.start < min(value.place.end, end)
    ][:MOST_MARKS]


def _stretches(mail: MailText, end: int) -> list[tuple[SegmentKind | None, int, int]]:
    """Segments in order, neighbours of a kind as one, with the gaps between them."""
    found: list[tuple[SegmentKind | None, int, int]] = []
    reached = 0
    for segment in sorted(mail.segments, key=lambda segment: segment.start):
        start, stop = max(segment.start, reached), min(segment.end, end)
        if stop <= start:
            continue
        if mail.text[reached:start].strip():
            found.append((None, reached, start))
        if found and found[-1][0] is segment.kind:
            found[-1] = (segment.kind, found[-1][1], stop)
        else:
            found.append((segment.kind, start, stop))
        reached = stop
    if mail.text[reached:end].strip():
        found.append((None, reached, end))
    return found


def _block(kind: SegmentKind | None, text: str, start: int, end: int, spots: list[_Spot]) -> Block | None:
    while start < end and text[start] in "\r\n":
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return None
    here = [spot for spot in spots if spot.start < end and spot.end > start]
    cuts = sorted({start, end, *(max(spot.start, start) for spot in here), *(min(spot.end, end) for spot in here)})
    return Block(kind, tuple(_run(text, one, two, here) for one, two in pairwise(cuts)))


def _run(text: str, start: int, end: int, spots: list[_Spot]) -> Run:
    """Where marks overlap, the narrowest is shown: a day within a requirement is the day."""
    covering = [spot for spot in spots if spot.start <= start and end <= spot.end]
    narrowest = min(covering, key=lambda spot: spot.end - spot.start, default=None)
    begins = tuple(spot.position for spot in covering if spot.start == start)
    return Run(without_controls(text[start:end]), narrowest.field if narrowest else None, begins)
