"""A body's lines parted into mails: which quoted mail each line belongs to, and who wrote that mail."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefs.mail import Address
from ingest.agency import Agency
from ingest.blocks import Block
from ingest.lines import Line
from ingest.mailboxes import name_via


@dataclass(frozen=True, slots=True)
class Region:
    """One mail within the body: the message itself (number 0), or what a block opens.

    `depth` is the quote depth of its own words; `author` is None when nothing tells an address.
    """

    block: Block | None
    author: Address | None
    depth: int

    @property
    def kind(self) -> str:
        return self.block.kind if self.block else ""


@dataclass(frozen=True, slots=True)
class Layout:
    """`owners[i]` is the number of the region that line i belongs to, -1 for the lines of a block itself."""

    regions: tuple[Region, ...]
    owners: tuple[int, ...]

    def members(self, number: int) -> list[int]:
        return [index for index, owner in enumerate(self.owners) if owner == number]


def lay_out(
    lines: Sequence[Line],
    blocks: Sequence[Block],
    author: Address | None,
    recipients: Sequence[Address],
    agency: Agency,
) -> Layout:
    """`blocks` as `find_blocks` found them in the lines."""
    if not blocks:
        return Layout((Region(None, author, 0),), (0,) * len(lines))
    people = _people(author, recipients, blocks)
    regions = [Region(None, author, 0)]
    owners: list[int] = []
    stack = [0]
    at = 0
    index = 0
    while index < len(lines):
        line = lines[index]
        if at < len(blocks) and blocks[at].start == index:
            block = blocks[at]
            at += 1
            _close(stack, regions, block.depth)
            if block.kind == "ends":
                _end_forward(stack, regions)
            else:
                stack.append(len(regions))
                regions.append(Region(block, _author_of(block, people, agency), _depth_after(lines, block)))
            owners.extend([-1] * (block.end - index))
            index = block.end
            continue
        if not line.blank:
            _close(stack, regions, line.depth)
        owners.append(stack[-1])
        index += 1
    return Layout(tuple(regions), tuple(owners))


def _close(stack: list[int], regions: Sequence[Region], depth: int) -> None:
    """A quoted mail goes on until the quote depth falls below that of its words."""
    while len(stack) > 1 and regions[stack[-1]].depth > depth:
        stack.pop()


def _end_forward(stack: list[int], regions: Sequence[Region]) -> None:
    while len(stack) > 1:
        if regions[stack.pop()].kind == "forwarded":
            return


def _depth_after(lines: Sequence[Line], block: Block) -> int:
    after = next((line for line in lines[block.end : block.end + 8] if not line.blank), None)
    return max(after.depth, block.depth) if after is not None else block.depth


def _people(author: Address | None, recipients: Sequence[Address], blocks: Sequence[Block]) -> list[Address]:
    """Everyone whose name and address the mail tells."""
    found = [*recipients, *([author] if author else [])]
    for block in blocks:
        found.extend(block.recipients)
        if block.author:
            found.append(block.author)
    return found


def _author_of(block: Block, people: Sequence[Address], agency: Agency) -> Address | None:
    """The block's author; by name alone where the mail tells that person's address elsewhere, and only one."""
    name = block.author_text
    if block.author is not None:
        behind = name_via(block.author.name)
        if not behind or not agency.holds(block.author):
            return block.author
        name = behind
    if block.kind == "wrote":
        return _named_within(block.author_text, people)
    words = _words(name)
    same = {person.address: person for person in people if person.name and words and _words(person.name) == words}
    return next(iter(same.values())) if len(same) == 1 else None


def _named_within(text: str, people: Sequence[Address]) -> Address | None:
    """ "On 3 March, Ana Lopez wrote:": whose full name stands in it."""
    words = _words(text)
    same = {
        person.address: person
        for person in people
        if len(_words(person.name)) > 1 and set(_words(person.name)) <= set(words)
    }
    return next(iter(same.values())) if len(same) == 1 else None


def _words(name: str) -> list[str]:
    return sorted(re.findall(r"[^\W\d_]+", name.lower()))
