"""Runs the readers of strangers' files in a child process with caps; the parent sees plain data or a reason."""

import json
import os
import selectors
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from ingest.limits import Limits

_GRACE = 5  # seconds for a child to end
# How much longer than its CPU time a file may be waited for: on a busy machine a child waits for its turn.
_PATIENCE = 6
_BYTES_PER_CHARACTER = 4
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Answer:
    """What a file yielded, or `outcome` in a word why nothing. `cut` says that the text goes on.

    `seconds` of CPU is what it cost.
    """

    outcome: str
    body: bytes = b""
    cut: bool = False
    seconds: float = 0.0

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")


class Child:
    """One process for all files of a message, started with the first; none serves two messages.

    It starts fresh: no thread's lock, no open file of ours goes with it.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._seconds_left = float(limits.attachments_seconds)
        self._waiting_left = float(limits.attachments_seconds * _PATIENCE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stop()

    def read(self, kind: str, content: bytes) -> Answer:
        if self._seconds_left <= 0 or self._waiting_left <= 0:
            return Answer("too slow")
        started = time.monotonic()
        process = self._process or self._start()
        request = json.dumps({"kind": kind, "size": len(content)}).encode() + b"\n" + content
        most = max(self._limits.attachment_characters * _BYTES_PER_CHARACTER, 2 * self._limits.attachment_bytes)
        patience = min(self._limits.attachment_seconds * _PATIENCE, self._waiting_left)
        answer = _exchange(process, request, most, started + patience)
        waited = time.monotonic() - started
        if answer is None:
            self._stop()
            slow = process.returncode == -signal.SIGXCPU or waited >= patience
            cost = min(waited, float(self._limits.attachment_seconds))
            answer = Answer("too slow" if slow else "unreadable", seconds=cost)
        self._seconds_left -= answer.seconds
        self._waiting_left -= waited
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        limits = self._limits
        arguments = [limits.attachment_seconds, limits.attachment_memory, limits.attachment_characters]
        self._process = subprocess.Popen(
            [sys.executable, "-s", "-m", "ingest.child", *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env={"PATH": os.defpath, "LANG": "C.UTF-8", "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
            start_new_session=True,
        )
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                os.set_blocking(pipe.fileno(), False)
        return self._process

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)  # and what it may have started
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()
        process.wait()


def _exchange(process: subprocess.Popen[bytes], request: bytes, most: int, deadline: float) -> Answer | None:
    """Sends the job and takes the answer; None when it ends, talks nonsense or takes too long."""
    assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018  # both are pipes
    sent, taken = memoryview(request), bytearray()
    with selectors.DefaultSelector() as ready:
        ready.register(process.stdin, selectors.EVENT_WRITE)
        ready.register(process.stdout, selectors.EVENT_READ)
        while (left := deadline - time.monotonic()) > 0:
            for key, _ in ready.select(left):
                if key.fileobj is process.stdin:
                    try:
                        sent = sent[os.write(key.fd, sent[:_CHUNK]) :]
                    except BrokenPipeError:
                        sent = sent[:0]
                    if not sent:
                        ready.unregister(process.stdin)
                    continue
                piece = os.read(key.fd, _CHUNK)
                taken += piece
                if not piece:
                    process.wait(_GRACE)
                    return None
                if len(taken) > most:
                    return None
                answer = _answer_in(taken)
                if answer is not None:
                    return answer
    return None


def _answer_in(taken: bytearray) -> Answer | None:
    end = taken.find(b"\n", 0, 200)
    if end < 0:
        return None
    try:
        head = json.loads(taken[:end])
        outcome, cut, size = str(head["outcome"]), bool(head["cut"]), int(head["size"])
        seconds = float(head["seconds"])
    except (ValueError, KeyError, TypeError):
        return Answer("unreadable")
    return Answer(outcome, bytes(taken[end + 1 :]), cut, seconds) if len(taken) == end + 1 + size else None
