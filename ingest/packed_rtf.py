"""Outlook's compressed RTF (MS-OXRTFCP) to text. Runs in the capped child only."""

import struct

from ingest.rtf_file import read

_MAGIC = 0x75465A4C
_PLAIN_MAGIC = 0x414C454D
_WINDOW = 4096
_LONGEST = 20_000_000
_PRESET = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
    b"MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)


def text_of_packed(content: bytes) -> str:
    """Its words; "" for what is not in the format."""
    return "\n".join(read(_unpacked(content)))


def _unpacked(content: bytes) -> bytes:
    if len(content) < 16:
        return b""
    _, length, magic = struct.unpack_from("<III", content)
    if magic == _PLAIN_MAGIC:
        return content[16 : 16 + length]
    if magic != _MAGIC:
        return b""
    window = bytearray(_PRESET.ljust(_WINDOW, b"\0"))
    write, made, at = len(_PRESET), bytearray(), 16
    while at < len(content) and len(made) < min(length, _LONGEST):
        control = content[at]
        at += 1
        for bit in range(8):
            if at >= len(content):
                break
            if not control >> bit & 1:
                piece = content[at : at + 1]
                at += 1
            else:
                token = int.from_bytes(content[at : at + 2], "big")
                at += 2
                offset, count = token >> 4, (token & 15) + 2
                if offset == write:
                    return bytes(made)
                piece = b""
                for step in range(count):  # it may read what it writes
                    byte = window[(offset + step) % _WINDOW]
                    window[(write + step) % _WINDOW] = byte
                    piece += bytes((byte,))
            for byte in piece:
                window[write] = byte
                write = (write + 1) % _WINDOW
            made += piece
    return bytes(made[:length])
