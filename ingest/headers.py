"""Header values as people meant them: tolerant RFC 2047 and 2231, 8-bit bytes, addresses, message identifiers."""

import binascii
import datetime as dt
import email.header
import email.utils
import re
from email.message import Message

from mailparser.utils import get_addresses

from briefs.mail import Address
from ingest.charsets import decode, python_charset

_CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
# RFC 2047 section 2, without its limit of 75 characters, and with the spaces that some programs leave inside.
_ENCODED_WORD = re.compile(r"=\?([^?\s*]{1,40})(?:\*[^?\s]{0,20})?\?([bqBQ])\?([^?\r\n]*)\?=")
_MESSAGE_ID = re.compile(r"<([^<>\s]{1,400})>")
_PARAMETER = re.compile(r';\s*([\w.*%-]{1,60})\s*=\s*("(?:[^"\\]|\\.)*"|[^;\s]*)', re.DOTALL)
MAX_ADDRESSES = 500
_MAX_ADDRESS_TEXT = 40_000
_MAX_VALUE = 20_000


def value(message: Message, name: str) -> str:
    """A header's decoded value on one line, without control characters; "" when there is none."""
    return decoded(message.get(name))


def values(message: Message, name: str) -> list[str]:
    return [decoded(raw) for raw in (message.get_all(name) or [])[:50]]


def decoded(raw: object) -> str:
    return _CONTROL.sub(" ", _decode_words(raw_text(raw))).strip()


def raw_text(raw: object) -> str:
    """A header as text, its 8-bit bytes read as what they most likely are (RFC 6532, else Windows)."""
    if raw is None:
        return ""
    text = str(raw) if not isinstance(raw, email.header.Header) else _header_text(raw)
    text = text[:_MAX_VALUE]
    if any("\udc80" <= character <= "\udcff" for character in text):
        text = decode(text.encode("utf-8", "surrogateescape"), "utf-8")[0]
    return text.replace("\r\n", "").replace("\r", "").replace("\n", "")


def _header_text(raw: email.header.Header) -> str:
    """compat32 wraps 8-bit headers in a Header of unknown-8bit chunks: their bytes, as surrogates, come back here."""
    return "".join(chunk for chunk, _ in raw._chunks)  # type: ignore[attr-defined]  # noqa: SLF001


def _decode_words(text: str) -> str:
    if "=?" not in text:
        return text
    pieces: list[str] = []
    pending: tuple[str, bytes] | None = (
        None  # words of one charset are joined before decoding: senders split characters
    )
    end = 0

    def flush() -> None:
        nonlocal pending
        if pending is not None:
            pieces.append(decode(pending[1], pending[0])[0])
            pending = None

    for word in _ENCODED_WORD.finditer(text):
        between = text[end : word.start()]
        if pending is None or between.strip():
            flush()
            pieces.append(between)
        data = _word_bytes(word[2].lower(), word[3])
        charset = word[1].lower()
        if pending is not None and pending[0] == charset:
            pending = (charset, pending[1] + data)
        else:
            flush()
            pending = (charset, data)
        end = word.end()
    flush()
    pieces.append(text[end:])
    return "".join(pieces)


