"""Whose words count: every line of a mail's body gets its owner and its kind."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefs.mail import Address, SegmentKind
from ingest import phrases
from ingest.agency import Agency
from ingest.blocks import Block, find_blocks
from ingest.lines import Line, Mark
from ingest.signatures import dress
from ingest.transcripts import read_turns

_COLOUR_PROMISED = re.compile(
    r"\b(?:red|blue|green|colou?r|rot|blau|rouge|bleu|rojo|azul|rosso|blu|rood|below|inline|in-line|unten|ci-dessous)\b",
    re.IGNORECASE,
)
_SHORT_NOTE_WORDS = 25


@dataclass(frozen=True, slots=True)
class Verdict:
    """A kind for every line, and who wrote what counts. `columns` says where a line's kind begins, if not at 0: what
    stands before it is a stamp or a speaker's name."""

    kinds: tuple[SegmentKind, ...]
    columns: dict[int, int]
    client: Address | None
    forwarded: bool
    sent_at: dt.datetime | None  # of the forwarded original
    subject: str  # of the forwarded original


@dataclass(frozen=True, slots=True)
class Letter:
    """What the message's own header says."""

    author: Address | None
    recipients: tuple[Address, ...]
    subject: str
    sent_at: dt.datetime


def whose_words(lines: Sequence[Line], letter: Letter, agency: Agency) -> Verdict:
    blocks = find_blocks(lines)
    owners = _owners(lines, blocks)
    people = _people(letter, blocks)
    authors: list[Address | None] = [letter.author, *(_known(block, people) for block in blocks)]
    forwarded = agency.holds(letter.author)
    if forwarded:
        chosen, beside = _original(blocks, authors, agency)
    else:
        chosen, beside = _newest(blocks, authors, agency, letter, lines, owners)
    kinds = [SegmentKind.HISTORY] * len(lines)
    columns: dict[int, int] = {}
    for opening in blocks:
        for index in range(opening.start, opening.end):
            kinds[index] = SegmentKind.HEADER_BLOCK
    if forwarded and chosen:
        for index, owner in enumerate(owners):
            if kinds[index] is not SegmentKind.HEADER_BLOCK and owner < chosen and agency.holds(authors[owner]):
                kinds[index] = SegmentKind.NOTE
    for region in (*beside, chosen):
        _read_region(lines, region, owners, blocks, authors[region], kinds, columns, people, agency)
    if not forwarded:
        _coloured_answers(lines, owners, kinds)
    is_forward = chosen > 0
    client = authors[chosen]
    if client is not None and is_forward and forwarded and agency.holds(client):
        client = None
    block: Block | None = blocks[chosen - 1] if is_forward else None
    if not forwarded and is_forward and beside and _own_words(lines, owners, 0) > _SHORT_NOTE_WORDS:
        client = letter.author
        block = None
    return Verdict(
        tuple(kinds),
        columns,
        client,
        forwarded and is_forward,
        block.sent_at(letter.sent_at) if block else None,
        block.subject if block else "",
    )


def _owners(lines: Sequence[Line], blocks: Sequence[Block]) -> list[int]:
    """For each line the number of the block that opened its mail; 0 is the message itself.

    A block's mail goes on until the quote depth falls below that of its first line.
    """
    owners: list[int] = []
    stack: list[tuple[int, int]] = [(0, 0)]
    starts = {block.start: number for number, block in enumerate(blocks, 1)}
    current_end = 0
    for index, line in enumerate(lines):
        if index in starts:
            number = starts[index]
            block = blocks[number - 1]
            current_end = block.end
            while len(stack) > 1 and stack[-1][1] > block.depth:
                stack.pop()
            after = next((other for other in lines[block.end : block.end + 8] if not other.blank), None)
            depth = max(after.depth, block.depth) if after is not None else block.depth
            stack.append((number, depth))
        elif index >= current_end and not line.blank:
            while len(stack) > 1 and stack[-1][1] > line.depth:
                stack.pop()
        owners.append(stack[-1][0])
    return owners


def _people(letter: Letter, blocks: Sequence[Block]) -> list[Address]:
    """Everyone whose name and address the mail tells."""
    found = [*letter.recipients]
    if letter.author:
        found.append(letter.author)
    for block in blocks:
        found.extend(block.recipients)
        if block.author:
            found.append(block.author)
    return found


def _known(block: Block, people: Sequence[Address]) -> Address | None:
    """The block's author; by name alone where the mail tells that person's address elsewhere, and only one."""
    if block.author is not None:
        return block.author
    name = " ".join(re.sub(r"[\"'*<>\[\]]", " ", block.author_text).lower().split())
    if not name or block.kind == "wrote":
        return None
    same = {person.address: person for person in people if person.name and _same_name(person.name.lower(), name)}
    return next(iter(same.values())) if len(same) == 1 else None


def _same_name(left: str, right: str) -> bool:
    def words(name: str) -> list[str]:
        return sorted(re.findall(r"[^\W\d_]+", name))

    return bool(words(left)) and words(left) == words(right)


