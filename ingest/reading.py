"""A message's bytes to a Mail: the one way in."""

import datetime as dt
import hashlib
import time
from collections.abc import Sequence

from briefs.mail import Address, Attachment, Contact, Mail, SegmentKind
from ingest import headers
from ingest.agency import Agency, agency_of
from ingest.attachments import Files
from ingest.automatic import REPORTS, automatic, automatic_in_words
from ingest.bounces import bounced
from ingest.canonical import Canonical
from ingest.carriers import links_in
from ingest.contacts import contact_of
from ingest.entries import entries_of
from ingest.errors import Unreadable
from ingest.headers import Fields
from ingest.isolation import Child
from ingest.letters import Reader, Reading, author_of, submitter_of
from ingest.limits import Limits
from ingest.mime import leaves, parse, parse_header
from ingest.returns import back_on
from ingest.settings import Trust
from ingest.trust import vouched

READER = 1
_NOBODY = Address("", "")
_DEFAULTS = Limits()


def read_message(
    content: bytes,
    arrived_at: dt.datetime,
    *,
    limits: Limits = _DEFAULTS,
    agency_domains: frozenset[str] = frozenset(),
    own_addresses: frozenset[str] = frozenset(),
    earlier: Sequence[str] = (),
    trust: Trust | None = None,
) -> Mail:
    """Read one message as it was received.

    `earlier` are the new words of the thread's earlier mails (see `thread_of`): they are history also where nothing
    marks them. `trust` says whose verdict on the author is believed.

    `arrived_at` stands in for a missing Date. Without `agency_domains` the house is supposed to be where the mail was
    delivered to. Mail from one of `own_addresses` is our own come back. Raises `Unreadable` when nothing is left.
    """
    message, notes = parse(content, limits)
    fields = Fields(message)
    parts = leaves(message, limits, notes)
    author = author_of(fields)
    recipients = _recipients(fields, limits, notes)
    agency = agency_of(fields, author, recipients, agency_domains, own_addresses)
    author = submitter_of(fields, author, agency)
    reason = automatic(message.get_content_type(), fields, parts, own_addresses)
    with Child(limits) as child:
        files = Files(limits, notes, child)
        reader = Reader(agency, limits, notes, files, earlier, time.monotonic() + limits.seconds)
        reading = reader.read(fields, author, parts, arrived_at, reason in REPORTS)
    entries = entries_of(files.calendars, reading.sent_at, notes)
    canonical = Canonical(limits.text_characters)
    for each in (*reading.texts, *reading.files):
        canonical.add(each.part, each.rendered, each.kinds, each.columns)
    if canonical.full:
        notes.append(f"the text is longer than {limits.text_characters:,} characters; the rest was left out")
    text = canonical.text
    if reading.forwarded:
        # A colleague's mailbox passed it on by a rule, and Exchange calls that generated; nobody forwards by answering.
        reason = "" if reason == "auto-generated" else reason
    else:
        reason = reason or automatic_in_words(fields, parts, _words(canonical, SegmentKind.CONTENT))
    return Mail(
        reader=READER,
        message_id=next(iter(headers.message_ids(fields, "message-id")), ""),
        in_reply_to=headers.message_ids(fields, "in-reply-to"),
        references=headers.message_ids(fields, "references"),
        original_message_id=reading.original_id,
        subject=fields.value("subject"),
        author=author or _NOBODY,
        recipients=recipients,
        client=reading.client,
        forwarded_by=_forwarder(fields, author, reading, agency),
        arrived_at=arrived_at,
        sent_at=reading.sent_at,
        text=text,
        segments=tuple(canonical.segments),
        attachments=reading.attachments,
        automatic=reason,
        bounced=bounced(fields, parts) if reason == "bounce" else (),
        notes=tuple(dict.fromkeys(notes)),
        sha256=_key(text, reading.attachments),
        entries=entries,
        uncertain_parts=tuple(files.recognised),
        original_subject=reading.original_subject,
        carriers=(*reading.carriers, *links_in((*reading.texts, *reading.files))),
        vouched=vouched(list(message.raw_items()), fields, author, trust),
        contact=None if reason else _contact(canonical, reading.client),
        back_on=back_on(_words(canonical, SegmentKind.CONTENT, SegmentKind.SIGNATURE), reading.sent_at)
        if reason == "auto-replied"
        else None,
    )


def _recipients(fields: Fields, limits: Limits, notes: list[str]) -> tuple[Address, ...]:
    """Whom it went to, as many as are kept; what is left out of the fields that people look at is noted here."""
    notes.extend(
        f"the field {name.title()} is longer than anybody writes; its end was left out"
        for name in fields.too_long("from", "to", "cc", "subject")
    )
    found = headers.addresses(fields, "to", "cc")
    if len(found) > limits.recipients:
        notes.append(f"more than {limits.recipients:,} recipients; the others were left out")
    return found[: limits.recipients]


def thread_of(content: bytes, limits: Limits = _DEFAULTS) -> tuple[str, ...]:
    """The Message-IDs that the message's header says it answers, nearest first; empty when it cannot be read."""
    try:
        fields = Fields(parse_header(content, limits))
    except Unreadable:
        return ()
    answered = headers.message_ids(fields, "in-reply-to")
    return tuple(dict.fromkeys((*answered, *reversed(headers.message_ids(fields, "references")))))


def _forwarder(fields: Fields, author: Address | None, reading: Reading, agency: Agency) -> Address | None:
    """Who of the house passed it on: the author of a forward, or who redirected it unchanged (RFC 5322 3.6.6)."""
    if reading.forwarded:
        return author
    resent = headers.addresses(fields, "resent-from", "resent-sender")
    return next((address for address in resent if agency.holds(address) and address != author), None)


def _contact(canonical: Canonical, client: Address | None) -> Contact | None:
    """From the signature under the client's words; the one above a forward is the colleague's."""
    kinds = [segment.kind for segment in canonical.segments]
    if client is None or SegmentKind.CONTENT not in kinds:
        return None
    text = canonical.text
    signed = [
        text[segment.start : segment.end]
        for segment in canonical.segments[kinds.index(SegmentKind.CONTENT) :]
        if segment.kind is SegmentKind.SIGNATURE
    ]
    return contact_of("\n".join(signed).split("\n"), client) if signed else None


def _words(canonical: Canonical, *kinds: SegmentKind) -> str:
    text = canonical.text
    return "\n".join(text[segment.start : segment.end] for segment in canonical.segments if segment.kind in kinds)


def _key(text: str, attachments: Sequence[Attachment]) -> str:
    digest = hashlib.sha256(" ".join(text.split()).encode("utf-8", "replace"))
    for attachment in sorted(attachments, key=lambda each: each.sha256):
        digest.update(attachment.sha256.encode())
    return digest.hexdigest()
