"""Who wrote a quoted mail: the mailbox in its block, else that of the same name elsewhere in the message."""

import re
import unicodedata
from collections.abc import Sequence

from briefs.mail import Address
from ingest.agency import Agency
from ingest.blocks import Block
from ingest.headers import LOOSE_ADDRESS
from ingest.lines import Line
from ingest.mailboxes import name_via

_LINES_BELOW = 400  # that are searched for the author's address
_SHORTEST = 3  # letters of a name that alone makes a mailbox's name
_SURNAME = 4  # letters of one that does so behind an initial


def author_of_block(block: Block, people: Sequence[Address], below: Sequence[Line], agency: Agency) -> Address | None:
    """None when nothing tells an address, or more than one fits. `below` are the lines of the quoted mail.

    `people` are those whose name and address the message tells: in its header, in other blocks, behind a link.
    """
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
    if same:
        return next(iter(same.values())) if len(same) == 1 else None
    return _signed(name.strip(" *\t'\""), below, agency)


def _named_within(text: str, people: Sequence[Address]) -> Address | None:
    """ "On 3 March, Ana Lopez wrote:": whose full name stands in it."""
    words = _words(text)
    same = {
        person.address: person
        for person in people
        if len(_words(person.name)) > 1 and set(_words(person.name)) <= set(words)
    }
    return next(iter(same.values())) if len(same) == 1 else None


def _signed(name: str, below: Sequence[Line], agency: Agency) -> Address | None:
    """The only mailbox in the author's own words, mostly their signature, that is named after them."""
    mailboxes = _mailboxes_of(name)
    depth = below[0].depth if below else 0
    found: set[str] = set()
    for line in below[:_LINES_BELOW]:
        if "@" in line.text and line.depth <= depth:
            found.update(address.lower() for address in LOOSE_ADDRESS.findall(line.text[:400]))
    fitting = [
        address
        for address in found
        if mailboxes.intersection(re.split(r"[^a-z]+", address.partition("@")[0]))
        and not agency.holds(Address(address))
    ]
    return Address(fitting[0], name) if len(fitting) == 1 else None


def _mailboxes_of(name: str) -> set[str]:
    """What a person's mailbox may be named: "deb", "trujillo", "dtrujillo", "trujillod"."""
    words = [word for word in re.findall(r"[a-z]+", _folded(name)) if len(word) >= _SHORTEST]
    initials = {word[0] for word in words}
    long = [word for word in words if len(word) >= _SURNAME]
    together = {f"{first}{other}" for first in words for other in words if first != other}
    return {
        *words,
        *together,
        *(f"{i}{word}" for i in initials for word in long),
        *(f"{w}{i}" for w in long for i in initials),
    }


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKD", name[:100].lower())


def _words(name: str) -> list[str]:
    return sorted(re.findall(r"[^\W\d_]+", name.lower()))
