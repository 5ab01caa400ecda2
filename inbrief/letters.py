"""Which of our mails a message calls for, and to whom: only ever people of the directory."""

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from briefs.draft import MessageRole
from briefs.mail import Mail
from briefs.outgoing import OutgoingKind, OutgoingMail
from briefs.reply_address import Signed, reply_address
from briefs.roles import Directory, Person, Role
from calendars.question import Answer
from inbrief.known import REPLY_KEY, SUMMARY_OF_MESSAGE
from inbrief.views import answered, brief_view
from notify.alert import alert
from notify.already_held import already_held
from notify.clash_news import ClashNews, clash_news
from notify.clashes import clashing
from notify.late_start import late_start
from notify.parked import parked
from notify.pictures import enclosed
from notify.several import summary_of_several, which_one
from notify.summary import summary
from notify.undelivered import undelivered
from notify.views import BriefView, Envelope, House
from store import briefs, outbox
from store.conflicts import Recorded
from store.database import Transaction
from store.messages import MessageRow
from store.own_keys import own_key

UNDELIVERED = "undelivered:"


def late_key(brief_id: int, revision: int) -> str:
    return f"late:{brief_id}:{revision}"


@dataclass(frozen=True, slots=True)
class Opened:
    """A brief that a message made or changed, and what the calendar says of it."""

    brief_id: int
    answer: Answer
    told: Recorded


