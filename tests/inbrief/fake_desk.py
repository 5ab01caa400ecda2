"""A desk in memory: what the pages ask of the application, without a database."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from briefs.changes import changes
from briefs.draft import BriefState, BriefValue
from briefs.jobs import DEFAULT_JOBS
from briefs.mail import Address
from briefs.messages import Outcome
from briefs.roles import Person
from briefs.states import confirmed, rejected
from inbrief.errors import Refused
from inbrief.web.service import CalendarStates, Contacts, HistoryLine, HoldsFeed, MailText, MessageView
from notify.views import Accepted, BriefView, FileView, House, Sibling
from store.errors import NoSuch, Purged, StaleRevision
from store.messages import MessageRow
from tests.notify.invented import ANA, DANA, HOUSE, NOW, SAM, TESS


@dataclass
class FakeDesk:
    """Revisions of each brief in order; `mailed` are the links that were asked for, `links` those that still work."""

    house: House = HOUSE
    revisions: dict[int, list[BriefView]] = field(default_factory=dict)
    texts: tuple[MailText, ...] = ()
    rows: tuple[MessageRow, ...] = ()
    mailed: list[tuple[str, str]] = field(default_factory=list)
    links: dict[str, Person] = field(default_factory=dict)
    sessions: dict[str, Person] = field(default_factory=dict)
    done: list[tuple[object, ...]] = field(default_factory=list)
    contents: dict[str, bytes] = field(default_factory=dict)
    feed: HoldsFeed | None = None
    states: CalendarStates = field(default_factory=CalendarStates)
    parts: dict[str, str] = field(default_factory=lambda: {"database": "ok"})

    def people(self) -> tuple[Person, ...]:
        return (SAM, ANA, TESS)

    def jobs(self) -> tuple[str, ...]:
        return tuple(DEFAULT_JOBS)

    def calendars(self) -> CalendarStates:
        return self.states

    def holds_feed(self) -> HoldsFeed | None:
        return self.feed

    def briefs(self) -> tuple[BriefView, ...]:
        return tuple(views[-1] for views in reversed(self.revisions.values()))

    def brief(self, number: int, revision: int | None = None) -> BriefView:
        views = self.revisions.get(number, [])
        if not views or not 0 < (revision or 1) <= len(views):
            raise NoSuch("brief", number)
        return views[(revision or len(views)) - 1]

    def mails(self, number: int) -> tuple[MailText, ...]:
        return self.texts

    def history(self, number: int) -> tuple[HistoryLine, ...]:
        lines = [HistoryLine(NOW, "", "Brief drawn up from the client’s mail")]
        return (*lines, *(HistoryLine(NOW, SAM.name, str(done[0])) for done in self.done))

    def messages(self) -> tuple[MessageRow, ...]:
        return self.rows

    def message(self, id: int) -> MessageView:
        row = next((row for row in self.rows if row.id == id), None)
        if row is None:
            raise NoSuch("message", id)
        mail = next((text for text in self.texts if text.message_id == id), None)
        made = tuple(
            Sibling(number, self.brief(number).title) for number in row.brief_numbers if number in self.revisions
        )
        return MessageView(row, mail, tuple(self._files_of(id)), made)

    def file(self, message_id: int, sha256: str) -> bytes:
        if all(file.sha256 != sha256 for file in self._files_of(message_id)):
            raise NoSuch("file", sha256)
        if sha256 not in self.contents:
            raise Purged("content", sha256)
        return self.contents[sha256]

    def original(self, message_id: int) -> bytes:
        return f"Subject: {self.message(message_id).row.subject}\r\n".encode()

    def contacts(self) -> tuple[Contacts, ...]:
        return (Contacts("Northpeak Bank", (DANA,)),)

    def _files_of(self, message_id: int) -> Iterator[FileView]:
        told = (view.files for views in self.revisions.values() for view in views)
        texts = (text.files for text in self.texts)
        for files in (*told, *texts):
            yield from (file for file in files if file.message_id == message_id)

    def confirm(self, number: int, seen: int, actor: Person) -> None:
        view = self._standing(number, seen)
        self._replace(replace(view, state=confirmed(view.state), decided=True), "confirm", actor)

    def reject(self, number: int, seen: int, actor: Person, reason: str) -> None:
        view = self._standing(number, seen)
        state = rejected(view.state, anything_confirmed=view.state is not BriefState.DRAFT)
        self._replace(replace(view, state=state, decided=True), "reject", actor, reason)

    def correct(self, number: int, seen: int, actor: Person, values: tuple[BriefValue, ...]) -> int:
        view = self._standing(number, seen)
        if not values:
            raise Refused("A brief needs at least one value.")
        told = changes(view.values, values)
        self.revisions[number].append(replace(view, revision=seen + 1, values=values, changes=told, decided=False))
        self.done.append(("correct", number, actor.id))
        return seen + 1

    def name_client(self, number: int, seen: int, person: Person, address: str) -> int:
        view = self._standing(number, seen)
        self.revisions[number].append(replace(view, revision=seen + 1, contact=Address(address), decided=False))
        self.done.append(("name_client", number, person.id, address))
        return seen + 1

    def accept(self, number: int, seen: int, actor: Person, key: str, why: str) -> None:
        view = self._standing(number, seen)
        meant = next((clash for clash in view.conflicts if clash.key == key), None)
        if meant is None:
            raise Refused("that scheduling conflict does not stand any more")
        standing = tuple(clash for clash in view.conflicts if clash != meant)
        accepted = (*view.accepted, Accepted(meant, actor.name, NOW, why))
        self._replace(replace(view, conflicts=standing, accepted=accepted), "accept", actor, key, why)

    def request_link(self, address: str, then: str = "/") -> None:
        person = next((person for person in self.people() if address.lower() in person.addresses), None)
        if person is not None:
            self.mailed.append((person.address, then))
            self.links[f"link-{len(self.mailed)}"] = person

    def open_session(self, link_token: str) -> str | None:
        person = self.links.pop(link_token, None)
        if person is None:
            return None
        self.sessions[f"session-of-{person.id}"] = person
        return f"session-of-{person.id}"

    def person_of(self, session_token: str) -> Person | None:
        return self.sessions.get(session_token)

    def close_session(self, session_token: str) -> None:
        self.sessions.pop(session_token, None)

    def health(self) -> Mapping[str, str]:
        return self.parts

    def _standing(self, number: int, seen: int) -> BriefView:
        standing = self.brief(number)
        if standing.revision != seen:
            raise StaleRevision(standing.revision)
        return standing

    def _replace(self, view: BriefView, what: str, actor: Person, *more: object) -> None:
        self.revisions[view.number][-1] = view
        self.done.append((what, view.number, actor.id, *more))


def row(id: int, outcome: Outcome, subject: str, *, reason: str = "", briefs: tuple[int, ...] = ()) -> MessageRow:
    return MessageRow(
        id=id,
        message_id=f"<{id}@northpeak.example>",
        mailbox="intake",
        arrived_at=NOW,
        received_at=NOW + dt.timedelta(seconds=id),
        outcome=outcome,
        reason=reason,
        attempts=1,
        subject=subject,
        author="dana.reyes@northpeak.example",
        author_name="Dana Reyes",
        client_address=None,
        client_name="",
        forwarded_by=None,
        sent_at=NOW,
        brief_ids=briefs,
        brief_numbers=briefs,
        left_out="",
        trust="",
    )
