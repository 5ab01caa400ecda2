"""What mail programs write around quoted mail, in the languages that they speak: data, and the lookups over it."""

import functools
import re

FROM, SENT, TO, CC, BCC, SUBJECT, REPLY_TO, OTHER = "from", "sent", "to", "cc", "bcc", "subject", "reply_to", "other"

# en; de; fr; es; it; nl; pt; pl; cs, sk; sv; da, no; fi; hu; ro; ru, uk; tr; hr, sl; et
_LABELS = {
    FROM: "from|von|de|expéditeur|desde|remitente|da|mittente|van|afzender|remetente|od|nadawca|odesílatel|odosielateľ|från|avsändare|fra|"
    "afsender|avsender|lähettäjä|feladó|expeditor|de la|от|от кого|від|від кого|kimden|gönderen|kimden (from)|pošiljatelj|šalje|saatja|από",
    SENT: "sent|date|sent on|date sent|gesendet|datum|gesendet am|envoyé|envoyé le|date d'envoi|enviado|enviado el|fecha|fecha de envío|enviado em|enviada em|"
    "enviada|inviato|data|data invio|inviata|verzonden|verstuurd|wysłano|wysłane|data wysłania|odesláno|odoslané|dátum|skickat|skickades|"
    "sendt|dato|lähetetty|päivämäärä|päiväys|küldve|elküldve|küldés dátuma|trimis|dată|дата|отправлено|отправлен|дата отправки|надіслано|"
    "tarih|gönderildi|gönderilme tarihi|gönderme tarihi|poslano|datum slanja|saadetud|kuupäev|ημερομηνία",
    TO: "to|an|à|a|para|aan|do|komu|pre|till|til|vastaanottaja|címzett|către|catre|кому|до|kime|alıcı|alici|za|prima|saaja|προς|destinataire|"
    "destinatário|destinatario|empfänger|odbiorca|příjemce|mottagare|modtager|mottaker|naar|per|pentru",
    CC: "cc|kopie|copie|copie à|copia|cópia|con copia|dw|kopie (cc)|kópia|kopia|kopi|kopio|másolat|másolatot kap|копия|копія|bilgi|koopia|pour information|"
    "c.c.|kopija|κοιν",
    BCC: "bcc|bkk|cci|cco|ccn|udw|skrytá kopie|hemlig kopia|piilokopio|titkos másolat|скрытая копия|gizli",
    SUBJECT: "subject|re|betreff|objet|sujet|asunto|oggetto|onderwerp|assunto|temat|předmět|predmet|ämne|emne|aihe|tárgy|subiect|тема|konu|naslov|teema|θέμα",
    REPLY_TO: "reply-to|reply to|antwort an|antwortadresse|répondre à|responder a|rispondi a|antwoord aan|responder para|odpowiedz do|"
    "odpovědět komu|svara till|svar til|vastausosoite|válaszcím|ответить|yanıtla",
    OTHER: "importance|attachments|attachment|organization|organisation|priority|sensitivity|wichtigkeit|priorität|anlagen|anhänge|anlage|"
    "importance :|pièces jointes|pièce jointe|importancia|datos adjuntos|adjuntos|priorità|allegati|allegato|importanza|bijlagen|prioriteit|urgentie|"
    "anexos|prioridade|importância|załączniki|ważność|přílohy|důležitost|bifogade filer|prioritet|vedhæftede filer|vedlegg|liitteet|tärkeys|"
    "mellékletek|fontosság|вложения|важность|ekler|önem|categories|kategorien|message-id|x-mailer|mime-version|return-path|delivered-to|"
    "resent-from|resent-to|resent-date|list-id|user-agent|organisatie|thread-topic|in-reply-to|references",
}

# Not "re" alone: "Re:" opens business letters. It stays a label only beside three others.
WEAK_SUBJECT = "re"

_FORWARDED = (
    "forwarded message|forwarded mail|forwarded by|begin forwarded message|original message|message forwarded|forwarded email|fwd message|"
    "weitergeleitete nachricht|weitergeleitete mail|weitergeleitet von|anfang der weitergeleiteten nachricht|anfang der weitergeleiteten e-mail|"
    "ursprüngliche nachricht|originalnachricht|original-nachricht|original nachricht|originale nachricht|"
    "message transféré|message transmis|début du message transféré|début du message réexpédié|transféré par|message d'origine|message original|e-mail d'origine|"
    "mensaje reenviado|inicio del mensaje reenviado|comienzo del mensaje reenviado|mensaje original|reenviado por|"
    "messaggio inoltrato|inizio messaggio inoltrato|inoltrato da|messaggio originale|"
    "doorgestuurd bericht|begin doorgestuurd bericht|oorspronkelijk bericht|doorgestuurd door|oorspronkelijke bericht|"
    "mensagem encaminhada|início da mensagem reencaminhada|início da mensagem encaminhada|mensagem original|mensagem reencaminhada|encaminhada por|"
    "wiadomość przekazana|przekazana wiadomość|początek przekazywanej wiadomości|początek przekazanej wiadomości|treść przekazanej wiadomości|wiadomość oryginalna|oryginalna wiadomość|przesłana wiadomość|"
    "přeposlaná zpráva|předaná zpráva|začátek přeposílané zprávy|původní zpráva|původní e-mail|preposlaná správa|pôvodná správa|začiatok preposlanej správy|"
    "vidarebefordrat meddelande|vidarebefordrat brev|vidarebefordrat mejl|början på vidarebefordrat brev|ursprungligt meddelande|originalmeddelande|"
    "videresendt meddelelse|videresendt besked|videresendt melding|videresendt e-post|start på videresendt besked|begin videresendt besked|videresendt brev|oprindelig meddelelse|original meddelelse|"
    "opprinnelig melding|original melding|start på videresendt e-post|start på videresendt melding|den oprindelige meddelelse|"
    "välitetty viesti|edelleenlähetetty viesti|välitetty viesti alkaa|alkuperäinen viesti|"
    "továbbított üzenet|továbbított levél|továbbított levél kezdete|eredeti üzenet|továbbított üzenet kezdete|"
    "mesaj redirecționat|mesaj redirectionat|mesaj original|începutul mesajului redirecționat|"
    "пересылаемое сообщение|пересланное сообщение|перенаправленное сообщение|начало переадресованного сообщения|исходное сообщение|оригинальное сообщение|начало пересылаемого сообщения|"
    "переслане повідомлення|переслане сообщение|оригінальне повідомлення|початок листа, що пересилається|"
    "iletilen mesaj|iletilen ileti|iletilmiş mesaj|başlangıçta iletilen mesaj|orijinal mesaj|özgün ileti|orjinal mesaj|iletilmiş ileti başlangıcı|"
    "proslijeđena poruka|izvorna poruka|posredovano sporočilo|izvirno sporočilo|edastatud kiri|algne kiri|algne sõnum|προωθημένο μήνυμα|"
    "転送メッセージ|转发的消息|原始邮件|전달된 메일"
)  # fmt: skip
# A separator that programs put above replies as well says nothing about the direction.
_ORIGINAL = re.compile(
    r"origin|ursprün|ursprun|oprindelig|opprinnelig|oorspronkelijk|alkuperäinen|eredeti|původní|pôvodná|исходн|оригин|özgün|orijinal|orjinal|"
    r"oryginaln|izvorn|izvirn|algne|原始",
    re.IGNORECASE,
)

