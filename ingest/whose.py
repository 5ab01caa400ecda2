"""Whose words count: every line of a mail's body gets its kind, and the mail its client."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from briefs.mail import Address, SegmentKind
from ingest import phrases
from ingest.agency import Agency
from ingest.answers import answers_within
from ingest.blocks import Block
from ingest.known import mark_known
from ingest.lines import Line
from ingest.openings import find_blocks
from ingest.regions import Layout, Region, lay_out
from ingest.sign_offs import names_of, words_of
from ingest.signatures import dress
from ingest.transcripts import read_turns

# Whom a note to colleagues speaks to, beside those of them that the mail goes to: "Intake, please log this."
_DESKS = frozenset(("intake", "traffic", "studio", "colleagues"))
_FIRST_LINE = 120  # characters
_SHORT_NOTE_WORDS = 25
_QUESTION_WORDS = 60


class Letter(NamedTuple):
    """What the message's own header says, and the mailboxes behind names in its text."""

    author: Address | None
    recipients: tuple[Address, ...]
    subject: str
    sent_at: dt.datetime
    linked: tuple[Address, ...] = ()


class Verdict(NamedTuple):
    """A kind for every line, and who wrote what counts.

    `columns` says where a line's kind begins, if not at 0: what stands before it is a stamp or a speaker's name.
    `sent_at` is when the client wrote the forwarded original; None where the message is theirs or no date is told.
    """

    kinds: tuple[SegmentKind, ...]
    columns: dict[int, int]
    client: Address | None
    forwarded: bool
    sent_at: dt.datetime | None
    subject: str = ""  # of the forwarded original, where its block tells it


class _Choice(NamedTuple):
    """The region whose words count, those of the client's own side that count beside it, and what it means."""

    region: int
    beside: tuple[int, ...] = ()
    forwarded: bool = False  # by someone of the house


@dataclass(slots=True)
class _Sheet:
    """The body under work."""

    lines: Sequence[Line]
    layout: Layout
    agency: Agency
    kinds: list[SegmentKind]
    columns: dict[int, int] = field(default_factory=dict)

    def own_words(self, number: int) -> int:
        depth = self.layout.regions[number].depth
        return sum(
            len(self.lines[index].text.split())
            for index in self.layout.members(number)
            if self.lines[index].depth <= depth and self.kinds[index] is not SegmentKind.HEADER_BLOCK
        )


def whose_words(lines: Sequence[Line], letter: Letter, agency: Agency, earlier: Sequence[str] = ()) -> Verdict:
    """`earlier` are the thread's earlier texts: where the letter's own lines repeat them, they are quoted."""
    blocks = find_blocks(lines)
    if blocks:
        agency = _with_forwarder(blocks[0], letter, agency)
    layout = lay_out(lines, blocks, letter.author, (*letter.recipients, *letter.linked), agency)
    if earlier:
        lines = mark_known(lines, layout.members(0), earlier, letter.recipients)
    kinds = [SegmentKind.HEADER_BLOCK if owner < 0 else SegmentKind.HISTORY for owner in layout.owners]
    sheet = _Sheet(lines, layout, agency, kinds)
    choice = _choose(sheet, letter)
    people = [*letter.recipients, *(region.author for region in layout.regions if region.author)]
    for region in layout.regions:
        people.extend(region.block.recipients if region.block else ())
    for number in (*choice.beside, choice.region):
        _read_region(sheet, number, people)
    _read_notes(sheet, choice)
    if not choice.forwarded:
        _answers_within(sheet, letter.author, earlier)
    return _verdict(sheet, choice, letter)


def _verdict(sheet: _Sheet, choice: _Choice, letter: Letter) -> Verdict:
    regions = sheet.layout.regions
    # "From: R. Oakes" within what his assistant passes on tells no address: she is whom we know.
    known = [number for number in (choice.region, *reversed(choice.beside)) if number and regions[number].author]
    region = regions[known[0] if choice.forwarded and known else choice.region]
    client, block = region.author, region.block
    if choice.forwarded and sheet.agency.holds(client):
        client = None
    if not choice.forwarded and choice.beside:
        same_house = letter.author is not None and client is not None and letter.author.domain == client.domain
        if not same_house or sheet.own_words(0) > _SHORT_NOTE_WORDS:
            client, block = letter.author, None  # their own request, with something passed on below
    sent_at = block.sent_at(letter.sent_at) if block else None
    subject = block.subject if block is not None and choice.forwarded else ""
    return Verdict(tuple(sheet.kinds), sheet.columns, client, choice.forwarded, sent_at, subject)


def _with_forwarder(first: Block, letter: Letter, agency: Agency) -> Agency:
    """A colleague who writes from another address is known by the mail they forward: it was sent to them here."""
    author = letter.author
    if author is None or agency.holds(author) or first.author is None or first.author.address == author.address:
        return agency
    for recipient in first.recipients:
        mine = recipient.address == author.address
        if mine and not agency.domains and not agency.addresses and first.kind != "wrote":
            return agency.with_person(author)
        if agency.holds(recipient) and author.name and recipient.name.lower() == author.name.lower():
            return agency.with_person(author)
    return agency


def _choose(sheet: _Sheet, letter: Letter) -> _Choice:
    regions = sheet.layout.regions
    if len(regions) < 2:
        return _Choice(0)
    if sheet.agency.holds(letter.author):
        return _original(sheet, letter)
    return _newest(sheet, letter)