def _original(blocks: Sequence[Block], authors: Sequence[Address | None], agency: Agency) -> tuple[int, list[int]]:
    """In a colleague's mail: the region of the newest outside mail, and further in what was forwarded to us with it."""
    outside = next((number for number in range(1, len(authors)) if not agency.holds(authors[number])), 0)
    if not outside:
        return 0, []
    beside: list[int] = []
    while outside < len(blocks) and _is_forward_of(blocks[outside - 1], blocks[outside], authors[outside + 1], agency):
        beside.append(outside)
        outside += 1
    return outside, beside


def _is_forward_of(outer: Block | None, inner: Block, author: Address | None, agency: Agency) -> bool:
    """Whether `inner` was forwarded by the writer above it, and not merely answered."""
    if inner.kind == "wrote" or agency.holds(author):
        return False
    if any(agency.holds(recipient) for recipient in inner.recipients):
        return False  # we had it already
    if inner.kind == "forwarded":
        return True
    return outer is not None and phrases.subject_prefix(outer.subject) == "forward"


def _newest(
    blocks: Sequence[Block],
    authors: Sequence[Address | None],
    agency: Agency,
    letter: Letter,
    lines: Sequence[Line],
    owners: Sequence[int],
) -> tuple[int, list[int]]:
    """In an outsider's mail their own words count; what they pass on from their own house counts too."""
    if not blocks or blocks[0].kind == "wrote" or agency.holds(authors[1]) or authors[1] is None:
        return 0, []
    if any(agency.holds(recipient) for recipient in blocks[0].recipients):
        return 0, []
    prefixed = phrases.subject_prefix(letter.subject) == "forward"
    short = _own_words(lines, owners, 0) <= _SHORT_NOTE_WORDS
    same_house = letter.author is not None and authors[1].domain == letter.author.domain
    if (blocks[0].kind == "forwarded" or prefixed) and (same_house or short):
        return 1, [0]
    return 0, []


def _own_words(lines: Sequence[Line], owners: Sequence[int], region: int) -> int:
    return sum(
        len(line.text.split()) for line, owner in zip(lines, owners, strict=True) if owner == region and not line.depth
    )


def _read_region(
    lines: Sequence[Line],
    region: int,
    owners: Sequence[int],
    blocks: Sequence[Block],
    author: Address | None,
    kinds: list[SegmentKind],
    columns: dict[int, int],
    people: Sequence[Address],
    agency: Agency,
) -> None:
    """One person's mail: their own lines dressed, and what they quoted between them as the questions they answer."""
    members = [
        index for index, owner in enumerate(owners) if owner == region and kinds[index] is not SegmentKind.HEADER_BLOCK
    ]
    if not members:
        return
    if region:
        block = blocks[region - 1]
        base = min((lines[index].depth for index in members if not lines[index].blank), default=0)
        base = max(base, block.depth if block.kind != "wrote" else 0)
    else:
        base = 0
    own = [index for index in members if lines[index].depth <= base]
    dressed = dress([lines[index] for index in own], author)
    for index, kind in zip(own, dressed, strict=True):
        kinds[index] = kind
    turns = read_turns([lines[index] for index in own], author, people, agency)
    for position, (kind, column) in turns.items():
        kinds[own[position]] = kind
        if column:
            columns[own[position]] = column
    _questions(lines, region, owners, base, kinds)


def _questions(lines: Sequence[Line], region: int, owners: Sequence[int], base: int, kinds: list[SegmentKind]) -> None:
    """Quoted text with an answer below it is a question; only its last paragraph, when it is long."""
    run: list[int] = []
    for index, line in enumerate(lines):
        if line.blank:
            if run:
                run.append(index)
            continue
        answered = owners[index] == region and line.depth <= base and kinds[index] is SegmentKind.CONTENT
        if answered and run:
            start = 0
            words = 0
            for position in range(len(run) - 1, -1, -1):
                words += len(lines[run[position]].text.split())
                if lines[run[position]].blank and words > 60:
                    start = position + 1
                    break
            for position in run[start:]:
                if kinds[position] is SegmentKind.HISTORY:
                    kinds[position] = SegmentKind.QUESTION
        if answered or (owners[index] == region and line.depth <= base):
            run = []
        elif kinds[index] is SegmentKind.HISTORY:
            run.append(index)


def _coloured_answers(lines: Sequence[Line], owners: Sequence[int], kinds: list[SegmentKind]) -> None:
    """ "My answers are in red below": coloured lines within the history are the newest words."""
    above = " ".join(line.text for line, owner in zip(lines, owners, strict=True) if owner == 0)[:2000]
    if not _COLOUR_PROMISED.search(above):
        return
    history = [index for index, kind in enumerate(kinds) if kind is SegmentKind.HISTORY and not lines[index].blank]
    coloured = [index for index in history if lines[index].marks & Mark.COLOURED]
    if not coloured or len(coloured) == len(history):
        return
    run: list[int] = []
    first_owner = owners[coloured[0]]
    for index in history:
        if owners[index] != first_owner:
            break
        if lines[index].marks & Mark.COLOURED:
            kinds[index] = SegmentKind.CONTENT
            for before in run:
                kinds[before] = SegmentKind.QUESTION
            run = []
        else:
            run = [index]
