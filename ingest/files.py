"""Message files on disk: read without following links, moved without overwriting."""

import datetime as dt
import errno
import itertools
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import Misconfigured
from ingest.limits import Limits
from ingest.oversize import header_of, left_out, within

_LAST_SECOND = 253_402_300_799  # of the year 9999


@dataclass(frozen=True, slots=True)
class MessageFile:
    """What was read of a file. `left_out` as in `RawMessage`; `arrived_at` is when it was last written, in UTC."""

    content: bytes
    left_out: str
    arrived_at: dt.datetime


def read(path: Path, limits: Limits) -> MessageFile:
    """Read a regular file, at most up to the limits. Raises OSError, with ELOOP for a link.

    The file was listed a moment ago and may be another one now, so what was opened is looked at, not the name.
    """
    with open(path, "rb", opener=_open) as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "not a regular file", str(path))
        arrived_at = written_at(status)
        reason = left_out(status.st_size, limits)
        if reason:
            return MessageFile(header_of(file.read(limits.header_bytes), limits), reason, arrived_at)
        # One byte more than allowed, so that a file that grew since is seen to be over the limit.
        content, reason = within(file.read(limits.bytes + 1), limits)
        return MessageFile(content, reason, arrived_at)


def move(path: Path, into: Path) -> None:
    """Move a file into a folder, beside what has its name already. A file that is gone has been moved before.

    A hard link and an unlink, because a rename would overwrite. A crash between the two leaves the file in both
    places, and the next attempt finds that the target is the file itself.
    """
    try:
        into.mkdir(exist_ok=True)
    except OSError as error:
        raise Misconfigured(
            f"cannot make the folder {into}: {error.strerror}; make it, or correct `processed`"
        ) from error
    try:
        for target in _targets(path.name, into):
            try:
                os.link(path, target, follow_symlinks=False)
            except FileExistsError:
                if not _same(path, target):
                    continue
            path.unlink()
            return
    except FileNotFoundError:
        return  # somebody moved it first
    except OSError as error:
        raise Misconfigured(
            f"cannot move {path.name} to {into}: {error.strerror}; `processed` must be a writable folder on the same "
            "file system as the messages, one that has hard links"
        ) from error


def written_at(status: os.stat_result) -> dt.datetime:
    """When a file was last written, in UTC; a time that no calendar has counts as the nearest that one has."""
    return dt.datetime.fromtimestamp(min(max(status.st_mtime, 0), _LAST_SECOND), dt.UTC)


def printable(name: str) -> str:
    """A file name as text that can be stored: bytes that are not UTF-8 are written out, `\\xfc`."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _open(path: str, flags: int) -> int:
    # O_NONBLOCK: a named pipe would be waited on until somebody writes to it.
    return os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK)


def _targets(name: str, into: Path) -> Iterator[Path]:
    wanted = into / name
    yield wanted
    for number in itertools.count(2):
        yield wanted.with_stem(f"{wanted.stem}-{number}")


def _same(path: Path, target: Path) -> bool:
    try:
        return os.path.samestat(path.lstat(), target.lstat())
    except FileNotFoundError:
        return False
