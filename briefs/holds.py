"""What our own entries in a calendar say: a hold for each due date, pencilled until somebody confirms."""

import datetime as dt
import hashlib
import hmac
from dataclasses import dataclass

from briefs.draft import BriefState, BriefValue, days_of
from briefs.findings import DateKind

_PENCILLED = frozenset({BriefState.DRAFT, BriefState.ON_HOLD})
_OVER = frozenset({BriefState.REJECTED, BriefState.CANCELLED, BriefState.CLOSED, BriefState.RELEASED})
_OURS = "inbrief-"


@dataclass(frozen=True, slots=True)
class Hold:
    """A due date of a brief, first to last day. The same date moved keeps its `uid`."""

    uid: str
    title: str
    first: dt.date
    last: dt.date
    firm: bool


@dataclass(frozen=True, slots=True)
class Written:
    """What we last wrote of a hold into a calendar, and what its server calls that state.

    `etag` is "" as long as it is not known whether it arrived. `theirs`: somebody made it their own by changing it.
    """

    hold: Hold
    etag: str = ""
    sequence: int = 0
    theirs: bool = False


def holds_of(
    number: int, title: str, client: str, state: BriefState, values: tuple[BriefValue, ...], key: bytes
) -> tuple[Hold, ...]:
    """The holds a brief should have now; none once it is over, which withdraws those that were there."""
    if state in _OVER:
        return ()
    name = " ".join(": ".join(part for part in (f"Brief {number}", client, title) if part).split())
    return tuple(
        Hold(_uid(number, index, key), name, span.start, span.end, state not in _PENCILLED)
        for index, span in enumerate(days_of(values, DateKind.DUE), 1)
    )


def is_ours(uid: str) -> bool:
    """Whether it looks like an entry of ours; nobody else's is ever touched, and ours are nobody's busy time."""
    return uid.startswith(_OURS)


def feed_key(key: bytes) -> str:
    """What the address of the feed ends in: calendar programs cannot sign in, so whoever knows it may read."""
    return hmac.new(key, b"holds feed", hashlib.sha256).hexdigest()[:40]


def mark_of(hold: Hold, sequence: int, key: bytes) -> str:
    """What an entry of ours bears as long as nobody changed it: a change by hand leaves the mark of what was there."""
    name = " ".join(hold.title.split())  # servers fold lines in ways of their own
    said = "\n".join((hold.uid, name, f"{hold.first}", f"{hold.last}", f"{hold.firm}", f"{sequence}"))
    return hmac.new(key, f"hold mark\n{said}".encode("utf-8", "replace"), hashlib.sha256).hexdigest()[:32]


def _uid(number: int, index: int, key: bytes) -> str:
    """Two houses that write into one calendar do not meet: the key is each one's own (RFC 7986 section 5.3)."""
    mark = hmac.new(key, f"hold {number} {index}".encode(), hashlib.sha256).hexdigest()[:16]
    return f"{_OURS}{number}-{index}-{mark}"
