"""Header values as people meant them: tolerant RFC 2047 and 2231, 8-bit bytes, addresses, message identifiers."""

import binascii
import datetime as dt
import email.utils
import re
from email.message import Message

from mailparser.utils import get_addresses

from briefs.mail import Address
from ingest.charsets import decode, python_charset

_CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
# Out of a raw value: its folds, and bytes that neither an address nor an identifier can have.
_UNPRINTED = dict.fromkeys(code for code in (*range(0x20), 0x7F) if code != 0x09)
# RFC 2047 section 2, without its limit of 75 characters.
_ENCODED_WORD = re.compile(r"=\?([^?\s*]{1,40})(?:\*[^?\s]{0,20})?\?([bqBQ])\?([^?\r\n]*)\?=")
_ESCAPED = re.compile("=[0-9A-F]{2}")
_MESSAGE_ID = re.compile(r"<([^<>\s]{1,400})>")
_PARAMETER = re.compile(r';\s*([\w.*%-]{1,60})\s*=\s*("(?:[^"\\]|\\.)*"|[^;\s]*)', re.DOTALL)
_ATOM = r"[^<>@\s\"(),;:\[\]]"
_NAMED_MAILBOX = re.compile(rf'\s*(?:"([^"\\<>]*)"|([^"\\<>,;:()@\[\]]*))\s*<({_ATOM}+@{_ATOM}+)>\s*(?:,|$)')
_BARE_MAILBOX = re.compile(rf"\s*({_ATOM}+@{_ATOM}+)\s*(?:,|$)")
LOOSE_ADDRESS = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._%+'-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")
MAX_ADDRESSES = 2000
MOST_FIELDS = 20  # of one name
_MAX_VALUE = 40_000


class Fields:
    """A message's header fields by name, first things first. Values are raw; the functions below read them."""

    __slots__ = ("_by_name", "_mailboxes")

    def __init__(self, message: Message) -> None:
        self._mailboxes: dict[str, tuple[Address, ...]] = {}
        self._by_name: dict[str, list[str]] = {}
        for name, raw in message.raw_items():
            self._by_name.setdefault(name.lower(), []).append(raw)

    def raw(self, name: str) -> str:
        """The first field of that name as text on one line, "" when there is none."""
        found = self._by_name.get(name)
        return _text(found[0]) if found else ""

    def all_raw(self, name: str, most: int = MOST_FIELDS) -> list[str]:
        return [_text(raw) for raw in self._by_name.get(name, ())[:most]]

    def value(self, name: str) -> str:
        """The first field of that name, decoded, on one line, without control characters."""
        raw = self.raw(name)
        return decoded(raw) if raw else ""

    def mailboxes(self, name: str) -> tuple[Address, ...]:
        """The mailboxes that the fields of that name tell; several readers ask for them."""
        if name not in self._by_name:
            return ()
        found = self._mailboxes.get(name)
        if found is None:
            found = tuple(address for raw in self.all_raw(name) for address in addresses_in(raw))
            self._mailboxes[name] = found
        return found

    def too_long(self, *names: str) -> list[str]:
        """Those of the names with a field that goes on after what is read of it, or with more fields than are read."""
        return [
            name
            for name in names
            if len(fields := self._by_name.get(name, [])) > MOST_FIELDS or any(len(raw) > _MAX_VALUE for raw in fields)
        ]

    def __contains__(self, name: str) -> bool:
        return name in self._by_name


def _text(raw: str) -> str:
    """A raw value unfolded, its 8-bit bytes read as what they most likely are (RFC 6532, else Windows)."""
    text = raw[:_MAX_VALUE]
    if not text.isascii():
        # The parser keeps each undecodable byte as a surrogate.
        text = decode(text.encode("utf-8", "surrogateescape"), "utf-8")[0]
    return text if text.isprintable() else text.translate(_UNPRINTED)


def decoded(text: str) -> str:
    text = _decode_words(text)
    return (text if text.isprintable() else _CONTROL.sub(" ", text)).strip()


def _decode_words(text: str) -> str:
    if "=?" not in text:
        return text
    pieces: list[str] = []
    charset, data = "", b""  # words of one charset are joined before decoding: senders split characters
    end = 0
    for word in _ENCODED_WORD.finditer(text):
        between = text[end : word.start()]
        if data and (between.strip() or word[1].lower() != charset):
            pieces.append(decode(data, charset)[0])
            data = b""
        if not end or between.strip():
            pieces.append(between)
        charset = word[1].lower()
        data += _word_bytes(word[2].lower(), word[3])
        end = word.end()
    pieces.append(decode(data, charset)[0])
    pieces.append(text[end:])
    return "".join(pieces)


def _word_bytes(encoding: str, body: str) -> bytes:
    if encoding == "q" or _ESCAPED.search(body):  # some say B and write Q
        return _unescaped(rb"=([0-9A-Fa-f]{2})", body.replace("_", " "))
    data = re.sub(r"[^A-Za-z0-9+/]", "", body)
    whole = len(data) // 4 * 4
    try:
        return binascii.a2b_base64(data + "=" * (-len(data) % 4))
    except binascii.Error:
        return binascii.a2b_base64(data[:whole])


