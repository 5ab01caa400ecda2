"""What the store knows that bears on one mail."""

from briefs.mail import Mail
from briefs.threads import mail_key, new_words, request_key, same_words, thread_ids
from inbrief.decide import Known, ThreadBrief
from store import briefs, messages, outbox
from store.database import Transaction


def known_of(tx: Transaction, mail: Mail, id: int) -> Known:
    """`id` is the mail's own message, which is not a copy of itself."""
    same = messages.same_mail(tx, mail_key(mail), other_than=id)
    if same is not None:
        return Known(same_mail=same.id, their_briefs=same.brief_ids)
    thread = tuple(_thread_brief(tx, brief_id) for brief_id in _briefs_of_thread(tx, mail))
    answers_us = any(outbox.by_message_id(tx, id) is not None for id in mail.in_reply_to)
    words = new_words(mail)
    for other, other_words in messages.same_request(tx, request_key(mail), other_than=id):
        if same_words(words, other_words):
            return Known(same_request=other.id, their_briefs=other.brief_ids, thread=thread, answers_us=answers_us)
    return Known(thread=thread, answers_us=answers_us)


def _briefs_of_thread(tx: Transaction, mail: Mail) -> list[int]:
    """Nearest first, each once."""
    found = dict(briefs.by_message_ids(tx, thread_ids(mail)))
    return list(dict.fromkeys(found[id] for id in thread_ids(mail) if id in found))


def _thread_brief(tx: Transaction, brief_id: int) -> ThreadBrief:
    row = briefs.get(tx, brief_id)
    writers = {message.client_address for message, _ in briefs.messages_of(tx, brief_id)}
    writers |= {message.author for message, _ in briefs.messages_of(tx, brief_id)}
    return ThreadBrief(
        brief_id=brief_id,
        state=row.state,
        revision=row.revision,
        client_id=row.client_id,
        owner_id=row.owner_id,
        participants=frozenset(writer for writer in writers if writer),
        values=briefs.values(tx, brief_id),
    )
