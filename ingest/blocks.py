"""What opens a quoted mail, as a type: the lines of it, and what they tell."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefs.mail import Address
from ingest.lines import Line
from ingest.sent_dates import read_sent_date

DATE_HINT = re.compile(r"\d{1,2}\s?[:.h]\s?\d{2}|(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}[./\-]\s?\d{1,2}[./\-]")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines [start, end) that open a quoted mail; what they tell is "" or None where they do not.

    `kind`: "forwarded" or "original" by the separator, "bare" for a header block without one, "wrote" for an
    attribution line, "ends" for the line under a forwarded mail.
    """

    start: int
    end: int
    kind: str
    depth: int
    author: Address | None = None
    author_text: str = ""
    sent: str = ""
    recipients: tuple[Address, ...] = ()
    subject: str = ""

    @property
    def author_address(self) -> str:
        return self.author.address if self.author else ""

    def sent_at(self, arrived: dt.datetime) -> dt.datetime | None:
        return read_sent_date(self.sent, arrived)


def skip_blank(lines: Sequence[Line], index: int, most: int) -> int:
    end = min(index + most, len(lines))
    while index < end and lines[index].blank:
        index += 1
    return index
