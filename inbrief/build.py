"""Wiring: from the settings to the parts that work, and everything closed again at the end."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from email.utils import make_msgid
from functools import partial
from pathlib import Path

from briefs.credentials import Auth, Credentials
from briefs.roles import Directory
from inbrief import demo
from inbrief.clock import Clock, system_clock
from inbrief.config import Config
from inbrief.config_file import own_words_of, read_config
from inbrief.desk import Desk
from inbrief.errors import BadConfig, Problem
from inbrief.holding import Holding
from inbrief.late import LateExtractor, Reads
from inbrief.pulse import Pulse
from inbrief.running_jobs import KeptJobs
from inbrief.service import Parts, Service
from inbrief.syncing import Syncing, copies
from inbrief.timing import Timing
from ingest.folder import FolderSource
from ingest.imap import ImapSource
from ingest.limits import Limits
from ingest.settings import MailboxSettings
from ingest.source import Source
from notify.channel import Channel
from notify.folder import FolderChannel
from notify.headers import parse_sender
from notify.language import Language, language
from notify.settings import OutgoingSettings
from notify.smtp import SmtpChannel
from notify.views import House
from store import directory as directories
from store.database import Database


@dataclass(frozen=True, slots=True)
class App:
    """Everything a command may need, wired. `path` is where the settings were read from."""

    path: Path
    config: Config
    directory: Directory
    database: Database
    sources: tuple[Source, ...]
    channel: Channel
    timing: Timing
    service: Service
    desk: Desk
    pulse: Pulse
    clock: Clock
    syncing: Syncing
    holding: Holding

    @property
    def language(self) -> Language:
        return language(self.config.agency.country, self.config.agency.time_zone, self.clock().date())

    def refresh_calendars(self) -> None:
        """Read what changed of the calendars, and look again at the briefs under way."""
        self.timing.refresh(self.clock())
        self.service.recheck()


@contextmanager
def open_app(
    path: Path,
    *,
    upgrade: bool = False,
    clock: Clock = system_clock,
    checkpoint: Callable[[str], None] = lambda _: None,
    extractor: Reads | None = None,
) -> Iterator[App]:
    """Read the settings and wire the parts; what has to be closed is closed at the end.

    With `upgrade` the database is brought to this version's shape first and the demo's samples are laid out; without,
    a database of another version is refused with the command that mends it. An `extractor` that is loaded already
    reads in place of one with the settings' own vocabulary.
    """
    config = read_config(path)
    secrets = secrets_of(config, path)
    with ExitStack() as opened:
        database = opened.enter_context(closing(Database(config.database)))
        if upgrade:
            _lay_out_samples(config, clock)
            database.upgrade()
            with database.transaction() as tx:
                directories.seed(tx, config.directory, clock())
        database.check()
        with database.reading() as tx:
            directory = directories.directory(tx, config.directory)
        sender = parse_sender(config.outgoing.sender)
        domain = sender.domain
        timing = Timing(
            config.calendars,
            directory,
            config.rules,
            config.agency.closures,
            offices=config.offices,
            copies=partial(copies, database, config.calendars),
            jobs=KeptJobs(database, config.capacity.list_days),
        )
        channel = opened.enter_context(closing(channel_of(config.outgoing, secrets)))
        parts = Parts(
            database=database,
            directory=directory,
            house=House(config.agency.name, config.agency.country, config.agency.time_zone, config.web.base_url),
            extractor=LateExtractor(own_words_of(config)) if extractor is None else extractor,
            timing=timing,
            channel=channel,
            limits=config.limits.of_a_message,
            own_addresses=frozenset({sender.address}),
            new_message_id=lambda: make_msgid(domain=domain),
            clock=clock,
            intake=sender.address,
            reply_tags=config.outgoing.reply_tag,
            holds_feed=config.holds.feed,
            trust={mailbox.name: mailbox.trust for mailbox in config.mailboxes if mailbox.trust is not None},
            checkpoint=checkpoint,
        )
        sources = tuple(
            opened.enter_context(closing(source_of(mailbox, parts.limits, secrets))) for mailbox in config.mailboxes
        )
        pulse, syncing = Pulse(), Syncing(database, secrets, clock)
        service, desk = Service(parts), Desk(parts, pulse)
        yield App(
            path,
            config,
            directory,
            database,
            sources,
            channel,
            timing,
            service,
            desk,
            pulse,
            clock,
            syncing,
            Holding(database, config.holds, syncing, clock),
        )


def _lay_out_samples(config: Config, clock: Clock) -> None:
    mailbox, calendar = config.mailboxes[0].folder, config.calendars[0].file if config.calendars else None
    if config.samples is not None and mailbox is not None and calendar is not None:
        demo.prepare(
            mails=config.samples.mails,
            calendar=config.samples.calendar,
            mails_into=mailbox,
            calendar_into=calendar,
            now=clock(),
            zone=config.zone,
        )


Secrets = dict[Auth, Credentials]


def secrets_of(config: Config, path: Path) -> Secrets:
    """Every password the settings name, or all that are missing at once."""
    places = [
        (f"mailboxes[{index}].imap.auth", box.imap.auth) for index, box in enumerate(config.mailboxes) if box.imap
    ]
    if config.outgoing.smtp is not None and config.outgoing.smtp.auth is not None:
        places.append(("outgoing.smtp.auth", config.outgoing.smtp.auth))
    places += [(f"calendars[{index}].auth", one.auth) for index, one in enumerate(config.calendars) if one.auth]
    if config.holds.auth is not None:
        places.append(("holds.auth", config.holds.auth))
    found, problems = {}, []
    for place, auth in places:
        try:
            found[auth] = Credentials(auth.user, secret(auth.password_env, auth.password_file))
        except ValueError as error:
            problems.append(Problem(f"{path.name}: {place}", str(error)))
    if problems:
        raise BadConfig(tuple(problems))
    return found


def pages_secret(config: Config, path: Path) -> str:
    """What sessions are sealed with; the demo needs none."""
    if config.web.demo:
        return ""
    try:
        return secret(config.web.secret_env, None)
    except ValueError as error:
        raise BadConfig((Problem(f"{path.name}: web.secret_env", str(error)),)) from error


def secret(env: str | None, file: str | None) -> str:
    """The secret itself, from where the settings say it is; ValueError says what is missing there."""
    if (env is None) == (file is None):
        raise ValueError("name the secret once: password_env or password_file")
    if env is not None:
        if not os.environ.get(env):
            raise ValueError(f"the environment variable {env} is not set")
        return os.environ[env]
    try:
        return Path(str(file)).read_text(encoding="utf-8").rstrip("\r\n")
    except OSError as error:
        raise ValueError(f"{file} cannot be read: {error.strerror}") from error


def source_of(mailbox: MailboxSettings, limits: Limits, secrets: Secrets) -> Source:
    if mailbox.imap is None:
        assert mailbox.folder is not None  # noqa: S101  # the settings hold one of the two
        return FolderSource(
            mailbox.name,
            mailbox.folder,
            limits,
            since=mailbox.since,
            processed=mailbox.processed,
            every=mailbox.every or 0.5,
        )
    return ImapSource(
        mailbox.name,
        mailbox.imap,
        secrets[mailbox.imap.auth],
        limits,
        since=mailbox.since,
        every=mailbox.every or 60.0,
    )


def channel_of(outgoing: OutgoingSettings, secrets: Secrets) -> Channel:
    sender = parse_sender(outgoing.sender)
    if outgoing.smtp is None:
        assert outgoing.folder is not None  # noqa: S101  # the settings hold one of the two
        return FolderChannel(outgoing.folder, sender)
    auth = outgoing.smtp.auth
    return SmtpChannel(outgoing.smtp, sender, secrets[auth] if auth is not None else None)
