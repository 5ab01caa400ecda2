"""The story of a message on one page: received, read, answered for, and the mail about it sent.

Transactions are opened here and in `desk` (what people do), nowhere else. Receiving is one short transaction; reading
happens outside any; its outcome is kept in one more. Whatever dies in between is done again and changes nothing.
"""

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

import structlog

from briefs.draft import MessageRole
from briefs.findings import Findings
from briefs.mail import Mail
from briefs.messages import MAX_ATTEMPTS, Cursor, Outcome, Sighting
from briefs.roles import Directory
from briefs.threads import mail_key, request_key
from calendars.question import Answer
from extract.setting import Setting
from inbrief import living
from inbrief.clock import Clock
from inbrief.decide import (
    Changes,
    Decision,
    Known,
    Nothing,
    Opens,
    Supplements,
    changed_values,
    decide,
    drafts_of,
    supplemented_values,
    writer_in_the_house,
)
from inbrief.keeping import note_absence, open_briefs, supplement
from inbrief.known import known_of
from inbrief.late import Reads
from inbrief.letters import Letters, Opened
from inbrief.timing import Timing
from ingest.errors import Unreadable
from ingest.limits import Limits
from ingest.reading import read_message, thread_of
from ingest.settings import Trust
from ingest.source import Source
from notify.channel import Channel
from notify.errors import Misconfigured, Refused, TryAgain
from notify.views import House
from store import briefs, conflicts, messages, outbox
from store.database import Database, Transaction
from store.errors import AlreadyRead, StaleRevision, Unreachable
from store.messages import MessageRow

log = structlog.get_logger()

# Where a process may die, in the order of the story; each is passed between two things that are not one.
CHECKPOINTS = (
    "received",
    "moved",
    "attempt counted",
    "understood",
    "about to keep",
    "kept",
    "claimed",
    "handed over",
    "sent",
)

LOOKS = 10  # how often what a decision rests on may change under it before the try is given up
FORGED = "It came to an address that looks like one of ours for answers, but is none; that says nothing here."
BATCH = 10_000  # messages looked up at once; what is left waits for the next sweep

# How long after a failed try the next one comes; after the last a person is told.
RETRY_AFTER = tuple(dt.timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440))


@dataclass(frozen=True, slots=True)
class Parts:
    """What the story needs, wired by `build`. `checkpoint` is told where the story stands; tests crash there.

    `trust` says by mailbox whose verdict on an author is believed. `intake` is the address that our mail comes from;
    with `reply_tags` answers are asked to a signed form of it. With `holds_feed` due dates can be subscribed to.
    """

    database: Database
    directory: Directory
    house: House
    extractor: Reads
    timing: Timing
    channel: Channel
    limits: Limits
    own_addresses: frozenset[str]
    new_message_id: Callable[[], str]
    clock: Clock
    intake: str
    reply_tags: bool = False
    holds_feed: bool = False
    trust: Mapping[str, Trust] = field(default_factory=dict)
    checkpoint: Callable[[str], None] = lambda _: None

    def letters(self, tx: Transaction, now: dt.datetime) -> Letters:
        answers_to = self.intake if self.reply_tags else ""
        return Letters(tx, self.directory, self.house, self.new_message_id, now, answers_to)


