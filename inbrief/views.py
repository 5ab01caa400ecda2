"""Rows as mails and pages show them: names looked up, nothing decided."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from briefs.changes import changes
from briefs.conflicts import ConflictState
from briefs.draft import MessageRole, RevisionState
from briefs.findings import Intent
from briefs.mail import Address, SegmentKind
from briefs.questions import questions
from briefs.roles import Client, Directory, Person
from calendars.question import Answer
from inbrief.web.service import HistoryLine, MailText
from notify.clashes import inside
from notify.language import Language
from notify.views import Accepted, BriefView, FileView, Sibling
from notify.wording import state_name
from store import absences, briefs, conflicts, messages
from store.briefs import BriefRow, RevisionRow
from store.conflicts import ConflictRow
from store.database import Transaction
from store.errors import NoSuch, Purged
from store.messages import MessageRow, TextRow

# A change or a cancellation of work that inbrief holds no brief of is a draft of its own, and says so.
_UNKNOWN_JOB = {
    Intent.CHANGE.value: "The client writes of a change, but no brief of the earlier request was found.",
    Intent.CANCEL.value: "The client calls a job off or puts it on hold, but no brief of it was found.",
}
_PROPOSED = {
    Intent.REQUEST.value: "Read from the client's mail",
    Intent.CHANGE.value: "Change order from the client's mail (revision {number})",
    Intent.CANCEL.value: "The client calls it off or holds it (revision {number})",
    briefs.SUPPLEMENTED: "Supplemented by a colleague's answer (revision {number})",
    briefs.CLIENT_NAMED: "Client named (revision {number})",
    "corrected": "Corrected by hand (revision {number})",
}
_DECIDED = {
    RevisionState.PROPOSED: "proposed",
    RevisionState.CONFIRMED: "confirmed",
    RevisionState.DECLINED: "turned down",
}
LAYOUT = frozenset({"logo", "inline"})  # what the reader says of pictures that are part of a mail's looks
EXCERPT = 600  # characters of the client's own words


def brief_view(tx: Transaction, brief_id: int, directory: Directory, revision: int | None = None) -> BriefView:
    """The brief with the values that stand, or those of `revision`, and the clashes that are open.

    `revision` of the view is what acting on it must name; `changes` is what that revision changes of the one before.
    """
    row = briefs.get(tx, brief_id)
    shown = next((one for one in briefs.revisions(tx, brief_id) if one.number == (revision or row.revision)), None)
    if shown is None:
        raise NoSuch("revision", revision)
    values = briefs.values(tx, brief_id, revision)
    before = briefs.values(tx, brief_id, shown.based_on) if shown.based_on is not None else ()
    client = directory.client(row.client_id)
    brand = next((brand for brand in client.brands if brand.id == row.brand_id), None) if client is not None else None
    known = conflicts.list_conflicts(tx, brief_id)
    clashes = tuple(one.conflict for one in known if one.state is ConflictState.OPEN)
    view = BriefView(
        number=row.number,
        revision=shown.number,
        state=row.state,
        intent=Intent(shown.reason) if shown.based_on is not None and shown.reason in set(Intent) else Intent.REQUEST,
        title=row.title,
        client_id=row.client_id,
        client_name=client.name if client is not None else row.client_name,
        contact=Address(row.client_address) if row.client_address else None,
        brand=brand.name if brand is not None else "",
        owner=owner_of(row, directory),
        forwarded_by=None,
        asked_at=row.asked_at,
        values=values,
        changes=changes(before, values) if shown.based_on is not None else (),
        notes=(_UNKNOWN_JOB[shown.reason],) if shown.based_on is None and shown.reason in _UNKNOWN_JOB else (),
        decided=shown.decided_at is not None,
        siblings=_siblings(tx, brief_id),
        accepted=tuple(_accepted(one, directory) for one in conflicts.accepted(known)),
        conflicts=clashes,
        earliest=max((clash.earliest for clash in clashes if clash.earliest is not None), default=None),
    )
    told_by = _told_by(tx, brief_id, shown)
    if told_by is not None:
        view = _with_message(tx, view, told_by, directory)
    if view.intent is Intent.REQUEST and _is_request(tx, brief_id):
        view = replace(view, questions=questions(values, _words_about(tx, brief_id)))
    return view if view.contact is None else replace(view, back_on=_back_on(tx, view.contact.address))


def answered(view: BriefView, answer: Answer) -> BriefView:
    """The view with what would work, as the calendars stand now."""
    return replace(
        view,
        earliest=answer.earliest,
        options=answer.options,
        latest_start=answer.latest_start,
        workback=answer.workback,
    )


def owner_of(row: BriefRow, directory: Directory) -> Person:
    """Whose brief it is; somebody who left is stood in for by the intake owner."""
    return directory.person(row.owner_id) or directory.intake_person


def people_of(client: Client, rows: Iterable[BriefRow]) -> tuple[Address, ...]:
    """Who is known to write for a client, each once, in the order of their addresses."""
    asked = {row.client_address for row in rows if row.client_id == client.id and row.client_address}
    return tuple(Address(address) for address in sorted(asked | set(client.addresses)))


def mail_texts(tx: Transaction, brief_id: int) -> tuple[MailText, ...]:
    """The mails behind a brief, the oldest first, without those whose text was purged."""
    found = (mail_text(tx, message) for message, _ in briefs.messages_of(tx, brief_id))
    return tuple(text for text in found if text is not None)


def mail_text(tx: Transaction, message: MessageRow) -> MailText | None:
    """What was read of a message; None before it was, and once its text is purged."""
    text = kept_text(tx, message.id)
    if text is None:
        return None
    return MailText(
        message_id=message.id,
        text_id=text.id,
        subject=message.subject,
        author=_writer(message),
        sent_at=message.sent_at or message.arrived_at,
        text=text.text,
        segments=text.segments,
        files=files_of(tx, message.id),
        notes=text.notes,
    )


def kept_text(tx: Transaction, message_id: int) -> TextRow | None:
    """The newest reading's text; None before there is one, and once it is purged."""
    try:
        return messages.latest_text(tx, message_id)
    except Purged:
        return None


