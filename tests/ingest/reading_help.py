"""Short ways to read a message in a test."""

import datetime as dt

from briefs.mail import Mail, SegmentKind
from ingest.reading import read_message

ARRIVED = dt.datetime(2026, 3, 4, 14, 0, tzinfo=dt.UTC)
HEAD = (
    "From: Dana López <dana@northpeak.example>\nTo: Sam Ortiz <sam@brightwater.example>, intake@brightwater.example\n"
    "Subject: Spring\nDate: Tue, 03 Mar 2026 09:14:00 -0500\nMessage-ID: <1@northpeak.example>\n"
)


def read(body: str, *, head: str = HEAD, kind: str = "plain; charset=utf-8") -> Mail:
    """A message of one text part, read."""
    text = f"{head}MIME-Version: 1.0\nContent-Type: text/{kind}\nContent-Transfer-Encoding: 8bit\n\n{body}"
    return read_bytes(text.replace("\n", "\r\n").encode())


def read_bytes(content: bytes) -> Mail:
    return read_message(content, ARRIVED)


def words(mail: Mail, *kinds: SegmentKind) -> str:
    """The segments' words, white space folded."""
    return " ".join(mail.words_of(*kinds).split())


def content(mail: Mail) -> str:
    return words(mail, SegmentKind.CONTENT)