class Service:
    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self._looked = (-1, -1)  # the readings of the calendars at the last two looks

    # Receive: the raw message, its sighting and the cursor; only then is it moved in the mailbox.

    def receive(self, source: Source) -> tuple[messages.ReceivedRow, ...]:
        """Everything not seen in the mailbox before is kept; what was kept, and whether it is new."""
        parts, received = self.parts, []
        for found in source.fetch(StoredLedger(parts.database), parts.clock()):
            with parts.database.transaction() as tx:
                if isinstance(found, Cursor):
                    messages.save_cursor(tx, found, parts.clock())
                    continue
                row = messages.receive(
                    tx,
                    sighting=found.sighting,
                    content=found.content,
                    arrived_at=found.arrived_at,
                    now=parts.clock(),
                    cursor=found.cursor,
                    left_out=found.left_out,
                )
            parts.checkpoint("received")
            source.done(found.sighting)
            parts.checkpoint("moved")
            received.append(row)
        return tuple(received)

    # Read: whose words count, what they ask, whether it works; then all of it in one transaction.

    def read_waiting(self) -> int:
        """Every message that waits is tried once; the number that reached an outcome."""
        with self.parts.database.reading() as tx:
            waiting = messages.waiting(tx, limit=BATCH)
        return sum(self.read(id) for id in waiting)

    def read(self, id: int) -> bool:
        """One try at one message; True when it has its outcome. A message that breaks us never stops the next."""
        try:
            with self.parts.database.transaction() as tx:
                row = messages.start_attempt(tx, id, self.parts.clock())
        except AlreadyRead:
            return False  # a wake-up that was doubled
        self.parts.checkpoint("attempt counted")
        if row.attempts > MAX_ATTEMPTS:
            return self._park(id, f"reading it ended abnormally {MAX_ATTEMPTS} times")
        if row.left_out:
            self._read_head(id, row.arrived_at)
            return self._park(id, row.left_out)
        try:
            return self._read(row)
        except Unreadable as error:
            return self._park(id, str(error))
        except AlreadyRead:
            return True  # another worker was faster
        except Unreachable:
            raise  # the database's trouble, not this message's
        except Exception as error:  # the one place: a bug met by one mail must not stop the others
            log.exception("message could not be read", message=id, attempt=row.attempts)
            if row.attempts >= MAX_ATTEMPTS:
                return self._park(id, f"reading it failed {MAX_ATTEMPTS} times: {type(error).__name__}: {error}")
            return False

    def _read(self, row: MessageRow) -> bool:
        parts, id = self.parts, row.id
        with parts.database.reading() as tx:
            content = messages.content(tx, id)
            earlier = messages.earlier_words(tx, thread_of(content, parts.limits), other_than=id)
        trust = parts.trust.get(row.mailbox)
        mail, findings = self.understand(content, row.arrived_at, earlier, trust)
        if earlier and self._is_copy(id, mail):  # what it repeats is then no history but the mail itself
            mail, findings = self.understand(content, row.arrived_at, trust=trust)
        parts.checkpoint("understood")
        for _ in range(LOOKS):
            with parts.database.reading() as tx:
                known = known_of(tx, mail, id, parts.directory, parts.intake)
            decision = decide(mail, findings, known, parts.directory)
            answers = self.check(mail, findings, decision)
            try:
                self._keep(id, mail, findings, known, decision, answers)
            except (ChangedMeanwhile, StaleRevision):
                continue  # another worker kept a copy, or a person acted, between looking and keeping
            parts.checkpoint("kept")
            return True
        raise ChangedMeanwhile

    def _is_copy(self, id: int, mail: Mail) -> bool:
        with self.parts.database.reading() as tx:
            return bool(messages.same_request(tx, request_key(mail), other_than=id))

    def understand(
        self, content: bytes, arrived_at: dt.datetime, earlier: Sequence[str] = (), trust: Trust | None = None
    ) -> tuple[Mail, Findings]:
        """The mail and what it asks for, with what the directory knows of its client and the thread so far."""
        parts = self.parts
        domains = frozenset(parts.directory.domains)
        mail = read_message(
            content,
            arrived_at,
            limits=parts.limits,
            agency_domains=domains,
            own_addresses=parts.own_addresses,
            earlier=earlier,
            trust=trust,
        )
        client = parts.directory.client_at(mail.client.address if mail.client is not None else None)
        known = Setting(client.country, client.currency, client.time_zone) if client is not None else Setting()
        findings = parts.extractor.read(mail, known)
        return replace(mail, notes=(*mail.notes, *findings.notes)), findings

    def check(self, mail: Mail, findings: Findings, decision: Decision) -> tuple[Answer, ...]:
        """The dates of each brief that the mail proposes against the calendar; nothing proposed, nothing in the way."""
        directory, timing, now, since = self.parts.directory, self.parts.timing, self.parts.clock(), mail.arrived_at
        match decision:
            case Opens(client=client):
                owner = directory.summary_goes_to(writer_in_the_house(mail), client)
                return tuple(
                    timing.check(draft.values, client, owner, since, now, brand=draft.brand_id)
                    for draft in drafts_of(mail, findings, decision, text_id=0)
                )
            case Changes(intent, brief):
                client = directory.client(brief.client_id)
                owner = directory.person(brief.owner_id) or directory.intake_person
                values, brand, number = changed_values(findings, intent, brief, 0), brief.brand_id, brief.job_number
            case Supplements(brief=brief, client=client, values=adds):
                client = client or directory.client(brief.client_id)
                owner = directory.person(brief.owner_id) or directory.intake_person
                values = supplemented_values(findings, brief, text_id=0) if adds else brief.values
                brand, number, since = brief.brand_id, brief.job_number, brief.counted_from
            case Nothing():
                return ()
        return (timing.check(values, client, owner, since, now, brand=brand, number=number),)

    def _keep(
        self, id: int, mail: Mail, findings: Findings, known: Known, decision: Decision, answers: tuple[Answer, ...]
    ) -> None:
        parts, now = self.parts, self.parts.clock()
        if known.forged:
            mail = replace(mail, notes=(*mail.notes, FORGED))
        with parts.database.transaction() as tx:
            text_id = messages.save_reading(
                tx, id, mail, mail_key=mail_key(mail), request_key=request_key(mail), now=now
            )
            if known_of(tx, mail, id, parts.directory, parts.intake) != known:
                raise ChangedMeanwhile
            letters = parts.letters(tx, now)
            match decision:
                case Nothing(outcome, reason, mentions):
                    letters.mention(id, mentions)
                    if outcome is Outcome.AUTOMATIC:
                        letters.bounced(mail)
                        note_absence(tx, id, mail, parts.directory, now)
                    elif outcome is Outcome.DUPLICATE:
                        letters.tell_second_forwarder(mail, mentions)
                    elif outcome is Outcome.ANSWER:
                        letters.point_to_the_page(mail, mentions)
                    messages.finish(tx, id, outcome, reason, now)
                case Opens(intent, _, client, suspected):
                    owner = parts.directory.summary_goes_to(writer_in_the_house(mail), client)
                    drafts = drafts_of(mail, findings, decision, text_id)
                    opened = open_briefs(tx, id, drafts, answers, owner, intent, now)
                    letters.mention(id, suspected, MessageRole.SUSPECTED)
                    letters.summarise(id, mail, *opened)
                    messages.finish(tx, id, Outcome.BRIEF, intent, now, {"rule": findings.intent_rule})
                case Changes(intent, brief):
                    (answer,) = answers
                    values = changed_values(findings, intent, brief, text_id)
                    revision = briefs.propose(
                        tx,
                        brief.brief_id,
                        values,
                        based_on=brief.revision,
                        message_id=id,
                        actor="inbrief",
                        reason=intent,
                        now=now,
                    )
                    told = conflicts.record(tx, brief.brief_id, revision, answer.conflicts, now)
                    letters.summarise(id, mail, Opened(brief.brief_id, answer, told))
                    messages.finish(tx, id, Outcome.CHANGE, intent, now)
                case Supplements(brief):
                    (answer,) = answers
                    revision = supplement(tx, id, decision, findings, text_id, now)
                    told = conflicts.record(tx, brief.brief_id, revision, answer.conflicts, now)
                    if decision.values or told.opened:  # an answer that was understood needs no answer
                        letters.summarise(id, mail, Opened(brief.brief_id, answer, told))
                    messages.finish(tx, id, Outcome.ANSWER, "a colleague's answer, taken into the brief", now)
            parts.checkpoint("about to keep")

    def _read_head(self, id: int, arrived_at: dt.datetime) -> None:
        """Who wrote an oversized message, and its subject, so that people know what to ask for."""
        with self.parts.database.reading() as tx:
            head = messages.content(tx, id)
        try:
            mail = read_message(head, arrived_at, limits=self.parts.limits)
        except Unreadable:
            return  # then its size is all that can be told
        with self.parts.database.transaction() as tx:
            # Keys of their own: what is not there makes it a copy of nothing.
            messages.save_reading(tx, id, mail, mail_key=f"head of {id}", request_key="", now=self.parts.clock())

    def _park(self, id: int, reason: str) -> bool:
        now = self.parts.clock()
        with self.parts.database.transaction() as tx:
            messages.finish(tx, id, Outcome.PARKED, reason, now)
            letters = self.parts.letters(tx, now)
            letters.tell_operator(messages.get(tx, id))
        log.warning("message parked", message=id, reason=reason)
        return True

    # Look again: calendars, tables and the job list change while briefs are under way.

    def recheck(self) -> int:
        """Every brief under way against the calendars as they are now; the number of those it changed."""
        parts, now, reading = self.parts, self.parts.clock(), self.parts.timing.times_read
        if self._looked == (reading, reading):  # twice: a mail that was being read was held against the one before
            return 0
        with parts.database.reading() as tx:
            found = tuple(living.under_way(tx, parts.timing.rules.office.day(now)))
        differing = tuple(living.differing(found, parts.directory, parts.timing, now))
        if differing:
            with parts.database.reading() as tx:
                changed = tuple(living.shown(tx, differing, parts.directory))
            with parts.database.transaction() as tx:
                living.keep(tx, changed, parts.letters(tx, now), now)
        self._looked = (self._looked[1], reading)
        return len(differing)

    # Deliver: a later step over committed rows; the Message-ID is the row's, so a doubled mail is the same mail.

    def deliver(self) -> int:
        """Everything due is handed over once; the number that went out."""
        delivered = 0
        while claimed := self._claim():
            delivered += sum(self._send(row) for row in claimed)
        return delivered

    def _claim(self) -> tuple[outbox.OutgoingRow, ...]:
        with self.parts.database.transaction() as tx:
            claimed = outbox.claim(tx, self.parts.clock())
        self.parts.checkpoint("claimed")
        return claimed

    def _send(self, row: outbox.OutgoingRow) -> bool:
        parts = self.parts
        try:
            parts.channel.send(row.mail, parts.clock())
        except Refused as error:
            self._give_up(row, str(error))
            return False
        except (TryAgain, Misconfigured) as error:
            log.warning("mail not delivered", mail=row.mail.key, reason=str(error), attempt=row.attempts)
            if row.attempts > len(RETRY_AFTER):
                self._give_up(row, str(error))
            else:
                retry_at = parts.clock() + RETRY_AFTER[row.attempts - 1]
                with parts.database.transaction() as tx:
                    outbox.failed(tx, row.id, str(error), parts.clock(), retry_at)
            return False
        parts.checkpoint("handed over")
        with parts.database.transaction() as tx:
            outbox.sent(tx, row.id, parts.clock())
        parts.checkpoint("sent")
        return True

    def _give_up(self, row: outbox.OutgoingRow, reason: str) -> None:
        now = self.parts.clock()
        with self.parts.database.transaction() as tx:
            outbox.failed(tx, row.id, reason, now, None)
            letters = self.parts.letters(tx, now)
            letters.tell_next_person(row, reason)
        log.error("mail failed", mail=row.mail.key, reason=reason)


class ChangedMeanwhile(Exception):
    """What the decision rested on changed before it was kept; nothing was kept."""


@dataclass(frozen=True, slots=True)
class StoredLedger:
    """The store's answer to a source: each question in a short transaction of its own."""

    database: Database

    def cursor(self, mailbox: str, folder: str) -> Cursor | None:
        with self.database.reading() as tx:
            return messages.cursor(tx, mailbox, folder)

    def seen(self, sightings: Collection[Sighting]) -> set[Sighting]:
        with self.database.reading() as tx:
            return messages.seen(tx, sightings)