def _original(sheet: _Sheet, letter: Letter) -> _Choice:
    """In a colleague's mail: the newest outside mail, or further in what was forwarded to us with it.

    Where nothing from outside is quoted, or the colleague answers the client and we only have a copy, the mail is the
    colleague's own: nobody forwarded anything, and `contact_of` knows that a colleague is no client. What the client
    wrote is then the history of a conversation that goes on, and reaches us by itself or in a forward.
    """
    regions, agency = sheet.layout.regions, sheet.agency
    outside = next((number for number in range(1, len(regions)) if not agency.holds(regions[number].author)), 0)
    if not outside or _answers(sheet, letter, regions[outside]):
        return _Choice(0)
    beside: list[int] = []
    while outside + 1 < len(regions) and _is_forward_of(regions[outside], regions[outside + 1], agency):
        beside.append(outside)
        outside += 1
    return _Choice(outside, tuple(beside), True)


def _answers(sheet: _Sheet, letter: Letter, quoted: Region) -> bool:
    """Whether a colleague's mail goes to the client whose mail it quotes, and is no note to colleagues on top of it."""
    client = quoted.author
    if client is None or quoted.kind == "forwarded" or phrases.subject_prefix(letter.subject) == "forward":
        return False
    if all(recipient.address != client.address for recipient in letter.recipients):
        return False
    mine = (sheet.lines[index].text for index in sheet.layout.members(0) if not sheet.lines[index].blank)
    words = {word.lower() for word in words_of(next(mine, "")[:_FIRST_LINE])}
    if words & names_of(client).full:
        return True
    house = (names_of(recipient).full for recipient in letter.recipients if sheet.agency.holds(recipient))
    return not words & _DESKS.union(*house)


def _is_forward_of(outer: Region, inner: Region, agency: Agency) -> bool:
    """Whether the writer of `outer` passed `inner` on, and did not merely answer it."""
    if inner.block is None or inner.kind == "wrote" or agency.holds(inner.author):
        return False
    if any(agency.holds(recipient) for recipient in inner.block.recipients):
        return False  # we had it already
    if inner.kind == "forwarded":
        return True
    return outer.block is not None and phrases.subject_prefix(outer.block.subject) == "forward"


def _newest(sheet: _Sheet, letter: Letter) -> _Choice:
    """In an outsider's mail their own words count; what they pass on from their own house counts too."""
    first = sheet.layout.regions[1]
    if first.block is None or first.kind == "wrote" or first.author is None or sheet.agency.holds(first.author):
        return _Choice(0)
    if any(sheet.agency.holds(recipient) for recipient in first.block.recipients):
        return _Choice(0)
    if first.kind != "forwarded" and phrases.subject_prefix(letter.subject) != "forward":
        return _Choice(0)
    same_house = letter.author is not None and first.author.domain == letter.author.domain
    if same_house or sheet.own_words(0) <= _SHORT_NOTE_WORDS:
        return _Choice(1, (0,))
    return _Choice(0)


def _read_notes(sheet: _Sheet, choice: _Choice) -> None:
    """What colleagues wrote on the way, without their signatures."""
    if not choice.forwarded:
        return
    for number in range(choice.region):
        if number in choice.beside:
            continue
        members = sheet.layout.members(number)
        dressed = dress([sheet.lines[index] for index in members], sheet.layout.regions[number].author)
        for index, kind in zip(members, dressed, strict=True):
            sheet.kinds[index] = SegmentKind.NOTE if kind is SegmentKind.CONTENT else kind


def _read_region(sheet: _Sheet, number: int, people: Sequence[Address]) -> None:
    """One person's mail: their own lines dressed, and what they quoted between them as the questions they answer."""
    region = sheet.layout.regions[number]
    members = sheet.layout.members(number)
    own = [index for index in members if sheet.lines[index].depth <= region.depth]
    lines = [sheet.lines[index] for index in own]
    for index, kind in zip(own, dress(lines, region.author), strict=True):
        sheet.kinds[index] = kind
    for position, (kind, column) in read_turns(lines, region.author, people, sheet.agency).items():
        sheet.kinds[own[position]] = kind
        if column:
            sheet.columns[own[position]] = column
    _questions(sheet, number)


def _questions(sheet: _Sheet, number: int) -> None:
    """Quoted text with an answer below it is a question; only its last paragraph, when it is long."""
    if SegmentKind.HISTORY not in sheet.kinds:
        return
    depth = sheet.layout.regions[number].depth
    run: list[int] = []
    for index, line in enumerate(sheet.lines):
        if line.blank:
            if run:
                run.append(index)
            continue
        mine = sheet.layout.owners[index] == number and line.depth <= depth
        if mine and sheet.kinds[index] is SegmentKind.CONTENT:
            for position in _last_paragraph(sheet.lines, run):
                if sheet.kinds[position] is SegmentKind.HISTORY:
                    sheet.kinds[position] = SegmentKind.QUESTION
        if mine:
            run = []
        elif sheet.kinds[index] is SegmentKind.HISTORY:
            run.append(index)


def _last_paragraph(lines: Sequence[Line], run: list[int]) -> list[int]:
    words = 0
    for position in range(len(run) - 1, -1, -1):
        words += len(lines[run[position]].text.split())
        if lines[run[position]].blank and words > _QUESTION_WORDS:
            return run[position + 1 :]
    return run


def _answers_within(sheet: _Sheet, author: Address | None, earlier: Sequence[str]) -> None:
    """What the writer set into the mail that is answered are the newest words."""
    if len(sheet.layout.regions) < 2:
        return
    own = [index for index in sheet.layout.members(0) if sheet.kinds[index] is SegmentKind.CONTENT]
    answered = sheet.layout.members(1)
    found = answers_within(sheet.lines, own, answered, sheet.layout.regions[1].depth, author, earlier)
    for index in found.questions:
        if sheet.kinds[index] is SegmentKind.HISTORY:
            sheet.kinds[index] = SegmentKind.QUESTION
    for index, column in found.columns.items():
        sheet.kinds[index] = SegmentKind.CONTENT
        if column:
            sheet.columns[index] = column
