"""The child process that reads one message's files: `python -m ingest.child SECONDS MEMORY CHARACTERS`.

A job is a line of JSON with "kind" and "size", then as many bytes; an answer a line with "outcome", "cut", "size"
and the "seconds" of CPU it took,
then as many bytes. What a reader cannot stand ends the process: the parent starts another for the next file.
"""

import importlib
import io
import json
import math
import resource
import sys
import zipfile
from collections.abc import Iterable

from ingest.refused import Refused

# They yield lines of text …
_TEXTS = {
    "docx": "word_file",
    "pdf": "pdf_file",
    "xlsx": "excel_file",
    "pptx": "slides_file",
    "odf": "odf_file",
    "rtf": "rtf_file",
    "html": "page_file",
    "picture": "picture_file",
    "scan": "scan_file",
}
# … and these return bytes: a message, or JSON.
_OPENED = {"message": "outlook_file", "tnef": "winmail_file", "calendar": "calendar_file"}
_RECOGNISED = ("picture", "scan")  # by a program of its own
_ARCHIVES = ("docx", "xlsx", "pptx", "odf")
_MAX_UNPACKED = 200_000_000
_MAX_RATIO = 200
# Audit events that a reader of documents has no business with.
_NETWORK = ("socket.", "urllib.", "ftplib.")
_PROGRAMS = ("subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "ctypes.")


class _Guard:
    """Refuses the network and other programs while a file is read; importing its reader may need them."""

    def __init__(self) -> None:
        self.refused: tuple[str, ...] = ()
        sys.addaudithook(self._refuse)

    def _refuse(self, event: str, _: object) -> None:
        if event.startswith(self.refused):
            raise PermissionError(event)


def _cap(memory: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _used(whose: int) -> float:
    """Seconds of CPU."""
    used = resource.getrusage(whose)
    return used.ru_utime + used.ru_stime


def _allow(seconds: int) -> None:
    """So much CPU time from now on."""
    soft = math.ceil(_used(resource.RUSAGE_SELF)) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


def _check_archive(content: bytes) -> None:
    """Office files are archives: what unpacks to far more than it weighs is a bomb."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > _MAX_UNPACKED or unpacked > _MAX_RATIO * max(len(content), 50_000):
            raise Refused("too large")


def _within(lines: Iterable[str], characters: int) -> tuple[str, bool]:
    pieces: list[str] = []
    length = 0
    for line in lines:
        if length + len(line) > characters:
            return "\n".join(pieces), True
        pieces.append(line)
        length += len(line) + 1
    return "\n".join(pieces), False


def _answer(kind: str, content: bytes, characters: int, guard: _Guard) -> tuple[str, bool, bytes]:
    # Imported under the caps; only the one that is needed.
    try:
        reader = importlib.import_module(f"ingest.{_TEXTS.get(kind) or _OPENED[kind]}").read
    except ModuleNotFoundError:
        return "no recognition", False, b""
    guard.refused = _NETWORK if kind in _RECOGNISED else _NETWORK + _PROGRAMS
    try:
        if kind in _ARCHIVES:
            _check_archive(content)
        if kind in _OPENED:
            return "read", False, reader(content)
        text, cut = _within(reader(content), characters)
    except Refused as refused:
        return refused.outcome, False, b""
    except MemoryError:
        return "too large", False, b""
    finally:
        guard.refused = ()
    return ("read" if text.strip() else "no text"), cut, text.encode("utf-8", "replace")


def main() -> None:
    seconds, memory, characters = (int(argument) for argument in sys.argv[1:4])
    _cap(memory)
    guard = _Guard()
    while line := sys.stdin.buffer.readline():
        job = json.loads(line)
        content = sys.stdin.buffer.read(job["size"])
        before = _used(resource.RUSAGE_SELF) + _used(resource.RUSAGE_CHILDREN)
        _allow(seconds)
        outcome, cut, body = _answer(job["kind"], content, characters, guard)
        cost = _used(resource.RUSAGE_SELF) + _used(resource.RUSAGE_CHILDREN) - before
        head = json.dumps({"outcome": outcome, "cut": cut, "size": len(body), "seconds": round(cost, 3)})
        sys.stdout.buffer.write(head.encode() + b"\n" + body)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
