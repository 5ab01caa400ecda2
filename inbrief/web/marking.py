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
    """A stretch of text under the same marks: `field` colours it, `begins` are the values whose words begin here.

    `struck` words were taken back by who wrote them.
    """

    text: str
    field: Field | None = None
    begins: tuple[int, ...] = ()
    struck: bool = False


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
    """The mail in blocks, one for each kind of segment in turn; what no segment holds has the kind None.

    Words that the writer struck out stand where they stood, among the others.
    """
    text = mail.text[:MOST_CHARACTERS]
    spots = _spots(mail, values, len(text))
    struck = [(one.start, one.end) for one in mail.segments if one.kind is SegmentKind.WITHDRAWN][:MOST_MARKS]
    blocks = tuple(
        block
        for kind, start, end in _stretches(mail, len(text))
        if (block := _block(kind, text, start, end, spots, struck))
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
        kind = SegmentKind.CONTENT if segment.kind is SegmentKind.WITHDRAWN else segment.kind
        if found and found[-1][0] is kind:
            found[-1] = (kind, found[-1][1], stop)
        else:
            found.append((kind, start, stop))
        reached = stop
    if mail.text[reached:end].strip():
        found.append((None, reached, end))
    return found


def _block(
    kind: SegmentKind | None,
    text: str,
    start: int,
    end: int,
    spots: list[_Spot],
    struck: list[tuple[int, int]],
) -> Block | None:
    while start < end and text[start] in "\r\n":
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return None
    here = [spot for spot in spots if spot.start < end and spot.end > start]
    lines = [(first, last) for first, last in struck if first < end and last > start]
    edges = [*((spot.start, spot.end) for spot in here), *lines]
    cuts = sorted({start, end, *(max(first, start) for first, _ in edges), *(min(last, end) for _, last in edges)})
    return Block(kind, tuple(_run(text, one, two, here, lines) for one, two in pairwise(cuts)))


def _run(text: str, start: int, end: int, spots: list[_Spot], struck: list[tuple[int, int]]) -> Run:
    """Where marks overlap, the narrowest is shown: a day within a requirement is the day."""
    covering = [spot for spot in spots if spot.start <= start and end <= spot.end]
    narrowest = min(covering, key=lambda spot: spot.end - spot.start, default=None)
    begins = tuple(spot.position for spot in covering if spot.start == start)
    taken_back = any(first <= start and end <= last for first, last in struck)
    return Run(without_controls(text[start:end]), narrowest.field if narrowest else None, begins, taken_back)
