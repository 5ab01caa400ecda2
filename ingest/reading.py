"""A message's bytes to a Mail: the one way in."""

import datetime as dt
import hashlib
from email.message import Message

from briefs.mail import Address, Attachment, Mail, SegmentKind
from ingest import headers
from ingest.agency import Agency, agency_of
from ingest.attachments import kind_of, read_attachment
from ingest.automatic import automatic, bounced
from ingest.body import body_of, is_text
from ingest.canonical import Canonical
from ingest.limits import Limits
from ingest.lines import Rendered
from ingest.mime import Part, leaves, leaves_within, parse
from ingest.whose import Letter, Verdict, whose_words

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
) -> Mail:
    """Read one message as it was received.

    `arrived_at` stands in for a missing Date. Without `agency_domains` the house is supposed to be where the mail was
    delivered to. Mail from one of `own_addresses` is our own come back. Raises `Unreadable` when nothing is left to read.
    """
    message, notes = parse(content, limits)
    parts = leaves(message, limits, notes)
    author = _author(message)
    recipients = headers.addresses(message, "To", "Cc")
    agency = agency_of(message, recipients, agency_domains, own_addresses)
    subject = headers.value(message, "Subject")
    date = headers.date(message) or arrived_at
    canonical = Canonical(limits.text_characters)

    body, used = body_of(parts)
    letter = Letter(author, recipients, subject, date)
    verdict = whose_words(body.lines, letter, agency)
    client, forwarded_by, sent_at = verdict.client, author if verdict.forwarded else None, verdict.sent_at or date
    original_id = ""
    inner = _forwarded_message(parts, verdict, author, agency)
    kinds = verdict.kinds
    if inner is not None:
        forwarded_by = author if agency.holds(author) else None
        kinds = tuple(SegmentKind.NOTE if kind is SegmentKind.CONTENT and forwarded_by else kind for kind in kinds)
    if used:
        canonical.add(used, body, kinds, verdict.columns)
    attachments, texts = _attachments([part for part in parts if part is not inner], used, limits, notes)
    if inner is not None and inner.message is not None:
        within = _read_within(inner, inner.message, canonical, agency, date, limits, notes, 0)
        client, sent_at, original_id = within.client, within.sent_at, within.message_id
        texts = within.texts + texts
        attachments = [*attachments, _kept_message(inner), *within.attachments]
    for specifier, rendered in texts:
        canonical.add(specifier, rendered, [SegmentKind.CONTENT] * len(rendered.lines), {})
    if canonical.full:
        notes.append(f"the text is longer than {limits.text_characters:,} characters; the rest was left out")
    reason = automatic(message, parts, own_addresses)
    text = canonical.text
    return Mail(
        reader=READER,
        message_id=next(iter(headers.message_ids(message, "Message-ID")), ""),
        in_reply_to=headers.message_ids(message, "In-Reply-To"),
        references=headers.message_ids(message, "References"),
        original_message_id=original_id,
        subject=subject,
        author=author or _NOBODY,
        recipients=recipients,
        client=client,
        forwarded_by=forwarded_by,
        arrived_at=arrived_at,
        sent_at=sent_at,
        text=text,
        segments=tuple(canonical.segments),
        attachments=tuple(attachments),
        automatic=reason,
        bounced=bounced(message, parts) if reason == "bounce" else (),
        notes=tuple(dict.fromkeys(notes)),
        sha256=_key(text, attachments),
    )


def _author(message: Message) -> Address | None:
    """Who wrote it: From; the one behind a list that rewrote it for DMARC; else Reply-To or Sender."""
    written = headers.addresses(message, "From")
    before = headers.addresses(message, "X-Original-From", "X-Original-Sender")
    if before and (not written or headers.value(message, "List-Id")):
        return before[0]
    for name in ("Reply-To", "Sender", "Return-Path"):
        if written:
            break
        written = headers.addresses(message, name)
    return written[0] if written else None


def _forwarded_message(parts: list[Part], verdict: Verdict, author: Address | None, agency: Agency) -> Part | None:
    """The attached message that a colleague forwards: the first, where the body itself forwards nothing."""
    if verdict.forwarded:
        return None
    attached = [part for part in parts if part.message is not None]
    return attached[0] if attached else None


class _Within:
    """What reading an attached message yielded."""

    __slots__ = ("attachments", "client", "message_id", "sent_at", "texts")

    def __init__(self, client: Address | None, sent_at: dt.datetime, message_id: str) -> None:
        self.client, self.sent_at, self.message_id = client, sent_at, message_id
        self.texts: list[tuple[str, Rendered]] = []
        self.attachments: list[Attachment] = []


def _read_within(
    part: Part,
    message: Message,
    canonical: Canonical,
    agency: Agency,
    arrived: dt.datetime,
    limits: Limits,
    notes: list[str],
    depth: int,
) -> _Within:
    parts = leaves_within(part, limits, notes)
    author = _author(message)
    recipients = headers.addresses(message, "To", "Cc")
    date = headers.date(message) or arrived
    body, used = body_of(parts)
    verdict = whose_words(body.lines, Letter(author, recipients, headers.value(message, "Subject"), date), agency)
    inner = next((leaf for leaf in parts if leaf.message is not None), None)
    identifier = next(iter(headers.message_ids(message, "Message-ID")), "")
    client = verdict.client
    if client is not None and agency.holds(client):
        client = None
    within = _Within(client, verdict.sent_at or date, identifier)
    deeper = inner is not None and agency.holds(author) and not verdict.forwarded and depth < limits.depth
    if used:
        kinds = [SegmentKind.NOTE if deeper and kind is SegmentKind.CONTENT else kind for kind in verdict.kinds]
        canonical.add(used, body, kinds, verdict.columns)
    within.attachments, within.texts = _attachments([leaf for leaf in parts if leaf is not inner], used, limits, notes)
    if deeper and inner is not None and inner.message is not None:
        innermost = _read_within(inner, inner.message, canonical, agency, date, limits, notes, depth + 1)
        innermost.attachments = [*within.attachments, _kept_message(inner), *innermost.attachments]
        innermost.texts = innermost.texts + within.texts
        return innermost
    if inner is not None:
        within.attachments.append(_kept_message(inner))
    return within


def _kept_message(part: Part) -> Attachment:
    content = part.content
    digest = hashlib.sha256(content).hexdigest()
    return Attachment(part.specifier, part.name, part.content_type, len(content), digest, "read", content)


def _attachments(
    parts: list[Part], body: str, limits: Limits, notes: list[str]
) -> tuple[list[Attachment], list[tuple[str, Rendered]]]:
    """Every part but the body as a file, and the text of those that carry words."""
    kept: list[Attachment] = []
    texts: list[tuple[str, Rendered]] = []
    readable = 0
    for part in parts:
        if part.specifier == body or is_text(part):
            continue
        wanted = bool(kind_of(part)) and not part.related
        readable += wanted
        attachment, rendered = read_attachment(part, limits, notes, readable <= limits.attachments)
        kept.append(attachment)
        if rendered.lines:
            texts.append((part.specifier, rendered))
    return kept, texts


def _key(text: str, attachments: list[Attachment]) -> str:
    digest = hashlib.sha256(" ".join(text.split()).encode("utf-8", "replace"))
    for attachment in sorted(attachments, key=lambda each: each.sha256):
        digest.update(attachment.sha256.encode())
    return digest.hexdigest()
