"""What people do: sign in, confirm, correct, reject, retry. Each names who acts and the revision they saw."""

import datetime as dt
import hashlib
import re
import secrets
from collections.abc import Mapping
from dataclasses import replace

from briefs.draft import BriefState, BriefValue
from briefs.findings import Intent
from briefs.holds import feed_key
from briefs.mail import Address
from briefs.roles import MAY_ACCEPT, MAY_CONFIRM, Directory, Person
from briefs.states import ENDED
from calendars.holds_file import holds_file
from calendars.job_list import ReadList, changes, with_the_unread
from calendars.question import Answer
from inbrief.counting import counted_from
from inbrief.errors import Refused
from inbrief.holding import holds_key, standing
from inbrief.pulse import OK, Pulse
from inbrief.running_jobs import JobImport
from inbrief.service import Parts
from inbrief.views import answered, brief_view, files_of, history, mail_text, mail_texts, owner_of, people_of
from inbrief.web.links import sign_in_link
from inbrief.web.service import CalendarState, CalendarStates, Contacts, HistoryLine, HoldsFeed, MailText, MessageView
from notify.clashes import acceptable
from notify.language import Language, language
from notify.sign_in import sign_in
from notify.views import BriefView, Envelope, House, Sibling
from store import actions, blobs, briefs, conflicts, jobs, messages, outbox, sessions
from store.briefs import BriefRow
from store.errors import NoSuch, StoreError
from store.messages import MessageRow

LINK_LASTS = dt.timedelta(minutes=30)
LINK_AGAIN = dt.timedelta(minutes=2)
SESSION_LASTS = dt.timedelta(days=14)
_ADDRESS = re.compile(r"[^\s@<>,;\"]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+")


