"""The layout of a Maildir: one file a message, whole as soon as it is in `new` or `cur`."""

import os
from collections.abc import Iterator
from pathlib import Path

from ingest.files import printable


def is_maildir(folder: Path) -> bool:
    return all((folder / part).is_dir() for part in ("cur", "new", "tmp"))


def entries(folder: Path) -> Iterator[tuple[str, Path]]:
    """Each message's unique name and where it lies now.

    A mail program that shows a message moves it from `new` to `cur` and writes flags behind ":2,"; the part before
    stays. `new` is listed first: what moves meanwhile is met twice rather than missed.
    """
    for part in ("new", "cur"):
        with os.scandir(folder / part) as listing:
            for entry in listing:
                if not entry.name.startswith("."):
                    yield printable(entry.name.partition(":2,")[0]), folder / part / entry.name