_WROTE = (
    "wrote|writes|said|wrote the following|schrieb|schrieb am|geschrieben|a écrit|écrit|a écrit le|escribió|escribio|ha scritto|scrisse|scritto|"
    "schreef|heeft geschreven|het volgende geschreven|escreveu|escrevia|napisał|napisała|napisał(a)|napisał/a|pisze|napsal|napsala|napsal(a)|"
    "napísal|napísala|napísal(a)|skrev|skrev följande|skrev følgende|skrev:|kirjoitti|írta|ezt írta|írta a következőt|a scris|"
    "написал|написала|написал(а)|пишет|пише|написав|написала|yazdı|şunu yazdı|şunları yazdı|tarafından yazıldı|napisao|napisala|je napisao|je napisala|je napisao/la|"
    "kirjutas|έγραψε"
)  # fmt: skip

_REPLY_PREFIX = r"re|aw|antw|sv|vs|odp|ynt|vá|ref|rif|res|r|ad|回复|отв|на|tr\.re|yanıt|atb|bls|回覆"
_FORWARD_PREFIX = r"fwd?|wg|tr|rv|vl|vb|i|enc|pd|fs|ilt|továbbítás|doorst|fwd|inoltro|пер|перенапр|továbbított|转发|preposlané|vd|trs|red|fyi"
_PREFIX = re.compile(
    rf"\s*(?:\[[^\]\r\n]{{1,40}}\]\s*)*(?:({_FORWARD_PREFIX})|({_REPLY_PREFIX}))(?:\[\d+\]|\(\d+\))?\s?[:：]", re.IGNORECASE
)


@functools.cache
def _label_table() -> dict[str, str]:
    table: dict[str, str] = {}
    for field, labels in _LABELS.items():
        for label in labels.split("|"):
            table.setdefault(label, field)
    return table


@functools.cache
def _separator_pattern() -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase) for phrase in sorted(_FORWARDED.split("|"), key=len, reverse=True))
    return re.compile(rf"[\s\-_–—=*>+.:|]*(?:{phrases})(?![\w-])(.{{0,200}})$", re.IGNORECASE)


@functools.cache
def _wrote_pattern() -> re.Pattern[str]:
    verbs = "|".join(re.escape(verb) for verb in sorted(_WROTE.split("|"), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{verbs})(?!\w)", re.IGNORECASE)


_FIELD = re.compile(r"[\s*•|_]{0,8}([^\W\d][\w\s'’().\-]{0,32}?)[\s*_]{0,4}[:：][\s*_]{0,80}(.*)$")


def header_field(line: str) -> tuple[str, str] | None:
    """("from", value) when the line is one of a header block's, in any of the languages."""
    if ":" not in line and "：" not in line:
        return None
    match = _FIELD.match(line[:2000])
    if match is None:
        return None
    field = _label_table().get(" ".join(match[1].replace("’", "'").lower().split()))
    return (field, match[2].strip()) if field else None


def separator(line: str) -> str | None:
    """ "forwarded" or "original" when the line is a program's separator above a quoted mail."""
    if len(line) > 240 or len(line) < 8:
        return None
    match = _separator_pattern().match(line)
    if match is None:
        return None
    rest = match[1].strip(" -_–—=*:.\t>|")
    framed = line.strip()[:2] in ("--", "==", "__", "**", "- ", "—-") or line.strip().endswith(("--", ":", "==", "__"))
    if rest and not (framed and line.lstrip(" >*_").startswith("--")):
        return None
    if not framed and len(line.strip()) > 60:
        return None
    return "original" if _ORIGINAL.search(line) else "forwarded"


def says_wrote(text: str) -> bool:
    return _wrote_pattern().search(text) is not None


def subject_prefix(subject: str) -> str:
    """ "forward", "reply" or "" by the subject's first prefix: weak evidence, programs and people both put it there."""
    match = _PREFIX.match(subject)
    if match is None:
        return ""
    return "forward" if match[1] else "reply"