class Desk:
    """The agency's side of the service: transactions for what people do are opened here and nowhere else.

    Acting on a brief raises store.errors.StaleRevision where a newer revision stands than the one seen, and
    briefs.states.IllegalMove where the brief has ended; nothing is changed then.
    """

    def __init__(self, parts: Parts, pulse: Pulse) -> None:
        self.parts = parts
        self.pulse = pulse

    # Who acts

    def actor(self, address: str) -> Person:
        """The person at an address, as the command line's --as names them."""
        person = self.parts.directory.person_at(address.strip().lower())
        if person is None:
            raise Refused(f"{address} is nobody in the directory; people stand in the settings under `people`")
        return person

    def request_link(self, address: str, then: str = "/") -> None:
        """Mail a single-use link to somebody of the directory; for anybody else nothing happens, unseen.

        `then` is the path to show after signing in.
        """
        person = self.parts.directory.person_at(address.strip().lower())
        if person is None:
            return
        token, now = secrets.token_urlsafe(32), self.parts.clock()
        link, expires_at = sign_in_link(self.parts.house.base_url, token, then), now + LINK_LASTS
        # The key lets one mail through in a while: asking on does not fill anybody's inbox.
        key = f"sign_in:{person.id}:{int(now.timestamp() // LINK_AGAIN.total_seconds())}"
        mail = sign_in(link, expires_at, Envelope(person, key, self.parts.new_message_id()), self.parts.house, now)
        with self.parts.database.transaction() as tx:
            if outbox.queue(tx, mail, brief_id=None, now=now):
                sessions.create_link(tx, _hash(token), person.id, None, expires_at, now)

    def open_session(self, link_token: str) -> str | None:
        """The token of a new session for a link that is used for the first time and in time, else None."""
        token, now = secrets.token_urlsafe(32), self.parts.clock()
        with self.parts.database.transaction() as tx:
            person_id = sessions.use_link(tx, _hash(link_token), now)
            if person_id is None:
                return None
            sessions.create_session(tx, _hash(token), person_id, now + SESSION_LASTS, now)
        return token

    def person_of(self, session_token: str) -> Person | None:
        with self.parts.database.reading() as tx:
            person_id = sessions.session_person(tx, _hash(session_token), self.parts.clock())
        return self.parts.directory.person(person_id)

    def close_session(self, session_token: str) -> None:
        with self.parts.database.transaction() as tx:
            sessions.end_session(tx, _hash(session_token), self.parts.clock())

    # What they see

    def briefs(self) -> tuple[BriefView, ...]:
        """All briefs, the newest first."""
        with self.parts.database.reading() as tx:
            rows = briefs.list_briefs(tx)
            return tuple(brief_view(tx, row.id, self.parts.directory) for row in reversed(rows))

    def brief(self, number: int, revision: int | None = None) -> BriefView:
        """Raises store.errors.NoSuch for a number or a revision that is none."""
        with self.parts.database.reading() as tx:
            row = briefs.by_number(tx, number)
            view = brief_view(tx, row.id, self.parts.directory, revision)
        return view if row.state in ENDED else answered(view, self._checked(row, view.values))

    def why(self, number: int) -> tuple[BriefView, Answer]:
        """A brief held against the calendars as they are now, with the arithmetic; raises store.errors.NoSuch."""
        with self.parts.database.reading() as tx:
            row = briefs.by_number(tx, number)
            view = brief_view(tx, row.id, self.parts.directory)
        answer = self._checked(row, view.values)
        return answered(view, answer), answer

    def mails(self, number: int) -> tuple[MailText, ...]:
        """The mails behind a brief, the oldest first."""
        with self.parts.database.reading() as tx:
            return mail_texts(tx, briefs.by_number(tx, number).id)

    def history(self, number: int) -> tuple[HistoryLine, ...]:
        with self.parts.database.reading() as tx:
            return history(tx, briefs.by_number(tx, number).id, self.parts.directory, self._language)

    @property
    def house(self) -> House:
        return self.parts.house

    def people(self) -> tuple[Person, ...]:
        """Whom the demo may act as: the intake owner first."""
        directory = self.parts.directory
        others = (person for person in directory.people if person.active and person != directory.intake_person)
        return (directory.intake_person, *others)

    def jobs(self) -> tuple[str, ...]:
        """The ids of the kinds of job, in the order to choose from."""
        return tuple(self.parts.timing.rules.jobs)

    def calendars(self) -> CalendarStates:
        known = self.parts.timing.snapshot(self.parts.clock())
        failed = {one.calendar: one for one in known.failed}
        read = (CalendarState(one.name, one.as_of) for one in known.calendars if one.name not in failed)
        unread = (CalendarState(one.calendar, one.last_good, one.sentence) for one in known.failed)
        return CalendarStates((*unread, *read), (*known.unmatched, *known.unread))

    def holds_feed(self) -> HoldsFeed | None:
        """Every due date as a calendar to subscribe to; None where the settings offer none."""
        if not self.parts.holds_feed:
            return None
        key = holds_key(self.parts.database)
        with self.parts.database.reading() as tx:
            holds = standing(tx, key)
        return HoldsFeed(feed_key(key), holds_file(holds, self.parts.clock(), self.parts.house.name))

    def import_jobs(self, read: ReadList, as_of: dt.datetime, *, keep: bool) -> JobImport:
        """What the agency's list as of then changes in the one before; in force from here on if it is to be kept."""
        with self.parts.database.transaction() as tx:
            before = jobs.running(tx)
            listed = with_the_unread(read, before)
            if keep:
                jobs.replace(tx, listed, as_of=as_of, now=self.parts.clock())
        return JobImport(as_of, listed, changes(before, listed))

    def health(self) -> Mapping[str, str]:
        """Parts and their state in a word: "ok" for each when all is well."""
        states = dict(self.pulse.states())
        try:
            self.parts.database.check()
        except StoreError:
            states["database"] = "not reached"
        else:
            states["database"] = OK
        failed = self.parts.timing.snapshot(self.parts.clock()).failed
        return states | {"calendars": "not read" if failed else OK}

    def messages(self) -> tuple[MessageRow, ...]:
        """Every message and its outcome, the newest first."""
        with self.parts.database.reading() as tx:
            return tuple(reversed(messages.list_messages(tx)))

    def message(self, id: int) -> MessageView:
        """Raises store.errors.NoSuch."""
        with self.parts.database.reading() as tx:
            row = messages.get(tx, id)
            titled = tuple(Sibling(one.number, one.title) for one in briefs.by_numbers(tx, row.brief_numbers, ()))
            return MessageView(row, mail_text(tx, row), files_of(tx, id), titled)

    def file(self, message_id: int, sha256: str) -> bytes:
        """Only what that message holds; raises store.errors.NoSuch, and Purged once its time is over."""
        with self.parts.database.reading() as tx:
            if all(file.sha256 != sha256 for file in messages.attachments(tx, message_id)):
                raise NoSuch("file", sha256)
            return blobs.content(tx, sha256)

    def original(self, message_id: int) -> bytes:
        """The message as it arrived; raises store.errors.NoSuch, and Purged once its time is over."""
        with self.parts.database.reading() as tx:
            return messages.content(tx, message_id)

    def contacts(self) -> tuple[Contacts, ...]:
        """Active clients, each with its addresses of the settings and those that briefs of it came from."""
        with self.parts.database.reading() as tx:
            rows = briefs.list_briefs(tx)
        known = [client for client in self.parts.directory.clients if client.active]
        return tuple(Contacts(client.name, people_of(client, rows)) for client in known)

    # What they do

    def confirm(self, number: int, seen: int, actor: Person) -> None:
        """The revision is what the agency works to; confirming that a client calls the job off cancels it."""
        now = self.parts.clock()
        _must_be_account_side(actor)
        with self.parts.database.transaction() as tx:
            brief = briefs.by_number(tx, number)
            view = brief_view(tx, brief.id, self.parts.directory, seen)
            briefs.confirm(tx, brief.id, seen, actor=actor.id, now=now)
            if view.intent is Intent.CANCEL:
                why = "called off by the client"
                briefs.set_state(tx, brief.id, BriefState.CANCELLED, revision=seen, actor=actor.id, reason=why, now=now)
            actions.record(tx, actor.id, "brief.confirm", brief.id, {"revision": seen}, now)

    def reject(self, number: int, seen: int, actor: Person, reason: str) -> None:
        """The revision is declined with a reason; a brief of which nothing was confirmed ends with it."""
        if not reason.strip():
            raise Refused("say in a few words why; whoever asks later will want to know")
        _must_be_account_side(actor)
        now = self.parts.clock()
        with self.parts.database.transaction() as tx:
            brief = briefs.by_number(tx, number)
            briefs.reject(tx, brief.id, seen, actor=actor.id, reason=reason.strip(), now=now)
            actions.record(tx, actor.id, "brief.reject", brief.id, {"revision": seen, "reason": reason.strip()}, now)

    def correct(self, number: int, seen: int, actor: Person, values: tuple[BriefValue, ...]) -> int:
        """A new proposed revision with these values, held against the calendar again; its number."""
        now = self.parts.clock()
        _must_be_account_side(actor)
        with self.parts.database.reading() as tx:
            brief = briefs.by_number(tx, number)
        answer = self._checked(brief, values)
        with self.parts.database.transaction() as tx:
            revision = briefs.propose(
                tx, brief.id, values, based_on=seen, message_id=None, actor=actor.id, reason="corrected", now=now
            )
            told = conflicts.record(tx, brief.id, revision, answer.conflicts, now)
            actions.record(tx, actor.id, "brief.correct", brief.id, {"revision": revision}, now)
            letters = self.parts.letters(tx, now)
            view = answered(brief_view(tx, brief.id, self.parts.directory), answer)
            letters.alert_traffic(view, brief.id, told, besides=actor)
        return revision

    def name_client(self, number: int, seen: int, person: Person, address: str) -> int:
        """Who asked, where the mail did not tell: a new revision whose client that is; its number."""
        now, directory = self.parts.clock(), self.parts.directory
        _must_be_account_side(person)
        contact = _outside(address, directory)
        client = directory.client_at(contact.address)
        with self.parts.database.reading() as tx:
            brief = briefs.by_number(tx, number)
            values = briefs.values(tx, brief.id)
        answer = self._checked(replace(brief, client_id=client.id if client is not None else None), values)
        with self.parts.database.transaction() as tx:
            revision = briefs.name_client(
                tx, brief.id, contact, client, based_on=seen, message_id=None, actor=person.id, now=now
            )
            told = conflicts.record(tx, brief.id, revision, answer.conflicts, now)
            actions.record(
                tx, person.id, "brief.name_client", brief.id, {"revision": revision, "address": address}, now
            )
            letters = self.parts.letters(tx, now)
            view = answered(brief_view(tx, brief.id, directory), answer)
            letters.alert_traffic(view, brief.id, told, besides=person)
        return revision

    def accept(self, number: int, seen: int, actor: Person, key: str, why: str) -> None:
        """Somebody lives with the clash of that key: it stands in nobody's way any more, and nobody is told again."""
        why, now = " ".join(why.split()), self.parts.clock()
        if not why:
            raise Refused("say in a few words why; whoever asks later will want to know")
        if not actor.roles & MAY_ACCEPT:
            raise Refused(f"{actor.name} is neither on the account side nor traffic; they accept scheduling conflicts")
        with self.parts.database.transaction() as tx:
            brief = briefs.by_number(tx, number)
            briefs.as_seen(tx, brief.id, seen)
            if brief.state in ENDED:
                raise Refused(f"brief {number} has ended")
            clash = next((row for row in conflicts.open_conflicts(tx, brief.id) if row.conflict.key == key), None)
            if clash is None:
                raise Refused("that scheduling conflict does not stand any more")
            if not acceptable(clash.conflict):
                raise Refused("that is a question about the day: it is answered, not accepted")
            conflicts.accept(tx, clash.id, actor=actor.id, why=why, now=now)
            parameters = {"revision": seen, "conflict": key, "reason": why}
            actions.record(tx, actor.id, "conflict.accept", brief.id, parameters, now)

    def retry(self, message_id: int, actor: Person) -> None:
        """A parked message waits to be read again."""
        with self.parts.database.transaction() as tx:
            messages.retry(tx, message_id, actor.id, self.parts.clock())

    @property
    def _language(self) -> Language:
        house, today = self.parts.house, self.parts.timing.rules.office.day(self.parts.clock())
        return language(house.country, house.time_zone, today)

    def _checked(self, brief: BriefRow, values: tuple[BriefValue, ...]) -> Answer:
        directory = self.parts.directory
        owner = owner_of(brief, directory)
        client = directory.client(brief.client_id)
        with self.parts.database.reading() as tx:
            since = counted_from(tx, brief)
        return self.parts.timing.check(
            values, client, owner, since, self.parts.clock(), brand=brief.brand_id, number=brief.job_number
        )


def _outside(address: str, directory: Directory) -> Address:
    given = address.strip().lower()
    if not _ADDRESS.fullmatch(given):
        raise Refused(f"{address!r} is no mail address; expected one such as dana@client.example")
    if directory.is_agency(given):
        raise Refused(f"{given} is an address of the house; the client is who asked for the work")
    return Address(given)


def _must_be_account_side(actor: Person) -> None:
    if not actor.roles & MAY_CONFIRM:
        raise Refused(f"{actor.name} is not on the account side; an account executive confirms, corrects or rejects")


def _hash(token: str) -> str:
    """Only this is kept: who reads the database cannot sign in with it."""
    return hashlib.sha256(token.encode()).hexdigest()