def _word_bytes(encoding: str, body: str) -> bytes:
    if encoding == "q":
        return _unquote(body.replace("_", " "))
    data = re.sub(r"[^A-Za-z0-9+/]", "", body)
    try:
        return binascii.a2b_base64(data + "=" * (-len(data) % 4))
    except binascii.Error:
        return binascii.a2b_base64(data[: len(data) // 4 * 4])


def _unquote(body: str) -> bytes:
    return re.sub(
        rb"=([0-9A-Fa-f]{2})", lambda match: bytes([int(match[1], 16)]), body.encode("utf-8", "surrogateescape")
    )


def parameter(message: Message, name: str, header: str = "Content-Type") -> str:
    """A MIME parameter, also one continued or percent-encoded (RFC 2231), or encoded as a word against the rules."""
    raw = raw_text(message.get(header))
    if name not in raw.lower():
        return ""
    found: dict[str, str] = {}
    for match in _PARAMETER.finditer(raw):
        text = match[2]
        if text.startswith('"'):
            text = re.sub(r"\\(.)", r"\1", text[1:-1] if text.endswith('"') and len(text) > 1 else text[1:])
        found.setdefault(match[1].lower(), text)
    if name in found:
        return _CONTROL.sub(" ", _decode_words(found[name])).strip()
    if f"{name}*" in found:
        return _extended(found[f"{name}*"], True)
    pieces, number = [], 0
    while True:
        if f"{name}*{number}*" in found:
            pieces.append(found[f"{name}*{number}*"])
        elif f"{name}*{number}" in found:
            pieces.append(found[f"{name}*{number}"])
        else:
            break
        number += 1
    return _extended("".join(pieces), f"{name}*0*" in found) if pieces else ""


def _extended(text: str, labelled: bool) -> str:
    charset = "utf-8"
    if labelled and text.count("'") >= 2:
        charset, _, rest = text.partition("'")
        text = rest.partition("'")[2]
    data = re.sub(
        rb"%([0-9A-Fa-f]{2})", lambda match: bytes([int(match[1], 16)]), text.encode("utf-8", "surrogateescape")
    )
    return _CONTROL.sub(" ", decode(data, charset)[0]).strip()


def filename_of(message: Message) -> str:
    """The name that the sender gave the file, without any folder."""
    name = parameter(message, "filename", "Content-Disposition") or parameter(message, "name")
    return re.split(r"[\\/]", name)[-1].strip()[:255]


def charset_of(message: Message) -> str:
    return python_charset(parameter(message, "charset"))


def addresses(message: Message, *names: str) -> tuple[Address, ...]:
    """The mailboxes of these headers, in order; groups and what is no address are left out."""
    found: list[Address] = []
    for name in names:
        for raw in (message.get_all(name) or [])[:20]:
            found.extend(addresses_in(raw_text(raw)))
    return tuple(dict.fromkeys(found[:MAX_ADDRESSES]))


_SIMPLE = re.compile(r'\s*(?:"([^"\\<>]*)"|([^"\\<>,;:()@\[\]=]*))\s*<([^<>\s"(),;:]+@[^<>\s"(),;:]+)>\s*')
_BARE = re.compile(r"\s*([^<>\s\"(),;:\[\]]+@[^<>\s\"(),;:\[\]]+)\s*")


def addresses_in(text: str) -> list[Address]:
    """The mailboxes that a header's raw text names."""
    text = text[:_MAX_ADDRESS_TEXT]
    if simple := _SIMPLE.fullmatch(text):  # nearly every From
        return [Address(simple[3].lower(), _name((simple[1] or simple[2] or "").strip()))]
    if bare := _BARE.fullmatch(text):
        return [Address(bare[1].lower())]
    if "@" not in text:
        return []
    try:
        pairs = get_addresses(text)
    except (ValueError, IndexError, RecursionError, TypeError, AttributeError, LookupError):
        pairs = []
    found = [
        Address(address.strip().lower(), _name(name))
        for name, address in pairs
        if address and _is_address(address.strip())
    ]
    return found or [Address(match.lower()) for match in LOOSE_ADDRESS.findall(text[:4000])[:20]]


LOOSE_ADDRESS = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9._%+'-]{0,63})@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")


def _is_address(text: str) -> bool:
    return text.count("@") >= 1 and not re.search(r"[\s<>()]", text) and text[0] != "@" and text[-1] != "@"


def _name(text: str) -> str:
    name = _CONTROL.sub(" ", _decode_words(text)).strip().strip("'\"").strip()
    return re.sub(r"\s+", " ", name)[:200]


def message_ids(message: Message, name: str) -> tuple[str, ...]:
    """The identifiers of a Message-ID, In-Reply-To or References header, with their brackets."""
    text = " ".join(raw_text(raw) for raw in (message.get_all(name) or [])[:5])
    found = [f"<{identifier}>" for identifier in _MESSAGE_ID.findall(text)[:200]]
    if not found and text.strip() and "<" not in text and "@" in text:
        found = [f"<{word}>" for word in text.split()[:5] if "@" in word]
    return tuple(dict.fromkeys(found))


def date(message: Message) -> dt.datetime | None:
    """The Date header as an aware instant in the sender's offset; None when it tells none."""
    text = raw_text(message.get("Date"))[:200]
    try:
        read = email.utils.parsedate_tz(text)
        if read is None:
            return None
        offset = read[9]
        zone = dt.timezone(dt.timedelta(seconds=offset)) if offset is not None and abs(offset) < 86_400 else dt.UTC
        return dt.datetime(*read[:6], tzinfo=zone)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
