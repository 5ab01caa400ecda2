"""The service: watches the mailboxes, reads, sends, schedules, serves the pages, and stops cleanly."""

import datetime as dt
import signal
import socket
import threading
from collections.abc import Callable
from types import FrameType

import structlog
import uvicorn
from apscheduler.schedulers.background import BackgroundScheduler
from fastapi import FastAPI

from briefs.messages import Outcome as MessageOutcome
from calendars.settings import CalendarSettings
from inbrief.build import App
from inbrief.errors import InbriefError
from inbrief.pulse import OK
from inbrief.syncing import Outcome, on_the_network
from ingest.errors import IngestError, Misconfigured
from ingest.source import Source
from store import messages
from store.errors import StoreError

log = structlog.get_logger()

SWEEP = 5  # seconds between looks for what waits without a wake-up (a pipe, a retry, a crash)
HOLDS = 60  # seconds between looks whether our due dates stand as they should in the calendar they are written to
HOLDS_LATE = dt.timedelta(days=1)
WATCH = 300  # seconds a mailbox may be silent before it is looked at anyway
LONGEST_PAUSE = 60  # seconds, at most, before a mailbox that was not read is tried again


class Runner:
    """Threads around the service: one per mailbox, one for reading and sending, the scheduler's, the web server's.

    A wake-up only says that something may be waiting; the rows are the truth, and the sweep finds what was missed.
    """

    def __init__(self, app: App) -> None:
        self.app = app
        self.stop = threading.Event()
        # Late is better than never: APScheduler would skip a job that starts a second late.
        self.scheduler = BackgroundScheduler(
            timezone=app.config.zone,
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )
        self.wanted = threading.Event()
        self.holds_told = ""
        self.holds_stood = app.clock()  # when they last were as they should be
        self.threads = [
            threading.Thread(target=self._watch, args=(source,), name=f"mailbox {source.name}", daemon=True)
            for source in app.sources
        ]
        self.threads.append(threading.Thread(target=self._read_and_send, name="reading", daemon=True))

    def start(self) -> None:
        self.app.timing.refresh(self.app.clock())  # briefs are looked at again once the first fetch had its time
        self.scheduler.add_job(self.wake, "interval", seconds=SWEEP, id="sweep")
        self.scheduler.add_job(self.app.refresh_calendars, "interval", seconds=60, id="calendars")
        for calendar in on_the_network(self.app.config.calendars):
            self.scheduler.add_job(
                self._sync,
                "interval",
                args=[calendar],
                seconds=round(calendar.every),
                jitter=round(calendar.every / 10),
                id=f"calendar {calendar.name}",
                next_run_time=self.app.clock(),
            )
        if self.app.holding.wanted:
            self.scheduler.add_job(self._hold, "interval", seconds=HOLDS, id="holds", next_run_time=self.app.clock())
        self.scheduler.add_job(self._daily_line, "cron", hour=0, minute=5, id="daily line")
        self.scheduler.start()
        self.wake()
        for thread in self.threads:
            thread.start()

    def wake(self) -> None:
        """Read and send now; a wake-up while another waits is the same wake-up."""
        self.wanted.set()

    def close(self) -> None:
        """Finish the message in hand, then stop; what waits is found at the next start."""
        self.stop.set()
        self.app.syncing.stop()
        self.scheduler.shutdown(wait=True)
        self.wake()
        for thread in self.threads:
            thread.join(timeout=10)  # one that hangs in the network holds nothing that could be lost

    def _watch(self, source: Source) -> None:
        told = ""
        while not self.stop.is_set():
            trouble, state = self._look(source)
            if trouble and trouble != told:  # once, not at every look
                log.warning("mailbox not read", mailbox=source.name, reason=trouble)
            told = trouble
            self.app.pulse.failed(f"mailbox {source.name}", state)
            source.wait(self.stop, WATCH if not trouble else LONGEST_PAUSE)  # a source waits longer after a failure

    def _look(self, source: Source) -> tuple[str, str]:
        """One pass over a mailbox: what went wrong, "" when nothing did, and its state in a word or two."""
        try:
            received = self.app.service.receive(source)
        except Misconfigured as error:
            return str(error), "needs mending"
        except IngestError as error:
            return str(error), "not reached"
        except StoreError as error:
            self.stop.wait(LONGEST_PAUSE / 10)
            return str(error), "database not reached"
        except Exception as error:
            # A bug must not end the watch in silence: it is told, and the mail waits where it is.
            log.exception("mailbox watch failed", mailbox=source.name)
            self.stop.wait(LONGEST_PAUSE)
            return str(error) or type(error).__name__, "failed"
        if any(row.new for row in received):
            self.wake()
        if source.older:
            log.info("older mail stays where it is", mailbox=source.name, messages=source.older)
        return "; ".join(source.problems), OK

    def _read_and_send(self) -> None:
        while self.wanted.wait() and not self.stop.is_set():
            self.wanted.clear()
            try:
                self.app.service.read_waiting()
                self.app.service.deliver()
            except StoreError as error:
                log.warning("nothing read or sent", reason=str(error))
                self.app.pulse.failed("reading", "database not reached")
            except Exception:
                # As in a watch: what waits is tried again at the next sweep.
                log.exception("reading or sending failed")
                self.app.pulse.failed("reading", "failed")
            else:
                self.app.pulse.ok("reading")

    def _sync(self, calendar: CalendarSettings) -> None:
        """One calendar's trouble is its own; it is tried again as if there had been none."""
        part = f"calendar {calendar.name}"
        try:
            done = self.app.syncing.sync(calendar)
        except StoreError as error:
            log.warning("calendar not kept", calendar=calendar.name, reason=str(error))
            self.app.pulse.failed(part, "database not reached")
            return
        if done.outcome is Outcome.FAILED:
            if not self.stop.is_set():
                log.warning("calendar not fetched", calendar=calendar.name, reason=done.why)
            # Down for an hour is no matter.
            self.app.pulse.failed(part, OK if done.reliable else "not fetched")
            return
        self.app.pulse.ok(part)
        if done.outcome is Outcome.CHANGED:
            log.info("calendar changed", calendar=calendar.name, entries=done.entries)
            self.scheduler.modify_job("calendars", next_run_time=self.app.clock())

    def _hold(self) -> None:
        """What could not be written is written at a later look; why not is told once."""
        try:
            done = self.app.holding.write()
        except StoreError as error:
            log.warning("holds not written", reason=str(error))
            self.app.pulse.failed("holds", "database not reached")
            return
        if done.why and done.why != self.holds_told and not self.stop.is_set():
            log.warning("holds not written", reason=done.why)
        self.holds_told = done.why
        if not done.why:
            self.holds_stood = self.app.clock()
        # As with calendars that are read: down for an hour is no matter.
        self.app.pulse.failed("holds", OK if self.app.clock() - self.holds_stood < HOLDS_LATE else "not written")
        if done.changed:
            log.info("holds written", written=done.written, moved=done.moved, withdrawn=done.withdrawn)
        for title in done.left_alone:
            log.warning("hold left alone: somebody changed it in the calendar", hold=title)

    def _daily_line(self) -> None:
        """Yesterday's messages, by outcome; the sum is what was received."""
        today = self.app.clock().astimezone(self.app.config.zone).replace(hour=0, minute=0, second=0, microsecond=0)
        with self.app.database.reading() as tx:
            counts = messages.counts(tx, today - dt.timedelta(days=1), today)
        outcomes = {outcome.value: counts[outcome] for outcome in MessageOutcome if counts.get(outcome)}
        log.info("yesterday", received=sum(counts.values()), **outcomes)


def bind(listen: str) -> socket.socket:
    """The pages' socket, bound before anything starts so that a taken port is a sentence and not a half start."""
    host, _, port = listen.rpartition(":")
    try:
        return socket.create_server(
            (host.strip("[]"), int(port)), family=socket.AF_INET6 if "[" in host else socket.AF_INET
        )
    except OSError as error:
        mend = "another inbrief may be running; stop it, or set web.listen to another port"
        raise InbriefError(f"the pages cannot be served on {listen}: {error.strerror or error}; {mend}") from error


def serve(runner: Runner, pages: FastAPI, listener: socket.socket, ready: Callable[[], None]) -> None:
    """Run until SIGINT or SIGTERM. uvicorn hands the signal on to the handler it found, which must not raise."""
    server = uvicorn.Server(
        uvicorn.Config(pages, log_level="warning", access_log=False, server_header=False, lifespan="off")
    )

    def stopping(_signal: int, _frame: FrameType | None) -> None:
        server.should_exit = True

    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, stopping)
    runner.start()
    try:
        ready()
        server.run(sockets=[listener])
    finally:
        runner.close()
        listener.close()
