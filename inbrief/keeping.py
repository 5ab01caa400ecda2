"""What some decisions leave in the store beside a new brief or a change of one."""

import datetime as dt
from collections.abc import Sequence

from briefs.draft import Draft, MessageRole
from briefs.findings import Findings, Intent
from briefs.mail import Mail
from briefs.roles import Directory, Person
from calendars.question import Answer
from inbrief.decide import Supplements, supplemented_values
from inbrief.letters import Opened
from store import absences, actions, briefs, conflicts
from store.database import Transaction


def open_briefs(
    tx: Transaction,
    id: int,
    drafts: Sequence[Draft],
    answers: Sequence[Answer],
    owner: Person,
    intent: Intent,
    now: dt.datetime,
) -> list[Opened]:
    """A new brief for each draft of message `id`, with what the calendar says of it."""
    opened = []
    for draft, answer in zip(drafts, answers, strict=True):
        row = briefs.create(tx, draft, message_id=id, owner_id=owner.id, actor="inbrief", now=now, reason=intent)
        told = conflicts.record(tx, row.id, row.revision, answer.conflicts, now)
        opened.append(Opened(row.id, answer, told))
    return opened


def supplement(
    tx: Transaction, id: int, decision: Supplements, findings: Findings, text_id: int, now: dt.datetime
) -> int:
    """The revision after what a colleague's answer, message `id`, adds: who asked, what is asked, or both."""
    brief, actor = decision.brief, decision.person.id
    revision = brief.revision
    briefs.link(tx, id, brief.brief_id, MessageRole.ANSWER)
    if decision.contact is not None:
        revision = briefs.name_client(
            tx,
            brief.brief_id,
            decision.contact,
            decision.client,
            based_on=revision,
            message_id=id,
            actor=actor,
            now=now,
        )
        told = {"revision": revision, "address": decision.contact.address, "message": id}
        actions.record(tx, actor, "brief.name_client", brief.brief_id, told, now)
    if decision.values:
        revision = briefs.propose(
            tx,
            brief.brief_id,
            supplemented_values(findings, brief, text_id),
            based_on=revision,
            message_id=id,
            actor=actor,
            reason=briefs.SUPPLEMENTED,
            now=now,
        )
        actions.record(tx, actor, "brief.supplement", brief.brief_id, {"revision": revision, "message": id}, now)
    return revision


def note_absence(tx: Transaction, id: int, mail: Mail, directory: Directory, now: dt.datetime) -> None:
    """When a client, or somebody who wrote in a brief, says in message `id` that they are back."""
    address = mail.author.address
    if mail.back_on is None or directory.is_agency(address):
        return
    client = directory.client_at(address)
    if client is None and not briefs.is_participant(tx, address):
        return
    client_id = client.id if client is not None else None
    absences.note(tx, client_id=client_id, address=address, back_on=mail.back_on, message_id=id, now=now)
