"""Bytes to text in the charset they were really written in, whatever the label says."""

import codecs
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
# Text formats only: "charset=zlib" would inflate.
_TEXT = re.compile(
    r"utf|ascii|iso|latin|cp\d|windows|koi8|mac|gb|big5|euc|shift|hz|tis|johab|ptcp|kz|hp-roman", re.IGNORECASE
)


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


def decode(data: bytes, label: str) -> tuple[str, bool]:
    """Text of `data`, and whether the label was right about it.

    UTF-8 that reads without a fault is UTF-8, also under another 8-bit label (a gateway that relabels is common, and
    such text by accident all but impossible); else the label; else Windows-1252, in which every £ and € survives.
    """
    charset = python_charset(label)
    if charset.startswith(_SEVEN_BIT):
        try:
            return _paired(data.decode(charset)), True
        except (UnicodeError, ValueError):
            return _paired(data.decode(charset, "replace")), False
    if data.isascii():
        return data.decode("ascii"), True
    try:
        return data.decode("utf-8"), charset in ("utf-8", "")
    except UnicodeError:
        pass
    for name in (charset, "cp1252"):
        if name and name != "utf-8":
            try:
                return data.decode(name), name == charset
            except UnicodeError:
                continue
    if charset in ("utf-8", "") and _mostly_utf8(data):
        return data.decode("utf-8", "replace"), False
    return data.decode("cp1252", "replace") if charset in ("", "utf-8") else data.decode(charset, "replace"), False


def _paired(text: str) -> str:
    """Surrogates as the characters that two of them stand for (UTF-7 can hold them); a lone one is none."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _mostly_utf8(data: bytes) -> bool:
    """One broken character in a long UTF-8 text is a cut, not another charset."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return bad * 10 < sum(character > "\x7f" for character in text)
