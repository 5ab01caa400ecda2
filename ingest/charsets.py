"""Bytes to text in the charset they were really written in, whatever the label says."""

import codecs
import functools
import re

# Labels that mean another charset than they say (WHATWG Encoding), and names that Python lacks.
_MEANT = {
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "ansi_x3.4-1968": "cp1252",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso8859-1": "cp1252",
    "x-user-defined": "cp1252",
    "ansi": "cp1252",
    "windows-1252": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "unicode-1-1-utf-7": "utf-7",
    "utf8": "utf-8",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "unknown-8bit": "utf-8",
    "x-unknown": "utf-8",
    "unknown": "utf-8",
    "default": "utf-8",
    "": "utf-8",
}
_SEVEN_BIT = ("iso2022", "utf-7", "hz", "utf-16", "utf-32")
_META = re.compile(rb"<meta[^<>]{0,200}charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.IGNORECASE)
# Text formats only: "charset=zlib" would inflate.
_TEXT = re.compile(
    r"utf|ascii|iso|latin|cp\d|windows|koi8|mac|gb|big5|euc|shift|hz|tis|johab|ptcp|kz|hp-roman", re.IGNORECASE
)


@functools.lru_cache(256)
def python_charset(label: str) -> str:
    """The codec for a label; "" when the label names none."""
    name = label.strip().strip("'\"").lower()
    name = _MEANT.get(name, name)
    if not _TEXT.match(name):
        return ""
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""


def named_charset(page: bytes) -> str:
    """The charset that an HTML page names itself, "" where it names none; where it is UTF-16 no ASCII could say so."""
    found = _META.search(page, 0, 4000)
    label = found[1].decode("ascii") if found else ""
    return "" if label.lower().startswith("utf-16") else label


def decode(data: bytes, label: str) -> tuple[str, bool]:
    """Text of `data`, and whether the label was right about it.

    UTF-8 that reads without a fault is UTF-8, also under another 8-bit label (a gateway that relabels is common, and
    such text by accident all but impossible); else the label; else Windows-1252, in which every £ and € survives.
    """
    charset = python_charset(label)
    if charset.startswith(("utf-16", "utf-32")) and data.isascii() and b"\0" not in data:
        return data.decode("ascii"), False
    if charset.startswith(_SEVEN_BIT):
        try:
            return _paired(data.decode(charset)), True
        except (UnicodeError, ValueError):
            return _paired(data.decode(charset, "replace")), False
    if data.isascii():
        return data.decode("ascii"), True
    try:
        return data.decode("utf-8"), charset in ("utf-8", "")
    except UnicodeDecodeError as error:
        if charset in ("utf-8", "") and error.end == len(data) and error.reason == "unexpected end of data":
            return data.decode("utf-8", "replace"), False  # a text cut within a character
    if charset in ("utf-8", "", "cp1252"):
        return _mixed(data, charset), False
    try:
        return data.decode(charset), True
    except UnicodeError:
        return data.decode(charset, "replace"), False


# What Windows-1252 leaves open is a control character there, as browsers read it.
_WINDOWS = {0xDC00 + byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0x100)}


_UNDECODED, _BEYOND_ASCII = re.compile("[\udc80-\udcff]"), re.compile("[^\x00-\x7f]")


def _mixed(data: bytes, charset: str) -> str:
    """UTF-8 and, where it is none, Windows-1252: a reply in one charset below a signature in the other.

    Under the label of Windows only where more characters are UTF-8 than are not: "Ã©" by accident is rare.
    """
    text = data.decode("utf-8", "surrogateescape")
    if charset == "cp1252" and 2 * len(_UNDECODED.findall(text)) >= len(_BEYOND_ASCII.findall(text)):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:  # a byte that it leaves open
            return data.decode("latin-1").translate(_LATIN)
    return text.translate(_WINDOWS)


_LATIN = {code - 0xDC00: character for code, character in _WINDOWS.items()}


def _paired(text: str) -> str:
    """Surrogates as the characters that two of them stand for (UTF-7 can hold them); a lone one is none."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
