"""What the store knows that bears on one mail."""

from collections.abc import Iterator

from briefs.draft import MessageRole
from briefs.findings import REQUEST_ELSEWHERE, Deliverable
from briefs.mail import Mail
from briefs.reply_address import is_tagged, signed_for
from briefs.roles import Directory
from briefs.states import ENDED
from briefs.subjects import bare_subject, numbers_in, tells_a_job
from briefs.threads import (
    SUBJECT_LASTS,
    Evidence,
    KnownBrief,
    Trail,
    mail_key,
    new_words,
    request_key,
    same_words,
    stems,
    thread_ids,
)
from inbrief.counting import counted_from
from inbrief.decide import Known, ThreadBrief
from store import briefs, messages, outbox
from store.briefs import BriefRow
from store.database import Transaction
from store.own_keys import known_key

REPLY_KEY = "reply address"  # the name of the key that reply addresses are signed with
SUMMARY_OF_MESSAGE = "summary:message:"  # begins the key of a summary of several briefs, before the message's id
_MOST_TRAILS = 20


def known_of(tx: Transaction, mail: Mail, id: int, directory: Directory, intake: str) -> Known:
    """`id` is the mail's own message, which is not a copy of itself; `intake` the address that answers go to."""
    same = messages.same_mail(tx, mail_key(mail), other_than=id)
    if same is not None:
        return Known(same_mail=same.id, their_briefs=same.brief_ids)
    signed = _signed(tx, mail, directory, intake)
    trails = tuple(_trails(tx, mail, signed, directory))[:_MOST_TRAILS]
    thread = {trail.brief.brief_id: _thread_brief(tx, trail.brief.brief_id) for trail in trails}
    answers_us = bool(signed) or any(outbox.by_message_id(tx, id) is not None for id in mail.in_reply_to)
    words = new_words(mail)
    same_request = None
    for other, other_words in messages.same_request(tx, request_key(mail), other_than=id):
        if same_words(words, other_words):
            same_request = other
            break
    return Known(
        same_request=same_request.id if same_request is not None else None,
        their_briefs=same_request.brief_ids if same_request is not None else (),
        thread=tuple(thread.values()),
        trails=trails,
        answers_us=answers_us,
        forged=not signed and any(is_tagged(each.address, intake) for each in mail.recipients),
    )


def _trails(tx: Transaction, mail: Mail, signed: list[BriefRow], directory: Directory) -> Iterator[Trail]:
    """Everything that leads to a brief, the nearest first within each kind of evidence."""
    for row in signed:
        yield Trail(Evidence.ADDRESS, _known_brief(tx, row))
    for step, brief_id in _briefs_of_thread(tx, mail):
        yield Trail(Evidence.REFERENCE, _known_brief(tx, briefs.get(tx, brief_id)), step=step)
    if directory.person_at(mail.author.address) is not None:
        for row in briefs.by_numbers(tx, *numbers_in(mail.subject)):
            yield Trail(Evidence.NUMBER, _known_brief(tx, row))
    subject = bare_subject(mail.subject)
    if tells_a_job(subject):
        for found in briefs.by_subject(tx, subject, mail.arrived_at - SUBJECT_LASTS)[:_MOST_TRAILS]:
            yield Trail(Evidence.SUBJECT, _known_brief(tx, briefs.get(tx, found.brief.brief_id)), found.latest_at)


def _signed(tx: Transaction, mail: Mail, directory: Directory, intake: str) -> list[BriefRow]:
    """The briefs of the addresses that we signed for somebody of the house."""
    key = known_key(tx, REPLY_KEY)
    if key is None:
        return []
    people = [person.address for person in directory.people if person.active]
    found = (signed_for(each.address, intake, people, key) for each in mail.recipients)
    numbers = dict.fromkeys(signed.number for signed in found if signed is not None)
    return list(briefs.by_numbers(tx, tuple(numbers), ()))


def _briefs_of_thread(tx: Transaction, mail: Mail) -> list[tuple[int, int]]:
    """Steps back and brief ids, nearest first, each brief once."""
    ids = thread_ids(mail)
    found = {(ids.index(id), brief_id) for id, brief_id in briefs.by_message_ids(tx, ids)}
    for step in {step for step, _ in found}:
        ours = outbox.by_message_id(tx, ids[step])
        if ours is not None and ours.mail.key.startswith(SUMMARY_OF_MESSAGE):
            summed_up = int(ours.mail.key.removeprefix(SUMMARY_OF_MESSAGE))
            found |= {(step, row.id) for row in briefs.begun_by(tx, summed_up)}
    nearest: dict[int, int] = {}
    for step, brief_id in sorted(found):
        nearest.setdefault(brief_id, step)
    return [(step, brief_id) for brief_id, step in nearest.items()]


def _known_brief(tx: Transaction, row: BriefRow) -> KnownBrief:
    origin = next((message.id for message, role in briefs.messages_of(tx, row.id) if role is MessageRole.ORIGIN), 0)
    things = (value.value.item for value in briefs.values(tx, row.id) if isinstance(value.value, Deliverable))
    words = stems(" ".join((row.title, *things)))
    return KnownBrief(row.id, row.client_id, _participants(tx, row), row.state in ENDED, origin, words)


def _participants(tx: Transaction, row: BriefRow) -> frozenset[str]:
    of_brief = briefs.messages_of(tx, row.id)
    writers = {message.client_address for message, _ in of_brief} | {message.author for message, _ in of_brief}
    return frozenset(writer for writer in (*writers, row.client_address) if writer)


def _thread_brief(tx: Transaction, brief_id: int) -> ThreadBrief:
    row = briefs.get(tx, brief_id)
    origins = (message for message, role in briefs.messages_of(tx, brief_id) if role is MessageRole.ORIGIN)
    return ThreadBrief(
        brief_id=brief_id,
        state=row.state,
        revision=row.revision,
        client_id=row.client_id,
        owner_id=row.owner_id,
        brand_id=row.brand_id,
        job_number=row.job_number,
        values=briefs.values(tx, brief_id),
        counted_from=counted_from(tx, row),
        nobodys=row.client_id is None and not row.client_address,
        elsewhere=any(message.reason_parameters.get("rule") == REQUEST_ELSEWHERE for message in origins),
    )