def files_of(tx: Transaction, message_id: int) -> tuple[FileView, ...]:
    """What came with a message, without the pictures of its layout; one that may hold the request is told of."""
    text = kept_text(tx, message_id)
    carriers = {carrier.part for carrier in text.carriers} if text is not None else set()
    return tuple(
        FileView(message_id, file.part, file.name, file.content_type, file.size, file.sha256, kept)
        for file, kept in messages.files(tx, message_id)
        if (file.outcome not in LAYOUT and (file.name or file.outcome != "calendar")) or file.part in carriers
    )


def history(tx: Transaction, brief_id: int, directory: Directory, language: Language) -> tuple[HistoryLine, ...]:
    """Revisions, steps and what was accepted, the oldest first."""
    lines = []
    for one in briefs.revisions(tx, brief_id):
        what = _PROPOSED.get(one.reason, "Revision {number} proposed").format(number=one.number)
        lines.append(HistoryLine(one.proposed_at, _name(one.actor, directory), what))
        if one.decided_at is not None:
            decided = f"Revision {one.number} {_DECIDED[one.state]}"
            lines.append(
                HistoryLine(one.decided_at, _name(one.decided_by or "", directory), decided, one.decided_reason)
            )
    for move in briefs.moves(tx, brief_id):
        what = f"{state_name(move.before)} → {state_name(move.after)}"
        lines.append(HistoryLine(move.moved_at, _name(move.actor, directory), what, move.reason))
    for row in conflicts.accepted(conflicts.list_conflicts(tx, brief_id)):
        lived = _accepted(row, directory)
        what = f"Accepted: {inside(lived.conflict, language).rstrip('.')}"
        lines.append(HistoryLine(lived.at, lived.by, what, lived.why))
    return tuple(sorted(lines, key=lambda line: line.at))


