"""One message on standard input, as a mail server's pipe delivers it."""

import datetime as dt
import hashlib
import threading
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from briefs.messages import Cursor, Sighting
from ingest.limits import Limits
from ingest.oversize import header_of, left_out
from ingest.source import Ledger, RawMessage

_CHUNK = 1 << 16


class PipeSource:
    """Everything up to the end of `stream` is one message, known by the sha256 of its bytes.

    A mail server that did not hear our success delivers again: the same bytes are then the same message. An empty
    stream is a message without content, so that what came is seen, not guessed.
    """

    problems: Sequence[str] = ()
    older = 0

    def __init__(self, name: str, stream: BinaryIO, limits: Limits) -> None:
        self.name = name
        self._stream = stream
        self._limits = limits

    def fetch(self, ledger: Ledger, now: dt.datetime) -> Iterator[RawMessage | Cursor]:
        digest = hashlib.sha256()
        kept, size = bytearray(), 0
        while chunk := self._stream.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
            if len(kept) <= max(self._limits.bytes, self._limits.header_bytes):
                kept += chunk
        sighting = Sighting(self.name, "", 0, digest.hexdigest())
        if ledger.seen([sighting]):
            return
        reason = left_out(size, self._limits)
        yield RawMessage(sighting, header_of(bytes(kept), self._limits) if reason else bytes(kept), now, None, reason)

    def done(self, sighting: Sighting) -> None:
        pass

    def wait(self, stop: threading.Event, timeout: float) -> None:
        """Nothing more will come."""

    def check(self) -> str:
        return f"{self.name}: standard input"

    def close(self) -> None:
        pass
