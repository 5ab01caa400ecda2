"""A folder of .eml files, or a Maildir, as a source of messages."""

import datetime as dt
import errno
import os
import stat
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefs.messages import Cursor, Sighting
from ingest import files, maildir
from ingest.errors import Misconfigured, Unreachable
from ingest.limits import Limits
from ingest.position import instant
from ingest.source import Ledger, RawMessage, Since

_SUFFIX = ".eml"
# A file written this long ago is whole: one pass suffices for what was put there before inbrief looked.
_SETTLED_AFTER = dt.timedelta(seconds=2)
_LINK = (errno.ELOOP, errno.EMLINK)


@dataclass(frozen=True, slots=True)
class _Entry:
    uid: str
    path: Path
    status: os.stat_result

    @property
    def changed_at(self) -> dt.datetime:
        return files.written_at(self.status)

    @property
    def look(self) -> tuple[int, int]:
        return self.status.st_size, self.status.st_mtime_ns


class FolderSource:
    """Regular files, each read once by its name; a later file of the same name is not read again.

    In a plain folder a file counts once its size and time of change were the same in two looks, or at once when it was
    last written 2 seconds or more before `now`; names that start with a dot or do not end in .eml are passed over. In
    a Maildir everything in `new` and `cur` counts at once. Links are named as problems and never followed; the folder
    itself may be one.
    """

    def __init__(
        self,
        name: str,
        folder: Path,
        limits: Limits,
        *,
        since: Since = "all",
        processed: Path | None = None,
        every: float = 0.5,
    ) -> None:
        self.name = name
        self.problems: list[str] = []
        self.older = 0
        self._folder = folder
        self._place = str(folder)
        self._limits = limits
        self._since = since
        self._processed = processed
        self._every = every
        self._handled: set[str] = set()  # what the latest pass dealt with, so that `wait` knows what is new
        self._looks: dict[str, tuple[int, int]] = {}  # of files that may still be being written

    def fetch(self, ledger: Ledger, now: dt.datetime) -> Iterator[RawMessage | Cursor]:
        self.problems.clear()
        self._handled.clear()
        paths = self._paths()
        cursor = ledger.cursor(self.name, self._place)
        since = cursor.since if cursor else instant(self._since, now)
        known = {sighting.uid for sighting in ledger.seen([self._sighting(uid) for uid in paths])}
        for uid in known:
            self._handled.add(uid)
            self._put_away(paths[uid])
        older = 0
        for entry in _entries({uid: path for uid, path in paths.items() if uid not in known}, self.problems):
            if since and entry.changed_at < since:
                self._handled.add(entry.uid)
                older += 1
            elif self._settled(entry) or now - entry.changed_at >= _SETTLED_AFTER:
                self._handled.add(entry.uid)
                if found := self._read(entry):
                    yield RawMessage(
                        self._sighting(entry.uid), found.content, found.arrived_at, left_out=found.left_out
                    )
        if cursor is None:
            self.older = older
            yield Cursor(self.name, self._place, 0, 0, since)

    def done(self, sighting: Sighting) -> None:
        if self._processed is not None and (path := self._path_of(sighting.uid)):
            self._put_away(path)

    def wait(self, stop: threading.Event, timeout: float) -> None:
        end = time.monotonic() + timeout
        while (left := end - time.monotonic()) > 0 and not stop.wait(min(self._every, left)):
            if self._news():
                return

    def check(self) -> str:
        kind = "a Maildir" if maildir.is_maildir(self._folder) else "a folder of .eml files"
        return f"{self.name}: {self._folder} is {kind}; messages there: {len(self._paths())}"

    def close(self) -> None:
        pass

    def _paths(self) -> dict[str, Path]:
        try:
            if maildir.is_maildir(self._folder):
                return dict(maildir.entries(self._folder))
            with os.scandir(self._folder) as listing:
                return {
                    files.printable(entry.name): self._folder / entry.name
                    for entry in listing
                    if entry.name.endswith(_SUFFIX) and not entry.name.startswith(".")
                }
        except FileNotFoundError as error:
            raise Unreachable(
                f"{self.name}: there is no folder {self._folder}; make it, or correct `folder`"
            ) from error
        except NotADirectoryError as error:
            raise Misconfigured(f"{self.name}: {self._folder} is not a folder; correct `folder`") from error
        except PermissionError as error:
            sentence = f"{self.name}: {self._folder} may not be read by this user; allow it, or correct `folder`"
            raise Misconfigured(sentence) from error
        except OSError as error:
            raise Unreachable(f"{self.name}: {self._folder} cannot be read now: {error.strerror}") from error

    def _path_of(self, uid: str) -> Path | None:
        # Looking through a large folder once for each message put away would take long: mostly it lies by its name.
        by_name = (self._folder / uid, self._folder / "new" / uid, self._folder / "cur" / uid)
        return next((path for path in by_name if path.is_file()), None) or self._paths().get(uid)

    def _settled(self, entry: _Entry) -> bool:
        """Whether nobody is writing the file any more, as far as two looks tell. A first look is remembered."""
        if entry.path.parent != self._folder or not stat.S_ISREG(entry.status.st_mode):
            return True  # a Maildir's files are whole, and what is no file will not become one
        settled = self._looks.get(entry.uid) == entry.look
        self._looks[entry.uid] = entry.look
        return settled

    def _read(self, entry: _Entry) -> files.MessageFile | None:
        """The file, or None when it vanished or is named as a problem."""
        try:
            return files.read(entry.path, self._limits)
        except FileNotFoundError:
            return None
        except OSError as error:
            self.problems.append(f"{self._folder}/{entry.uid}: {_reason(error)}")
            return None

    def _news(self) -> bool:
        """Whether something lies there that the latest pass did not deal with."""
        try:
            paths = self._paths()
        except (Unreachable, Misconfigured):
            return False  # the next pass says what is wrong
        self._looks = {uid: look for uid, look in self._looks.items() if uid in paths}
        new = {uid: path for uid, path in paths.items() if uid not in self._handled}
        looks = [self._settled(entry) for entry in _entries(new, problems=[])]
        return any(looks)

    def _put_away(self, path: Path) -> None:
        if self._processed is not None:
            into = self._processed / "cur" if maildir.is_maildir(self._processed) else self._processed
            try:
                files.move(path, into)
            except Misconfigured as error:
                self.problems.append(f"{self.name}: {error}")

    def _sighting(self, uid: str) -> Sighting:
        return Sighting(self.name, self._place, 0, uid)


def _entries(paths: dict[str, Path], problems: list[str]) -> list[_Entry]:
    """What lies there, oldest first; what cannot even be looked at is a problem."""
    found = []
    for uid, path in paths.items():
        try:
            found.append(_Entry(uid, path, path.lstat()))
        except FileNotFoundError:
            continue
        except OSError as error:
            problems.append(f"{uid}: {_reason(error)}")
    return sorted(found, key=lambda entry: (entry.status.st_mtime_ns, entry.uid))


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "may not be read by this user; allow it, and it is read on the next pass"
    if error.errno in _LINK:
        return "is a link, and links are not followed; put the file itself here"
    return f"cannot be read: {error.strerror}"
