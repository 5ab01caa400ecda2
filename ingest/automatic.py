"""Mail that nobody wrote: by its headers first (RFC 3834), its words last."""

import re
from email.message import Message

from ingest import headers
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


def automatic(message: Message, leaves: list[Part], own_addresses: frozenset[str]) -> str:
    """Why nobody wrote this, in a word; "" when a person did."""
    content_type = message.get_content_type()
    report = headers.parameter(message, "report-type").lower()
    kinds = {part.content_type for part in leaves}
    author = headers.addresses(message, "From")
    address = author[0].address if author else ""
    subject = headers.value(message, "Subject")
    if (content_type == "multipart/report" and report in ("", "delivery-status")) or "message/delivery-status" in kinds:
        return "bounce"
    if report == "disposition-notification" or "message/disposition-notification" in kinds:
        return "receipt"
    if headers.value(message, "X-Failed-Recipients"):
        return "bounce"
    if _BOUNCERS.match(address) and (
        _BOUNCE_SUBJECT.match(subject) or headers.value(message, "Return-Path") in ("<>", "")
    ):
        return "bounce"
    if address in own_addresses:
        return "own"
    submitted = headers.value(message, "Auto-Submitted").lower().partition(";")[0].strip()
    if submitted and submitted != "no":
        return submitted if submitted in ("auto-replied", "auto-generated", "auto-notified") else "auto-generated"
    if _says_reply(message):
        return "auto-replied"
    if _calendar_reply(leaves):
        return "calendar"
    precedence = headers.value(message, "Precedence").lower()
    if precedence in ("auto_reply", "auto-reply"):
        return "auto-replied"
    if _AUTOMATIC_SUBJECT.match(subject) and not _BOUNCE_SUBJECT.match(subject):
        return "auto-replied"
    if _BOUNCE_SUBJECT.match(subject) and not headers.message_ids(message, "In-Reply-To"):
        return "bounce"
    return _bulk(message, precedence)


def _says_reply(message: Message) -> bool:
    if (
        headers.value(message, "X-Autoreply")
        or headers.value(message, "X-Autorespond")
        or headers.value(message, "X-Autoresponder")
    ):
        return True
    suppress = headers.value(message, "X-Auto-Response-Suppress").lower()
    return (
        "all" in suppress
        and bool(headers.message_ids(message, "In-Reply-To"))
        and bool(headers.value(message, "X-MS-Exchange-Generated-Message-Source"))
    )


def _calendar_reply(leaves: list[Part]) -> bool:
    """Accepted, declined: somebody pressed a button. An invitation is a person's, and is no prose either."""
    for part in leaves:
        if part.content_type == "text/calendar":
            method = headers.parameter(part.source, "method").lower()
            if method in ("reply", "counter", "declinecounter", "refresh"):
                return True
    return False


def _bulk(message: Message, precedence: str) -> str:
    """Newsletters. A discussion list or a Google Group carries people's mail, and has a List-Post to answer to."""
    unsubscribe = headers.value(message, "List-Unsubscribe")
    if headers.value(message, "List-Unsubscribe-Post") or headers.value(message, "Feedback-ID"):
        return "list"
    if precedence in ("bulk", "junk") and unsubscribe:
        return "list" if not headers.value(message, "List-Post") else ""
    posts = headers.value(message, "List-Post")
    if headers.value(message, "List-Id") and unsubscribe and not posts and precedence != "list":
        return "list"
    return ""


def bounced(message: Message, leaves: list[Part]) -> tuple[str, ...]:
    """Message-IDs of the mails that a delivery report speaks about."""
    found: list[str] = []
    for part in leaves:
        if part.message is not None:
            found.extend(headers.message_ids(part.message, "Message-ID"))
        elif part.content_type in ("text/rfc822-headers", "message/delivery-status", "text/rfc822"):
            payload = part.source.get_payload()
            blocks = payload if isinstance(payload, list) else []
            for block in blocks:
                if isinstance(block, Message):
                    for name in ("Message-ID", "Original-Message-ID", "X-Original-Message-ID"):
                        found.extend(headers.message_ids(block, name))
            found.extend(match.decode("ascii", "replace") for match in _MESSAGE_ID.findall(part.content[:100_000]))
    if not found:
        found.extend(headers.message_ids(message, "In-Reply-To"))
        found.extend(headers.message_ids(message, "References")[-1:])
    return tuple(dict.fromkeys(found))
