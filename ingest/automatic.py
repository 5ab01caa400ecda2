"""Mail that nobody wrote: by its headers first (RFC 3834), its words last."""

import re
from collections.abc import Sequence
from email.message import Message

from ingest import headers
from ingest.headers import Fields
from ingest.mime import Part

_BOUNCERS = re.compile(r"(?:mailer-daemon|postmaster|mail-daemon|maildaemon|bounces?)@", re.IGNORECASE)
_AUTOMATIC_SUBJECT = re.compile(
    r"""
    \s*(?:
      auto(?:matic)?[-\ ]?(?:reply|response|responder) | out\ of\ (?:the\ )?office | ooo\b | automatische\ antwort
    | abwesenheitsnotiz | abwesend | r[ée]ponse\ automatique | absence\ du\ bureau | respuesta\ autom[áa]tica
    | fuera\ de\ (?:la\ )?oficina | risposta\ automatica | fuori\ sede | automatisch\ antwoord | afwezig |
      resposta\ autom[áa]tica
    | odpowied[źz]\ automatyczna | automatick[áa]\ odpov[ěe][ďd] | automatiskt?\ svar | autosvar |
      automaattinen\ vastaus
    | automatikus\ v[áa]lasz | автоответ | автоматический\ ответ | автоматична\ відповідь | otomatik\ yan[ıi]t
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BOUNCE_SUBJECT = re.compile(
    r"""
    \s*(?:
      undeliver(?:able|ed) | delivery\ (?:status\ notification|failure|has\ failed) | returned\ mail | failure\ notice
    | mail\ delivery\ (?:failed|failure|system) | unzustellbar | non\ remis | no\ se\ puede\ entregar |
      impossibile\ recapitare
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MESSAGE_ID = re.compile(
    rb"^(?:Message-ID|X-Original-Message-ID|Original-Message-ID):\s*(<[^<>\s]{1,400}>)", re.IGNORECASE | re.MULTILINE
)


def automatic(content_type: str, fields: Fields, leaves: Sequence[Part], own_addresses: frozenset[str]) -> str:
    """Why nobody wrote this, in a word; "" when a person did."""
    report = headers.parameter(fields.raw("content-type"), "report-type").lower()
    kinds = {part.content_type for part in leaves}
    author = headers.addresses(fields, "from")
    address = author[0].address if author else ""
    subject = fields.value("subject")
    if (content_type == "multipart/report" and report in ("", "delivery-status")) or "message/delivery-status" in kinds:
        return "bounce"
    if report == "disposition-notification" or "message/disposition-notification" in kinds:
        return "receipt"
    if fields.value("x-failed-recipients"):
        return "bounce"
    if _BOUNCERS.match(address) and (_BOUNCE_SUBJECT.match(subject) or fields.value("return-path") in ("<>", "")):
        return "bounce"
    if address in own_addresses:
        return "own"
    submitted = fields.value("auto-submitted").lower().partition(";")[0].strip()
    if submitted and submitted != "no":
        return submitted if submitted in ("auto-replied", "auto-generated", "auto-notified") else "auto-generated"
    if _says_reply(fields):
        return "auto-replied"
    if _calendar_reply(leaves):
        return "calendar"
    precedence = fields.value("precedence").lower()
    if precedence in ("auto_reply", "auto-reply"):
        return "auto-replied"
    if _AUTOMATIC_SUBJECT.match(subject) and not _BOUNCE_SUBJECT.match(subject):
        return "auto-replied"
    if _BOUNCE_SUBJECT.match(subject) and not headers.message_ids(fields, "in-reply-to"):
        return "bounce"
    return _bulk(fields, precedence)


def _says_reply(fields: Fields) -> bool:
    if fields.value("x-autoreply") or fields.value("x-autorespond") or fields.value("x-autoresponder"):
        return True
    suppress = fields.value("x-auto-response-suppress").lower()
    return (
        "all" in suppress
        and bool(headers.message_ids(fields, "in-reply-to"))
        and bool(fields.value("x-ms-exchange-generated-message-source"))
    )


def _calendar_reply(leaves: Sequence[Part]) -> bool:
    """Accepted, declined: somebody pressed a button. An invitation is a person's, and is no prose either."""
    for part in leaves:
        if part.content_type == "text/calendar":
            method = headers.parameter(part.fields.raw("content-type"), "method").lower()
            if method in ("reply", "counter", "declinecounter", "refresh"):
                return True
    return False


def _bulk(fields: Fields, precedence: str) -> str:
    """Newsletters. A discussion list or a Google Group carries people's mail, and has a List-Post to answer to."""
    unsubscribe = fields.value("list-unsubscribe")
    if fields.value("list-unsubscribe-post") or fields.value("feedback-id"):
        return "list"
    if precedence in ("bulk", "junk") and unsubscribe:
        return "list" if not fields.value("list-post") else ""
    posts = fields.value("list-post")
    if fields.value("list-id") and unsubscribe and not posts and precedence != "list":
        return "list"
    return ""


def bounced(fields: Fields, leaves: Sequence[Part]) -> tuple[str, ...]:
    """Message-IDs of the mails that a delivery report speaks about."""
    found: list[str] = []
    for part in leaves:
        if part.message is not None:
            found.extend(headers.message_ids(Fields(part.message), "message-id"))
        elif part.content_type in ("text/rfc822-headers", "message/delivery-status", "text/rfc822"):
            payload = part.source.get_payload()
            blocks = payload if isinstance(payload, list) else []
            for block in blocks:
                if isinstance(block, Message):
                    for name in ("message-id", "original-message-id", "x-original-message-id"):
                        found.extend(headers.message_ids(Fields(block), name))
            found.extend(match.decode("ascii", "replace") for match in _MESSAGE_ID.findall(part.content[:100_000]))
    if not found:
        found.extend(headers.message_ids(fields, "in-reply-to"))
        found.extend(headers.message_ids(fields, "references")[-1:])
    return tuple(dict.fromkeys(found))