def _unescaped(pattern: bytes, text: str) -> bytes:
    return re.sub(pattern, lambda match: bytes([int(match[1], 16)]), text.encode("utf-8", "surrogateescape"))


def parameter(raw: str, name: str) -> str:
    """A MIME parameter, also one continued or percent-encoded (RFC 2231), or encoded as a word against the rules."""
    if name not in raw.lower():
        return ""
    found: dict[str, str] = {}
    for match in _PARAMETER.finditer(raw):
        text = match[2]
        if text.startswith('"'):
            text = text[1:-1] if text.endswith('"') and len(text) > 1 else text[1:]
            text = re.sub(r"\\(.)", r"\1", text) if "\\" in text else text
        found.setdefault(match[1].lower(), text)
    if name in found:
        return decoded(found[name])
    if f"{name}*" in found:
        return _extended(found[f"{name}*"], True)
    pieces: list[str] = []
    while len(pieces) < len(found):
        number = len(pieces)
        piece = found.get(f"{name}*{number}*", found.get(f"{name}*{number}"))
        if piece is None:
            break
        pieces.append(piece)
    labelled = f"{name}*0*" in found
    # Not encoded as RFC 2231 says it may be a word of RFC 2047 that was broken up.
    return _extended("".join(pieces), True) if labelled else decoded(_extended("".join(pieces), False))


def _extended(text: str, labelled: bool) -> str:
    charset = "utf-8"
    if labelled and text.count("'") >= 2:
        charset, _, rest = text.partition("'")
        text = rest.partition("'")[2]
    return _CONTROL.sub(" ", decode(_unescaped(rb"%([0-9A-Fa-f]{2})", text), charset)[0]).strip()


def filename_of(fields: Fields) -> str:
    """The name that the sender gave the file, without any folder."""
    name = parameter(fields.raw("content-disposition"), "filename") or parameter(fields.raw("content-type"), "name")
    return re.split(r"[\\/]", name)[-1].strip()[:255] if name else ""


def charset_of(fields: Fields) -> str:
    return python_charset(parameter(fields.raw("content-type"), "charset"))


def addresses(fields: Fields, *names: str) -> tuple[Address, ...]:
    """The mailboxes of these headers, in order; groups and what is no address are left out."""
    found = (
        fields.mailboxes(names[0]) if len(names) == 1 else [each for name in names for each in fields.mailboxes(name)]
    )
    return tuple(dict.fromkeys(found[:MAX_ADDRESSES]) if len(found) > 1 else found)


def addresses_in(text: str) -> list[Address]:
    """The mailboxes that a header's raw text names."""
    if "@" not in text:
        return []
    found: list[Address] = []
    place = 0
    while place < len(text):
        if named := _NAMED_MAILBOX.match(text, place):
            found.append(Address(named[3].lower(), _name(named[1] or named[2] or "")))
            place = named.end()
        elif bare := _BARE_MAILBOX.match(text, place):
            found.append(Address(bare[1].lower()))
            place = bare.end()
        else:
            return _hard_addresses(text)
    return found


def _hard_addresses(text: str) -> list[Address]:
    """Comments, groups, quoted pairs and worse: mail-parser's recovery, else whatever looks like a mailbox."""
    try:
        pairs = get_addresses(text)
    except (ValueError, IndexError, RecursionError, TypeError, AttributeError, LookupError):
        pairs = []
    found = [Address(address.strip().lower(), _name(name)) for name, address in pairs if _is_address(address.strip())]
    return found or [Address(match.lower()) for match in LOOSE_ADDRESS.findall(text[:4000])[:20]]


def _is_address(text: str) -> bool:
    return "@" in text[1:-1] and not re.search(r"[\s<>()]", text)


def _name(text: str) -> str:
    name = decoded(text).strip("'\"").strip()
    return " ".join(name.split())[:200]


def message_ids(fields: Fields, name: str) -> tuple[str, ...]:
    """The identifiers of a Message-ID, In-Reply-To or References header, with their brackets."""
    if name not in fields:
        return ()
    text = " ".join(fields.all_raw(name, 5))
    found = [f"<{identifier}>" for identifier in _MESSAGE_ID.findall(text)[:200]]
    if not found and "<" not in text:
        found = [f"<{word}>" for word in text.split()[:5] if "@" in word]
    return tuple(dict.fromkeys(found))


def date(fields: Fields) -> dt.datetime | None:
    """The Date header as an aware instant in the sender's offset; None when it tells none."""
    try:
        read = email.utils.parsedate_tz(fields.raw("date")[:200])
        if read is None:
            return None
        offset = read[9]
        zone = dt.timezone(dt.timedelta(seconds=offset)) if offset is not None and abs(offset) < 86_400 else dt.UTC
        return dt.datetime(*read[:6], tzinfo=zone)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
