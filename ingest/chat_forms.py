"""How chats and transcripts set a turn's stamp and its speaker, by the programs that export or paste them."""

import re

# Also a number that is in nobody's contacts; what may stand behind it in brackets is left open.
_NAMED_AS = (
    r"~?\s?((?:[^\W\d_][^:\t\r\n\[\]<>()]{0,38}?|\+\d[\d\s().\-]{6,20}\d)"
    r"(?:\s\((?:%s)\))?)"
)
# Teams' "(Guest)".
_NAME = _NAMED_AS % "guest|external|you|host|extern|gast|invité|invitado|ospite|gość"
# As somebody keeps them in their contacts: "Joe (Harbor & Hill)".
_KEPT_NAME = _NAMED_AS % r"[^:\t\r\n\[\]<>()]{1,38}"
_NUMBERS = r"\d{1,4}[./\-]\s?\d{1,2}(?:[./\-]\s?\d{1,4})?\.?"
_NAMED_DAY = (
    r"(?:yesterday|today|gestern|heute|hier|aujourd['’]hui|ayer|hoy|ieri|oggi|gisteren|vandaag|ontem|hoje|wczoraj|"
    r"dzisiaj|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)"
)
_WRITTEN_DAY = r"(?:[^\W\d]{3,9}\.? \d{1,2}(?:, \d{4})?|\d{1,2}\.? [^\W\d]{3,9}\.?(?: \d{4})?)"
_DAY = rf"(?:{_NUMBERS}|{_WRITTEN_DAY}|{_NAMED_DAY})"
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,3})?(?:[\s\u202f\u00a0]?[ap]\.?[\s\u00a0]?m\.?)?"
_STAMP = rf"(?:{_DAY},?\s+(?:at\s+)?)?{_CLOCK}(?:\s?(?:-->|–|-)\s?{_CLOCK})?(?:,?\s+{_DAY})?"
_MARKS = r"[\u200e\u200f\u202a-\u202c\ufeff]{0,3}"

# "[18/08/25, 7:42 PM] Ana: …", "18.08.25, 19:42 - Ana: …", "0:12<tab>Ana<tab>…", "(00:12) Ana: …"
STAMPED = re.compile(
    rf"^{_MARKS}\s*(?:\[\s*{_STAMP}\s*\]|\(?{_STAMP}\)?)\s*[-–—]?\s*{_KEPT_NAME}\s*(?::|\t)\s*", re.IGNORECASE
)
# Zoom's chat: "09:14:03<tab> From  Ana  to  Everyone : …"
SENT = re.compile(rf"^\s*{_CLOCK}\s+From\s+([^:]{{1,40}}?)(?:\s+to\s+[^:]{{1,40}}?)?\s*:\s*", re.IGNORECASE)
# "[3/3 9:14 AM] Ana", "00:12 - Ana" with the words on the next lines
STAMPED_ALONE = re.compile(rf"^\s*(?:\[\s*{_STAMP}\s*\]|\(?{_STAMP}\)?\s*[-–—])\s*{_NAME}\s*$", re.IGNORECASE)
# "Ana [10:02 AM]: …", "Ana (10:02): …", "Ana 10:02 AM", "[Ana] 10:02:11" with the words on the next lines. The spaces
# are taken once and for all: tables have long runs of them.
NAMED = re.compile(rf"^\s*\[?{_NAME}\]?\s*+(?:[,\[(:—–]\s*+|(?<=\s)){_STAMP}\s*[\])]?\s*:?\s*", re.IGNORECASE)
# "<v Ana>…" of WebVTT
VOICED = re.compile(r"^\s*<v(?:\.[\w.]{1,40})?\s([^<>]{1,60})>\s*", re.IGNORECASE)
# "Ana: …"
SPEAKER = re.compile(rf"^\s*{_NAME}:\s+(?=\S)", re.IGNORECASE)
NAME_ALONE = re.compile(rf"^\s*{_NAME}\s*$", re.IGNORECASE)

STAMP_ALONE = re.compile(rf"^\s*[\[(]?\s*{_STAMP}\s*[\])]?\s*$", re.IGNORECASE)
DAY_ALONE = re.compile(
    rf"^\W*(?:{_NAMED_DAY},?\s)?(?:{_NUMBERS}|{_WRITTEN_DAY}(?:,? \d{{4}})?|(?:yesterday|today|gestern|heute))\W*$",
    re.IGNORECASE,
)
CUE_ALONE = re.compile(r"^\s*(?:WEBVTT\b.{0,40}|NOTE\b.{0,80}|\d{1,5})\s*$")
# "03/03/2026, 09:14 - Messages and calls are end-to-end encrypted."
STAMPED_LINE = re.compile(rf"^{_MARKS}\s*\[?\s*{_DAY},?\s+{_CLOCK}\s*\]?\s*[-–—]?\s", re.IGNORECASE)
SYSTEM = re.compile(
    r"(?:<[^<>]{3,60}>|(?:image|video|audio|sticker|document|gif|contact card|voice message) omitted|"
    r"(?:bild|video|audio|dokument|sticker) weggelassen|(?:image|vidéo|audio|document) (?:absente?|omise?)|"
    r"(?:imagen|video|audio|documento|sticker) omitid[oa]|(?:immagine|video|audio|documento) omess[oa]|"
    r"(?:afbeelding|video|audio|document) weggelaten|(?:imagem|vídeo|áudio|documento) (?:ocultad[oa]|omitid[oa])|"
    r"(?:you deleted this|this) message(?: was deleted)?|diese nachricht wurde gelöscht|ce message a été supprimé|"
    r"(?:se eliminó este mensaje|este mensaje fue eliminado)|questo messaggio è stato eliminato|dit bericht is "
    r"verwijderd|"
    r"mensagem apagada|missed (?:voice|video|group voice|group video) call|messages and calls are end-to-end.*|null|"
    r"\S{1,80}\.(?:jpe?g|png|webp|mp4|opus|pdf|vcf|m4a) \([^()]{3,30}\)|<attached:.*)\W*$",
    re.IGNORECASE,
)
# Cheap looks before the patterns.
STAMP_HINT = re.compile(
    r"^\W{0,6}(?:\d|(?:yes|tod|ges|heu|hie|auj|aye|hoy|ier|ogg|gis|van|ont|hoj|wcz|dzi|mon|tue|wed|thu|fri|sat|sun))",
    re.IGNORECASE,
)
CLOCK_HINT = re.compile(r"\d[:.]\d\d")
COLON_HINT = re.compile(r"^[^:]{1,44}:\s")
VOICE_HINT = re.compile(r"^\s{0,4}<v")
