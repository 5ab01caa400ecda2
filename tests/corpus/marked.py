"""Short mails a line with their facts marked in the text: what weights are fitted on, beside whole mails."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefs.findings import Intent
from briefs.mail import Address, Mail, Segment, SegmentKind

LINES = Path(__file__).parent / "lines"
SENT_AT = dt.datetime(2026, 3, 3, 9, 14, tzinfo=dt.timezone(dt.timedelta(hours=-5)))  # a Tuesday
KEPT = 4  # every fourth line
_MARK = re.compile(r"\[(due|live|budget|make|must|aim): ([^\[\]]+)\]")
_DOMAINS = {"US": "client.example", "GB": "client.co.uk", "AU": "client.com.au", "NZ": "client.co.nz"}
_EARLIER = "\n\n> earlier words"


@dataclass(frozen=True, slots=True)
class Marked:
    """`marks` are (what, start, end) in `mail.text`: due, live, budget, make, must, aim.

    One that is `kept` is for measuring alone: nothing is fitted on it, and its misses are never shown.
    """

    name: str
    kept: bool
    intent: Intent
    mail: Mail
    marks: tuple[tuple[str, int, int], ...]


def marked_lines(folder: Path = LINES) -> Iterator[Marked]:
    """Every line of every file: `intent`, `new` or `reply`, country, subject and text, a tab between two."""
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if line and not line.startswith("#"):
                intent, kind, country, subject, text = line.split("\t")
                words, marks = _unmarked(text.replace("\\n", "\n"))
                mail = _mail(words, subject, country, replies=kind == "reply")
                yield Marked(f"{path.stem}:{number}", number % KEPT == 1, Intent(intent), mail, marks)


def _unmarked(text: str) -> tuple[str, tuple[tuple[str, int, int], ...]]:
    words, at = "", 0
    marks: list[tuple[str, int, int]] = []
    for mark in _MARK.finditer(text):
        words += text[at : mark.start()]
        marks.append((mark[1], len(words), len(words) + len(mark[2])))
        words += mark[2]
        at = mark.end()
    return words + text[at:], tuple(marks)


def _mail(words: str, subject: str, country: str, *, replies: bool) -> Mail:
    client = Address("dana@" + _DOMAINS.get(country, f"client.{country.lower()}"))
    content = Segment(0, len(words), SegmentKind.CONTENT, "1", 0)
    end = len(words) + len(_EARLIER)
    history = Segment(len(words) + 2, end, SegmentKind.HISTORY, "1", len(words) + 2)
    if replies and not re.match(r"\s*re\b", subject, re.IGNORECASE):
        subject = f"Re: {subject}"
    return Mail(
        reader=1,
        message_id="<1@client.example>",
        in_reply_to=(),
        references=(),
        original_message_id="",
        subject=subject,
        author=client,
        recipients=(),
        client=client,
        forwarded_by=None,
        arrived_at=SENT_AT,
        sent_at=SENT_AT,
        text=words + _EARLIER if replies else words,
        segments=(content, history) if replies else (content,),
        attachments=(),
        automatic="",
        bounced=(),
        notes=(),
        sha256="",
    )
