"""Our due dates in somebody's calendar: what should be there, and the differences written in the background."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from briefs.holds import Hold, Written, holds_of
from briefs.states import ENDED
from calendars.errors import CalendarsError, NotTaken
from calendars.holds_difference import Difference, difference
from calendars.settings import HoldsSettings
from calendars.sources.guard import Limits
from calendars.sources.holds import HoldsCalendar
from inbrief.clock import Clock
from inbrief.syncing import Syncing
from store import briefs
from store import holds as rows
from store.database import Database, Transaction
from store.own_keys import known_key, own_key

_KEY = "holds"
_LIMITS = Limits(redirects=0)  # what we write is for the server of the settings and for no other


@dataclass(frozen=True, slots=True)
class Held:
    """What one look brought: how many holds were written, changed and withdrawn.

    `left_alone` are the titles of those that somebody made their own since the last look; `why` is what went wrong.
    """

    written: int = 0
    moved: int = 0
    withdrawn: int = 0
    left_alone: tuple[str, ...] = ()
    why: str = ""

    @property
    def changed(self) -> bool:
        return bool(self.written or self.moved or self.withdrawn or self.left_alone)

    @property
    def sentence(self) -> str:
        parts = []
        if self.written or self.moved or self.withdrawn:
            parts.append(f"written {self.written}, moved {self.moved}, withdrawn {self.withdrawn}")
        if self.left_alone:
            parts.append(f"left alone, since somebody changed them there: {'; '.join(self.left_alone)}")
        if self.why:
            parts.append(f"failed: {self.why}")
        return f"holds: {', '.join(parts) or 'unchanged'}"


def holds_key(database: Database) -> bytes:
    """What uids, marks and the feed's address are made with; a look at it locks nothing once it is there."""
    with database.reading() as tx:
        key = known_key(tx, _KEY)
    if key is None:
        with database.transaction() as tx:
            key = own_key(tx, _KEY)
    return key


def standing(tx: Transaction, key: bytes) -> list[Hold]:
    """The holds of all briefs that have not ended."""
    return [
        hold
        for row in briefs.list_briefs(tx)
        if row.state not in ENDED
        for hold in holds_of(row.number, row.title, row.client_name, row.state, briefs.values(tx, row.id), key)
    ]


class Holding:
    """Keeps a calendar as the briefs have it; only what differs from what was last written is sent."""

    def __init__(self, database: Database, settings: HoldsSettings, syncing: Syncing, clock: Clock) -> None:
        self._database, self._settings, self._syncing, self._clock = database, settings, syncing, clock

    @property
    def wanted(self) -> bool:
        return self._settings.caldav is not None

    def check(self) -> None:
        """Ask the server without writing; raises `CalendarsError` with a sentence."""
        with self._guarded(b"") as calendar:
            calendar.check()

    def write(self) -> Held:
        """Send what differs. No transaction is open while the network is waited for."""
        url = self._settings.caldav
        if url is None:
            return Held()
        key = holds_key(self._database)
        with self._database.reading() as tx:
            todo = difference(standing(tx, key), rows.written(tx, url))
        if not todo:
            return Held()
        with self._database.transaction() as tx:
            for hold in todo.new:  # before it is sent: whatever a crash leaves behind is known to be looked for
                rows.keep(tx, url, Written(hold))
        one = _Look(self._database, url, self._clock)
        try:
            with self._guarded(key) as calendar:
                one.send(calendar, todo)
        except CalendarsError as problem:
            one.why = str(problem)
        return Held(one.written, one.moved, one.withdrawn, tuple(one.left_alone), one.why)

    @contextmanager
    def _guarded(self, key: bytes) -> Iterator[HoldsCalendar]:
        url = self._settings.caldav
        assert url is not None  # noqa: S101  # asked for where there is one
        private = self._settings.allow_private
        with self._syncing.guarded(url, allow_private=private, limits=_LIMITS) as guard:
            yield HoldsCalendar(guard, url, self._syncing.credentials(self._settings.auth), key)


class _Look:
    """One look at the calendar. Each entry is noted down once it is written, so that a failure leaves the rest true."""

    def __init__(self, database: Database, url: str, clock: Clock) -> None:
        self._database, self._url, self._clock = database, url, clock
        self.written = self.moved = self.withdrawn = 0
        self.left_alone: list[str] = []
        self.why = ""

    def send(self, calendar: HoldsCalendar, todo: Difference) -> None:
        for written in todo.gone:
            try:
                stays = not calendar.withdraw(written)
            except NotTaken as problem:
                self._not_taken(written.hold, problem)
                continue
            if stays:
                self._note(replace(written, theirs=True))
            else:
                with self._database.transaction() as tx:
                    rows.forget(tx, self._url, written.hold.uid)
                self.withdrawn += 1
        for hold, before in (*((hold, None) for hold in todo.new), *todo.changed):
            try:
                now = calendar.put(hold, before, self._clock())
            except NotTaken as problem:
                self._not_taken(hold, problem)
                continue
            self._note(now)
            if not now.theirs:
                self.written += before is None
                self.moved += before is not None

    def _note(self, now: Written) -> None:
        with self._database.transaction() as tx:
            rows.keep(tx, self._url, now)
        if now.theirs:
            self.left_alone.append(now.hold.title)

    def _not_taken(self, hold: Hold, problem: NotTaken) -> None:
        self.why = self.why or f"{hold.title}: {problem}"