@dataclass(frozen=True, slots=True)
class Letters:
    """Words and queues mail inside the transaction that keeps what it speaks of."""

    tx: Transaction
    directory: Directory
    house: House
    new_message_id: Callable[[], str]
    now: dt.datetime
    answers_to: str = ""  # the address that signed ones are made of; "" where the mail server knows no tags

    def mention(self, message_id: int, brief_ids: tuple[int, ...], role: MessageRole = MessageRole.MENTION) -> None:
        for brief_id in brief_ids:
            briefs.link(self.tx, message_id, brief_id, role)

    def summarise(self, message_id: int, mail: Mail, *opened: Opened) -> None:
        """One summary for the AE however many briefs came of the message, and what traffic must know of each.

        Of several no address for answers is signed: it could only name one of them.
        """
        views = [self._held_against(each) for each in opened]
        owner = self._recipient(mail, views[0].owner)
        if len(views) > 1:
            envelope = self._envelope(owner, f"{SUMMARY_OF_MESSAGE}{message_id}", mail)
            summed_up = summary_of_several(views, envelope, self.house, self.now, enclosed(mail))
        else:
            view = replace(views[0], reply_to=self._reply_to(views[0], owner))
            key = f"summary:{opened[0].brief_id}:{view.revision}"
            envelope = replace(self._envelope(owner, key, mail), reply_to=view.reply_to)
            summed_up = summary(view, envelope, self.house, self.now, enclosed(mail))
        self._queue(summed_up, opened[0].brief_id)
        for view, each in zip(views, opened, strict=True):
            self.alert_traffic(view, each.brief_id, each.told, besides=owner)

    def _held_against(self, opened: Opened) -> BriefView:
        """With what the check found in its own order, less what somebody accepted."""
        view = answered(brief_view(self.tx, opened.brief_id, self.directory), opened.answer)
        standing = {row.conflict.key for row in (*opened.told.opened, *opened.told.still_open)}
        found = opened.answer.conflicts
        return replace(view, conflicts=tuple(one for one in found if one.key in standing))

    def alert_traffic(self, view: BriefView, brief_id: int, told: Recorded, *, besides: Person) -> None:
        """Only where a clash is new and worth acting on; `besides` knows of it already."""
        if not clashing(row.conflict for row in told.opened):
            return
        for person in self.directory.holders(Role.TRAFFIC):
            if person != besides:
                envelope = Envelope(person, f"alert:{brief_id}:{view.revision}:{person.id}", self.new_message_id())
                self._queue(alert(view, envelope, self.house, self.now), brief_id)

    def tell_clash_news(self, news: tuple[ClashNews, ...]) -> None:
        """One mail to traffic for all that one look found."""
        if not news:
            return
        told = [
            (one.view.number, *([clash.key for clash in clashes] for clashes in (one.opened, one.resolved)))
            for one in news
        ]
        which = hashlib.sha256(repr(told).encode()).hexdigest()[:12]
        for person in self.directory.holders(Role.TRAFFIC):
            key = f"clashes:{self.now.isoformat()}:{which}:{person.id}"
            envelope = Envelope(person, key, self.new_message_id())
            self._queue(clash_news(news, envelope, self.house, self.now), None)

    def tell_late_start(self, view: BriefView, brief_id: int) -> None:
        """Once for a revision: the account executive hears that its work would begin too late by now."""
        envelope = Envelope(view.owner, late_key(brief_id, view.revision), self.new_message_id())
        self._queue(late_start(view, envelope, self.house, self.now), brief_id)

    def tell_second_forwarder(self, mail: Mail, brief_ids: tuple[int, ...]) -> None:
        """A colleague who forwards what is already held hears who has it; who has it hears nothing."""
        person = self.directory.person_at(mail.forwarded_by.address if mail.forwarded_by else None)
        if person is None:
            return
        for brief_id in brief_ids:
            view = brief_view(self.tx, brief_id, self.directory)
            if view.owner != person:
                envelope = self._envelope(person, f"held:{brief_id}:{person.id}", mail)
                self._queue(already_held(view, envelope, self.house, self.now), brief_id)

    def point_to_the_page(self, mail: Mail, brief_ids: tuple[int, ...]) -> None:
        """A colleague's reply to our mail cannot order anything yet: it is kept, and its author gets the link.

        Where it may mean several briefs, they are asked which.
        """
        person = self.directory.person_at(mail.author.address)
        if person is None:
            return
        if len(brief_ids) > 1:
            views = [brief_view(self.tx, brief_id, self.directory) for brief_id in brief_ids]
            envelope = self._envelope(person, f"which:{mail.message_id}", mail)
            self._queue(which_one(views, envelope, self.house, self.now), brief_ids[0])
            return
        for brief_id in brief_ids:
            view = brief_view(self.tx, brief_id, self.directory)
            envelope = self._envelope(person, f"page:{brief_id}:{mail.message_id}", mail)
            self._queue(already_held(view, envelope, self.house, self.now), brief_id)

    def bounced(self, mail: Mail) -> None:
        """A delivery report about mail of ours: that mail failed, and the next person is told."""
        for message_id in mail.bounced:
            row = outbox.by_message_id(self.tx, message_id)
            if row is None:
                continue
            outbox.failed(self.tx, row.id, "it came back undelivered", self.now, None)
            self.tell_next_person(row, "it came back undelivered")

    def tell_next_person(self, row: outbox.OutgoingRow, reason: str) -> None:
        lost = row.mail
        person = self.directory.next_person_up(self._unreached(lost))
        if person is None or lost.kind is OutgoingKind.SIGN_IN:
            return  # nobody left to tell, or a link that only its owner may have
        envelope = Envelope(person, UNDELIVERED + lost.message_id, self.new_message_id())
        self._queue(undelivered(lost, reason, envelope, self.house, self.now), row.brief_id)

    def tell_operator(self, message: MessageRow) -> None:
        """A message that could not be read: news once an hour at most, the page lists all of them."""
        for person in self.directory.holders(Role.OPERATOR) or (self.directory.intake_person,):
            key = f"parked:{self.now:%Y-%m-%dT%H}:{person.id}"
            envelope = Envelope(person, key, self.new_message_id())
            told = parked(message.subject, message.author, message.reason, envelope, self.house, self.now)
            self._queue(told, None)

    def _unreached(self, lost: OutgoingMail) -> set[str]:
        """Everybody this news did not reach: the last mail's recipient and, up the ladder, those before."""
        addresses = {lost.recipient}
        while lost.kind is OutgoingKind.UNDELIVERED:
            row = outbox.by_message_id(self.tx, lost.key.removeprefix(UNDELIVERED))
            if row is None:
                break
            lost = row.mail
            addresses.add(lost.recipient)
        return addresses

    def _recipient(self, mail: Mail, owner: Person) -> Person:
        forwarder = self.directory.person_at(mail.forwarded_by.address if mail.forwarded_by else None)
        return forwarder if forwarder is not None and Role.ACCOUNT_EXECUTIVE in forwarder.roles else owner

    def _envelope(self, person: Person, key: str, mail: Mail) -> Envelope:
        references = (*mail.references, mail.message_id) if mail.message_id else mail.references
        return Envelope(person, key, self.new_message_id(), mail.message_id, tuple(dict.fromkeys(references)))

    def _reply_to(self, view: BriefView, person: Person) -> str:
        if not self.answers_to:
            return ""
        signed = Signed(view.number, view.revision)
        return reply_address(self.answers_to, signed, person.address, own_key(self.tx, REPLY_KEY))

    def _queue(self, mail: OutgoingMail, brief_id: int | None) -> None:
        outbox.queue(self.tx, mail, brief_id=brief_id, now=self.now)
