"""Delivery reports: the structured ones (RFC 3464), and those that mail servers write in plain words."""

import re
from collections.abc import Iterator, Sequence
from email.message import Message

from ingest import headers
from ingest.headers import Fields
from ingest.mime import Part

# Nobody is called so; a postmaster may be a person.
_ROBOT = re.compile(r"(?:mailer-daemon|mail-daemon|maildaemon|microsoftexchange[0-9a-f]{32})@", re.IGNORECASE)
_BOUNCER = re.compile(r"(?:postmaster|bounces?|mail-delivery|maildelivery)@", re.IGNORECASE)
_SUBJECT = re.compile(
    r"""
    \s*(?:
      undeliver(?:able|ed)\b | delivery\ (?:status\ notification|failure|has\ failed) | returned\ mail | failure\ notice
    | mail\ delivery\ (?:failed|failure|system) | mail\ could\ not\ be\ delivered | message\ not\ delivered
    | unzustellbar | nicht\ zustellbar | non[\ -]remis | [ée]chec\ de\ (?:la\ )?remise | no\ se\ puede\ entregar
    | impossibile\ recapitare | non\ recapitabile | onbestelbaar | n[ãa]o\ entreg | niedostarczon | olevererbart
    | kan\ ikke\ leveres | kunne\ ikke\ leveres | toimittamaton | nedoručiteln | kézbesíthetetlen | не\ доставлено
    | недоставлен | teslim\ edilemedi | (?:delayed|warning|automatically\ rejected)\b.{0,40}\b(?:mail|message|delivery)
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What a server says of a letter; people say it of parcels.
_WORDS = re.compile(
    r"""
      \b(?:your\ message|message\ that\ you\ sent|(?:this|the)\ message|e-?mail)\b.{0,80}?
        \b(?:could\ ?n(?:o|['’])t\ be\ delivered|was\ not\ delivered|wasn['’]t\ delivered|undeliverable
        |has\ not\ yet\ been
          \ delivered)
    | \bdelivery\ to\ the\ following\ recipients?\b | \bthis\ is\ the\ mail\ (?:system|delivery)\b
        | \bqmail-send\ program\b
    | \b(?:recipient|e-?mail)\ address\ (?:was\ not\ found|rejected|couldn['’]t\ be\ found) | \bmailbox\ unavailable\b
    | \b(?:smtp|esmtp)\b.{0,60}\b5\d\d\b | \b5\d\d[\ -]5\.\d\.\d{1,3}\b | \bthis\ is\ a\ warning\ message\ only\b
    | \bfehler\ bei\ der\ nachrichtenzustellung\b | \b(?:nachricht|e-?mail)\b.{0,60}\bnicht\ zugestellt\b
    | \bn['’]a\ pas\ (?:pu\ être|été)\ (?:remis|distribué) | \bno\ se\ (?:ha\ podido|pudo)\ entregar\b
    | \bnon\ è\ stato\ (?:possibile\ )?(?:recapita|consegna) | \bkon\ niet\ worden\ (?:bezorgd|afgeleverd)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DELAY = re.compile(
    r"\b(?:delayed (?:mail|\d)|still being retried|warning message only|will keep trying|has not yet been delivered|"
    r"could not send message for past|delivery (?:is |has been )?delayed|you do not need to resend|verzögert|retardé|"
    r"retrasad|in ritardo|vertraagd)\b",
    re.IGNORECASE,
)
_DELAY_SUBJECT = re.compile(r"\s*(?:warning|delayed|delivery (?:delayed|status notification \(delay\)))", re.IGNORECASE)
_MESSAGE_ID = re.compile(
    rb"^[ \t]{0,8}(?:Message-ID|X-Original-Message-ID|Original-Message-ID):\s*(<[^<>\x00-\x20\x7f]{1,400}>)",
    re.IGNORECASE | re.MULTILINE,
)
_LOOKED_AT = 100_000  # bytes of a part


def report_of(content_type: str, report_type: str, fields: Fields, leaves: Sequence[Part]) -> str:
    """ "bounce", "delayed" or "delivered" for a delivery report by its structure or its sender, else ""."""
    kinds = {part.content_type for part in leaves}
    if (content_type == "multipart/report" and report_type in ("", "delivery-status")) or (
        "message/delivery-status" in kinds
    ):
        return _action(leaves)
    author = headers.addresses(fields, "from")
    address = author[0].address if author else ""
    if fields.value("x-failed-recipients") or _ROBOT.match(address):
        return "delayed" if _DELAY_SUBJECT.match(fields.value("subject")) else "bounce"
    if not _BOUNCER.match(address):
        return ""
    return "bounce" if _SUBJECT.match(fields.value("subject")) or fields.value("return-path") == "<>" else ""


def report_in_words(subject: str, words: str) -> str:
    """The same for a report that only its subject and its words together tell."""
    if not _SUBJECT.match(subject) or not _WORDS.search(words):
        return ""
    return "delayed" if _DELAY.search(words) else "bounce"


def _action(leaves: Sequence[Part]) -> str:
    """What happened (RFC 3464 section 2.3.3) to the recipient whom it happened worst to."""
    actions = {
        Fields(block).raw("action").lower().partition(";")[0].strip()
        for part in leaves
        if part.content_type == "message/delivery-status"
        for block in _blocks(part)
    } - {""}
    if not actions or "failed" in actions:
        return "bounce"
    if "delayed" in actions:
        return "delayed"
    return "delivered" if actions <= {"delivered", "relayed", "expanded"} else "bounce"


def bounced(fields: Fields, leaves: Sequence[Part]) -> tuple[str, ...]:
    """Message-IDs of the mails that a delivery report speaks about."""
    found: list[str] = []
    own = headers.message_ids(fields, "message-id")
    for part in leaves:
        if part.message is not None:
            found.extend(headers.message_ids(Fields(part.message), "message-id"))
        elif part.content_type in ("text/rfc822-headers", "message/delivery-status", "text/rfc822", "text/plain"):
            for block in _blocks(part):
                for name in ("message-id", "original-message-id", "x-original-message-id"):
                    found.extend(headers.message_ids(Fields(block), name))
            quoted = _MESSAGE_ID.findall(part.content[:_LOOKED_AT])
            found.extend(match.decode("ascii", "replace") for match in quoted)
    if not found:
        found.extend(headers.message_ids(fields, "in-reply-to"))
        found.extend(headers.message_ids(fields, "references")[-1:])
    return tuple(identifier for identifier in dict.fromkeys(found) if identifier not in own)


def _blocks(part: Part) -> Iterator[Message]:
    payload = part.source.get_payload()
    return (block for block in payload if isinstance(block, Message)) if isinstance(payload, list) else iter(())
