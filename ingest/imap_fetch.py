"""Fetching messages from the selected IMAP folder: in batches, within the limits, without setting a flag."""

import datetime as dt
import imaplib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from imapclient import IMAPClient

from ingest.limits import Limits
from ingest.oversize import header_of, left_out, within


@dataclass(frozen=True, slots=True)
class Listed:
    """What a server says of a message before its text is fetched."""

    uid: int
    size: int
    arrived_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Fetched:
    """A message's text, or its header and why it is not more."""

    listed: Listed
    content: bytes
    left_out: str


def listing(client: IMAPClient, uids: Sequence[int], now: dt.datetime) -> list[Listed]:
    """Size and time of arrival of those that are still there, in the order asked; `now` where a server has no time."""
    answers = client.fetch(uids, ["RFC822.SIZE", "INTERNALDATE"])
    return [
        Listed(uid, answers[uid][b"RFC822.SIZE"], _instant(answers[uid].get(b"INTERNALDATE"), now))
        for uid in uids
        if b"RFC822.SIZE" in answers.get(uid, {})
    ]


def _instant(arrived_at: dt.datetime | None, now: dt.datetime) -> dt.datetime:
    # None for what could not be read as a date; without an offset the moment would be a guess.
    return now if arrived_at is None or arrived_at.utcoffset() is None else arrived_at.astimezone(dt.UTC)


def batches(messages: Sequence[Listed], limits: Limits, batch_bytes: int) -> Iterator[list[Listed]]:
    """Runs of messages to fetch with one command, together at most `batch_bytes`; what is oversize stands alone."""
    room = most = min(batch_bytes, limits.bytes)
    batch: list[Listed] = []
    for message in messages:
        if batch and message.size > room:
            yield batch
            batch, room = [], most
        batch.append(message)
        room -= message.size
    if batch:
        yield batch


def fetch(client: IMAPClient, batch: Sequence[Listed], limits: Limits) -> Iterator[Fetched]:
    """The messages of a batch that are still there.

    One that is expunged by somebody else meanwhile shows as an empty text, as an answer without text or as no answer;
    each is asked for again by itself, and only when the server still lists it something is made of it.
    """
    if reason := left_out(batch[0].size, limits):
        if header := _header(client, batch[0], limits):
            yield Fetched(batch[0], header, reason)
        return
    answers = _asked(client, [message.uid for message in batch], "BODY.PEEK[]")
    for message in batch:
        content = answers.get(message.uid, {}).get(b"BODY[]")
        if content:
            yield Fetched(message, *within(content, limits))
        elif _is_there(client, message.uid):
            yield _singly(client, message, limits)


def _singly(client: IMAPClient, message: Listed, limits: Limits) -> Fetched:
    """A message that is there and yet did not come: the next ones must not wait for it, and it must not be lost."""
    content = _asked(client, [message.uid], "BODY.PEEK[]").get(message.uid, {}).get(b"BODY[]")
    if content or not message.size:
        return Fetched(message, *within(content or b"", limits))
    return Fetched(message, _header(client, message, limits), "the server lists it but does not hand out its text")


def _header(client: IMAPClient, message: Listed, limits: Limits) -> bytes:
    answers = _asked(client, [message.uid], f"BODY.PEEK[HEADER]<0.{limits.header_bytes}>")
    # Some servers answer without the origin that was asked for.
    answer = answers.get(message.uid, {})
    return header_of(answer.get(b"BODY[HEADER]<0>") or answer.get(b"BODY[HEADER]") or b"", limits)


def _asked(client: IMAPClient, uids: list[int], what: str) -> dict[int, dict[bytes, Any]]:
    """The server's answers; none when it refuses, as Exchange does for a batch with one message it cannot render."""
    try:
        answers: dict[int, dict[bytes, Any]] = client.fetch(uids, [what])
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error:
        return {}
    return answers


def _is_there(client: IMAPClient, uid: int) -> bool:
    client.noop()  # lets the server tell of expunged messages; until then it may go on listing them
    return uid in client.search(["UID", str(uid)])
