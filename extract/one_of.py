"""Many names as one pattern, in which `re` finds out by a first letter that most of them do not stand here."""

import re
from collections.abc import Iterable


def one_of(names: Iterable[str]) -> str:
    """Any of the names, the longest that fits: "may|march" is "m(?:arch|ay)"."""
    behind: dict[str, list[str]] = {}  # each first letter
    for name in sorted(names, key=len, reverse=True):
        behind.setdefault(name[0], []).append(re.escape(name[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in behind.items())
