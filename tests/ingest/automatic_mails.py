"""Invented mails as programs and people write them, each with its word for who wrote it and the day of return."""

import datetime as dt
from typing import NamedTuple


class Sent(NamedTuple):
    """All were sent on Tuesday 3 March 2026. `headers` replace or join those of a plain mail from the client."""

    name: str
    automatic: str
    back_on: dt.date | None
    headers: str
    body: str


def day(month: int, day: int) -> dt.date:
    return dt.date(2026, month, day)


REPLY = "In-Reply-To: <a@brightwater.example>\nReferences: <a@brightwater.example>"
EXCHANGE = f"{REPLY}\nAuto-Submitted: auto-generated\nX-Auto-Response-Suppress: All"
