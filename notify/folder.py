"""Mail written as .eml files into a folder."""

import datetime as dt
import hashlib
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from briefs.mail import Address
from briefs.outgoing import OutgoingMail
from notify.compose import compose
from notify.errors import Misconfigured, TryAgain

_LONGEST_NAME = 100
_MENDED_BY_A_PERSON = (PermissionError, NotADirectoryError, FileExistsError, IsADirectoryError)


@dataclass(frozen=True, slots=True)
class FolderChannel:
    """One file a mail, there whole or not at all, named by the mail's key: a second try replaces the first."""

    folder: Path
    sender: Address
    name: str = "folder"

    def send(self, mail: OutgoingMail, now: dt.datetime) -> None:
        content = compose(mail, self.sender, now).as_bytes()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            _write_whole(self.folder / file_name(mail.key), content)
        except OSError as error:
            raise self._failed(error) from error

    def check(self) -> str:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self.folder, prefix=".check-"):
                pass
        except OSError as error:
            raise self._failed(error) from error
        return f"mail is written into {self.folder}"

    def close(self) -> None:
        pass

    def _failed(self, error: OSError) -> Misconfigured | TryAgain:
        kind = Misconfigured if isinstance(error, _MENDED_BY_A_PERSON) else TryAgain
        return kind(f"{self.folder}: {error.strerror or error}")


def file_name(key: str) -> str:
    """`summary:17:1` is `summary-17-1.eml`; keys that would share a name, or hide, get a hash of their own."""
    plain = re.sub(r"[^A-Za-z0-9_]+", "-", key)[:_LONGEST_NAME].strip("-")
    if plain and plain == key.replace(":", "-") and "-" not in key:
        return f"{plain}.eml"
    return f"{plain or 'mail'}-{hashlib.sha256(key.encode()).hexdigest()[:12]}.eml"


def _write_whole(path: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
