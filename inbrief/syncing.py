"""Calendars on the network: fetched in the background, their last good copies kept in the store."""

import datetime as dt
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from briefs.credentials import Auth, Credentials
from calendars.errors import NotFetched
from calendars.settings import CalendarSettings
from calendars.sources import dav, feed
from calendars.sources.guard import Guard, Limits, host_of
from calendars.sources.kept import Copy, Kept, as_stream, changes
from inbrief.clock import Clock
from inbrief.config import Config
from store import calendars as rows
from store.database import Database

# Asked for the first time, a server may have to read thousands of files before it says anything.
_OF_A_SERVER = Limits(seconds=300, silence=90)


class Outcome(StrEnum):
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Synced:
    """What one look at a calendar brought. `entries`: how many changed, went or came.

    `reliable`: whether there is a copy young enough to check against, fetched now or before.
    """

    calendar: str
    outcome: Outcome
    entries: int = 0
    why: str = ""
    reliable: bool = True

    @property
    def sentence(self) -> str:
        match self.outcome:
            case Outcome.UNCHANGED:
                return f"calendar {self.calendar}: unchanged"
            case Outcome.CHANGED:
                return f"calendar {self.calendar}: changed {self.entries} {'entry' if self.entries == 1 else 'entries'}"
            case Outcome.FAILED:
                return f"calendar {self.calendar}: failed: {self.why}"


class Syncing:
    """Looks at calendars one by one, each under a guard of its own; `stop` ends the looks that are under way."""

    def __init__(
        self, database: Database, secrets: Mapping[Auth, Credentials], clock: Clock, limits: Limits | None = None
    ) -> None:
        self._database, self._secrets, self._clock = database, secrets, clock
        self._limits = limits
        self._guards: set[Guard] = set()
        self._lock = threading.Lock()
        self._stopped = False

    def sync(self, calendar: CalendarSettings) -> Synced:
        """Fetch what is new and keep it. No transaction is open while the network is waited for."""
        with self._database.reading() as tx:
            row = rows.latest_snapshot(tx, calendar.name)
            kept = _kept(row, rows.latest_body(tx, calendar.name))
        try:
            now = self.fetch(calendar, kept)
        except NotFetched as problem:
            with self._database.transaction() as tx:
                rows.not_reached(tx, calendar.name, str(problem))
            oldest = self._clock() - dt.timedelta(hours=calendar.max_age_hours)
            reliable = row is not None and row.checked_at >= oldest
            return Synced(calendar.name, Outcome.FAILED, why=str(problem), reliable=reliable)
        with self._database.transaction() as tx:
            rows.save_snapshot(tx, calendar.name, now.body, etag=now.etag, sync_token=now.sync_token, now=self._clock())
        count = changes(kept.body if kept else None, now.body, resources=calendar.caldav is not None)
        return Synced(calendar.name, Outcome.CHANGED if count or kept is None else Outcome.UNCHANGED, count)

    def fetch(self, calendar: CalendarSettings, kept: Kept | None = None) -> Kept:
        """The calendar as its server has it now; raises `NotFetched` with a sentence naming the host."""
        address = calendar.address
        assert address is not None  # noqa: S101  # asked for calendars on the network only
        source = feed.fetch if calendar.caldav is None else dav.fetch
        limits = self._limits or (Limits() if calendar.caldav is None else _OF_A_SERVER)
        with self.guarded(address, allow_private=calendar.allow_private, limits=limits) as guard:
            return source(guard, address, kept, self.credentials(calendar.auth))

    def credentials(self, auth: Auth | None) -> Credentials | None:
        return None if auth is None else self._secrets[auth]

    @contextmanager
    def guarded(self, address: str, *, allow_private: bool, limits: Limits) -> Iterator[Guard]:
        """A guard that `stop` cuts; what goes wrong under it is a `NotFetched` that names the host."""
        try:
            with Guard(address, allow_private=allow_private, limits=limits) as guard:
                with self._lock:
                    self._guards.add(guard)
                    if self._stopped:
                        guard.cut()
                try:
                    yield guard
                finally:
                    with self._lock:
                        self._guards.discard(guard)
        except NotFetched as problem:
            raise NotFetched(f"{host_of(address)}: {problem}") from problem

    def stop(self) -> None:
        with self._lock:
            self._stopped = True
            for guard in self._guards:
                guard.cut()


def _kept(row: rows.SnapshotRow | None, body: bytes | None) -> Kept | None:
    return None if row is None or body is None else Kept(body, row.etag, row.sync_token)


def on_the_network(calendars: Sequence[CalendarSettings]) -> tuple[CalendarSettings, ...]:
    return tuple(one for one in calendars if one.address is not None)


def copies(database: Database, calendars: Sequence[CalendarSettings]) -> dict[str, Copy]:
    """The last good copies; the bodies are read only when asked for, since most looks find them unchanged."""
    found = {}
    with database.reading() as tx:
        for one in on_the_network(calendars):
            row = rows.latest_snapshot(tx, one.name)
            if row is not None:
                found[one.name] = Copy(row.checked_at, row.body_sha256, partial(_body, database, one), row.problem)
    return found


@contextmanager
def kept_copies(config: Config | None) -> Iterator[Mapping[str, Copy]]:
    """The last good copies for a command; no database is needed where no calendar lies on the network."""
    if config is None or not on_the_network(config.calendars):
        yield {}
        return
    with closing(Database(config.database)) as database:
        database.check()
        yield copies(database, config.calendars)


def _body(database: Database, calendar: CalendarSettings) -> bytes:
    with database.reading() as tx:
        body = rows.latest_body(tx, calendar.name) or b""
    return stream_of(calendar, body)


def stream_of(calendar: CalendarSettings, body: bytes) -> bytes:
    """What is kept of a calendar, as iCalendar."""
    return body if calendar.caldav is None else as_stream(body)