def _with_message(tx: Transaction, view: BriefView, message_id: int, directory: Directory) -> BriefView:
    """What the message behind the revision adds: who wrote and forwarded it, its files, its beginning."""
    message = messages.get(tx, message_id)
    text = kept_text(tx, message_id)
    return replace(
        view,
        asked_at=message.sent_at or view.asked_at,
        contact=_contact(message, directory) or view.contact,
        forwarded_by=directory.person_at(message.forwarded_by),
        files=files_of(tx, message_id),
        note=text.words_of(SegmentKind.NOTE) if text is not None else "",
        carriers=text.carriers if text is not None else (),
        entries=text.entries if text is not None else (),
        suspected=tuple(one.number for one in briefs.suspected_of(tx, message_id)),
        notes=(*view.notes, *(text.notes if text is not None else ())),
        excerpt=text.words_of(SegmentKind.CONTENT)[:EXCERPT] if text is not None else "",
    )


def _is_request(tx: Transaction, brief_id: int) -> bool:
    """Whether the brief began as one: of a change or an end of unknown work nobody asks for sizes."""
    return any(one.number == 1 and one.reason == Intent.REQUEST for one in briefs.revisions(tx, brief_id))


def _words_about(tx: Transaction, brief_id: int) -> str:
    """All that was written about a brief in words that count, and what a colleague noted."""
    texts = (kept_text(tx, message.id) for message, _ in briefs.messages_of(tx, brief_id))
    return "\n".join(text.words_of(SegmentKind.CONTENT, SegmentKind.NOTE) for text in texts if text is not None)


def _writer(message: MessageRow) -> Address:
    """Whose words a message holds; nobody's where a forward does not tell: the colleague's they are not."""
    if message.client_address or message.forwarded_by:
        return Address(message.client_address or "", message.client_name)
    return Address(message.author, message.author_name)


def _back_on(tx: Transaction, address: str) -> dt.date | None:
    """The day that somebody's last out-of-office reply names, past days too: how it is told depends on today."""
    return next((row.back_on for row in absences.away(tx, (address,), dt.date.min)), None)


def _contact(message: MessageRow, directory: Directory) -> Address | None:
    """Who asks; a colleague who writes for a client is not the client."""
    if not message.client_address or directory.is_agency(message.client_address):
        return None
    return Address(message.client_address, message.client_name)


def _told_by(tx: Transaction, brief_id: int, shown: RevisionRow) -> int | None:
    """The client's mail that a revision speaks of; a colleague's answer is not it."""
    answered = shown.reason in (briefs.CLIENT_NAMED, briefs.SUPPLEMENTED)
    return _origin(tx, brief_id) if answered else shown.message_id or _origin(tx, brief_id)


def _accepted(row: ConflictRow, directory: Directory) -> Accepted:
    if row.accepted_at is None:
        raise ValueError(f"conflict {row.id} was not accepted")
    return Accepted(row.conflict, _name(row.accepted_by or "", directory), row.accepted_at, row.accepted_why or "")


def _origin(tx: Transaction, brief_id: int) -> int | None:
    found = (message.id for message, role in briefs.messages_of(tx, brief_id) if role is MessageRole.ORIGIN)
    return next(found, None)


def _siblings(tx: Transaction, brief_id: int) -> tuple[Sibling, ...]:
    origin = _origin(tx, brief_id)
    rows = briefs.begun_by(tx, origin) if origin is not None else ()
    return tuple(Sibling(row.number, row.title) for row in rows if row.id != brief_id)


def _name(actor: str, directory: Directory) -> str:
    """A person's name; "" for what a mail did."""
    person = directory.person(actor)
    return person.name if person is not None else ""
