"""A body's lines parted into mails: which quoted mail each line belongs to, and who wrote that mail."""

from collections.abc import Sequence
from typing import NamedTuple

from briefs.mail import Address
from ingest.agency import Agency
from ingest.block_authors import author_of_block
from ingest.blocks import Block
from ingest.lines import Line, Mark


class Region(NamedTuple):
    """One mail within the body: the message itself (number 0), or what a block opens.

    `depth` is the quote depth of its own words; `author` is None when nothing tells an address.
    """

    block: Block | None
    author: Address | None
    depth: int

    @property
    def kind(self) -> str:
        return self.block.kind if self.block else ""


class Layout(NamedTuple):
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
                below = lines[block.end : blocks[at].start] if at < len(blocks) else lines[block.end :]
                author_below = author_of_block(block, people, below, agency)
                regions.append(Region(block, author_below, _depth_after(lines, block)))
            owners.extend([-1] * (block.end - index))
            index = block.end
            continue
        if not line.blank:
            _close(stack, regions, line.depth)
            if line.marks & Mark.AFTER and line.depth == 0:
                del stack[1:]  # a colleague's note below the forwarded mail
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
