"""Where a pass over a folder begins, decided from what is remembered of it."""

import datetime as dt
from dataclasses import dataclass

from briefs.messages import Cursor
from ingest.source import Since


@dataclass(frozen=True, slots=True)
class Course:
    """The pass to make: the UIDs above `after`.

    On known ground each message moves the folder's cursor. On unknown ground (first contact, UIDs that started over)
    what arrived before `since` is passed over, and only the end of the pass sets the cursor: were it moved message by
    message, a crash half-way would forget `since` for the rest.
    """

    after: int
    known: bool
    since: dt.datetime | None

    def wants(self, arrived_at: dt.datetime) -> bool:
        # Servers keep whole seconds: mail of the second of first contact is new.
        return self.known or self.since is None or arrived_at >= self.since.replace(microsecond=0)


def plan(cursor: Cursor | None, uid_validity: int, highest: int, first: Since, now: dt.datetime) -> Course:
    """What to fetch of a folder whose UIDs go up to `highest` under `uid_validity`."""
    if cursor is None:
        return Course(after=highest if first == "now" else 0, known=False, since=instant(first, now))
    if cursor.uid_validity != uid_validity:
        return Course(after=0, known=False, since=cursor.since)
    return Course(after=cursor.last_uid, known=True, since=cursor.since)


def instant(first: Since, now: dt.datetime) -> dt.datetime | None:
    """The setting `since` as an instant; None for "all"."""
    if isinstance(first, dt.datetime):
        return first
    return now if first == "now" else None
